//! What a file writes for a value that a resource has: a member of it here, of what its name finds, an output of a module or a
//! param. It must not know statements.

use std::panic::Location;

use super::chain::Chain;
use super::fact::is_named_alike;
use super::misread::is_misread;
use super::names::pascal_case;
use super::place::Place;
use super::split::Splitter;
use crate::expr::{Accessor, BinaryOperator, Expr};
use crate::graph::{Loop, Node, NodeId, NodeKind, RegionId, VarNode, needs_deployment};

/// How the outputs of a module are reached.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    /// `module.outputs`
    Plain,
    /// `module!.outputs`
    Promised,
    /// `module.?outputs`
    Safe,
    /// `module.?outputs`, with the promise behind the output: Bicep reads secrets only of the module itself.
    Secret,
}

impl Reach {
    fn outputs(self, call: Expr) -> Expr {
        match self {
            Reach::Plain => call.member("outputs"),
            Reach::Promised => call.access(Accessor::NonNull).member("outputs"),
            Reach::Safe | Reach::Secret => call.access(Accessor::SafeProperty("outputs".into())),
        }
    }
}

impl<'s> Splitter<'s, '_> {
    /// What a file writes for a value that a resource has.
    pub(super) fn value(&mut self, chain: &Chain, file: usize) -> Expr {
        let home = self.home(chain.node);
        if home == file && is_misread(self.graph, chain) {
            return self.of_found(chain, file);
        }
        if home == file {
            let element = chain.element.as_ref().map(|element| self.expr(element, file));
            let chain = Chain { element, turns: Vec::new(), ..chain.clone() };
            return chain.behind(Expr::Reference(self.own(chain.node)));
        }
        let chain = &self.in_own_turn(chain, file);
        match self.files.towards(file, home) {
            Some(module) if self.is_found(chain, module) => self.of_found(chain, file),
            Some(module) => match self.known_name(chain, file) {
                Some(name) => {
                    if self.node(chain.node).is_deployed() {
                        self.wait_for_module(file, module);
                    }
                    self.text_of(chain, &name, file)
                }
                None => self.value_of_module(chain, file, module),
            },
            None if self.is_neighbour(chain) => match self.known_name(chain, file) {
                Some(name) => self.text_of(chain, &name, file),
                None => self.given_value(chain, file),
            },
            None if self.is_too_late(chain, file) => self.of_found(chain, file),
            None => self.given_value(chain, file),
        }
    }

    /// Which element is meant where an output stands in the loop with what it reads: that loop is walked again in its own file.
    fn in_own_turn(&self, chain: &Chain, file: usize) -> Chain {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[file].region);
        let own = regions.loop_around(self.node(chain.node).region);
        let is_unsaid = chain.element.is_none() && self.walked.is_none();
        // Of a loop around the whole file, a variable in the file that is called alike says nothing.
        let is_walked = |id, each: &Loop| is_unsaid && self.binds(&each.index) && !regions.encloses(id, around);
        let same = own.filter(|(id, each)| is_walked(*id, each));
        let element = same.map(|(_, each)| each.index());
        Chain { element: chain.element.clone().or(element), ..chain.clone() }
    }

    /// What a param brings. It is the same for all turns of a loop in the file, and so it brings all that one of them may need.
    fn given_value(&mut self, chain: &Chain, file: usize) -> Expr {
        let Some((each, of_list, position)) = self.listed(chain, |position| self.is_bound(position)) else {
            return self.input(file, chain);
        };
        if self.type_of(chain).secure {
            return self.of_found(chain, file);
        }
        let one = Expr::Reference(self.list_input(file, &of_list, each)).index(self.expr(&position, file));
        if self.guard(file, chain).is_some() { one.access(Accessor::NonNull) } else { one }
    }

    /// The loop of which a list has all values that a chain may mean, the chain of one in it, and the position of that one: of
    /// the innermost loop whose position is such.
    fn listed(&self, chain: &Chain, is_such: impl Fn(&Expr) -> bool) -> Option<(&'s Loop, Chain, Expr)> {
        let mut loops = self.graph.nodes.regions.loops_around(self.node(chain.node).region).map(|(_, each)| each);
        let (own, outer) = (loops.next()?, loops.next());
        let mut of_list = chain.clone();
        if let Some(element) = chain.element.as_ref().filter(|element| is_such(element)) {
            of_list.element = Some(own.index());
            return Some((own, of_list, element.clone()));
        }
        let (turn, outer) = chain.turns.first().filter(|turn| is_such(turn)).zip(outer)?;
        of_list.turns[0] = outer.index();
        Some((outer, of_list, turn.clone()))
    }

    /// What is known of a resource without the output of a module, by finding it.
    fn of_found(&mut self, chain: &Chain, file: usize) -> Expr {
        let found = self.found_one(chain, file);
        Chain { element: None, turns: Vec::new(), promised: false, ..chain.clone() }.behind(found)
    }

    /// Whether it is the name of what stands in the loop that is walked again here, in the same turn.
    fn is_neighbour(&self, chain: &Chain) -> bool {
        let own = self.graph.nodes.regions.loop_around(self.node(chain.node).region).map(|(id, _)| id);
        chain.is_name() && chain.element.is_none() && own.is_some() && own == self.walked
    }

    /// Whether a param would bring a value that has to be known before anything is deployed from an output, which is known
    /// only afterwards.
    fn is_too_late(&self, chain: &Chain, file: usize) -> bool {
        let NodeKind::Resource(_) = self.node(chain.node).kind else { return false };
        let places = [self.node(chain.node).region, self.files.all[file].region];
        let [there, here] = places.map(|region| Place::of(self.graph, region));
        let is_asked = self.is_early && !chain.is_name() && !chain.steps.iter().any(needs_deployment);
        is_asked && there.is_findable_from(&here) && self.is_sayable(chain.node, file)
    }

    /// Whether a value is read of what the name finds, for the module has it too late or, under its condition, not at all.
    fn is_found(&self, chain: &Chain, module: usize) -> bool {
        let NodeKind::Resource(resource) = &self.node(chain.node).kind else { return false };
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[module].region);
        let mut conditions = regions.conditions_around(self.node(chain.node).region);
        let is_conditional = !self.files.all[module].is_shard && conditions.any(|(id, _)| regions.encloses(id, around));
        // Those of extensions have no names to be found by.
        let is_asked = self.is_early || is_conditional || chain.is_id() && self.early_ids.contains(&chain.node);
        let is_readable = !chain.steps.iter().any(needs_deployment);
        let reader = self.files.all[module].outer;
        resource.extension.is_none() && is_asked && is_readable && self.is_sayable(chain.node, reader)
    }

    /// The name of a resource, where that is asked for and the same wherever it is written: an output would have it only
    /// once the resource is deployed.
    pub(super) fn known_name(&mut self, chain: &Chain, file: usize) -> Option<Expr> {
        let node = self.node(chain.node);
        let NodeKind::Resource(resource) = &node.kind else { return None };
        let name = resource.body.get("name").filter(|_| chain.is_name() && self.is_sayable(chain.node, file))?;
        Some(self.turned(chain, name, file))
    }

    /// Whether a file has words for the name of a resource: it may be made of what is known only where that is deployed.
    fn is_sayable(&self, id: NodeId, file: usize) -> bool {
        is_named_alike(self.graph, self.node(id), self.files.all[file].region)
    }

    /// What a file writes for a text that stands where a chain begins.
    pub(super) fn text_of(&mut self, chain: &Chain, text: &Expr, file: usize) -> Expr {
        let region = self.node(chain.node).region;
        self.meaning(region, |splitter| splitter.early(text, file))
    }

    /// An expression of the loops around what a chain means, for the turns that it means, as a file has to write it.
    pub(super) fn turned(&mut self, chain: &Chain, expr: &Expr, file: usize) -> Expr {
        let each = self.graph.nodes.regions.loop_around(self.node(chain.node).region);
        // Without a position, it is asked for in the same turn.
        let Some((element, (region, each))) = chain.element.as_ref().zip(each) else {
            return self.in_turns(chain, expr.clone());
        };
        let is_computed = matches!(each.item_at(element), Expr::Access(_));
        let source = if is_computed { self.walked(chain, region, each, file) } else { each.source.clone() };
        let expr = self.at(region, &Loop { source, ..each.clone() }, expr, element);
        self.in_turns(chain, expr)
    }

    /// An expression of the loops around that of a chain for the turns that it means.
    pub(super) fn in_turns(&self, chain: &Chain, expr: Expr) -> Expr {
        let regions = &self.graph.nodes.regions;
        let loops = regions.loops_around(self.node(chain.node).region);
        // The innermost first: its list may be an item of that around it.
        let placed = loops.skip(1).zip(&chain.turns);
        placed.fold(expr, |expr, ((region, each), turn)| self.at(region, each, &expr, turn))
    }

    /// An expression of a loop for one of its turns: what else stands in the loop is that of the same turn.
    fn at(&self, region: RegionId, each: &Loop, expr: &Expr, element: &Expr) -> Expr {
        let nodes = self.graph.nodes;
        let is_inside = |id: NodeId| nodes.get(id).is_some_and(|node| nodes.regions.encloses(region, node.region));
        let innermost = |id: NodeId| nodes.get(id).and_then(|node| nodes.regions.loop_around(node.region));
        let is_further_in = |id: NodeId| innermost(id).is_some_and(|(innermost, _)| innermost != region);
        let of_turn = each.at(&self.without_inner_vars(expr), element);
        of_turn.replaced(&mut |part| match part {
            Expr::Access(access) => match (&access.0, &access.1) {
                // Its position in a loop inside of this one is given, that in this one is not.
                (Expr::Reference(id), Accessor::Index(index)) if is_inside(*id) && is_further_in(*id) => {
                    Some(access.0.clone().index(index.clone()).index(element.clone()))
                }
                (Expr::Reference(_), Accessor::Index(_)) => Some(part.clone()),
                _ => None,
            },
            Expr::Reference(id) if is_inside(*id) => Some(part.clone().index(element.clone())),
            _ => None,
        })
    }

    /// An expression without the vars that stand in loops in each other: as lists of one of these, no file outside of both could
    /// have them.
    fn without_inner_vars(&self, expr: &Expr) -> Expr {
        let nodes = self.graph.nodes;
        expr.replaced(&mut |part| match part {
            Expr::Reference(id) => match nodes.get(*id) {
                Some(Node { kind: NodeKind::Var(var), region, .. })
                    if nodes.regions.loops_around(*region).nth(1).is_some() =>
                {
                    Some(self.without_inner_vars(&var.value))
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// The list that a loop walks, for an item of it. One that is written out, or made by a lambda, gets a name: Bicep does
    /// not take it in the middle of a text, and the compiler of 0.49 fails on it in the name of an existing resource.
    fn walked(&mut self, chain: &Chain, region: RegionId, each: &Loop, file: usize) -> Expr {
        let mut is_simple = true;
        each.source.walk(&mut |part| is_simple &= !matches!(part, Expr::Array(_) | Expr::Object(_) | Expr::Lambda(_)));
        if is_simple {
            return each.source.clone();
        }
        let key = (region, chain.turns.clone());
        if let Some(known) = self.drafts[file].walked.get(&key).copied() {
            return Expr::Reference(known);
        }
        let value = self.source_of(chain, region, each, file);
        let location = self.graph.nodes.regions.get(region).map_or(Location::caller(), |region| region.location);
        let draft = &mut self.drafts[file];
        let symbol = draft.symbols.take_unhidden(&[format!("all{}", pascal_case(&each.item))]).into();
        let kind = NodeKind::Var(VarNode { ty: None, value, exported: false, passed_as: None, where_used: true });
        let description = format!("What the loop of `{}` walks.", each.item);
        let var = draft.push(Node::new(symbol, location, kind).described(description));
        draft.walked.insert(key, var);
        Expr::Reference(var)
    }

    /// The list of a loop around what a chain begins with, as a file writes it.
    pub(super) fn source_around(&mut self, chain: &Chain, each: &Loop, file: usize) -> Expr {
        let mut loops = self.graph.nodes.regions.loops_around(self.node(chain.node).region);
        let region = loops.find(|(_, around)| std::ptr::eq(*around, each)).map_or(RegionId::FILE, |(id, _)| id);
        self.source_of(chain, region, each, file)
    }

    /// The list that a loop walks, as a file writes it: that of the turns which are meant of the loops around it.
    pub(super) fn source_of(&mut self, chain: &Chain, region: RegionId, each: &Loop, file: usize) -> Expr {
        let around = self.graph.nodes.regions.get(region).map_or(RegionId::FILE, |region| region.outer);
        let source = self.in_turns(chain, each.source.clone());
        self.meaning(around, |splitter| splitter.early(&source, file))
    }

    pub(super) fn wait_for_module(&mut self, file: usize, module: usize) {
        self.wait_for(Expr::Reference(self.drafts[file].modules[&module]));
    }

    /// An output of a module. What is said about the resource because of conditions and loops around the whole module is
    /// said about the module.
    fn value_of_module(&mut self, chain: &Chain, file: usize, module: usize) -> Expr {
        let (is_repeated, is_conditional) = self.around_module(chain, module);
        let reach = if is_conditional { self.reach(chain) } else { Reach::Plain };
        let element = chain.element.as_ref().map(|element| self.expr(element, file));
        let (turn, turns) = self.turn_of_module(chain, module);
        let inner = Chain { turns, promised: chain.promised && !is_conditional, ..chain.clone() };
        let inner = if reach == Reach::Safe { inner.unguarded() } else { inner };
        // Positions that are known stay in the output, but that in the innermost loop: others may want its other elements. Only
        // texts and objects can be secrets, and no lists: a secret is that of one element, or is read of what is found.
        let secure = self.type_of(chain).secure;
        let is_chosen_here = inner.position().iter().any(|position| self.is_bound(position));
        if secure && is_chosen_here && !is_repeated {
            return self.of_found(chain, file);
        }
        let listed = if is_repeated || secure { None } else { self.listed_in_output(&inner) };
        let (each, inner, of_list) = match listed {
            Some((each, inner, position)) => (Some(each), inner, Some(self.expr(&position, file))),
            None => (None, Chain { element: inner.element.clone().filter(|_| !is_repeated), ..inner }, None),
        };
        let is_listed = each.is_some();
        let name = self.output(module, &inner, each);
        let is_nullable = reach == Reach::Secret || self.guard(module, &inner).is_some();
        let call = Expr::Reference(self.drafts[file].modules[&module]);
        let turn = turn.map(|turn| self.expr(&turn, file));
        let of_call = if is_repeated { element } else { turn };
        let outputs = reach.outputs(of_call.into_iter().fold(call, Expr::index));
        let is_safe = inner.is_guarded() && !is_listed;
        let output = outputs.access(if is_safe { Accessor::SafeProperty(name) } else { Accessor::Property(name) });
        let output = of_list.into_iter().fold(output, Expr::index);
        if is_nullable { output.access(Accessor::NonNull) } else { output }
    }

    fn listed_in_output(&self, chain: &Chain) -> Option<(&'s Loop, Chain, Expr)> {
        let is_turn_chosen_here = chain.turns.first().is_some_and(|turn| self.is_bound(turn));
        self.listed(chain, |position| !is_turn_chosen_here || chain.turns.first() == Some(position))
    }

    /// Which of the calls of a module is meant that a loop around the chain's own one repeats, and the turns that are left. Where
    /// the chain says no turn of that loop, it is read in the same one.
    fn turn_of_module(&self, chain: &Chain, module: usize) -> (Option<Expr>, Vec<Expr>) {
        let (regions, file) = (&self.graph.nodes.regions, &self.files.all[module]);
        let outer = regions.get(file.region).filter(|_| !file.is_shard).map(|region| region.outer);
        let each = outer.and_then(|outer| regions.loop_in_file(outer)).map(|(id, _)| id);
        let outer_loops = regions.loops_around(self.node(chain.node).region).skip(1).map(|(id, _)| id);
        let mut turns = chain.turns.clone();
        let at = outer_loops.take(turns.len()).position(|id| Some(id) == each);
        (at.map(|at| turns.remove(at)), turns)
    }

    /// Whether a whole module is repeated by the loop of a resource in it, and whether one of its conditions is the module's.
    fn around_module(&self, chain: &Chain, module: usize) -> (bool, bool) {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[module].region);
        let region = self.node(chain.node).region;
        let is_around = |id: RegionId| !self.files.all[module].is_shard && regions.encloses(id, around);
        let is_repeated = regions.loop_around(region).is_some_and(|(id, _)| is_around(id));
        (is_repeated, regions.conditions_around(region).any(|(id, _)| is_around(id)))
    }

    /// How the outputs of a module are reached that stands under a condition.
    fn reach(&self, chain: &Chain) -> Reach {
        match chain {
            chain if chain.is_guarded() => Reach::Safe,
            chain if self.type_of(chain).secure => Reach::Secret,
            // An id or name comes here only where nobody outside has words for it.
            chain if chain.promised || !is_read(chain) => Reach::Promised,
            _ => Reach::Plain,
        }
    }

    /// As [`value`](Self::value), but null where a condition does not hold.
    pub(super) fn guarded(&mut self, chain: &Chain, guard: Option<&Expr>, file: usize) -> Expr {
        let Some(guard) = guard else { return self.value(chain, file) };
        match self.value(&Chain { promised: true, ..chain.clone() }, file) {
            // It is null by itself.
            Expr::Access(access) if access.1 == Accessor::NonNull && !promises(&access.0) => safe(&access.0),
            value => {
                let each = self.graph.nodes.regions.loop_around(self.node(chain.node).region);
                let placed = each.zip(chain.element.as_ref());
                let placed =
                    placed.map(|((region, each), element)| self.in_turns(chain, self.at(region, each, guard, element)));
                Expr::ternary(self.text_of(chain, placed.as_ref().unwrap_or(guard), file), value, Expr::Null)
            }
        }
    }

    /// The condition under which a module has a value at all, where whoever reads it does not mind.
    pub(super) fn guard(&self, module: usize, chain: &Chain) -> Option<Expr> {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[module].region);
        let is_read = is_read(chain) || !self.is_sayable(chain.node, module);
        let conditions = regions.conditions_around(self.node(chain.node).region);
        let conditions = conditions.filter(|(id, _)| is_read && !regions.encloses(*id, around));
        conditions
            .map(|(_, condition)| condition.clone())
            .reduce(|inner, outer| Expr::binary(outer, BinaryOperator::And, inner))
    }
}

/// Whether only the deployed resource has it.
fn is_read(chain: &Chain) -> bool {
    chain.steps.first().is_some_and(needs_deployment)
}

/// A value that may be null, as the linter wants it: `module.outputs.?value`.
fn safe(value: &Expr) -> Expr {
    match value {
        Expr::Access(access) => match &access.1 {
            Accessor::Property(name) => access.0.clone().access(Accessor::SafeProperty(name.clone())),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}

fn promises(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |part| found |= matches!(part, Expr::Access(access) if access.1 == Accessor::NonNull));
    found
}
