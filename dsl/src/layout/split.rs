//! One graph into several files by one rule: what a file needs from outside becomes its param, and what others need of it
//! an output. It must not know how the files were chosen.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::Page;
use super::chain::Chain;
use super::draft::Draft;
use super::early;
use super::files::{File, Files, MAIN};
use super::misread::is_misread;
use super::names::Names;
use super::resolve::chosen;
use super::{lambdas, paths, shared_types};
use crate::check::Context;
use crate::expr::{Entry, Expr, Text};
use crate::graph::{Loop, ModuleNode, Node, NodeId, NodeKind, Nodes, Presence, RegionId, RegionKind, ResourceNode};

pub(super) struct Splitter<'s, 'g> {
    pub(super) graph: &'s Context<'g>,
    pub(super) files: &'s Files,
    pub(super) drafts: Vec<Draft>,
    /// Every node in its own file.
    pub(super) ids: Vec<NodeId>,
    /// The place that is written is computed before anything is deployed.
    pub(super) is_early: bool,
    /// The modules that the statement which is written has to wait for, though it refers to nothing of them.
    pub(super) waits: Vec<Expr>,
    /// Which nodes stand in their own file already.
    pub(super) is_written: Vec<bool>,
    /// The resources whose ids a file must know before it is deployed, and gets from the file that calls it.
    pub(super) early_ids: FxHashSet<NodeId>,
    /// The loop of another file whose resources are found here, one in each turn.
    pub(super) walked: Option<RegionId>,
    /// The variables of loops and lambdas around what is written, as far as they begin in the same file.
    pub(super) bound: Vec<Text>,
    /// Where the text stands that is written: what it says of its place is meant there.
    pub(super) meant: RegionId,
}

/// The pages of a graph, and every node in its own one. What is accepted at resources is not in them yet.
pub(super) fn pages<'g>(graph: &Context<'g>, files: &Files) -> (Vec<Page<'g>>, Vec<NodeId>) {
    let mut splitter = Splitter::new(graph, files);
    splitter.write_all();
    for file in files.innermost_first() {
        if splitter.drafts[file].has_content() {
            splitter.call(file);
        } else {
            splitter.leave_out_call(file);
        }
    }
    let Splitter { drafts, ids, .. } = splitter;
    let pages = drafts.into_iter().enumerate().map(|(file, draft)| page(graph, files, file, draft));
    let mut pages: Vec<_> = pages.collect();
    let types = shared_types::share(graph.nodes, &mut pages);
    pages.iter_mut().enumerate().for_each(|(file, page)| paths::make_relative(files, file, page));
    pages.extend(types);
    for (index, constraints) in &graph.inferred {
        pages[MAIN].inferred.insert(ids[*index].index(), constraints.clone());
    }
    (pages, ids)
}

impl<'s, 'g> Splitter<'s, 'g> {
    fn new(graph: &'s Context<'g>, files: &'s Files) -> Self {
        let names = Names::unlike(&lambdas::names(graph.nodes).into());
        let mut drafts: Vec<_> = files.all.iter().map(|_| Draft::new(Nodes::next_graph(), names.clone())).collect();
        // Any file may come to name them, whatever is found necessary there.
        for definition in graph.nodes.definitions() {
            drafts.iter_mut().skip(MAIN + 1).for_each(|draft| draft.take_symbol(definition));
        }
        let mut splitter = Splitter {
            graph,
            files,
            drafts,
            ids: Vec::new(),
            is_early: false,
            waits: Vec::new(),
            is_written: vec![false; graph.nodes.all.len()],
            early_ids: early::ids(graph, files),
            walked: None,
            bound: Vec::new(),
            meant: RegionId::FILE,
        };
        for (node, file) in graph.nodes.all.iter().zip(&files.of_node) {
            splitter.reserve_call(*file);
            let draft = &mut splitter.drafts[*file];
            draft.take_symbol(node);
            splitter.ids.push(draft.reserve());
        }
        splitter
    }

    /// The statement that calls a module stands where its first content stood.
    fn reserve_call(&mut self, file: usize) {
        let outer = self.files.all[file].outer;
        if file != MAIN && !self.drafts[outer].modules.contains_key(&file) {
            self.reserve_call(outer);
            let id = self.drafts[outer].reserve();
            self.drafts[outer].modules.insert(file, id);
        }
    }

    pub(super) fn node(&self, id: NodeId) -> &'s Node {
        &self.graph.nodes.all[id.index()]
    }

    pub(super) fn home(&self, id: NodeId) -> usize {
        self.files.of_node[id.index()]
    }

    /// Writes a node into its file.
    pub(super) fn write(&mut self, index: usize) {
        let (file, region) = (self.files.of_node[index], self.graph.nodes.all[index].region);
        self.meaning(region, |splitter| splitter.within(file, region, |splitter| splitter.write_into(file, index)));
    }

    fn write_into(&mut self, file: usize, index: usize) {
        let mut node = self.graph.nodes.all[index].clone();
        node.region = self.region(file, node.region);
        node.nested_in = node.nested_in.filter(|outer| self.home(*outer) == file).map(|outer| self.own(outer));
        match &mut node.kind {
            NodeKind::Resource(resource) => {
                resource.scope = resource.scope.as_ref().map(|scope| self.early(scope, file));
                resource.body = self.body(&resource.body, file);
                self.parent(resource, file);
                resource.extension = resource.extension.map(|extension| self.declared(extension, file));
                resource.depends_on = self.dependencies(&resource.depends_on, file);
                if resource.presence == Presence::Existing {
                    resource.presence = Presence::ExistingWhereUsed;
                }
            }
            NodeKind::Module(module) => {
                module.scope = module.scope.as_ref().map(|scope| self.early(scope, file));
                module.identity = module.identity.as_ref().map(|identity| self.early(identity, file));
                module.params = self.expr(&module.params, file);
                if module.is_local() {
                    module.path = self.files.relative(file, &module.path).into();
                }
                module.depends_on = self.dependencies(&module.depends_on, file);
            }
            _ => node.map_exprs(&mut |expr| self.expr(expr, file)),
        }
        self.wait(&mut node);
        self.drafts[file].fill(self.ids[index], node);
    }

    /// The parent of a resource. What a loop makes is found in another file one by one.
    fn parent(&mut self, resource: &mut ResourceNode, file: usize) {
        let Some(parent) = resource.parent else { return };
        let position = std::mem::take(&mut resource.parent_position);
        (resource.parent, resource.parent_position) = self.named_parent(parent, &position, file);
    }

    /// Adds what the statement must wait for and does not refer to.
    fn wait(&mut self, node: &mut Node) {
        if self.waits.is_empty() || !node.is_deployed() {
            return;
        }
        let mut waits = std::mem::take(&mut self.waits);
        let mut referred = Vec::new();
        node.for_each_expr(&mut |_, expr| expr.walk(&mut |part| referred.push(part.clone())));
        waits.retain(|wait| !referred.contains(wait));
        match &mut node.kind {
            NodeKind::Resource(resource) => resource.depends_on.extend(waits),
            NodeKind::Module(module) => module.depends_on.extend(waits),
            _ => {}
        }
    }

    /// The properties of a resource, of which some are computed before anything is deployed.
    fn body(&mut self, body: &Expr, file: usize) -> Expr {
        let Expr::Object(entries) = body else { return self.expr(body, file) };
        let entries = entries.iter().map(|entry| match entry {
            Entry::Property(key, value) if early::early(entry).is_some() => {
                Entry::Property(key.clone(), self.early(value, file))
            }
            Entry::Property(key, value) => Entry::Property(key.clone(), self.expr(value, file)),
            Entry::Spread(value) => Entry::Spread(self.expr(value, file)),
        });
        Expr::Object(entries.collect())
    }

    /// An expression as a file writes it in a place that is computed before anything is deployed.
    pub(super) fn early(&mut self, expr: &Expr, file: usize) -> Expr {
        let before = std::mem::replace(&mut self.is_early, true);
        let written = self.expr(expr, file);
        self.is_early = before;
        written
    }

    /// An expression as a file writes it.
    pub(super) fn expr(&mut self, expr: &Expr, file: usize) -> Expr {
        expr.replaced(&mut |part| self.part(part, file))
    }

    fn part(&mut self, part: &Expr, file: usize) -> Option<Expr> {
        match part {
            Expr::Reference(_) | Expr::Symbol(_) => {
                let (index, _) = self.graph.target(part)?;
                Some(Expr::Reference(self.declared(self.graph.nodes.id(index), file)))
            }
            Expr::Access(_) => {
                let Some(chain) = Chain::of(self.graph, part) else { return self.fact(part, file) };
                let kind = &self.node(chain.node).kind;
                let is_deployed = matches!(kind, NodeKind::Resource(_) | NodeKind::Module(_));
                match &chain.element {
                    _ if !is_deployed => None,
                    _ if !chain.steps.is_empty() => Some(self.value(&chain, file)),
                    Some(_) if !matches!(kind, NodeKind::Resource(_)) => None,
                    Some(_) if self.home(chain.node) != file || is_misread(self.graph, &chain) => {
                        Some(self.found_one(&chain, file))
                    }
                    _ => None,
                }
            }
            Expr::Call(_) => self.fact(part, file).or_else(|| self.long_id(part, file)),
            Expr::For(_) | Expr::Lambda(_) => self.with_variables(part, file),
            Expr::Binary(parts) => chosen(self.graph.nodes, parts).map(|chosen| self.expr(&chosen, file)),
            Expr::Local(name) if !self.binds(name) => self.variable(name, file),
            _ => None,
        }
    }

    /// What has to be deployed first, as a file writes it; what lies outside of the file, its caller waits for.
    fn dependencies(&mut self, others: &[Expr], file: usize) -> Vec<Expr> {
        others.iter().filter_map(|other| self.dependency(other, file)).collect()
    }

    fn dependency(&mut self, other: &Expr, file: usize) -> Option<Expr> {
        let node = Chain::of(self.graph, other)?.node;
        let home = self.home(node);
        if home == file {
            return Some(self.expr(other, file));
        }
        if let Some(module) = self.files.towards(file, home) {
            return Some(Expr::Reference(self.drafts[file].modules[&module]));
        }
        self.wait_outside(other, file);
        None
    }

    /// Has the caller of a file wait for something that lies outside of the file.
    pub(super) fn wait_outside(&mut self, other: &Expr, file: usize) {
        if let Some(outer) = self.dependency(other, self.files.all[file].outer) {
            self.drafts[file].wait_for(outer);
        }
    }

    /// A condition or loop in a file. Those around the whole file mean nothing there.
    pub(super) fn region(&mut self, file: usize, id: RegionId) -> RegionId {
        let regions = &self.graph.nodes.regions;
        let around = self.files.all[file].region;
        let Some(region) = regions.get(id).filter(|_| file == MAIN || !regions.encloses(id, around)) else {
            return RegionId::FILE;
        };
        if let Some(known) = self.drafts[file].of_region.get(&id) {
            return *known;
        }
        let around_it = region.outer;
        let outer = self.region(file, around_it);
        let mut kind = region.kind.clone();
        match &mut kind {
            RegionKind::Module(_) => return outer,
            RegionKind::When(expr) | RegionKind::Each(Loop { source: expr, .. }) => {
                *expr = self.meaning(around_it, |splitter| splitter.early(expr, file));
            }
        }
        let draft = &mut self.drafts[file];
        let written = draft.regions.push(outer, kind, region.location);
        draft.of_region.insert(id, written);
        written
    }

    /// Writes the statement that calls a module.
    fn call(&mut self, file: usize) {
        let outer = self.files.all[file].outer;
        let Some(id) = self.drafts[outer].modules.get(&file).copied() else { return };
        let File { region: around, symbol, is_shard, location, .. } = &self.files.all[file];
        let regions = &self.graph.nodes.regions;
        let module = regions.module(*around).filter(|_| !is_shard);
        let scope = module.and_then(|module| module.scope.as_ref());
        let place = regions.get(*around).map_or(RegionId::FILE, |region| region.outer);
        let write = |splitter: &mut Self, scope| splitter.outside(file, |splitter, outer| splitter.early(scope, outer));
        let scope = scope.map(|scope| self.meaning(place, |splitter| write(splitter, scope)));
        let draft = &self.drafts[file];
        let params = Expr::object(draft.inputs.iter().map(|input| (input.name.clone(), input.value.clone())));
        let mut referred = Vec::new();
        params.walk(&mut |part| referred.push(part));
        let depends_on = draft.waits.iter().filter(|wait| !referred.contains(wait)).cloned().collect();
        let path = self.files.path_from_outer(file).into();
        let call = ModuleNode {
            path,
            content: None,
            scope,
            identity: None,
            params: params.clone(),
            depends_on,
            outputs: Vec::new(),
        };
        let symbol = self.drafts[outer].symbols.take_unhidden(&[symbol.clone(), format!("{symbol}Module")]);
        let mut node = Node::new(symbol.into(), location, NodeKind::Module(Box::new(call)));
        if !is_shard {
            node.region = self.outside(file, |splitter, outer| splitter.region(outer, place));
        }
        self.drafts[outer].fill(id, node);
    }
}

impl Draft {
    fn take_symbol(&mut self, node: &Node) {
        if node.is_definition() {
            return self.symbols.define(&node.symbol);
        }
        let names = match node.kind {
            NodeKind::Output(_) => &mut self.output_names,
            NodeKind::Metadata(_) => return,
            _ => &mut self.symbols,
        };
        names.take(&[node.symbol.to_string()]);
    }
}

fn page<'g>(graph: &Context<'g>, files: &Files, file: usize, draft: Draft) -> Page<'g> {
    let scope = graph.nodes.scope_of(files.all[file].region);
    let mut nodes = Nodes { regions: draft.regions, ..Nodes::empty(draft.graph, scope) };
    for node in draft.nodes.into_iter().flatten() {
        nodes.push_placed(node);
    }
    let path = files.path(file);
    Page { path, nodes, inferred: draft.inferred, accepted: BTreeMap::new() }
}
