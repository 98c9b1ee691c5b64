//! One resource type at one version, as the directory lists it. It must not know what the type consists of.

use crate::Scopes;

/// A resource type at one version.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Entry {
    /// The full name, such as `Microsoft.Search/searchServices`.
    pub name: String,
    /// The API version, such as `2025-05-01`.
    pub api_version: String,
    /// Where it can be read.
    pub readable_scopes: Scopes,
    /// Where it can be written; nowhere if it can only be referred to.
    pub writable_scopes: Scopes,
}

impl Entry {
    /// Whether the version is no preview: nothing follows its date.
    pub fn is_stable(&self) -> bool {
        let of_date = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
        self.api_version.len() == 10 && self.api_version.bytes().enumerate().all(of_date)
    }

    /// Whether this is the type of that name; case does not matter to Azure.
    pub fn is_named(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The full name of the type that an instance of this one lies in, if any.
    pub fn parent(&self) -> Option<&str> {
        self.name.rsplit_once('/').map(|(parent, _)| parent).filter(|parent| parent.contains('/'))
    }
}
