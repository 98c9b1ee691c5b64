//! Resources of a type that the catalogue has no struct for. What is said of them is text that the check of the graph
//! compares with Azure's data; the types know nothing of it.

use super::{Declaration, Existing, ExtensionTarget, Holds, NodeId, Resource, ResourceBody, ResourceType};
use crate::expr::{Expr, Text};
use crate::scope::Scope;
use crate::shape::{Any, Object, Shape};
use crate::value::{Value, ValueOf};

/// A resource of any type, by its type and version: `raw("Microsoft.Search/searchServices@2026-11-01", "search")`.
///
/// Properties are set by path: `.property("properties.replicaCount", 2)`. The check of the graph compares all of them with
/// Azure's data. See [`RawResource::child_of`] and [`RawResource::on`] for other places than the scope itself.
///
/// ```
/// use dsl::{Graph, ResourceBody, ResourceGroup, raw};
///
/// let mut g = Graph::<ResourceGroup>::new();
/// let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
///     .property("location", "global")
///     .add(&mut g, "zone");
/// g.output("zoneId", zone.id()).describe("Resource id of the zone.");
/// assert!(g.check().is_ok());
/// ```
pub fn raw(type_and_version: impl Into<Text>, name: impl ValueOf<String>) -> RawResource {
    let name: Value<String> = name.into();
    RawResource(of(type_and_version.into()).with("name", name).untyped())
}

/// A resource of any type that is there already, by its type, version and name.
pub fn raw_existing(type_and_version: impl Into<Text>, name: impl ValueOf<String>) -> Existing<RawResource> {
    raw(type_and_version, name).found()
}

/// Without an `@` the version is empty, which the check reports.
fn of(type_and_version: Text) -> Declaration {
    match type_and_version {
        Text::Borrowed(text) => {
            let (ty, version) = text.split_once('@').unwrap_or((text, ""));
            Declaration::of(ty, version)
        }
        Text::Owned(text) => {
            let (ty, version) = text.split_once('@').unwrap_or((&text, ""));
            Declaration::of(ty.to_owned(), version.to_owned())
        }
    }
}

/// A resource of a type that the catalogue has no struct for. Made by [`raw`].
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet: `.add(g, \"symbol\")`"]
pub struct RawResource(Declaration);

impl RawResource {
    /// Of an extension, whose resources need not have names.
    pub(super) fn of_extension(type_and_version: Text, extension: NodeId, body: Object) -> Self {
        let mut declaration = of(type_and_version).with_all(body).untyped();
        declaration.extension = Some(extension);
        RawResource(declaration)
    }

    /// One that is there already.
    pub(super) fn found(self) -> Existing<RawResource> {
        Existing::new(self.0)
    }

    /// Under its parent. The name is then the last part only.
    pub fn child_of<P: ResourceType>(self, parent: &Resource<P>) -> Self {
        RawResource(self.0.child_of(parent))
    }

    /// As an extension of another resource.
    pub fn on(self, target: impl Into<ExtensionTarget>) -> Self {
        RawResource(self.0.extending(target.into()))
    }
}

impl Existing<RawResource> {
    /// Under its parent. The name is then the last part only.
    pub fn child_of<P: ResourceType>(mut self, parent: &Resource<P>) -> Self {
        self.declaration = self.declaration.child_of(parent);
        self
    }
}

impl ResourceType for RawResource {
    type View = RawView;
}

impl ResourceBody for RawResource {
    fn declaration(&mut self) -> &mut Declaration {
        &mut self.0
    }

    fn of(declaration: Declaration) -> Self {
        RawResource(declaration)
    }
}

/// The check of the graph knows where it can be deployed.
impl<S: Scope> Holds<RawResource> for S {}

/// What can be read of a deployed resource, or of an object in it, that the catalogue has no struct for.
#[derive(Clone, Debug)]
pub struct RawView(Expr);

impl RawView {
    /// The value at a path: `search.read("properties.endpoint").cast::<String>()`.
    pub fn read(&self, path: &'static str) -> Value<Any> {
        Value::new(path.split('.').fold(self.0.clone(), Expr::member))
    }
}

impl From<Expr> for RawView {
    fn from(object: Expr) -> Self {
        RawView(object)
    }
}

impl Shape for RawView {
    type View = Self;
}
