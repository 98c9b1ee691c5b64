//! Types to documents. It must not know where lines break.

use super::brackets::{ARRAY, OBJECT};
use super::document::Line;
use super::expression::Printer;
use super::string::{key, quote};
use crate::expr::Expr;
use crate::types::{Field, Part, Type};

impl Printer<'_> {
    /// Writes a type where nothing around it binds.
    pub(crate) fn ty(&mut self, ty: &Type) {
        match ty {
            Type::String => self.document.text("string"),
            Type::Int => self.document.text("int"),
            Type::Bool => self.document.text("bool"),
            Type::Named(name) => self.document.text(name),
            Type::Literal(value) => self.expression(value),
            Type::Union(members) => self.union(members),
            Type::Array(item) => {
                if needs_parentheses(item) {
                    self.in_parentheses(item);
                } else {
                    self.inner_type(item);
                }
                self.document.text("[]");
            }
            Type::Any => self.document.text("any"),
            Type::AnyObject => self.document.text("object"),
            Type::AnyArray => self.document.text("array"),
            Type::ResourceInput(ty) => self.derived("resourceInput<", ty),
            Type::ResourceOutput(ty) => self.derived("resourceOutput<", ty),
            Type::Tuple(items) => {
                let names = self.names;
                ARRAY.write(self.document, items.iter(), |document, item| Printer::new(document, names).ty(item));
            }
            Type::NonNull(inner) => {
                self.inner_type(inner);
                self.document.text("!");
            }
            Type::Part(whole, part) => {
                self.inner_type(whole);
                self.part(part);
            }
            Type::Nullable(inner) => {
                self.inner_type(inner);
                self.document.text("?");
            }
            Type::Object(fields) => self.object_type(fields),
            Type::Map(value) => {
                let names = self.names;
                OBJECT.write(self.document, [value].into_iter(), |document, value| {
                    document.text("*: ");
                    Printer::new(document, names).ty(value);
                });
            }
        }
    }

    fn derived(&mut self, open: &'static str, ty: &str) {
        self.document.text(open);
        self.document.text_with(|out| quote(ty, out));
        self.document.text(">");
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Property(name) => self.property(".", "[", name),
            Part::Values => self.document.text(".*"),
            Part::Items => self.document.text("[*]"),
            Part::Item(index) => self.document.text(&format!("[{index}]")),
        }
    }

    /// Writes a type that something is attached to: only a union needs parentheses there.
    fn inner_type(&mut self, ty: &Type) {
        if let Type::Union(_) = ty { self.in_parentheses(ty) } else { self.ty(ty) }
    }

    fn in_parentheses(&mut self, ty: &Type) {
        self.document.text("(");
        self.ty(ty);
        self.document.text(")");
    }

    /// Members side by side, or each on a line of its own behind a bar.
    fn union(&mut self, members: &[Type]) {
        let names = self.names;
        let group = self.document.begin_group();
        self.document.indented(|document| {
            for (index, member) in members.iter().enumerate() {
                document.line(if index == 0 { Line::BarFirst } else { Line::Bar });
                Printer::new(document, names).inner_type(member);
            }
        });
        self.document.end_group(group);
    }

    fn object_type(&mut self, fields: &[Field]) {
        let names = self.names;
        OBJECT.write(self.document, fields.iter(), |document, field| {
            document.force_break();
            document.text_with(|out| {
                out.push_str("@description(");
                quote(&field.description, out);
                out.push(')');
            });
            if field.secure {
                document.line(Line::Space);
                document.text("@secure()");
            }
            for (name, bound) in field.bounds.decorators() {
                document.line(Line::Space);
                document.text(&format!("@{name}({bound})"));
            }
            document.line(Line::Space);
            document.text_with(|out| {
                match &*field.name {
                    "*" => out.push('*'),
                    name => key(name, out),
                }
                out.push_str(": ");
            });
            Printer::new(document, names).ty(&field.ty);
        });
    }
}

/// Whether `[]` behind a type would be refused, or mean something else.
fn needs_parentheses(item: &Type) -> bool {
    match item {
        Type::Nullable(_) | Type::NonNull(_) => true,
        Type::Literal(value) => matches!(value, Expr::Int(value) if *value < 0),
        _ => false,
    }
}
