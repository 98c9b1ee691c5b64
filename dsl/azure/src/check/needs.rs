//! What an app needs when it starts, for there it pulls its image and reads its secrets: which of it has to be deployed before
//! the app, and is not. It must not know whether that is a fault, or is mended.

use dsl::{Expr, ResourceFacts, ValueFacts};

use super::exposure::{self, PublicAccess};
use super::reach::{self, Reach};
use super::subnet::SUBNET;
use super::{ROLE_ASSIGNMENT, ZONE, ZONE_GROUP, ZONE_LINK, data_role};

const REGISTRY: &str = "Microsoft.ContainerRegistry/registries";
const VAULT: &str = "Microsoft.KeyVault/vaults";
const IDENTITY: &str = "Microsoft.ManagedIdentity/userAssignedIdentities";

/// Where each type of app names the registries and vaults that it needs when it starts. A cluster of Kubernetes pulls later.
const NEEDS: &[(&str, &[&str])] = &[
    ("Microsoft.App/containerApps", CONTAINER_APP),
    ("Microsoft.App/jobs", CONTAINER_APP),
    ("Microsoft.ContainerInstance/containerGroups", &["properties.imageRegistryCredentials"]),
    ("Microsoft.Web/sites", SITE),
    ("Microsoft.Web/sites/slots", SITE),
];

const CONTAINER_APP: &[&str] = &["properties.configuration.registries", "properties.configuration.secrets"];
const SITE: &[&str] = &["properties.siteConfig.linuxFxVersion", "properties.siteConfig.windowsFxVersion"];

/// Where the containers are that say which image they are of.
const CONTAINERS: &[&str] =
    &["properties.containers", "properties.template.containers", "properties.template.initContainers"];

const SETTINGS: &str = "properties.siteConfig.appSettings";

/// What a setting of App Service begins with whose value lies in a vault.
const IN_VAULT: &str = "@Microsoft.KeyVault";

/// The registries and vaults of the graph that an app needs when it starts, each once.
pub(super) fn of<'g>(app: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let Some((_, paths)) = NEEDS.iter().find(|(ty, _)| app.is(ty)) else { return Vec::new() };
    let named = paths.iter().flat_map(|path| app.references(path)).chain(images(app)).chain(settings(app));
    let services = named.filter_map(|it| it.lineage().find(|it| it.is_any(&[REGISTRY, VAULT])));
    each_once(services.filter(ResourceFacts::is_deployed))
}

fn images<'g>(app: &ResourceFacts<'g>) -> impl Iterator<Item = ResourceFacts<'g>> {
    let containers = CONTAINERS.iter().flat_map(|path| app.body().items_at(path));
    containers.flat_map(|container| [container.references("image"), container.references("properties.image")].concat())
}

fn settings<'g>(app: &ResourceFacts<'g>) -> impl Iterator<Item = ResourceFacts<'g>> {
    let settings = app.body().items_at(SETTINGS).filter(|setting| setting.at("value").is_some_and(is_in_vault));
    settings.flat_map(|setting| setting.references("value"))
}

fn is_in_vault(value: ValueFacts<'_>) -> bool {
    let mut is_there = false;
    value.expr().walk(&mut |part| is_there |= matches!(part, Expr::String(text) if text.starts_with(IN_VAULT)));
    is_there
}

/// What has to be there before the app starts, and need not be: for each service, the grants of the app's identities on it, and
/// where it is closed, what leads there from the app's network.
pub(crate) fn unawaited<'g>(
    app: &ResourceFacts<'g>,
    reach: &Reach<'g>,
) -> Vec<(ResourceFacts<'g>, Vec<ResourceFacts<'g>>)> {
    let missing = |service: ResourceFacts<'g>| {
        let all = grants_of(app, &service).into_iter().chain(ways(app, &service, reach));
        let open = all.filter(|it| it.is_deployed() && !app.follows(it) && !it.follows(app));
        (service, each_once(open))
    };
    of(app).into_iter().map(missing).filter(|(_, open)| !open.is_empty()).collect()
}

/// By which the app may pull or read. An identity that Azure makes with the app is granted nothing before. A service may have
/// many grants, and an identity has few.
fn grants_of<'g>(app: &ResourceFacts<'g>, service: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let own = app.references("identity").into_iter().filter(|it| it.is(IDENTITY));
    let is_one = |who: &ResourceFacts<'g>, grant: &ResourceFacts<'g>| {
        let is_there = grant.scope().is_some_and(|scope| scope.lineage().any(|it| it.is_same(service)));
        let is_its_own = || grant.references("properties.principalId").iter().any(|it| it.is_same(who));
        grant.is(ROLE_ASSIGNMENT) && is_there && is_its_own() && data_role::is_granted(grant)
    };
    own.flat_map(|who| who.users().into_iter().filter(move |grant| is_one(&who, grant)).collect::<Vec<_>>()).collect()
}

/// The private endpoints that lead to the service, as they are registered, the links by which the app's network sees that, and
/// the peerings in between.
fn ways<'g>(app: &ResourceFacts<'g>, service: &ResourceFacts<'g>, reach: &Reach<'g>) -> Vec<ResourceFacts<'g>> {
    if !is_closed(service) {
        return Vec::new();
    }
    let (networks, mut found) = (reach::networks_of(app), Vec::new());
    for endpoint in reach.endpoints(service) {
        let Some(there) = reach::network_of(endpoint) else { continue };
        let mut near = networks.iter().filter(|it| reach.is_near(it, &there)).peekable();
        if near.peek().is_some() {
            found.extend(registered(endpoint, &networks));
        }
        found.extend(near.flat_map(|here| peerings(here, &there).chain(peerings(&there, here))));
    }
    found
}

/// The peerings of one network with another.
fn peerings<'g>(from: &ResourceFacts<'g>, to: &ResourceFacts<'g>) -> impl Iterator<Item = ResourceFacts<'g>> {
    let (from, to) = (*from, *to);
    let leads_there = move |it: &ResourceFacts<'g>| {
        it.is(reach::PEERING) && it.references("properties.remoteVirtualNetwork").iter().any(|it| it.is_same(&to))
    };
    from.children().filter(leads_there)
}

/// Whether the app has to come over an endpoint: what addresses the service lets in is for others.
fn is_closed(service: &ResourceFacts<'_>) -> bool {
    let lets_in = |path: &&str| service.references(path).iter().any(|it| it.is(SUBNET));
    match exposure::of_service(service) {
        PublicAccess::Closed => true,
        PublicAccess::Limited => !["properties.networkAcls", "properties.networkRuleSet"].iter().any(lets_in),
        _ => false,
    }
}

fn registered<'g>(endpoint: &ResourceFacts<'g>, networks: &[ResourceFacts<'g>]) -> Vec<ResourceFacts<'g>> {
    let groups: Vec<_> = endpoint.children().filter(|it| it.is(ZONE_GROUP)).collect();
    let zones = groups.iter().flat_map(|group| group.references("properties.privateDnsZoneConfigs"));
    let links = zones.filter(|it| it.is(ZONE)).flat_map(|zone| zone.children()).filter(|it| it.is(ZONE_LINK));
    let sees = |link: &ResourceFacts<'g>| {
        link.references("properties.virtualNetwork").iter().any(|it| networks.iter().any(|known| known.is_same(it)))
    };
    let links: Vec<_> = links.filter(sees).collect();
    if groups.is_empty() { vec![*endpoint] } else { [groups, links].concat() }
}

fn each_once<'g>(all: impl Iterator<Item = ResourceFacts<'g>>) -> Vec<ResourceFacts<'g>> {
    let mut found: Vec<ResourceFacts<'g>> = Vec::new();
    for one in all {
        if found.iter().all(|known| !known.is_same(&one)) {
            found.push(one);
        }
    }
    found
}
