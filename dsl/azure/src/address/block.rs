//! A range of IPv4 addresses in CIDR notation, read from a literal at compile time. It must not know Azure.

use crate::sentence::Sentence;

/// The addresses whose first bits are those of `start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    start: u32,
    length: u32,
}

/// Why a text is no block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Malformed {
    /// It is not made of four numbers from 0 to 255, a slash and a number.
    Notation,
    /// The number after the slash is above 32.
    Length,
    /// The address lies inside of the block that was meant.
    HostBits(Block),
}

impl Block {
    /// Reads `10.0.0.0/16`.
    pub(super) const fn parse(text: &str) -> Result<Block, Malformed> {
        let Some((start, rest)) = address(text.as_bytes()) else { return Err(Malformed::Notation) };
        let length = match number(rest) {
            Some((length @ 0..=32, [])) => length,
            Some((_, [])) => return Err(Malformed::Length),
            _ => return Err(Malformed::Notation),
        };
        let block = Block { start: start & mask(length), length };
        if block.start == start { Ok(block) } else { Err(Malformed::HostBits(block)) }
    }

    /// Reads the length of `/24`, which says how many addresses there are, but not which.
    pub(super) const fn parse_length(text: &str) -> Result<u32, Malformed> {
        let [b'/', rest @ ..] = text.as_bytes() else { return Err(Malformed::Notation) };
        match number(rest) {
            Some((length @ 0..=32, [])) => Ok(length),
            Some((_, [])) => Err(Malformed::Length),
            _ => Err(Malformed::Notation),
        }
    }

    /// The number after the slash: the larger, the fewer addresses.
    pub(super) const fn length(self) -> u32 {
        self.length
    }

    /// All addresses of the other block are in this one.
    pub(super) const fn contains(self, other: Block) -> bool {
        self.length <= other.length && other.start & mask(self.length) == self.start
    }

    /// There is an address in both. Blocks never overlap by halves.
    pub(super) const fn overlaps(self, other: Block) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// Writes it as it should be written.
    pub(super) const fn write(self, sentence: &mut Sentence) {
        let [first, second, third, fourth] = self.start.to_be_bytes();
        sentence.push_number(first as u32);
        sentence.push(".");
        sentence.push_number(second as u32);
        sentence.push(".");
        sentence.push_number(third as u32);
        sentence.push(".");
        sentence.push_number(fourth as u32);
        sentence.push("/");
        sentence.push_number(self.length);
    }
}

const fn mask(length: u32) -> u32 {
    // A shift by all 32 bits is none.
    if length == 0 { 0 } else { u32::MAX << (32 - length) }
}

/// Four numbers, the slash after them, and what follows.
const fn address(text: &[u8]) -> Option<(u32, &[u8])> {
    let (mut address, mut rest, mut index) = (0, text, 0);
    while index < 4 {
        let end = b".../"[index];
        match number(rest) {
            Some((part @ 0..=255, [found, after @ ..])) if *found == end => {
                address = (address << 8) | part;
                rest = after;
            }
            _ => return None,
        }
        index += 1;
    }
    Some((address, rest))
}

/// One to three digits without a leading zero, and what follows.
const fn number(text: &[u8]) -> Option<(u32, &[u8])> {
    let (mut number, mut rest) = (0, text);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        let is_padded = number == 0 && rest.len() < text.len();
        if is_padded || number > 99 {
            return None;
        }
        number = number * 10 + (*digit - b'0') as u32;
        rest = after;
    }
    if rest.len() < text.len() { Some((number, rest)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Block {
        Block::parse(text).unwrap()
    }

    #[test]
    fn blocks_are_read_and_written() {
        for text in ["0.0.0.0/0", "10.0.0.0/8", "10.20.30.0/24", "172.16.0.0/12", "255.255.255.255/32", "10.0.0.8/29"] {
            let mut sentence = Sentence::of(&[]);
            block(text).write(&mut sentence);
            assert_eq!(sentence.text(), text);
        }
    }

    #[test]
    fn other_notations_are_refused() {
        let texts = [
            "",
            "10",
            "10.0.0.0",
            "10.0.0/24",
            "10.0.0.0.0/24",
            "10.0.0.300/24",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "10.0.0.0/24 ",
            " 10.0.0.0/24",
            "10.0.0.00/24",
            "010.0.0.0/24",
            "10.0.0.0/024",
            "10..0.0/24",
            "a.0.0.0/8",
            "10.0.0.0/1000",
            "10.0.0.0/99999999999",
            "10.0.0.0/24/24",
            "fd00::/64",
            "10,0,0,0/24",
        ];
        for text in texts {
            assert_eq!(Block::parse(text), Err(Malformed::Notation), "{text}");
        }
        for text in ["10.0.0.0/33", "10.0.0.0/256", "10.0.0.0/999"] {
            assert_eq!(Block::parse(text), Err(Malformed::Length), "{text}");
        }
        assert_eq!(Block::parse("10.0.0.5/24"), Err(Malformed::HostBits(block("10.0.0.0/24"))));
        assert_eq!(Block::parse("10.0.0.128/24"), Err(Malformed::HostBits(block("10.0.0.0/24"))));
    }

    #[test]
    fn blocks_contain_and_overlap() {
        let contains = |outer: &str, inner: &str| block(outer).contains(block(inner));
        assert!(contains("10.0.0.0/16", "10.0.255.0/24") && contains("10.0.0.0/16", "10.0.0.0/16"));
        assert!(contains("0.0.0.0/0", "255.255.255.255/32"));
        assert!(!contains("10.0.0.0/16", "10.1.0.0/24") && !contains("10.0.0.0/24", "10.0.0.0/16"));
        let overlaps = |a: &str, b: &str| [block(a).overlaps(block(b)), block(b).overlaps(block(a))];
        assert_eq!(overlaps("10.0.0.0/24", "10.0.0.128/25"), [true, true]);
        assert_eq!(overlaps("10.0.0.0/25", "10.0.0.128/25"), [false, false]);
    }
}
