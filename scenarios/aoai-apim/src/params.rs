//! What can be chosen at a deployment, and what the original chose. It must not know what is deployed.

use azure::prelude::*;

use crate::types::ModelDeployment;

/// The params, in the order in which they are printed.
pub(crate) struct Params {
    pub(crate) prefix: Value<String>,
    pub(crate) location: Param<String>,
    pub(crate) tags: Param<Map<String>>,
    pub(crate) gateway_name: Param<String>,
    pub(crate) gateway_location: Param<String>,
    pub(crate) gateway_sku: Param<String>,
    pub(crate) account_name: Param<String>,
    pub(crate) models: Param<Vec<ModelDeployment>>,
    pub(crate) workspace: Param<String>,
}

impl Params {
    pub(crate) fn declare(g: &mut Graph<ResourceGroup>) -> Self {
        let seed = unique_string([resource_group().id()]);
        let prefix = g.param("prefix").default(seed).length(1..=40).describe("Prefix of every resource name.");
        let prefix = functions::to_lower(&prefix);
        Params {
            location: g.param("location").default(resource_group().location()).describe("Region of the account."),
            tags: g.param_of("tags").default(Map::new()).describe("Tags of the account and of API Management."),
            gateway_name: g
                .param("apiManagementName")
                .default(Value::text("apim") + &prefix + "Apim")
                .length(1..=50)
                .describe("Name of API Management."),
            gateway_location: g
                .param("apiManagementLocation")
                .describe("Region of API Management, of its network and of the private endpoint."),
            gateway_sku: g
                .param("apiManagementSku")
                .allowed(["PremiumV2", "StandardV2"])
                .describe("SKU of API Management, one that can call through a network."),
            account_name: g
                .param("openAiName")
                .default(&prefix + "OpenAi")
                .length(2..=64)
                .describe("Name of the account, free in all of Azure."),
            models: g.param_of("openAiDeployments").default(Value::empty_list()).describe("Models to deploy."),
            workspace: g
                .param("workspaceId")
                .default("")
                .describe("Resource id of the Log Analytics workspace that takes the logs."),
            prefix,
        }
    }

    /// The values of the original.
    pub(crate) fn set(&self, g: &mut Graph<ResourceGroup>) {
        let embedding = ModelDeployment::new("text-embedding-ada-002", "2", 30);
        g.parameter_set("main")
            .value(&self.gateway_location, "eastasia")
            .value(&self.gateway_sku, "StandardV2")
            .value(&self.models, [embedding, ModelDeployment::new("gpt-4o", "2024-11-20", 30)])
            .value(&self.tags, [("scenario", "aoai-apim")]);
    }
}
