//! Resources of other files that are found by their names. It must not know who asks.

use super::chain::Chain;
use super::split::Splitter;
use crate::expr::Expr;
use crate::graph::{Loop, NodeId, NodeKind, Presence, Region, RegionId, RegionKind, ResourceNode};

impl Splitter<'_, '_> {
    /// What a chain begins with, where that is found by its name: the resource, or the element that is meant.
    pub(super) fn found_one(&mut self, chain: &Chain, file: usize) -> Expr {
        match &chain.element {
            Some(_) => {
                let (found, index) = self.element(chain, file);
                index.into_iter().fold(Expr::Reference(found), Expr::index)
            }
            None => Expr::Reference(self.declared(chain.node, file)),
        }
    }

    /// One of those that a loop makes in another file. Where it depends on a variable of this file which one, all of them are
    /// found, and the position says the rest.
    fn element(&mut self, chain: &Chain, file: usize) -> (NodeId, Option<Expr>) {
        let NodeKind::Resource(resource) = &self.node(chain.node).kind else {
            return (self.declared(chain.node, file), None);
        };
        let mut name = Chain { steps: Chain::property(chain.node, "name").steps, promised: false, ..chain.clone() };
        let is_chosen_here = |position: &Expr| self.is_bound(position);
        // Only one of the loops can be walked again, or the other one.
        let walked = if name.element.as_ref().is_some_and(is_chosen_here) {
            name.element.take()
        } else if name.turns.first().is_some_and(is_chosen_here) {
            Some(name.turns.remove(0))
        } else {
            None
        };
        (self.found(&name, resource, file), walked.map(|position| self.expr(&position, file)))
    }

    /// The parent of a resource, and which of several it is.
    pub(super) fn named_parent(
        &mut self,
        parent: NodeId,
        position: &[Expr],
        file: usize,
    ) -> (Option<NodeId>, Vec<Expr>) {
        match position {
            [element, turns @ ..] if self.home(parent) != file => {
                let (element, turns) = (Some(element.clone()), turns.to_vec());
                self.parent_in_turns(&Chain { element, turns, ..Chain::property(parent, "name") }, file)
            }
            _ => (Some(self.declared(parent, file)), position.iter().map(|index| self.expr(index, file)).collect()),
        }
    }

    fn parent_in_turns(&mut self, name: &Chain, file: usize) -> (Option<NodeId>, Vec<Expr>) {
        let (parent, index) = self.element(name, file);
        (Some(parent), index.into_iter().collect())
    }

    /// The parent of what is found: that of the same turns of the loops that both stand in.
    fn parent_of_found(
        &mut self,
        chain: &Chain,
        parent: NodeId,
        position: &[Expr],
        file: usize,
    ) -> (Option<NodeId>, Vec<Expr>) {
        if !position.is_empty() {
            let position: Vec<_> = position.iter().map(|index| self.turned(chain, index, file)).collect();
            return self.named_parent(parent, &position, file);
        }
        let regions = &self.graph.nodes.regions;
        let loops = |id: NodeId| regions.loops_around(self.node(id).region).map(|(id, _)| id);
        let positions = [chain.element.clone()].into_iter().chain(chain.turns.iter().cloned().map(Some));
        // The loops around the parent are the outer ones of those around the child.
        let further_in = loops(chain.node).count().saturating_sub(loops(parent).count());
        let mut shared = positions.skip(further_in);
        let (element, turns) = (shared.next().flatten(), shared.flatten().collect::<Vec<_>>());
        let is_placed = element.is_some() || !turns.is_empty();
        match element.clone() {
            _ if is_placed && self.home(parent) != file => {
                self.parent_in_turns(&Chain { element, turns, ..Chain::property(parent, "name") }, file)
            }
            element => self.named_parent(parent, &element.into_iter().collect::<Vec<_>>(), file),
        }
    }

    /// What the name of a resource finds, where it is another file's.
    pub(super) fn found(&mut self, name: &Chain, resource: &ResourceNode, file: usize) -> NodeId {
        let id = name.node;
        if resource.presence == Presence::Deployed {
            match self.files.towards(file, self.home(id)) {
                Some(module) => self.wait_for_module(file, module),
                // No param brings the names of what a loop makes, and so none has the caller wait for it.
                None if self.loop_of(name, file).is_some() => self.wait_outside(&Expr::Reference(id), file),
                None => {}
            }
        }
        let key = (id, name.element.clone(), name.turns.clone());
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
        let walked = self.loop_of(name, file);
        let around = walked.unwrap_or(self.files.all[file].region);
        let before = std::mem::replace(&mut self.walked, walked);
        let kind = self.within(file, around, |splitter| splitter.finding(name, resource, file));
        self.walked = before;
        let region = walked.map_or(RegionId::FILE, |region| self.region_in_turns(name, region, file));
        let mut node = self.node(name.node).clone();
        let symbols = [node.symbol.to_string(), format!("{}Resource", node.symbol)];
        node.symbol = self.drafts[file].symbols.take(&symbols).into();
        (node.region, node.nested_in, node.kind) = (region, None, NodeKind::Resource(Box::new(kind)));
        self.drafts[file].fill(place, node);
    }

    /// A loop in which a file finds something. One in a loop of another file is walked without what is around it there:
    /// conditions mean nothing to what is found, and of the outer loop one turn is meant, of whose item it may walk a part.
    fn region_in_turns(&mut self, name: &Chain, id: RegionId, file: usize) -> RegionId {
        let Some(Region { outer, kind: RegionKind::Each(each), location }) = self.graph.nodes.regions.get(id) else {
            return self.region(file, id);
        };
        let regions = &self.graph.nodes.regions;
        let is_own = || self.files.region_around(regions, *outer) == self.files.all[file].region;
        if regions.loop_around(*outer).is_none() || is_own() {
            return self.region(file, id);
        }
        let key = (id, name.turns.clone());
        if let Some(known) = self.drafts[file].in_turns.get(&key) {
            return *known;
        }
        let source = self.source_of(name, id, each, file);
        let kind = RegionKind::Each(Loop { source, ..each.clone() });
        let draft = &mut self.drafts[file];
        let written = draft.regions.push(RegionId::FILE, kind, location);
        draft.in_turns.insert(key, written);
        written
    }

    /// The loop in which a file finds a resource: the one that makes it, where all of its elements are meant, or the one that
    /// calls the module which it is in.
    fn loop_of(&self, chain: &Chain, file: usize) -> Option<RegionId> {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[file].region);
        let mut loops = regions.loops_around(self.node(chain.node).region).map(|(id, _)| id);
        let own = loops.next();
        let mut of_module = || loops.next().filter(|_| chain.turns.is_empty());
        let id = if chain.element.is_none() { own } else { of_module() };
        id.filter(|id| !regions.encloses(*id, around))
    }

    /// By which name a resource is found.
    fn name_to_find(&mut self, chain: &Chain, resource: &ResourceNode, file: usize) -> Expr {
        let is_inside = self.files.towards(file, self.home(chain.node)).is_some();
        let is_found = resource.presence != Presence::Deployed;
        let is_each = self.loop_of(chain, file).is_some();
        // From outside, it comes as a param; inside of a module, only an output would have it, and that is too late.
        let known = match resource.body.get("name") {
            Some(name) if is_each && chain.element.is_none() => Some(self.in_turns(chain, name.clone())),
            _ if is_inside || is_found || is_each => self.known_name(chain, file),
            _ => None,
        };
        match known {
            Some(name) => self.text_of(chain, &name, file),
            None => self.value(chain, file),
        }
    }

    fn finding(&mut self, chain: &Chain, resource: &ResourceNode, file: usize) -> ResourceNode {
        // What finds a resource of an extension, only that knows.
        let body = match resource.extension {
            Some(_) => self.text_of(chain, &resource.body, file),
            None => Expr::object([("name", self.name_to_find(chain, resource, file))]),
        };
        let (parent, parent_position) = match resource.parent {
            Some(parent) => self.parent_of_found(chain, parent, &resource.parent_position, file),
            None => (None, Vec::new()),
        };
        ResourceNode {
            presence: Presence::ExistingWhereUsed,
            extension: resource.extension.map(|extension| self.declared(extension, file)),
            parent,
            parent_position,
            scope: self.scope_to_find(chain, resource, file),
            body,
            depends_on: Vec::new(),
            only_if_not_exists: false,
            retry_on: None,
            allowances: Vec::new(),
            ..resource.clone()
        }
    }
}
