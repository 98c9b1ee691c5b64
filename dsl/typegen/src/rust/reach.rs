//! Which shapes a resource type is made of, and how each is met: written, read, or returned by a function that returns
//! secrets. It must not know how they are called in Rust.

use std::collections::BTreeSet;

use types::{Discriminated, Object, Property, Provider, ResourceType, Type, TypeId};

/// A shape that becomes a type of Rust.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Item {
    /// An object that is written, and read as well.
    Object(TypeId),
    /// An object that can only be read.
    View(TypeId),
    /// An object that a function returns, all secret.
    Secrets(TypeId),
    /// An object in variants, which is written.
    Union(TypeId),
    /// One of its variants.
    Variant(TypeId, usize),
    /// An enum of texts, which is written.
    Choice(TypeId),
}

/// Where an item is met on the way through a resource type.
#[derive(Clone, Debug)]
pub(crate) struct Meeting {
    pub(crate) item: Item,
    /// The path of properties, such as `properties.networkAcls`.
    pub(crate) path: String,
    /// The item around it; none in the body of the resource itself.
    pub(crate) owner: Option<Item>,
    /// The last property on the path.
    pub(crate) property: String,
}

/// How a value is met.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Mode {
    Written,
    Read,
    Secret,
}

/// All items of a resource type, in the order of its properties: each once, and an enum once for each of its places.
pub(crate) fn reach(provider: &Provider, resource: &ResourceType) -> Vec<Meeting> {
    let mut walk = Walk { provider, seen: BTreeSet::new(), met: Vec::new() };
    walk.body(resource);
    for function in &resource.functions {
        let place = Place { path: format!("{}()", function.name), owner: None, property: function.name.clone() };
        walk.ty(function.output, Mode::Secret, &place);
        if let Some(input) = function.input {
            walk.ty(input, Mode::Written, &place);
        }
    }
    walk.met
}

/// An object that has no names of its own: its keys are the user's.
pub(crate) fn is_map(object: &Object) -> bool {
    object.properties.is_empty() && object.additional.is_some()
}

/// What a variant consists of: its own properties, and those that all variants have; the discriminator is left out.
pub(crate) fn variant<'p>(provider: &'p Provider, union: &'p Discriminated, index: usize) -> Vec<&'p Property> {
    let own = match &provider[union.variants[index].body] {
        Type::Object(object) => &object.properties[..],
        _ => &[],
    };
    let is_own = |property: &&Property| own.iter().any(|it| it.name == property.name);
    let base = union.base.iter().filter(|property| !is_own(property));
    base.chain(own).filter(|property| property.name != union.discriminator).collect()
}

/// Whether Bicep gives a property of the body itself, so that no type needs to. A variant may have a `type` of its own.
pub(crate) fn is_given(property: &Property) -> bool {
    match &*property.name {
        "name" => true,
        "id" | "type" | "apiVersion" => property.flags.is_read_only(),
        _ => false,
    }
}

#[derive(Clone, Debug)]
struct Place {
    path: String,
    owner: Option<Item>,
    property: String,
}

struct Walk<'p> {
    provider: &'p Provider,
    seen: BTreeSet<(TypeId, Mode)>,
    met: Vec<Meeting>,
}

impl Walk<'_> {
    fn body(&mut self, resource: &ResourceType) {
        let mode = if resource.writable_scopes.is_empty() { Mode::Read } else { Mode::Written };
        let place = Place { path: String::new(), owner: None, property: String::new() };
        match &self.provider[resource.body] {
            Type::Object(body) => {
                let name = body.properties.iter().filter(|it| it.name == "name");
                let rest = body.properties.iter().filter(|it| !is_given(it));
                self.properties(name.chain(rest), mode, &place);
                body.additional.iter().for_each(|it| self.ty(*it, mode, &place));
            }
            Type::Discriminated(union) => {
                self.properties(union.base.iter().filter(|it| it.name == "name"), mode, &place);
                self.ty(resource.body, mode, &place);
            }
            _ => {}
        }
    }

    fn properties<'a>(&mut self, properties: impl Iterator<Item = &'a Property>, mode: Mode, around: &Place) {
        for property in properties {
            let mode = match mode {
                Mode::Written if property.flags.is_read_only() => Mode::Read,
                Mode::Read | Mode::Secret if property.flags.is_write_only() => continue,
                mode => mode,
            };
            let dot = if around.path.is_empty() { "" } else { "." };
            let path = format!("{}{dot}{}", around.path, property.name);
            self.ty(property.ty, mode, &Place { path, owner: around.owner, property: property.name.clone() });
        }
    }

    fn ty(&mut self, id: TypeId, mode: Mode, place: &Place) {
        let provider = self.provider;
        match &provider[id] {
            Type::Array(array) => self.ty(array.item, mode, place),
            Type::Object(object) if is_map(object) => {
                object.additional.iter().for_each(|it| self.ty(*it, mode, place));
            }
            Type::Union(_) if mode == Mode::Written => self.meet(Item::Choice(id), place),
            Type::Object(_) | Type::Discriminated(_) if self.seen.insert((id, mode)) => self.object(id, mode, place),
            _ => {}
        }
    }

    fn object(&mut self, id: TypeId, mode: Mode, place: &Place) {
        let provider = self.provider;
        let union = matches!(provider[id], Type::Discriminated(_));
        let item = match mode {
            Mode::Written if union => Item::Union(id),
            Mode::Written => Item::Object(id),
            Mode::Read => Item::View(id),
            Mode::Secret => Item::Secrets(id),
        };
        self.meet(item, place);
        let inside = Place { owner: Some(item), ..place.clone() };
        match &provider[id] {
            Type::Object(object) => {
                self.properties(object.properties.iter(), mode, &inside);
                object.additional.iter().for_each(|it| self.ty(*it, mode, &inside));
            }
            Type::Discriminated(union) if mode == Mode::Written => self.variants(id, union, &inside),
            Type::Discriminated(union) => self.properties(union.base.iter(), mode, &inside),
            _ => {}
        }
    }

    fn variants(&mut self, id: TypeId, union: &Discriminated, around: &Place) {
        for index in 0..union.variants.len() {
            let item = Item::Variant(id, index);
            self.meet(item, around);
            let inside = Place { owner: Some(item), ..around.clone() };
            let properties = variant(self.provider, union, index);
            let is_body = around.path.is_empty();
            let properties = properties.into_iter().filter(|it| !(is_body && is_given(it)));
            self.properties(properties, Mode::Written, &inside);
            if let Type::Object(Object { additional: Some(additional), .. }) =
                &self.provider[union.variants[index].body]
            {
                self.ty(*additional, Mode::Written, &inside);
            }
        }
    }

    fn meet(&mut self, item: Item, place: &Place) {
        let Place { path, owner, property } = place.clone();
        self.met.push(Meeting { item, path, owner, property });
    }
}
