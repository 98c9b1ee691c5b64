//! What a file has only where something in it asks for it: imports, extensions, vars, and resources that exist already. It must not know who asks.

use std::panic::Location;

use super::files::File;
use super::split::Splitter;
use crate::expr::{Expr, Text};
use crate::graph::{Node, NodeId, NodeKind, Presence, VarNode};

impl Splitter<'_, '_> {
    /// Writes every node into its file, but what is on demand and nobody asks for.
    pub(super) fn write_all(&mut self) {
        for index in 0..self.ids.len() {
            if !self.is_written[index] && !is_on_demand(&self.graph.nodes.all[index]) {
                self.is_written[index] = true;
                self.write(index);
                // Outputs come last anyway.
                self.waits.clear();
            }
        }
        for index in 0..self.ids.len() {
            if !self.is_written[index] {
                self.leave_out(index);
            }
        }
    }

    /// The declaration of a node in its own file.
    pub(super) fn own(&mut self, id: NodeId) -> NodeId {
        let (index, place, file) = (id.index(), self.ids[id.index()], self.home(id));
        if !is_on_demand(self.node(id)) {
            return place;
        }
        if std::mem::replace(&mut self.is_written[index], true) {
            self.wait_as_before(file, place);
        } else {
            let is_early = std::mem::replace(&mut self.is_early, false);
            self.waiting(file, place, |splitter| splitter.write(index));
            self.is_early = is_early;
        }
        place
    }

    /// A var is a name for an expression, an import or an extension one for what stands elsewhere: every file has those that it
    /// uses.
    pub(super) fn copy(&mut self, id: NodeId, file: usize) -> NodeId {
        if let Some(known) = self.drafts[file].copies.get(&id).copied() {
            self.wait_as_before(file, known);
            return known;
        }
        let is_own = self.home(id) == file;
        let place = if is_own { self.ids[id.index()] } else { self.drafts[file].reserve() };
        self.drafts[file].copies.insert(id, place);
        self.is_written[id.index()] |= is_own;
        let region = self.node(id).region;
        let write = |splitter: &mut Self| splitter.write_copy(id, file, place);
        self.meaning(region, |splitter| {
            splitter.within(file, region, |splitter| splitter.waiting(file, place, write));
        });
        place
    }

    fn write_copy(&mut self, id: NodeId, file: usize, place: NodeId) {
        let is_own = self.home(id) == file;
        let mut node = self.node(id).clone();
        node.region = self.region(file, node.region);
        // By the name of a definition, others mean it in every file.
        if !is_own && !node.is_definition() {
            node.symbol = self.drafts[file].symbols.take(&[node.symbol.to_string()]).into();
        }
        // Somebody may need it before anything is deployed, and so it takes what is known by then from there.
        node.map_exprs(&mut |expr| self.early(expr, file));
        if let NodeKind::Var(var) = &mut node.kind {
            var.exported &= is_own;
            var.where_used = !var.exported;
        }
        self.drafts[file].fill(place, node);
    }

    /// Writes what stands at a place. Whoever refers to it waits for what it waits for.
    pub(super) fn waiting(&mut self, file: usize, place: NodeId, write: impl FnOnce(&mut Self)) {
        let before = std::mem::take(&mut self.waits);
        write(self);
        let waits = std::mem::replace(&mut self.waits, before);
        self.drafts[file].waits_of.insert(place, waits);
        self.wait_as_before(file, place);
    }

    /// Waits for what somebody else had to wait for who referred to the same.
    pub(super) fn wait_as_before(&mut self, file: usize, place: NodeId) {
        let waits = self.drafts[file].waits_of.get(&place).cloned().unwrap_or_default();
        for wait in waits {
            self.wait_for(wait);
        }
    }

    /// The statement that is written has to wait for that.
    pub(super) fn wait_for(&mut self, call: Expr) {
        if !self.waits.contains(&call) {
            self.waits.push(call);
        }
    }

    /// Keeps the place of a node that no statement of its file needs.
    fn leave_out(&mut self, index: usize) {
        let node = &self.graph.nodes.all[index];
        self.drafts[self.files.of_node[index]].fill(self.ids[index], nothing(node.symbol.clone(), node.location));
    }

    /// Keeps the place of the call of a file that nothing is left in.
    pub(super) fn leave_out_call(&mut self, file: usize) {
        let File { outer, symbol, location, .. } = &self.files.all[file];
        if let Some(id) = self.drafts[*outer].modules.get(&file).copied() {
            self.drafts[*outer].fill(id, nothing(symbol.clone().into(), location));
        }
    }
}

/// A node that is no statement.
fn nothing(symbol: Text, location: &'static Location<'static>) -> Node {
    let kind =
        NodeKind::Var(VarNode { ty: None, value: Expr::Null, exported: false, passed_as: None, where_used: true });
    Node::new(symbol, location, kind)
}

/// Whether it is written only where something refers to it.
fn is_on_demand(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Import(_) | NodeKind::Extension(_) => true,
        NodeKind::Var(var) => !var.exported,
        NodeKind::Resource(resource) => resource.presence != Presence::Deployed,
        _ => false,
    }
}
