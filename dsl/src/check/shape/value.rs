//! A value at a property: which of the other files looks at it. It must not say what is right.

use types::Type;

use super::Walker;
use super::kind::Kind;
use super::object::Fields;
use super::place::{At, Path};
use crate::check::follow::DEEPEST;
use crate::check::{Check, Finding};
use crate::expr::{Accessor, BinaryOperator, Entry, Expr};
use crate::graph::{Node, NodeKind};

impl<'g> Walker<'_, 'g> {
    /// The body of a resource that is deployed.
    pub(super) fn body(&mut self, at: &At<'_, 'g>) {
        let Expr::Object(entries) = &at.site.resource.body else { return };
        match at.site.type_of(at.site.ty.body) {
            Type::Object(object) => self.object(entries, &Fields::of(object), at),
            // A name with slashes in it does not tell the variant.
            Type::Discriminated(union) if union.discriminator == "name" && at.site.has_long_name() => {}
            Type::Discriminated(union) => self.variant(entries, union, at),
            _ => {}
        }
    }

    /// The body of a resource that is there already: nothing but its name.
    pub(super) fn name_alone(&mut self, at: &At<'_, 'g>) {
        let Expr::Object(entries) = &at.site.resource.body else { return };
        let more = entries.iter().filter_map(Entry::name).filter(|name| *name != "name");
        self.findings.extend(more.map(|name| of_existing(at.site.node, name)));
        if at.site.has_long_name() {
            return;
        }
        let fields = match at.site.type_of(at.site.ty.body) {
            Type::Object(object) => Fields::of(object),
            Type::Discriminated(union) if union.discriminator == "name" => {
                self.fields_of_variant(entries, union, at);
                return;
            }
            Type::Discriminated(union) => Fields { own: &union.base, base: &[], others: None },
            _ => return,
        };
        if let (Some(name), Some(property)) = (at.site.resource.body.get("name"), fields.find("name", &mut 0)) {
            let path = Path::Property(at.path, "name");
            self.value(name, at.site.type_of(property.ty), &at.property(&path, false));
        }
    }

    /// Anything, given to a property, to an item, or as one of several values that these may get.
    pub(super) fn value(&mut self, expr: &'g Expr, ty: &'static Type, at: &At<'_, 'g>) {
        match expr {
            _ if matches!(ty, Type::Any) => {}
            Expr::Null => self.null(at),
            Expr::Ternary(parts) => parts[1..].iter().for_each(|part| self.value(part, ty, &at.indirect())),
            Expr::Binary(binary) if binary.1 == BinaryOperator::Coalesce => {
                self.value(&binary.0, ty, &at.indirect().or_null());
                self.value(&binary.2, ty, &at.indirect());
            }
            Expr::Access(access) if access.1 == Accessor::NonNull => {
                self.value(&access.0, ty, &at.indirect().or_null());
            }
            Expr::Reference(_) | Expr::Symbol(_) => {
                if let Some((index, node)) = self.graph.target(expr) {
                    self.named(index, node, expr, ty, at);
                }
            }
            _ => match Kind::of_expr(expr) {
                Some(kind) if self.takes(kind, ty, at) => self.inside(expr, ty, at),
                Some(_) => {}
                // Such as `take`, which returns a text of a text and a list of a list.
                None => self.range(expr, ty, at),
            },
        }
    }

    /// A value of the right kind.
    fn inside(&mut self, expr: &'g Expr, ty: &'static Type, at: &At<'_, 'g>) {
        match (expr, ty) {
            (Expr::Object(entries), Type::Object(object)) => self.object(entries, &Fields::of(object), at),
            (Expr::Object(entries), Type::Discriminated(union)) => self.variant(entries, union, at),
            (Expr::Array(items), Type::Array(array)) => self.list(items, array, at),
            (Expr::For(each), Type::Array(array)) => {
                self.value(&each.body, at.site.type_of(array.item), &at.item(&Path::Property(at.path, "…")));
            }
            (Expr::Int(_) | Expr::String(_) | Expr::Multiline(_), _) => self.literal(expr, ty, at),
            _ => self.range(expr, ty, at),
        }
    }

    /// What a param or var holds.
    fn named(&mut self, index: usize, node: &'g Node, expr: &'g Expr, ty: &'static Type, at: &At<'_, 'g>) {
        match &node.kind {
            NodeKind::Param(param) => {
                if at.direct {
                    self.note_use(index, ty, at);
                } else {
                    let allowed = param.constraints.allowed.iter();
                    allowed.for_each(|literal| self.value(literal, ty, &at.through(node)));
                    self.range(expr, ty, at);
                }
                self.declared(&param.ty, ty, &At { direct: at.direct, ..at.through(node) });
            }
            NodeKind::Var(var) if at.depth < DEEPEST => self.value(&var.value, ty, &at.through(node)),
            _ => {}
        }
    }
}

/// A property of something that this graph does not deploy.
fn of_existing(node: &Node, name: &str) -> Finding {
    let message = format!("`{name}` of `{}` cannot be set: it is there already", node.symbol);
    let help = "set it where the resource is deployed, or declare it here instead of referring to it";
    Finding::at(Check::READ_ONLY_PROPERTY, node, message).help(help).inevitable()
}
