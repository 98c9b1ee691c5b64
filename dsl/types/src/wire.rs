//! Numbers, texts and lists as bytes, each text once, and back. It must not know what they describe.

use std::collections::BTreeMap;

use crate::Damaged;

/// Something that can be written as bytes and read back. No value is written as no byte.
pub(crate) trait Wire: Sized {
    fn write(&self, to: &mut Writer);
    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged>;
}

/// Implements [`Wire`] for a struct: its fields in the order of the list.
macro_rules! fields {
    ($type:path { $($field:ident),* $(,)? }) => {
        impl $crate::wire::Wire for $type {
            fn write(&self, to: &mut $crate::wire::Writer) {
                $($crate::wire::Wire::write(&self.$field, to);)*
            }

            fn read(from: &mut $crate::wire::Reader<'_>) -> Result<Self, $crate::Damaged> {
                Ok(Self { $($field: $crate::wire::Wire::read(from)?),* })
            }
        }
    };
}
pub(crate) use fields;

/// The bytes of a value: a table of its texts, then everything else.
pub(crate) fn to_bytes(value: &impl Wire) -> Vec<u8> {
    let mut body = Writer::default();
    value.write(&mut body);
    let mut table = Writer::default();
    table.number(body.texts.len() as u64);
    for text in &body.texts {
        table.number(text.len() as u64);
        table.bytes.extend_from_slice(text.as_bytes());
    }
    [table.bytes, body.bytes].concat()
}

/// The value of such bytes.
pub(crate) fn from_bytes<T: Wire>(bytes: &[u8]) -> Result<T, Damaged> {
    let mut reader = Reader { rest: bytes, texts: Vec::new() };
    for _ in 0..reader.count()? {
        let length = reader.count()?;
        let text = str::from_utf8(reader.take(length)?).map_err(|_| Damaged("a text is not UTF-8"))?;
        reader.texts.push(text);
    }
    let value = T::read(&mut reader)?;
    if reader.rest.is_empty() { Ok(value) } else { Err(Damaged("something follows the end")) }
}

#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    texts: Vec<String>,
    places: BTreeMap<String, u64>,
}

impl Writer {
    /// Seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut number: u64) {
        while let Some(rest) = Some(number >> 7).filter(|rest| *rest > 0) {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number = rest;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    fn text(&mut self, text: &str) {
        let next = self.texts.len() as u64;
        let place = *self.places.entry(text.to_owned()).or_insert(next);
        if place == next {
            self.texts.push(text.to_owned());
        }
        self.number(place);
    }
}

pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    texts: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Damaged("it ends too early"))?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn number(&mut self) -> Result<u64, Damaged> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.take(1)?[0];
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Damaged("a number is too long"))
    }

    /// How many things follow. Each has a byte at least, so that no more room is asked for than the data has bytes.
    fn count(&mut self) -> Result<usize, Damaged> {
        let count = usize::try_from(self.number()?).ok().filter(|count| *count <= self.rest.len());
        count.ok_or(Damaged("it ends too early"))
    }
}

impl Wire for u64 {
    fn write(&self, to: &mut Writer) {
        to.number(*self);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        from.number()
    }
}

/// The sign is the lowest bit, so that numbers near zero stay short.
impl Wire for i64 {
    fn write(&self, to: &mut Writer) {
        to.number(((self << 1) ^ (self >> 63)).cast_unsigned());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        let number = from.number()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }
}

impl Wire for bool {
    fn write(&self, to: &mut Writer) {
        to.number(u64::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        match from.number()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Damaged("a truth value is neither 0 nor 1")),
        }
    }
}

impl Wire for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        let place = usize::try_from(from.number()?).ok();
        place.and_then(|place| from.texts.get(place)).map(|text| (*text).to_owned()).ok_or(Damaged("a text is missing"))
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        bool::read(from)?.then(|| T::read(from)).transpose()
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.number(self.len() as u64);
        for value in self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        (0..from.count()?).map(|_| T::read(from)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back() {
        let numbers = vec![0, 1, 127, 128, 300, u64::MAX];
        assert_eq!(from_bytes(&to_bytes(&numbers)), Ok(numbers));
        let signed = vec![0, 1, -1, 63, -64, -65, i64::MAX, i64::MIN];
        assert_eq!(from_bytes(&to_bytes(&signed)), Ok(signed));
        let texts = ["", "a", "é", "a"].map(|text| Some(text.to_owned())).to_vec();
        assert_eq!(from_bytes(&to_bytes(&texts)), Ok(texts));
    }

    #[test]
    fn no_bytes_are_left_over_or_missing() {
        let bytes = to_bytes(&vec!["text".to_owned()]);
        let read = |bytes: &[u8]| from_bytes::<Vec<String>>(bytes);
        assert_eq!(read(&[&bytes[..], &[0]].concat()), Err(Damaged("something follows the end")));
        assert!((0..bytes.len()).all(|end| read(&bytes[..end]).is_err()));
        assert_eq!(read(&[0xff; 20]), Err(Damaged("a number is too long")));
    }
}
