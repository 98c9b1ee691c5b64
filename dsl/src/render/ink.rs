//! The bridge between templates and the printer. Templates write text; where one shows an expression, the printer must
//! know the column at which it starts, so the expression looks at what has been written.

use std::cell::RefCell;
use std::fmt;
use std::panic::Location;

use askama::{FastWritable, Values};

use crate::expr::{Entry, Expr};
use crate::graph::{ExtensionNode, FunctionNode, NodeId, Nodes};
use crate::print::{Document, Names, Printer, layout};
use crate::types::Type;

/// What printing needs besides the expression: names, the text so far, and room to work in.
pub(super) struct Ink<'g> {
    nodes: &'g Nodes,
    page: RefCell<String>,
    document: RefCell<Document>,
    scratch: RefCell<String>,
    places: RefCell<Vec<Place>>,
}

/// Where in the text something begins, and the line of Rust that made it.
pub(crate) type Place = (usize, &'static Location<'static>);

/// Remembers where in the text it stands, and is not to be seen there.
pub(super) struct Mark<'i> {
    ink: &'i Ink<'i>,
    location: &'static Location<'static>,
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
    OwnedType(Type),
    Function(&'i FunctionNode),
    /// Each name of another file, with the one of this file.
    Imports(Vec<(&'i str, &'i str)>),
}

impl<'g> Ink<'g> {
    pub(super) fn new(nodes: &'g Nodes) -> Self {
        // A statement has some hundred bytes: asking for them at once spares most of the copying when the text grows.
        let page = RefCell::new(String::with_capacity(nodes.all.len() * 192));
        Ink { nodes, page, document: RefCell::default(), scratch: RefCell::default(), places: RefCell::default() }
    }

    /// Where templates write.
    pub(super) fn page(&self) -> Page<'_> {
        Page(&self.page)
    }

    /// The text, and what made its parts.
    pub(super) fn finish(self) -> (String, Vec<Place>) {
        (self.page.into_inner(), self.places.into_inner())
    }

    /// What stands behind it was made at a line of Rust.
    pub(super) fn mark(&self, location: &'static Location<'static>) -> Mark<'_> {
        Mark { ink: self, location }
    }

    /// How wide the last line is already, in UTF-16 units.
    fn column(&self) -> u32 {
        let page = self.page.borrow();
        let line = &page[page.rfind('\n').map_or(0, |line_break| line_break + 1)..];
        let width = if line.is_ascii() { line.len() } else { line.encode_utf16().count() };
        u32::try_from(width).unwrap_or(u32::MAX)
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

    pub(super) fn owned_ty(&self, ty: Type) -> Printed<'_> {
        self.printed(0, Content::OwnedType(ty))
    }

    /// What follows the symbol of a function.
    pub(super) fn function<'i>(&'i self, function: &'i FunctionNode) -> Printed<'i> {
        self.printed(0, Content::Function(function))
    }

    /// What stands between `import` and `from`.
    pub(super) fn imports<'i>(&'i self, names: Vec<(&'i str, &'i str)>) -> Printed<'i> {
        self.printed(0, Content::Imports(names))
    }

    /// Where an extension comes from: a bare name, or a path in quotes.
    pub(super) fn source(&self, extension: &ExtensionNode) -> Printed<'_> {
        let source = &extension.source;
        let expr = if extension.is_named() { Expr::Raw((**source).into()) } else { Expr::String(source.clone()) };
        self.owned(expr, 0)
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
        self.nodes.write_name(node, out);
    }
}

impl Mark<'_> {
    pub(super) fn set(&self) {
        self.ink.places.borrow_mut().push((self.ink.page.borrow().len(), self.location));
    }
}

impl FastWritable for Mark<'_> {
    fn write_into(&self, _: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        self.set();
        Ok(())
    }
}

impl fmt::Display for Mark<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.set();
        Ok(())
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
            Content::OwnedType(ty) => printer.ty(ty),
            Content::Imports(names) => printer.imports(names),
            Content::Function(it) => printer.function(&it.parameters, &it.returns, &it.body),
        }
        layout(document, self.ink.column(), u32::try_from(self.level).unwrap_or(u32::MAX), out);
    }
}

impl FastWritable for Printed<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        let text = &mut *self.ink.scratch.borrow_mut();
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

/// What templates write to: the text of a file, which the ink can see.
pub(super) struct Page<'i>(&'i RefCell<String>);

impl Page<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
}

impl fmt::Write for Page<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut page = self.0.borrow_mut();
        // A type may begin with a line break, and no blank stays before one.
        while text.starts_with('\n') && page.ends_with(' ') {
            page.pop();
        }
        page.push_str(text);
        Ok(())
    }
}
