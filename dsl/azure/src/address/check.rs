//! What must hold in an address plan, as functions that constant items call: a fault is an error of the compiler that
//! says what to do. It must not know how a plan is written.

use super::block::{Block, Malformed};
use super::size::crowd_fault;
use super::{PlannedSubnet, delegation, name};
use crate::name::is_same;
use crate::sentence::Sentence;

/// The smallest network and subnet of Azure: eight addresses.
const LONGEST: u32 = 29;
/// The largest network of Azure.
const SHORTEST: u32 = 8;
/// Ranges with another meaning, of which no network may have an address.
const SPECIAL: [&str; 5] = ["127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32"];

/// What is wrong about a network's range.
pub(crate) const fn network_fault(prefix: &str) -> Option<Sentence> {
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
pub(crate) const fn subnet_fault(network: &str, subnet: PlannedSubnet<'_>) -> Option<Sentence> {
    if let Some(fault) = subnet_name_fault(subnet.name) {
        return Some(fault);
    }
    let subject = Sentence::of(&["the subnet `", subnet.name, "` (`", subnet.range, "`) "]);
    let block = match Block::parse(subnet.range) {
        Err(malformed) => return Some(malformed_fault(subject, malformed)),
        Ok(block) => block,
    };
    match Block::parse(network) {
        Ok(outer) if !outer.contains(block) => {
            let parts = [subject.text(), "lies outside the network: choose a range inside `", network, "`"];
            Some(Sentence::of(&parts))
        }
        _ => room_fault(&subject, block.length(), subnet),
    }
}

/// What is wrong about the name of a subnet.
pub(super) const fn subnet_name_fault(subnet: &str) -> Option<Sentence> {
    if name::is_valid(subnet) {
        return None;
    }
    let rule = "is no name for a subnet: begin with a letter or digit, go on with up to 79 letters, digits, `_`, \
                `.` and `-`, and end with none of `.` and `-`";
    Some(fault(Sentence::of(&["`", subnet, "` "]), rule))
}

/// Whether a subnet has room for what its name or its delegation keeps it for, and whether that is known.
pub(super) const fn room_fault(subject: &Sentence, length: u32, subnet: PlannedSubnet<'_>) -> Option<Sentence> {
    if let Some(service) = subnet.delegation {
        return match delegation::longest(service) {
            None => {
                let parts = [subject.text(), "is delegated to `", service, "`, which takes no subnet: "];
                Some(fault(Sentence::of(&parts), "write the service as Azure does, as in `Microsoft.App/environments`"))
            }
            Some(longest) => size_fault(*subject, length, longest, "` for this service"),
        };
    }
    match name::reserved(subnet.name) {
        Some(longest) => size_fault(*subject, length, longest, "` for a subnet of this name"),
        None => size_fault(*subject, length, LONGEST, "`, eight addresses"),
    }
}

const fn size_fault(mut subject: Sentence, length: u32, longest: u32, why: &str) -> Option<Sentence> {
    if length <= longest {
        return None;
    }
    subject.push("is too small: Azure wants at least a `/");
    subject.push_number(longest);
    Some(fault(subject, why))
}

/// What is wrong about the subnets together.
pub(crate) const fn subnets_fault(network: &str, subnets: &[PlannedSubnet<'_>]) -> Option<Sentence> {
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
    crowd_fault(network, subnets)
}

const fn pair_fault(a: PlannedSubnet<'_>, b: PlannedSubnet<'_>) -> Option<Sentence> {
    if is_same(a.name, b.name) {
        let rule = ", for Azure does not tell names apart by case: give each subnet its own name";
        return Some(Sentence::of(&["the subnets `", a.name, "` and `", b.name, "` have the same name", rule]));
    }
    if overlap(a.range, b.range) {
        let subnets = ["the subnets `", a.name, "` (`", a.range, "`) and `", b.name, "` (`", b.range];
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

pub(super) const fn fault(mut subject: Sentence, rule: &str) -> Sentence {
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
        let subnet = |name, prefix| subnet_fault("10.0.0.0/16", PlannedSubnet::new(name, prefix));
        check(subnet("a", "10.0.0.0/16").as_ref(), "");
        check(subnet("a", "10.0.0.0/29").as_ref(), "");
        check(subnet("a", "10.0.0.0/30").as_ref(), "at least a `/29`, eight addresses");
        check(subnet("a", "10.1.0.0/24").as_ref(), "choose a range inside `10.0.0.0/16`");
        check(subnet("a", "10.0.0.0/8").as_ref(), "lies outside");
        check(subnet("a", "10.0.0.5/24").as_ref(), "write `10.0.0.0/24`");
        check(subnet("a b", "10.0.0.0/24").as_ref(), "`a b` is no name for a subnet");
        check(subnet_fault("10.0.0.0/99", PlannedSubnet::new("a", "10.1.0.0/24")).as_ref(), "");
    }

    #[test]
    fn purposes_need_room() {
        let check_size = |subnet: PlannedSubnet<'_>, longest: u32, why: &str| {
            let fault = |length| room_fault(&Sentence::of(&["it "]), length, subnet);
            check(fault(longest).as_ref(), "");
            check(fault(longest + 1).as_ref(), &format!("at least a `/{longest}` for {why}"));
        };
        for (name, longest) in [
            ("AzureBastionSubnet", 26),
            ("AzureFirewallSubnet", 26),
            ("AzureFirewallManagementSubnet", 26),
            ("GatewaySubnet", 29),
            ("RouteServerSubnet", 27),
        ] {
            check_size(PlannedSubnet::new(name, ""), longest, "a subnet of this name");
        }
        for (service, longest) in [("Microsoft.App/environments", 27), ("Microsoft.Web/serverFarms", 28)] {
            check_size(PlannedSubnet::new("apps", "").delegated_to(service), longest, "this service");
        }
        let misspelt = PlannedSubnet::new("apps", "").delegated_to("Microsoft.App/environment");
        check(room_fault(&Sentence::of(&["it "]), 16, misspelt).as_ref(), "which takes no subnet");
    }

    #[test]
    fn subnets_are_apart() {
        let fault = |subnets: &[(&str, &str)]| {
            let subnets: Vec<_> = subnets.iter().map(|(name, range)| PlannedSubnet::new(name, range)).collect();
            subnets_fault("10.0.0.0/16", &subnets)
        };
        check(fault(&[("a", "10.0.0.0/24"), ("b", "10.0.1.0/24"), ("c", "10.0.2.0/24")]).as_ref(), "");
        let apart = [("a", "10.0.0.0/24"), ("b", "10.0.4.0/22"), ("c", "10.0.5.0/24")];
        check(fault(&apart).as_ref(), "`b` (`10.0.4.0/22`) and `c` (`10.0.5.0/24`) overlap");
        let alike = [("web", "10.0.0.0/24"), ("Web", "10.0.1.0/24")];
        check(fault(&alike).as_ref(), "`web` and `Web` have the same name");
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
