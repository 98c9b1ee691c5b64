//! What a reviewer is to see: a fact that changes in a graph changes its own section of the card, and no other.

use std::collections::BTreeMap;

use dsl::functions::{guid, subscription_resource_id};
use dsl::{
    Expr, ExtensionTarget, Graph, RawResource, Resource, ResourceBody, ResourceGroup, Scenario, Secret, Value, raw,
    raw_existing,
};
use review::Lines;

/// The titles of the sections, by a word each.
const TITLES: [(&str, &str); 11] = [
    ("picture", "Picture"),
    ("deployed", "What is deployed"),
    ("callers", "Who may call what"),
    ("internet", "What the internet reaches"),
    ("private", "What private networks reach"),
    ("secrets", "What is secret, and where it goes"),
    ("params", "Params and their bounds"),
    ("allowed", "Findings that are allowed"),
    ("raw", "Raw parts"),
    ("versions", "API versions that are not the newest"),
    ("price", "What the price depends on"),
];

/// The graph with one change; the empty one changes nothing.
fn build(g: &mut Graph<ResourceGroup>, change: &str) {
    let is = |name: &str| change == name;
    let team = g.param("teamId").length(1..=if is("a wider bound") { 90 } else { 36 }).describe("Id of the team.");
    let token = g.secret("token").describe("Token of the registry.");
    let is_on = g.param_of::<bool>("isOn").default(true).describe("Whether there is a zone.");
    let account = account(&is).add(g, "account");
    assignment(&is, &account).property("properties.principalId", &*team).describe("The team asks.").add(g, "asks");
    endpoint(g, &is, &account);
    group(&is).add(g, "nsg");
    let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", "second.internal").property("location", "global");
    let condition = if is("another condition") { is_on.ne(true) } else { is_on.eq(true) };
    g.when(condition, |g| zone.add(g, "second"));
    let vault = raw_existing("Microsoft.KeyVault/vaults@2026-05-15", "contoso-kv").add(g, "vault");
    raw("Microsoft.KeyVault/vaults/secrets@2026-05-15", "token")
        .child_of(&vault)
        .property("properties.value", Value::<Secret<String>>::from(&token))
        .add(g, "stored");
    if is("a secret output") {
        g.output("token", Value::<Secret<String>>::from(&token)).describe("The token.");
    }
}

fn account(is: &dyn Fn(&str) -> bool) -> RawResource {
    let version = if is("an old version") { "2025-07-01-preview" } else { "2026-09-01" };
    let account = raw(format!("Microsoft.CognitiveServices/accounts@{version}"), "contoso-openai")
        .property("location", "japaneast")
        .property("kind", "OpenAI")
        .property("sku.name", if is("another SKU") { "F0" } else { "S0" })
        .property("properties.publicNetworkAccess", if is("public access") { "Enabled" } else { "Disabled" })
        .property("properties.disableLocalAuth", !is("keys"));
    let account = if is("an allowance") { account.suppress("BCP187", "It is in preview.") } else { account };
    if is("raw Bicep") { account.property("tags.a", Expr::Raw("utcNow()".into())) } else { account }
}

fn assignment(is: &dyn Fn(&str) -> bool, account: &Resource<RawResource>) -> RawResource {
    let (user, contributor) = ("5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", "a001fd3d-188f-4b5d-821b-7da978bf7442");
    let role = if is("another role") { contributor } else { user };
    let assignment =
        raw("Microsoft.Authorization/roleAssignments@2022-04-01", guid([account.id(), Value::text("asks")]));
    let scoped = if is("a wider scope") { assignment } else { assignment.on(ExtensionTarget::from(account)) };
    let id = subscription_resource_id("Microsoft.Authorization/roleDefinitions", [role]);
    scoped.property("properties.principalType", "Group").property("properties.roleDefinitionId", id)
}

/// A network with two subnets, an endpoint in one of them, and the zone that it registers in.
fn endpoint(g: &mut Graph<ResourceGroup>, is: &dyn Fn(&str) -> bool, account: &Resource<RawResource>) {
    let network = raw("Microsoft.Network/virtualNetworks@2026-03-01", "vnet")
        .property("location", "japaneast")
        .property("properties.addressSpace.addressPrefixes", Expr::array(["10.0.0.0/16".into()]))
        .add(g, "network");
    let subnet = |name: &'static str, range: &'static str| {
        raw("Microsoft.Network/virtualNetworks/subnets@2026-03-01", name)
            .child_of(&network)
            .property("properties.addressPrefix", range)
    };
    let endpoints = subnet("endpoints", if is("another range") { "10.0.9.0/24" } else { "10.0.0.0/24" });
    let (endpoints, other) = (endpoints.add(g, "endpoints"), subnet("other", "10.0.1.0/24").add(g, "other"));
    let place = if is("another subnet") { other } else { endpoints };
    let properties =
        Expr::object([("privateLinkServiceId", account.id().into()), ("groupIds", Expr::array(["account".into()]))]);
    let connection = Expr::object([("name", "account".into()), ("properties", properties)]);
    let endpoint = raw("Microsoft.Network/privateEndpoints@2026-03-01", "pe")
        .property("location", "japaneast")
        .property("properties.subnet.id", place.id())
        .property("properties.privateLinkServiceConnections", Expr::array([connection]))
        .add(g, "endpoint");
    let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", "privatelink.openai.azure.com");
    let zone = zone.property("location", "global").add(g, "zone");
    let config = Expr::object([("privateDnsZoneId", zone.id().into())]);
    let config = Expr::object([("name", "openai".into()), ("properties", config)]);
    raw("Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01", "default")
        .child_of(&endpoint)
        .property("properties.privateDnsZoneConfigs", Expr::array([config]))
        .add(g, "zoneGroup");
    let target = if is("no link") { Value::text("/elsewhere") } else { network.id() };
    raw("Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01", "link")
        .child_of(&zone)
        .property("location", "global")
        .property("properties.registrationEnabled", false)
        .property("properties.virtualNetwork.id", target)
        .add(g, "link");
}

fn group(is: &dyn Fn(&str) -> bool) -> RawResource {
    let rule = Expr::object([
        ("access", "Allow".into()),
        ("direction", "Inbound".into()),
        ("priority", 100.into()),
        ("protocol", "Tcp".into()),
        ("sourceAddressPrefix", if is("an open port") { "Internet" } else { "10.0.0.0/8" }.into()),
        ("sourcePortRange", "*".into()),
        ("destinationAddressPrefix", "*".into()),
        ("destinationPortRange", "22".into()),
    ]);
    let rule = Expr::object([("name", "AllowSsh".into()), ("properties", rule)]);
    raw("Microsoft.Network/networkSecurityGroups@2026-03-01", "nsg")
        .property("location", "japaneast")
        .property("properties.securityRules", Expr::array([rule]))
}

fn card(change: &'static str) -> review::Card {
    let scenario = Scenario::new("test", move |g: &mut Graph<ResourceGroup>| build(g, change)).describe("A test.");
    review::card(&scenario).unwrap_or_else(|report| panic!("{change}: {report}"))
}

/// The sections of a card, by their titles.
fn sections(change: &'static str) -> BTreeMap<String, String> {
    let text = card(change).markdown(Lines::Hidden);
    let sections = text.split("\n## ").skip(1);
    sections.filter_map(|it| it.split_once('\n')).map(|(title, text)| (title.to_owned(), text.to_owned())).collect()
}

/// The words of the sections that differ from those of the graph itself.
fn changed(change: &'static str) -> Vec<&'static str> {
    let (before, after) = (sections(""), sections(change));
    TITLES.iter().filter(|(_, title)| before[*title] != after[*title]).map(|(word, _)| *word).collect()
}

#[test]
fn a_fact_that_changes_changes_its_section_and_no_other() {
    for (change, sections) in [
        ("", &[][..]),
        ("public access", &["picture", "internet"]),
        ("an open port", &["internet"]),
        ("another role", &["picture", "callers"]),
        ("a wider scope", &["picture", "deployed", "callers"]),
        ("keys", &["callers"]),
        ("another subnet", &["picture", "private"]),
        ("another range", &["picture", "private"]),
        ("no link", &["private"]),
        ("a secret output", &["secrets"]),
        ("a wider bound", &["params"]),
        ("another condition", &["deployed"]),
        ("an allowance", &["allowed"]),
        ("raw Bicep", &["raw"]),
        ("an old version", &["allowed", "raw", "versions"]),
        ("another SKU", &["price"]),
    ] {
        assert_eq!(changed(change), sections, "{change}");
    }
}

#[test]
fn every_section_is_there_and_has_a_title_of_this_list() {
    let sections = sections("");
    assert_eq!(sections.len(), TITLES.len());
    assert!(TITLES.iter().all(|(_, title)| sections.contains_key(*title)));
}

#[test]
fn lines_of_rust_are_shown_to_who_reads_now_and_not_kept() {
    let card = card("");
    assert!(card.markdown(Lines::Shown).contains("dsl/review/tests/changes.rs:"));
    assert!(!card.markdown(Lines::Hidden).contains(".rs:"));
}
