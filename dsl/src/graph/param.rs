//! Declaring a param, with every decorator that Bicep has for one.

use std::marker::PhantomData;
use std::panic::Location;

use super::constrained::constrained;
use super::remarks::{Remarks, remarks};
use super::{Node, NodeKind, Nodes, Param, ParamNode};
use crate::expr::Text;
use crate::types::{Declare, Type};
use crate::value::ValueOf;

/// A param to be. See [`Graph::param`](crate::Graph::param).
#[derive(Debug)]
#[must_use = "a param is added by its last word, `.describe(…)`"]
pub struct ParamBuilder<'g, T> {
    nodes: &'g mut Nodes,
    symbol: Text,
    location: &'static Location<'static>,
    param: ParamNode,
    remarks: Remarks,
    ty: PhantomData<fn() -> T>,
}

constrained! { ParamBuilder.param }
remarks! { ParamBuilder<'g, T> }

impl<'g, T: Declare> ParamBuilder<'g, T> {
    pub(super) fn new(nodes: &'g mut Nodes, symbol: Text, location: &'static Location<'static>) -> Self {
        nodes.define::<T>(location);
        let mut builder = ParamBuilder::of(nodes, symbol, T::declare(), location);
        builder.param.secure = T::SECURE;
        builder
    }
}

impl<'g, T> ParamBuilder<'g, T> {
    /// Of a type that Rust's does not say.
    pub(super) fn of(nodes: &'g mut Nodes, symbol: Text, ty: Type, location: &'static Location<'static>) -> Self {
        let param = ParamNode::of(ty);
        ParamBuilder { nodes, symbol, location, param, remarks: Remarks::default(), ty: PhantomData }
    }

    /// The value where a deployment gives none. It may be computed from other params and from functions.
    pub fn default(mut self, value: impl ValueOf<T>) -> Self {
        self.param.default = Some(value.into().into());
        self
    }

    /// `@allowed([…])`: nothing but these values.
    pub fn allowed<V: ValueOf<T>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.param.constraints.allowed = values.into_iter().map(|value| value.into().into()).collect();
        self
    }

    /// Says what it is for, and adds it to the graph.
    pub fn describe(self, description: impl Into<Text>) -> Param<T> {
        let node = Node::new(self.symbol, self.location, NodeKind::Param(Box::new(self.param)));
        Param::new(self.nodes.push(node.described(description).with_remarks(self.remarks)))
    }
}
