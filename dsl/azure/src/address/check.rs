//! What must hold in an address plan, as functions that constant items call: a fault is an error of the compiler that
//! says what to do. It must not know how a plan is written.

use super::block::{Block, Malformed};
use super::name;
use super::sentence::Sentence;

/// The smallest network and subnet of Azure: eight addresses.
const LONGEST: u32 = 29;
/// The largest network of Azure.
const SHORTEST: u32 = 8;
/// Ranges with another meaning, of which no network may have an address.
const SPECIAL: [&str; 5] = ["127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32"];

/// What is wrong about a network's range.
pub(super) const fn network_fault(prefix: &str) -> Option<Sentence> {
    let subject = Sentence::of(&["the network's range `", prefix, "` "]);
    match Block::parse(prefix) {
        Err(malformed) => Some(malformed_fault(subject, malformed)),
        Ok(block) if block.length() > LONGEST => Some(fault(subject, "is too small: a network has a `/29` or more")),
        Ok(block) if block.length() < SHORTEST => Some(fault(subject, "is too large: a network has a `/8` or less")),
        Ok(block) => special_fault(subject, block),
    }
}

const fn special_fault(mut subject: Sentence, block: Block) -> Option<Sentence> {
    let mut index = 0;
    while index < SPECIAL.len() {
        if let Ok(special) = Block::parse(SPECIAL[index])
            && special.overlaps(block)
        {
            subject.push("overlaps `");
            special.write(&mut subject);
            return Some(fault(subject, "`, which Azure does not take: choose a private one, such as `10.0.0.0/16`"));
        }
        index += 1;
    }
    None
}

/// What is wrong about a subnet of a network. What is wrong about the network is not said again.
pub(super) const fn subnet_fault(network: &str, (subnet, prefix): (&str, &str)) -> Option<Sentence> {
    if !name::is_valid(subnet) {
        let rule = "is no name for a subnet: begin with a letter or digit, go on with up to 79 letters, digits, `_`, \
                    `.` and `-`, and end with none of `.` and `-`";
        return Some(fault(Sentence::of(&["`", subnet, "` "]), rule));
    }
    let subject = Sentence::of(&["the subnet `", subnet, "` (`", prefix, "`) "]);
    let block = match Block::parse(prefix) {
        Err(malformed) => return Some(malformed_fault(subject, malformed)),
        Ok(block) => block,
    };
    match Block::parse(network) {
        Ok(outer) if !outer.contains(block) => {
            let parts = [subject.text(), "lies outside the network: choose a range inside `", network, "`"];
            Some(Sentence::of(&parts))
        }
        _ => size_fault(subject, block, name::reserved(subnet)),
    }
}

const fn size_fault(mut subject: Sentence, block: Block, reserved: Option<u32>) -> Option<Sentence> {
    let longest = match reserved {
        Some(longest) => longest,
        None => LONGEST,
    };
    if block.length() <= longest {
        return None;
    }
    subject.push("is too small: Azure wants at least a `/");
    subject.push_number(longest);
    Some(fault(subject, if reserved.is_some() { "` for a subnet of this name" } else { "`, eight addresses" }))
}

/// What is wrong about the subnets together, each with its name and its range.
pub(super) const fn subnets_fault(subnets: &[(&str, &str)]) -> Option<Sentence> {
    let mut index = 0;
    while index < subnets.len() {
        let mut before = 0;
        while before < index {
            if let Some(fault) = pair_fault(subnets[before], subnets[index]) {
                return Some(fault);
            }
            before += 1;
        }
        index += 1;
    }
    None
}

const fn pair_fault((a, a_prefix): (&str, &str), (b, b_prefix): (&str, &str)) -> Option<Sentence> {
    if name::is_same(a, b) {
        let rule = ", for Azure does not tell names apart by case: give each subnet its own name";
        return Some(Sentence::of(&["the subnets `", a, "` and `", b, "` have the same name", rule]));
    }
    if overlap(a_prefix, b_prefix) {
        let subnets = ["the subnets `", a, "` (`", a_prefix, "`) and `", b, "` (`", b_prefix];
        return Some(fault(Sentence::of(&subnets), "`) overlap: give each subnet addresses of its own"));
    }
    None
}

/// What is wrong about two networks that are to be peered, each with its plan's name and its range.
pub(super) const fn peers_fault((a, a_prefix): (&str, &str), (b, b_prefix): (&str, &str)) -> Option<Sentence> {
    if overlap(a_prefix, b_prefix) {
        let plans = ["the plans `", a, "` (`", a_prefix, "`) and `", b, "` (`", b_prefix];
        return Some(fault(Sentence::of(&plans), "`) overlap: networks that are peered need ranges of their own"));
    }
    None
}

const fn overlap(a: &str, b: &str) -> bool {
    matches!((Block::parse(a), Block::parse(b)), (Ok(a), Ok(b)) if a.overlaps(b))
}

const fn malformed_fault(mut subject: Sentence, malformed: Malformed) -> Sentence {
    match malformed {
        Malformed::Notation => fault(
            subject,
            "is not in CIDR notation: write four numbers from 0 to 255, a slash and a length, as in `10.0.0.0/24`",
        ),
        Malformed::Length => {
            fault(subject, "has more than 32 behind the slash: write the number of bits that are fixed")
        }
        Malformed::HostBits(block) => {
            subject.push("does not begin where its range begins: write `");
            block.write(&mut subject);
            fault(subject, "`")
        }
    }
}

const fn fault(mut subject: Sentence, rule: &str) -> Sentence {
    subject.push(rule);
    subject
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fault: Option<&Sentence>, expected: &str) {
        let sentence = fault.map(|sentence| sentence.text().to_owned()).unwrap_or_default();
        assert!(sentence.contains(expected) && sentence.is_empty() == expected.is_empty(), "{sentence}");
    }

    #[test]
    fn networks_have_bounds() {
        for prefix in ["10.0.0.0/8", "10.0.0.0/29", "192.168.0.0/16", "168.63.129.0/28"] {
            check(network_fault(prefix).as_ref(), "");
        }
        check(network_fault("10.0.0.0/30").as_ref(), "is too small");
        check(network_fault("10.0.0.0/7").as_ref(), "is too large");
        check(network_fault("10.0.0.1/16").as_ref(), "write `10.0.0.0/16`");
        check(network_fault("10.0.0.0/33").as_ref(), "has more than 32 behind the slash");
        check(network_fault("10.0.0/16").as_ref(), "is not in CIDR notation");
        for (prefix, special) in [
            ("127.1.0.0/16", "127.0.0.0/8"),
            ("168.63.0.0/16", "168.63.129.16/32"),
            ("169.254.1.0/24", "169.254.0.0/16"),
            ("239.0.0.0/8", "224.0.0.0/4"),
            ("255.255.255.248/29", "255.255.255.255/32"),
        ] {
            check(network_fault(prefix).as_ref(), special);
        }
    }

    #[test]
    fn subnets_are_valid_and_inside() {
        let subnet = |name, prefix| subnet_fault("10.0.0.0/16", (name, prefix));
        check(subnet("a", "10.0.0.0/16").as_ref(), "");
        check(subnet("a", "10.0.0.0/29").as_ref(), "");
        check(subnet("a", "10.0.0.0/30").as_ref(), "at least a `/29`, eight addresses");
        check(subnet("a", "10.1.0.0/24").as_ref(), "choose a range inside `10.0.0.0/16`");
        check(subnet("a", "10.0.0.0/8").as_ref(), "lies outside");
        check(subnet("a", "10.0.0.5/24").as_ref(), "write `10.0.0.0/24`");
        check(subnet("a b", "10.0.0.0/24").as_ref(), "`a b` is no name for a subnet");
        check(subnet_fault("10.0.0.0/99", ("a", "10.1.0.0/24")).as_ref(), "");
    }

    #[test]
    fn reserved_names_need_room() {
        for (name, longest) in [
            ("AzureBastionSubnet", 26),
            ("AzureFirewallSubnet", 26),
            ("AzureFirewallManagementSubnet", 26),
            ("GatewaySubnet", 29),
            ("RouteServerSubnet", 27),
        ] {
            let subnet = |length: u32| subnet_fault("10.0.0.0/16", (name, &format!("10.0.0.0/{length}")));
            check(subnet(longest).as_ref(), "");
            check(subnet(longest + 1).as_ref(), &format!("at least a `/{longest}` for a subnet of this name"));
        }
    }

    #[test]
    fn subnets_are_apart() {
        check(subnets_fault(&[("a", "10.0.0.0/24"), ("b", "10.0.1.0/24"), ("c", "10.0.2.0/24")]).as_ref(), "");
        let apart = [("a", "10.0.0.0/24"), ("b", "10.0.4.0/22"), ("c", "10.0.5.0/24")];
        check(subnets_fault(&apart).as_ref(), "`b` (`10.0.4.0/22`) and `c` (`10.0.5.0/24`) overlap");
        check(
            subnets_fault(&[("web", "10.0.0.0/24"), ("Web", "10.0.1.0/24")]).as_ref(),
            "`web` and `Web` have the same name",
        );
    }

    #[test]
    fn peers_are_apart() {
        check(peers_fault(("Hub", "10.0.0.0/16"), ("Spoke", "10.1.0.0/16")).as_ref(), "");
        check(
            peers_fault(("Hub", "10.0.0.0/8"), ("Spoke", "10.1.0.0/16")).as_ref(),
            "`Hub` (`10.0.0.0/8`) and `Spoke`",
        );
    }
}
