//! Trees to text, byte for byte as the official formatter prints them. It must not know the graph: whoever prints says
//! what a reference to a node looks like.

mod brackets;
mod call;
mod document;
mod expression;
mod function;
mod import;
mod layout;
mod string;
mod types;

use std::fmt::{self, Write};

pub(crate) use self::document::Document;
pub(crate) use self::expression::Printer;
pub(crate) use self::layout::{layout, layout_flat};
pub(crate) use self::string::is_identifier;
use crate::expr::Expr;
use crate::graph::{NodeId, Nodes};

/// Says how a node is written where the text goes.
pub(crate) trait Names {
    /// Appends the symbol, with its path through the resources that it is nested in.
    fn write_name(&self, node: NodeId, out: &mut String);
}

impl Names for Nodes {
    fn write_name(&self, node: NodeId, out: &mut String) {
        Nodes::write_name(self, node, out);
    }
}

/// Outside any graph: a node is written as its number, in a form that is no Bicep.
struct Numbers;

impl Names for Numbers {
    fn write_name(&self, node: NodeId, out: &mut String) {
        // Writing to a string cannot fail.
        let _ = write!(out, "<node {}>", node.index());
    }
}

/// The Bicep text as it would stand at the start of a line, for messages; nodes appear by their number.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut document = Document::default();
        Printer::new(&mut document, &Numbers).expression(self);
        let mut text = String::new();
        layout(&document, 0, 0, &mut text);
        f.write_str(&text)
    }
}
