//! `early-start`: an app may start before what it pulls its image or reads its secrets by.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::needs;
use super::reach::Reach;

/// An app may start before what it pulls its image or reads its secrets by.
pub const EARLY_START: Check = Check::new(&Page {
    id: "early-start",
    severity: Severity::Error,
    summary: "An app does not wait for the private endpoint, the link of its zone, or the grant by which it pulls its image or reads its secrets.",
    why: "Azure deploys what does not wait for anything side by side: the first deployment fails, or not, as it happens.",
    help: "add the app after them, for constructs wait for what is there, or call `g.wait_for_needs(&app)` once they are there",
    constant: Some("azure::check::EARLY_START"),
    wrong: example!("early_start.rs", |g| {
        use azure::managed_identity::UserAssignedIdentity;
        use azure::network::{Subnet, VirtualNetwork};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
        let [apps, endpoints] = ["apps", "endpoints"].map(|it| Subnet::existing(&network, it).nested().add(g, it));
        let registry = ContainerRegistry::new("crcontoso", &location).add(g, "registry");
        let zone = Zone::of(&registry).add(g, "zone");
        zone.link(&network, g, "link");
        let environment = ContainerAppsEnvironment::new("cae-contoso", &location, &apps).add(g, "appEnvironment");
        let identity = UserAssignedIdentity::new("id-contoso", &location).add(g, "identity");
        let image = registry.properties().login_server() + "/shop:1";
        ContainerApp::new("shop", &location, &environment, &identity, image).pulls_from(&registry).add(g, "shop");
        PrivateEndpoint::new("registry-pe", &location, &registry, &endpoints).register_in(&zone, g, "endpoint");
    }),
    right: example!("early_start.rs", |g| {
        use azure::managed_identity::UserAssignedIdentity;
        use azure::network::{Subnet, VirtualNetwork};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
        let [apps, endpoints] = ["apps", "endpoints"].map(|it| Subnet::existing(&network, it).nested().add(g, it));
        let registry = ContainerRegistry::new("crcontoso", &location).add(g, "registry");
        let zone = Zone::of(&registry).add(g, "zone");
        zone.link(&network, g, "link");
        let environment = ContainerAppsEnvironment::new("cae-contoso", &location, &apps).add(g, "appEnvironment");
        let identity = UserAssignedIdentity::new("id-contoso", &location).add(g, "identity");
        let image = registry.properties().login_server() + "/shop:1";
        PrivateEndpoint::new("registry-pe", &location, &registry, &endpoints).register_in(&zone, g, "endpoint");
        ContainerApp::new("shop", &location, &environment, &identity, image).pulls_from(&registry).add(g, "shop");
    }),
});

pub(super) const RULE: Rule = Rule { check: EARLY_START, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let reach = Reach::new(facts);
    for app in facts.all().filter(ResourceFacts::is_deployed) {
        for (service, unawaited) in needs::unawaited(&app, &reach) {
            findings.push(finding(&app, &service, &unawaited));
        }
    }
}

fn finding(app: &ResourceFacts<'_>, service: &ResourceFacts<'_>, unawaited: &[ResourceFacts<'_>]) -> Finding {
    let symbols: Vec<_> = unawaited.iter().map(|it| format!("`{}`", it.bicep())).collect();
    let message = format!(
        "`{}` may start before {}, by which it comes to `{}`",
        app.symbol(),
        symbols.join(", "),
        service.symbol()
    );
    let finding = app.finding(EARLY_START, message);
    let finding = unawaited
        .iter()
        .fold(finding, |finding, it| it.noted_in(finding, format!("`{}` is declared here", it.symbol())));
    finding.help(format!(
        "add it after them, if it is a construct, or call `g.wait_for_needs(&{})` once they are there",
        app.symbol()
    ))
}
