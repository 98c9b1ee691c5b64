//! What the rules of Azure find, and that they are silent where nothing is wrong.

use azure::check::{PUBLIC_ACCESS, RULES, UNGRANTED};
use azure::cognitive_services::{
    Account, AccountProperties, Deployment, DeploymentModel, DeploymentProperties, IpRule, NetworkRuleSet, Sku,
};
use azure::network::{PrivateEndpoint as Endpoint, PrivateEndpointProperties};
use azure::prelude::*;

use self::snapshot::findings;

#[path = "../../tests/common/pages.rs"]
mod pages;
#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

/// A network and a keyless account with a private endpoint, all wired but for what a test leaves out.
fn wired(g: &mut Graph<ResourceGroup>, is_linked: bool) -> OpenAiAccount {
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let (network, [subnet]) =
        Network::new("net", &location, "10.0.0.0/16").subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
    let account = OpenAi::new("contoso-ai", &location).add(g, "account");
    let zone = Zone::of(&account).add(g, "zone");
    if is_linked {
        zone.link(&network, g, "link");
    }
    PrivateEndpoint::new("account-pe", &location, &account, &subnet).register_in(&zone, g, "endpoint");
    account
}

#[test]
fn examples_are_what_pages_say() {
    let rules: Vec<_> = RULES.iter().map(|rule| rule.check).collect();
    pages::assert_examples(&rules);
    pages::assert_whole(&azure::check::all());
}

#[test]
fn the_guide_lists_every_check() {
    let guide = include_str!("../../docs/checks.md");
    let (_, list) = guide.split_once("By the ids that findings show:").unwrap();
    let heads = list.split("\n- ").skip(1).map(|item| item.split([':', '(']).next().unwrap_or_default());
    let mut listed: Vec<_> = heads.flat_map(|head| head.split('`').skip(1).step_by(2)).collect();
    listed.sort_unstable();
    let known: Vec<_> = azure::check::all().iter().map(|check| check.id()).collect();
    assert_eq!(listed, known);
}

#[test]
fn a_wired_graph_has_no_finding() {
    let mut g = Graph::new();
    let account = wired(&mut g, true);
    let team = GivenPrincipal::group("00000000-0000-0000-0000-000000000001");
    g.grant("teamCalls", &team, role::CognitiveServicesOpenAiUser, &account).describe("The team may call it.");
    g.check().unwrap_or_else(|report| panic!("{report}"));
}

#[test]
fn a_zone_without_a_link_and_an_account_without_callers_are_found() {
    let text = findings(|g| {
        wired(g, false);
    });
    snapshot::assert_snapshot("rule-unlinked-and-ungranted", &text);
}

/// An account that is open to a range, with what becomes of all others.
fn listing(range: &'static str, others: &'static str) -> AccountProperties {
    let rules = NetworkRuleSet::new().default_action(others).ip_rules([IpRule::new(range)]);
    AccountProperties::new().public_network_access("Enabled").network_acls(rules)
}

#[test]
fn an_open_service_beside_its_endpoint_is_found() {
    let text = findings(|g| {
        let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
        let (network, [subnet]) =
            Network::new("net", &location, "10.0.0.0/16").subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        g.output("networkId", network.id()).describe("Resource id of the network.");
        for (symbol, properties) in [
            ("silent", AccountProperties::new().custom_sub_domain_name("contoso-silent")),
            ("open", AccountProperties::new().public_network_access("Enabled")),
            ("closed", AccountProperties::new().public_network_access("Disabled")),
            ("listed", listing("203.0.113.0/24", "Deny")),
            ("everybody", listing("0.0.0.0/1", "Deny")),
            ("andOthers", listing("203.0.113.0/24", "Allow")),
        ] {
            let account =
                Account::new(symbol, &location, "OpenAI", Sku::new("S0")).properties(properties).add(g, symbol);
            let connection = azure::network::PrivateLinkServiceConnectionProperties::new()
                .private_link_service_id(account.id())
                .group_ids(["account"]);
            let connection = azure::network::PrivateLinkServiceConnection::new().name("account").properties(connection);
            let properties = PrivateEndpointProperties::new()
                .subnet(azure::network::InlineSubnet::new().id(subnet.id()))
                .private_link_service_connections([connection]);
            Endpoint::new(format!("{symbol}-pe"), &location).properties(properties).add(g, format!("{symbol}Endpoint"));
        }
    });
    snapshot::assert_snapshot("rule-public-access", &text);
}

#[test]
fn a_computer_name_that_windows_does_not_take_is_found() {
    let text = findings(|g| {
        let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
        let user = g.param("adminUsername").describe("Administrator.");
        let password = g.secret("adminPassword").describe("Password of the administrator.");
        let key = g.param("sshPublicKey").describe("Public half of the administrator's SSH key.");
        let prefix = g.param("prefix").length(2..=10).describe("Prefix of every name.");
        let (_, [subnet]) =
            Network::new("net", &location, "10.0.0.0/16").subnets([("machines", "10.0.0.0/24")]).add(g, "network");
        let linux = LinuxMachine::new("seventeen-letters", &location, Image::RHEL_10, &subnet, (&user, &key));
        linux.add(g, "linux");
        let image = Image::WINDOWS_SERVER_2025;
        let login = (&user, &password);
        for (symbol, name) in [("tooLong", "sixteenletters16"), ("longest", "fifteenletters1")] {
            WindowsMachine::new(name, &location, image.clone(), &subnet, login).add(g, symbol);
        }
        WindowsMachine::new(&prefix + "-worker", &location, image.clone(), &subnet, login).add(g, "maybeTooLong");
        for (symbol, name) in [("tooLongForInstances", "tenletters"), ("longestForInstances", "nineteens")] {
            WindowsScaleSet::new(name, &location, image.clone(), &subnet, login).add(g, symbol);
        }
    });
    snapshot::assert_snapshot("rule-computer-name", &text);
}

#[test]
fn changes_of_one_account_that_do_not_wait_for_each_other_are_found() {
    let text = findings(|g| {
        let accounts = g.param_of::<Vec<String>>("accounts").describe("Names of accounts.");
        let models = g.param_of::<Vec<String>>("models").describe("Names of models.");
        let model = |name: &'static str| DeploymentProperties::new().model(DeploymentModel::new().name(name));
        let account = Account::existing("contoso-ai").add(g, "account");
        let first = Deployment::new(&account, "first").properties(model("gpt-4o")).add(g, "firstModel");
        Deployment::new(&account, "after").properties(model("gpt-4o")).depends_on(&first).add(g, "afterFirst");
        Deployment::new(&account, "beside").properties(model("gpt-4o")).add(g, "besideFirst");
        let other = Account::existing("contoso-other").add(g, "other");
        g.each_in_batches(4, "model", &models, |g, model, _| Deployment::new(&other, model).add(g, "inFours"));
        g.each("name", &accounts, |g, name, _| {
            // Each turn has an account of its own.
            let own = Account::existing(name).add(g, "own");
            Deployment::new(&own, "chat").properties(model("gpt-4o")).add(g, "ofOwn")
        });
        let all = g.each("name", &accounts, |g, name, _| Account::existing(name).add(g, "all"));
        g.each("name", &accounts, |g, _, index| Deployment::new(&all.at(index), "chat").add(g, "ofEach"));
        g.each("model", &models, |g, model, _| Deployment::new(&all.at(0), model).add(g, "ofFirst"));
    });
    snapshot::assert_snapshot("rule-concurrent-changes", &text);
}

#[test]
fn a_rule_can_be_allowed_with_a_reason() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let properties = AccountProperties::new().disable_local_auth(true);
    Account::new("contoso-ai", &location, "OpenAI", Sku::new("S0"))
        .properties(properties)
        .allow(UNGRANTED, "grants are made by another template")
        .add(&mut g, "account");
    g.check().unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(PUBLIC_ACCESS.id(), "public-access");
}
