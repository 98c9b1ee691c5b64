//! What stands in a file for something of another one: a param, an output, a copy of a var, an existing resource found by
//! its name. It must not know who asks.

use super::chain::Chain;
use super::draft::Input;
use super::files::MAIN;
use super::names::candidates;
use super::split::Splitter;
use super::value_type::{self, ValueType};
use crate::expr::{Expr, Text};
use crate::graph::{Constraints, Node, NodeId, NodeKind, OutputNode, ParamNode, Presence, RegionId, ResourceNode};
use crate::types::Type;

impl Splitter<'_, '_> {
    /// The declaration that a file has for a node, its own or what stands for it.
    pub(super) fn declared(&mut self, id: NodeId, file: usize) -> NodeId {
        match &self.node(id).kind {
            NodeKind::Var(_) | NodeKind::Import(_) | NodeKind::Extension(_) => self.copy(id, file),
            _ if self.home(id) == file => self.own(id),
            NodeKind::Param(param) => self.param(id, param, file),
            NodeKind::Resource(resource) => self.existing(id, resource, file),
            _ => self.ids[id.index()],
        }
    }

    /// A param that passes on one of the caller's.
    fn param(&mut self, id: NodeId, param: &ParamNode, file: usize) -> NodeId {
        let key = Expr::Reference(id);
        if let Some(known) = self.known_input(file, &key) {
            return known;
        }
        let value = Expr::Reference(self.declared(id, self.files.all[file].outer));
        let node = self.node(id);
        let kind = ParamNode { default: None, ..param.clone() };
        let given = self.add_input(file, key, value, &[node.symbol.to_string()], node, kind);
        let description = node.description.clone();
        self.describe(file, given, description.unwrap_or_default());
        if let Some(constraints) = self.graph.inferred.get(&id.index()) {
            self.drafts[file].inferred.insert(given.index(), constraints.clone());
        }
        given
    }

    /// A param that brings a value of a resource.
    pub(super) fn input(&mut self, file: usize, chain: &Chain) -> NodeId {
        let key = chain.behind(Expr::Reference(chain.node));
        if let Some(known) = self.known_input(file, &key) {
            return known;
        }
        let value = self.value_for(chain, file);
        let node = self.node(chain.node);
        let ValueType { ty, secure } = self.type_of(chain);
        let kind = ParamNode { ty, secure, default: None, constraints: Constraints::default() };
        let given = self.add_input(file, key, value, &candidates(&node.symbol, chain), node, kind);
        self.describe(file, given, value_type::description(node, chain).into());
        given
    }

    /// What the caller of a file writes for a value. If it has to wait for something, the whole file does.
    fn value_for(&mut self, chain: &Chain, file: usize) -> Expr {
        let is_early = std::mem::replace(&mut self.is_early, false);
        let waits = std::mem::take(&mut self.waits);
        let value = self.value(chain, self.files.all[file].outer);
        self.is_early = is_early;
        for wait in std::mem::replace(&mut self.waits, waits) {
            self.drafts[file].wait_for(wait);
        }
        value
    }

    /// A param that brings the variable of a loop around the whole file.
    pub(super) fn variable(&mut self, name: &str, file: usize) -> Option<Expr> {
        let regions = &self.graph.nodes.regions;
        let around = self.files.all[file].region;
        let (region, each) = regions.loop_around(around).filter(|_| file != MAIN)?;
        let ty = if *name == *each.item {
            value_type::of_item(self.graph.nodes, each)
        } else if *name == *each.index {
            Type::Int
        } else {
            return None;
        };
        let key = Expr::Local(name.into());
        if let Some(known) = self.known_input(file, &key) {
            return Some(Expr::Reference(known));
        }
        let outer = self.files.all[file].outer;
        let value = self.variable(name, outer).unwrap_or_else(|| key.clone());
        let kind = ParamNode { ty, secure: false, default: None, constraints: Constraints::default() };
        let place = regions.get(region).map_or(std::panic::Location::caller(), |region| region.location);
        let of = Node::new("".into(), place, NodeKind::Param(Box::new(kind.clone())));
        let given = self.add_input(file, key, value, &[name.to_owned()], &of, kind);
        self.describe(file, given, format!("`{name}` of the loop that repeats this module.").into());
        Some(Expr::Reference(given))
    }

    fn known_input(&self, file: usize, key: &Expr) -> Option<NodeId> {
        self.drafts[file].params.get(key).copied()
    }

    fn add_input(
        &mut self,
        file: usize,
        key: Expr,
        value: Expr,
        names: &[String],
        of: &Node,
        kind: ParamNode,
    ) -> NodeId {
        let draft = &mut self.drafts[file];
        let name: Text = draft.symbols.take(names).into();
        let param = draft.push(Node::new(name.clone(), of.location, NodeKind::Param(Box::new(kind))));
        draft.params.insert(key, param);
        draft.inputs.push(Input { name, value });
        param
    }

    fn describe(&mut self, file: usize, id: NodeId, description: Text) {
        if let Some(Some(node)) = self.drafts[file].nodes.get_mut(id.index()) {
            node.description = Some(description);
        }
    }

    pub(super) fn type_of(&self, chain: &Chain) -> ValueType {
        match &self.node(chain.node).kind {
            NodeKind::Resource(resource) => value_type::of_chain(resource, chain),
            _ => ValueType { ty: Type::String, secure: false },
        }
    }

    /// The output of a module for a value in it; for the values of all elements, where a loop makes several.
    pub(super) fn output(&mut self, module: usize, chain: &Chain, is_listed: bool) -> Text {
        let node = self.node(chain.node);
        let each = self.graph.nodes.regions.loop_around(node.region).filter(|_| is_listed).map(|(_, each)| each);
        let element = each.map(crate::graph::Loop::index);
        let chain = &Chain { element, ..chain.clone() };
        let key = chain.behind(Expr::Reference(chain.node));
        if let Some(name) = self.drafts[module].outputs.get(&key) {
            return name.clone();
        }
        let before = std::mem::replace(&mut self.is_early, false);
        let ValueType { mut ty, secure } = self.type_of(chain);
        let guard = self.guard(module, chain).map(|guard| self.early(&guard, module));
        let mut value = self.value(&Chain { promised: chain.promised || guard.is_some(), ..chain.clone() }, module);
        if let Some(guard) = guard {
            value = Expr::ternary(guard, value, Expr::Null);
            ty = Type::Nullable(Box::new(ty));
        }
        if let Some(each) = each {
            let source = self.expr(&each.source, module);
            value = crate::graph::Loop { source, ..each.clone() }.around(value);
            ty = Type::Array(Box::new(ty));
        }
        self.is_early = before;
        let draft = &mut self.drafts[module];
        let name: Text = draft.output_names.take(&candidates(&node.symbol, chain)).into();
        let kind = OutputNode { ty, secure, value, constraints: Constraints::default() };
        let output = Node::new(name.clone(), node.location, NodeKind::Output(Box::new(kind)));
        draft.push(output.described(value_type::description(node, chain)));
        draft.outputs.insert(key, name.clone());
        name
    }

    /// A resource of another file, found by its name.
    fn existing(&mut self, id: NodeId, resource: &ResourceNode, file: usize) -> NodeId {
        self.found(&Chain::property(id, "name"), resource, file)
    }

    /// One of those that a loop makes in another file.
    pub(super) fn element(&mut self, id: NodeId, element: &Expr, file: usize) -> NodeId {
        match &self.node(id).kind {
            NodeKind::Resource(resource) => {
                self.found(&Chain { element: Some(element.clone()), ..Chain::property(id, "name") }, resource, file)
            }
            _ => self.declared(id, file),
        }
    }

    /// What the name of a resource finds, where it is another file's.
    fn found(&mut self, name: &Chain, resource: &ResourceNode, file: usize) -> NodeId {
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
        let kind = self.finding(name, resource, file);
        let region = self.shared_loop(name, file).map_or(RegionId::FILE, |region| self.region(file, region));
        let mut node = self.node(name.node).clone();
        let symbols = [node.symbol.to_string(), format!("{}Resource", node.symbol)];
        node.symbol = self.drafts[file].symbols.take(&symbols).into();
        (node.region, node.nested_in, node.kind) = (region, None, NodeKind::Resource(Box::new(kind)));
        self.drafts[file].fill(place, node);
    }

    /// The loop in which a file finds what the same loop makes in another file.
    fn shared_loop(&self, chain: &Chain, file: usize) -> Option<RegionId> {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[file].region);
        let each = regions.loop_around(self.node(chain.node).region).filter(|_| chain.element.is_none());
        each.map(|(id, _)| id).filter(|id| !regions.encloses(*id, around))
    }

    /// By which name a resource is found.
    fn name_to_find(&mut self, chain: &Chain, resource: &ResourceNode, file: usize) -> Expr {
        let is_inside = self.files.towards(file, self.home(chain.node)).is_some();
        let is_found = resource.presence != Presence::Deployed;
        let in_loop = self.shared_loop(chain, file).and_then(|_| resource.body.get("name"));
        match in_loop.cloned().or_else(|| self.known_name(chain)) {
            Some(name) if in_loop.is_some() => self.early(&name, file),
            // From outside, it comes as a param; inside of a module, only an output would have it, and that is too late.
            Some(name) if is_inside || is_found => self.early(&name, file),
            _ => self.value(chain, file),
        }
    }

    fn finding(&mut self, chain: &Chain, resource: &ResourceNode, file: usize) -> ResourceNode {
        // What finds a resource of an extension, only that knows.
        let body = match resource.extension {
            Some(_) => self.early(&resource.body, file),
            None => Expr::object([("name", self.name_to_find(chain, resource, file))]),
        };
        let parent = resource.parent.map(|parent| match &resource.parent_index {
            Some(element) if self.home(parent) != file => self.element(parent, element, file),
            _ => self.declared(parent, file),
        });
        let is_on_its_own = resource.parent.is_none() && resource.scope.is_none();
        let (there, here) = self.scopes(chain.node, file);
        let foreign = there.filter(|_| is_on_its_own && there != here);
        ResourceNode {
            presence: Presence::ExistingWhereUsed,
            extension: resource.extension.map(|extension| self.declared(extension, file)),
            parent,
            parent_index: None,
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
