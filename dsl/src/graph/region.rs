//! Regions: the conditions, loops and modules that nodes stand in, as a tree whose root is the file. They must not know how a
//! reference is written that leads from one to another.

use std::panic::Location;
use std::rc::Rc;

use super::{Graph, NodeId, Nodes};
use crate::expr::{Expr, Text};
use crate::functions::set_apart;
use crate::scope::Scope;

/// The identity of a region in its graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RegionId(u32);

impl RegionId {
    /// Outside every condition, loop and module.
    pub(crate) const FILE: RegionId = RegionId(0);
}

/// A condition, a loop or a module.
#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub(crate) outer: RegionId,
    pub(crate) kind: RegionKind,
    pub(crate) location: &'static Location<'static>,
}

#[derive(Clone, Debug)]
pub(crate) enum RegionKind {
    /// `if (…)`
    When(Expr),
    /// `for … in …`
    Each(Loop),
    /// A file of its own.
    Module(ModuleRegion),
}

/// What is known of a module beside its content.
#[derive(Clone, Debug)]
pub(crate) struct ModuleRegion {
    pub(crate) symbol: Text,
    /// Where it is deployed, if not where its caller is.
    pub(crate) scope: Option<Expr>,
    /// The kind of scope that its content is deployed to.
    pub(crate) target: &'static str,
}

/// What a loop walks, and by which variables.
#[derive(Clone, Debug)]
pub(crate) struct Loop {
    pub(crate) item: Text,
    pub(crate) index: Text,
    pub(crate) source: Expr,
    pub(crate) batch_size: Option<i64>,
}

/// All regions of a graph but the file, and the one that nodes are added to now.
#[derive(Clone, Debug)]
pub(crate) struct Regions {
    all: Vec<Region>,
    current: RegionId,
}

impl Default for Regions {
    fn default() -> Self {
        Regions { all: Vec::new(), current: RegionId::FILE }
    }
}

impl Regions {
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(crate) fn current(&self) -> RegionId {
        self.current
    }

    pub(crate) fn get(&self, id: RegionId) -> Option<&Region> {
        (id.0 as usize).checked_sub(1).and_then(|index| self.all.get(index))
    }

    /// The regions around a place, the innermost first.
    pub(crate) fn around(&self, id: RegionId) -> impl Iterator<Item = (RegionId, &Region)> {
        std::iter::successors(self.get(id).map(|region| (id, region)), |(_, region)| {
            self.get(region.outer).map(|outer| (region.outer, outer))
        })
    }

    /// Whether `inner` is `outer` or lies inside of it.
    pub(crate) fn encloses(&self, outer: RegionId, inner: RegionId) -> bool {
        outer == RegionId::FILE || self.around(inner).any(|(id, _)| id == outer)
    }

    /// The innermost loop around a place.
    pub(crate) fn loop_around(&self, id: RegionId) -> Option<(RegionId, &Loop)> {
        self.loops_around(id).next()
    }

    /// The loops around a place, the innermost first.
    pub(crate) fn loops_around(&self, id: RegionId) -> impl Iterator<Item = (RegionId, &Loop)> {
        self.around(id).filter_map(|(id, region)| match &region.kind {
            RegionKind::Each(each) => Some((id, each)),
            _ => None,
        })
    }

    /// The innermost loop around a place that lies in the same module.
    pub(crate) fn loop_in_file(&self, id: RegionId) -> Option<(RegionId, &Loop)> {
        self.loop_around(id)
            .filter(|(each, _)| self.module_around(id).is_none_or(|(module, _)| !self.encloses(*each, module)))
    }

    /// The conditions around a place, the innermost first.
    pub(crate) fn conditions_around(&self, id: RegionId) -> impl Iterator<Item = (RegionId, &Expr)> {
        self.around(id).filter_map(|(id, region)| match &region.kind {
            RegionKind::When(condition) => Some((id, condition)),
            _ => None,
        })
    }

    /// The innermost module around a place.
    pub(crate) fn module_around(&self, id: RegionId) -> Option<(RegionId, &ModuleRegion)> {
        self.around(id).find_map(|(id, region)| match &region.kind {
            RegionKind::Module(module) => Some((id, module)),
            _ => None,
        })
    }

    /// What the modules around a place are deployed to which lie in a region.
    pub(crate) fn scopes_within(&self, id: RegionId, outer: RegionId) -> impl Iterator<Item = &Expr> {
        let inside = self.around(id).take_while(move |(id, _)| *id != outer);
        inside.filter_map(|(id, _)| self.module(id)?.scope.as_ref())
    }

    /// The modules around a place that another one is not in, the innermost first.
    pub(crate) fn modules_between(&self, place: RegionId, other: RegionId) -> impl Iterator<Item = RegionId> {
        let modules = self.around(place).map(|(id, _)| id).filter(|id| self.module(*id).is_some());
        modules.filter(move |module| !self.encloses(*module, other))
    }

    /// What the regions around a place are made of.
    pub(crate) fn exprs_around(&self, id: RegionId) -> impl Iterator<Item = &Expr> {
        self.around(id).filter_map(|(_, region)| region.expr())
    }

    /// All of them, each after those around it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (RegionId, &Region)> {
        (1..).map(RegionId).zip(&self.all)
    }

    /// The module that a region is.
    pub(crate) fn module(&self, id: RegionId) -> Option<&ModuleRegion> {
        match &self.get(id)?.kind {
            RegionKind::Module(module) => Some(module),
            _ => None,
        }
    }

    /// The same regions with other expressions.
    pub(crate) fn map(&self, mut change: impl FnMut(RegionId, &Expr) -> Expr) -> Regions {
        let mut regions = self.clone();
        for region in &mut regions.all {
            let outer = region.outer;
            if let Some(expr) = region.kind.expr_mut() {
                *expr = change(outer, expr);
            }
        }
        regions
    }

    /// Adds a region inside another one.
    pub(crate) fn push(&mut self, outer: RegionId, kind: RegionKind, location: &'static Location<'static>) -> RegionId {
        self.all.push(Region { outer, kind, location });
        RegionId(u32::try_from(self.all.len()).unwrap_or(u32::MAX))
    }

    /// The variables of the loops around a place.
    pub(crate) fn variables_around(&self, id: RegionId) -> Vec<Text> {
        self.loops_around(id).flat_map(|(_, each)| each.variables()).collect()
    }

    fn open(&mut self, mut kind: RegionKind, location: &'static Location<'static>) {
        let variables = self.variables_around(self.current);
        if let Some(expr) = kind.expr_mut() {
            *expr = set_apart(expr, &variables, &variables);
        }
        self.current = self.push(self.current, kind, location);
    }

    fn close(&mut self) {
        self.current = self.get(self.current).map_or(RegionId::FILE, |region| region.outer);
    }
}

impl Region {
    pub(crate) fn is_loop(&self) -> bool {
        matches!(self.kind, RegionKind::Each(_))
    }

    pub(crate) fn expr(&self) -> Option<&Expr> {
        match &self.kind {
            RegionKind::When(condition) => Some(condition),
            RegionKind::Each(each) => Some(&each.source),
            RegionKind::Module(module) => module.scope.as_ref(),
        }
    }
}

impl RegionKind {
    fn expr_mut(&mut self) -> Option<&mut Expr> {
        match self {
            RegionKind::When(condition) => Some(condition),
            RegionKind::Each(each) => Some(&mut each.source),
            RegionKind::Module(module) => module.scope.as_mut(),
        }
    }
}

/// The nodes that stand in a region, in order.
#[derive(Clone, Debug)]
pub(super) struct Span(Rc<[NodeId]>);

impl Span {
    /// Of a single node.
    pub(super) fn of(node: NodeId) -> Self {
        Span(Rc::new([node]))
    }

    pub(super) fn contains(&self, node: NodeId) -> bool {
        self.0.binary_search(&node).is_ok()
    }
}

impl<S: Scope> Graph<S> {
    /// Adds what `fill` adds in a region of its own.
    pub(super) fn within<H>(
        &mut self,
        kind: RegionKind,
        location: &'static Location<'static>,
        fill: impl FnOnce(&mut Self) -> H,
    ) -> (H, Span) {
        let start = self.nodes.all.len();
        self.nodes.regions.open(kind, location);
        let region = self.nodes.regions.current();
        let handle = fill(self);
        self.nodes.regions.close();
        (handle, self.nodes.added_in(region, start))
    }
}

impl Nodes {
    /// What was added from a position on, but for what stands outside all the same: params, and vars that are the same for
    /// every item of a loop.
    fn added_in(&self, region: RegionId, start: usize) -> Span {
        let added = (start..).zip(self.all.iter().skip(start));
        let inside = added.filter(|(_, node)| self.regions.encloses(region, node.region));
        Span(inside.map(|(index, _)| self.id(index)).collect())
    }
}
