//! Small constructors, so that a tree reads in the order in which Bicep would print it.

use std::rc::Rc;

use super::{Accessor, BinaryOperator, Call, Entry, Expr, For, Item, Key, Lambda, Segment, Text, UnaryOperator};

impl Expr {
    /// `'text'`
    pub fn string(text: impl Into<Text>) -> Self {
        Expr::String(text.into())
    }

    /// `[item, item]`
    pub fn array(items: impl IntoIterator<Item = Expr>) -> Self {
        Expr::Array(Rc::new(items.into_iter().map(Item::Value).collect()))
    }

    /// `{ key: value }`
    pub fn object<K: Into<Key>>(properties: impl IntoIterator<Item = (K, Expr)>) -> Self {
        let entries = properties.into_iter().map(|(key, value)| Entry::Property(key.into(), value));
        Expr::Object(Rc::new(entries.collect()))
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

    /// `self` followed by any accessor.
    pub fn access(self, accessor: Accessor) -> Self {
        Expr::Access(Rc::new((self, accessor)))
    }

    /// `!operand`, `-operand`
    pub fn unary(operator: UnaryOperator, operand: Expr) -> Self {
        Expr::Unary(Rc::new((operator, operand)))
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
    /// no hole is an ordinary string.
    pub fn interpolated(parts: impl IntoIterator<Item = Expr>) -> Self {
        let mut segments = Vec::with_capacity(2);
        for part in parts {
            push_part(&mut segments, part);
        }
        match segments.as_mut_slice() {
            [] => Expr::String(Text::Borrowed("")),
            [Segment::Text(text)] => Expr::String(std::mem::take(text)),
            _ => Expr::Interpolated(Rc::new(segments)),
        }
    }
}

fn push_part(segments: &mut Vec<Segment>, part: Expr) {
    match part {
        Expr::String(text) => push_text(segments, text),
        Expr::Interpolated(inner) => match Rc::try_unwrap(inner) {
            Ok(inner) => inner.into_iter().for_each(|segment| push_segment(segments, segment)),
            Err(shared) => shared.iter().for_each(|segment| push_segment(segments, segment.clone())),
        },
        hole => segments.push(Segment::Hole(hole)),
    }
}

fn push_segment(segments: &mut Vec<Segment>, segment: Segment) {
    match segment {
        Segment::Text(text) => push_text(segments, text),
        Segment::Hole(hole) => segments.push(Segment::Hole(hole)),
    }
}

fn push_text(segments: &mut Vec<Segment>, text: Text) {
    match segments.last_mut() {
        _ if text.is_empty() => {}
        Some(Segment::Text(last)) => last.to_mut().push_str(&text),
        _ => segments.push(Segment::Text(text)),
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
