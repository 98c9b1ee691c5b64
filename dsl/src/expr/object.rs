//! The parts of arrays and objects. They must not know where Bicep needs quotes or line breaks.

use std::rc::Rc;

use super::{Expr, Text};

/// One element of an array.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// `value`
    Value(Expr),
    /// `...array`
    Spread(Rc<Expr>),
}

/// One member of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// `key: value`
    Property(Key, Expr),
    /// `...object`
    Spread(Expr),
}

/// The key of a property.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A name that is known now; it is quoted when printed if it is no identifier.
    Name(Text),
    /// A text that is computed by the deployment: `'${prefix}-key'`, and `'${prefix}'` for what is no string with holes.
    Computed(Rc<Expr>),
}

impl Key {
    /// The name, unless the key is computed by the deployment.
    pub fn as_name(&self) -> Option<&str> {
        match self {
            Key::Name(name) => Some(name),
            Key::Computed(key) => key.as_text(),
        }
    }
}

impl Entry {
    /// The key of a property, if it is known now.
    pub fn name(&self) -> Option<&str> {
        match self {
            Entry::Property(key, _) => key.as_name(),
            Entry::Spread(_) => None,
        }
    }
}

impl<T: Into<Text>> From<T> for Key {
    fn from(name: T) -> Self {
        Key::Name(name.into())
    }
}
