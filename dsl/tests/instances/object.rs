//! Which properties an object gets, and which variant a union of objects becomes. It must not know scalar values.

use dsl::{Entry, Expr};
use types::{Discriminated, Property, Type, TypeId};

use super::Choice;
use super::builder::Builder;
use super::shape::Shape;
use super::text::is_named_secret;

/// About as many properties as a random instance has beyond those that are required.
const RANDOM_PROPERTIES: usize = 60;

impl<'p> Builder<'p> {
    pub(super) fn variant(&mut self, ty: TypeId, union: &'p Discriminated) -> Expr {
        let at = match self.choice {
            Choice::Random(_) => self.random.below(union.variants.len()),
            _ => self.turns.take(ty, union.variants.len()),
        };
        let variant = &union.variants[at];
        self.object(variant.body, &Shape::of_variant(self.provider, union, variant))
    }

    pub(super) fn object(&mut self, ty: TypeId, shape: &Shape<'p>) -> Expr {
        let rich = match self.choice {
            Choice::Minimal => false,
            Choice::Fullest => self.complete.insert(ty),
            Choice::Random(_) => self.properties < RANDOM_PROPERTIES,
        };
        let outer = std::mem::replace(&mut self.rich, rich);
        let mut entries = Vec::new();
        for property in &shape.properties {
            entries.extend(self.property(property));
        }
        entries.extend(self.further(shape));
        self.rich = outer;
        Expr::Object(entries.into())
    }

    fn property(&mut self, property: &Property) -> Option<Entry> {
        let flags = property.flags;
        let is_wished = self.rich && !self.is_impossible(property.ty) && !(self.is_random() && self.random.one_in(3));
        if flags.is_read_only() || !(flags.is_required() || is_wished) {
            return None;
        }
        self.properties += 1;
        let is_null = self.is_random() && !flags.is_required() && self.random.one_in(32);
        let value = if is_null { Expr::Null } else { self.value(&property.name, property.ty) };
        Some(Entry::Property(property.name.clone().into(), self.guarded(&property.name, value)))
    }

    /// An object under the name of a secret, such as a secure string of Data Factory, gets a param for its value.
    fn guarded(&mut self, property: &str, value: Expr) -> Expr {
        match &value {
            Expr::Object(entries) if is_named_secret(property) && value.get("value").is_some() => {
                let others = entries.iter().filter(|entry| entry.name() != Some("value")).cloned();
                let secret = Entry::Property("value".into(), self.secret());
                Expr::Object(others.chain([secret]).collect::<Vec<_>>().into())
            }
            _ => value,
        }
    }

    /// A value under a name that the type does not define, if it allows one.
    fn further(&mut self, shape: &Shape<'_>) -> Option<Entry> {
        let ty = shape.additional.filter(|_| self.rich)?;
        Some(Entry::Property("further".into(), self.value("further", ty)))
    }

    /// Whether no value is of that type: two unions of objects in the data have no variants.
    pub(super) fn is_impossible(&self, ty: TypeId) -> bool {
        matches!(&self.provider[ty], Type::Discriminated(union) if union.variants.is_empty())
    }
}
