//! The checks: what Rust's types cannot see. One file for each check, one list of them, all findings in one run.
//! A check must not print, and must not know any Azure resource by name.

mod allowance;
mod api_version;
mod condition;
mod constraint;
mod cycle;
mod decorated;
mod description;
mod duplicate_resource;
mod duplicate_symbol;
mod export;
mod exposed_secret;
mod expression;
mod facts;
mod finding;
mod fit;
mod follow;
mod foreign_fact;
mod function_body;
mod function_place;
mod given_secret;
mod index;
mod known;
mod known_properties;
mod known_secret;
mod loops;
mod module_cycle;
mod nearest;
mod page;
mod param_default;
mod param_facts;
mod parameter_set;
mod pieces;
mod reads;
mod report;
mod rule;
mod run_time_value;
mod secret_flow;
mod secret_words;
mod shape;
mod statement_facts;
mod symbol;
mod template_limit;
mod unknown_reference;
mod unset_identity;
mod unused;
mod value_facts;
mod variable;
mod written_secret;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub(crate) use self::allowance::{Accepted, Silence};
pub(crate) use self::expression::is_faulty;
pub use self::facts::ResourceFacts;
pub use self::finding::{Finding, Note};
pub(crate) use self::function_place::is_placed;
use self::index::Index;
pub use self::known::Check;
pub(crate) use self::module_cycle::CHECK as MODULE_CYCLE;
pub use self::page::{Example, Page, Severity};
pub use self::param_facts::{ParamFacts, Setting};
pub use self::pieces::Piece;
pub use self::report::Report;
pub use self::rule::{Facts, Rule};
pub(crate) use self::run_time_value::{for_each_late_read, is_deploy_time};
pub use self::secret_flow::SecretFlow;
pub use self::statement_facts::{ModuleFacts, OutputFacts, StatementFacts};
pub(crate) use self::symbol::is_refused as is_misnamed;
pub use self::value_facts::ValueFacts;
use crate::graph::{Constraints, Edges, Nodes, Symbols};
use crate::layout::Layout;

/// Looks at a graph.
type Run = fn(&Context<'_>, &mut Vec<Finding>);

/// Every check of the graph, in the order in which they were found useful to read. Besides these there are the shapes of
/// resources, the rules that a catalogue brings, and, after all others, what is said about allowances.
const CHECKS: &[(&[Check], Run)] = &[
    (&[symbol::CHECK], symbol::check),
    (&[duplicate_symbol::CHECK], duplicate_symbol::check),
    (&[unknown_reference::CHECK], unknown_reference::check),
    (&[cycle::CHECK], cycle::check),
    (expression::CHECKS, expression::check),
    (&[constraint::CHECK], constraint::check),
    (&[param_default::CHECK], param_default::check),
    (&[function_place::CHECK], function_place::check),
    (&[function_body::CHECK], function_body::check),
    (&[export::CHECK], export::check),
    (&[duplicate_resource::CHECK], duplicate_resource::check),
    (&[condition::CHECK], condition::check),
    (loops::CHECKS, loops::check),
    (&[module_cycle::CHECK], module_cycle::check),
    (&[parameter_set::CHECK], parameter_set::check),
    (&[exposed_secret::CHECK], exposed_secret::check),
    (&[unset_identity::CHECK], unset_identity::check),
    (&[run_time_value::CHECK], run_time_value::check),
    // It is of a check of shapes.
    (&[], foreign_fact::check),
    (api_version::CHECKS, api_version::check),
    (&[template_limit::CHECK], template_limit::check),
    (&[description::CHECK], description::check),
    (&[unused::CHECK], unused::check),
];

/// What the checks look at: the graph and its indexes, made once.
pub(crate) struct Context<'g> {
    pub(crate) nodes: &'g Nodes,
    pub(crate) edges: Cow<'g, Edges>,
    /// How it is to be cut into files.
    pub(crate) layout: Layout,
    symbols: Symbols,
    index: Index,
    unknown: Vec<(usize, Unknown<'g>)>,
    /// What Azure's data says about params, besides what the user says.
    pub(crate) inferred: BTreeMap<usize, Constraints>,
    /// What is accepted at resources.
    pub(crate) accepted: BTreeMap<usize, Accepted<'g>>,
}

/// A reference that leads nowhere.
enum Unknown<'g> {
    /// The handle belongs to another graph.
    Node,
    /// No node has this symbol.
    Symbol(&'g str),
}

impl<'g> Context<'g> {
    /// Completes what was noted when the nodes were added: symbols can be looked up only now.
    pub(crate) fn new(nodes: &'g Nodes) -> Self {
        let survey = &nodes.survey;
        let symbols = Symbols::new(&survey.symbols);
        let mut unknown: Vec<_> = survey.foreign.iter().map(|index| (*index, Unknown::Node)).collect();
        let mut by_symbol = Vec::new();
        for (index, symbol) in &survey.by_symbol {
            match symbols.find(nodes, symbol) {
                Some(target) => by_symbol.push((*index, target)),
                None => unknown.push((*index, Unknown::Symbol(symbol))),
            }
        }
        let edges = match by_symbol.as_slice() {
            [] => Cow::Borrowed(&survey.edges),
            more => Cow::Owned(survey.edges.extended(more)),
        };
        Context {
            nodes,
            edges,
            layout: Layout::default(),
            symbols,
            index: Index::default(),
            unknown,
            inferred: BTreeMap::new(),
            accepted: BTreeMap::new(),
        }
    }
}

impl<'g> Context<'g> {
    /// Whether some reference leads nowhere.
    pub(crate) fn has_unknown(&self) -> bool {
        !self.unknown.is_empty()
    }

    /// Whether something that expressions can name is declared under this symbol.
    fn has_symbol(&self, symbol: &str) -> bool {
        self.symbol(symbol).is_some()
    }

    /// What expressions can name by this symbol.
    fn symbol(&self, symbol: &str) -> Option<usize> {
        self.symbols.find(self.nodes, symbol)
    }

    /// With what the checks of another graph have found out about these nodes.
    pub(crate) fn knowing(
        self,
        inferred: BTreeMap<usize, Constraints>,
        accepted: BTreeMap<usize, Accepted<'g>>,
    ) -> Self {
        Context { inferred, accepted, ..self }
    }

    /// What is known of the graph, for the same nodes with other expressions.
    pub(crate) fn of_resolved(self, nodes: &'g Nodes) -> Self {
        Context { nodes, ..self }
    }
}

/// Runs every check. What they know is returned beside the findings, for rendering needs it too.
pub(crate) fn run(nodes: &Nodes, layout: Layout) -> (Context<'_>, Report) {
    let mut context = Context { layout, ..Context::new(nodes) };
    let mut findings = Vec::new();
    for (_, check) in CHECKS {
        check(&context, &mut findings);
    }
    context.inferred = shape::check(&context, &mut findings);
    written_secret::check(&context, &mut findings);
    given_secret::check(&context, &mut findings);
    for rule in &nodes.rules {
        (rule.run)(&Facts(&context), &mut findings);
    }
    context.accepted = allowance::apply(nodes, &mut findings);
    (context, Report::new(findings))
}

/// Which findings keep a graph from being shown: [`Report::has_errors`], or only those that even spoil a draft.
pub(crate) type Refuses = fn(&Report) -> bool;

/// Runs every check, and shows the graph to somebody who reads facts of it, unless the findings refuse that.
pub(crate) fn examine<T>(
    nodes: &Nodes,
    layout: Layout,
    refuses: Refuses,
    read: impl FnOnce(&Facts<'_>, &Report) -> T,
) -> Result<T, Report> {
    let (context, report) = run(nodes, layout);
    if refuses(&report) { Err(report) } else { Ok(read(&Facts(&context), &report)) }
}
