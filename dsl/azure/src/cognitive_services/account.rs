//! `Microsoft.CognitiveServices/accounts`

use dsl::Value;

use super::Sku;

dsl::resource! {
    /// An account of Azure OpenAI or AI Services, version 2026-09-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts).
    pub struct Account(location: String, kind: String, sku: Sku) = "Microsoft.CognitiveServices/accounts" @ "2026-09-01" in [ResourceGroup] {
        location: String = "location",
        /// `OpenAI`, `AIServices` or a single service.
        kind: String = "kind",
        sku: Sku = "sku",
        identity: Identity = "identity",
        properties: AccountProperties = "properties",
    }
    view AccountView {
        properties: AccountPropertiesView = "properties",
    }
}

dsl::object! {
    /// What an account consists of.
    pub struct AccountProperties() {
        /// The account's host name; Microsoft Entra authentication and private endpoints need one.
        custom_sub_domain_name: String = "customSubDomainName",
        /// Refuses API keys.
        disable_local_auth: bool = "disableLocalAuth",
        public_network_access: PublicNetworkAccess = "publicNetworkAccess",
        network_acls: NetworkRuleSet = "networkAcls",
        restrict_outbound_network_access: bool = "restrictOutboundNetworkAccess",
    }
    /// What can be read of an account.
    view AccountPropertiesView {
        /// The address to call, with `https://` and a slash at the end.
        endpoint: Value<String> = "endpoint",
    }
}

dsl::object! {
    /// Who may call over the public network.
    pub struct NetworkRuleSet() {
        default_action: NetworkRuleAction = "defaultAction",
        bypass: String = "bypass",
    }
}

dsl::object! {
    /// Who the account is, when it calls other services.
    pub struct Identity() {
        r#type: IdentityType = "type",
    }
}

dsl::choice! {
    /// Whether the account can be reached from outside.
    pub open enum PublicNetworkAccess {
        Enabled = "Enabled",
        Disabled = "Disabled",
    }
}

dsl::choice! {
    /// What happens to callers that no rule names.
    pub open enum NetworkRuleAction {
        Allow = "Allow",
        Deny = "Deny",
    }
}

dsl::choice! {
    /// Which identities an account has.
    pub closed enum IdentityType {
        None = "None",
        SystemAssigned = "SystemAssigned",
        UserAssigned = "UserAssigned",
        SystemAssignedUserAssigned = "SystemAssigned, UserAssigned",
    }
}
