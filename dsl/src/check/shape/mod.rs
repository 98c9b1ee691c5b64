//! The shape of every resource, compared with Azure's data: its type, its place, its properties and their values.
//! It must not know any resource by name, and nothing but the data says what is right.

mod call;
mod declared;
mod kind;
mod length;
mod literal;
mod lookup;
mod object;
mod param;
mod pattern;
mod place;
mod range;
mod scope;
mod secret;
mod value;
mod variant;
mod words;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::call::name as name_of;
pub(super) use self::kind::Kind;
use self::length::Lengths;
use self::lookup::{Lookup, Types};
use self::param::Use;
use self::pattern::Patterns;
use self::place::{At, Path, Site};
use self::range::Ranged;
pub(super) use self::words::one_of;
use super::{Check, Context, Finding};
use crate::expr::Expr;
use crate::graph::{Constraints, Node, NodeKind, Presence, ResourceNode};

/// What is found about the shape of resources, and of what is given to them.
pub(super) const CHECKS: &[Check] = &[
    Check::UNKNOWN_TYPE,
    Check::UNKNOWN_PROPERTY,
    Check::MISSING_PROPERTY,
    Check::WRONG_TYPE,
    Check::VALUE_NOT_ALLOWED,
    Check::READ_ONLY_PROPERTY,
    Check::OUT_OF_BOUNDS,
    Check::WRONG_SCOPE,
    Check::UNLIKELY_VALUE,
    Check::SECRET_LITERAL,
];

/// What a check of all resources gathers.
struct Walker<'w, 'g> {
    graph: &'w Context<'g>,
    findings: &'w mut Vec<Finding>,
    patterns: Patterns,
    /// The params that are given directly to a bounded property.
    uses: Vec<Use<'g>>,
    /// What is in `uses` already, by param and by the place of the type in memory, which reaches no output.
    used: BTreeSet<(usize, usize)>,
    /// Values that are judged when all bounds of params are known.
    ranged: Vec<Ranged<'g>>,
}

/// Checks every resource. Returns what the data says about params, which their decorators then say too.
pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) -> BTreeMap<usize, Constraints> {
    let mut types = Types::default();
    let mut walker = Walker {
        graph,
        findings,
        patterns: Patterns::default(),
        uses: Vec::new(),
        used: BTreeSet::new(),
        ranged: Vec::new(),
    };
    for node in &graph.nodes.all {
        if let NodeKind::Resource(resource) = &node.kind
            && resource.extension.is_none()
        {
            walker.resource(node, resource, types.find(resource));
        }
    }
    let Walker { findings, mut patterns, uses, ranged, .. } = walker;
    let inferred = param::settle(graph, &uses, &mut patterns, findings);
    findings.extend(ranged.iter().flat_map(|value| value.findings(graph, &inferred)));
    inferred
}

/// The least and the greatest length of a text, as far as they are known.
pub(super) fn length(graph: &Context<'_>, text: &Expr) -> (Option<u64>, Option<u64>) {
    let length = Lengths { graph, inferred: &graph.inferred }.of(text);
    (length.min, length.max)
}

/// What is wrong with a text that must neither be shorter nor longer, judged when what the data says about params is known.
pub(super) fn out_of_length(graph: &Context<'_>, text: &Expr, (least, longest): (u64, u64)) -> Option<String> {
    let length = Lengths { graph, inferred: &graph.inferred }.of(text);
    range::length(length, Some(least), Some(longest)).pop().map(|problem| problem.message)
}

/// What is wrong with a text that must not be longer, judged when what the data says about params is known.
pub(super) fn too_long(graph: &Context<'_>, text: &Expr, longest: u64) -> Option<String> {
    let length = Lengths { graph, inferred: &graph.inferred }.of(text);
    range::length(length, None, Some(longest)).pop().map(|problem| problem.message)
}

impl<'g> Walker<'_, 'g> {
    fn resource(&mut self, node: &'g Node, resource: &'g ResourceNode, lookup: &Lookup) {
        match lookup {
            Lookup::Known(provider, ty) => {
                let site = Site { node, resource, provider, ty };
                scope::check(self.graph, &site, self.findings);
                let at = At::body(&site, &Path::Body);
                if resource.presence == Presence::Deployed {
                    self.body(&at);
                } else {
                    self.name_alone(&at);
                }
            }
            Lookup::Unknown { message, help, is_named } => {
                self.findings.push(lookup::finding(node, message, help));
                if !is_named {
                    self.findings.extend(lookup::refused_properties(node, resource));
                }
            }
        }
    }
}
