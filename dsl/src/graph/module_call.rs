//! Calls of modules that are files already. It must not know what is in them.

use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;

use super::perspective::{Handle, Perspective};
use super::remarks::Remarks;
use super::{Dependency, Graph, ModuleNode, Node, NodeId, NodeKind, ScopeOf};
use crate::expr::{Accessor, Entry, Expr, Key, Text};
use crate::scope::{Reaches, Scope};
use crate::shape::Given;
use crate::shape::Object;
use crate::value::ValueOf;

/// A call to be: the file, and the values of its params.
#[derive(Clone, Debug)]
pub struct ModuleCall {
    path: Text,
    content: Option<&'static str>,
    params: Object,
    scope: Option<Expr>,
    identities: Vec<Expr>,
    description: Option<Text>,
    depends_on: Vec<Expr>,
    remarks: Remarks,
    outputs: Vec<(Text, Given)>,
}

impl ModuleCall {
    /// Of a file beside the template, or of a reference to a registry such as `br/public:…`.
    pub fn of(path: impl Into<Text>) -> Self {
        let params = Object::default();
        let (content, scope, identities, description, depends_on, remarks) = Default::default();
        let (path, outputs) = (path.into(), Vec::new());
        ModuleCall { path, content, params, scope, identities, description, depends_on, remarks, outputs }
    }

    /// With the content of the file, which then lands beside the template.
    pub fn file(mut self, content: &'static str) -> Self {
        self.content = Some(content);
        self
    }

    /// With the value of a param.
    pub fn with(mut self, name: impl Into<Text>, value: impl Into<Expr>) -> Self {
        self.params = self.params.with(name, value);
        self
    }

    /// With the type of an output, where Rust tells it.
    #[doc(hidden)]
    pub fn gives(mut self, name: &'static str, given: Option<Given>) -> Self {
        self.outputs.extend(given.map(|given| (name.into(), given)));
        self
    }

    fn into_node(self, symbol: Text, location: &'static Location<'static>) -> Node {
        let ModuleCall { path, content, params, scope, identities, description, depends_on, remarks, outputs } = self;
        let identity = (!identities.is_empty()).then(|| identity(identities));
        let module = ModuleNode { path, content, scope, identity, params: params.into(), depends_on, outputs };
        let node = Node::new(symbol, location, NodeKind::Module(Box::new(module))).with_remarks(remarks);
        Node { description, ..node }
    }
}

/// The object that names who deploys a module.
fn identity(ids: Vec<Expr>) -> Expr {
    let nothing = || Expr::Object([].into());
    let ids = ids.into_iter().map(|id| Entry::Property(Key::Computed(Expr::interpolated([id]).into()), nothing()));
    Expr::object([("type", "UserAssigned".into()), ("userAssignedIdentities", Expr::Object(ids.collect()))])
}

/// A struct that models the call of a module. [`module!`](crate::module) implements it.
pub trait ModuleBody: Sized {
    /// The kind of scope that the module is deployed to.
    type Target: Scope;
    /// What the module gives back.
    type Outputs: From<Expr>;

    /// All that is said about the call.
    fn call(&mut self) -> &mut ModuleCall;

    /// Says what it is for: `@description('…')`.
    fn describe(mut self, description: impl Into<Text>) -> Self {
        self.call().description = Some(description.into());
        self
    }

    /// Puts a comment above the statement: `// …`, one for each line of the text.
    fn comment(mut self, text: impl Into<Text>) -> Self {
        self.call().remarks.comment(text.into());
        self
    }

    /// Has the official compiler or linter say nothing of a rule that is wrong here, for a reason, which is printed.
    fn suppress(mut self, code: impl Into<Text>, reason: impl Into<Text>) -> Self {
        self.call().remarks.suppress(code.into(), reason.into());
        self
    }

    /// Has a user-assigned identity, by its resource id, deploy what is in it. Bicep takes several.
    fn identity(mut self, id: impl ValueOf<String>) -> Self {
        self.call().identities.push(id.into().into());
        self
    }

    /// Deploys it after something that none of its params refers to: `dependsOn`.
    fn depends_on(mut self, other: &impl Dependency) -> Self {
        self.call().depends_on.push(other.reference());
        self
    }

    /// Adds the call to a graph for the scope that the module is deployed to.
    #[track_caller]
    fn add(mut self, g: &mut Graph<Self::Target>, symbol: impl Into<Text>) -> Module<Self> {
        let call = std::mem::replace(self.call(), ModuleCall::of(""));
        Module::new(g.nodes.push(call.into_node(symbol.into(), Location::caller())))
    }

    /// Adds the call to a graph for another scope, and says where the module is deployed:
    /// `ResourceGroup::named("rg-hub")`, or the handle of a resource group.
    #[track_caller]
    fn add_in<S: Reaches<Self::Target>>(
        mut self,
        scope: impl Into<ScopeOf<Self::Target>>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Module<Self> {
        let mut call = std::mem::replace(self.call(), ModuleCall::of(""));
        call.scope = Some(scope.into().into_expr());
        Module::new(g.nodes.push(call.into_node(symbol.into(), Location::caller())))
    }
}

/// A module of the graph that is a file already.
pub struct Module<M> {
    node: NodeId,
    expr: Expr,
    of: PhantomData<fn() -> M>,
}

impl<M> Module<M> {
    fn new(node: NodeId) -> Self {
        Module { node, expr: Expr::Reference(node), of: PhantomData }
    }

    /// The identity of the node.
    pub fn node(&self) -> NodeId {
        self.node
    }
}

impl<M: ModuleBody> Module<M> {
    /// What it gives back once it is deployed.
    pub fn outputs(&self) -> M::Outputs {
        M::Outputs::from(self.expr.clone().member("outputs"))
    }
}

impl<M> Clone for Module<M> {
    fn clone(&self) -> Self {
        Module { node: self.node, expr: self.expr.clone(), of: PhantomData }
    }
}

impl<M> fmt::Debug for Module<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Module").field(&self.node).finish()
    }
}

impl<M> Handle for Module<M> {
    fn seen_from(&self, place: &Perspective) -> Self {
        let seen = place.apply(&self.expr);
        let promised = place.is_promise() && place.names_inside(&self.expr);
        let expr = if promised { seen.access(Accessor::NonNull) } else { seen };
        Module { node: self.node, expr, of: PhantomData }
    }
}

impl<M> Dependency for Module<M> {
    fn reference(&self) -> Expr {
        match &self.expr {
            Expr::Access(access) if access.1 == Accessor::NonNull => access.0.clone(),
            expr => expr.clone(),
        }
    }
}
