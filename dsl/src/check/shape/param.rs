//! Params that are given directly to a bounded property. Their decorators say what the data says, where the user says
//! nothing; where the user says something else, that is a finding.

use std::collections::BTreeMap;

use types::Type;

use super::Walker;
use super::length::Length;
use super::literal::{Problem, problem};
use super::pattern::Patterns;
use super::place::At;
use super::range::{self, Bounds};
use crate::check::{Check, Context, Finding};
use crate::expr::Expr;
use crate::graph::{Constraints, Node, NodeKind, ParamNode};
use crate::types::Type as Declared;

/// A param at a property.
pub(super) struct Use<'g> {
    param: usize,
    resource: &'g Node,
    path: String,
    ty: &'static Type,
}

impl<'g> Walker<'_, 'g> {
    /// Notes that a param is given to a property, if the data bounds that.
    pub(super) fn note_use(&mut self, param: usize, ty: &'static Type, at: &At<'_, 'g>) {
        let is_bounded = members(ty).is_some()
            || Bounds::of(ty).is_some()
            || matches!(ty, Type::String(text) if text.pattern.is_some());
        if is_bounded && self.used.insert((param, std::ptr::from_ref(ty).addr())) {
            self.uses.push(Use { param, resource: at.site.node, path: at.path.to_string(), ty });
        }
    }
}

/// Judges all uses. Returns what the decorators of each param say besides what the user says.
pub(super) fn settle<'g>(
    graph: &Context<'g>,
    uses: &[Use<'g>],
    patterns: &mut Patterns,
    findings: &mut Vec<Finding>,
) -> BTreeMap<usize, Constraints> {
    let mut by_param: BTreeMap<usize, Vec<&Use<'g>>> = BTreeMap::new();
    for it in uses {
        by_param.entry(it.param).or_default().push(it);
    }
    let mut inferred = BTreeMap::new();
    for (index, uses) in by_param {
        let node = &graph.nodes.all[index];
        let NodeKind::Param(param) = &node.kind else { continue };
        let mut judge = Judge { node, param, uses: &uses, patterns, findings };
        judge.values_of_sets(graph, index);
        if judge.literals() & judge.bounds() && is_literal(param.default.as_ref()) {
            inferred.insert(index, judge.constraints());
        }
    }
    inferred
}

/// A default that is computed may lie outside every bound.
fn is_literal(default: Option<&Expr>) -> bool {
    matches!(default, None | Some(Expr::String(_) | Expr::Multiline(_) | Expr::Int(_) | Expr::Array(_)))
}

/// The only texts of a type, if it is closed.
fn members(ty: &'static Type) -> Option<&'static [String]> {
    match ty {
        Type::StringLiteral(constant) => Some(std::slice::from_ref(constant)),
        Type::Union(union) if !union.is_open() => Some(&union.members),
        _ => None,
    }
}

struct Judge<'j, 'g> {
    node: &'g Node,
    param: &'g ParamNode,
    uses: &'j [&'j Use<'g>],
    patterns: &'j mut Patterns,
    findings: &'j mut Vec<Finding>,
}

impl Judge<'_, '_> {
    /// Whether the default and the allowed values satisfy every property.
    fn literals(&mut self) -> bool {
        let Constraints { allowed, .. } = &self.param.constraints;
        let allowed = allowed.iter().map(|literal| (literal, "an allowed value"));
        let default = self.param.default.iter().map(|literal| (literal, "the default"));
        let mut is_good = true;
        for (literal, what) in allowed.chain(default) {
            for it in self.uses {
                let Some(problem) = literal_problem(literal, it.ty, self.patterns) else { continue };
                let message = format!("{what} of the param `{}` {}", self.node.symbol, problem.message);
                self.findings.push(at_param(self.node, it, &problem, message));
                is_good = false;
            }
        }
        is_good
    }

    /// Whether the bounds that the user has set satisfy every property.
    fn bounds(&mut self) -> bool {
        let own = &self.param.constraints;
        let mut is_good = true;
        for it in self.uses.iter().filter(|_| own.allowed.is_empty()) {
            let problems = match Bounds::of(it.ty) {
                Some(Bounds::Length(min, max)) => {
                    let bound = |bound: Option<i64>| bound.and_then(|bound| u64::try_from(bound).ok());
                    let own = Length { min: bound(own.min_length), max: bound(own.max_length), is_vague: false };
                    range::length(own, min, max)
                }
                Some(Bounds::Value(min, max)) => range::value(own.min_value, own.max_value, min, max),
                None => Vec::new(),
            };
            for problem in problems {
                let message = format!("the param `{}` {}", self.node.symbol, problem.message);
                let help = "choose bounds within those of the property";
                self.findings.push(at_param(self.node, it, &Problem { help: help.to_owned(), ..problem }, message));
                is_good = false;
            }
        }
        is_good
    }

    /// What the decorators shall say besides.
    fn constraints(&mut self) -> Constraints {
        let mut inferred = Constraints::default();
        let own = &self.param.constraints;
        let base = match &self.param.ty {
            Declared::Nullable(inner) => inner,
            other => other,
        };
        if own.allowed.is_empty() && *base == Declared::String && !self.param.secure {
            inferred.allowed = self.allowed();
        }
        // Where the values are listed, bounds say nothing more.
        if own.allowed.is_empty() && inferred.allowed.is_empty() {
            for it in self.uses {
                narrow(&mut inferred, Bounds::of(it.ty), base);
            }
            self.contradiction(&inferred);
            inferred.min_length = inferred.min_length.filter(|_| own.min_length.is_none());
            inferred.max_length = inferred.max_length.filter(|_| own.max_length.is_none());
            inferred.min_value = inferred.min_value.filter(|_| own.min_value.is_none());
            inferred.max_value = inferred.max_value.filter(|_| own.max_value.is_none());
        }
        inferred
    }

    /// The texts that every closed property takes.
    fn allowed(&mut self) -> Vec<Expr> {
        let Some(closed) = self.uses.iter().find_map(|it| members(it.ty)) else { return Vec::new() };
        let own = &self.param.constraints;
        let own = types::Text {
            min_length: unsigned(own.min_length),
            max_length: unsigned(own.max_length),
            ..types::Text::default()
        };
        let is_own = |text: &str| {
            super::literal::length(super::length::count(text), "", own.min_length, own.max_length).is_none()
        };
        let mut allowed: Vec<Expr> =
            closed.iter().filter(|text| is_own(text)).map(|text| Expr::string(text.clone())).collect();
        allowed.retain(|text| self.uses.iter().all(|it| problem(text, it.ty, self.patterns).is_none()));
        if allowed.is_empty() {
            let message = format!("no text is allowed at every place where the param `{}` is given", self.node.symbol);
            self.no_value(Check::VALUE_NOT_ALLOWED, message);
        }
        allowed
    }

    fn contradiction(&mut self, inferred: &Constraints) {
        let crossed = |min: Option<i64>, max: Option<i64>| min.zip(max).filter(|(min, max)| min > max);
        let found = crossed(inferred.min_length, inferred.max_length).map(|it| (it, "length"));
        if let Some(((min, max), what)) =
            found.or(crossed(inferred.min_value, inferred.max_value).map(|it| (it, "value")))
        {
            let symbol = &self.node.symbol;
            let message = format!(
                "the param `{symbol}` has no possible {what}: Azure takes {min} at least here, {max} at most there"
            );
            self.no_value(Check::OUT_OF_BOUNDS, message);
        }
    }

    fn no_value(&mut self, check: Check, message: String) {
        let finding = Finding::at(check, self.node, message).help("use a param for each place");
        self.findings.push(self.uses.iter().fold(finding, |finding, it| {
            finding.note(it.resource, format!("given to `{}` of `{}` here", it.path, it.resource.symbol))
        }));
    }

    /// Literals that parameter sets give to the param.
    fn values_of_sets(&mut self, graph: &Context<'_>, index: usize) {
        for set in &graph.nodes.parameter_sets {
            let values = set.values.iter().filter(|value| value.param == graph.nodes.id(index));
            for (value, it) in values.flat_map(|value| self.uses.iter().map(move |it| (value, it))) {
                if let Some(problem) = literal_problem(&value.value, it.ty, self.patterns) {
                    let Problem { check, message, help, .. } = problem;
                    let message =
                        format!("the value of `{}` in the parameter set `{}` {message}", self.node.symbol, set.name);
                    let note = format!("given to `{}` of `{}` here", it.path, it.resource.symbol);
                    self.findings.push(
                        Finding::new(check, value.location, message)
                            .note(it.resource, note)
                            .help(help)
                            .about(it.resource),
                    );
                }
            }
        }
    }
}

/// As [`problem`], for lists too.
fn literal_problem(literal: &Expr, ty: &'static Type, patterns: &mut Patterns) -> Option<Problem> {
    match (literal, ty) {
        (Expr::Array(items), Type::Array(array)) => {
            super::literal::length(items.len() as u64, "items", array.min_length, array.max_length)
        }
        _ => problem(literal, ty, patterns),
    }
}

fn at_param(param: &Node, it: &Use<'_>, problem: &Problem, message: String) -> Finding {
    let note = format!("it is given to `{}` of `{}` here", it.path, it.resource.symbol);
    let finding = Finding::at(problem.check, param, message).note(it.resource, note);
    finding.help(problem.help.clone()).silenced_by(problem.codes).about(it.resource)
}

fn unsigned(bound: Option<i64>) -> Option<u64> {
    bound.and_then(|bound| u64::try_from(bound).ok())
}

/// Takes the tighter of two bounds at each end, as far as a param of that type can have them.
fn narrow(inferred: &mut Constraints, bounds: Option<Bounds>, ty: &Declared) {
    let signed = |bound: Option<u64>| bound.and_then(|bound| i64::try_from(bound).ok());
    match (bounds, ty) {
        (Some(Bounds::Length(min, max)), Declared::String | Declared::Array(_)) => {
            inferred.min_length = inferred.min_length.max(signed(min).filter(|min| *min > 0));
            inferred.max_length = least(inferred.max_length, signed(max));
        }
        (Some(Bounds::Value(min, max)), Declared::Int) => {
            inferred.min_value = inferred.min_value.max(min);
            inferred.max_value = least(inferred.max_value, max);
        }
        _ => {}
    }
}

fn least(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    one.into_iter().chain(other).min()
}
