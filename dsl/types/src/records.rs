//! In which order the parts of the model become bytes. It must not know how they are packed.

use crate::wire::{Reader, Wire, Writer, fields};
use crate::{
    Array, Damaged, Discriminated, Entry, Flags, Function, Integer, Object, Property, Scopes, Text, Type, TypeId,
    Union, Variant,
};

/// What the directory tells about one provider.
pub(crate) struct Record {
    pub(crate) namespace: String,
    /// Where its block begins, counted from the end of the directory.
    pub(crate) offset: u64,
    /// The lengths of its block, as it is and unpacked.
    pub(crate) packed: u64,
    pub(crate) unpacked: u64,
    pub(crate) entries: Vec<Entry>,
}

/// What the block of a provider holds beyond what the directory tells.
pub(crate) struct Block {
    pub(crate) types: Vec<Type>,
    /// One for each entry of the directory, in its order.
    pub(crate) resources: Vec<Definition>,
}

/// What an entry of the directory consists of.
pub(crate) struct Definition {
    pub(crate) body: TypeId,
    pub(crate) functions: Vec<Function>,
}

fields!(Record { namespace, offset, packed, unpacked, entries });
fields!(Entry { name, api_version, readable_scopes, writable_scopes });
fields!(Block { types, resources });
fields!(Definition { body, functions });
fields!(Function { name, input, output });
fields!(Integer { min, max });
fields!(Text { min_length, max_length, pattern, sensitive });
fields!(Union { members, others });
fields!(Array { item, min_length, max_length });
fields!(Object { name, properties, additional, sensitive });
fields!(Discriminated { name, discriminator, base, variants });
fields!(Variant { value, body });
fields!(Property { name, ty, flags });

impl Wire for Type {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Any => to.number(0),
            Self::Boolean => to.number(1),
            Self::Integer(it) => tagged(2, it, to),
            Self::String(it) => tagged(3, it, to),
            Self::StringLiteral(it) => tagged(4, it, to),
            Self::Union(it) => tagged(5, it, to),
            Self::Array(it) => tagged(6, it, to),
            Self::Object(it) => tagged(7, it, to),
            Self::Discriminated(it) => tagged(8, it, to),
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        match from.number()? {
            0 => Ok(Self::Any),
            1 => Ok(Self::Boolean),
            2 => Wire::read(from).map(Self::Integer),
            3 => Wire::read(from).map(Self::String),
            4 => Wire::read(from).map(Self::StringLiteral),
            5 => Wire::read(from).map(Self::Union),
            6 => Wire::read(from).map(Self::Array),
            7 => Wire::read(from).map(Self::Object),
            8 => Wire::read(from).map(Self::Discriminated),
            _ => Err(Damaged("a type is of no known kind")),
        }
    }
}

fn tagged(tag: u64, value: &impl Wire, to: &mut Writer) {
    to.number(tag);
    value.write(to);
}

impl Wire for TypeId {
    fn write(&self, to: &mut Writer) {
        to.number(self.index() as u64);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        let index = u32::try_from(from.number()?).map_err(|_| Damaged("a type is missing"))?;
        Ok(Self::new(index as usize))
    }
}

impl Wire for Scopes {
    fn write(&self, to: &mut Writer) {
        to.number(u64::from(self.bits()));
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        Self::from_bits(from.number()?).ok_or(Damaged("a scope is not known"))
    }
}

impl Wire for Flags {
    fn write(&self, to: &mut Writer) {
        to.number(u64::from(self.bits()));
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        Self::from_bits(from.number()?).ok_or(Damaged("a flag is not known"))
    }
}
