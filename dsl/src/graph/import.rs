//! What another file exports: each var, function and type that is imported is a node of its own. It must not know how an
//! import is printed, nor into which file it goes.

use std::panic::Location;

use super::{Function, Graph, Node, NodeId, NodeKind, Nodes, Var};
use crate::expr::{Expr, Text};
use crate::scope::Scope;
use crate::types::{Declare, Type};

/// One name of another file, or all of them behind one name of this file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ImportNode {
    /// The file or the reference to a registry.
    pub(crate) path: Text,
    /// What stands in the file, if it comes with the graph.
    pub(crate) content: Option<&'static str>,
    pub(crate) what: Imported,
}

/// What is imported; names are those of the other file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Imported {
    Var(Text),
    Function(Text),
    Type(Text),
    All,
}

impl ImportNode {
    /// The name in the other file; nothing for all of them.
    pub(crate) fn name(&self) -> Option<&str> {
        match &self.what {
            Imported::Var(name) | Imported::Function(name) | Imported::Type(name) => Some(name),
            Imported::All => None,
        }
    }
}

impl<S: Scope> Graph<S> {
    /// Imports from another file what it exports: a `.bicep` file or the `.json` that it was compiled to, beside the
    /// template, or a module of a registry. What is imported is used as if it were declared here.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// # const SHARED: &str = "";
    /// let mut g = Graph::<ResourceGroup>::new();
    /// let mut shared = g.import("shared.bicep").file(SHARED); // with `include_str!("shared.bicep")`
    /// let stage = shared.var::<String>("stage");
    /// let host_name = shared.function::<(String, String), String>("hostName");
    /// g.output("host", host_name.call("web", &stage)).describe("Name of the host.");
    /// let text = g.to_bicep().unwrap();
    /// assert!(text.starts_with("import { stage, hostName } from 'shared.bicep'\n"), "{text}");
    /// assert!(text.ends_with("output host string = hostName('web', stage)\n"), "{text}");
    /// ```
    #[must_use = "a file is imported from by what is taken from it: `.var(…)`, `.function(…)`, `.ty(…)`, `.type_for(…)`"]
    pub fn import(&mut self, path: impl Into<Text>) -> Import<'_> {
        Import { nodes: &mut self.nodes, path: path.into(), content: None, all: None }
    }
}

/// A file that is imported from. See [`Graph::import`].
#[derive(Debug)]
pub struct Import<'g> {
    nodes: &'g mut Nodes,
    path: Text,
    content: Option<&'static str>,
    /// The name that stands for the whole file, and its node.
    all: Option<(Text, NodeId)>,
}

impl Import<'_> {
    /// With the content of the file, which then lands beside the template.
    pub fn file(mut self, content: &'static str) -> Self {
        self.content = Some(content);
        self
    }

    /// Imports all that the file exports behind one name, which is printed before each of them:
    /// `import * as shared from 'shared.bicep'`, and `shared.stage`.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// let mut g = Graph::<ResourceGroup>::new();
    /// let stage = g.import("shared.bicep").all_as("shared").var::<String>("stage");
    /// g.output("stage", &stage).describe("Where it is deployed.");
    /// assert!(g.to_bicep().unwrap().ends_with("output stage string = shared.stage\n"));
    /// ```
    #[track_caller]
    pub fn all_as(mut self, symbol: impl Into<Text>) -> Self {
        let symbol = symbol.into();
        let node = self.node(symbol.clone(), Imported::All, Location::caller());
        self.all = Some((symbol, node));
        self
    }

    /// A var of the file, whose value is a `T`.
    #[track_caller]
    pub fn var<T>(&mut self, name: impl Into<Text>) -> Var<T> {
        let name = name.into();
        match &self.all {
            Some((_, all)) => Var::new(*all).with(Expr::Reference(*all).member(name)),
            None => Var::new(self.node(name.clone(), Imported::Var(name), Location::caller())),
        }
    }

    /// A var of the file under another name: `import { stage as sharedStage }`.
    #[track_caller]
    pub fn var_as<T>(&mut self, name: impl Into<Text>, symbol: impl Into<Text>) -> Var<T> {
        Var::new(self.node(symbol.into(), Imported::Var(name.into()), Location::caller()))
    }

    /// A function of the file, by the types of its arguments and of what it returns.
    #[track_caller]
    pub fn function<A, R>(&mut self, name: impl Into<Text>) -> Function<A, R> {
        let name = name.into();
        Function::called(self.named(name, Imported::Function, Location::caller()))
    }

    /// A function of the file under another name.
    #[track_caller]
    pub fn function_as<A, R>(&mut self, name: impl Into<Text>, symbol: impl Into<Text>) -> Function<A, R> {
        let symbol = symbol.into();
        self.node(symbol.clone(), Imported::Function(name.into()), Location::caller());
        Function::called(symbol)
    }

    /// A type of the file, for params and outputs: `.ty(size)`.
    #[track_caller]
    pub fn ty(&mut self, name: impl Into<Text>) -> Type {
        let name = name.into();
        Type::Named(self.named(name, Imported::Type, Location::caller()))
    }

    /// A type of the file under another name.
    #[track_caller]
    pub fn ty_as(&mut self, name: impl Into<Text>, symbol: impl Into<Text>) -> Type {
        let symbol = symbol.into();
        self.node(symbol.clone(), Imported::Type(name.into()), Location::caller());
        Type::Named(symbol)
    }

    /// Says that the file declares the type that a struct or enum of Rust stands for, so that the graph imports it instead of
    /// declaring it again. It comes before the params and outputs of that type.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// dsl::choice_type! {
    ///     /// How much is deployed.
    ///     pub enum Size { Small = "small"; Large = "large"; }
    /// }
    ///
    /// let mut g = Graph::<ResourceGroup>::new();
    /// g.import("shared.bicep").type_for::<Size>();
    /// let size = g.param_of::<Size>("size").default(Size::Small).describe("How much is deployed.");
    /// g.output("isSmall", size.eq(Size::Small)).describe("Whether it is small.");
    /// assert!(g.to_bicep().unwrap().starts_with("import { Size } from 'shared.bicep'\n"));
    /// ```
    #[track_caller]
    pub fn type_for<T: Declare>(&mut self) {
        if let Type::Named(name) = T::declare() {
            self.node(name.clone(), Imported::Type(name), Location::caller());
        }
    }

    /// How this file calls something of the other one.
    fn named(&mut self, name: Text, what: fn(Text) -> Imported, location: &'static Location<'static>) -> Text {
        if let Some((all, _)) = &self.all {
            return format!("{all}.{name}").into();
        }
        self.node(name.clone(), what(name.clone()), location);
        name
    }

    /// The node of what is imported, each once.
    fn node(&mut self, symbol: Text, what: Imported, location: &'static Location<'static>) -> NodeId {
        let import = ImportNode { path: self.path.clone(), content: self.content, what };
        let same =
            |node: &Node| node.symbol == symbol && matches!(&node.kind, NodeKind::Import(known) if **known == import);
        match self.nodes.all.iter().position(same) {
            Some(known) => self.nodes.id(known),
            None => self.nodes.push(Node::new(symbol, location, NodeKind::Import(Box::new(import)))),
        }
    }
}
