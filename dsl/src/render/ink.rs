//! The bridge between templates and the printer. Templates write text; where one shows an expression, the printer must
//! know the column at which it starts, so the page counts columns and the expression asks it.

use std::cell::{Cell, RefCell};
use std::fmt;

use askama::{FastWritable, Values};

use crate::expr::{Entry, Expr};
use crate::graph::{NodeId, Nodes};
use crate::print::{Document, Names, Printer, layout};
use crate::types::Type;

/// What printing needs besides the expression: names, the column, and room to work in.
pub(super) struct Ink<'g> {
    nodes: &'g Nodes,
    column: Cell<u32>,
    document: RefCell<Document>,
    text: RefCell<String>,
}

/// Something that the printer prints, `level` steps further in than the file.
pub(super) struct Printed<'i> {
    ink: &'i Ink<'i>,
    level: usize,
    content: Content<'i>,
}

enum Content<'i> {
    Expr(&'i Expr),
    Owned(Expr),
    Entry(&'i Entry),
    OwnedEntry(Entry),
    Type(&'i Type),
}

impl<'g> Ink<'g> {
    pub(super) fn new(nodes: &'g Nodes) -> Self {
        Ink { nodes, column: Cell::new(0), document: RefCell::default(), text: RefCell::default() }
    }

    pub(super) fn nodes(&self) -> &'g Nodes {
        self.nodes
    }

    pub(super) fn expr<'i>(&'i self, expr: &'i Expr) -> Printed<'i> {
        self.printed(0, Content::Expr(expr))
    }

    pub(super) fn ty<'i>(&'i self, ty: &'i Type) -> Printed<'i> {
        self.printed(0, Content::Type(ty))
    }

    pub(super) fn owned(&self, expr: Expr, level: usize) -> Printed<'_> {
        self.printed(level, Content::Owned(expr))
    }

    pub(super) fn entry<'i>(&'i self, entry: &'i Entry, level: usize) -> Printed<'i> {
        self.printed(level, Content::Entry(entry))
    }

    pub(super) fn owned_entry(&self, entry: Entry, level: usize) -> Printed<'_> {
        self.printed(level, Content::OwnedEntry(entry))
    }

    fn printed<'i>(&'i self, level: usize, content: Content<'i>) -> Printed<'i> {
        Printed { ink: self, level, content }
    }
}

impl Names for Ink<'_> {
    fn write_name(&self, node: NodeId, out: &mut String) {
        let Some(node) = self.nodes.get(node) else { return };
        if let Some(parent) = node.nested_in {
            self.write_name(parent, out);
            out.push_str("::");
        }
        out.push_str(&node.symbol);
    }
}

impl Printed<'_> {
    fn print(&self, out: &mut String) {
        let document = &mut *self.ink.document.borrow_mut();
        document.clear();
        let mut printer = Printer::new(document, self.ink);
        match &self.content {
            Content::Expr(expr) => printer.expression(expr),
            Content::Owned(expr) => printer.expression(expr),
            Content::Entry(entry) => printer.entry(entry),
            Content::OwnedEntry(entry) => printer.entry(entry),
            Content::Type(ty) => printer.ty(ty),
        }
        layout(document, self.ink.column.get(), u32::try_from(self.level).unwrap_or(u32::MAX), out);
    }
}

impl FastWritable for Printed<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        let text = &mut *self.ink.text.borrow_mut();
        text.clear();
        self.print(text);
        Ok(dest.write_str(text)?)
    }
}

impl fmt::Display for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.print(&mut text);
        f.write_str(&text)
    }
}

/// What templates write to: the text of a file, whose column the ink can see.
pub(super) struct Page<'i> {
    ink: &'i Ink<'i>,
    text: String,
}

impl<'i> Page<'i> {
    pub(super) fn new(ink: &'i Ink<'i>) -> Self {
        Page { ink, text: String::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

impl fmt::Write for Page<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // A type may begin with a line break, and no blank stays before one.
        if text.starts_with('\n') {
            self.text.truncate(self.text.trim_end_matches(' ').len());
        }
        self.text.push_str(text);
        let (start, line) = match text.bytes().rposition(|byte| byte == b'\n') {
            Some(position) => (0, &text[position + 1..]),
            None => (self.ink.column.get(), text),
        };
        let width = if line.is_ascii() { line.len() } else { line.encode_utf16().count() };
        self.ink.column.set(start.saturating_add(u32::try_from(width).unwrap_or(u32::MAX)));
        Ok(())
    }
}
