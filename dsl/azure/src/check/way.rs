//! Ways to a service that is closed to the public network, besides the private endpoints of the graph. It must not know who
//! needs one.

use dsl::{Entry, Expr, ResourceFacts};

use super::exposure::{self, PublicAccess};
use super::reach;

/// Whether this graph makes a service that takes nothing from the public network, but from services that it trusts.
pub(super) fn is_closed(service: &ResourceFacts<'_>) -> bool {
    service.is_deployed() && exposure::of_service(service) == PublicAccess::Closed
}

/// Whether somebody may come in all the same. The lists of addresses and subnets count for nothing where the switch is off,
/// and are empty where it is not.
pub(super) fn has_another(service: &ResourceFacts<'_>) -> bool {
    OF_ITS_OWN.iter().any(|path| !service.body().lacks(path))
        || is_handed_on(service)
        || service.users().iter().any(|user| connects(user, service))
}

/// Where services say which subnet they are in themselves, and which resources come in past the switch.
const OF_ITS_OWN: &[&str] = &[
    "properties.network.delegatedSubnetResourceId",
    "properties.networkAclBypassResourceIds",
    "properties.networkAcls.resourceAccessRules",
    "properties.vnetConfiguration",
];

/// Whether another template may make the endpoint: it is told the id, which an endpoint asks for. A module may find the
/// service by its name.
fn is_handed_on(service: &ResourceFacts<'_>) -> bool {
    let reads = |value: &dsl::ValueFacts<'_>, wanted: &[&str]| {
        value.reads().iter().any(|(of, path)| of.is_same(service) && wanted.contains(&&**path))
    };
    service.outputs().iter().any(|it| reads(it, &["", "id"]))
        || service.module_params().iter().any(|it| reads(it, &["", "id", "name"]))
}

/// Whether a resource has a private link of its own to the service: Front Door, a search service, a data factory; or is a
/// template by itself. Machines and apps have none, whatever is private about them.
fn connects(user: &ResourceFacts<'_>, service: &ResourceFacts<'_>) -> bool {
    let is_part = user.lineage().any(|it| it.is_same(service));
    let is_grant = user.scope().is_some_and(|scope| scope.lineage().any(|it| it.is_same(service)));
    let is_app = user.lineage().any(|it| reach::is_caller(&it));
    !is_part && !is_grant && !is_app && (user.is(DEPLOYMENT) || mentions_private_link(user))
}

const DEPLOYMENT: &str = "Microsoft.Resources/deployments";

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
