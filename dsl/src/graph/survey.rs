//! What is noted of a node when it is added. A large graph is larger than the caches of the machine: then everything of
//! the node is at hand, later it would have to be fetched again. It must not judge: it keeps what the checks ask for.

use std::rc::Rc;

use super::symbols::identity;
use super::{Edges, Node, NodeId, NodeKind, Regions};
use crate::check;
use crate::expr::{Accessor, Entry, Expr};
use crate::fingerprints::hash;
use crate::functions::reads_file;

/// Notes on all nodes, each by the position of its node.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// References by handle.
    pub(crate) edges: Edges,
    /// References by symbol, which may be declared later.
    pub(crate) by_symbol: Vec<(usize, Rc<str>)>,
    /// The nodes that refer to a node of another graph, once for each such reference.
    pub(crate) foreign: Vec<usize>,
    /// For each node, the hash of its symbol.
    pub(crate) symbols: Vec<u64>,
    /// The nodes with a symbol that Bicep does not take.
    pub(crate) misnamed: Vec<usize>,
    /// The nodes that hold an expression which Bicep does not take, once for each such expression.
    pub(crate) faulty: Vec<usize>,
    /// The resources of Azure. Of those of extensions its data knows nothing.
    pub(crate) resources: Vec<usize>,
    /// The nodes with remarks or allowances.
    pub(crate) annotated: Vec<usize>,
    /// The nodes that hold a lambda or a loop over values, once for each.
    pub(crate) lambdas: Vec<usize>,
    /// The nodes that call a function which Bicep takes in some places only, once for each call.
    pub(crate) placed: Vec<usize>,
    /// The nodes that call a function which reads a file, once for each call.
    pub(crate) files: Vec<usize>,
    /// The nodes that read the object id of an identity, each with the resource that the identity is of.
    pub(crate) identities: Vec<(usize, usize)>,
    /// For each node, how many bytes its names and texts have.
    pub(crate) text_bytes: Vec<u32>,
}

impl Survey {
    /// Notes the next node of the graph.
    pub(super) fn add(&mut self, graph: u32, regions: &Regions, node: &Node) {
        let index = self.symbols.len();
        self.symbols.push(hash(&identity(node)));
        if check::is_misnamed(node) {
            self.misnamed.push(index);
        }
        if let NodeKind::Resource(resource) = &node.kind {
            self.resources.extend(resource.extension.is_none().then_some(index));
            if !resource.allowances.is_empty() || node.remarks.is_some() {
                self.annotated.push(index);
            }
        } else if node.remarks.is_some() {
            self.annotated.push(index);
        }
        self.text_bytes.push(0);
        node.named_apart().for_each(|id| self.reference(graph, index, id));
        regions.exprs_around(node.region).for_each(|expr| self.read(graph, index, expr));
        node.for_each_expr(&mut |_, expr| self.read(graph, index, expr));
        self.edges.end_node();
    }

    /// Notes what an expression names.
    fn read(&mut self, graph: u32, index: usize, expr: &Expr) {
        let mut bytes = 0;
        expr.walk(&mut |expr| {
            bytes += text_bytes(expr);
            match expr {
                Expr::Reference(id) => self.reference(graph, index, *id),
                other if check::is_faulty(other) => self.faulty.push(index),
                Expr::Access(access) => self.identity(graph, index, access),
                Expr::Symbol(symbol) => self.by_symbol.push((index, symbol.clone())),
                Expr::Lambda(_) | Expr::For(_) => self.lambdas.push(index),
                Expr::Call(call) if check::is_placed(call) => self.placed.push(index),
                Expr::Call(call) if reads_file(call) => self.files.push(index),
                _ => {}
            }
        });
        if let Some(sum) = self.text_bytes.last_mut() {
            *sum = sum.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
        }
    }

    /// Notes `resource.identity.principalId`.
    fn identity(&mut self, graph: u32, from: usize, (base, accessor): &(Expr, Accessor)) {
        let is_named = |accessor: &Accessor, name: &str| matches!(accessor, Accessor::Property(it) if it == name);
        let Expr::Access(inner) = base else { return };
        if let (Expr::Reference(id), true) =
            (&inner.0, is_named(accessor, "principalId") && is_named(&inner.1, "identity"))
            && id.graph == graph
        {
            self.identities.push((from, id.index()));
        }
    }

    fn reference(&mut self, graph: u32, from: usize, to: NodeId) {
        if to.graph == graph { self.edges.push(to.index()) } else { self.foreign.push(from) }
    }
}

/// How many bytes the text of an expression, or the names of its properties, have at least in a template.
fn text_bytes(expr: &Expr) -> usize {
    match expr {
        Expr::String(text) => text.len(),
        Expr::Multiline(text) => text.len(),
        Expr::Object(entries) => entries.iter().filter_map(Entry::name).map(str::len).sum(),
        _ => 0,
    }
}
