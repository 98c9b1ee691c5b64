//! Declaring vars and outputs.

use std::marker::PhantomData;
use std::panic::Location;

use super::constrained::constrained;
use super::remarks::{Remarks, remarks};
use super::{Constraints, Node, NodeKind, Nodes, OutputNode, Var, VarNode};
use crate::expr::Text;
use crate::types::{Declare, Type};
use crate::value::Value;

/// A var to be. See [`Graph::var`](crate::Graph::var).
#[derive(Debug)]
#[must_use = "a var is added by its last word, `.describe(…)`"]
pub struct VarBuilder<'g, T> {
    nodes: &'g mut Nodes,
    node: Node,
    remarks: Remarks,
    ty: PhantomData<fn() -> T>,
}

constrained! { OutputBuilder.output }
remarks! {
    VarBuilder<'g, T>
    OutputBuilder<'g, T>
}

impl<'g, T> VarBuilder<'g, T> {
    pub(super) fn new(
        nodes: &'g mut Nodes,
        symbol: Text,
        value: Value<T>,
        location: &'static Location<'static>,
    ) -> Self {
        let kind = NodeKind::Var(VarNode {
            ty: None,
            value: value.into(),
            exported: false,
            passed_as: None,
            where_used: false,
        });
        VarBuilder { nodes, node: Node::new(symbol, location, kind), remarks: Remarks::default(), ty: PhantomData }
    }

    /// Declares it with a type, which Bicep then checks: `var names string[] = …`. In a loop, it is the type of one value.
    pub fn ty(mut self, ty: Type) -> Self {
        if let NodeKind::Var(var) = &mut self.node.kind {
            var.ty = Some(ty);
        }
        self
    }

    /// As [`ty`](Self::ty), with the type that stands for the value's in Bicep.
    pub fn typed(self) -> Self
    where
        T: Declare,
    {
        self.nodes.define::<T>(self.node.location);
        self.ty(T::declare())
    }

    /// `@export()`: other files may import it.
    pub fn export(mut self) -> Self {
        if let NodeKind::Var(var) = &mut self.node.kind {
            var.exported = true;
        }
        self
    }

    /// Says what it is for, and adds it to the graph.
    pub fn describe(self, description: impl Into<Text>) -> Var<T> {
        Var::new(self.nodes.push(self.node.described(description).with_remarks(self.remarks)))
    }

    /// As [`describe`](Self::describe), unless the graph has this very var already: then that one is used again.
    pub fn describe_once(self, description: impl Into<Text>) -> Var<T> {
        let NodeKind::Var(VarNode { value, .. }) = &self.node.kind else { return self.describe(description) };
        let same = self.nodes.all.iter().position(|node| {
            node.symbol == self.node.symbol && matches!(&node.kind, NodeKind::Var(var) if var.value == *value)
        });
        match same {
            Some(index) => Var::new(self.nodes.id(index)),
            None => self.describe(description),
        }
    }
}

/// An output to be. See [`Graph::output`](crate::Graph::output).
#[derive(Debug)]
#[must_use = "an output is added by its last word, `.describe(…)`"]
pub struct OutputBuilder<'g, T> {
    nodes: &'g mut Nodes,
    symbol: Text,
    location: &'static Location<'static>,
    output: OutputNode,
    remarks: Remarks,
    ty: PhantomData<fn() -> T>,
}

impl<'g, T: Declare> OutputBuilder<'g, T> {
    pub(super) fn new(
        nodes: &'g mut Nodes,
        symbol: Text,
        value: Value<T>,
        location: &'static Location<'static>,
    ) -> Self {
        nodes.define::<T>(location);
        let output = OutputNode {
            ty: T::declare(),
            secure: T::SECURE,
            value: value.into(),
            constraints: Constraints::default(),
        };
        OutputBuilder { nodes, symbol, location, output, remarks: Remarks::default(), ty: PhantomData }
    }

    /// Says what it is for, and adds it to the graph.
    pub fn describe(self, description: impl Into<Text>) {
        let node = Node::new(self.symbol, self.location, NodeKind::Output(Box::new(self.output)));
        self.nodes.push(node.described(description).with_remarks(self.remarks));
    }
}
