//! Expressions to documents. All punctuation of expressions and every pair of parentheses comes from here.
//! It must not know where lines break.

use super::Names;
use super::brackets::{ARRAY, OBJECT};
use super::document::{Document, Line};
use super::layout::layout_flat;
use super::string::{block, escape, is_bare_key, is_identifier, key, multiline, quote};
use crate::expr::{Accessor, BinaryOperator, Entry, Expr, For, Item, Key, Lambda, Precedence, UnaryOperator};

/// Writes expressions and types into a document.
pub(crate) struct Printer<'p> {
    pub(super) document: &'p mut Document,
    pub(super) names: &'p dyn Names,
}

impl<'p> Printer<'p> {
    pub(crate) fn new(document: &'p mut Document, names: &'p dyn Names) -> Self {
        Printer { document, names }
    }

    /// Writes an expression where nothing around it binds: after `=`, in brackets, as an argument.
    pub(crate) fn expression(&mut self, expr: &Expr) {
        match expr {
            Expr::Null => self.document.text("null"),
            Expr::Bool(value) => self.document.text(if *value { "true" } else { "false" }),
            Expr::Int(value) => self.document.text_with(|out| out.push_str(&value.to_string())),
            Expr::String(text) => self.document.text_with(|out| quote(text, out)),
            Expr::Multiline(text) => self.multiline(text),
            Expr::Interpolated(segments) => self.interpolated(segments),
            Expr::Reference(node) => self.document.text_with(|out| self.names.write_name(*node, out)),
            Expr::Symbol(text) | Expr::Local(text) | Expr::Raw(text) => self.document.text(text),
            Expr::Array(items) => self.array(items),
            Expr::Object(entries) => self.object(entries),
            Expr::Access(access) => self.access(&access.0, &access.1),
            Expr::Call(call) => self.call(&call.function, &call.arguments),
            Expr::Unary(unary) => self.unary(unary.0, &unary.1),
            Expr::Binary(binary) => self.binary(&binary.0, binary.1, &binary.2),
            Expr::Ternary(parts) => self.ternary(parts),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::For(each) => self.each(each),
            // The check of the graph stops before anything is printed; messages show the place.
            Expr::Invalid(_) => self.document.text("<invalid>"),
        }
    }

    /// Writes an expression as a part of another one, in parentheses if it holds together more loosely than needed.
    fn operand(&mut self, expr: &Expr, needed: Precedence) {
        if precedence(expr) < needed {
            self.document.text("(");
            self.expression(expr);
            self.document.text(")");
        } else {
            self.expression(expr);
        }
    }

    fn multiline(&mut self, text: &str) {
        self.document.text_with(|out| {
            if !multiline(text, out) {
                quote(text, out);
            }
        });
    }

    fn interpolated(&mut self, segments: &[Expr]) {
        let names = self.names;
        if let Some(dollars) = block(segments) {
            return self.interpolated_lines(segments, dollars);
        }
        self.document.text_with(|out| {
            out.push('\'');
            for segment in segments {
                match segment.as_text() {
                    Some(text) => escape(text, out),
                    None => write_hole(names, segment, out),
                }
            }
            out.push('\'');
        });
    }

    /// Texts as they stand, and as many dollars before a hole as no text has before a brace.
    fn interpolated_lines(&mut self, segments: &[Expr], dollars: usize) {
        let names = self.names;
        self.document.text_with(|out| {
            out.extend(std::iter::repeat_n('$', dollars));
            out.push_str("'''\n");
            for segment in segments {
                if let Some(text) = segment.as_text() {
                    out.push_str(text);
                } else {
                    out.extend(std::iter::repeat_n('$', dollars - 1));
                    write_hole(names, segment, out);
                }
            }
            out.push_str("'''");
        });
    }

    fn array(&mut self, items: &[Item]) {
        let names = self.names;
        ARRAY.write(self.document, items.iter(), |document, item| {
            if let Item::Spread(_) = item {
                document.text("...");
            }
            Printer::new(document, names).expression(item.expr());
        });
    }

    /// An object has one line for each property; one that holds nothing but spreads is laid out as an array is.
    fn object(&mut self, entries: &[Entry]) {
        let names = self.names;
        let mut breaks = entries.iter().any(|entry| matches!(entry, Entry::Property(..)));
        OBJECT.write(self.document, entries.iter(), |document, entry| {
            if std::mem::take(&mut breaks) {
                document.force_break();
            }
            Printer::new(document, names).entry(entry);
        });
    }

    pub(crate) fn entry(&mut self, entry: &Entry) {
        match entry {
            Entry::Property(Key::Name(name), value) => {
                self.document.text_with(|out| {
                    key(name, out);
                    out.push_str(": ");
                });
                self.expression(value);
            }
            Entry::Property(Key::Computed(name), value) => {
                match name.as_text() {
                    Some(text) => self.document.text_with(|out| key(text, out)),
                    None if matches!(**name, Expr::Interpolated(_)) => self.expression(name),
                    // A name alone would be the name of the property itself.
                    None => self.expression(&Expr::Interpolated([(**name).clone()].into())),
                }
                self.document.text(": ");
                self.expression(value);
            }
            Entry::Spread(value) => {
                self.document.text("...");
                self.expression(value);
            }
        }
    }

    fn access(&mut self, base: &Expr, accessor: &Accessor) {
        self.operand(base, Precedence::Postfix);
        match accessor {
            Accessor::Property(name) => self.property(".", "[", name),
            Accessor::SafeProperty(name) => self.property(".?", "[?", name),
            Accessor::Index(index) => self.indexed("[", index),
            Accessor::SafeIndex(index) => self.indexed("[?", index),
            Accessor::IndexFromEnd(index) => self.indexed("[^", index),
            Accessor::SafeIndexFromEnd(index) => self.indexed("[?^", index),
            Accessor::Child(name) => {
                self.document.text("::");
                self.document.text(name);
            }
            Accessor::NonNull => self.document.text("!"),
            Accessor::Call(call) => {
                self.document.text(".");
                self.call(&call.function, &call.arguments);
            }
        }
    }

    pub(super) fn property(&mut self, dot: &str, bracket: &str, name: &str) {
        self.document.text_with(|out| {
            if is_bare_key(name) {
                out.push_str(dot);
                out.push_str(name);
            } else {
                out.push_str(bracket);
                quote(name, out);
                out.push(']');
            }
        });
    }

    fn indexed(&mut self, bracket: &str, index: &Expr) {
        self.document.text(bracket);
        self.expression(index);
        self.document.text("]");
    }

    fn unary(&mut self, operator: UnaryOperator, operand: &Expr) {
        self.document.text(operator.symbol());
        self.operand(operand, Precedence::Postfix);
    }

    fn binary(&mut self, left: &Expr, operator: BinaryOperator, right: &Expr) {
        self.operand(left, operator.precedence());
        self.document.text(operator.symbol());
        self.operand(right, operator.precedence().tighter());
    }

    fn ternary(&mut self, [condition, then, otherwise]: &[Expr; 3]) {
        let group = self.document.begin_group();
        let names = self.names;
        self.document.indented(|document| {
            // The condition too: should it break, its lines stand further in.
            Printer::new(document, names).operand(condition, Precedence::Ternary.tighter());
            for (mark, branch) in [("? ", then), (": ", otherwise)] {
                document.line(Line::Space);
                document.text(mark);
                document.indented(|document| Printer::new(document, names).operand(branch, Precedence::Ternary));
            }
        });
        self.document.end_group(group);
    }

    fn lambda(&mut self, lambda: &Lambda) {
        match lambda.parameters.as_slice() {
            [parameter] => self.document.text(parameter),
            parameters => self.document.text(&format!("({})", parameters.join(", "))),
        }
        self.arrow(&lambda.body);
    }

    /// Writes ` => body`.
    pub(crate) fn arrow(&mut self, body: &Expr) {
        self.document.text(" =>");
        if is_bracketed(body) {
            self.document.text(" ");
            self.expression(body);
            return;
        }
        let names = self.names;
        let group = self.document.begin_group();
        self.document.indented(|document| {
            document.line(Line::Space);
            Printer::new(document, names).expression(body);
        });
        self.document.end_group(group);
    }

    fn each(&mut self, each: &For) {
        let names = self.names;
        ARRAY.write(self.document, [each].into_iter(), |document, each| {
            match &each.index {
                Some(index) => document.text(&format!("for ({}, {index}) in ", each.item)),
                None => document.text(&format!("for {} in ", each.item)),
            }
            let mut printer = Printer::new(document, names);
            printer.expression(&each.source);
            printer.document.text(": ");
            printer.expression(&each.body);
        });
    }
}

/// A hole stays on its line whatever its length.
fn write_hole(names: &dyn Names, hole: &Expr, out: &mut String) {
    out.push_str("${");
    if let Expr::Reference(node) = hole {
        names.write_name(*node, out);
    } else {
        let mut document = Document::default();
        Printer::new(&mut document, names).expression(hole);
        layout_flat(&document, out);
    }
    out.push('}');
}

/// Whether an expression brings brackets of its own that open on the line where it starts.
fn is_bracketed(expr: &Expr) -> bool {
    matches!(expr, Expr::Array(_) | Expr::Object(_) | Expr::For(_))
}

fn precedence(expr: &Expr) -> Precedence {
    match expr {
        Expr::Lambda(_) => Precedence::Lambda,
        Expr::Ternary(_) => Precedence::Ternary,
        Expr::Binary(binary) => binary.1.precedence(),
        Expr::Unary(_) => Precedence::Unary,
        Expr::Int(value) if *value < 0 => Precedence::Unary,
        // Nobody has read it, so it is held together unless it is a mere name.
        Expr::Raw(text) if !is_identifier(text) => Precedence::Lambda,
        _ => Precedence::Postfix,
    }
}
