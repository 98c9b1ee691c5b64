//! Where a resource can be read or written. It must not know any resource.

/// A set of scopes.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Scopes(u8);

impl Scopes {
    /// The bits of what can only extend another resource.
    pub const EXTENSION_BITS: u8 = 16;

    const NAMES: [(u8, &str); 5] =
        [(1, "tenant"), (2, "management group"), (4, "subscription"), (8, "resource group"), (16, "extension")];

    /// The set from the bits of the official format; none where there are others than the five known ones.
    pub fn from_bits(bits: u64) -> Option<Self> {
        u8::try_from(bits).ok().filter(|bits| *bits < 32).map(Self)
    }

    /// The bits of the official format.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// No scope at all.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The tenant.
    pub fn tenant(self) -> bool {
        self.0 & 1 != 0
    }

    /// A management group.
    pub fn management_group(self) -> bool {
        self.0 & 2 != 0
    }

    /// A subscription.
    pub fn subscription(self) -> bool {
        self.0 & 4 != 0
    }

    /// A resource group.
    pub fn resource_group(self) -> bool {
        self.0 & 8 != 0
    }

    /// Another resource, which it extends.
    pub fn extension(self) -> bool {
        self.0 & 16 != 0
    }

    /// The names in English, from the widest scope to the narrowest.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().filter(move |(bit, _)| self.0 & bit != 0).map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bit_has_its_name() {
        let check = |bits, is: fn(Scopes) -> bool, name: &str| {
            let scopes = Scopes::from_bits(bits).unwrap();
            assert!(is(scopes) && !scopes.is_empty());
            assert_eq!(scopes.names().collect::<Vec<_>>(), [name]);
        };
        check(1, Scopes::tenant, "tenant");
        check(2, Scopes::management_group, "management group");
        check(4, Scopes::subscription, "subscription");
        check(8, Scopes::resource_group, "resource group");
        check(16, Scopes::extension, "extension");
        assert_eq!(Scopes::from_bits(31).unwrap().names().count(), 5);
        assert_eq!(Scopes::from_bits(32), None);
    }
}
