//! What a param is declared as, compared with what the property takes that it is given to.

use types::Type;

use super::Walker;
use super::kind::Kind;
use super::object::Fields;
use super::place::{At, Path};
use crate::types::{Field, Type as Declared};

impl<'g> Walker<'_, 'g> {
    /// A value of a type of Bicep stands here.
    pub(super) fn declared(&mut self, declared: &'g Declared, ty: &'static Type, at: &At<'_, 'g>) {
        match declared {
            _ if matches!(ty, Type::Any) => {}
            Declared::Nullable(inner) if at.nullable => self.declared(inner, ty, at),
            Declared::Nullable(_) => self.null(&at.indirect()),
            Declared::Union(members) => members.iter().for_each(|member| self.declared(member, ty, at)),
            Declared::Literal(literal) => self.value(literal, ty, &at.indirect()),
            Declared::String => drop(self.takes(Kind::Text, ty, at)),
            Declared::Int => drop(self.takes(Kind::Number, ty, at)),
            Declared::Bool => drop(self.takes(Kind::Bool, ty, at)),
            Declared::Array(item) => {
                if let (true, Type::Array(array)) = (self.takes(Kind::List, ty, at), ty) {
                    self.declared(item, at.site.type_of(array.item), &at.item(&Path::Property(at.path, "…")));
                }
            }
            Declared::Object(fields) => {
                if let (true, Type::Object(object)) = (self.takes(Kind::Object, ty, at), ty) {
                    self.declared_fields(fields, &Fields::of(object), at);
                }
            }
            Declared::Map(_) | Declared::AnyObject => drop(self.takes(Kind::Object, ty, at)),
            Declared::Tuple(_) | Declared::AnyArray => drop(self.takes(Kind::List, ty, at)),
            // What they are is known to Bicep only.
            Declared::Named(_)
            | Declared::NonNull(_)
            | Declared::Part(..)
            | Declared::ResourceInput(_)
            | Declared::ResourceOutput(_)
            | Declared::Any => {}
        }
    }

    fn declared_fields(&mut self, declared: &'g [Field], fields: &Fields, at: &At<'_, 'g>) {
        let mut cursor = 0;
        for field in declared {
            let path = Path::Property(at.path, &field.name);
            match (fields.find(&field.name, &mut cursor), fields.others) {
                (Some(property), _) if property.flags.is_read_only() => self.read_only(&at.property(&path, true)),
                (Some(property), _) => {
                    let nullable = !property.flags.is_required();
                    self.declared(&field.ty, at.site.type_of(property.ty), &at.property(&path, nullable));
                }
                (None, Some(others)) => {
                    self.declared(&field.ty, at.site.type_of(others), &at.property(&path, false));
                }
                (None, None) => self.unknown(&field.name, fields, &at.property(&path, false)),
            }
        }
        let missing = fields.required().filter(|property| declared.iter().all(|field| field.name != property.name));
        missing.for_each(|property| self.missing(property, at));
    }
}
