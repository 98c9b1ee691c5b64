//! How handles look from outside of the condition or loop that they come from. It must not know how one is opened.

use super::region::{Loop, Span};
use super::{NodeId, Param, Resource, ResourceType, Var};
use crate::expr::{Accessor, Expr, has_brackets};
use crate::value::{SecretText, Value};

/// What a condition or loop can give out: handles, values, and tuples and lists of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot leave a condition or loop",
    label = "this is neither a handle nor a value",
    note = "return handles and values, or tuples and lists of them"
)]
pub trait Handle: Sized {
    /// The same, as it is written in that place.
    #[doc(hidden)]
    fn seen_from(&self, place: &Perspective) -> Self;
}

/// A place outside of a condition or loop, from which its content is seen.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Perspective {
    inside: Span,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    /// Where somebody promises that the condition holds.
    Promised,
    /// At one element of what a loop makes.
    At(Box<Position>),
}

/// One turn of a loop, seen from where its variables mean nothing.
#[derive(Clone, Debug)]
struct Position {
    each: Loop,
    index: Expr,
    /// The item, where it has a variable of its own; elsewhere it is read from the list.
    item: Option<Expr>,
}

/// What is known of a resource before it is deployed, and so whether it is or not.
const KNOWN: &[&str] = &["id", "name", "type", "apiVersion"];

/// Whether this reaches for something that only a deployed resource has.
pub(crate) fn needs_deployment(accessor: &Accessor) -> bool {
    match accessor {
        Accessor::Property(name) => !KNOWN.contains(&&**name),
        Accessor::Call(_) => true,
        _ => false,
    }
}

/// The node that an expression names, itself or an element of it, without a promise.
pub(crate) fn named(expr: &Expr) -> Option<NodeId> {
    match expr {
        Expr::Reference(node) => Some(*node),
        Expr::Access(access) if matches!(access.1, Accessor::Index(_)) => named(&access.0),
        _ => None,
    }
}

impl Perspective {
    pub(super) fn promised(inside: Span) -> Self {
        Perspective { inside, kind: Kind::Promised }
    }

    /// At an element, where the loop is walked again, with other variables.
    pub(super) fn walked_again(inside: Span, each: &Loop, again: &Loop) -> Self {
        let place = Position { each: each.clone(), index: again.index(), item: Some(again.item()) };
        Perspective { inside, kind: Kind::At(place.into()) }
    }

    /// At an element, outside of the loop.
    pub(super) fn at(inside: Span, index: Expr, each: &Loop) -> Self {
        Perspective { inside, kind: Kind::At(Position { each: each.clone(), index, item: None }.into()) }
    }

    pub(super) fn is_promise(&self) -> bool {
        matches!(self.kind, Kind::Promised)
    }

    pub(super) fn apply(&self, expr: &Expr) -> Expr {
        match &self.kind {
            Kind::Promised => expr.replaced(&mut |part| match part {
                Expr::Access(access) if needs_deployment(&access.1) && self.names_inside(&access.0) => {
                    let promised = access.0.clone().access(Accessor::NonNull);
                    Some(promised.access(access.1.replaced(&mut |inner| Some(self.apply(inner)))))
                }
                _ => None,
            }),
            Kind::At(position) => {
                let Position { each, index, item } = &**position;
                let placed = each.set_apart(expr, index).replaced(&mut |part| match part {
                    Expr::Reference(node) if self.inside.contains(*node) => Some(part.clone().index(index.clone())),
                    Expr::Local(name) if **name == *each.index => Some(index.clone()),
                    Expr::Local(name) if **name == *each.item => {
                        Some(item.clone().unwrap_or_else(|| each.item_at(index)))
                    }
                    _ => None,
                });
                if item.is_none() && has_brackets(&each.source) { placed.with_plain_holes() } else { placed }
            }
        }
    }

    /// Whether an expression is one of the resources inside, or an element of them.
    pub(super) fn names_inside(&self, expr: &Expr) -> bool {
        named(expr).is_some_and(|node| self.inside.contains(node))
    }
}

impl<T: ResourceType> Handle for Resource<T> {
    fn seen_from(&self, place: &Perspective) -> Self {
        match place.kind {
            Kind::Promised if place.names_inside(&self.expr()) => self.promised(),
            Kind::Promised => self.clone(),
            Kind::At(_) => self.at(place.apply(&self.expr())),
        }
    }
}

impl<T> Handle for Value<T> {
    fn seen_from(&self, place: &Perspective) -> Self {
        Value::new(place.apply(self.expr()))
    }
}

impl Handle for SecretText {
    fn seen_from(&self, place: &Perspective) -> Self {
        SecretText::new(place.apply(self.expr()))
    }
}

/// A param is the same everywhere.
impl<T> Handle for Param<T> {
    fn seen_from(&self, _: &Perspective) -> Self {
        self.clone()
    }
}

impl<T> Handle for Var<T> {
    fn seen_from(&self, place: &Perspective) -> Self {
        self.with(place.apply(self.expr()))
    }
}

impl<H: Handle> Handle for Vec<H> {
    fn seen_from(&self, place: &Perspective) -> Self {
        self.iter().map(|handle| handle.seen_from(place)).collect()
    }
}

impl<H: Handle> Handle for Option<H> {
    fn seen_from(&self, place: &Perspective) -> Self {
        self.as_ref().map(|handle| handle.seen_from(place))
    }
}

impl<H: Handle, const N: usize> Handle for [H; N] {
    fn seen_from(&self, place: &Perspective) -> Self {
        self.each_ref().map(|handle| handle.seen_from(place))
    }
}

macro_rules! tuple {
    ($($handle:ident)*) => {
        impl<$($handle: Handle),*> Handle for ($($handle,)*) {
            #[allow(non_snake_case, clippy::unused_unit, unused_variables, reason = "one macro for tuples of all lengths")]
            fn seen_from(&self, place: &Perspective) -> Self {
                let ($($handle,)*) = self;
                ($($handle.seen_from(place),)*)
            }
        }
    };
}

tuple!();
tuple!(A);
tuple!(A B);
tuple!(A B C);
tuple!(A B C D);
tuple!(A B C D E);
tuple!(A B C D E F);
