//! The names that Azure takes for subnets, and those that it keeps for services of its own. It must not know addresses.

use crate::name::is_same;

/// The names that Azure keeps for its own services, with the longest prefix that each may have.
const RESERVED: [(&str, u32); 5] = [
    ("AzureBastionSubnet", 26),
    ("AzureFirewallManagementSubnet", 26),
    ("AzureFirewallSubnet", 26),
    ("GatewaySubnet", 29),
    ("RouteServerSubnet", 27),
];

/// The name is valid: 1 to 80 letters, digits, `_`, `.` and `-`, a letter or digit first, and none of `.` and `-` last.
pub(super) const fn is_valid(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        if !matches!(bytes[index], b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'.' | b'-') {
            return false;
        }
        index += 1;
    }
    let begins_well = matches!(bytes, [first, ..] if first.is_ascii_alphanumeric());
    begins_well && bytes.len() <= 80 && !matches!(bytes, [.., b'.' | b'-'])
}

/// The longest prefix that a subnet of this name may have, if Azure keeps the name for a service.
pub(super) const fn reserved(name: &str) -> Option<u32> {
    let mut index = 0;
    while index < RESERVED.len() {
        if is_same(name, RESERVED[index].0) {
            return Some(RESERVED[index].1);
        }
        index += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_rules() {
        for name in ["a", "1", "a_", "workload", "private-endpoints", "a.b", "GatewaySubnet", "_".repeat(80).as_str()] {
            assert_eq!(is_valid(name), !name.starts_with('_'), "{name}");
        }
        assert!(is_valid(&"a".repeat(80)) && !is_valid(&"a".repeat(81)));
        for name in ["", "-a", ".a", "_a", "a-", "a.", "a b", "a/b", "é", "aé"] {
            assert!(!is_valid(name), "{name}");
        }
    }

    #[test]
    fn reserved_names_are_known_in_any_case() {
        assert_eq!(reserved("azurebastionsubnet"), Some(26));
        assert_eq!(reserved("RouteServerSubnet"), Some(27));
        for name in ["workload", "GatewaySubnet2", "GatewaySubne", ""] {
            assert_eq!(reserved(name), None, "{name}");
        }
    }
}
