//! Small constructors, so that a tree reads in the order in which Bicep would print it.

use std::rc::Rc;

use super::{Accessor, BinaryOperator, Call, Entry, Expr, For, Item, Key, Lambda, Text, UnaryOperator};

impl Expr {
    /// `'text'`
    pub fn string(text: impl Into<Text>) -> Self {
        Expr::String(text.into())
    }

    /// `[item, item]`
    pub fn array(items: impl IntoIterator<Item = Expr>) -> Self {
        Expr::Array(items.into_iter().map(Item::Value).collect())
    }

    /// `{ key: value }`
    pub fn object<K: Into<Key>>(properties: impl IntoIterator<Item = (K, Expr)>) -> Self {
        let entries = properties.into_iter().map(|(key, value)| Entry::Property(key.into(), value));
        Expr::Object(entries.collect())
    }

    /// `function(argument, argument)`
    pub fn call(function: impl Into<Text>, arguments: impl Into<Vec<Expr>>) -> Self {
        Expr::Call(Rc::new(Call { function: function.into(), arguments: arguments.into() }))
    }

    /// `self.name`
    pub fn member(self, name: impl Into<Text>) -> Self {
        self.access(Accessor::Property(name.into()))
    }

    /// `self[index]`
    pub fn index(self, index: impl Into<Expr>) -> Self {
        self.access(Accessor::Index(index.into()))
    }

    /// `self.function(argument, argument)`
    pub fn invoke(self, function: impl Into<Text>, arguments: impl Into<Vec<Expr>>) -> Self {
        self.access(Accessor::Call(Rc::new(Call { function: function.into(), arguments: arguments.into() })))
    }

    /// `self` followed by any accessor.
    pub fn access(self, accessor: Accessor) -> Self {
        Expr::Access(Rc::new((self, accessor)))
    }

    /// `!operand`, `-operand`. The negative of a literal is a literal, as it is for the compiler.
    pub fn unary(operator: UnaryOperator, operand: Expr) -> Self {
        match (operator, &operand) {
            (UnaryOperator::Minus, Expr::Int(value)) if *value != i64::MIN => Expr::Int(-value),
            _ => Expr::Unary(Rc::new((operator, operand))),
        }
    }

    /// `left + right` and the other operators with two sides.
    pub fn binary(left: Expr, operator: BinaryOperator, right: Expr) -> Self {
        Expr::Binary(Rc::new((left, operator, right)))
    }

    /// `condition ? then : otherwise`
    pub fn ternary(condition: Expr, then: Expr, otherwise: Expr) -> Self {
        Expr::Ternary(Rc::new([condition, then, otherwise]))
    }

    /// `(a, b) => body`
    pub fn lambda<P: Into<Text>>(parameters: impl IntoIterator<Item = P>, body: Expr) -> Self {
        let parameters = parameters.into_iter().map(Into::into).collect();
        Expr::Lambda(Rc::new(Lambda { parameters, body }))
    }

    /// `[for item in source: body]`
    pub fn each(item: impl Into<Text>, source: Expr, body: Expr) -> Self {
        Expr::For(Rc::new(For { item: item.into(), index: None, source, body }))
    }

    /// A string of several parts. Neighbouring texts become one, strings inside strings are taken apart, and what holds
    /// no hole is an ordinary string. One text of several lines puts all of them on lines.
    pub fn interpolated(parts: impl IntoIterator<Item = Expr>) -> Self {
        let mut segments = Vec::with_capacity(2);
        for part in parts {
            match part {
                Expr::Interpolated(inner) => inner.iter().for_each(|segment| push(&mut segments, segment.clone())),
                other => push(&mut segments, other),
            }
        }
        match segments.as_mut_slice() {
            [] => Expr::String(Text::Borrowed("")),
            [text @ (Expr::String(_) | Expr::Multiline(_))] => std::mem::replace(text, Expr::Null),
            _ => Expr::Interpolated(segments.into()),
        }
    }
}

fn push(segments: &mut Vec<Expr>, segment: Expr) {
    match (segments.last_mut(), segment) {
        (_, Expr::String(text)) if text.is_empty() => {}
        (Some(Expr::String(last)), Expr::String(text)) => last.to_mut().push_str(&text),
        // A text beside one of several lines stands on its lines.
        (Some(last @ (Expr::String(_) | Expr::Multiline(_))), text @ (Expr::String(_) | Expr::Multiline(_))) => {
            let texts = [last.as_text(), text.as_text()].map(Option::unwrap_or_default);
            *last = Expr::Multiline(texts.concat().into());
        }
        (_, segment) => segments.push(segment),
    }
}

macro_rules! literal {
    ($($source:ty => $variant:ident),* $(,)?) => {$(
        impl From<$source> for Expr {
            fn from(value: $source) -> Self {
                Expr::$variant(value.into())
            }
        }
    )*};
}

literal! { bool => Bool, i64 => Int, i32 => Int, u32 => Int, u16 => Int, u8 => Int, &'static str => String, String => String, Text => String }

impl<V: Into<Expr>, const N: usize> From<[V; N]> for Expr {
    fn from(items: [V; N]) -> Self {
        Expr::array(items.map(Into::into))
    }
}

impl<V: Into<Expr>> From<Vec<V>> for Expr {
    fn from(items: Vec<V>) -> Self {
        Expr::array(items.into_iter().map(Into::into))
    }
}
