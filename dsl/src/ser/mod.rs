//! The one way from Rust values to expressions: a serde serializer whose output is a tree.
//! It must not know how the tree is printed, nor which struct belongs to which resource.

mod compound;
mod error;
mod session;

use serde::ser::{Serialize, Serializer};

use self::compound::{Fields, Items, Variant};
pub use self::error::Error;
use self::error::{unsupported, widen};
use crate::expr::{Entry, Expr, Text};

/// Turns any serializable value into an expression. Expressions inside it stay what they are.
///
/// A field that is `None` is left out. Refused, because Bicep has no form for it or would change it silently: floats,
/// `char`, bytes, `()`, integers beyond 64 bits with sign, and `None` anywhere but directly in a field.
///
/// # Errors
/// The first value that is refused, with its path.
///
/// ```
/// let expr = dsl::to_expr(&["10.0.0.0/16"])?;
/// assert_eq!(expr.to_string(), "['10.0.0.0/16']");
/// assert_eq!(dsl::to_expr(&[1.5]).unwrap_err().to_string(), "[0]: Bicep has no floats; use `json('1.5')` or a string");
/// # Ok::<(), dsl::SerializeError>(())
/// ```
pub fn to_expr<T: Serialize + ?Sized>(value: &T) -> Result<Expr, Error> {
    session::run(|| value.serialize(ToExpr)?.ok_or_else(error::none))
}

/// An expression travels through serde as a number, and is found again by it.
impl Serialize for Expr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match session::deposit(self) {
            Some(ticket) => serializer.serialize_newtype_struct(session::MARKER, &ticket),
            None => serializer.collect_str(self),
        }
    }
}

impl<T: ?Sized> Serialize for crate::Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.expr().serialize(serializer)
    }
}

/// `None` is no expression: the layer above leaves the field out or refuses it.
type Output = Option<Expr>;

#[derive(Clone, Copy)]
struct ToExpr;

impl Serializer for ToExpr {
    type Ok = Output;
    type Error = Error;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Variant<Items>;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Variant<Fields>;

    fn serialize_bool(self, value: bool) -> Result<Output, Error> {
        Ok(Some(Expr::Bool(value)))
    }

    fn serialize_i64(self, value: i64) -> Result<Output, Error> {
        Ok(Some(Expr::Int(value)))
    }

    fn serialize_u64(self, value: u64) -> Result<Output, Error> {
        i64::try_from(value).map(|value| Some(Expr::Int(value))).map_err(|_| error::integer(value))
    }

    fn serialize_i128(self, value: i128) -> Result<Output, Error> {
        i64::try_from(value).map(|value| Some(Expr::Int(value))).map_err(|_| error::integer(value))
    }

    fn serialize_u128(self, value: u128) -> Result<Output, Error> {
        i64::try_from(value).map(|value| Some(Expr::Int(value))).map_err(|_| error::integer(value))
    }

    fn serialize_str(self, value: &str) -> Result<Output, Error> {
        Ok(Some(Expr::String(Text::Owned(value.to_owned()))))
    }

    fn serialize_none(self) -> Result<Output, Error> {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Output, Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Output, Error> {
        Ok(Some(Expr::string(variant)))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<Output, Error> {
        if name == session::MARKER { session::redeem(value).map(Some) } else { value.serialize(self) }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Output, Error> {
        let value = value.serialize(self).and_then(|value| value.ok_or_else(error::none));
        Ok(Some(wrap(variant, value.map_err(|error| error.under(variant))?)))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items, Error> {
        Ok(Items::with_capacity(length.unwrap_or(0)))
    }

    fn serialize_tuple(self, length: usize) -> Result<Items, Error> {
        Ok(Items::with_capacity(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Items, Error> {
        Ok(Items::with_capacity(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Variant<Items>, Error> {
        Ok(Variant::new(variant, Items::with_capacity(length)))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Fields, Error> {
        Ok(Fields::with_capacity(length.unwrap_or(0)))
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Fields, Error> {
        Ok(Fields::with_capacity(length))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Variant<Fields>, Error> {
        Ok(Variant::new(variant, Fields::with_capacity(length)))
    }

    widen! {
        serialize_i8(i8) => serialize_i64,
        serialize_i16(i16) => serialize_i64,
        serialize_i32(i32) => serialize_i64,
        serialize_u8(u8) => serialize_i64,
        serialize_u16(u16) => serialize_i64,
        serialize_u32(u32) => serialize_i64,
    }
    unsupported! {
        serialize_f32(f32) => error::float,
        serialize_f64(f64) => error::float,
        serialize_char(char) => error::character,
        serialize_bytes(&[u8]) => error::bytes,
    }

    fn serialize_unit(self) -> Result<Output, Error> {
        Err(error::unit())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Output, Error> {
        Err(error::unit())
    }
}

/// `{ variant: value }`, how serde writes an enum's variant that holds something.
fn wrap(variant: &'static str, value: Expr) -> Expr {
    Expr::Object(vec![Entry::Property(variant.into(), value)].into())
}
