//! Why a value cannot become an expression, and where in it. It must not know where in a graph the value stands.

use std::fmt::{self, Display};

/// A value that Bicep has no form for.
///
/// Displayed as the path inside the value that was serialized, and what to do: `sizes[2].ratio: Bicep has no floats; …`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Error {
    message: String,
    path: String,
}

impl Error {
    /// The path inside the value that was serialized: `sizes[2].ratio`; empty for the value itself.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong and what to do, without the path.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The same error, seen from the object that holds the value as `key`.
    pub(super) fn under(mut self, key: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{key}{dot}{}", self.path);
        self
    }

    /// The same error, seen from the list that holds the value at `index`.
    pub(super) fn at(self, index: usize) -> Self {
        self.under(&format!("[{index}]"))
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl serde::ser::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        error(message.to_string())
    }
}

impl From<Error> for crate::expr::Expr {
    fn from(error: Error) -> Self {
        crate::expr::Expr::Invalid(error.into())
    }
}

fn error(message: String) -> Error {
    Error { message, path: String::new() }
}

pub(super) fn none() -> Error {
    error(
        "`None` leaves out a field, and there is no field here; drop it, or write `Expr::Null` for an explicit null"
            .into(),
    )
}

pub(super) fn integer(value: impl Display) -> Error {
    error(format!("{value} is beyond Bicep's 64-bit integers with sign; use a string"))
}

pub(super) fn float(value: impl Display) -> Error {
    error(format!("Bicep has no floats; use `json('{value}')` or a string"))
}

pub(super) fn character(value: char) -> Error {
    error(format!("Bicep has no characters; use a string of one: {:?}", value.to_string()))
}

pub(super) fn bytes(value: &[u8]) -> Error {
    error(format!("Bicep has no bytes ({} given); use a string in base64", value.len()))
}

pub(super) fn unit() -> Error {
    error(
        "`()` has no form in Bicep; use `Option::None` to leave a field out, or `Expr::Null` for an explicit null"
            .into(),
    )
}

pub(super) fn key(what: &str) -> Error {
    error(format!("the key of an object must be a string, not {what}"))
}

pub(super) fn duplicate(name: &str) -> Error {
    error(format!("the key `{name}` is given twice"))
}

pub(super) fn lost(expressions: &[String]) -> Error {
    let list = expressions.join("`, `");
    error(format!(
        "expressions were lost on the way through another serializer: `{list}`; serialize them with `to_expr` only"
    ))
}

pub(super) fn unknown_ticket() -> Error {
    error("an expression was serialized outside `to_expr` and cannot be found again".into())
}

/// One method a line for what is refused.
macro_rules! unsupported {
    ($($method:ident($type:ty) => $error:expr),* $(,)?) => {$(
        fn $method(self, value: $type) -> Result<Self::Ok, Error> {
            Err($error(value))
        }
    )*};
}

/// One method a line for each smaller number that is handled as a larger one.
macro_rules! widen {
    ($($method:ident($type:ty) => $target:ident),* $(,)?) => {$(
        fn $method(self, value: $type) -> Result<Self::Ok, Error> {
            self.$target(value.into())
        }
    )*};
}

pub(super) use {unsupported, widen};
