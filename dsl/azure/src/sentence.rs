//! A sentence put together at compile time, where nothing can be allocated. It must not know what it says.

/// Enough for any message here; a longer one is cut.
const CAPACITY: usize = 512;

/// A text under construction.
#[derive(Clone, Copy)]
pub(crate) struct Sentence {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Sentence {
    /// The parts, one after the other.
    pub(crate) const fn of(parts: &[&str]) -> Self {
        let mut sentence = Sentence { bytes: [0; CAPACITY], length: 0 };
        let mut index = 0;
        while index < parts.len() {
            sentence.push(parts[index]);
            index += 1;
        }
        sentence
    }

    /// Adds a text at the end.
    pub(crate) const fn push(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let [byte, after @ ..] = rest {
            self.push_byte(*byte);
            rest = after;
        }
    }

    /// Adds a number at the end, in decimal digits.
    pub(crate) const fn push_number(&mut self, number: u32) {
        if number >= 10 {
            self.push_number(number / 10);
        }
        self.push_byte(b"0123456789"[(number % 10) as usize]);
    }

    /// Adds one character of ASCII at the end.
    pub(crate) const fn push_ascii(&mut self, character: u8) {
        if character.is_ascii() {
            self.push_byte(character);
        }
    }

    const fn push_byte(&mut self, byte: u8) {
        if self.length < CAPACITY {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
    }

    /// What has been written. Where the cut fell inside a character, the valid part is not searched for.
    pub(crate) const fn text(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "what is written here is not valid, and too long to say why: shorten it",
        }
    }
}
