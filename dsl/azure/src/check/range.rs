//! Ranges of addresses in CIDR notation. It must not know whose they are.

use std::net::IpAddr;

/// A range of addresses: the first and the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    is_v6: bool,
    first: u128,
    last: u128,
}

impl Range {
    /// Reads `10.0.0.0/16` or `fd00::/64`. Nothing, if it is no such text.
    pub(super) fn parse(text: &str) -> Option<Range> {
        let (address, length) = text.split_once('/')?;
        let (is_v6, bits, width) = match address.parse().ok()? {
            IpAddr::V4(address) => (false, u128::from(u32::from(address)), 32),
            IpAddr::V6(address) => (true, u128::from(address), 128),
        };
        let rest: u32 = u32::checked_sub(width, length.parse().ok()?)?;
        let size = 1_u128.checked_shl(rest).map_or(u128::MAX, |size| size - 1);
        Some(Range { is_v6, first: bits & !size, last: bits | size })
    }

    /// By what ranges are put in order.
    pub(super) fn start(&self) -> (bool, u128) {
        (self.is_v6, self.first)
    }

    /// How many addresses there are.
    pub(super) fn size(&self) -> u128 {
        (self.last - self.first).saturating_add(1)
    }

    pub(super) fn overlaps(&self, other: &Range) -> bool {
        self.is_v6 == other.is_v6 && self.first <= other.last && other.first <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::Range;

    #[test]
    fn ranges_overlap_where_they_share_an_address() {
        let overlap = |one, other| Range::parse(one).unwrap().overlaps(&Range::parse(other).unwrap());
        assert!(overlap("10.0.0.0/16", "10.0.255.0/24"));
        assert!(overlap("0.0.0.0/0", "10.0.0.1/32"));
        assert!(!overlap("10.0.0.0/24", "10.0.1.0/24"));
        assert!(overlap("fd00::/48", "fd00:0:0:1::/64"));
        assert!(!overlap("::/0", "0.0.0.0/0"));
        assert_eq!(Range::parse("10.0.0.0"), None);
        assert_eq!(Range::parse("10.0.0.0/33"), None);
    }
}
