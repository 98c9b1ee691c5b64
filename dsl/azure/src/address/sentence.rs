//! A sentence put together at compile time, where nothing can be allocated. It must not know what it says.

/// Enough for any message here; a longer one is cut.
const CAPACITY: usize = 512;

/// A text under construction.
#[derive(Clone, Copy)]
pub(super) struct Sentence {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Sentence {
    /// The parts, one after the other.
    pub(super) const fn of(parts: &[&str]) -> Self {
        let mut sentence = Sentence { bytes: [0; CAPACITY], length: 0 };
        let mut index = 0;
        while index < parts.len() {
            sentence.push(parts[index]);
            index += 1;
        }
        sentence
    }

    /// Adds a text at the end.
    pub(super) const fn push(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let [byte, after @ ..] = rest {
            self.push_byte(*byte);
            rest = after;
        }
    }

    /// Adds a number at the end, in decimal digits.
    pub(super) const fn push_number(&mut self, number: u32) {
        if number >= 10 {
            self.push_number(number / 10);
        }
        self.push_byte(b"0123456789"[(number % 10) as usize]);
    }

    const fn push_byte(&mut self, byte: u8) {
        if self.length < CAPACITY {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
    }

    /// What has been written. Where the cut fell inside a character, the valid part is not searched for.
    pub(super) const fn text(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "the address plan is not valid, and its names are too long to say where: shorten them",
        }
    }
}
