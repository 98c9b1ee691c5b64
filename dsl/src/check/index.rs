//! Looking resources up by what they are and what they belong to. Each list is made when it is asked for the first time,
//! in one pass, and read in the order of the graph. It must not know why it is asked.

use std::cell::OnceCell;

use super::Context;
use crate::expr::Expr;
use crate::fingerprints::{Fingerprints, hash};
use crate::graph::{Edges, IgnoringCase, NodeKind, Nodes, ResourceNode};

/// The lists of one graph.
#[derive(Debug, Default)]
pub(super) struct Index {
    by_type: OnceCell<Fingerprints>,
    by_parent: OnceCell<Fingerprints>,
    by_scope: OnceCell<Fingerprints>,
    users: OnceCell<Edges>,
}

impl Index {
    /// The resources that may be of a type: case does not matter, and another type may fall together with it.
    pub(super) fn of_type(&self, graph: &Context<'_>, ty: &str) -> impl Iterator<Item = usize> + use<'_> {
        let of_type = |(index, resource): (usize, &ResourceNode)| (index, hash(&IgnoringCase(&resource.ty)));
        let list = self.by_type.get_or_init(|| Fingerprints::new(resources(graph.nodes).map(of_type)));
        list.of(hash(&IgnoringCase(ty)))
    }

    /// The resources that are declared under one.
    pub(super) fn children(&self, graph: &Context<'_>, parent: usize) -> impl Iterator<Item = usize> + use<'_> {
        let of_parent = |(index, resource): (usize, &ResourceNode)| Some((index, resource.parent?.index() as u64));
        let list = self.by_parent.get_or_init(|| Fingerprints::new(resources(graph.nodes).filter_map(of_parent)));
        list.of(parent as u64)
    }

    /// The resources that extend one, or an element of it.
    pub(super) fn extensions(&self, graph: &Context<'_>, target: usize) -> impl Iterator<Item = usize> + use<'_> {
        let of_scope = |(index, resource): (usize, &ResourceNode)| {
            let mut scope = resource.scope.as_ref()?;
            while let Expr::Access(access) = scope {
                scope = &access.0;
            }
            Some((index, graph.target(scope)?.0 as u64))
        };
        let list = self.by_scope.get_or_init(|| Fingerprints::new(resources(graph.nodes).filter_map(of_scope)));
        list.of(target as u64)
    }

    /// The nodes that refer to one, once for each reference.
    pub(super) fn users(&self, graph: &Context<'_>, target: usize) -> impl Iterator<Item = usize> + use<'_> {
        self.users.get_or_init(|| graph.edges.reversed()).of(target)
    }
}

fn resources(nodes: &Nodes) -> impl Iterator<Item = (usize, &ResourceNode)> {
    nodes.survey.resources.iter().filter_map(|index| match &nodes.all[*index].kind {
        NodeKind::Resource(resource) => Some((*index, &**resource)),
        _ => None,
    })
}
