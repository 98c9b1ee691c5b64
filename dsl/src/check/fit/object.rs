//! The properties of an object, compared with those of its type. It must not know where the object is.

use super::limits::Limits;
use super::misfit::Path;
use super::walk::Walk;
use crate::check::nearest::nearest;
use crate::check::shape::one_of;
use crate::expr::{Entry, Expr};
use crate::types::{Field, Type};

impl<'g> Walk<'g> {
    pub(super) fn object(&mut self, entries: &[Entry], ty: &'g Type, discriminator: Option<&str>, path: &Path<'_>) {
        match ty {
            Type::Map(ty) => {
                for (name, value) in properties(entries) {
                    self.value(value, ty, Limits::default(), &Path::Property(path, name));
                }
            }
            Type::Object(fields) => self.fields(entries, fields, path),
            Type::Union(members) => self.member(entries, members, discriminator, path),
            _ => {}
        }
    }

    fn fields(&mut self, entries: &[Entry], fields: &'g [Field], path: &Path<'_>) {
        for (name, value) in properties(entries) {
            let found = fields.iter().find(|field| field.name == name);
            match found.or_else(|| fields.iter().find(|field| field.name == "*")) {
                // A secret would be shown.
                Some(field) if field.secure => {}
                Some(field) => {
                    self.value(value, &field.ty, Limits::of_field(&field.bounds), &Path::Property(path, name));
                }
                None => self.unknown(name, fields, path),
            }
        }
        // What is spread, or has a computed name, may be any of them.
        if entries.iter().all(|entry| entry.name().is_some()) {
            let is_given = |field: &&Field| properties(entries).any(|(name, _)| field.name == name);
            for field in fields.iter().filter(|it| it.name != "*" && !is_given(it)) {
                if self.is_required(&field.ty) {
                    self.add(path, format!("lacks `{}`", field.name), format!("give it `{}`", field.name));
                }
            }
        }
    }

    fn unknown(&mut self, name: &str, fields: &[Field], path: &Path<'_>) {
        let names = fields.iter().map(|field| &*field.name);
        let help = match nearest(name, names.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it takes {}", one_of(names)),
        };
        self.add(path, format!("has `{name}`, which its type does not have"), help);
    }

    /// The member of a union that the value of one property names.
    fn member(&mut self, entries: &[Entry], members: &'g [Type], discriminator: Option<&str>, path: &Path<'_>) {
        let Some(discriminator) = discriminator else { return };
        let variants: Option<Vec<_>> = members.iter().map(|member| self.variant(member, discriminator)).collect();
        let (Some(variants), Some((_, tag))) = (variants, properties(entries).find(|(name, _)| *name == discriminator))
        else {
            return;
        };
        if let Some((_, fields)) = variants.iter().find(|(literal, _)| *literal == tag) {
            self.fields(entries, fields, path);
        } else {
            let literals: Vec<_> = variants.iter().map(|(literal, _)| *literal).collect();
            self.choice(tag, &literals, &Path::Property(path, discriminator));
        }
    }
}

/// The properties whose names are known.
fn properties(entries: &[Entry]) -> impl Iterator<Item = (&str, &Expr)> {
    entries.iter().filter_map(|entry| match entry {
        Entry::Property(key, value) => Some((key.as_name()?, value)),
        Entry::Spread(_) => None,
    })
}
