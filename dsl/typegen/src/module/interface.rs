//! What a template takes and gives. It must not know how that is read, or called in Rust.

/// What a module takes and gives.
#[derive(Debug)]
pub(super) struct Interface {
    /// The kind of scope that it is deployed to, as the DSL calls it.
    pub(super) scope: &'static str,
    pub(super) params: Vec<Value>,
    pub(super) outputs: Vec<Value>,
    /// The types that these are made of.
    pub(super) types: Vec<Declared>,
}

/// A param, an output or a property.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    pub(super) note: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Text,
    Number,
    Bool,
    List(Box<Kind>),
    /// Values of any names.
    Map(Box<Kind>),
    /// One of the types of the interface, by its place among them.
    Declared(usize),
    Any,
    Secret(Box<Kind>),
    /// Or null.
    Maybe(Box<Kind>),
}

/// A type with the words that say where it comes from: those of its definition, or of the way to it.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) words: String,
    pub(super) shape: Shape,
}

#[derive(Debug)]
pub(super) enum Shape {
    Object(Object),
    /// One of these texts.
    Choice(Vec<String>),
    /// Objects that a property tells apart, each by its value of it and its place among the types.
    Union(String, Vec<(String, usize)>),
}

#[derive(Debug, Default)]
pub(super) struct Object {
    /// The property that tells it from others, with its value.
    pub(super) constant: Option<(String, String)>,
    pub(super) properties: Vec<Value>,
    /// The kind of values of further names.
    pub(super) others: Option<Kind>,
}
