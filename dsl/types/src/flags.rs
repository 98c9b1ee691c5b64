//! What can be done with a property. It must not know any property.

/// The flags of a property, in the bits of the official format.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Flags(u8);

impl Flags {
    /// The flags from the bits of the official format; none where there are others than the five known ones.
    pub fn from_bits(bits: u64) -> Option<Self> {
        u8::try_from(bits).ok().filter(|bits| *bits < 32).map(Self)
    }

    /// The bits of the official format.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// It has to be written. The data also marks read-only properties so, which nobody can write.
    pub fn is_required(self) -> bool {
        self.0 & 1 != 0 && !self.is_read_only()
    }

    /// It cannot be written.
    pub fn is_read_only(self) -> bool {
        self.0 & 2 != 0
    }

    /// It cannot be read back.
    pub fn is_write_only(self) -> bool {
        self.0 & 4 != 0
    }

    /// It is known before the deployment begins.
    pub fn is_deploy_time_constant(self) -> bool {
        self.0 & 8 != 0
    }

    /// It identifies what it belongs to, as an item of a list.
    pub fn is_identifier(self) -> bool {
        self.0 & 16 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_only_property_is_never_required() {
        let flags = |bits| Flags::from_bits(bits).unwrap();
        assert!(flags(1).is_required() && flags(9).is_required() && flags(5).is_required());
        assert!(!flags(3).is_required() && flags(3).is_read_only());
        assert!(flags(4).is_write_only() && flags(8).is_deploy_time_constant() && flags(16).is_identifier());
        assert_eq!(Flags::from_bits(32), None);
    }
}
