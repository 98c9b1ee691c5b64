//! References across conditions and loops: this iteration's element, and the promise that what stands under the same
//! condition is there. It must not know which file a node lands in.

use super::{lambdas, order};
use crate::expr::{Accessor, BinaryOperator, Expr};
use crate::graph::{Node, NodeId, NodeKind, Nodes, OutputNode, RegionId, Regions, named, needs_deployment};
use crate::types::Type;

/// The same graph with every reference as it is written; nothing where that is as it stands, for there is neither a
/// condition nor a loop, nor a lambda whose variable would hide a symbol, nor anything that is waited for twice.
pub(crate) fn resolved(nodes: &Nodes) -> Option<Nodes> {
    let (hidden, implied) = (lambdas::hidden(nodes), order::implied(&nodes.all, &nodes.regions));
    if nodes.regions.is_empty() && hidden.is_empty() && implied.is_empty() {
        return None;
    }
    let resolver = Resolver { nodes };
    let regions = nodes.regions.map(|outer, expr| resolver.expr(expr, outer));
    let mut written = Nodes { regions, ..Nodes::empty(nodes.graph, nodes.scope) };
    written.all = nodes.all.iter().map(|node| resolver.node(node, &written.regions)).collect();
    lambdas::set_apart(&mut written, nodes, &hidden);
    order::take_out(&mut written.all, &implied);
    Some(written)
}

struct Resolver<'g> {
    nodes: &'g Nodes,
}

impl Resolver<'_> {
    fn node(&self, node: &Node, regions: &Regions) -> Node {
        let mut node = node.clone();
        let (region, symbol) = (node.region, node.parent());
        node.map_exprs(&mut |expr| self.expr(expr, region));
        match &mut node.kind {
            NodeKind::Resource(resource) if resource.parent_position.is_empty() => {
                let element = symbol.and_then(|parent| self.element(parent, region));
                resource.parent_position.extend(element);
            }
            NodeKind::Var(var) => {
                if let Some((_, each)) = regions.loop_around(region) {
                    var.value = each.around(var.value.clone());
                    var.ty = var.ty.take().map(|ty| Type::Array(Box::new(ty)));
                }
            }
            NodeKind::Output(output) => wrap(output, region, regions),
            _ => {}
        }
        node
    }

    /// An expression as it is written in a region.
    fn expr(&self, expr: &Expr, from: RegionId) -> Expr {
        expr.replaced(&mut |part| match part {
            Expr::Reference(node) => self.element(*node, from).map(|index| part.clone().index(index)),
            Expr::Access(access) => self.access(&access.0, &access.1, from),
            Expr::Binary(parts) => chosen(self.nodes, parts).map(|chosen| self.expr(&chosen, from)),
            _ => None,
        })
    }

    fn access(&self, base: &Expr, accessor: &Accessor, from: RegionId) -> Option<Expr> {
        if let (Expr::Reference(_), Accessor::Index(index)) = (base, accessor) {
            // The position is given already.
            return Some(base.clone().index(self.expr(index, from)));
        }
        let node =
            named(base).filter(|node| needs_deployment(accessor) && self.is_under_shared_condition(*node, from))?;
        let is_indexed = !matches!(base, Expr::Reference(_));
        let base = if is_indexed { self.expr(base, from) } else { self.reference(node, from) };
        let accessor = accessor.replaced(&mut |inside| Some(self.expr(inside, from)));
        Some(base.access(Accessor::NonNull).access(accessor))
    }

    fn reference(&self, node: NodeId, from: RegionId) -> Expr {
        let reference = Expr::Reference(node);
        match self.element(node, from) {
            Some(index) => reference.index(index),
            None => reference,
        }
    }

    /// Which element of what a loop makes is meant in that loop.
    fn element(&self, node: NodeId, from: RegionId) -> Option<Expr> {
        let regions = &self.nodes.regions;
        let (id, each) = regions.loop_around(self.nodes.get(node)?.region)?;
        regions.encloses(id, from).then(|| each.index())
    }

    /// Whether a node may be missing, but not where this stands.
    fn is_under_shared_condition(&self, node: NodeId, from: RegionId) -> bool {
        let regions = &self.nodes.regions;
        let Some(node) =
            self.nodes.get(node).filter(|node| matches!(node.kind, NodeKind::Resource(_) | NodeKind::Module(_)))
        else {
            return false;
        };
        regions.conditions_around(node.region).any(|(id, _)| regions.encloses(id, from))
    }
}

/// `(condition ? id : null) ?? other`, as people write it: `condition ? id : other`.
pub(super) fn chosen(nodes: &Nodes, parts: &(Expr, BinaryOperator, Expr)) -> Option<Expr> {
    let (Expr::Ternary(choice), BinaryOperator::Coalesce, other) = parts else { return None };
    let [condition, value, Expr::Null] = &**choice else { return None };
    is_always_known(nodes, value).then(|| Expr::ternary(condition.clone(), value.clone(), other.clone()))
}

/// Whether a value is a text, or known of a resource before it is deployed, and so is never null.
fn is_always_known(nodes: &Nodes, value: &Expr) -> bool {
    let Expr::Access(access) = value else { return matches!(value, Expr::String(_) | Expr::Interpolated(_)) };
    let node = named(&access.0).and_then(|node| nodes.get(node));
    let is_of_resource = node.is_some_and(|node| matches!(node.kind, NodeKind::Resource(_)));
    is_of_resource && matches!(access.1, Accessor::Property(_)) && !needs_deployment(&access.1)
}

/// An output is null where its conditions do not hold, and a list where a loop makes it.
fn wrap(output: &mut OutputNode, region: RegionId, regions: &Regions) {
    for (_, condition) in regions.conditions_around(region) {
        output.value = Expr::ternary(condition.clone(), output.value.clone(), Expr::Null);
        if !matches!(output.ty, Type::Nullable(_)) {
            output.ty = Type::Nullable(Box::new(output.ty.clone()));
        }
    }
    if let Some((_, each)) = regions.loop_around(region) {
        output.value = each.around(output.value.clone());
        output.ty = Type::Array(Box::new(output.ty.clone()));
    }
}
