//! A workshop on Azure OpenAI: an account with the models of a list, and web search to ground their answers.

mod types;

use azure::prelude::*;

pub use self::types::{
    DeploymentInfo, DeploymentInfoView, DeploymentSku, DeploymentSkuView, ModelDeployment, ModelDeploymentView,
    ModelVersion, ModelVersionView,
};

/// The scenario `workshop-azure-openai`.
pub fn scenario() -> Scenario {
    Scenario::new("workshop-azure-openai", build).layout(Layout::Modules).describe(
        "An account for Azure AI with the models of a workshop, called without API keys, and web search to ground answers.",
    )
}

fn build(g: &mut Graph<ResourceGroup>) {
    let location = g.param("location").default(resource_group().location()).describe("Region of the account.");
    let seed = unique_string([resource_group().id(), (&location).into()]);
    let prefix =
        g.param("prefix").default(functions::take(seed, 4)).length(4..=10).describe("Prefix of every resource name.");
    let tags = g.param_of::<Map<String>>("tags").default(Map::new()).describe("Tags of every resource.");

    let account = account(g, &prefix, &location, &tags);
    web_search(g, &prefix, &tags);

    let info = DeploymentInfo::new(
        subscription().subscription_id(),
        resource_group().name(),
        &location,
        account.name(),
        account.endpoint(),
    );
    g.output("deploymentInfo", info).describe("What the participants have to know.");
}

/// The account, its models, and who may call them from where.
fn account(
    g: &mut Graph<ResourceGroup>,
    prefix: &Param<String>,
    location: &Param<String>,
    tags: &Param<Map<String>>,
) -> AiServicesAccount {
    let name = g
        .param("aiServicesName")
        .default(prefix + "-ai-services")
        .length(2..=64)
        .describe("Name of the account, free in all of Azure.");
    let models = g
        .param_of::<Vec<ModelDeployment>>("openAiDeployments")
        .default(Value::empty_list())
        .describe("Models to deploy.");
    let addresses = g
        .param_of::<Vec<String>>("participantAddresses")
        .default(Value::empty_list())
        .describe("Addresses of the internet that the account is open to, in CIDR notation.");
    let participants =
        g.param("participantsGroupId").default("").describe("Object id of the group that may call the models.");
    let workspace =
        g.param("workspaceId").default("").describe("Resource id of the Log Analytics workspace that takes the logs.");

    g.parameter_set("main")
        .value(location, "westus")
        .value(tags, [("scenario", "workshop-azure-openai")])
        .value(
            &models,
            [
                model("gpt-4o", "2024-05-13", "GlobalStandard"),
                model("gpt-4o-mini", "2024-07-18", "GlobalStandard"),
                model("text-embedding-3-small", "1", "Standard"),
            ],
        )
        .value(&participants, read_environment_variable_or("PARTICIPANTS_GROUP_ID", ""));

    g.module("aiServices", DeploymentScope, |g| {
        let account = AiServices::new(&name, location)
            .custom_subdomain(functions::to_lower(&name))
            .public_access_from(&addresses)
            .adjust(|account| account.system_assigned_identity().tags(tags))
            .add(g, "account");

        g.each_in_batches(1, "deployment", &models, |g, deployment, _| {
            let (model, sku) = (deployment.view().model(), deployment.view().sku());
            let capacity = Capacity::of(sku.name().or_else("Standard"), sku.capacity().or_else(100));
            account.deploy_named(g, "models", model.name(), Model::open_ai(model.name(), model.version()), capacity)
        });

        g.when(!functions::empty(&participants), |g| {
            let group = GivenPrincipal::group(&participants);
            g.grant("participantsCallModels", &group, role::CognitiveServicesOpenAiUser, &account)
                .describe("The participants may call the models.")
        });
        g.when(!functions::empty(&workspace), |g| {
            account.send_diagnostics(&GivenWorkspace::new(&workspace), g, "diagnosticSettings")
        });
        account
    })
}

fn model(name: &'static str, version: &'static str, sku: &'static str) -> ModelDeployment {
    ModelDeployment::new(ModelVersion::new(name, version), DeploymentSku::new().name(sku).capacity(10))
}

/// What answers are grounded on: the search that the original used is no longer sold.
fn web_search(g: &mut Graph<ResourceGroup>, prefix: &Param<String>, tags: &Param<Map<String>>) {
    let name = g.param("bingSearchName").default(prefix + "-bing-search").describe("Name of the web search.");
    g.module("bingSearch", DeploymentScope, |g| {
        raw("Microsoft.Bing/accounts@2020-06-10", &name)
            .property("location", "global")
            .property("kind", "Bing.Grounding")
            .property("sku.name", "G1")
            .property("tags", tags)
            .allow(Check::UNKNOWN_TYPE, "Azure publishes no types of this provider.")
            .suppress("BCP081", "Azure publishes no types of this provider.")
            .add(g, "webSearch");
    });
}
