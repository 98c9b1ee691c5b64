//! The expression tree: whatever may stand to the right of `=` in Bicep.
//! It must not know how it is printed, nor what a resource is.

mod build;
mod holes;
mod object;
mod operator;
mod replace;
mod walk;

use std::borrow::Cow;
use std::rc::Rc;

pub(crate) use self::holes::has_brackets;
pub use self::object::{Entry, Item, Key};
pub(crate) use self::operator::Precedence;
pub use self::operator::{BinaryOperator, UnaryOperator};
use crate::graph::NodeId;
use crate::ser;

/// Text that is borrowed when it was written in the source and owned when it was computed.
pub type Text = Cow<'static, str>;

/// A Bicep expression. Cloning is cheap, for parts are shared; and it is small (three words), for graphs hold very many.
///
/// Scenarios seldom see this type: they use [`Value<T>`](crate::Value), which knows what the expression evaluates to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expr {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// `42`; Bicep has 64-bit integers and no other numbers.
    Int(i64),
    /// `'text'`
    String(Text),
    /// `'''text'''`, printed over several lines as it stands. Falls back to `'text'` where Bicep has no such form for it.
    Multiline(Rc<str>),
    /// `'text ${hole} text'`: strings are the texts between the holes, everything else is a hole. One text of several lines
    /// among them makes all of it `$'''text ${hole} text'''`.
    Interpolated(Rc<[Expr]>),
    /// A node of the graph, by identity: the symbol is looked up when the graph is printed.
    Reference(NodeId),
    /// A node of the graph, by the symbol that it must have when the graph is checked.
    Symbol(Rc<str>),
    /// The variable of a lambda or of a loop.
    Local(Rc<str>),
    /// Bicep text that is taken as it is. Nothing is checked: prefer any other variant.
    Raw(Rc<str>),
    /// `[item, item]`
    Array(Rc<[Item]>),
    /// `{ key: value }`
    Object(Rc<[Entry]>),
    /// `base.name`, `base[index]`, `base!` and their kin.
    Access(Rc<(Expr, Accessor)>),
    /// `function(argument, argument)`
    Call(Rc<Call>),
    /// `!operand`, `-operand`
    Unary(Rc<(UnaryOperator, Expr)>),
    /// `left + right` and the other operators with two sides.
    Binary(Rc<(Expr, BinaryOperator, Expr)>),
    /// `condition ? then : otherwise`
    Ternary(Rc<[Expr; 3]>),
    /// `(a, b) => body`, as an argument of a function only.
    Lambda(Rc<Lambda>),
    /// `[for item in source: body]`
    For(Rc<For>),
    /// What could not become an expression. The graph check reports it where it stands.
    Invalid(Rc<ser::Error>),
}

/// What follows an expression to reach into it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Accessor {
    /// `.name`, or `['name']` where the name is no identifier
    Property(Text),
    /// `.?name`
    SafeProperty(Text),
    /// `[index]`
    Index(Expr),
    /// `[?index]`
    SafeIndex(Expr),
    /// `[^index]`, counted from the end, the last being 1
    IndexFromEnd(Expr),
    /// `[?^index]`
    SafeIndexFromEnd(Expr),
    /// `::child`, a resource nested in another one
    Child(Text),
    /// `!`, the promise that the value is not null
    NonNull,
    /// `.function(argument)`
    Call(Rc<Call>),
}

/// A call of a function by its name, which may carry its namespace (`sys.length`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Call {
    /// The function's name as Bicep spells it.
    pub function: Text,
    /// The arguments in order.
    pub arguments: Vec<Expr>,
}

/// A function without a name. Its variables appear in the body as [`Expr::Local`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lambda {
    /// The variables in order.
    pub parameters: Vec<Text>,
    /// What it evaluates to.
    pub body: Expr,
}

/// A loop that makes an array.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct For {
    /// The variable that holds the item.
    pub item: Text,
    /// The variable that holds the position, counted from 0.
    pub index: Option<Text>,
    /// The array that is walked.
    pub source: Expr,
    /// What each item becomes.
    pub body: Expr,
}
