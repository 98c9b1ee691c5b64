//! Accounts of Azure AI, and the models of a list.

use super::*;

#[test]
fn accounts_of_azure_ai_with_every_default_changed() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let ranges =
        g.param_of::<Vec<String>>("ranges").default(Value::empty_list()).describe("Addresses of the participants.");
    OpenAi::new("oai-contoso", &region)
        .local_auth()
        .public_access_from(["203.0.113.0/24", "198.51.100.7"])
        .custom_subdomain("contoso-models")
        .adjust(|account| account.system_assigned_identity().tags([("team", "data")]))
        .add(&mut g, "openAi");
    let services = AiServices::new("ai-contoso", &region).public_access_from(&ranges).add(&mut g, "services");
    g.grant("teamCalls", &team, role::CognitiveServicesUser, &services).describe("The team may call it.");
    CognitiveServices::new("SpeechServices", "speech-contoso", &region)
        .sku("F0")
        .local_auth()
        .public_access()
        .add(&mut g, "speech");
    assert_rendered("service-azure-ai-changed", &g);
}

object_type! {
    /// A model to deploy.
    pub struct Wanted, WantedView;
    required { name: String = "name", "Name of the model."; version: String = "version", "Its version."; }
    optional { sku: String = "sku", "Type of its deployment."; }
}

#[test]
fn the_models_of_a_list_are_deployed_one_after_the_other() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let wanted = g.param_of::<Vec<Wanted>>("models").describe("Models to deploy.");
    let logs = g.param("workspaceId").describe("Id of the workspace that takes the logs.");
    let account = OpenAi::new("oai-contoso", &region).add(&mut g, "account");
    g.grant("teamCalls", &team, role::CognitiveServicesOpenAiUser, &account).describe("The team may call the models.");
    g.each_in_batches(1, "model", &wanted, |g, model, _| {
        let model = model.view();
        let capacity = Capacity::of(model.sku().or_else("GlobalStandard"), 10);
        account.deploy_named(g, "deployments", model.name(), Model::open_ai(model.name(), model.version()), capacity)
    });
    account.deploy(&mut g, "spare", Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::standard(10));
    account.send_diagnostics(&GivenWorkspace::new(&logs), &mut g, "diagnostics");
    assert_rendered("service-azure-ai-models", &g);
}
