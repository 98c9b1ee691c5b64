//! By what a resource of an extension is found that is there already. It must not know how that is written.

use types::{Property, Provider, Type, TypeId};

/// A property, at the end of its path, that tells one resource from others.
pub(super) struct Identifier {
    pub(super) path: String,
    pub(super) ty: TypeId,
    /// It has to be known to find any.
    pub(super) is_required: bool,
}

/// All of a body, in the order of its properties. Of an object with such properties, only they count.
pub(super) fn identifiers(provider: &Provider, body: TypeId) -> Vec<Identifier> {
    let mut found = Vec::new();
    let around = Identifier { path: String::new(), ty: body, is_required: true };
    collect(provider, &around, &mut found);
    found
}

fn collect(provider: &Provider, around: &Identifier, found: &mut Vec<Identifier>) {
    let Type::Object(object) = &provider[around.ty] else { return };
    let is_identifier = |it: &&Property| it.flags.is_identifier() && !it.flags.is_read_only();
    for property in object.properties.iter().filter(is_identifier) {
        let dot = if around.path.is_empty() { "" } else { "." };
        let path = format!("{}{dot}{}", around.path, property.name);
        let is_required = around.is_required && property.flags.is_required();
        let inside = Identifier { path, ty: property.ty, is_required };
        let before = found.len();
        // Data that refers to itself would have no end; nobody finds anything by a path of five words.
        if inside.path.split('.').count() < 5 {
            collect(provider, &inside, found);
        }
        if found.len() == before {
            found.push(inside);
        }
    }
}
