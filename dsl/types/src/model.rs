//! The shapes of resources, as the official data tells them. It must not know how they are stored.

use crate::{Flags, Scopes};

/// The place of a type among the types of its provider.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TypeId(u32);

impl TypeId {
    /// The type at that place.
    ///
    /// # Panics
    ///
    /// If there are more than four billion types.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("a provider has fewer types"))
    }

    /// The place, counted from zero.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A resource type at one version.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ResourceType {
    /// The full name, such as `Microsoft.Search/searchServices`.
    pub name: String,
    /// The API version, such as `2025-05-01`.
    pub api_version: String,
    /// Where it can be read.
    pub readable_scopes: Scopes,
    /// Where it can be written; nowhere if it can only be referred to.
    pub writable_scopes: Scopes,
    /// What it consists of: an [`Object`] or a [`Discriminated`].
    pub body: TypeId,
    /// The functions that can be called on a deployed resource in a template; the names of all begin with `list`.
    pub functions: Vec<Function>,
}

/// A function of a deployed resource.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Function {
    /// The name, such as `listKeys`.
    pub name: String,
    /// What is handed to it, if anything.
    pub input: Option<TypeId>,
    /// What it returns.
    pub output: TypeId,
}

/// The type of a value.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Type {
    /// Anything.
    Any,
    /// True or false.
    Boolean,
    /// A whole number. Azure's data has no other numbers, so some of these take fractions too.
    Integer(Integer),
    /// A text.
    String(Text),
    /// One certain text.
    StringLiteral(String),
    /// One of several texts.
    Union(Union),
    /// Any number of values of one type.
    Array(Array),
    /// Named properties, a map, or both.
    Object(Object),
    /// One of several objects; a property of it tells which.
    Discriminated(Discriminated),
}

/// The bounds of a number.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Integer {
    /// The smallest value.
    pub min: Option<i64>,
    /// The greatest value.
    pub max: Option<i64>,
}

/// What a text has to look like.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Text {
    /// The least number of characters.
    pub min_length: Option<u64>,
    /// The greatest number of characters.
    pub max_length: Option<u64>,
    /// A regular expression (ECMAScript) that is searched in the text, case-sensitively.
    pub pattern: Option<String>,
    /// It is a secret.
    pub sensitive: bool,
}

/// An enum of texts.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Union {
    /// The texts that are known.
    pub members: Vec<String>,
    /// What any other text has to look like if the enum is open; nothing if it is closed.
    pub others: Option<Text>,
}

impl Union {
    /// Whether other texts are allowed than those that are known.
    pub fn is_open(&self) -> bool {
        self.others.is_some()
    }
}

/// A list.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Array {
    /// The type of each item.
    pub item: TypeId,
    /// The least number of items.
    pub min_length: Option<u64>,
    /// The greatest number of items.
    pub max_length: Option<u64>,
}

/// Named properties, a map, or both.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Object {
    /// The name in the official data, which several objects may have.
    pub name: String,
    /// The named properties, in the official order.
    pub properties: Vec<Property>,
    /// The type of the values of other names; nothing if there are none.
    pub additional: Option<TypeId>,
    /// It is a secret.
    pub sensitive: bool,
}

/// One of several objects.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Discriminated {
    /// The name in the official data, which several objects may have.
    pub name: String,
    /// The name of the property that tells the variants apart. Each variant has it, with its value as only text.
    pub discriminator: String,
    /// The properties that all variants have; those of a variant win.
    pub base: Vec<Property>,
    /// The variants, in the official order.
    pub variants: Vec<Variant>,
}

/// One of the objects of a [`Discriminated`].
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Variant {
    /// The value of the discriminator.
    pub value: String,
    /// What the variant consists of: an [`Object`].
    pub body: TypeId,
}

/// A named property.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Property {
    /// The name.
    pub name: String,
    /// The type of its value.
    pub ty: TypeId,
    /// What can be done with it.
    pub flags: Flags,
}

impl Type {
    /// The types that this one is made of, in order.
    pub fn parts(&self) -> Vec<TypeId> {
        match self {
            Self::Array(array) => vec![array.item],
            Self::Object(it) => it.properties.iter().map(|it| it.ty).chain(it.additional).collect(),
            Self::Discriminated(it) => {
                it.base.iter().map(|it| it.ty).chain(it.variants.iter().map(|it| it.body)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The same type made of other types: each is replaced, in order.
    #[must_use]
    pub fn map_parts(mut self, mut map: impl FnMut(TypeId) -> TypeId) -> Self {
        match &mut self {
            Self::Array(array) => array.item = map(array.item),
            Self::Object(it) => {
                it.properties.iter_mut().for_each(|it| it.ty = map(it.ty));
                it.additional = it.additional.map(map);
            }
            Self::Discriminated(it) => {
                it.base.iter_mut().for_each(|it| it.ty = map(it.ty));
                it.variants.iter_mut().for_each(|it| it.body = map(it.body));
            }
            _ => {}
        }
        self
    }
}
