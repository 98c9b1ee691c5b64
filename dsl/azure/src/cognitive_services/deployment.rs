//! `Microsoft.CognitiveServices/accounts/deployments`

use super::{Account, Sku};

dsl::resource! {
    /// A model that an account offers, version 2026-09-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts/deployments).
    pub struct Deployment() = "Microsoft.CognitiveServices/accounts/deployments" @ "2026-09-01" in [ResourceGroup],
    child of Account {
        sku: Sku = "sku",
        properties: DeploymentProperties = "properties",
    }
    view DeploymentView {}
}

dsl::object! {
    /// What is deployed, and how.
    pub struct DeploymentProperties() {
        model: DeploymentModel = "model",
        rai_policy_name: String = "raiPolicyName",
        version_upgrade_option: VersionUpgradeOption = "versionUpgradeOption",
    }
}

dsl::object! {
    /// Which model it is.
    pub struct DeploymentModel() {
        /// The publisher's word for its models: `OpenAI`.
        format: String = "format",
        name: String = "name",
        version: String = "version",
    }
}

dsl::choice! {
    /// When Azure may replace the version by a newer one.
    pub open enum VersionUpgradeOption {
        OnceNewDefaultVersionAvailable = "OnceNewDefaultVersionAvailable",
        OnceCurrentVersionExpired = "OnceCurrentVersionExpired",
        NoAutoUpgrade = "NoAutoUpgrade",
    }
}
