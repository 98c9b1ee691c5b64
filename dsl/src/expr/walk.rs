//! Visiting a tree from outside to inside, in the order of the text. It must not know what the visitor looks for.

use super::{Accessor, Entry, Expr, Item, Key};

impl Expr {
    /// Calls `visit` on each expression directly inside this one.
    pub fn for_each_child<'e>(&'e self, visit: &mut impl FnMut(&'e Expr)) {
        match self {
            Expr::Null
            | Expr::Bool(_)
            | Expr::Int(_)
            | Expr::String(_)
            | Expr::Multiline(_)
            | Expr::Reference(_)
            | Expr::Symbol(_)
            | Expr::Local(_)
            | Expr::Raw(_)
            | Expr::Invalid(_) => {}
            Expr::Interpolated(segments) => segments.iter().for_each(visit),
            Expr::Array(items) => items.iter().map(Item::expr).for_each(visit),
            Expr::Object(entries) => entries.iter().for_each(|entry| entry.for_each_child(visit)),
            Expr::Access(access) => {
                visit(&access.0);
                access.1.for_each_child(visit);
            }
            Expr::Call(call) => call.arguments.iter().for_each(visit),
            Expr::Unary(unary) => visit(&unary.1),
            Expr::Binary(binary) => [&binary.0, &binary.2].into_iter().for_each(visit),
            Expr::Ternary(parts) => parts.iter().for_each(visit),
            Expr::Lambda(lambda) => visit(&lambda.body),
            Expr::For(each) => [&each.source, &each.body].into_iter().for_each(visit),
        }
    }

    /// Calls `visit` on this expression and on all inside it.
    pub fn walk<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        visit(self);
        self.for_each_child(&mut |child| child.walk(visit));
    }

    /// The text that this expression is, if it is nothing else.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Expr::String(text) => Some(text),
            Expr::Multiline(text) => Some(text),
            _ => None,
        }
    }

    /// The value at a path such as `properties.networkAcls.defaultAction`, where it is written out in this tree.
    pub fn get(&self, path: &str) -> Option<&Expr> {
        path.split('.').try_fold(self, |object, name| object.property(name))
    }

    fn property(&self, name: &str) -> Option<&Expr> {
        let Expr::Object(entries) = self else { return None };
        entries.iter().find_map(|entry| match entry {
            Entry::Property(key, value) if key.as_name() == Some(name) => Some(value),
            _ => None,
        })
    }
}

impl Item {
    pub(crate) fn expr(&self) -> &Expr {
        match self {
            Item::Value(expr) => expr,
            Item::Spread(expr) => expr,
        }
    }
}

impl Entry {
    fn for_each_child<'e>(&'e self, visit: &mut impl FnMut(&'e Expr)) {
        match self {
            Entry::Property(Key::Computed(key), value) => {
                visit(key);
                visit(value);
            }
            Entry::Property(Key::Name(_), value) | Entry::Spread(value) => visit(value),
        }
    }
}

impl Accessor {
    /// Calls `visit` on each expression inside the step.
    pub(crate) fn for_each_inside<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        self.for_each_child(&mut |child| visit(child));
    }

    fn for_each_child<'e>(&'e self, visit: &mut impl FnMut(&'e Expr)) {
        match self {
            Accessor::Property(_) | Accessor::SafeProperty(_) | Accessor::Child(_) | Accessor::NonNull => {}
            Accessor::Index(index)
            | Accessor::SafeIndex(index)
            | Accessor::IndexFromEnd(index)
            | Accessor::SafeIndexFromEnd(index) => visit(index),
            Accessor::Call(call) => call.arguments.iter().for_each(visit),
        }
    }
}
