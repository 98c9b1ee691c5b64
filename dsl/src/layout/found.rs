//! Resources of other files that are found by their names. It must not know who asks.

use super::chain::Chain;
use super::split::Splitter;
use crate::expr::Expr;
use crate::graph::{NodeId, NodeKind, Presence, RegionId, ResourceNode};

impl Splitter<'_, '_> {
    /// What a chain begins with, where that is found by its name: the resource, or the element that is meant.
    pub(super) fn found_one(&mut self, chain: &Chain, file: usize) -> Expr {
        match &chain.element {
            Some(element) => {
                let (found, index) = self.element(chain.node, element, file);
                index.into_iter().fold(Expr::Reference(found), Expr::index)
            }
            None => Expr::Reference(self.declared(chain.node, file)),
        }
    }

    /// One of those that a loop makes in another file. Where it depends on a variable of this file which one, all of them are
    /// found, and the position says the rest.
    fn element(&mut self, id: NodeId, element: &Expr, file: usize) -> (NodeId, Option<Expr>) {
        match &self.node(id).kind {
            NodeKind::Resource(_) if self.is_bound(element) => {
                (self.declared(id, file), Some(self.expr(element, file)))
            }
            NodeKind::Resource(resource) => {
                let name = Chain { element: Some(element.clone()), ..Chain::property(id, "name") };
                (self.found(&name, resource, file), None)
            }
            _ => (self.declared(id, file), None),
        }
    }

    /// The parent of a resource, and which of several it is.
    pub(super) fn named_parent(
        &mut self,
        parent: NodeId,
        element: Option<&Expr>,
        file: usize,
    ) -> (Option<NodeId>, Option<Expr>) {
        let (parent, index) = match element {
            Some(element) if self.home(parent) != file => self.element(parent, element, file),
            _ => (self.declared(parent, file), element.map(|element| self.expr(element, file))),
        };
        (Some(parent), index)
    }

    /// What the name of a resource finds, where it is another file's.
    pub(super) fn found(&mut self, name: &Chain, resource: &ResourceNode, file: usize) -> NodeId {
        let id = name.node;
        if let Some(module) = self.files.towards(file, self.home(id))
            && resource.presence == Presence::Deployed
        {
            self.wait_for_module(file, module);
        }
        let key = (id, name.element.clone());
        if let Some(known) = self.drafts[file].found.get(&key).copied() {
            self.wait_as_before(file, known);
            return known;
        }
        let place = self.drafts[file].reserve();
        self.drafts[file].found.insert(key, place);
        self.waiting(file, place, |splitter| splitter.find(name, resource, file, place));
        place
    }

    fn find(&mut self, name: &Chain, resource: &ResourceNode, file: usize, place: NodeId) {
        let around = self.loop_of(name, file).unwrap_or(self.files.all[file].region);
        let kind = self.within(file, around, |splitter| splitter.finding(name, resource, file));
        let region = self.loop_of(name, file).map_or(RegionId::FILE, |region| self.region(file, region));
        let mut node = self.node(name.node).clone();
        let symbols = [node.symbol.to_string(), format!("{}Resource", node.symbol)];
        node.symbol = self.drafts[file].symbols.take(&symbols).into();
        (node.region, node.nested_in, node.kind) = (region, None, NodeKind::Resource(Box::new(kind)));
        self.drafts[file].fill(place, node);
    }

    /// The loop in which a file finds a resource: the one that makes it, where all of its elements are meant, or the one that
    /// calls the module which it is in.
    fn loop_of(&self, chain: &Chain, file: usize) -> Option<RegionId> {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[file].region);
        let own = regions.loop_around(self.node(chain.node).region).map(|(id, _)| id);
        let of_module = || {
            let module = self.files.towards(file, self.home(chain.node))?;
            let (id, _) = regions.loop_around(self.files.all[module].region)?;
            (Some(id) != own).then_some(id)
        };
        let id = if chain.element.is_none() { own } else { of_module() };
        id.filter(|id| !regions.encloses(*id, around))
    }

    /// By which name a resource is found.
    fn name_to_find(&mut self, chain: &Chain, resource: &ResourceNode, file: usize) -> Expr {
        let is_inside = self.files.towards(file, self.home(chain.node)).is_some();
        let is_found = resource.presence != Presence::Deployed;
        let is_each = chain.element.is_none() && self.loop_of(chain, file).is_some();
        // From outside, it comes as a param; inside of a module, only an output would have it, and that is too late.
        let known = match resource.body.get("name").filter(|_| is_each) {
            None if is_inside || is_found => self.known_name(chain, file),
            name => name.cloned(),
        };
        match known {
            Some(name) => self.early(&name, file),
            None => self.value(chain, file),
        }
    }

    fn finding(&mut self, chain: &Chain, resource: &ResourceNode, file: usize) -> ResourceNode {
        // What finds a resource of an extension, only that knows.
        let body = match resource.extension {
            Some(_) => self.early(&resource.body, file),
            None => Expr::object([("name", self.name_to_find(chain, resource, file))]),
        };
        let (parent, parent_index) = match resource.parent {
            Some(parent) => self.named_parent(parent, resource.parent_index.as_ref(), file),
            None => (None, None),
        };
        let is_on_its_own = resource.parent.is_none() && resource.scope.is_none();
        let (there, here) = self.scopes(chain.node, file);
        let foreign = there.filter(|_| is_on_its_own && there != here);
        ResourceNode {
            presence: Presence::ExistingWhereUsed,
            extension: resource.extension.map(|extension| self.declared(extension, file)),
            parent,
            parent_index,
            scope: resource.scope.as_ref().or(foreign).map(|scope| self.early(scope, file)),
            body,
            depends_on: Vec::new(),
            only_if_not_exists: false,
            retry_on: None,
            allowances: Vec::new(),
            ..resource.clone()
        }
    }
}
