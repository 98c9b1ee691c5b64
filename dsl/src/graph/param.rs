//! Declaring a param, with every decorator that Bicep has for one.

use std::marker::PhantomData;
use std::ops::RangeBounds;
use std::panic::Location;

use super::bounds::HasLength;
use super::remarks::{Remarks, remarks};
use super::{Constraints, Node, NodeKind, Nodes, Param, ParamNode};
use crate::expr::{Expr, Text};
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

remarks! { ParamBuilder<'g, T> }

impl<'g, T: Declare> ParamBuilder<'g, T> {
    pub(super) fn new(nodes: &'g mut Nodes, symbol: Text, location: &'static Location<'static>) -> Self {
        nodes.define::<T>(location);
        let builder = ParamBuilder::of(nodes, symbol, T::declare(), location);
        ParamBuilder { param: ParamNode { secure: T::SECURE, ..builder.param }, ..builder }
    }
}

impl<'g, T> ParamBuilder<'g, T> {
    /// Of a type that Rust's does not say.
    pub(super) fn of(nodes: &'g mut Nodes, symbol: Text, ty: Type, location: &'static Location<'static>) -> Self {
        let param = ParamNode { ty, secure: false, default: None, constraints: Constraints::default() };
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

    /// `@metadata({…})`: facts for tools, in one object.
    pub fn metadata(mut self, object: impl Into<Expr>) -> Self {
        self.param.constraints.metadata = Some(object.into());
        self
    }

    /// `@sealed()`: an object may have no properties but the declared ones.
    pub fn sealed(mut self) -> Self {
        self.param.constraints.sealed = true;
        self
    }

    /// `@discriminator('property')`: which property tells the members of a union of objects apart.
    pub fn discriminator(mut self, property: impl Into<Text>) -> Self {
        self.param.constraints.discriminator = Some(property.into());
        self
    }

    /// Declares it with a type that Rust's types cannot say, such as a union: `Type::Union(…)`.
    pub fn ty(mut self, ty: Type) -> Self {
        self.param.ty = ty;
        self
    }

    /// Says what it is for, and adds it to the graph.
    pub fn describe(self, description: impl Into<Text>) -> Param<T> {
        let node = Node::new(self.symbol, self.location, NodeKind::Param(Box::new(self.param)));
        Param::new(self.nodes.push(node.described(description).with_remarks(self.remarks)))
    }
}

impl<T: HasLength> ParamBuilder<'_, T> {
    /// `@minLength(…)` and `@maxLength(…)`: characters of a string, items of a list. `2..=12`, `1..`, `..=64`.
    pub fn length(mut self, range: impl RangeBounds<i64>) -> Self {
        self.param.constraints.set_length(&range);
        self
    }
}

impl ParamBuilder<'_, i64> {
    /// `@minValue(…)` and `@maxValue(…)`: `1..=100`, `0..`.
    pub fn range(mut self, range: impl RangeBounds<i64>) -> Self {
        self.param.constraints.set_value(&range);
        self
    }
}
