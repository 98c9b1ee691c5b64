//! What a graph holds: one statement-to-be for each node. Plain data; it must not know its text.

use std::panic::Location;

use super::{Allowance, NodeId, Suppression};
use crate::expr::{Expr, Text};
use crate::types::Type;

/// One statement-to-be and where it was made.
#[derive(Debug)]
pub(crate) struct Node {
    /// Its position in the graph.
    pub(crate) index: u32,
    pub(crate) symbol: Text,
    pub(crate) location: &'static Location<'static>,
    pub(crate) description: Option<Text>,
    /// The resource inside whose braces it is declared. Kept here and not with the rest of a resource, because every
    /// check asks every node for it.
    pub(crate) nested_in: Option<NodeId>,
    pub(crate) kind: NodeKind,
}

#[derive(Debug)]
pub(crate) enum NodeKind {
    Metadata(MetadataNode),
    Var(VarNode),
    // The larger ones are boxed, so that a graph of many small nodes stays small.
    Param(Box<ParamNode>),
    Resource(Box<ResourceNode>),
    Output(Box<OutputNode>),
}

#[derive(Debug)]
pub(crate) struct MetadataNode {
    pub(crate) value: Expr,
}

#[derive(Debug)]
pub(crate) struct ParamNode {
    pub(crate) ty: Type,
    pub(crate) secure: bool,
    pub(crate) default: Option<Expr>,
    pub(crate) constraints: Constraints,
}

#[derive(Debug)]
pub(crate) struct VarNode {
    pub(crate) value: Expr,
    pub(crate) exported: bool,
}

#[derive(Debug)]
pub(crate) struct OutputNode {
    pub(crate) ty: Type,
    pub(crate) secure: bool,
    pub(crate) value: Expr,
    pub(crate) constraints: Constraints,
}

/// The decorators that bound a value, as params and outputs carry them.
#[derive(Debug, Default)]
pub(crate) struct Constraints {
    pub(crate) allowed: Vec<Expr>,
    pub(crate) min_value: Option<i64>,
    pub(crate) max_value: Option<i64>,
    pub(crate) min_length: Option<i64>,
    pub(crate) max_length: Option<i64>,
    pub(crate) metadata: Option<Expr>,
    pub(crate) sealed: bool,
    pub(crate) discriminator: Option<Text>,
}

/// Whether a statement makes a resource or finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Deployed,
    Existing,
    /// Found, and left out of the file where nothing refers to it.
    ExistingWhereUsed,
}

#[derive(Debug)]
pub(crate) struct ResourceNode {
    /// `Microsoft.Network/virtualNetworks`
    pub(crate) ty: Text,
    pub(crate) api_version: Text,
    pub(crate) presence: Presence,
    pub(crate) parent: Option<NodeId>,
    pub(crate) scope: Option<Expr>,
    /// An object: `name` and the properties.
    pub(crate) body: Expr,
    pub(crate) depends_on: Vec<NodeId>,
    pub(crate) only_if_not_exists: bool,
    /// Error codes, and how often at most.
    pub(crate) retry_on: Option<(Vec<Text>, Option<i64>)>,
    pub(crate) allowances: Vec<Allowance>,
    pub(crate) suppressions: Vec<Suppression>,
}

impl Node {
    pub(crate) fn new(symbol: Text, location: &'static Location<'static>, kind: NodeKind) -> Self {
        Node { index: 0, symbol, location, description: None, nested_in: None, kind }
    }

    pub(crate) fn described(mut self, description: impl Into<Text>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The word that Bicep declares it with.
    pub(crate) fn keyword(&self) -> &'static str {
        match self.kind {
            NodeKind::Metadata(_) => "metadata",
            NodeKind::Param(_) => "param",
            NodeKind::Var(_) => "var",
            NodeKind::Resource(_) => "resource",
            NodeKind::Output(_) => "output",
        }
    }

    /// Visits every expression of the statement, each with the path at which a message shows it.
    pub(crate) fn for_each_expr<'n>(&'n self, visit: &mut dyn FnMut(&'static str, &'n Expr)) {
        match &self.kind {
            NodeKind::Metadata(metadata) => visit("", &metadata.value),
            NodeKind::Var(var) => visit("", &var.value),
            NodeKind::Param(param) => {
                param.default.iter().for_each(|default| visit("default", default));
                param.constraints.for_each_expr(visit);
            }
            NodeKind::Output(output) => {
                visit("", &output.value);
                output.constraints.for_each_expr(visit);
            }
            NodeKind::Resource(resource) => {
                resource.scope.iter().for_each(|scope| visit("scope", scope));
                visit("", &resource.body);
            }
        }
    }

    /// The nodes that this one names outside its expressions: its parent, and those in `dependsOn`.
    pub(crate) fn direct_references(&self) -> impl Iterator<Item = NodeId> {
        let resource = match &self.kind {
            NodeKind::Resource(resource) => Some(resource),
            _ => None,
        };
        resource.into_iter().flat_map(|resource| resource.parent.iter().chain(&resource.depends_on).copied())
    }
}

impl Constraints {
    fn for_each_expr<'n>(&'n self, visit: &mut dyn FnMut(&'static str, &'n Expr)) {
        self.allowed.iter().for_each(|allowed| visit("allowed", allowed));
        self.metadata.iter().for_each(|metadata| visit("metadata", metadata));
    }
}
