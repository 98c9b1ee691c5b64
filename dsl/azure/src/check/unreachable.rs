//! `unreachable`: a service takes nothing from the public network, and no private endpoint leads to it.

use dsl::{Check, Entry, Expr, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::exposure::{SWITCH, SWITCHED};
use super::reach::Reach;

/// A service takes nothing from the public network, and no private endpoint leads to it.
pub const UNREACHABLE: Check = Check::new(&Page {
    id: "unreachable",
    severity: Severity::Warning,
    summary: "A service is closed to the public network, and no private endpoint leads to it.",
    why: "Nobody can call what is deployed, unless another template makes the endpoint or one of the services of Azure connects on its own.",
    help: "add a private endpoint, or allow it with the reason who reaches it",
    constant: Some("azure::check::UNREACHABLE"),
    wrong: example!("unreachable.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [_]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        let team = g.param("teamId").describe("Object id of the team's group.");
        g.grant("teamCalls", &GivenPrincipal::group(&team), role::CognitiveServicesOpenAiUser, &account)
            .describe("The team may call the models.");
    }),
    right: example!("unreachable.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (network, [endpoints]) = network.subnets([("endpoints", "10.0.0.0/24")]).add(g, "network");
        let account = OpenAi::new("contoso-openai", &location).add(g, "account");
        let team = g.param("teamId").describe("Object id of the team's group.");
        g.grant("teamCalls", &GivenPrincipal::group(&team), role::CognitiveServicesOpenAiUser, &account)
            .describe("The team may call the models.");
        let zone = Zone::of(&account).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("account-pe", &location, &account, &endpoints).register_in(&zone, g, "endpoint");
    }),
});

pub(super) const RULE: Rule = Rule { check: UNREACHABLE, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let reach = Reach::new(facts);
    for service in SWITCHED.iter().flat_map(|ty| facts.resources(ty)).filter(is_closed) {
        if reach.endpoints(&service).is_empty() && !has_another_way(&service) && !is_known_elsewhere(&service) {
            let message =
                format!("`{}` is closed to the internet, and no private endpoint leads to it", service.symbol());
            let help = "add one, `PrivateEndpoint::new(…)`, or allow it with the reason who reaches it";
            findings.push(service.finding(UNREACHABLE, message).help(help));
        }
    }
}

fn is_closed(service: &ResourceFacts<'_>) -> bool {
    service.is_deployed() && service.text(SWITCH).is_some_and(|text| text.eq_ignore_ascii_case("Disabled"))
}

/// Whether the service lets somebody in all the same: Azure's own services, addresses, subnets, or a subnet of its own.
fn has_another_way(service: &ResourceFacts<'_>) -> bool {
    let (body, rules) = (service.body(), rules(service));
    // Vaults and storage accounts let Azure's services in unless they say otherwise.
    let is_bypassed = match service.text(&format!("{rules}.bypass")) {
        Some(bypass) => bypass.contains("AzureServices"),
        None => service.is_any(BYPASSED) || !body.lacks(&format!("{rules}.bypass")),
    };
    let is_empty = |list: &str| {
        let path = format!("{rules}.{list}");
        body.lacks(&path) || service.at_path(&path).is_some_and(|it| it.is_whole_list() && it.items().count() == 0)
    };
    is_bypassed
        || !is_empty("ipRules")
        || !is_empty("virtualNetworkRules")
        || OF_ITS_OWN.iter().any(|path| !body.lacks(path))
}

fn rules(service: &ResourceFacts<'_>) -> &'static str {
    if service.is("Microsoft.ContainerRegistry/registries") {
        "properties.networkRuleSet"
    } else {
        "properties.networkAcls"
    }
}

/// Where services say which subnet they are in themselves.
const OF_ITS_OWN: &[&str] = &["properties.network", "properties.vnetConfiguration"];

const BYPASSED: &[&str] = &["Microsoft.KeyVault/vaults", "Microsoft.Storage/storageAccounts"];

/// Whether another template may make the endpoint, or a service of Azure connects to it in its own way.
fn is_known_elsewhere(service: &ResourceFacts<'_>) -> bool {
    service.is_output() || service.users().iter().any(|user| connects(user, service))
}

/// Whether a resource has a private link of its own to the service: Front Door, a search service, a data factory.
fn connects(user: &ResourceFacts<'_>, service: &ResourceFacts<'_>) -> bool {
    let is_part = user.lineage().any(|it| it.is_same(service));
    let is_grant = user.scope().is_some_and(|scope| scope.lineage().any(|it| it.is_same(service)));
    !is_part && !is_grant && mentions_private_link(user)
}

fn mentions_private_link(user: &ResourceFacts<'_>) -> bool {
    let is_about = |name: &str| name.to_ascii_lowercase().contains("private");
    let mut mentions = is_about(user.ty());
    user.body().expr().walk(&mut |expr| {
        if let Expr::Object(entries) = expr {
            mentions |= entries.iter().filter_map(Entry::name).any(is_about);
        }
    });
    mentions
}
