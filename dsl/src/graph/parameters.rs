//! Parameter sets: values for the params of a graph, one set a `.bicepparam` file.

use std::panic::Location;

use super::{Node, NodeId, Nodes, Param};
use crate::expr::{Expr, Text};
use crate::types::{Declare, Type};
use crate::value::{IntoValue, Value, ValueOf};

/// Named values for the params of a graph.
#[derive(Debug)]
pub(crate) struct ParameterSet {
    pub(crate) name: Text,
    pub(crate) location: &'static Location<'static>,
    /// For no template of its own: others extend it.
    pub(crate) shared: bool,
    /// The set whose values it has besides its own.
    pub(crate) base: Option<Text>,
    /// The types with names that its vars need.
    pub(crate) types: Vec<Node>,
    pub(crate) vars: Vec<ParameterVar>,
    pub(crate) values: Vec<ParameterValue>,
}

/// A value with a name inside a set.
#[derive(Debug)]
pub(crate) struct ParameterVar {
    pub(crate) symbol: Text,
    pub(crate) ty: Option<Type>,
    pub(crate) value: Expr,
    pub(crate) description: Text,
    pub(crate) location: &'static Location<'static>,
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
    nodes: &'g mut Nodes,
    index: usize,
}

impl<'g> ParameterSetBuilder<'g> {
    pub(super) fn new(nodes: &'g mut Nodes, name: Text, location: &'static Location<'static>) -> Self {
        let index = nodes.parameter_sets.len();
        nodes.parameter_sets.push(ParameterSet {
            name,
            location,
            shared: false,
            base: None,
            types: Vec::new(),
            vars: Vec::new(),
            values: Vec::new(),
        });
        ParameterSetBuilder { nodes, index }
    }

    /// Makes it a set that others extend, with values for some of the params: `using none`.
    pub fn shared(self) -> Self {
        self.nodes.parameter_sets[self.index].shared = true;
        self
    }

    /// With all values of another set, but for those that are given here: `extends 'base.bicepparam'`.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// let location = g.param("location").describe("Region of all resources.");
    /// let stage = g.param("stage").describe("What it is for.");
    /// g.output("place", &location + "-" + &stage).describe("Where it is.");
    /// g.parameter_set("base").shared().value(&location, "japaneast");
    /// g.parameter_set("dev").extends("base").value(&stage, "dev");
    /// g.parameter_set("prod").extends("base").value(&stage, "prod");
    /// assert!(g.check().is_ok());
    /// ```
    pub fn extends(self, base: impl Into<Text>) -> Self {
        self.nodes.parameter_sets[self.index].base = Some(base.into());
        self
    }

    /// Declares a var inside the set, with a description, and returns it for the values of this set.
    #[track_caller]
    pub fn var<V: IntoValue>(
        &mut self,
        symbol: impl Into<Text>,
        value: V,
        description: impl Into<Text>,
    ) -> Value<V::Type> {
        let (value, location) = (value.into_value().into(), Location::caller());
        self.declare(ParameterVar { symbol: symbol.into(), ty: None, value, description: description.into(), location })
    }

    /// As [`var`](Self::var), declared with the type that stands for `T` in Bicep: `var subnets Subnet[] = …`. A type with a name is
    /// imported from the template that has it; one that only the set needs is declared there.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// dsl::object_type! {
    ///     /// A subnet of the network.
    ///     pub struct Subnet, SubnetView;
    ///     required { prefix: String = "addressPrefix", "Range of its addresses."; }
    /// }
    ///
    /// let mut g = Graph::<ResourceGroup>::new();
    /// let subnets = g.param_of::<Vec<Subnet>>("subnets").describe("The subnets.");
    /// g.output("first", subnets.at(0).view().prefix()).describe("Range of the first.");
    /// let mut set = g.parameter_set("main");
    /// let all = set.typed_var::<Vec<Subnet>>("all", [Subnet::new("10.0.0.0/24")], "All subnets.");
    /// set.value(&subnets, all);
    /// assert!(g.to_bicep().unwrap().contains("@export()\ntype Subnet = {"));
    /// ```
    #[track_caller]
    pub fn typed_var<T: Declare>(
        &mut self,
        symbol: impl Into<Text>,
        value: impl ValueOf<T>,
        description: impl Into<Text>,
    ) -> Value<T> {
        let (value, location) = (value.into().into(), Location::caller());
        self.nodes.define_in_set::<T>(self.index, location);
        let ty = Some(T::declare());
        self.declare(ParameterVar { symbol: symbol.into(), ty, value, description: description.into(), location })
    }

    fn declare<T>(&mut self, var: ParameterVar) -> Value<T> {
        let local = Expr::Local((&*var.symbol).into());
        self.nodes.parameter_sets[self.index].vars.push(var);
        Value::new(local)
    }

    /// Gives a param its value in this set. A value of another type does not compile.
    #[track_caller]
    pub fn value<P: Settable>(self, param: P, value: impl ValueOf<P::Type>) -> Self {
        let value = value.into().into();
        let value = ParameterValue { param: param.node(), value, location: Location::caller() };
        self.nodes.parameter_sets[self.index].values.push(value);
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
