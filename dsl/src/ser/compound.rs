//! Lists, maps and structs on their way to arrays and objects. The layer that knows where `None` may stand.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::error::{self, Error};
use super::{Output, ToExpr, wrap};
use crate::expr::{Entry, Expr, Item, Key};

/// An array that grows.
pub(super) struct Items(Vec<Item>);

impl Items {
    pub(super) fn with_capacity(length: usize) -> Self {
        Items(Vec::with_capacity(length))
    }

    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let value = value.serialize(ToExpr).and_then(|value| value.ok_or_else(error::none));
        self.0.push(Item::Value(value.map_err(|error| error.at(self.0.len()))?));
        Ok(())
    }

    fn finish(self) -> Expr {
        Expr::Array(self.0.into())
    }
}

/// An object that grows.
pub(super) struct Fields {
    entries: Vec<Entry>,
    /// The key of a map waits here for its value.
    key: Option<Key>,
}

impl Fields {
    pub(super) fn with_capacity(length: usize) -> Self {
        Fields { entries: Vec::with_capacity(length), key: None }
    }

    /// Adds a field unless it is `None`.
    fn push<T: Serialize + ?Sized>(&mut self, key: Key, value: &T) -> Result<(), Error> {
        match value.serialize(ToExpr) {
            Ok(Some(value)) => self.entries.push(Entry::Property(key, value)),
            Ok(None) => {}
            Err(error) => return Err(error.under(key.as_name().unwrap_or("${…}"))),
        }
        Ok(())
    }

    fn finish(self) -> Expr {
        Expr::Object(self.entries.into())
    }
}

/// `Expr` itself says what a key may be: a string, or what JSON serializers too accept in its place.
fn key<T: Serialize + ?Sized>(value: &T) -> Result<Key, Error> {
    match value.serialize(ToExpr)? {
        Some(Expr::String(name)) => Ok(Key::Name(name)),
        Some(Expr::Int(number)) => Ok(Key::Name(number.to_string().into())),
        Some(Expr::Bool(value)) => Ok(Key::Name(value.to_string().into())),
        Some(Expr::Array(_)) => Err(error::key("a list")),
        Some(Expr::Object(_)) => Err(error::key("an object")),
        Some(Expr::Null) | None => Err(error::key("null")),
        // A key that is computed must be an interpolated string in Bicep: `'${name}'`.
        Some(computed) => Ok(Key::Computed(Expr::interpolated([computed]).into())),
    }
}

/// A struct or tuple inside an enum: `{ variant: content }`.
pub(super) struct Variant<C> {
    name: &'static str,
    content: C,
}

impl<C> Variant<C> {
    pub(super) fn new(name: &'static str, content: C) -> Self {
        Variant { name, content }
    }
}

impl SerializeSeq for Items {
    type Ok = Output;
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }
    fn end(self) -> Result<Output, Error> {
        Ok(Some(self.finish()))
    }
}

impl SerializeTuple for Items {
    type Ok = Output;
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }
    fn end(self) -> Result<Output, Error> {
        Ok(Some(self.finish()))
    }
}

impl SerializeTupleStruct for Items {
    type Ok = Output;
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }
    fn end(self) -> Result<Output, Error> {
        Ok(Some(self.finish()))
    }
}

impl SerializeTupleVariant for Variant<Items> {
    type Ok = Output;
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.content.push(value).map_err(|error| error.under(self.name))
    }
    fn end(self) -> Result<Output, Error> {
        Ok(Some(wrap(self.name, self.content.finish())))
    }
}

impl SerializeMap for Fields {
    type Ok = Output;
    type Error = Error;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Error> {
        self.key = Some(key(name)?);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let key = self.key.take().ok_or_else(|| error::key("missing"))?;
        // Flattened structs arrive here too, and may bring a name that is there already.
        match key.as_name() {
            Some(name) if self.entries.iter().any(|entry| entry.name() == Some(name)) => Err(error::duplicate(name)),
            _ => self.push(key, value),
        }
    }
    fn end(self) -> Result<Output, Error> {
        Ok(Some(self.finish()))
    }
}

impl SerializeStruct for Fields {
    type Ok = Output;
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.push(name.into(), value)
    }
    fn end(self) -> Result<Output, Error> {
        Ok(Some(self.finish()))
    }
}

impl SerializeStructVariant for Variant<Fields> {
    type Ok = Output;
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.content.push(name.into(), value).map_err(|error| error.under(self.name))
    }
    fn end(self) -> Result<Output, Error> {
        Ok(Some(wrap(self.name, self.content.finish())))
    }
}
