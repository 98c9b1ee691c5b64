//! `parameter-set`: values that are missing, do not fit, are given twice or given away, names that are no file names, sets that
//! extend what is not there.

mod value;
mod written;

use self::written::Refusal;
use super::fit::Declarations;
use super::nearest::nearest;
use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::graph::{Node, NodeKind, ParamNode, ParameterSet, ParameterValue};
use crate::names::refusal;
use crate::print::is_identifier;
use crate::types::Type;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "parameter-set",
    severity: Severity::Error,
    summary: "A parameter set with values that are missing, do not fit their params, are given twice or secret, or with a name that is no file name.",
    why: "The parameter file would not compile against its template, or would hold a secret for everybody to read.",
    help: "give each param without a default one value within its bounds, and read secrets from the environment",
    constant: None,
    wrong: example!("mod.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
        g.parameter_set("main");
    }),
    right: example!("mod.rs", |g| {
        let prefix = g.param("prefix").describe("Prefix of every name.");
        g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
        g.parameter_set("main").value(&prefix, "contoso");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let sets = &graph.nodes.parameter_sets;
    if sets.is_empty() {
        return;
    }
    let declarations = Declarations::new(graph);
    for (index, set) in sets.iter().enumerate() {
        findings.extend(name_problem(set, &sets[..index]));
        findings.extend(base_problem(set, sets));
        findings.extend(vars(graph, set));
        if !set.shared {
            findings.extend(missing(graph, set));
        }
        value::check(graph, &declarations, set, findings);
    }
}

fn name_problem(set: &ParameterSet, earlier: &[ParameterSet]) -> Option<Finding> {
    let is_file_name = !set.name.is_empty()
        && set.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !is_file_name {
        let message = format!("`{}` is no name for a parameter set", set.name);
        return Some(
            Finding::new(CHECK, set.location, message).help("it becomes a file name: use letters, digits, `-`, `_`"),
        );
    }
    let twice = earlier.iter().any(|other| other.name.eq_ignore_ascii_case(&set.name));
    twice.then(|| {
        Finding::new(CHECK, set.location, format!("there are two parameter sets called `{}`", set.name))
            .help("give each set a name of its own")
    })
}

/// The set itself, and all that it has values from, innermost first.
fn chain<'g>(set: &'g ParameterSet, sets: &'g [ParameterSet]) -> Vec<&'g ParameterSet> {
    let mut chain = vec![set];
    while let Some(base) = chain.last().and_then(|last| last.base.as_ref())
        && let Some(next) = sets.iter().find(|other| other.name == *base)
        && chain.iter().all(|known| known.name != next.name)
    {
        chain.push(next);
    }
    chain
}

fn base_problem(set: &ParameterSet, sets: &[ParameterSet]) -> Option<Finding> {
    let base = set.base.as_ref()?;
    let finding = |message: String| Some(Finding::new(CHECK, set.location, message));
    match sets.iter().find(|other| other.name == *base) {
        None => {
            let names = sets.iter().filter(|other| other.name != set.name).map(|other| &*other.name);
            let help = match nearest(base, names) {
                Some(near) => format!("there is `{near}`"),
                None => format!("declare it: `g.parameter_set(\"{base}\").shared()`"),
            };
            finding(format!("the parameter set `{}` extends `{base}`, which there is not", set.name))
                .map(|it| it.help(help))
        }
        Some(other) if !other.shared => {
            finding(format!("the parameter set `{}` extends `{base}`, which is a set for the template", set.name))
                .map(|it| it.help("make that one `.shared()`, or give the values in both"))
        }
        Some(_) => {
            let last = *chain(set, sets).last()?;
            let is_round = last.base.as_ref().is_some_and(|base| sets.iter().any(|other| other.name == *base));
            let message = format!("the parameter set `{}` extends itself", set.name);
            is_round.then(|| Finding::new(CHECK, set.location, message).help("let one of the sets extend nothing"))
        }
    }
}

/// Vars that are no names, or the names of something else, and values that no parameter file takes.
fn vars(graph: &Context<'_>, set: &ParameterSet) -> impl Iterator<Item = Finding> {
    let known = value::vars(set);
    set.vars.iter().enumerate().filter_map(move |(position, var)| {
        let (what, help) = var_name(graph, set, position).or_else(|| {
            let (what, help) = written::refusal(graph, set, &known, &var.value)?;
            Some((format!("has {what}"), help))
        })?;
        let message = format!("the var `{}` of the parameter set `{}` {what}", var.symbol, set.name);
        Some(Finding::new(CHECK, var.location, message).help(help))
    })
}

fn var_name(graph: &Context<'_>, set: &ParameterSet, position: usize) -> Option<Refusal> {
    let symbol = &set.vars[position].symbol;
    if !is_identifier(symbol) {
        return Some(("has no name that Bicep takes".to_owned(), "use letters, digits and `_`"));
    }
    if let Some(reason) = refusal(symbol, "var") {
        return Some((format!("cannot be called so: {reason}"), "choose another name"));
    }
    let is_given = |value: &ParameterValue| graph.nodes.get(value.param).is_some_and(|it| it.symbol == *symbol);
    let is_taken = set.vars[..position].iter().any(|earlier| earlier.symbol.eq_ignore_ascii_case(symbol));
    let is_type = set.types.iter().any(|ty| ty.symbol == *symbol);
    (is_taken || is_type || set.values.iter().any(is_given))
        .then(|| ("is called like something else in the set".to_owned(), "choose another name"))
}

/// Every param that has neither a default nor a value.
fn missing<'g>(graph: &'g Context<'_>, set: &'g ParameterSet) -> impl Iterator<Item = Finding> + 'g {
    let chain = chain(set, &graph.nodes.parameter_sets);
    let given = move |index| chain.iter().flat_map(|set| &set.values).any(|value| value.param == graph.nodes.id(index));
    let nodes = graph.nodes.all.iter().enumerate();
    let missing = nodes.filter(move |(index, node)| param(node).is_some_and(is_required) && !given(*index));
    missing.map(|(_, node)| {
        let message = format!("the parameter set `{}` gives no value for the param `{}`", set.name, node.symbol);
        Finding::new(CHECK, set.location, message)
            .note(node, "the param has no default")
            .help("give a value, or give the param a default")
    })
}

fn param(node: &Node) -> Option<&ParamNode> {
    match &node.kind {
        NodeKind::Param(param) => Some(param),
        _ => None,
    }
}

fn is_required(param: &ParamNode) -> bool {
    param.default.is_none() && !matches!(param.ty, Type::Nullable(_))
}
