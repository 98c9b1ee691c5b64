//! `param-default`: a default that Bicep does not take: computed from the template, of an optional param, or a secret.

use super::{Check, Context, Finding, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::functions::resource_group;
use crate::graph::NodeKind;
use crate::types::Type;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "param-default",
    severity: Severity::Error,
    summary: "A default that refers to the template, of an optional param, or with a secret.",
    why: "Bicep knows the params before anything else: a default can use other params and functions, and no var or resource. A secret in a default stands in the template, where everybody reads it.",
    help: "use other params and functions only, or make it a var",
    constant: None,
    wrong: example!("param_default.rs", |g| {
        let group = g.var("group", resource_group().name()).describe("Name of the group.");
        let name = g.param("name").default(&group + "-vnet").describe("Name of the network.");
        g.output("networkName", &name).describe("Name of the network.");
    }),
    right: example!("param_default.rs", |g| {
        let name = g.param("name").default(resource_group().name() + "-vnet").describe("Name of the network.");
        g.output("networkName", &name).describe("Name of the network.");
    }),
});

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    let nodes = &graph.nodes.all;
    for (index, node) in nodes.iter().enumerate() {
        let NodeKind::Param(param) = &node.kind else { continue };
        let Some(default) = &param.default else { continue };
        let finding =
            |what: &str| Finding::at(CHECK, node, format!("the default of the param `{}` {what}", node.symbol));
        let mut targets = graph.edges.of(index).map(|target| &nodes[target]);
        if let Some(target) = targets.find(|target| !matches!(target.kind, NodeKind::Param(_))) {
            let what = format!("refers to the {} `{}`", target.keyword(), target.symbol);
            findings.push(
                finding(&what)
                    .note(target, "declared here")
                    .help("use other params and functions only, or make it a var"),
            );
        } else if has_variable(default) {
            let help = "make it a var, and take that instead of the param";
            findings.push(finding("has a function with a variable in it, which Bicep takes in no default").help(help));
        } else if matches!(param.ty, Type::Nullable(_)) {
            findings.push(
                finding("can never apply, for an optional param is null instead").help("leave one of the two out"),
            );
        } else if param.secure && matches!(default, Expr::String(text) if !text.is_empty()) {
            findings
                .push(finding("gives its secret away").help("leave it out, so that each deployment has to give one"));
        }
    }
}

fn has_variable(default: &Expr) -> bool {
    let mut found = false;
    default.walk(&mut |part| found |= matches!(part, Expr::Local(_)));
    found
}
