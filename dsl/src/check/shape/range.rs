//! `out-of-bounds` of computed texts, and of params behind a condition or a var. They are judged at the end, when all
//! that the data says about params is known.

use std::collections::BTreeMap;

use types::Type;

use super::Walker;
use super::length::{Length, Lengths};
use super::literal::Problem;
use super::place::At;
use crate::check::{Context, Finding};
use crate::expr::Expr;
use crate::graph::{Constraints, Node, NodeKind};

/// A value whose bounds are not known yet.
pub(super) struct Ranged<'g> {
    node: &'g Node,
    path: String,
    expr: &'g Expr,
    bounds: Bounds,
}

/// What a property takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Bounds {
    Length(Option<u64>, Option<u64>),
    Value(Option<i64>, Option<i64>),
}

impl Bounds {
    /// The bounds of a type, if it has any.
    pub(super) fn of(ty: &Type) -> Option<Bounds> {
        match ty {
            Type::String(text) => Some(Bounds::Length(text.min_length, text.max_length)),
            Type::Array(array) => Some(Bounds::Length(array.min_length, array.max_length)),
            Type::Integer(number) => Some(Bounds::Value(number.min, number.max)),
            _ => None,
        }
        .filter(|bounds| !matches!(bounds, Bounds::Length(None, None) | Bounds::Value(None, None)))
    }
}

impl<'g> Walker<'_, 'g> {
    /// A value of the right kind that is not known now stands here.
    pub(super) fn range(&mut self, expr: &'g Expr, ty: &Type, at: &At<'_, 'g>) {
        if matches!(ty, Type::String(_) | Type::Integer(_))
            && let Some(bounds) = Bounds::of(ty)
        {
            self.ranged.push(Ranged { node: at.site.node, path: at.path.to_string(), expr, bounds });
        }
    }
}

impl Ranged<'_> {
    pub(super) fn findings(&self, graph: &Context<'_>, inferred: &BTreeMap<usize, Constraints>) -> Vec<Finding> {
        let problems = match self.bounds {
            Bounds::Length(min, max) => length(Lengths { graph, inferred }.of(self.expr), min, max),
            Bounds::Value(min, max) => {
                let (least, most) = bounds_of_param(graph, inferred, self.expr);
                value(least, most, min, max)
            }
        };
        let finding = |problem: Problem| {
            let message = format!("`{}` of `{}` {}", self.path, self.node.symbol, problem.message);
            Finding::at(problem.check, self.node, message).silenced_by(problem.codes).help(problem.help)
        };
        problems.into_iter().map(finding).collect()
    }
}

/// What is known of a number that is the value of a param.
fn bounds_of_param(
    graph: &Context<'_>,
    inferred: &BTreeMap<usize, Constraints>,
    expr: &Expr,
) -> (Option<i64>, Option<i64>) {
    let Some((index, Node { kind: NodeKind::Param(param), .. })) = graph.target(expr) else { return (None, None) };
    let inferred = inferred.get(&index);
    let bound = |of: fn(&Constraints) -> Option<i64>| of(&param.constraints).or_else(|| inferred.and_then(of));
    (bound(|it| it.min_value), bound(|it| it.max_value))
}

/// What is wrong with a text of that length; of what it can follow, the official compiler says the same.
pub(super) fn length(found: Length, min: Option<u64>, max: Option<u64>) -> Vec<Problem> {
    let too_short = min.and_then(|min| too_short(found, min));
    let too_long = max.and_then(|max| too_long(found, max));
    [too_short, too_long].into_iter().flatten().collect()
}

const BOUND_THE_PARAMS: &str = "bound the params in it: `.length(…)`";

fn too_short(found: Length, min: u64) -> Option<Problem> {
    if let Some(most) = found.max.filter(|most| *most < min) {
        let message = format!("has {most} characters at most; Azure takes {min} at least");
        return Some(Problem::out_of_bounds("BCP333", message, "make it longer"));
    }
    let least = found.min.filter(|least| !found.is_vague && *least < min)?;
    let message = format!("can be as short as {least}; Azure takes {min} characters at least");
    Some(Problem::out_of_bounds("BCP334", message, BOUND_THE_PARAMS))
}

fn too_long(found: Length, max: u64) -> Option<Problem> {
    if let Some(least) = found.min.filter(|least| *least > max) {
        let message = format!("has {least} characters at least; Azure takes {max} at most");
        return Some(Problem::out_of_bounds("BCP332", message, "make it shorter"));
    }
    let most = found.max.filter(|most| *most > max)?;
    let message = format!("can be as long as {most}; Azure takes {max} characters at most");
    Some(Problem::out_of_bounds("BCP335", message, BOUND_THE_PARAMS))
}

/// What the official compiler would say about a number between `least` and `most`.
pub(super) fn value(least: Option<i64>, most: Option<i64>, min: Option<i64>, max: Option<i64>) -> Vec<Problem> {
    let problem = |codes, message| Some(Problem::out_of_bounds(codes, message, "bound the param: `.range(…)`"));
    let too_small = match (min, least, most) {
        (Some(min), _, Some(most)) if most < min => {
            problem("BCP328", format!("is {most} at most; Azure takes {min} at least"))
        }
        (Some(min), Some(least), _) if least < min => {
            problem("BCP329", format!("can be as small as {least}; Azure takes {min} at least"))
        }
        _ => None,
    };
    let too_great = match (max, least, most) {
        (Some(max), Some(least), _) if least > max => {
            problem("BCP327", format!("is {least} at least; Azure takes {max} at most"))
        }
        (Some(max), _, Some(most)) if most > max => {
            problem("BCP330", format!("can be as great as {most}; Azure takes {max} at most"))
        }
        _ => None,
    };
    [too_small, too_great].into_iter().flatten().collect()
}
