//! What stands in a file for something of another one: a param, an output, a copy of a var, an existing resource found by
//! its name. It must not know who asks.

use super::chain::Chain;
use super::draft::Input;
use super::files::MAIN;
use super::item_type;
use super::names::candidates;
use super::split::Splitter;
use super::value_type::{self, ValueType};
use crate::expr::{Accessor, Expr, Text};
use crate::graph::{Constraints, Loop, Node, NodeId, NodeKind, OutputNode, ParamNode, Region, RegionKind, VarNode};
use crate::types::Type;

impl<'s> Splitter<'s, '_> {
    /// The declaration that a file has for a node, its own or what stands for it.
    pub(super) fn declared(&mut self, id: NodeId, file: usize) -> NodeId {
        match &self.node(id).kind {
            NodeKind::Var(VarNode { passed_as: Some(ty), .. }) if self.is_passed(id, file) => {
                self.param(id, &ParamNode::of(ty.clone()), file)
            }
            NodeKind::Var(_) | NodeKind::Import(_) | NodeKind::Extension(_) => self.copy(id, file),
            _ if self.home(id) == file => self.own(id),
            NodeKind::Param(param) => self.param(id, param, file),
            NodeKind::Resource(resource) => self.found(&Chain::property(id, "name"), resource, file),
            _ => self.ids[id.index()],
        }
    }

    /// Whether a module gets a var from around it, and has none of its own.
    fn is_passed(&self, id: NodeId, file: usize) -> bool {
        let is_one = self.graph.nodes.regions.loop_around(self.node(id).region).is_none();
        is_one && !self.files.all[file].is_shard && self.files.towards(self.home(id), file).is_some()
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
        let name = self.drafts[file].symbols.take(&[node.symbol.to_string()]);
        let given = self.add_input(file, key, value, name, node, kind);
        let description = node.description.clone();
        self.describe(file, given, description.unwrap_or_default());
        if let Some(constraints) = self.graph.inferred.get(&id.index()) {
            self.drafts[file].inferred.insert(given.index(), constraints.clone());
        }
        given
    }

    /// A param that brings a value of a resource. Who reads it promises that it is there, where the caller cannot.
    pub(super) fn input(&mut self, file: usize, chain: &Chain) -> Expr {
        let guard = self.guard(file, chain);
        let key = chain.behind(Expr::Reference(chain.node));
        let param = Expr::Reference(match self.known_input(file, &key) {
            Some(known) => known,
            None => self.new_input(file, key, chain, guard.as_ref()),
        });
        if guard.is_some() { param.access(Accessor::NonNull) } else { param }
    }

    fn new_input(&mut self, file: usize, key: Expr, chain: &Chain, guard: Option<&Expr>) -> NodeId {
        let value = self.given(file, |splitter, outer| splitter.guarded(chain, guard, outer));
        let ValueType { ty, secure } = self.type_of(chain);
        let ty = if guard.is_some() { ty.or_null() } else { ty };
        let kind = ParamNode { secure, ..ParamNode::of(ty) };
        let description = value_type::description(self.node(chain.node), chain);
        self.add_value(file, key, value, chain, kind, description)
    }

    /// A param that is called after the value that it brings.
    pub(super) fn add_value(
        &mut self,
        file: usize,
        key: Expr,
        value: Expr,
        chain: &Chain,
        kind: ParamNode,
        description: String,
    ) -> NodeId {
        let node = self.node(chain.node);
        let name = self.drafts[file].symbols.take_unhidden(&candidates(&node.symbol, chain));
        let given = self.add_input(file, key, value, name, node, kind);
        self.describe(file, given, description.into());
        given
    }

    /// What the caller of a file writes for a value. If it has to wait for something, the whole file does.
    pub(super) fn given(&mut self, file: usize, write: impl FnOnce(&mut Self, usize) -> Expr) -> Expr {
        let is_early = std::mem::replace(&mut self.is_early, false);
        let waits = std::mem::take(&mut self.waits);
        let value = self.outside(file, write);
        self.is_early = is_early;
        for wait in std::mem::replace(&mut self.waits, waits) {
            self.drafts[file].wait_for(wait);
        }
        value
    }

    /// Writes something of the file that calls this one, where it is called.
    pub(super) fn outside<T>(&mut self, file: usize, write: impl FnOnce(&mut Self, usize) -> T) -> T {
        let (outer, region) = (self.files.all[file].outer, self.files.all[file].region);
        self.within(outer, region, |splitter| write(splitter, outer))
    }

    /// A param that brings the variable of a loop around the whole file.
    pub(super) fn variable(&mut self, name: &str, file: usize) -> Option<Expr> {
        let (region, each) = self.loop_with(name, file)?;
        let key = Expr::Local(name.into());
        if let Some(known) = self.known_input(file, &key) {
            return Some(Expr::Reference(known));
        }
        let ty =
            if *name == *each.item { item_type::of_item(self.graph, &each.source, region.outer) } else { Type::Int };
        let value = self.outside(file, |splitter, outer| splitter.expr(&key, outer));
        let kind = ParamNode::of(ty);
        let of = Node::new("".into(), region.location, NodeKind::Param(Box::new(kind.clone())));
        let symbol = self.drafts[file].symbols.take(&[name.to_owned(), format!("{name}OfLoop")]);
        let given = self.add_input(file, key, value, symbol, &of, kind);
        self.describe(file, given, format!("`{name}` of the loop that repeats this module.").into());
        Some(Expr::Reference(given))
    }

    /// The innermost loop around a whole file that has a variable of this name.
    fn loop_with(&self, name: &str, file: usize) -> Option<(&'s Region, &'s Loop)> {
        let regions = self.graph.nodes.regions.around(self.files.all[file].region).filter(|_| file != MAIN);
        let mut loops = regions.filter_map(|(_, region)| match &region.kind {
            RegionKind::Each(each) => Some((region, each)),
            _ => None,
        });
        loops.find(|(_, each)| each.variables().iter().any(|variable| variable == name))
    }

    pub(super) fn known_input(&self, file: usize, key: &Expr) -> Option<NodeId> {
        self.drafts[file].params.get(key).copied()
    }

    fn add_input(&mut self, file: usize, key: Expr, value: Expr, name: String, of: &Node, kind: ParamNode) -> NodeId {
        let (draft, name) = (&mut self.drafts[file], Text::from(name));
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
            NodeKind::Module(module) => value_type::of_output(module, chain),
            _ => ValueType { ty: Type::String, secure: false },
        }
    }

    /// The output of a module for a value in it; for those in all turns of a loop that it walks, where one is given.
    pub(super) fn output(&mut self, module: usize, chain: &Chain, each: Option<&Loop>) -> Text {
        let node = self.node(chain.node);
        let key = chain.behind(Expr::Reference(chain.node));
        if let Some(name) = self.drafts[module].outputs.get(&key) {
            return name.clone();
        }
        let before = std::mem::replace(&mut self.is_early, false);
        let ValueType { mut ty, secure } = self.type_of(chain);
        let guard = self.guard(module, chain);
        let variables = each.into_iter().flat_map(Loop::variables);
        let mut value = self.binding(variables, |splitter| splitter.guarded(chain, guard.as_ref(), module));
        if guard.is_some() {
            ty = ty.or_null();
        }
        if let Some(each) = each {
            let source = self.source_around(chain, each, module);
            value = Loop { source, ..each.clone() }.around(value);
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
}
