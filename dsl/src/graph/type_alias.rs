//! Types of the user's own that Rust's types cannot say: bounded numbers and texts, unions, tuples with a name. It must not
//! know how a type is printed.

use std::marker::PhantomData;
use std::panic::Location;

use super::constrained::constrained;
use super::remarks::{Remarks, remarks};
use super::{Constraints, Graph, Node, NodeKind, Nodes, TypeNode, Users};
use crate::expr::Text;
use crate::scope::Scope;
use crate::types::{Declare, Type};

impl<S: Scope> Graph<S> {
    /// Begins a type with a name for values of `T`; its description completes it.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// let mut g = Graph::<ResourceGroup>::new();
    /// let port = g.type_of::<i64>("Port").range(1..=65_535).describe("A port of TCP.");
    /// let listening = g.param_of::<i64>("listening").ty(port).default(443).describe("Where it listens.");
    /// g.output("listens", &listening).describe("Where it listens.");
    /// let text = g.to_bicep().unwrap();
    /// assert!(text.contains("@maxValue(65535)\ntype Port = int") && text.contains("param listening Port = 443"), "{text}");
    /// ```
    #[track_caller]
    pub fn type_of<T: Declare>(&mut self, name: impl Into<Text>) -> TypeBuilder<'_, T> {
        self.nodes.define::<T>(Location::caller());
        let node = TypeNode::new(T::declare(), T::SECURE, Constraints::default());
        TypeBuilder {
            nodes: &mut self.nodes,
            name: name.into(),
            location: Location::caller(),
            node,
            remarks: Remarks::default(),
            of: PhantomData,
        }
    }
}

/// A type to be. See [`Graph::type_of`].
#[derive(Debug)]
#[must_use = "a type is added by its last word, `.describe(…)`"]
pub struct TypeBuilder<'g, T> {
    nodes: &'g mut Nodes,
    name: Text,
    location: &'static Location<'static>,
    node: TypeNode,
    remarks: Remarks,
    of: PhantomData<fn() -> T>,
}

constrained! { TypeBuilder.node }
remarks! { TypeBuilder<'g, T> }

impl<T> TypeBuilder<'_, T> {
    /// `@export()`: other files may import it.
    pub fn export(mut self) -> Self {
        self.node.users = Users::Everybody;
        self
    }

    /// Says what it is for, adds it to the graph, and returns its name for params and outputs: `.ty(port)`.
    pub fn describe(self, description: impl Into<Text>) -> Type {
        let node = Node::new(self.name.clone(), self.location, NodeKind::Type(Box::new(self.node)));
        self.nodes.push(node.described(description).with_remarks(self.remarks));
        Type::Named(self.name)
    }
}
