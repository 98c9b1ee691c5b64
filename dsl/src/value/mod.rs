//! Typed expressions: what scenarios pass around. It must not know about the graph's nodes or about printing.

mod convert;
mod operators;
mod secret_text;
mod tuple;

pub use self::convert::{IntoValue, ValueOf};
pub use self::operators::Then;
pub use self::secret_text::SecretText;

use std::fmt;
use std::marker::PhantomData;

use crate::expr::{Accessor, Expr};
use crate::functions::for_each;
use crate::ser;
use crate::shape::Shape;

/// An expression that evaluates to a `T` when the template is deployed: a literal or something computed.
///
/// `T` is `String`, `i64`, `bool`, a `Vec` or `Option` of these, [`Secret`], or a struct that models an object of Azure.
///
/// ```
/// # use dsl::Value;
/// let name = Value::text("vnet") + "-" + "hub";
/// assert_eq!(name.to_string(), "'vnet-hub'");
/// ```
pub struct Value<T: ?Sized> {
    expr: Expr,
    evaluates_to: PhantomData<fn() -> T>,
}

/// A value that must not be shown: it comes from a secure parameter or from a function that returns secrets, and only
/// places that accept secrets take it.
#[derive(Clone, Copy, Debug)]
pub struct Secret<T>(PhantomData<fn() -> T>);

/// A value that may be a secret or not, in a place that Azure guards: the settings of an app, say. It takes both.
#[derive(Clone, Copy, Debug)]
pub struct Guarded<T>(PhantomData<fn() -> T>);

impl<T: ?Sized> Value<T> {
    /// Says that `expr` evaluates to a `T`. The compiler of Rust cannot check it, the one of Bicep will.
    pub fn new(expr: impl Into<Expr>) -> Self {
        Value { expr: expr.into(), evaluates_to: PhantomData }
    }

    /// Any value that serde can serialize, as an expression. What Bicep has no form for (a float, `None` in a list) is
    /// reported by the check of the graph, with its path.
    pub fn of(value: &(impl serde::Serialize + ?Sized)) -> Self {
        Value::new(ser::to_expr(value).unwrap_or_else(Expr::from))
    }

    /// Bicep text that is taken as it is, for what the types here cannot say. Nothing in it is checked.
    pub fn raw(bicep: impl Into<std::rc::Rc<str>>) -> Self {
        Value::new(Expr::Raw(bicep.into()))
    }

    /// The expression without its type.
    pub fn expr(&self) -> &Expr {
        &self.expr
    }

    /// The same expression, taken for something of another type.
    pub fn cast<U: ?Sized>(self) -> Value<U> {
        Value::new(self.expr)
    }

    /// A property of what this evaluates to: `self.name`.
    pub fn member<U: ?Sized>(&self, name: &'static str) -> Value<U> {
        Value::new(self.expr.clone().member(name))
    }
}

impl Value<String> {
    /// A text as a value, where nothing else says that it is one.
    pub fn text(text: impl Into<crate::expr::Text>) -> Self {
        Value::new(text.into())
    }

    /// A text of several lines, printed as it stands: a script, say. Reviewers see no `\n`.
    ///
    /// ```
    /// # use dsl::Value;
    /// assert_eq!(Value::multiline("a\nb\n").to_string(), "'''\na\nb\n'''");
    /// let name: Value<String> = Value::raw("name");
    /// let script = Value::multiline("#!/bin/sh\necho ") + name + "\n";
    /// assert_eq!(script.to_string(), "$'''\n#!/bin/sh\necho ${name}\n'''");
    /// ```
    pub fn multiline(text: impl Into<std::rc::Rc<str>>) -> Self {
        Value::new(Expr::Multiline(text.into()))
    }
}

impl<T> Value<Option<T>> {
    /// This value, or `other` where this one is null: `self ?? other`.
    pub fn or_else(&self, other: impl ValueOf<T>) -> Value<T> {
        let other = other.into().expr;
        Value::new(Expr::binary(self.expr.clone(), crate::expr::BinaryOperator::Coalesce, other))
    }

    /// Promises that the value is not null: `self!`. Where it is, the deployment fails.
    pub fn non_null(&self) -> Value<T> {
        Value::new(self.expr.clone().access(Accessor::NonNull))
    }
}

impl<T: Shape> Value<Option<T>> {
    /// What is read of this, or null where this is null: `self.?name`, or `self == null ? null : …` where `read` does more than
    /// to take a property of the view.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// dsl::object! {
    ///     /// What is paid for.
    ///     pub struct Sku, SkuView;
    ///     required { name: String = "name"; }
    /// }
    ///
    /// let sku: dsl::Value<Option<Sku>> = dsl::Value::raw("sku");
    /// assert_eq!(sku.read(|sku| sku.name()).or_else("Basic").to_string(), "sku.?name ?? 'Basic'");
    /// ```
    pub fn read<V: IntoValue>(&self, read: impl FnOnce(&T::View) -> V) -> Value<Option<V::Type>> {
        let value: Expr = read(&T::View::from(self.expr.clone())).into_value().into();
        Value::new(safe(&value, &self.expr))
    }
}

/// What is read of `base`, or null where that is null: the first step behind it made safe. What is no chain of steps is chosen
/// by whether there is anything to read.
pub(crate) fn safe(value: &Expr, base: &Expr) -> Expr {
    if value == base {
        return value.clone();
    }
    safe_chain(value, base).unwrap_or_else(|| {
        let promised = base.clone().access(Accessor::NonNull);
        let value = value.replaced(&mut |part| (part == base).then(|| promised.clone()));
        let is_null = Expr::binary(base.clone(), crate::expr::BinaryOperator::Equal, Expr::Null);
        Expr::ternary(is_null, Expr::Null, value)
    })
}

fn safe_chain(value: &Expr, base: &Expr) -> Option<Expr> {
    let Expr::Access(access) = value else { return None };
    let mut is_chain = true;
    access.1.for_each_inside(&mut |inside| inside.walk(&mut |part| is_chain &= part != base));
    if !is_chain {
        return None;
    }
    if access.0 == *base {
        return access.1.safe().map(|step| base.clone().access(step));
    }
    Some(safe_chain(&access.0, base)?.access(access.1.clone()))
}

impl<T> Value<Vec<T>> {
    /// `[]`, where nothing else would say of what the list is: `.default(Value::empty_list())`.
    pub fn empty_list() -> Self {
        Value::new(Expr::array([]))
    }

    /// The element at a position counted from 0: `self[index]`.
    pub fn at(&self, index: impl ValueOf<i64>) -> Value<T> {
        Value::new(self.expr.clone().index(index.into()))
    }

    /// The element at a position counted from 0, or null where the list is shorter: `self[?index]`.
    pub fn try_at(&self, index: impl ValueOf<i64>) -> Value<Option<T>> {
        Value::new(self.expr.clone().access(Accessor::SafeIndex(index.into().expr)))
    }

    /// A value for each item, called `item` in the Bicep: `[for item in self: …]`. Bicep takes it as the whole value of a var,
    /// an output or a property; elsewhere take [`functions::map`](crate::functions::map).
    ///
    /// ```
    /// # use dsl::{Object, Value};
    /// let ranges: Value<Vec<String>> = Value::raw("ranges");
    /// let rules = ranges.each("range", |range| Value::<Object>::new(Object::default().with("value", range)));
    /// assert_eq!(rules.to_string(), "[\n  for range in ranges: {\n    value: range\n  }\n]");
    /// ```
    pub fn each<R>(&self, item: impl Into<crate::expr::Text>, change: impl FnOnce(Value<T>) -> R) -> Value<Vec<R::Type>>
    where
        R: IntoValue,
    {
        let body = |item| change(Value::new(item)).into_value().expr;
        Value::new(for_each(&item.into(), self.expr.clone(), body))
    }

    /// The element at a position counted from the end, the last being 1: `self[^index]`.
    pub fn at_end(&self, index: impl ValueOf<i64>) -> Value<T> {
        Value::new(self.expr.clone().access(Accessor::IndexFromEnd(index.into().expr)))
    }
}

/// Says that an expression evaluates to a `T`, as [`Value::new`].
impl<T: ?Sized> From<Expr> for Value<T> {
    fn from(expr: Expr) -> Self {
        Value::new(expr)
    }
}

impl<T: ?Sized> Clone for Value<T> {
    fn clone(&self) -> Self {
        Value::new(self.expr.clone())
    }
}

impl<T: ?Sized> fmt::Debug for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expr.fmt(f)
    }
}

impl<T: ?Sized> PartialEq for Value<T> {
    fn eq(&self, other: &Self) -> bool {
        self.expr == other.expr
    }
}

/// The Bicep text on one line, for messages; a node of a graph appears by its number.
impl<T: ?Sized> fmt::Display for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expr.fmt(f)
    }
}
