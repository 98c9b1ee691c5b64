//! What the catalogue offers, as data: the types of resources that are structs, and the built-in roles, whatever features are
//! on. It must not know who looks something up.

/// A type of resource that is a struct.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Listed {
    /// The type as Azure spells it: `Microsoft.KeyVault/vaults`.
    pub ty: &'static str,
    /// The version of the struct.
    pub version: &'static str,
    /// The struct, seen from this crate: `key_vault::Vault`.
    pub path: &'static str,
    /// The feature that has it: `key-vault`.
    pub feature: &'static str,
}

/// A built-in role.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BuiltIn {
    /// The name in the portal: `Key Vault Secrets User`.
    pub name: &'static str,
    /// The name of its definition, the same in every tenant.
    pub guid: &'static str,
    /// The type in `azure::role`: `KeyVaultSecretsUser`.
    pub ident: &'static str,
    /// Whether it may do nearly everything, or give away roles, so that a grant needs a reason.
    pub is_privileged: bool,
    /// The structs that it means something on, and those that they are declared under; none where it is all of them.
    pub targets: Option<&'static [&'static str]>,
}

impl BuiltIn {
    /// Whether it is for this type in particular.
    pub fn is_for(&self, listed: &Listed) -> bool {
        self.targets.is_some_and(|targets| targets.contains(&listed.path))
    }

    /// The types that it is for in particular.
    pub fn types(&self) -> impl Iterator<Item = &'static Listed> {
        TYPES.iter().filter(|listed| self.is_for(listed))
    }
}

/// Types, one line a type: its feature, its struct, its name and its version.
macro_rules! types {
    ($($feature:literal $module:ident::$name:ident = $ty:literal, $version:literal;)*) => {
        /// Every type of the catalogue, by its name.
        pub const TYPES: &[super::Listed] = &[$(super::Listed {
            ty: $ty,
            version: $version,
            path: concat!(stringify!($module), "::", stringify!($name)),
            feature: $feature,
        }),*];
    };
}

/// The list of `azure::role` once more: there a line becomes a type, here it stays data.
macro_rules! roles {
    ($($breadth:ident $role:ident = $name:literal, $guid:literal on $targets:tt;)*) => {
        /// Every built-in role of the catalogue, by its name.
        pub const ROLES: &[super::BuiltIn] = &[$(super::BuiltIn {
            name: $name,
            guid: $guid,
            ident: stringify!($role),
            is_privileged: is_privileged!($breadth),
            targets: targets!($targets),
        }),*];
    };
}

macro_rules! is_privileged {
    (narrow) => {
        false
    };
    (privileged) => {
        true
    };
}

macro_rules! targets {
    (any) => {
        None
    };
    ([$($feature:literal $module:ident::$target:ident),*]) => {
        Some(&[$(concat!(stringify!($module), "::", stringify!($target))),*])
    };
}

mod list;
#[expect(clippy::duplicate_mod, reason = "one list, by two macros: types there, data here")]
#[path = "../role/list.rs"]
mod role_list;

pub use self::list::TYPES;
pub use self::role_list::ROLES;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_role_is_for_is_found_by_its_name() {
        let role = ROLES.iter().find(|role| role.name == "Key Vault Secrets User").unwrap();
        assert_eq!((role.ident, role.is_privileged), ("KeyVaultSecretsUser", false));
        assert!(role.types().any(|listed| listed.ty == "Microsoft.KeyVault/vaults" && listed.feature == "key-vault"));
        let owner = ROLES.iter().find(|role| role.name == "Owner").unwrap();
        assert_eq!((owner.is_privileged, owner.targets), (true, None));
    }

    #[test]
    fn every_target_is_a_type_of_the_catalogue() {
        for role in ROLES {
            let targets = role.targets.unwrap_or_default();
            assert_eq!(role.types().count(), targets.len(), "{}: {targets:?}", role.name);
        }
    }
}
