//! Built-in roles, each with the types of resources that it means something on. They must not know who is granted what.
//!
//! What a role may do: [Learn: Azure built-in roles](https://learn.microsoft.com/azure/role-based-access-control/built-in-roles).

use dsl::{RawResource, ResourceType};

/// A built-in role of Azure.
pub trait Role: Copy {
    /// The name in the portal: `Cognitive Services OpenAI User`.
    const NAME: &'static str;
    /// The name of the role definition, a GUID that is the same in every tenant.
    const GUID: &'static str;
}

/// A role that does not let its holder give away roles, nor do nearly everything.
#[diagnostic::on_unimplemented(
    message = "`{Self}` may do nearly everything, or give away roles",
    label = "this role needs a written reason",
    note = "grant a narrower role, or say why not: `g.grant_privileged(symbol, who, role, target, \"why\")`"
)]
pub trait Narrow: Role {}

/// The role `R` means something on this type of resource, or on what is declared under it.
#[diagnostic::on_unimplemented(
    message = "the role `{R}` means nothing on `{Self}`",
    label = "this is another type of resource",
    note = "choose a role that `azure::role` lists for this type of resource"
)]
pub trait TakesRole<R: Role> {}

/// The symbol of the var that holds a role definition: the role's name in camel case.
pub(crate) fn symbol<R: Role>() -> String {
    let mut symbol = String::new();
    for word in R::NAME.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if symbol.is_empty() {
            symbol.push_str(&word.to_ascii_lowercase());
        } else {
            symbol.push_str(word);
        }
    }
    symbol
}

/// Roles as types, one line a role: where it means something, after the feature that has such resources.
macro_rules! roles {
    ($($breadth:ident $role:ident = $name:literal, $guid:literal on $targets:tt;)*) => {
        /// The GUID and the name of every role here.
        pub(super) const NAMES: &[(&str, &str)] = &[$(($guid, $name)),*];
$(
        #[doc = concat!("The role *", $name, "*, `", $guid, "`.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $role;

        impl super::Role for $role {
            const NAME: &'static str = $name;
            const GUID: &'static str = $guid;
        }

        breadth! { $breadth $role }
        targets! { $role $targets }
    )*};
}

macro_rules! breadth {
    (narrow $role:ident) => {
        #[diagnostic::do_not_recommend]
        impl super::Narrow for $role {}
    };
    (privileged $role:ident) => {};
}

macro_rules! targets {
    ($role:ident any) => {
        #[diagnostic::do_not_recommend]
        impl<T: super::ResourceType> super::TakesRole<$role> for T {}
    };
    ($role:ident [$($feature:literal $module:ident::$target:ident),*]) => {
        $(
            #[cfg(feature = $feature)]
            #[diagnostic::do_not_recommend]
            impl super::TakesRole<$role> for crate::$module::$target {}
        )*

        #[diagnostic::do_not_recommend]
        impl super::TakesRole<$role> for super::RawResource {}
    };
}

mod list;

pub use self::list::*;

/// The name of a built-in role, by its GUID.
pub fn name_of(guid: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == guid).map(|(_, name)| *name)
}
