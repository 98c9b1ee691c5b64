//! What is known of a name that is an expression: its literal parts. It must not know whose name it is.

use std::str::Chars;

/// The parts of a text between which anything can stand.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Pattern(Vec<String>);

impl Pattern {
    /// Nothing is known.
    pub(crate) fn any() -> Self {
        Self(vec![String::new(), String::new()])
    }

    /// Of an expression as Bicep writes it: `'${prefix}-vnet'`.
    pub(crate) fn of(bicep: &str) -> Self {
        let inner = bicep.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
        inner.filter(|_| !bicep.starts_with("'''")).map_or_else(Self::any, |inner| Self(literal_parts(inner)))
    }

    /// How many characters of a text are known; nothing where the text is another one. Case does not matter.
    pub(crate) fn likeness(&self, text: &str) -> Option<usize> {
        let text = text.to_ascii_lowercase();
        let parts: Vec<_> = self.0.iter().map(|part| part.to_ascii_lowercase()).collect();
        let [first, between @ .., last] = parts.as_slice() else {
            return parts.first().filter(|only| **only == text).map(|only| only.chars().count());
        };
        let mut rest = text.strip_prefix(first.as_str())?.strip_suffix(last.as_str())?;
        for part in between {
            rest = &rest[rest.find(part.as_str())? + part.len()..];
        }
        Some(parts.iter().map(|part| part.chars().count()).sum())
    }
}

/// Cuts a text where expressions stand in it.
fn literal_parts(text: &str) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '$' if chars.as_str().starts_with('{') => {
                skip_expression(&mut chars);
                parts.push(std::mem::take(&mut part));
            }
            '\\' => part.extend(chars.next()),
            _ => part.push(char),
        }
    }
    parts.push(part);
    parts
}

/// Goes behind the brace that closes the next one; those in texts do not count.
fn skip_expression(chars: &mut Chars<'_>) {
    let (mut depth, mut is_text) = (0_usize, false);
    while let Some(char) = chars.next() {
        match char {
            '\\' => _ = chars.next(),
            '\'' => is_text = !is_text,
            '{' if !is_text => depth += 1,
            '}' if !is_text && depth == 1 => return,
            '}' if !is_text => depth -= 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_parts_are_compared() {
        let likeness = |bicep: &str, name: &str| Pattern::of(bicep).likeness(name);
        assert_eq!(likeness("'hub'", "HUB"), Some(3));
        assert_eq!([likeness("'hub'", "hubs"), likeness("'hub'", "")], [None, None]);
        assert_eq!(likeness("'${prefix}-vnet'", "contoso-vnet"), Some(5));
        assert_eq!(likeness("'${prefix}-vnet'", "contoso-vm"), None);
        assert_eq!(likeness("'a-${uniqueString({ x: 'y}' }.x)}-b-${c}-d'", "a-1-b-2-d"), Some(7));
        assert_eq!(likeness("'a${x}a'", "a"), None, "one letter is not both");
        assert_eq!([likeness("name", "anything"), likeness("'''a'''", "a")], [Some(0), Some(0)]);
        assert_eq!(likeness(r"'it\'s'", "it's"), Some(4));
    }
}
