//! How a struct that models a resource enters a graph. It must not know any resource by name.

use std::marker::PhantomData;
use std::panic::Location;

use super::{Graph, Node, NodeId, NodeKind, Presence, Resource, ResourceNode};
use crate::expr::{Expr, Text};
use crate::scope::Scope;
use crate::value::{Value, ValueOf};

/// A type of resource, at one API version.
pub trait ResourceType: Sized + 'static {
    /// The type as Azure spells it: `Microsoft.Network/virtualNetworks`.
    const TYPE: &'static str;
    /// The API version: `2024-06-01`, with `-preview` where it is one.
    const API_VERSION: &'static str;
    /// What a handle offers to read.
    type View: From<Expr>;
}

/// The scope may hold resources of the type `R`.
#[diagnostic::on_unimplemented(
    message = "`{R}` cannot be deployed to the scope `{Self}`",
    label = "Azure does not keep this resource there",
    note = "add it to a graph of a scope that its reference lists, or reach that scope by a module"
)]
pub trait Holds<R: ResourceType>: Scope {}

/// Resources of the type `C` are declared under this one.
#[diagnostic::on_unimplemented(
    message = "`{C}` cannot be declared under `{Self}`",
    label = "this is not its parent",
    note = "pass the handle of its parent: the resource whose type is the child's without the last part"
)]
pub trait ParentOf<C: ResourceType>: ResourceType {}

/// A resource that extension resources (role assignments, locks, …) can be attached to.
#[derive(Clone, Debug)]
pub struct ExtensionTarget(Expr);

impl<T: ResourceType> From<&Resource<T>> for ExtensionTarget {
    fn from(resource: &Resource<T>) -> Self {
        ExtensionTarget(resource.expr())
    }
}

/// What is said about a resource besides its properties.
#[derive(Clone, Debug, Default)]
pub struct Declaration {
    parent: Option<NodeId>,
    nested: bool,
    scope: Option<Expr>,
    description: Option<Text>,
    depends_on: Vec<NodeId>,
    only_if_not_exists: bool,
    retry_on: Option<(Vec<Text>, Option<i64>)>,
}

impl Declaration {
    /// Of a child of `parent`.
    pub fn child_of<P: ResourceType>(parent: &Resource<P>) -> Self {
        Declaration { parent: Some(parent.node()), ..Declaration::default() }
    }

    /// Of an extension of `target`.
    pub fn extending(target: impl Into<ExtensionTarget>) -> Self {
        Declaration { scope: Some(target.into().0), ..Declaration::default() }
    }

    fn into_node<T: ResourceType>(
        self,
        symbol: Text,
        body: Expr,
        presence: Presence,
        location: &'static Location<'static>,
    ) -> Node {
        let resource = ResourceNode {
            ty: Text::Borrowed(T::TYPE),
            api_version: Text::Borrowed(T::API_VERSION),
            presence,
            parent: self.parent,
            scope: self.scope,
            body,
            depends_on: self.depends_on,
            only_if_not_exists: self.only_if_not_exists,
            retry_on: self.retry_on,
        };
        let kind = NodeKind::Resource(Box::new(resource));
        let nested_in = self.parent.filter(|_| self.nested);
        Node { description: self.description, nested_in, ..Node::new(symbol, location, kind) }
    }
}

/// A struct that models a resource to be deployed. `resource!` implements it.
pub trait ResourceBody: ResourceType {
    /// What is said about it besides its properties.
    fn declaration(&mut self) -> &mut Declaration;

    /// The properties, `name` among them, as an object.
    fn to_expr(&self) -> Expr;

    /// Declares it inside the braces of its parent instead of beside it. Means nothing without a parent.
    fn nested(mut self) -> Self {
        let declaration = self.declaration();
        declaration.nested = declaration.parent.is_some();
        self
    }

    /// Says what it is for: `@description('…')`.
    fn describe(mut self, description: impl Into<Text>) -> Self {
        self.declaration().description = Some(description.into());
        self
    }

    /// Deploys it after another resource that none of its properties refers to: `dependsOn`.
    fn depends_on<T: ResourceType>(mut self, other: &Resource<T>) -> Self {
        self.declaration().depends_on.push(other.node());
        self
    }

    /// Leaves a resource of this name alone if there is one: `@onlyIfNotExists()`.
    fn only_if_not_exists(mut self) -> Self {
        self.declaration().only_if_not_exists = true;
        self
    }

    /// Tries again when Azure answers with one of these error codes: `@retryOn(['Code'], times)`.
    fn retry_on<C: Into<Text>>(mut self, codes: impl IntoIterator<Item = C>, times: Option<i64>) -> Self {
        self.declaration().retry_on = Some((codes.into_iter().map(Into::into).collect(), times));
        self
    }

    /// Adds it to the graph under a symbol, the name that it has in the Bicep.
    #[track_caller]
    fn add<S: Holds<Self>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<Self> {
        self.add_at(g, symbol, Location::caller())
    }

    /// As [`add`](Self::add), with the place that findings show: for constructs that add in closures, where
    /// `#[track_caller]` sees the closure and not the scenario.
    fn add_at<S: Holds<Self>>(
        mut self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        location: &'static Location<'static>,
    ) -> Resource<Self> {
        let body = self.to_expr();
        let declaration = std::mem::take(self.declaration());
        let node = declaration.into_node::<Self>(symbol.into(), body, Presence::Deployed, location);
        Resource::new(g.nodes.push(node))
    }
}

/// A resource that is there already, to be referred to. Made by the `existing` function of its type.
#[derive(Debug)]
#[must_use = "an existing resource can be referred to once it is added: `.add(g, \"symbol\")`"]
pub struct Existing<T> {
    name: Value<String>,
    declaration: Declaration,
    presence: Presence,
    ty: PhantomData<fn() -> T>,
}

impl<T: ResourceType> Existing<T> {
    /// A resource by its name, where the declaration says.
    pub fn new(name: impl ValueOf<String>, declaration: Declaration) -> Self {
        Existing { name: name.into(), declaration, presence: Presence::Existing, ty: PhantomData }
    }

    /// Declares it inside the braces of its parent instead of beside it. Means nothing without a parent.
    pub fn nested(mut self) -> Self {
        self.declaration.nested = self.declaration.parent.is_some();
        self
    }

    /// Leaves the statement out where nothing refers to it, instead of reporting it: for constructs that offer more
    /// handles than a scenario may need.
    pub fn where_used(mut self) -> Self {
        self.presence = Presence::ExistingWhereUsed;
        self
    }

    /// Looks for it elsewhere than in the graph's own scope: `scope: resourceGroup('hub')`.
    pub fn in_scope(mut self, scope: impl Into<Expr>) -> Self {
        self.declaration.scope = Some(scope.into());
        self
    }

    /// Says what it is for: `@description('…')`.
    pub fn describe(mut self, description: impl Into<Text>) -> Self {
        self.declaration.description = Some(description.into());
        self
    }

    /// Adds it to the graph under a symbol, the name that it has in the Bicep.
    #[track_caller]
    pub fn add<S: Scope>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<T> {
        self.add_at(g, symbol, Location::caller())
    }

    /// As [`add`](Self::add), with the place that findings show: for constructs that add in closures, where
    /// `#[track_caller]` sees the closure and not the scenario.
    pub fn add_at<S: Scope>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        location: &'static Location<'static>,
    ) -> Resource<T> {
        let body = Expr::object([("name", self.name.into())]);
        let node = self.declaration.into_node::<T>(symbol.into(), body, self.presence, location);
        Resource::new(g.nodes.push(node))
    }
}
