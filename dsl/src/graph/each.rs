//! Loops: what is added for each item of a list, and how one element of it is named outside.

use std::panic::Location;

use super::perspective::{Handle, Perspective};
use super::region::{Loop, RegionKind, Span};
use super::{Graph, NodeId, Resource, ResourceType};
use crate::expr::{Expr, For, Item, Text, has_brackets};
use crate::functions::{free, named, set_apart, unnamed};
use crate::scope::Scope;
use crate::value::{IntoValue, Value, ValueOf};

/// What was added for each item of a list: a collection, of which one element is taken by its position.
#[derive(Clone, Debug)]
pub struct Each<H> {
    handle: H,
    over: Loop,
    inside: Span,
}

impl<S: Scope> Graph<S> {
    /// Adds what `fill` adds once for each item of a list: `resource … = [for item in list: {`. `fill` gets the item, called
    /// `symbol` in the Bicep, and its position, counted from 0. A name must tell the resources apart by one of them.
    /// A var that has nothing of the loop in it stands in front of it, once.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceBody, ResourceGroup, raw};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// let names = g.param_of::<Vec<String>>("names").describe("Names of the identities.");
    /// let identities = g.each("name", &names, |g, name, _index| {
    ///     raw("Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30", name).add(g, "identity")
    /// });
    /// assert_eq!(identities.at(0).id().to_string(), "<node 1>[0].id");
    /// ```
    #[track_caller]
    pub fn each<T, H: Handle>(
        &mut self,
        symbol: impl Into<Text>,
        list: impl ValueOf<Vec<T>>,
        fill: impl FnOnce(&mut Self, &Value<T>, &Value<i64>) -> H,
    ) -> Each<H> {
        self.add_each(Loop::over(symbol.into(), list.into().into()), Location::caller(), fill)
    }

    /// As [`each`](Self::each), with no more than `size` of them at a time: `@batchSize(size)`.
    #[track_caller]
    pub fn each_in_batches<T, H: Handle>(
        &mut self,
        size: u32,
        symbol: impl Into<Text>,
        list: impl ValueOf<Vec<T>>,
        fill: impl FnOnce(&mut Self, &Value<T>, &Value<i64>) -> H,
    ) -> Each<H> {
        let each = Loop { batch_size: Some(size.into()), ..Loop::over(symbol.into(), list.into().into()) };
        self.add_each(each, Location::caller(), fill)
    }

    fn add_each<T, H: Handle>(
        &mut self,
        mut each: Loop,
        location: &'static Location<'static>,
        fill: impl FnOnce(&mut Self, &Value<T>, &Value<i64>) -> H,
    ) -> Each<H> {
        let regions = &self.nodes.regions;
        let is_taken = regions.variables_around(regions.current()).contains(&each.index);
        if each.index != each.item && is_taken {
            // In the module that is between them, the index of either one can be meant.
            each.index = format!("{}Index", each.item).into();
        }
        let (item, index) = (Value::new(each.item()), Value::new(each.index()));
        let kind = RegionKind::Each(each.clone());
        let (handle, inside) = self.within(kind, location, |g| fill(g, &item, &index));
        Each { handle, over: each, inside }
    }
}

impl<H: Handle> Each<H> {
    /// The element at a position, counted from 0: `machines[0]`.
    pub fn at(&self, index: impl ValueOf<i64>) -> H {
        self.handle.seen_from(&Perspective::at(self.inside.clone(), index.into().into(), &self.over))
    }

    /// A value of every element, as a list: `[for (name, index) in names: machines[index].id]`. Bicep takes it as the whole
    /// value of an output, a var or a property.
    pub fn map<V: IntoValue>(&self, read: impl FnOnce(&H) -> V) -> Value<Vec<V::Type>> {
        // What is read may mean the variables of a loop around this one, which may have the same names.
        let again = self.over.with_unnamed_variables();
        let element = self.handle.seen_from(&Perspective::walked_again(self.inside.clone(), &self.over, &again));
        let body: Expr = read(&element).into_value().into();
        let (item, body) = named(&body, &again.item, &self.over.item);
        let (index, body) =
            if again.index == again.item { (item.clone(), body) } else { named(&body, &again.index, &self.over.index) };
        Value::new(Loop { item, index, ..again }.around(body))
    }
}

impl<T: ResourceType> Each<Resource<T>> {
    /// All of them, where something depends on all.
    pub(super) fn all(&self) -> Expr {
        Expr::Reference(self.handle.node())
    }
}

impl<H: Handle> Handle for Each<H> {
    fn seen_from(&self, place: &Perspective) -> Self {
        let over = Loop { source: place.apply(&self.over.source), ..self.over.clone() };
        Each { handle: self.handle.seen_from(place), over, inside: self.inside.clone() }
    }
}

impl Loop {
    fn over(item: Text, source: Expr) -> Self {
        // The items of a range are positions themselves.
        let is_position = matches!(&source, Expr::Call(call) if call.function == "range"
            && call.arguments.first() == Some(&Expr::Int(0)));
        let index = match &*item {
            _ if is_position => item.clone(),
            "index" => "position".into(),
            _ => "index".into(),
        };
        Loop { item, index, source, batch_size: None }
    }

    pub(crate) fn item(&self) -> Expr {
        Expr::Local((*self.item).into())
    }

    pub(crate) fn index(&self) -> Expr {
        Expr::Local((*self.index).into())
    }

    /// The same with variables that nothing else has.
    fn with_unnamed_variables(&self) -> Self {
        let item = unnamed(&self.item);
        let index = if self.index == self.item { item.clone() } else { unnamed(&self.index) };
        Loop { item, index, ..self.clone() }
    }

    /// Its variables. For positions, they are one.
    pub(crate) fn variables(&self) -> [Text; 2] {
        [self.item.clone(), self.index.clone()]
    }

    /// Whether an expression can differ from item to item: it has a variable of the loop in it, something that stands in the
    /// loop, or what only the compiler reads.
    pub(crate) fn is_walked_in(&self, expr: &Expr, is_inside: impl Fn(&NodeId) -> bool) -> bool {
        let (mut found, item, index) = (false, self.item(), self.index());
        expr.walk(&mut |part| {
            found |= match part {
                Expr::Reference(node) => is_inside(node),
                Expr::Symbol(_) | Expr::Raw(_) => true,
                other => *other == item || *other == index,
            };
        });
        found
    }

    /// Whether an expression needs the position as well as the item.
    pub(crate) fn is_counted_in(&self, expr: &Expr) -> bool {
        let (mut found, index) = (false, self.index());
        expr.walk(&mut |part| found |= *part == index);
        found && self.index != self.item
    }

    /// An expression of the loop, for the element at a position.
    pub(crate) fn at(&self, expr: &Expr, position: &Expr) -> Expr {
        let placed = self.set_apart(expr, position).replaced(&mut |part| match part {
            Expr::Local(name) if **name == *self.index => Some(position.clone()),
            Expr::Local(name) if **name == *self.item => Some(self.item_at(position)),
            _ => None,
        });
        if has_brackets(&self.source) { placed.with_plain_holes() } else { placed }
    }

    /// An expression of the loop in which no lambda declares what is meant where a position is written for the variables.
    pub(super) fn set_apart(&self, expr: &Expr, position: &Expr) -> Expr {
        let written = free(position).into_iter().chain(free(&self.source));
        let names: Vec<_> = self.variables().into_iter().chain(written).collect();
        set_apart(expr, &names, &names)
    }

    /// The item at a position: itself, where the list up to there and the position are written out.
    pub(crate) fn item_at(&self, position: &Expr) -> Expr {
        let up_to = match (&self.source, position) {
            (Expr::Array(items), Expr::Int(position)) => {
                usize::try_from(*position).ok().and_then(|at| items.get(..=at))
            }
            _ => None,
        };
        // Another list that is spread has any number of items.
        let is_written_out = |items: &&[Item]| items.iter().all(|item| matches!(item, Item::Value(_)));
        match up_to.filter(is_written_out).and_then(<[Item]>::last) {
            Some(item) => item.expr().clone(),
            None => self.source.clone().index(position.clone()),
        }
    }

    /// `[for item in source: body]`
    pub(crate) fn around(&self, body: Expr) -> Expr {
        let index = self.is_counted_in(&body).then(|| self.index.clone());
        Expr::For(For { item: self.item.clone(), index, source: self.source.clone(), body }.into())
    }
}
