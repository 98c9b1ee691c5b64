//! What the internet reaches: told of every kind of resource that says it in a way of its own.

use dsl::{Check, Expr, Graph, RawResource, ResourceBody, ResourceGroup, Scenario, raw};
use review::Access;

/// To whom a resource answers, and how the card says it.
fn access(resource: RawResource) -> Option<(Access, String)> {
    let build = move |g: &mut Graph<ResourceGroup>| {
        let resource = resource.clone().property("location", "japaneast");
        // What else the type needs is not what these tests are about.
        resource.allow(Check::MISSING_PROPERTY, "not needed here").add(g, "it");
    };
    let card =
        review::card(&Scenario::new("test", build).describe("A test.")).unwrap_or_else(|report| panic!("{report}"));
    card.exposures.into_iter().next().map(|it| (it.access, it.details.join("; ")))
}

#[track_caller]
fn check(resource: RawResource, wanted: Access, words: &str) {
    let (access, details) = access(resource).unwrap_or_else(|| panic!("it is not named"));
    assert_eq!(access, wanted);
    assert!(details.contains(words), "{details}");
}

fn vault(access: &str, rules: Expr, action: &str) -> RawResource {
    raw("Microsoft.KeyVault/vaults@2026-05-15", "contoso-kv")
        .property("properties.publicNetworkAccess", access.to_owned())
        .property("properties.networkAcls.bypass", "AzureServices")
        .property("properties.networkAcls.defaultAction", action.to_owned())
        .property("properties.networkAcls.ipRules", rules)
}

#[test]
fn rules_count_only_if_whoever_is_not_named_is_refused() {
    let rules = || Expr::array([Expr::object([("value", "203.0.113.0/24".into())])]);
    check(vault("Disabled", Expr::array([]), "Deny"), Access::Closed, "services of Azure by `bypass`: `AzureServices`");
    check(vault("Enabled", rules(), "Deny"), Access::Limited, "`networkAcls.ipRules`: `[{ value: '203.0.113.0/24' }]`");
    check(vault("Enabled", Expr::array([]), "Deny"), Access::Closed, "services of Azure by `bypass`");
    check(vault("Enabled", rules(), "Allow"), Access::Open, "`defaultAction` is `Allow`");
}

#[test]
fn silence_is_told_where_the_type_has_the_switch() {
    check(raw("Microsoft.Search/searchServices@2026-11-01", "contoso-search"), Access::Open, "it does not say so");
    let redis = || raw("Microsoft.Cache/redis@2024-11-01", "contoso-redis");
    check(redis(), Access::Open, "Azure's default is open");
    check(raw("Microsoft.Attestation/attestationProviders@2021-06-01", "contoso"), Access::Open, "as a rule");
    check(redis().property("properties.publicNetworkAccess", "Disabled"), Access::Closed, "");
    assert_eq!(access(raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")), None);
}

#[test]
fn servers_have_the_switch_beside_their_subnet() {
    let server = |access: &'static str| {
        raw("Microsoft.DBforPostgreSQL/flexibleServers@2026-10-01", "contoso-db")
            .property("properties.network.publicNetworkAccess", access)
    };
    check(server("Disabled"), Access::Closed, "");
    check(server("Enabled"), Access::Open, "");
}

#[test]
fn addresses_in_a_resource_of_another_kind_are_seen() {
    let machines = |name: &'static str| {
        let inner = Expr::object([(name, Expr::Object(vec![].into()))]);
        let configuration = Expr::object([("name", "b".into()), ("properties", inner)]);
        let inner = Expr::object([("ipConfigurations", Expr::array([configuration]))]);
        let interface = Expr::object([("name", "c".into()), ("properties", inner)]);
        let profile = Expr::object([("networkInterfaceConfigurations", Expr::array([interface]))]);
        raw("Microsoft.Compute/virtualMachineScaleSets@2026-04-01", "contoso-vmss")
            .property("properties.virtualMachineProfile.networkProfile", profile)
    };
    check(machines("publicIPAddressConfiguration"), Access::Open, "its machines have public addresses");
    let group = |kind: &'static str| {
        raw("Microsoft.ContainerInstance/containerGroups@2026-07-01", "contoso-aci")
            .property("properties.ipAddress.type", kind)
    };
    check(group("Public"), Access::Open, "it has a public address");
    check(group("Private"), Access::Closed, "");
    check(machines("subnet"), Access::Closed, "");
}

#[test]
fn an_external_ingress_is_public_where_the_environment_is() {
    let of = |is_internal: bool| {
        let build = move |g: &mut Graph<ResourceGroup>| {
            let lacking = "not needed here";
            let environment = raw("Microsoft.App/managedEnvironments@2026-07-01", "contoso")
                .property("location", "japaneast")
                .property("properties.publicNetworkAccess", if is_internal { "Disabled" } else { "Enabled" })
                .allow(Check::MISSING_PROPERTY, lacking)
                .add(g, "apps");
            raw("Microsoft.App/containerApps@2026-07-01", "contoso")
                .property("location", "japaneast")
                .property("properties.environmentId", environment.id())
                .property("properties.configuration.ingress.external", true)
                .allow(Check::MISSING_PROPERTY, lacking)
                .add(g, "shop");
        };
        let card = review::card(&Scenario::new("test", build).describe("A test."));
        let card = card.unwrap_or_else(|report| panic!("{report}"));
        card.exposures.into_iter().find(|it| it.symbol == "shop").map(|it| it.access)
    };
    assert_eq!(of(true), Some(Access::Closed));
    assert_eq!(of(false), Some(Access::Open));
}
