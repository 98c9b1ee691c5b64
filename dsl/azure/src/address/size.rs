//! Sizes of networks and subnets where the addresses are not known yet, and where each subnet then lies. It must not know
//! who asks.

use super::PlannedSubnet;
use super::block::{Block, Malformed};
use super::check::{fault, room_fault, subnet_name_fault};
use crate::sentence::Sentence;

/// What is wrong about the size of a network.
pub(super) const fn network_size_fault(size: &str) -> Option<Sentence> {
    let subject = Sentence::of(&["the network's size `", size, "` "]);
    match Block::parse_length(size) {
        Ok(8..=29) => None,
        Ok(_) | Err(Malformed::Length) => Some(fault(subject, "is none of a network: write one from `/8` to `/29`")),
        Err(_) => Some(fault(subject, "is not a slash and a length: write it as in `/16`")),
    }
}

/// The length of a network whose size is right.
pub(super) const fn network_length(size: &str) -> u32 {
    match Block::parse_length(size) {
        Ok(length) => length,
        Err(_) => 0,
    }
}

/// What is wrong about a subnet of which only the size is planned.
pub(super) const fn subnet_size_fault(subnet: PlannedSubnet<'_>) -> Option<Sentence> {
    if let Some(fault) = subnet_name_fault(subnet.name) {
        return Some(fault);
    }
    let subject = Sentence::of(&["the subnet `", subnet.name, "` (`", subnet.range, "`) "]);
    match Block::parse_length(subnet.range) {
        Ok(length) => room_fault(&subject, length, subnet),
        Err(_) => Some(fault(subject, "is not a slash and a length: write its size as in `/24`")),
    }
}

/// The first subnet that has no room behind the ones before it.
pub(super) const fn crowd_fault(network: &str, subnets: &[PlannedSubnet<'_>]) -> Option<Sentence> {
    let Ok(length) = Block::parse_length(network) else { return None };
    let mut index = 0;
    while index < subnets.len() {
        if let Some((start, size)) = span(subnets, index)
            && start + size > size_of(length)
        {
            let subnet = ["the subnet `", subnets[index].name, "` (`", subnets[index].range, "`) does not fit: "];
            let mut sentence = Sentence::of(&subnet);
            sentence.push("plan a network larger than `");
            sentence.push(network);
            return Some(fault(sentence, "`, or write large subnets before small ones"));
        }
        index += 1;
    }
    None
}

/// The place of a subnet among those of its size, counted from the start of the network, as `cidrSubnet` takes it: after
/// all subnets before it.
pub(crate) const fn position(subnets: &[PlannedSubnet<'_>], index: usize) -> Option<(u32, u64)> {
    match (span(subnets, index), Block::parse_length(subnets[index].range)) {
        (Some((start, size)), Ok(length)) => Some((length, start / size)),
        _ => None,
    }
}

/// How many addresses lie before a subnet, and how many it has.
const fn span(subnets: &[PlannedSubnet<'_>], index: usize) -> Option<(u64, u64)> {
    let (mut end, mut at) = (0, 0);
    loop {
        let Ok(length) = Block::parse_length(subnets[at].range) else { return None };
        let size = size_of(length);
        let start = u64::div_ceil(end, size) * size;
        if at == index {
            return Some((start, size));
        }
        (end, at) = (start + size, at + 1);
    }
}

const fn size_of(length: u32) -> u64 {
    1 << (32 - length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn subnet(range: &str) -> PlannedSubnet<'_> {
        PlannedSubnet::new("s", range)
    }

    #[test]
    fn subnets_lie_at_the_next_place_of_their_size() {
        let subnets = ["/26", "/24", "/26", "/27", "/25"].map(subnet);
        let expected = [(26, 0), (24, 1), (26, 8), (27, 18), (25, 5)];
        assert_eq!([0, 1, 2, 3, 4].map(|index| position(&subnets, index)), expected.map(Some));
    }

    #[test]
    fn subnets_fit_to_the_last_address_and_no_further() {
        assert!(crowd_fault("/24", &["/25", "/26", "/26"].map(subnet)).is_none());
        let fault = crowd_fault("/24", &["/25", "/26", "/26", "/29"].map(subnet)).unwrap();
        assert!(
            fault.text().contains("`s` (`/29`) does not fit: plan a network larger than `/24`"),
            "{}",
            fault.text()
        );
        assert!(crowd_fault("/24", &["/29", "/25", "/25"].map(subnet)).is_some());
    }

    #[test]
    fn sizes_are_written_as_lengths() {
        assert!(network_size_fault("/16").is_none() && network_length("/16") == 16);
        for size in ["16", "/7", "/30", "/33", "10.0.0.0/16", "/", "/016"] {
            assert!(network_size_fault(size).is_some(), "{size}");
        }
        assert!(subnet_size_fault(subnet("/29")).is_none());
        for range in ["/30", "/33", "24", "10.0.0.0/24"] {
            assert!(subnet_size_fault(subnet(range)).is_some(), "{range}");
        }
        assert!(subnet_size_fault(PlannedSubnet::new("AzureBastionSubnet", "/27")).is_some());
    }
}
