//! What a file writes for a value that a resource has: a member of it here, of what its name finds, an output of a module or a
//! param. It must not know statements.

use super::chain::Chain;
use super::split::Splitter;
use crate::expr::{Accessor, BinaryOperator, Expr};
use crate::graph::{NodeId, NodeKind, RegionId, needs_deployment};

impl<'s> Splitter<'s, '_> {
    /// What a file writes for a value that a resource has.
    pub(super) fn value(&mut self, chain: &Chain, file: usize) -> Expr {
        let home = self.home(chain.node);
        if home == file {
            let element = chain.element.as_ref().map(|element| self.expr(element, file));
            let chain = Chain { element, ..chain.clone() };
            return chain.behind(Expr::Reference(self.own(chain.node)));
        }
        match self.files.towards(file, home) {
            Some(module) if self.is_found(chain, module) => self.of_found(chain, file),
            Some(module) => match self.known_name(chain) {
                Some(name) => {
                    self.wait_for_module(file, module);
                    self.early(&name, file)
                }
                None => self.value_of_module(chain, file, module),
            },
            None if self.is_too_late(chain, file) => self.of_found(chain, file),
            None => Expr::Reference(self.input(file, chain)),
        }
    }

    /// What is known of a resource without the output of a module, by finding it.
    fn of_found(&mut self, chain: &Chain, file: usize) -> Expr {
        let found = match &chain.element {
            Some(element) => self.element(chain.node, element, file),
            None => self.declared(chain.node, file),
        };
        Chain { element: None, promised: false, ..chain.clone() }.behind(Expr::Reference(found))
    }

    /// Whether a param would bring a value that has to be known before anything is deployed from an output, which is known
    /// only afterwards.
    fn is_too_late(&self, chain: &Chain, file: usize) -> bool {
        let NodeKind::Resource(_) = self.node(chain.node).kind else { return false };
        let (there, here) = self.scopes(chain.node, file);
        let is_findable = there.is_some() || here.is_none();
        self.is_early && is_findable && !chain.is_name() && !chain.steps.iter().any(needs_deployment)
    }

    /// Whether a value is read of what the name finds, for the module has it too late or, under its condition, not at all.
    fn is_found(&self, chain: &Chain, module: usize) -> bool {
        let NodeKind::Resource(resource) = &self.node(chain.node).kind else { return false };
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[module].region);
        let mut conditions = regions.conditions_around(self.node(chain.node).region);
        let is_conditional = !self.files.all[module].is_shard && conditions.any(|(id, _)| regions.encloses(id, around));
        // Those of extensions have no names to be found by.
        resource.extension.is_none() && (self.is_early || is_conditional) && !chain.steps.iter().any(needs_deployment)
    }

    /// The scope that a resource is deployed to, and that of a file; nothing where that is the scope of the whole graph, which
    /// has no name.
    pub(super) fn scopes(&self, id: NodeId, file: usize) -> (Option<&'s Expr>, Option<&'s Expr>) {
        let regions = &self.graph.nodes.regions;
        (regions.scope_around(self.node(id).region), regions.scope_around(self.files.all[file].region))
    }

    /// The name of a resource, where that is asked for and the same wherever it is written: an output would have it only
    /// once the resource is deployed.
    pub(super) fn known_name(&self, chain: &Chain) -> Option<Expr> {
        let node = self.node(chain.node);
        let NodeKind::Resource(resource) = &node.kind else { return None };
        let name = resource.body.get("name").filter(|_| chain.is_name())?;
        let each = self.graph.nodes.regions.loop_around(node.region).zip(chain.element.as_ref());
        // Without a position, it is asked for in the same iteration.
        Some(each.map_or_else(|| name.clone(), |((_, each), element)| each.at(name, element)))
    }

    pub(super) fn wait_for_module(&mut self, file: usize, module: usize) {
        self.wait_for(Expr::Reference(self.drafts[file].modules[&module]));
    }

    /// An output of a module. What is said about the resource because of conditions and loops around the whole module is
    /// said about the module.
    fn value_of_module(&mut self, chain: &Chain, file: usize, module: usize) -> Expr {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[module].region);
        let region = self.node(chain.node).region;
        let is_around = |id: RegionId| !self.files.all[module].is_shard && regions.encloses(id, around);
        let is_repeated = regions.loop_around(region).is_some_and(|(id, _)| is_around(id));
        let is_conditional = regions.conditions_around(region).any(|(id, _)| is_around(id));
        let mut inner = chain.clone();
        let mut call = Expr::Reference(self.drafts[file].modules[&module]);
        let mut outputs = Accessor::Property("outputs".into());
        let element = inner.element.take().map(|element| self.expr(&element, file));
        if let (Some(element), true) = (&element, is_repeated) {
            call = call.index(element.clone());
        }
        let is_promised = is_conditional && std::mem::take(&mut inner.promised);
        let mut is_nullable = false;
        if let (Some(Accessor::SafeProperty(name)), true) = (inner.steps.first(), is_conditional) {
            inner.steps[0] = Accessor::Property(name.clone());
            outputs = Accessor::SafeProperty("outputs".into());
        } else if is_conditional && self.type_of(chain).secure {
            // Bicep reads secure outputs only of the module itself, and so the promise comes behind the output.
            outputs = Accessor::SafeProperty("outputs".into());
            is_nullable = true;
        } else if is_promised {
            call = call.access(Accessor::NonNull);
        }
        let is_listed = element.is_some() && !is_repeated;
        let name = self.output(module, &inner, is_listed);
        let is_safe = matches!(inner.steps.first(), Some(Accessor::SafeProperty(_))) && !is_listed;
        let step = if is_safe { Accessor::SafeProperty(name) } else { Accessor::Property(name) };
        let output = call.access(outputs).access(step);
        let output = if is_listed { element.into_iter().fold(output, Expr::index) } else { output };
        is_nullable |= self.guard(module, &inner).is_some();
        if is_nullable { output.access(Accessor::NonNull) } else { output }
    }

    /// The condition under which a module has a value at all, where whoever reads it does not mind.
    pub(super) fn guard(&self, module: usize, chain: &Chain) -> Option<Expr> {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[module].region);
        let is_read = chain.steps.first().is_some_and(needs_deployment);
        let conditions = regions.conditions_around(self.node(chain.node).region);
        let conditions = conditions.filter(|(id, _)| is_read && !regions.encloses(*id, around));
        conditions
            .map(|(_, condition)| condition.clone())
            .reduce(|inner, outer| Expr::binary(outer, BinaryOperator::And, inner))
    }
}
