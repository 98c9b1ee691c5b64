//! A file that is being written: its nodes in order, what it gets and what it gives. It must not know other files.

use std::collections::BTreeMap;

use super::names::Names;
use crate::expr::{Expr, Text};
use crate::graph::{Constraints, Node, NodeId, RegionId, Regions};

/// A file that is being written.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) graph: u32,
    /// Some are known by their position before they are written.
    pub(super) nodes: Vec<Option<Node>>,
    pub(super) regions: Regions,
    /// The regions that have been taken over from the whole graph.
    pub(super) of_region: BTreeMap<RegionId, RegionId>,
    pub(super) symbols: Names,
    pub(super) output_names: Names,
    /// Params by the value that they bring.
    pub(super) inputs: Vec<Input>,
    /// The names of outputs by the value that they give.
    pub(super) outputs: Vec<(Expr, Text)>,
    /// What is known of params that pass on others.
    pub(super) inferred: BTreeMap<usize, Constraints>,
    /// What stands here for nodes of other files.
    pub(super) stand_ins: BTreeMap<NodeId, NodeId>,
    /// The statements that call modules, by their files.
    pub(super) modules: BTreeMap<usize, NodeId>,
    /// What the whole file waits for, as the caller writes it.
    pub(super) waits: Vec<Expr>,
}

/// A param that brings a value from outside.
#[derive(Clone, Debug)]
pub(super) struct Input {
    /// The value in the whole graph.
    pub(super) key: Expr,
    pub(super) param: NodeId,
    pub(super) name: Text,
    /// As the caller writes it.
    pub(super) value: Expr,
}

impl Draft {
    pub(super) fn new(graph: u32) -> Self {
        Draft {
            graph,
            nodes: Vec::new(),
            regions: Regions::default(),
            of_region: BTreeMap::new(),
            symbols: Names::default(),
            output_names: Names::default(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            inferred: BTreeMap::new(),
            stand_ins: BTreeMap::new(),
            modules: BTreeMap::new(),
            waits: Vec::new(),
        }
    }

    /// The place of the next node, which is written later.
    pub(super) fn reserve(&mut self) -> NodeId {
        self.nodes.push(None);
        NodeId::at(self.graph, self.nodes.len() - 1)
    }

    pub(super) fn push(&mut self, node: Node) -> NodeId {
        let id = self.reserve();
        self.fill(id, node);
        id
    }

    pub(super) fn fill(&mut self, id: NodeId, node: Node) {
        self.nodes[id.index()] = Some(node);
    }

    pub(super) fn wait_for(&mut self, other: Expr) {
        if !self.waits.contains(&other) {
            self.waits.push(other);
        }
    }
}
