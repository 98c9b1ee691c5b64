//! Finds the places of an instance where a fault can be made. It must not know which of them are made.

use dsl::{Entry, Expr, Item};
use types::{Discriminated, Property, Provider, Type, TypeId};

use super::Instance;
use super::mutation::{Change, Fault};
use super::shape::Shape;
use super::wrong::wrong_values;

/// Calls `take` with every fault that can be made, and the path to its place.
pub(super) fn visit(instance: &Instance<'_>, take: &mut dyn FnMut(&[usize], Fault)) {
    let mut visitor = Visitor { provider: instance.provider, path: Vec::new(), take };
    let provider = instance.provider;
    match &provider[instance.resource.body] {
        Type::Object(object) => visitor.object(&instance.body, &Shape::of_object(object)),
        Type::Discriminated(union) => visitor.body(instance, union),
        other => panic!("a resource is an object, not {other:?}"),
    }
}

struct Visitor<'p, 'v> {
    provider: &'p Provider,
    path: Vec<usize>,
    take: &'v mut dyn FnMut(&[usize], Fault),
}

impl<'p> Visitor<'p, '_> {
    fn fault(&mut self, kind: &'static str, check: &'static str, change: Change) {
        (self.take)(&self.path, Fault { kind, check, change });
    }

    /// The properties of a resource that comes in variants, maybe by its name, which is not among them.
    fn body(&mut self, instance: &Instance<'_>, union: &'p Discriminated) {
        let tag =
            if union.discriminator == "name" { Some(&instance.name) } else { instance.body.get(&union.discriminator) };
        let Some(Expr::String(tag)) = tag else { return };
        let tag = tag.rsplit('/').next().unwrap_or(tag);
        if let Some(variant) = union.variants.iter().find(|variant| variant.value == tag) {
            self.object(&instance.body, &Shape::of_variant(self.provider, union, variant));
        }
    }

    fn value(&mut self, expr: &Expr, ty: TypeId) {
        let ty = &self.provider[ty];
        if matches!(expr, Expr::Null) {
            return;
        }
        for (kind, check, value) in wrong_values(ty, expr) {
            self.fault(kind, check, Change::Replace(value));
        }
        match (ty, expr) {
            (Type::Array(array), Expr::Array(items)) => self.items(items, array.item),
            (Type::Object(object), Expr::Object(_)) => self.object(expr, &Shape::of_object(object)),
            (Type::Discriminated(union), Expr::Object(_)) => self.variant(expr, union),
            _ => {}
        }
    }

    fn items(&mut self, items: &[Item], ty: TypeId) {
        for (at, item) in items.iter().enumerate() {
            if let Item::Value(value) = item {
                self.inside(at, |it| it.value(value, ty));
            }
        }
    }

    fn variant(&mut self, expr: &Expr, union: &'p Discriminated) {
        let Some(Expr::String(tag)) = expr.get(&union.discriminator) else { return };
        if let Some(variant) = union.variants.iter().find(|variant| variant.value == *tag) {
            self.object(expr, &Shape::of_variant(self.provider, union, variant));
        }
    }

    fn object(&mut self, expr: &Expr, shape: &Shape<'p>) {
        let Expr::Object(entries) = expr else { return };
        self.unknown(shape);
        self.read_only(shape);
        for (at, entry) in entries.iter().enumerate() {
            let (Some(name), Entry::Property(_, value)) = (entry.name(), entry) else { continue };
            match shape.property(name) {
                Some(property) => self.property(at, value, property, shape),
                None => shape.additional.into_iter().for_each(|ty| self.inside(at, |it| it.value(value, ty))),
            }
        }
    }

    fn property(&mut self, at: usize, value: &Expr, property: &Property, shape: &Shape<'_>) {
        if property.flags.is_required() {
            self.fault("a required property is missing", "missing-property", Change::Drop(at));
        } else if shape.additional.is_none() {
            let misspelt = Change::Rename(at, format!("{}x", property.name));
            self.fault("a misspelt property", "unknown-property", misspelt);
        }
        self.inside(at, |it| it.value(value, property.ty));
    }

    fn unknown(&mut self, shape: &Shape<'_>) {
        if shape.additional.is_none() {
            self.fault("an unknown property", "unknown-property", Change::Add("bogus".to_owned(), Expr::Int(1)));
        }
    }

    fn read_only(&mut self, shape: &Shape<'_>) {
        for property in shape.properties.iter().filter(|property| property.flags.is_read_only()) {
            let value = placeholder(&self.provider[property.ty]);
            let change = Change::Add(property.name.clone(), value);
            self.fault("a read-only property is set", "read-only-property", change);
        }
    }

    fn inside(&mut self, at: usize, visit: impl FnOnce(&mut Self)) {
        self.path.push(at);
        visit(self);
        self.path.pop();
    }
}

/// A value of the right kind.
fn placeholder(ty: &Type) -> Expr {
    match ty {
        Type::Any | Type::String(_) => "text".into(),
        Type::Boolean => true.into(),
        Type::Integer(_) => Expr::Int(1),
        Type::StringLiteral(text) => text.clone().into(),
        Type::Union(union) => union.members[0].clone().into(),
        Type::Array(_) => Expr::array([]),
        Type::Object(_) | Type::Discriminated(_) => Expr::Object(Vec::new().into()),
    }
}
