//! What the constructs render beyond what the example shows, and what is found where they are used wrongly.

use azure::check::UNGRANTED;
use azure::cognitive_services::{RaiBlocklist, RaiPolicyMode, SeverityThreshold, VersionUpgradeOption};
use azure::prelude::*;

use self::snapshot::{assert_rendered, findings};

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

/// What most constructs ask for.
fn region(g: &mut Graph<ResourceGroup>) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region of every resource.")
}

fn account_name() -> Value<String> {
    "aoai-" + unique_string([resource_group().id()])
}

/// An account that nobody calls, for what these tests are about is something else.
fn account(g: &mut Graph<ResourceGroup>, location: &Param<String>) -> OpenAiAccount {
    OpenAi::new(account_name(), location).allow(UNGRANTED, "callers come later").add(g, "account")
}

#[test]
fn deployments_wait_for_each_other() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let account = account(&mut g, &location);
    for symbol in ["chat", "embeddings", "spare"] {
        account.deploy(&mut g, symbol, Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::global_standard(10));
    }
    assert_rendered("construct-deployments", &g);
}

#[test]
fn a_content_filter_is_as_strict_as_the_one_of_microsoft() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let account = account(&mut g, &location);
    let filter = ContentFilter::new(&account).add(&mut g, "strict");
    let model = Model::open_ai("gpt-4o-mini", "2024-07-18").filtered_by(&filter);
    account.deploy(&mut g, "chat", model, Capacity::data_zone_standard(10));
    assert_rendered("construct-content-filter", &g);
}

#[test]
fn every_default_of_a_content_filter_can_be_changed() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let account = account(&mut g, &location);
    let model = || Model::open_ai("gpt-4o-mini", "2024-07-18");
    account.deploy(&mut g, "plain", model().upgrade(VersionUpgradeOption::NoAutoUpgrade), Capacity::provisioned(50));
    let terms = RaiBlocklist::new(&account, "terms").add(&mut g, "terms");
    let filter = ContentFilter::new(&account)
        .based_on("Microsoft.Default")
        .mode(RaiPolicyMode::AsynchronousFilter)
        .block(Harm::Hate, SeverityThreshold::Low)
        .block_in_prompts(Harm::Violence, SeverityThreshold::High)
        .block_in_completions(Harm::SelfHarm, SeverityThreshold::Low)
        .shield(Shield::IndirectAttack)
        .annotate(Shield::ProtectedCode)
        .blocklist(&terms)
        .add(&mut g, "strict");
    let chat = model().filtered_by(&filter).upgrade(VersionUpgradeOption::OnceCurrentVersionExpired);
    account.deploy(&mut g, "chat", chat.clone(), Capacity::global_provisioned(15));
    account.deploy(&mut g, "zone", chat.clone(), Capacity::data_zone_provisioned(15));
    account.deploy(&mut g, "batch", chat, Capacity::global_batch(5000));
    assert_rendered("construct-content-filter-changed", &g);
}

#[test]
fn a_zone_serves_several_networks_and_a_spare_subnet_is_left_out() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let account = account(&mut g, &location);
    let zone = Zone::of(&account).add(&mut g, "zone");
    let (hub, [endpoints, _spare]) = Network::new("hub", &location, "10.0.0.0/16")
        .subnets([("private-endpoints", "10.0.0.0/24"), ("spare", "10.0.1.0/24")])
        .add(&mut g, "hub");
    let (spoke, []) = Network::new("spoke", &location, "10.1.0.0/16").add(&mut g, "spoke");
    zone.link(&hub, &mut g, "hubLink");
    zone.link(&spoke, &mut g, "spokeLink");
    PrivateEndpoint::new("account-pe", &location, &account, &endpoints).register_in(&zone, &mut g, "endpoint");
    assert_rendered("construct-networks", &g);
}

#[test]
fn two_grants_of_one_role_share_its_definition() {
    let mut g = Graph::new();
    let location = region(&mut g);
    let administrator = g.param("adminUsername").describe("Administrator.");
    let key = g.param("sshPublicKey").describe("Public half of the administrator's SSH key.");
    let (_, [subnet]) =
        Network::new("net", &location, "10.0.0.0/16").subnets([("vms", "10.0.0.0/24")]).add(&mut g, "network");
    let account = OpenAi::new(account_name(), &location).public_access().add(&mut g, "account");
    for symbol in ["one", "two"] {
        let vm = LinuxMachine::new(symbol, &location, Image::UBUNTU_24_04, &subnet, (&administrator, &key))
            .system_assigned_identity()
            .add(&mut g, symbol);
        g.grant(format!("{symbol}Calls"), &vm, role::CognitiveServicesOpenAiUser, &account).describe("It may call.");
    }
    assert_rendered("construct-grants", &g);
}

#[test]
fn findings_show_the_scenario_and_not_the_construct() {
    let text = findings(|g| {
        let location = region(g);
        Network::new("net", &location, "10.0.0.0/16")
            .subnets([("same", "10.0.0.0/24"), ("same", "10.0.1.0/24"), ("odd name!", "10.0.2.0/24")])
            .add(g, "network");
        let account = account(g, &location);
        account.deploy(g, "account", Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::standard(1));
    });
    assert!(!text.contains("construct/"), "{text}");
    snapshot::assert_snapshot("error-constructs", &text);
}
