//! Whether a value fits what a param is declared as: its type and its bounds, at any depth, as far as it is known before the
//! deployment. It must not know who gives the value, nor Azure's data.

mod limits;
mod misfit;
mod object;
mod walk;

use std::collections::BTreeMap;

use self::limits::Limits;
pub(super) use self::misfit::Misfit;
use self::misfit::Path;
use self::walk::Walk;
use super::Context;
use crate::expr::Expr;
use crate::graph::{NodeKind, ParamNode, TypeNode};

/// The graph, with the types in it that have names.
pub(super) struct Declarations<'g> {
    graph: &'g Context<'g>,
    types: BTreeMap<&'g str, &'g TypeNode>,
}

impl<'g> Declarations<'g> {
    pub(super) fn new(graph: &'g Context<'g>) -> Self {
        let types = graph.nodes.all.iter().filter_map(|node| match &node.kind {
            NodeKind::Type(ty) => Some((&*node.symbol, &**ty)),
            _ => None,
        });
        Declarations { graph, types: types.collect() }
    }

    /// Where a value does not fit a param. What a secure param gets is not looked at, for it would be shown.
    pub(super) fn misfits(&'g self, param: &'g ParamNode, value: &Expr) -> Vec<Misfit> {
        let mut walk = Walk { declarations: self, misfits: Vec::new() };
        // Null is as good as no value where there is a default.
        let is_left_out = *value == Expr::Null && param.default.is_some();
        if !param.secure && !is_left_out {
            walk.value(value, &param.ty, Limits::of(&param.constraints), &Path::Whole);
        }
        walk.misfits
    }
}
