//! What the names of a type of resource may look like, and what is wrong about one. It must not know any type.

use crate::sentence::Sentence;

/// What the names of a type of resource may look like.
///
/// Sets of characters are written as texts: `a` stands for all small letters, `A` for all capitals, `0` for all digits, `é`
/// for all that is not ASCII, everything else for itself. A set that begins with `^` holds all characters but those that
/// follow.
#[derive(Clone, Copy, Debug)]
pub struct NameRule {
    /// The type as Azure spells it.
    pub ty: &'static str,
    /// The least number of characters.
    pub min: u32,
    /// The greatest number of characters.
    pub max: u32,
    pub(super) characters: &'static str,
    pub(super) first: &'static str,
    pub(super) last: &'static str,
    /// How many characters the first set is for.
    pub(super) beginning: usize,
    pub(super) without: &'static str,
    /// Names that Azure takes besides.
    pub(super) besides: &'static [&'static str],
    /// What Azure's data says about such names as well, so that `out-of-bounds` reports it.
    pub in_data: InData,
}

/// How much of a rule is in Azure's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InData {
    /// Nothing.
    Nothing,
    /// The number of characters.
    Length,
    /// A pattern, and perhaps the number of characters.
    Pattern,
}

impl NameRule {
    pub(super) const fn new(
        ty: &'static str,
        (min, max): (u32, u32),
        [characters, first, last]: [&'static str; 3],
    ) -> Self {
        NameRule {
            ty,
            min,
            max,
            characters,
            first,
            last,
            beginning: 1,
            without: "",
            besides: &[],
            in_data: InData::Nothing,
        }
    }

    /// How many characters have to be of the first set.
    pub(super) const fn beginning(mut self, count: usize) -> Self {
        self.beginning = count;
        self
    }

    /// A text that names do not contain.
    pub(super) const fn without(mut self, text: &'static str) -> Self {
        self.without = text;
        self
    }

    /// Names that Azure takes besides, for a purpose of its own.
    pub(super) const fn besides(mut self, names: &'static [&'static str]) -> Self {
        self.besides = names;
        self
    }

    pub(super) const fn in_data(mut self, in_data: InData) -> Self {
        self.in_data = in_data;
        self
    }

    /// Whether Azure takes the name, as far as it is known.
    pub const fn accepts(&self, name: &str) -> bool {
        self.fault(name).is_none()
    }

    /// What is wrong about a name, in one sentence.
    pub(crate) const fn fault(&self, name: &str) -> Option<Sentence> {
        let is_name = self.is_special(name) || (self.has_length(name) && self.has_characters(name, true, true));
        if is_name { None } else { Some(self.sentence(name)) }
    }

    /// Whether it is one of the names that Azure takes besides.
    pub(crate) const fn is_special(&self, name: &str) -> bool {
        let mut index = 0;
        while index < self.besides.len() {
            if is_same(self.besides[index], name) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// Whether a complete name is neither too short nor too long.
    pub(crate) const fn has_length(&self, name: &str) -> bool {
        let count = count(name);
        self.min <= count && count <= self.max
    }

    /// Whether a part of a name is made of what names are made of. The ends are judged where they are the name's.
    pub(crate) const fn has_characters(&self, part: &str, begins: bool, ends: bool) -> bool {
        let bytes = part.as_bytes();
        let mut index = 0;
        while index < bytes.len() {
            let set = if begins && index < self.beginning { self.first } else { self.characters };
            if !holds(set, bytes[index]) || self.is_forbidden_at(bytes, index) {
                return false;
            }
            index += 1;
        }
        match bytes {
            [.., last] if ends => holds(self.last, *last),
            _ => true,
        }
    }

    const fn is_forbidden_at(&self, bytes: &[u8], at: usize) -> bool {
        let text = self.without.as_bytes();
        let mut index = 0;
        while index < text.len() {
            if at + index >= bytes.len() || bytes[at + index] != text[index] {
                return false;
            }
            index += 1;
        }
        !text.is_empty()
    }

    /// That it is no name, and what a name is.
    const fn sentence(&self, name: &str) -> Sentence {
        let mut sentence = Sentence::of(&["`", name, "` is no name for `", self.ty, "`: "]);
        sentence.push(self.advice().text());
        sentence
    }

    /// What a name is.
    pub(crate) const fn advice(&self) -> Sentence {
        let mut sentence = Sentence::of(&["write "]);
        sentence.push_number(self.min);
        sentence.push(" to ");
        sentence.push_number(self.max);
        sentence.push(" characters, ");
        words(&mut sentence, self.characters);
        if self.beginning > 1 || !is_same(self.first, self.characters) {
            sentence.push(if self.beginning == 2 { "; begin with two of " } else { "; begin with " });
            words(&mut sentence, self.first);
        }
        if !is_same(self.last, self.characters) {
            sentence.push("; end with ");
            words(&mut sentence, self.last);
        }
        if !self.without.is_empty() {
            sentence.push("; never `");
            sentence.push(self.without);
            sentence.push("`");
        }
        sentence
    }
}

/// Characters, not bytes.
const fn count(text: &str) -> u32 {
    let mut bytes = text.as_bytes();
    let mut count = 0;
    while let [byte, rest @ ..] = bytes {
        if *byte & 0xC0 != 0x80 {
            count += 1;
        }
        bytes = rest;
    }
    count
}

const fn holds(set: &str, byte: u8) -> bool {
    match set.as_bytes() {
        [b'^', others @ ..] => byte >= b' ' && !has(others, byte),
        members if byte.is_ascii_lowercase() => has(members, b'a'),
        members if byte.is_ascii_uppercase() => has(members, b'A'),
        members if byte.is_ascii_digit() => has(members, b'0'),
        // `é` is the only character in a set that is not ASCII.
        members if !byte.is_ascii() => has(members, "é".as_bytes()[0]),
        members => has(members, byte),
    }
}

const fn has(mut bytes: &[u8], byte: u8) -> bool {
    while let [first, rest @ ..] = bytes {
        if *first == byte {
            return true;
        }
        bytes = rest;
    }
    false
}

/// Azure takes the two for one name: it does not look at the case of letters.
pub(crate) const fn is_same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    while let ([first, after @ ..], [other, after_other @ ..]) = (a, b) {
        if !first.eq_ignore_ascii_case(other) {
            return false;
        }
        (a, b) = (after, after_other);
    }
    a.is_empty() && b.is_empty()
}

/// A set in words: "letters, digits, `-`".
const fn words(sentence: &mut Sentence, set: &str) {
    let mut bytes = set.as_bytes();
    if let [b'^', others @ ..] = bytes {
        sentence.push("anything but ");
        return marks(sentence, others);
    }
    let mut separator = "";
    while let [byte, rest @ ..] = bytes {
        let (word, rest) = match (*byte, rest) {
            (b'a', [b'A', rest @ ..]) => ("letters", rest),
            (b'a', _) => ("lower-case letters", rest),
            (b'A', _) => ("capitals", rest),
            (b'0', _) => ("digits", rest),
            (byte, [_, rest @ ..]) if !byte.is_ascii() => ("letters of other scripts", rest),
            _ => {
                sentence.push(separator);
                return marks(sentence, bytes);
            }
        };
        sentence.push(separator);
        sentence.push(word);
        (separator, bytes) = (", ", rest);
    }
}

/// Characters that stand for themselves, at the end of a set.
const fn marks(sentence: &mut Sentence, mut bytes: &[u8]) {
    let mut separator = "`";
    while let [mark, rest @ ..] = bytes {
        sentence.push(separator);
        sentence.push_ascii(*mark);
        sentence.push("`");
        (separator, bytes) = (", `", rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VAULT: NameRule = NameRule::new("Some/vaults", (3, 8), ["aA0-", "aA", "aA0"]).without("--");
    const GROUP: NameRule = NameRule::new("Some/groups", (1, 4), ["aA0é_", "aA0é_", "aA0é"]);
    const FREE: NameRule = NameRule::new("Some/others", (1, 4), ["^%&", "^%&", "^%&."]);

    #[test]
    fn names_are_judged_by_length_characters_and_ends() {
        for (rule, name) in [(VAULT, "abc"), (VAULT, "A-1-b-2c"), (GROUP, "äöüß"), (GROUP, "_1"), (FREE, "é .x")] {
            assert!(rule.fault(name).is_none(), "{name}");
        }
        for name in ["ab", "abcdefghi", "1bc", "abc-", "a--b", "a_bc", "", "äbc"] {
            assert!(VAULT.fault(name).is_some(), "{name}");
        }
        for (rule, name) in [(GROUP, "a_"), (GROUP, "äöüßa"), (FREE, "a."), (FREE, "%"), (FREE, "a\tb")] {
            assert!(rule.fault(name).is_some(), "{name}");
        }
    }

    #[test]
    fn parts_are_judged_by_the_ends_that_are_theirs() {
        assert!(VAULT.has_characters("-1-", false, false) && VAULT.has_characters("", true, true));
        assert!(!VAULT.has_characters("-1", true, false) && !VAULT.has_characters("1-", false, true));
        assert!(!VAULT.has_characters("a--b", false, false));
        let two = VAULT.beginning(2);
        assert!(two.has_characters("ab-1", true, true) && two.has_characters("1", false, true));
        assert!(
            !two.has_characters("a1b", true, true) && two.sentence("").text().contains("begin with two of letters")
        );
    }

    #[test]
    fn sentences_say_what_a_name_is() {
        let expected = "`1` is no name for `Some/vaults`: write 3 to 8 characters, letters, digits, `-`; begin with \
                        letters; end with letters, digits; never `--`";
        assert_eq!(VAULT.sentence("1").text(), expected);
        let expected = "`` is no name for `Some/groups`: write 1 to 4 characters, letters, digits, letters of other \
                        scripts, `_`; end with letters, digits, letters of other scripts";
        assert_eq!(GROUP.sentence("").text(), expected);
        let expected = "`a.` is no name for `Some/others`: write 1 to 4 characters, anything but `%`, `&`; end with \
                        anything but `%`, `&`, `.`";
        assert_eq!(FREE.sentence("a.").text(), expected);
    }
}
