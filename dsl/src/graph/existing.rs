//! Resources that are there already, to be referred to. It must not know any resource by name.

use std::marker::PhantomData;
use std::panic::Location;

use super::{Declaration, Graph, Maybe, Presence, Resource, ResourceType};
use crate::check::Check;
use crate::expr::{Expr, Text};
use crate::scope::Scope;
use crate::value::{Value, ValueOf};

/// A resource that is there already, to be referred to. Made by the `existing` function of its type.
#[derive(Clone, Debug)]
#[must_use = "an existing resource can be referred to once it is added: `.add(g, \"symbol\")`"]
pub struct Existing<T> {
    pub(super) declaration: Declaration,
    presence: Presence,
    ty: PhantomData<fn() -> T>,
}

impl<T: ResourceType> Existing<T> {
    /// The resource that the declaration names.
    pub fn new(declaration: Declaration) -> Self {
        Existing { declaration, presence: Presence::Existing, ty: PhantomData }
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

    /// Looks for one that is called otherwise, for constructs that know the name late.
    pub fn called(mut self, name: impl ValueOf<String>) -> Self {
        let name: Value<String> = name.into();
        self.declaration = self.declaration.with("name", name);
        self
    }

    /// Looks for it elsewhere than in the graph's own scope: `scope: resourceGroup('hub')`.
    pub fn in_scope(mut self, scope: impl Into<Expr>) -> Self {
        self.declaration.scope = Some(scope.into());
        self
    }

    /// Accepts what a check would find, for a reason: `.allow(Check::UNKNOWN_TYPE, "in private preview")`.
    pub fn allow(mut self, check: Check, reason: impl Into<Text>) -> Self {
        self.declaration = self.declaration.allowing(check, reason);
        self
    }

    /// Has the official compiler or linter say nothing of a rule that is wrong here, for a reason, which is printed.
    pub fn suppress(mut self, code: impl Into<Text>, reason: impl Into<Text>) -> Self {
        self.declaration = self.declaration.suppressing(code, reason);
        self
    }

    /// Puts a comment above the statement: `// …`, one for each line of the text.
    pub fn comment(mut self, text: impl Into<Text>) -> Self {
        self.declaration.remarks.comment(text.into());
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
        g.nodes.add_rules(T::RULES);
        Resource::new(g.nodes.push(self.declaration.into_node(symbol.into(), self.presence, location)))
    }

    /// Adds it to the graph without knowing whether it is there: `@nullIfNotFound()`. Its id and name are known all the same,
    /// everything else may be null.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup, raw_existing};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// let logs = raw_existing("Microsoft.OperationalInsights/workspaces@2026-03-01", "logs").add_if_found(&mut g, "logs");
    /// let id = logs.read(|logs| logs.read("properties.customerId").cast::<String>());
    /// g.output("customerId", id.or_else("none")).describe("Id of the workspace, if there is one.");
    /// let text = g.to_bicep().unwrap();
    /// assert!(text.contains("@nullIfNotFound()\nresource logs "), "{text}");
    /// assert!(text.contains("= logs.?properties.customerId ?? 'none'"), "{text}");
    /// ```
    #[track_caller]
    pub fn add_if_found<S: Scope>(mut self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Maybe<Resource<T>> {
        self.declaration.null_if_not_found = true;
        Maybe::found(self.add_at(g, symbol, Location::caller()))
    }
}
