//! Built-in roles by their names, each with the type of resource that it makes sense on. One line a role.
//!
//! Names and GUIDs: [Learn: Azure built-in roles](https://learn.microsoft.com/azure/role-based-access-control/built-in-roles).

use std::fmt;
use std::marker::PhantomData;

#[cfg(feature = "cognitive-services")]
use crate::cognitive_services::Account;

/// A role that means something on a `T`. Granting it on another type of resource does not compile.
pub struct Role<T> {
    name: &'static str,
    guid: &'static str,
    on: PhantomData<fn() -> T>,
}

#[allow(dead_code, reason = "there are roles only with the features of their providers")]
impl<T> Role<T> {
    const fn new(name: &'static str, guid: &'static str) -> Self {
        Role { name, guid, on: PhantomData }
    }

    /// The name in the portal: `Cognitive Services OpenAI User`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The name of the role definition, a GUID that is the same in every tenant.
    pub fn guid(&self) -> &'static str {
        self.guid
    }

    /// The symbol of the var that holds the role definition: the name in camel case.
    pub(crate) fn symbol(&self) -> String {
        let mut symbol = String::new();
        for word in self.name.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            if symbol.is_empty() {
                symbol.push_str(&word.to_ascii_lowercase());
            } else {
                symbol.push_str(word);
            }
        }
        symbol
    }
}

impl<T> Clone for Role<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Role<T> {}

impl<T> fmt::Debug for Role<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Role").field(&self.name).finish()
    }
}

/// Roles for resources of the type `R` mean something on this one.
#[diagnostic::on_unimplemented(
    message = "a role for `{R}` means nothing on `{Self}`",
    label = "this is another type of resource",
    note = "choose a role that `azure::role` declares for this type of resource"
)]
pub trait TakesRolesFor<R> {}

impl<R> TakesRolesFor<R> for R {}

#[cfg(feature = "cognitive-services")]
macro_rules! roles {
    ($($(#[$doc:meta])* $constant:ident: $on:ty = $name:literal, $guid:literal;)*) => {$(
        $(#[$doc])*
        pub const $constant: Role<$on> = Role::new($name, $guid);
    )*};
}

#[cfg(feature = "cognitive-services")]
roles! {
    /// May call the models of an account; may not change or deploy anything.
    COGNITIVE_SERVICES_OPENAI_USER: Account =
        "Cognitive Services OpenAI User", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";
    /// May call and deploy the models of an account.
    COGNITIVE_SERVICES_OPENAI_CONTRIBUTOR: Account =
        "Cognitive Services OpenAI Contributor", "a001fd3d-188f-4b5d-821b-7da978bf7442";
    /// May call every service of an account.
    COGNITIVE_SERVICES_USER: Account = "Cognitive Services User", "a97b65f3-24c7-4388-baec-2e87135dc908";
}
