//! API Management in front of an Azure OpenAI account that only it can reach, and that it calls without an API key.

mod params;
mod types;

use azure::api_management::{
    ApiManagementServiceProperties, ApiManagementServiceSkuProperties, Service, VirtualNetworkConfiguration,
    VirtualNetworkType,
};
use azure::network::Subnet;
use azure::prelude::*;

use self::params::Params;
pub use self::types::{ModelDeployment, ModelDeploymentView};

azure::address_plan! {
    /// Addresses of the network of the gateway.
    pub Plan: "10.0.0.0/16" {
        GATEWAY = "gateway": "10.0.0.0/27" delegated to "Microsoft.Web/serverFarms",
        PRIVATE_ENDPOINTS = "private-endpoints": "10.0.1.0/27",
    }
}

/// The scenario `aoai-apim`.
pub fn scenario() -> Scenario {
    Scenario::new("aoai-apim", build)
        .layout(Layout::Modules)
        .describe("API Management in front of a private Azure OpenAI account, which it calls without an API key.")
}

fn build(g: &mut Graph<ResourceGroup>) {
    let params = Params::declare(g);
    params.set(g);

    let edge = &params.gateway_location;
    let network = g.module("network", DeploymentScope, |g| {
        Network::planned::<Plan>(&params.prefix + "-vnet", edge).add(g, "virtualNetwork")
    });
    let gateway = gateway(g, &params, network.subnet(Plan::GATEWAY));
    let account = account(g, &params);

    g.module("privateAccess", DeploymentScope, |g| {
        let zone = Zone::of(&account).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new(&params.prefix + "-openai-pe", edge, &account, network.subnet(Plan::PRIVATE_ENDPOINTS))
            .register_in(&zone, g, "endpoint");
        let gateway = SystemIdentityOf::new(&gateway);
        g.grant("gatewayCallsModels", &gateway, role::CognitiveServicesOpenAiUser, &account)
            .describe("API Management may call the models.");
    });
}

/// What callers see. It reaches the account through a subnet that is its own.
fn gateway(g: &mut Graph<ResourceGroup>, params: &Params, subnet: &Resource<Subnet>) -> Resource<Service> {
    g.module("apiManagement", DeploymentScope, |g| {
        let network = VirtualNetworkConfiguration::new().subnet_resource_id(subnet.id());
        let properties = ApiManagementServiceProperties::new("noreply@microsoft.com", "Contoso")
            .virtual_network_type(VirtualNetworkType::External)
            .virtual_network_configuration(network);
        let sku = ApiManagementServiceSkuProperties::new(&params.gateway_sku, 1);
        Service::new(&params.gateway_name, &params.gateway_location, sku, properties)
            .system_assigned_identity()
            .tags(&params.tags)
            .add(g, "apiManagement")
    })
}

/// The account, its models, and where its logs go.
fn account(g: &mut Graph<ResourceGroup>, params: &Params) -> OpenAiAccount {
    g.module("openAi", DeploymentScope, |g| {
        let account = OpenAi::new(&params.account_name, &params.location)
            .custom_subdomain(functions::to_lower(&params.account_name))
            .adjust(|account| account.system_assigned_identity().tags(&params.tags))
            .add(g, "account");
        g.each_in_batches(1, "model", &params.models, |g, model, _| {
            let model = model.view();
            let capacity = Capacity::of(model.sku().or_else("Standard"), model.capacity());
            account.deploy_named(g, "models", model.name(), Model::open_ai(model.name(), model.version()), capacity)
        });
        g.when(!functions::empty(&params.workspace), |g| {
            account.send_diagnostics(&GivenWorkspace::new(&params.workspace), g, "diagnosticSettings")
        });
        account
    })
}
