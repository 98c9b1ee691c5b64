//! Names of resources that Azure's rules are known to allow, checked at compile time. They must not know what they name.

mod rule;
mod rules;

use std::fmt;
use std::marker::PhantomData;

use dsl::{IntoValue, Value};

#[cfg(feature = "network")]
pub(crate) use self::rule::is_same;
pub use self::rule::{InData, NameRule};
pub use self::rules::{RULES, rule_of};

/// The name of a resource of the type `T`, as Azure allows it. [`name!`](crate::name!) makes it.
pub struct Name<T> {
    text: &'static str,
    of: PhantomData<fn() -> T>,
}

impl<T> Name<T> {
    /// For [`name!`](crate::name!): does not compile with a name that breaks the rule of the type.
    #[doc(hidden)]
    #[track_caller]
    pub const fn checked(ty: &str, text: &'static str) -> Self {
        let Some(rule) = rule_of(ty) else {
            panic!("no rule for names of this type is known: give the text itself, without `name!`")
        };
        if let Some(fault) = rule.fault(text) {
            panic!("{}", fault.text());
        }
        Name { text, of: PhantomData }
    }

    /// The name itself.
    pub const fn text(self) -> &'static str {
        self.text
    }
}

impl<T> Clone for Name<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Name<T> {}

impl<T> fmt::Debug for Name<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Name").field(&self.text).finish()
    }
}

impl<T> From<Name<T>> for Value<String> {
    fn from(name: Name<T>) -> Self {
        Value::text(name.text)
    }
}

impl<T> IntoValue for Name<T> {
    type Type = String;
    fn into_value(self) -> Value<String> {
        self.into()
    }
}

/// The name of a resource, checked at compile time against the rule of its type: `name!(StorageAccount, "contosodata")`.
/// Whatever takes a text takes it.
///
/// The rules are those of [Learn: naming rules](https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules).
/// The check of the graph, `invalid-name`, applies them to all other names, as far as their texts are known.
///
/// ```
/// use azure::prelude::*;
/// use azure::{name, storage::StorageAccount};
///
/// let account = StorageAccount::existing(name!(StorageAccount, "contosodata"));
/// ```
///
/// ```compile_fail
/// use azure::{name, storage::StorageAccount};
///
/// let name = name!(StorageAccount, "Contoso-Data"); // lower-case letters and digits only
/// ```
#[macro_export]
macro_rules! name {
    ($resource:ty, $name:literal $(,)?) => {{
        // An item and no block inside a function: that would be checked by `cargo build` only.
        const NAME: $crate::name::Name<$resource> = $crate::name::Name::checked(<$resource>::TYPE, $name);
        NAME
    }};
}
