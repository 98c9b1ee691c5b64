//! A statement of any kind, as somebody sees it who reads the graph: what it is called, where it was made, and under which
//! conditions it counts. It must not know who reads, nor judge.

use std::panic::Location;

use super::{Context, Facts, ValueFacts};
use crate::expr::Expr;
use crate::graph::{Node, NodeKind, RegionKind};
use crate::print::{Document, Printer, layout_flat};
use crate::types::Type;

/// What a statement says of itself.
#[derive(Clone, Copy)]
pub struct StatementFacts<'g> {
    graph: &'g Context<'g>,
    node: &'g Node,
}

impl<'g> StatementFacts<'g> {
    pub(super) fn new(graph: &'g Context<'g>, node: &'g Node) -> Self {
        StatementFacts { graph, node }
    }

    /// The word that Bicep declares it with: `resource`.
    pub fn keyword(&self) -> &'static str {
        self.node.keyword()
    }

    /// The symbol in the Bicep.
    pub fn symbol(&self) -> &'g str {
        &self.node.symbol
    }

    /// What it is for, if it says so.
    pub fn description(&self) -> Option<&'g str> {
        self.node.description.as_deref()
    }

    /// Where in the Rust it was made.
    pub fn location(&self) -> &'static Location<'static> {
        self.node.location
    }

    /// The codes that the official compiler must not report there, and why.
    pub fn suppressions(&self) -> impl Iterator<Item = (&'g str, &'g str)> + use<'g> {
        let remarks = self.node.remarks.iter();
        remarks.flat_map(|remarks| &remarks.suppressions).map(|it| (&*it.code, &*it.reason))
    }

    /// The texts in it that are taken as Bicep as they are, with what is written there unseen by any check.
    pub fn raw_texts(&self) -> Vec<&'g str> {
        let mut found = Vec::new();
        self.node.for_each_expr(&mut |_, expr| {
            expr.walk(&mut |inner| {
                if let Expr::Raw(text) = inner {
                    found.push(&**text);
                }
            });
        });
        found
    }

    /// The conditions under which it is deployed, the outermost first, as Bicep writes them.
    pub fn conditions(&self) -> Vec<String> {
        self.around(|kind| match kind {
            RegionKind::When(condition) => Some(self.graph.written(condition)),
            _ => None,
        })
    }

    /// The loops that repeat it, the outermost first: `item in list`.
    pub fn loops(&self) -> Vec<String> {
        self.around(|kind| match kind {
            RegionKind::Each(each) => Some(format!("{} in {}", each.item, self.graph.written(&each.source))),
            _ => None,
        })
    }

    /// The symbols of the modules that it stands in, the outermost first.
    pub fn modules(&self) -> Vec<String> {
        self.around(|kind| match kind {
            RegionKind::Module(module) => Some(module.symbol.to_string()),
            _ => None,
        })
    }

    /// Where the modules that it stands in are deployed, as Bicep writes it: `resourceGroup('hub')`. Nothing where that is
    /// where the template is.
    pub fn deployed_to(&self) -> Option<String> {
        let mut scopes = self.around(|kind| match kind {
            RegionKind::Module(module) => module.scope.as_ref().map(|scope| self.graph.written(scope)),
            _ => None,
        });
        scopes.pop()
    }

    fn around(&self, read: impl Fn(&RegionKind) -> Option<String>) -> Vec<String> {
        let regions = self.graph.nodes.regions.around(self.node.region);
        let mut found: Vec<_> = regions.filter_map(|(_, region)| read(&region.kind)).collect();
        found.reverse();
        found
    }
}

impl std::fmt::Debug for StatementFacts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.keyword(), self.symbol())
    }
}

/// An output, as somebody sees it who reads the graph.
#[derive(Clone, Copy, Debug)]
pub struct OutputFacts<'g> {
    /// What it says of itself as a statement.
    pub statement: StatementFacts<'g>,
    /// Whether it is declared secure.
    pub is_secure: bool,
    /// What it gives back.
    pub value: ValueFacts<'g>,
}

/// The call of a module that is a file already.
#[derive(Clone, Copy, Debug)]
pub struct ModuleFacts<'g> {
    /// What it says of itself as a statement.
    pub statement: StatementFacts<'g>,
    /// The file, or the reference to a registry.
    pub path: &'g str,
    /// The values of its params.
    pub params: ValueFacts<'g>,
}

impl<'g> Facts<'g> {
    /// All outputs.
    pub fn outputs(&self) -> impl Iterator<Item = OutputFacts<'g>> + use<'g> {
        let graph = self.0;
        graph.nodes.all.iter().filter_map(move |node| {
            let NodeKind::Output(output) = &node.kind else { return None };
            let (statement, value) = (StatementFacts::new(graph, node), ValueFacts::new(graph, &output.value));
            Some(OutputFacts { statement, is_secure: output.secure, value })
        })
    }

    /// All calls of modules that are files already.
    pub fn modules(&self) -> impl Iterator<Item = ModuleFacts<'g>> + use<'g> {
        let graph = self.0;
        graph.nodes.all.iter().filter_map(move |node| {
            let NodeKind::Module(module) = &node.kind else { return None };
            let (statement, params) = (StatementFacts::new(graph, node), ValueFacts::new(graph, &module.params));
            Some(ModuleFacts { statement, path: &module.path, params })
        })
    }

    /// All statements, in the order in which they were added.
    pub fn statements(&self) -> impl Iterator<Item = StatementFacts<'g>> + use<'g> {
        let graph = self.0;
        graph.nodes.all.iter().map(move |node| StatementFacts::new(graph, node))
    }

    /// The scope that the graph is deployed to: `resourceGroup`.
    pub fn scope(&self) -> &'static str {
        self.0.nodes.scope
    }
}

impl Context<'_> {
    /// An expression as Bicep writes it, on one line.
    pub(super) fn written(&self, expr: &Expr) -> String {
        self.print(|printer| printer.expression(expr))
    }

    /// A type as Bicep writes it, on one line. Of an object that is spelled out, it is enough that it is one.
    pub(super) fn written_type(&self, ty: &Type) -> String {
        if let Type::Object(_) = ty { "object".to_owned() } else { self.print(|printer| printer.ty(ty)) }
    }

    fn print(&self, print: impl FnOnce(&mut Printer<'_>)) -> String {
        let mut document = Document::default();
        print(&mut Printer::new(&mut document, self.nodes));
        let mut text = String::new();
        layout_flat(&document, &mut text);
        text
    }
}
