//! Lists of a fixed length whose items have types of their own. It must not know what stands in them.

use super::{IntoValue, Value, ValueOf};
use crate::expr::Expr;

macro_rules! tuples {
    ($(($($item:ident $given:ident $value:ident $method:ident $index:literal $position:literal),*))*) => {$(
        impl<$($item, $given: ValueOf<$item>),*> From<($($given,)*)> for Value<($($item,)*)> {
            fn from(($($value,)*): ($($given,)*)) -> Self {
                Value::new(Expr::array([$($value.into().into()),*]))
            }
        }

        impl<$($given: IntoValue),*> IntoValue for ($($given,)*) {
            type Type = ($($given::Type,)*);
            fn into_value(self) -> Value<Self::Type> {
                let ($($value,)*) = self;
                Value::new(Expr::array([$($value.into_value().into()),*]))
            }
        }

        impl<$($item),*> Value<($($item,)*)> {
            $(
                #[doc = concat!("The ", $position, " item of the tuple.")]
                pub fn $method(&self) -> Value<$item> {
                    Value::new(self.expr().clone().index($index))
                }
            )*
        }
    )*};
}

tuples! {
    (A X a first 0 "first", B Y b second 1 "second")
    (A X a first 0 "first", B Y b second 1 "second", C Z c third 2 "third")
    (A X a first 0 "first", B Y b second 1 "second", C Z c third 2 "third", D W d fourth 3 "fourth")
}
