//! Who is granted what: role assignments, read backwards from the service and forwards to the callers. It must not know
//! what is wrong with what it finds.

use dsl::{Expr, Facts, ResourceFacts};

use super::ROLE_ASSIGNMENT;
#[cfg(feature = "authorization")]
use crate::role;

const USER_ASSIGNED_IDENTITY: &str = "Microsoft.ManagedIdentity/userAssignedIdentities";

/// Everything that grants something to somebody: role assignments, and those of a kind of its own that some services have.
pub fn all<'g>(facts: &Facts<'g>) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
    let grants = |it: &ResourceFacts<'_>| it.is(ROLE_ASSIGNMENT) || is_of_its_own(it);
    facts.all().filter(move |it| it.is_deployed() && grants(it))
}

/// What an assignment allows: the name of a built-in role, or the resource that defines another one.
#[derive(Clone, Copy, Debug)]
pub enum Granted<'g> {
    /// A built-in role, by its name.
    BuiltIn(&'static str),
    /// A role that is defined by a resource of the graph.
    Custom(ResourceFacts<'g>),
}

/// What an assignment allows, as far as it is known now.
pub fn granted<'g>(assignment: &ResourceFacts<'g>) -> Option<Granted<'g>> {
    let definition = assignment.value("properties.roleDefinitionId")?;
    let mut name = None;
    definition.walk(&mut |expr| {
        if let Expr::String(text) = expr {
            name = name.or_else(|| built_in(assignment, text.rsplit('/').next().unwrap_or_default()));
        }
    });
    let defines = |it: &ResourceFacts<'_>| it.ty().to_ascii_lowercase().ends_with("roledefinitions");
    let custom = || assignment.references("properties.roleDefinitionId").into_iter().find(defines);
    name.map(Granted::BuiltIn).or_else(|| custom().map(Granted::Custom))
}

fn built_in(assignment: &ResourceFacts<'_>, guid: &str) -> Option<&'static str> {
    if !assignment.is(ROLE_ASSIGNMENT) {
        return COSMOS_ROLES.iter().find(|(known, _)| *known == guid).map(|(_, name)| *name);
    }
    #[cfg(feature = "authorization")]
    return role::name_of(guid);
    #[cfg(not(feature = "authorization"))]
    None
}

/// The built-in roles of Azure Cosmos DB for NoSQL on its data.
const COSMOS_ROLES: &[(&str, &str)] = &[
    ("00000000-0000-0000-0000-000000000001", "Cosmos DB Built-in Data Reader"),
    ("00000000-0000-0000-0000-000000000002", "Cosmos DB Built-in Data Contributor"),
];

/// The role assignments of a graph that apply to everything in it.
pub(super) fn on_everything<'g>(facts: &Facts<'g>) -> Vec<ResourceFacts<'g>> {
    facts.resources(ROLE_ASSIGNMENT).filter(|assignment| assignment.scope().is_none()).collect()
}

/// The role assignments on a resource and on everything in it.
pub(super) fn within<'g>(resource: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let mut found: Vec<_> = resource.extensions().filter(|extension| extension.is(ROLE_ASSIGNMENT)).collect();
    resource.children().for_each(|child| found.extend(within(&child)));
    found
}

/// Whether the service has assignments of a kind of its own, such as those of Cosmos DB.
pub(super) fn has_its_own(resource: &ResourceFacts<'_>) -> bool {
    resource.children().any(|child| is_of_its_own(&child))
}

fn is_of_its_own(resource: &ResourceFacts<'_>) -> bool {
    let ty = resource.ty().to_ascii_lowercase();
    !resource.is(ROLE_ASSIGNMENT) && OWN_ASSIGNMENTS.iter().any(|end| ty.ends_with(end))
}

const OWN_ASSIGNMENTS: &[&str] = &["roleassignments", "accesspolicyassignments", "administrators"];

/// Whether a service takes no keys.
pub fn takes_no_keys(resource: &ResourceFacts<'_>) -> bool {
    resource.is_set("properties.disableLocalAuth", true) || resource.is_set("properties.allowSharedKeyAccess", false)
}

/// The resources that an assignment lets call. None, where it names a principal that the graph does not make.
pub fn callers<'g>(assignment: &ResourceFacts<'g>) -> Option<Vec<ResourceFacts<'g>>> {
    let principal = assignment.references("properties.principalId").into_iter().next()?;
    if !principal.is_deployed() {
        return None;
    }
    if !principal.is(USER_ASSIGNED_IDENTITY) {
        return Some(vec![principal]);
    }
    let has_it = |user: &ResourceFacts<'_>| user.references("identity").iter().any(|it| it.is_same(&principal));
    let callers: Vec<_> = principal.users().into_iter().filter(has_it).collect();
    // One that nobody in the graph has is for somebody elsewhere.
    (!callers.is_empty() && !principal.is_output()).then_some(callers)
}
