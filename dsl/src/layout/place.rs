//! Where something is deployed, as far as the graph says it, and by which scope a file that is deployed elsewhere finds it. It
//! must not know what is there.

use super::chain::Chain;
use super::fact::Fact;
use super::split::Splitter;
use crate::check::Context;
use crate::expr::Expr;
use crate::graph::{NodeKind, RegionId, ResourceNode};
use crate::scope::{ManagementGroup, ResourceGroup, Scope, Subscription, Tenant};

const GROUPS: &str = "Microsoft.Resources/resourceGroups";

/// A place of deployment. What it does not say is as it is for the whole graph.
#[derive(Clone, Debug)]
pub(super) struct Place {
    kind: &'static str,
    /// The id of the subscription.
    subscription: Option<Expr>,
    /// The name of the resource group or management group.
    name: Option<Expr>,
    /// As the graph writes it.
    scope: Option<Expr>,
    /// The module that says so.
    pub(super) module: RegionId,
}

impl Place {
    /// Where what stands in a region is deployed.
    pub(super) fn of(graph: &Context<'_>, region: RegionId) -> Place {
        let mut around = graph.nodes.regions.around(region);
        let found = around.find_map(|(id, region)| {
            let module = graph.nodes.regions.module(id)?;
            Some((id, region.outer, module.scope.as_ref()?, module.target))
        });
        let (kind, module) = (graph.nodes.scope, RegionId::FILE);
        match found {
            Some((id, outer, scope, kind)) => {
                Place { module: id, ..Place::of(graph, outer).within(graph, scope, kind) }
            }
            None => Place { kind, subscription: None, name: None, scope: None, module },
        }
    }

    /// What a scope means here.
    fn within(self, graph: &Context<'_>, scope: &Expr, kind: &'static str) -> Place {
        let written = Some(scope.clone());
        let (subscription, name) = match arguments(scope) {
            Some([]) => (self.subscription, None),
            Some([id]) if kind == Subscription::NAME => (Some(id.clone()), None),
            Some([name]) => (self.subscription, Some(name.clone())),
            Some([id, name, ..]) => (Some(id.clone()), Some(name.clone())),
            None => (subscription_of_group(graph, scope), Some(scope.clone().member("name"))),
        };
        Place { kind, subscription, name, scope: written, module: self.module }
    }

    fn is_same(&self, other: &Place) -> bool {
        let is_equal = (self.kind, &self.subscription, &self.name) == (other.kind, &other.subscription, &other.name);
        // Variables of loops around two modules are not the same ones, though they may be called alike.
        let is_told = || [&self.subscription, &self.name].into_iter().flatten().all(|expr| !has_variables(expr));
        is_equal && (self.module == other.module || is_told())
    }

    /// Whether what is known of another place is the same here.
    pub(super) fn shares(&self, other: &Place, fact: Fact) -> bool {
        let is_told = || self.subscription.as_ref().is_none_or(|id| !has_variables(id) || self.module == other.module);
        let is_inside = |place: &Place| [ResourceGroup::NAME, Subscription::NAME].contains(&place.kind);
        match fact {
            Fact::Subscription => {
                self.subscription == other.subscription && is_inside(self) && is_inside(other) && is_told()
            }
            _ => self.is_same(other),
        }
    }

    /// Whether a file that is deployed elsewhere has words for it.
    pub(super) fn is_findable_from(&self, here: &Place) -> bool {
        let is_told = self.name.is_some() || self.kind == Subscription::NAME;
        let is_in_subscription = [ResourceGroup::NAME, Subscription::NAME].contains(&self.kind);
        let is_near = here.subscription.is_none() && [ResourceGroup::NAME, Subscription::NAME].contains(&here.kind);
        let is_reached = !is_in_subscription || self.subscription.is_some() || is_near;
        self.is_same(here) || self.kind == Tenant::NAME || is_told && is_reached
    }

    /// The scope as a file writes it that is deployed elsewhere.
    fn seen_from(self, here: &Place) -> Expr {
        let is_near = self.subscription == here.subscription && !self.subscription.as_ref().is_some_and(has_variables);
        let subscription = self.subscription.filter(|_| !is_near);
        Expr::call(self.kind, subscription.into_iter().chain(self.name).collect::<Vec<_>>())
    }
}

impl Splitter<'_, '_> {
    /// The scope by which a file finds a resource; nothing where it is deployed to the same.
    pub(super) fn scope_to_find(&mut self, chain: &Chain, resource: &ResourceNode, file: usize) -> Option<Expr> {
        let place = Place::of(self.graph, self.node(chain.node).region);
        let place = match &resource.scope {
            Some(scope) => match kind(self.graph, scope) {
                Some(kind) => place.within(self.graph, scope, kind),
                // It extends another resource.
                None => return Some(self.of_turn(chain, scope, file)),
            },
            None if resource.parent.is_some() => return None,
            None => place,
        };
        let here = Place::of(self.graph, self.files.all[file].region);
        let place = Place {
            subscription: place.subscription.map(|id| self.turned(chain, &id, file)),
            name: place.name.map(|name| self.turned(chain, &name, file)),
            ..place
        };
        if place.is_same(&here) || !place.is_findable_from(&here) {
            return None;
        }
        let named = place.scope.as_ref().filter(|scope| self.is_declared(scope, file)).cloned();
        match named {
            Some(scope) => Some(self.of_turn(chain, &scope, file)),
            None => Some(self.text_of(chain, &place.seen_from(&here), file)),
        }
    }

    fn of_turn(&mut self, chain: &Chain, expr: &Expr, file: usize) -> Expr {
        let turned = self.turned(chain, expr, file);
        self.text_of(chain, &turned, file)
    }

    /// Whether a scope is a resource of a file.
    fn is_declared(&self, scope: &Expr, file: usize) -> bool {
        Chain::of(self.graph, scope).is_some_and(|chain| self.home(chain.node) == file)
    }
}

/// The kind of scope that an expression is, if it is one that things are deployed to.
fn kind(graph: &Context<'_>, scope: &Expr) -> Option<&'static str> {
    match scope {
        Expr::Call(call) => {
            let kinds = [ResourceGroup::NAME, Subscription::NAME, ManagementGroup::NAME, Tenant::NAME];
            kinds.into_iter().find(|kind| *kind == &*call.function)
        }
        _ => group(graph, scope).map(|_| ResourceGroup::NAME),
    }
}

/// The resource group that an expression names.
fn group(graph: &Context<'_>, scope: &Expr) -> Option<RegionId> {
    let chain = Chain::of(graph, scope).filter(|chain| chain.steps.is_empty())?;
    let node = &graph.nodes.all[chain.node.index()];
    match &node.kind {
        NodeKind::Resource(resource) => resource.ty.eq_ignore_ascii_case(GROUPS).then_some(node.region),
        _ => None,
    }
}

fn subscription_of_group(graph: &Context<'_>, scope: &Expr) -> Option<Expr> {
    group(graph, scope).and_then(|region| Place::of(graph, region).subscription)
}

fn arguments(scope: &Expr) -> Option<&[Expr]> {
    match scope {
        Expr::Call(call) => Some(&call.arguments),
        _ => None,
    }
}

fn has_variables(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |part| found |= matches!(part, Expr::Local(_)));
    found
}
