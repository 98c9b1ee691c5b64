//! Whether an address is in a range. It must not know whose they are.

use std::net::Ipv4Addr;

/// Whether an address is in a range such as `10.0.1.0/24`; what is no range has no addresses.
pub(crate) fn is_in(address: Ipv4Addr, range: &str) -> bool {
    let parsed = range.split_once('/').and_then(|(network, bits)| {
        Some((network.parse::<Ipv4Addr>().ok()?, bits.parse::<u32>().ok().filter(|bits| *bits <= 32)?))
    });
    let Some((network, bits)) = parsed else { return false };
    let mask = u32::MAX.checked_shl(32 - bits).unwrap_or(0);
    address.to_bits() & mask == network.to_bits() & mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_have_their_addresses() {
        let is_in = |address: &str, range| is_in(address.parse().unwrap(), range);
        assert!(is_in("10.0.1.0", "10.0.1.0/24") && is_in("10.0.1.255", "10.0.1.0/24"));
        assert!(!is_in("10.0.2.0", "10.0.1.0/24") && !is_in("10.0.0.255", "10.0.1.0/24"));
        assert!(is_in("203.0.113.7", "0.0.0.0/0") && is_in("10.0.0.4", "10.0.0.4/32"));
        assert!(!is_in("10.0.1.4", "10.0.1.0") && !is_in("10.0.1.4", "10.0.1.0/33") && !is_in("10.0.1.4", "::/0"));
    }
}
