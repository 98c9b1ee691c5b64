//! Parameter sets: values for the params of a graph, one set a `.bicepparam` file.

use std::panic::Location;

use super::{NodeId, Nodes, Param};
use crate::expr::{Expr, Text};
use crate::value::ValueOf;

/// Named values for the params of a graph.
#[derive(Debug)]
pub(crate) struct ParameterSet {
    pub(crate) name: Text,
    pub(crate) location: &'static Location<'static>,
    pub(crate) values: Vec<ParameterValue>,
}

#[derive(Debug)]
pub(crate) struct ParameterValue {
    pub(crate) param: NodeId,
    pub(crate) value: Expr,
    pub(crate) location: &'static Location<'static>,
}

/// A parameter set that is being filled. See [`Graph::parameter_set`](crate::Graph::parameter_set).
#[derive(Debug)]
pub struct ParameterSetBuilder<'g> {
    set: &'g mut ParameterSet,
}

impl<'g> ParameterSetBuilder<'g> {
    pub(super) fn new(nodes: &'g mut Nodes, name: Text, location: &'static Location<'static>) -> Self {
        let index = nodes.parameter_sets.len();
        nodes.parameter_sets.push(ParameterSet { name, location, values: Vec::new() });
        ParameterSetBuilder { set: &mut nodes.parameter_sets[index] }
    }

    /// Gives a param its value in this set. A value of another type does not compile.
    #[track_caller]
    pub fn value<P: Settable>(self, param: P, value: impl ValueOf<P::Type>) -> Self {
        let value = value.into().into();
        self.set.values.push(ParameterValue { param: param.node(), value, location: Location::caller() });
        self
    }
}

/// What a parameter set gives a value to: the handle of a param.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no param, so a parameter set cannot give it a value",
    label = "expected the handle of a param",
    note = "pass a reference to what `g.param(…)….describe(…)` returned"
)]
pub trait Settable {
    /// What its values evaluate to.
    type Type;

    /// The identity of the param.
    #[doc(hidden)]
    fn node(self) -> NodeId;
}

impl<T> Settable for &Param<T> {
    type Type = T;

    fn node(self) -> NodeId {
        Param::node(self)
    }
}
