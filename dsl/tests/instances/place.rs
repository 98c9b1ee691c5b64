//! Where a resource belongs: the scope of the file, its parents, and whether it extends another resource.
//! It must not know the properties of the resource.

use dsl::Expr;
use types::{Provider, ResourceType, Scopes, catalogue, choose};

use super::builder::Builder;
use super::{Choice, type_and_version};

/// The scope of a file.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Level {
    ResourceGroup,
    Subscription,
    ManagementGroup,
    Tenant,
}

/// Where a resource belongs.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) level: Level,
    /// Whether it, or the outermost of its parents, is an extension of another resource.
    pub(crate) extends: bool,
    /// The parents that the data has, the outermost first.
    pub(crate) parents: Vec<Parent>,
    /// The parts of the name for the parents that the data does not have.
    prefix: String,
}

/// A resource that is there already, and has a child.
#[derive(Clone, Debug)]
pub(crate) struct Parent {
    pub(crate) type_and_version: String,
    pub(crate) name: Expr,
}

/// Whether something can be in a certain scope.
type Holds = fn(Scopes) -> bool;

/// The places to try, the best first: the scope of the file, and whether the resource extends another one there.
const PLACES: [(Level, bool, Holds); 5] = [
    (Level::ResourceGroup, false, Scopes::resource_group),
    (Level::Subscription, false, Scopes::subscription),
    (Level::ManagementGroup, false, Scopes::management_group),
    (Level::Tenant, false, Scopes::tenant),
    (Level::ResourceGroup, true, Scopes::extension),
];

impl Place {
    /// The first place where the resource and as many of its parents as possible can be.
    pub(super) fn of(provider: &Provider, resource: &ResourceType) -> Self {
        let possible = PLACES.into_iter().filter(|(.., holds)| holds(resource.writable_scopes));
        let places = possible.map(|(level, extends, holds)| {
            let mut parents = Vec::new();
            let prefix = parents_of(provider, &resource.name, holds, &mut parents);
            Place { level, extends, parents, prefix }
        });
        // The first of several that are equally good, hence the order is turned round.
        let best = places.collect::<Vec<_>>().into_iter().rev().max_by_key(|place| place.parents.len());
        best.expect("a writable type can be written somewhere")
    }

    /// The whole name of the resource where its parent is not in the data.
    pub(super) fn full_name(&self, name: Expr) -> Expr {
        match (self.parents.is_empty(), name) {
            (true, Expr::String(name)) => Expr::string(format!("{}{name}", self.prefix)),
            (_, name) => name,
        }
    }
}

/// Collects the parents of a type, the outermost first. Returns what stands before the name of the outermost one, or of
/// the type itself.
fn parents_of(provider: &Provider, name: &str, holds: Holds, parents: &mut Vec<Parent>) -> String {
    let Some((parent, _)) = name.rsplit_once('/').filter(|(parent, _)| parent.contains('/')) else {
        return String::new();
    };
    let Some(parent) = readable(provider, parent, holds) else {
        return "contoso/".repeat(parent.matches('/').count());
    };
    let prefix = parents_of(provider, &parent.name, holds, parents);
    let (name, ..) = Builder::new(provider, Choice::Minimal).resource(parent);
    let name = match name {
        Expr::String(name) if parents.is_empty() => Expr::string(format!("{prefix}{name}")),
        name => name,
    };
    parents.push(Parent { type_and_version: type_and_version(parent), name });
    prefix
}

/// The version of a type that is meant when nobody names one, if such a resource can be referred to.
fn readable<'p>(provider: &'p Provider, name: &str, holds: Holds) -> Option<&'p ResourceType> {
    let catalogue = catalogue().expect("the data can be read");
    let entry = choose(&catalogue.versions(name))?;
    holds(entry.readable_scopes).then(|| provider.resource(entry)).flatten()
}
