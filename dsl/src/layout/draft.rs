//! A file that is being written: its nodes in order, what it gets and what it gives. It must not know other files.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

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
    /// Params, in the order in which they were found necessary.
    pub(super) inputs: Vec<Input>,
    /// Params by the value that they bring, as the whole graph has it.
    pub(super) params: FxHashMap<Expr, NodeId>,
    /// The names of outputs by the value that they give. Neither map is walked, so their order decides nothing.
    pub(super) outputs: FxHashMap<Expr, Text>,
    /// Params that bring what is known of other places, by the modules that are deployed there.
    pub(super) facts: FxHashMap<(RegionId, Expr), NodeId>,
    /// What is known of params that pass on others.
    pub(super) inferred: BTreeMap<usize, Constraints>,
    /// The vars that are written here, its own and those of other files.
    pub(super) copies: BTreeMap<NodeId, NodeId>,
    /// What those wait for who refer to something that itself waits for nothing: a var, an existing resource.
    pub(super) waits_of: BTreeMap<NodeId, Vec<Expr>>,
    /// The resources of other files that are found here by their names, each with its position in what a loop makes.
    pub(super) found: FxHashMap<(NodeId, Option<Expr>, Vec<Expr>), NodeId>,
    /// The lists that loops of other files walk, by these loops and the turns of those around them.
    pub(super) walked: FxHashMap<(RegionId, Vec<Expr>), NodeId>,
    /// Loops of other files that walk a list of one turn of a loop around them, by these turns.
    pub(super) in_turns: FxHashMap<(RegionId, Vec<Expr>), RegionId>,
    /// The statements that call modules, by their files.
    pub(super) modules: BTreeMap<usize, NodeId>,
    /// What the whole file waits for, as the caller writes it.
    pub(super) waits: Vec<Expr>,
}

/// A param that brings a value from outside.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub(super) name: Text,
    /// As the caller writes it.
    pub(super) value: Expr,
}

impl Draft {
    pub(super) fn new(graph: u32, symbols: Names) -> Self {
        Draft {
            graph,
            nodes: Vec::new(),
            regions: Regions::default(),
            of_region: BTreeMap::new(),
            symbols,
            output_names: Names::default(),
            inputs: Vec::new(),
            params: FxHashMap::default(),
            outputs: FxHashMap::default(),
            facts: FxHashMap::default(),
            inferred: BTreeMap::new(),
            copies: BTreeMap::new(),
            waits_of: BTreeMap::new(),
            found: FxHashMap::default(),
            walked: FxHashMap::default(),
            in_turns: FxHashMap::default(),
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

    /// Whether anything in it is written whoever refers to it.
    pub(super) fn has_content(&self) -> bool {
        self.nodes.iter().flatten().any(Node::is_content)
    }

    pub(super) fn wait_for(&mut self, other: Expr) {
        if !self.waits.contains(&other) {
            self.waits.push(other);
        }
    }
}
