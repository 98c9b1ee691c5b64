//! Checks that a catalogue of resources brings along, and what they see of a graph. It must not know what they look for.

use super::{Check, Context, Finding};
use crate::expr::Expr;
use crate::graph::{Node, NodeId, NodeKind, Presence, ResourceNode};

/// A check of what only a catalogue knows: how its types of resources belong together. It runs when the graph has a resource
/// of a type that brings it along.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What its findings are shown and allowed by.
    pub check: Check,
    /// Looks at the whole graph.
    pub run: fn(&Facts<'_>, &mut Vec<Finding>),
}

/// A graph, as a rule sees it.
pub struct Facts<'g>(pub(super) &'g Context<'g>);

/// A resource, as a rule sees it.
#[derive(Clone, Copy)]
pub struct ResourceFacts<'g> {
    graph: &'g Context<'g>,
    node: &'g Node,
    resource: &'g ResourceNode,
}

impl<'g> Facts<'g> {
    /// The resources of a type, deployed or existing; case does not matter.
    pub fn resources(&self, ty: &'static str) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
        self.all().filter(move |resource| resource.is(ty))
    }

    /// All resources, deployed or existing.
    pub fn all(&self) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
        let graph = self.0;
        graph.nodes.all.iter().filter_map(move |node| ResourceFacts::of(graph, node))
    }
}

impl<'g> ResourceFacts<'g> {
    fn of(graph: &'g Context<'g>, node: &'g Node) -> Option<Self> {
        match &node.kind {
            NodeKind::Resource(resource) => Some(ResourceFacts { graph, node, resource }),
            _ => None,
        }
    }

    fn at(graph: &'g Context<'g>, id: NodeId) -> Option<Self> {
        graph.nodes.get(id).and_then(|node| ResourceFacts::of(graph, node))
    }

    /// The symbol in the Bicep.
    pub fn symbol(&self) -> &'g str {
        &self.node.symbol
    }

    /// The type as Azure spells it.
    pub fn ty(&self) -> &'g str {
        &self.resource.ty
    }

    /// Whether it is of that type; case does not matter.
    pub fn is(&self, ty: &str) -> bool {
        self.resource.ty.eq_ignore_ascii_case(ty)
    }

    /// Whether this graph makes it. Of one that is there already, nothing but the name is known.
    pub fn is_deployed(&self) -> bool {
        self.resource.presence == Presence::Deployed
    }

    /// Whether both are the same resource of the graph.
    pub fn is_same(&self, other: &ResourceFacts<'_>) -> bool {
        self.node.index == other.node.index
    }

    /// The resource that it is declared under.
    pub fn parent(&self) -> Option<ResourceFacts<'g>> {
        ResourceFacts::at(self.graph, self.resource.parent?)
    }

    /// The resource that it extends.
    pub fn scope(&self) -> Option<ResourceFacts<'g>> {
        self.resource.scope.as_ref().and_then(|scope| self.named(scope))
    }

    /// The value at a path such as `properties.publicNetworkAccess`, where it is written out; vars are followed.
    pub fn value(&self, path: &str) -> Option<&'g Expr> {
        self.resource.body.get(path).map(|value| self.graph.behind(value).0)
    }

    /// The text at a path, where it is known now.
    pub fn text(&self, path: &str) -> Option<&'g str> {
        match self.value(path)? {
            Expr::String(text) => Some(text),
            _ => None,
        }
    }

    /// The resources that anything at a path refers to.
    pub fn references(&self, path: &str) -> Vec<ResourceFacts<'g>> {
        let mut found = Vec::new();
        if let Some(value) = self.resource.body.get(path) {
            value.walk(&mut |expr| found.extend(self.named(expr)));
        }
        found
    }

    fn named(&self, expr: &Expr) -> Option<ResourceFacts<'g>> {
        let (_, node) = self.graph.target(expr)?;
        match &node.kind {
            NodeKind::Var(_) => match self.graph.behind(expr).0 {
                Expr::Access(access) => self.named(&access.0),
                _ => None,
            },
            _ => ResourceFacts::of(self.graph, node),
        }
    }

    /// A finding about it, in one sentence.
    pub fn finding(&self, check: Check, message: impl Into<String>) -> Finding {
        Finding::at(check, self.node, message)
    }

    /// The same finding, with this resource as a place that belongs to it.
    pub fn noted_in(&self, finding: Finding, message: impl Into<String>) -> Finding {
        finding.note(self.node, message)
    }
}

impl std::fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.all()).finish()
    }
}

impl std::fmt::Debug for ResourceFacts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.symbol(), self.ty())
    }
}
