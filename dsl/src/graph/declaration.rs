//! What is said about a resource before it enters a graph. It must not know any resource by name.

use super::{Extension, NodeId, RawParts, Remarks, Resource};
use crate::check::{Check, Rule};
use crate::expr::{Expr, Text};
use crate::shape::{Given, Object};
use crate::value::Value;

/// Where Azure keeps what is special about a type of resource.
pub(super) const PROPERTIES: &str = "properties";

/// A type of resource.
pub trait ResourceType: Sized + 'static {
    /// What a handle offers to read.
    type View: From<Expr>;
    /// The checks that resources of this type bring along.
    const RULES: &'static [Rule] = &[];
}

/// A resource that extension resources (role assignments, locks, …) can be attached to.
#[derive(Clone, Debug)]
pub struct ExtensionTarget(Expr);

impl<T: ResourceType> From<&Resource<T>> for ExtensionTarget {
    fn from(resource: &Resource<T>) -> Self {
        ExtensionTarget(resource.expr())
    }
}

impl ExtensionTarget {
    /// The resource id.
    pub fn id(&self) -> Value<String> {
        Value::new(self.0.clone().member("id"))
    }
}

/// Where a resource applies that can be attached to another one, or to all that the graph is deployed to.
#[derive(Clone, Debug)]
pub struct ScopeTarget(Option<Expr>);

/// All that the graph is deployed to: the resource group, the subscription and so on.
#[derive(Clone, Copy, Debug)]
pub struct DeploymentScope;

impl From<DeploymentScope> for ScopeTarget {
    fn from(_: DeploymentScope) -> Self {
        ScopeTarget(None)
    }
}

impl From<ExtensionTarget> for ScopeTarget {
    fn from(target: ExtensionTarget) -> Self {
        ScopeTarget(Some(target.0))
    }
}

impl<T: ResourceType> From<&Resource<T>> for ScopeTarget {
    fn from(resource: &Resource<T>) -> Self {
        ExtensionTarget::from(resource).into()
    }
}

/// A resource to be: its type, where it belongs, its properties, and what is said about it besides.
#[derive(Clone, Debug)]
pub struct Declaration {
    pub(super) ty: Text,
    pub(super) api_version: Text,
    pub(super) extension: Option<NodeId>,
    pub(super) parent: Option<NodeId>,
    pub(super) parent_position: Vec<Expr>,
    pub(super) nested: bool,
    pub(super) scope: Option<Expr>,
    pub(super) body: Object,
    pub(super) description: Option<Text>,
    pub(super) depends_on: Vec<Expr>,
    pub(super) only_if_not_exists: bool,
    pub(super) null_if_not_found: bool,
    pub(super) retry_on: Option<(Vec<Text>, Option<i64>)>,
    pub(super) allowances: Vec<Allowance>,
    pub(super) raw: RawParts,
    pub(super) remarks: Remarks,
    pub(super) gives: Vec<(Text, Given)>,
}

/// A finding that is accepted, and why.
#[derive(Clone, Debug)]
pub(crate) struct Allowance {
    pub(crate) check: &'static str,
    pub(crate) reason: Text,
    /// Whether it counts for all that the construct around it adds.
    pub(crate) of_whole: bool,
}

/// A rule of the official compiler or linter that is wrong for a statement, and why.
#[derive(Clone, Debug)]
pub(crate) struct Suppression {
    pub(crate) code: Text,
    pub(crate) reason: Text,
}

impl Declaration {
    /// Of a type at a version, without properties.
    pub fn of(ty: impl Into<Text>, api_version: impl Into<Text>) -> Self {
        Declaration {
            ty: ty.into(),
            api_version: api_version.into(),
            extension: None,
            parent: None,
            parent_position: Vec::new(),
            nested: false,
            scope: None,
            body: Object::default(),
            description: None,
            depends_on: Vec::new(),
            only_if_not_exists: false,
            null_if_not_found: false,
            retry_on: None,
            allowances: Vec::new(),
            raw: RawParts::default(),
            remarks: Remarks::default(),
            gives: Vec::new(),
        }
    }

    /// With the type of a property, where Rust tells it and no data of Azure does.
    #[doc(hidden)]
    pub fn gives(mut self, name: &'static str, given: Option<Given>) -> Self {
        self.gives.extend(given.map(|given| (name.into(), given)));
        self
    }

    /// Of a child of `parent`.
    pub fn child_of<P: ResourceType>(mut self, parent: &Resource<P>) -> Self {
        self.parent = Some(parent.node());
        self.parent_position = parent.position();
        self
    }

    /// Of a resource of an extension of Bicep.
    pub fn of_extension<T>(mut self, extension: &Extension<T>) -> Self {
        self.extension = Some(extension.node());
        self
    }

    /// Of an extension of `target`.
    pub fn extending(mut self, target: ExtensionTarget) -> Self {
        self.scope = Some(target.0);
        self
    }

    /// Of an extension of a resource, or of what applies to the whole scope.
    pub fn in_target(mut self, target: ScopeTarget) -> Self {
        self.scope = target.0;
        self
    }

    /// With a property, instead of the one of that name if there is one. `properties` are many: what is set of them again
    /// replaces what has the same name, so that the rest of a construct's defaults stays.
    pub fn with(mut self, name: impl Into<Text>, value: impl Into<Expr>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.body = match (self.body.get(PROPERTIES), &value) {
            (Some(Expr::Object(earlier)), Expr::Object(later)) if name == PROPERTIES => {
                let all = Object::of(earlier).with_all(Object::of(later));
                self.body.with(name, all)
            }
            _ => self.body.with(name, value),
        };
        self
    }

    /// What the property at a path such as `identity.type` is set to, if it is written out.
    pub fn get(&self, path: &str) -> Option<&Expr> {
        match path.split_once('.') {
            Some((name, rest)) => self.body.get(name)?.get(rest),
            None => self.body.get(path),
        }
    }

    /// What it is said to be for.
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// With all properties of an object.
    pub fn with_all(mut self, object: impl Into<Object>) -> Self {
        self.body = self.body.with_all(object.into());
        self
    }

    /// With the properties of another declaration under its own.
    pub fn over(mut self, known: &Declaration) -> Self {
        self.body = self.body.over(known.body.clone());
        self
    }

    /// The properties of a tree, with the name before them: some variants of a body are told apart by it.
    #[cfg(feature = "replay")]
    #[doc(hidden)]
    pub fn named(&self, tree: &Expr) -> Expr {
        let (Expr::Object(entries), Some(name)) = (tree, self.body.get("name")) else { return tree.clone() };
        let name = crate::expr::Entry::Property("name".into(), name.clone());
        Expr::Object([name].into_iter().chain(entries.iter().cloned()).collect())
    }

    /// Of a type that no struct of Rust stands for.
    pub(super) fn untyped(mut self) -> Self {
        self.raw.whole = true;
        self
    }

    /// With what a check would find being accepted, for a reason.
    pub fn allowing(mut self, check: Check, reason: impl Into<Text>) -> Self {
        self.accept(check, reason.into(), false);
        self
    }

    pub(super) fn accept(&mut self, check: Check, reason: Text, of_whole: bool) {
        self.allowances.push(Allowance { check: check.id(), reason, of_whole });
    }

    /// Without findings of a rule of the official compiler or linter that is wrong here. The reason is printed with it.
    pub fn suppressing(mut self, code: impl Into<Text>, reason: impl Into<Text>) -> Self {
        self.remarks.suppress(code.into(), reason.into());
        self
    }
}
