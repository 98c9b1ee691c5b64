//! Types of the user's own that Rust's types cannot say: bounded numbers and texts, unions, tuples with a name. It must not
//! know how a type is printed.

use std::marker::PhantomData;
use std::ops::RangeBounds;
use std::panic::Location;

use super::bounds::HasLength;
use super::remarks::{Remarks, remarks};
use super::{Constraints, Graph, Node, NodeKind, Nodes, TypeNode};
use crate::expr::{Expr, Text};
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
        let node =
            TypeNode { ty: T::declare(), secure: T::SECURE, constraints: Constraints::default(), exported: false };
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

remarks! { TypeBuilder<'g, T> }

impl<T> TypeBuilder<'_, T> {
    /// With a type that Rust's types cannot say, such as a union: `Type::Union(…)`.
    pub fn ty(mut self, ty: Type) -> Self {
        self.node.ty = ty;
        self
    }

    /// `@export()`: other files may import it.
    pub fn export(mut self) -> Self {
        self.node.exported = true;
        self
    }

    /// `@metadata({…})`: facts for tools, in one object.
    pub fn metadata(mut self, object: impl Into<Expr>) -> Self {
        self.node.constraints.metadata = Some(object.into());
        self
    }

    /// `@sealed()`: an object has no properties but the declared ones.
    pub fn sealed(mut self) -> Self {
        self.node.constraints.sealed = true;
        self
    }

    /// Says what it is for, adds it to the graph, and returns its name for params and outputs: `.ty(port)`.
    pub fn describe(self, description: impl Into<Text>) -> Type {
        let node = Node::new(self.name.clone(), self.location, NodeKind::Type(Box::new(self.node)));
        self.nodes.push(node.described(description).with_remarks(self.remarks));
        Type::Named(self.name)
    }
}

impl<T: HasLength> TypeBuilder<'_, T> {
    /// `@minLength(…)` and `@maxLength(…)`: characters of a string, items of a list. `2..=12`, `1..`, `..=64`.
    pub fn length(mut self, range: impl RangeBounds<i64>) -> Self {
        self.node.constraints.set_length(&range);
        self
    }
}

impl TypeBuilder<'_, i64> {
    /// `@minValue(…)` and `@maxValue(…)`: `1..=100`, `0..`.
    pub fn range(mut self, range: impl RangeBounds<i64>) -> Self {
        self.node.constraints.set_value(&range);
        self
    }
}
