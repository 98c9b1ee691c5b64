//! How a declaration of a resource enters a graph. It must not know any resource by name.

use std::panic::Location;

use super::declaration::PROPERTIES;
use super::{Declaration, Dependency, Graph, Node, NodeKind, Presence, Resource, ResourceNode, ResourceType};
use crate::check::Check;
use crate::expr::{Expr, Text};
use crate::scope::Scope;

/// The scope may hold resources of the type `R`.
#[diagnostic::on_unimplemented(
    message = "`{R}` cannot be deployed to the scope `{Self}`",
    label = "Azure does not keep this resource there",
    note = "add it to a graph of a scope that its reference lists; `Graph<ResourceGroup>` holds most resources"
)]
pub trait Holds<R: ResourceType>: Scope {}

/// Resources of the type `C` are declared under this one.
#[diagnostic::on_unimplemented(
    message = "`{C}` cannot be declared under `{Self}`",
    label = "this is not its parent",
    note = "pass the handle of its parent: the resource whose type is the child's without the last part"
)]
pub trait ParentOf<C: ResourceType>: ResourceType {}

/// A type of resource whose properties have types in Rust. [`resource!`](crate::resource) implements it.
#[diagnostic::on_unimplemented(
    message = "of `{Self}` no types of properties are known",
    note = "use a struct of the catalogue; `cargo run -p typegen -- add` makes one of any of Azure's types"
)]
pub trait TypedResource: ResourceType {
    /// `Microsoft.Storage/storageAccounts@2026-09-01`
    const TYPE_AND_VERSION: &'static str;
}

/// A struct that models a resource to be deployed. `resource!` implements it.
pub trait ResourceBody: ResourceType {
    /// All that is said about it.
    fn declaration(&mut self) -> &mut Declaration;

    /// The struct of a declaration of its type.
    #[doc(hidden)]
    fn of(declaration: Declaration) -> Self;

    /// Sets the property at a path such as `properties.networkAcls.bypass`, for what no method sets: a property that
    /// Azure's data does not know, say. What is set last counts. The check of the graph still compares it with that data.
    fn property(mut self, path: impl Into<Text>, value: impl Into<Expr>) -> Self {
        let path = path.into();
        let raw = &mut self.declaration().raw;
        if !raw.whole && !raw.properties.contains(&path) {
            raw.properties.push(path.clone());
        }
        self.set_property(&path, value)
    }

    /// As [`property`](Self::property), for constructs whose own types vouch for the value: a reviewer is not told of it.
    fn set_property(mut self, path: &str, value: impl Into<Expr>) -> Self {
        self.declaration().body.set_path(path, value.into());
        self
    }

    /// Accepts what a check would find, for a reason: `.allow(Check::UNKNOWN_TYPE, "in private preview")`.
    fn allow(mut self, check: Check, reason: impl Into<Text>) -> Self {
        self.declaration().accept(check, reason.into(), false);
        self
    }

    /// Has the official compiler or linter say nothing of a rule that is wrong here, for a reason, which is printed:
    /// `.suppress("BCP081", "in private preview")`.
    fn suppress(mut self, code: impl Into<Text>, reason: impl Into<Text>) -> Self {
        self.declaration().remarks.suppress(code.into(), reason.into());
        self
    }

    /// Puts a comment above the statement: `// …`, one for each line of the text.
    fn comment(mut self, text: impl Into<Text>) -> Self {
        self.declaration().remarks.comment(text.into());
        self
    }

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
    fn depends_on(mut self, other: &impl Dependency) -> Self {
        self.declaration().depends_on.push(other.reference());
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
        g.nodes.add_rules(Self::RULES);
        let declaration = std::mem::replace(self.declaration(), Declaration::of("", ""));
        let node = declaration.into_node(symbol.into(), Presence::Deployed, location);
        Resource::new(g.nodes.push(node))
    }
}

impl Declaration {
    pub(super) fn into_node(self, symbol: Text, presence: Presence, location: &'static Location<'static>) -> Node {
        let nested_in = self.parent.filter(|_| self.nested);
        let description = self.description;
        let resource = ResourceNode {
            ty: self.ty,
            api_version: self.api_version,
            presence,
            extension: self.extension,
            parent: self.parent,
            parent_position: self.parent_position,
            scope: self.scope,
            // Long as they are, they would hide what stands behind them.
            body: self.body.with_last(PROPERTIES).into(),
            depends_on: self.depends_on,
            only_if_not_exists: self.only_if_not_exists,
            null_if_not_found: self.null_if_not_found,
            retry_on: self.retry_on,
            allowances: self.allowances,
            raw: self.raw,
            gives: self.gives,
        };
        let node = Node::new(symbol, location, NodeKind::Resource(Box::new(resource))).with_remarks(self.remarks);
        Node { description, nested_in, ..node }
    }
}
