//! Operators on values: Rust's own where they read as in Bicep, methods where Rust's would mean something else.

use std::ops::{Add, Div, Mul, Neg, Not, Rem, Sub};

use super::{Value, ValueOf};
use crate::expr::{BinaryOperator, Expr, UnaryOperator};

impl<T> Value<T> {
    /// `self == other`
    pub fn eq(&self, other: impl ValueOf<T>) -> Value<bool> {
        self.compare(BinaryOperator::Equal, other)
    }

    /// `self != other`
    pub fn ne(&self, other: impl ValueOf<T>) -> Value<bool> {
        self.compare(BinaryOperator::NotEqual, other)
    }

    fn compare(&self, operator: BinaryOperator, other: impl ValueOf<T>) -> Value<bool> {
        Value::new(Expr::binary(self.expr.clone(), operator, other.into().expr))
    }
}

macro_rules! comparison {
    ($($target:ty: $($(#[$doc:meta])* $name:ident => $operator:ident),*;)*) => {$(
        impl Value<$target> {$(
            $(#[$doc])*
            pub fn $name(&self, other: impl ValueOf<$target>) -> Value<bool> {
                self.compare(BinaryOperator::$operator, other)
            }
        )*}
    )*};
}

comparison! {
    i64:
        /// `self < other`
        lt => Less,
        /// `self <= other`
        le => LessOrEqual,
        /// `self > other`
        gt => Greater,
        /// `self >= other`
        ge => GreaterOrEqual;
    String:
        /// `self =~ other`, equality without regard to case
        eq_ignore_case => EqualIgnoringCase,
        /// `self !~ other`
        ne_ignore_case => NotEqualIgnoringCase;
    bool:
        /// `self && other`
        and => And,
        /// `self || other`
        or => Or;
}

impl Value<bool> {
    /// `self ? value : …`, completed by [`Then::otherwise`].
    pub fn then<T>(&self, value: impl ValueOf<T>) -> Then<T> {
        Then { condition: self.clone(), value: value.into() }
    }
}

/// The first half of a conditional expression.
#[derive(Debug)]
#[must_use = "a conditional expression needs its other half: `.otherwise(value)`"]
pub struct Then<T> {
    condition: Value<bool>,
    value: Value<T>,
}

impl<T> Then<T> {
    /// `condition ? value : other`
    pub fn otherwise(self, other: impl ValueOf<T>) -> Value<T> {
        Value::new(Expr::ternary(self.condition.expr, self.value.expr, other.into().expr))
    }
}

/// `left + right` of strings is one interpolated string. Adding nothing changes nothing.
pub(super) fn concatenate(left: Expr, right: Expr) -> Expr {
    match (&left, &right) {
        (Expr::String(text), _) if text.is_empty() => right,
        (_, Expr::String(text)) if text.is_empty() => left,
        _ => Expr::interpolated([left, right]),
    }
}

macro_rules! arithmetic {
    ($($trait:ident::$method:ident => $operator:ident),*) => {$(
        impl<R: ValueOf<i64>> $trait<R> for Value<i64> {
            type Output = Value<i64>;
            fn $method(self, right: R) -> Value<i64> {
                Value::new(Expr::binary(self.expr, BinaryOperator::$operator, right.into().expr))
            }
        }
        impl<R: ValueOf<i64>> $trait<R> for &Value<i64> {
            type Output = Value<i64>;
            fn $method(self, right: R) -> Value<i64> {
                self.clone().$method(right)
            }
        }
    )*};
}

arithmetic!(Add::add => Add, Sub::sub => Subtract, Mul::mul => Multiply, Div::div => Divide, Rem::rem => Modulo);

impl<R: ValueOf<String>> Add<R> for Value<String> {
    type Output = Value<String>;
    fn add(self, right: R) -> Value<String> {
        Value::new(concatenate(self.expr, right.into().expr))
    }
}

impl<R: ValueOf<String>> Add<R> for &Value<String> {
    type Output = Value<String>;
    fn add(self, right: R) -> Value<String> {
        self.clone() + right
    }
}

impl Add<&Value<String>> for &'static str {
    type Output = Value<String>;
    fn add(self, right: &Value<String>) -> Value<String> {
        Value::text(self) + right
    }
}

impl Add<Value<String>> for &'static str {
    type Output = Value<String>;
    fn add(self, right: Value<String>) -> Value<String> {
        Value::text(self) + right
    }
}

impl Neg for Value<i64> {
    type Output = Value<i64>;
    fn neg(self) -> Value<i64> {
        Value::new(Expr::unary(UnaryOperator::Minus, self.expr))
    }
}

impl Not for Value<bool> {
    type Output = Value<bool>;
    fn not(self) -> Value<bool> {
        Value::new(Expr::unary(UnaryOperator::Not, self.expr))
    }
}
