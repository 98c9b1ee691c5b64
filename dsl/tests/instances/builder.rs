//! Makes a value of any type of the data. It must not know where a resource belongs, nor how a text is found.

use std::collections::{BTreeMap, BTreeSet};

use dsl::{Entry, Expr};
use types::{Array, Integer, Provider, ResourceType, Type, TypeId, Union};

use super::random::Random;
use super::shape::Shape;
use super::turns::Turns;
use super::{Choice, Input};

pub(super) struct Builder<'p> {
    pub(super) provider: &'p Provider,
    pub(super) choice: Choice,
    pub(super) random: Random,
    /// The params that are referred to.
    pub(super) inputs: BTreeMap<String, Input>,
    /// Whether the object that is being made has more than what is required.
    pub(super) rich: bool,
    /// The object types that have been made with all their properties.
    pub(super) complete: BTreeSet<TypeId>,
    pub(super) turns: Turns,
    /// How many properties have been made.
    pub(super) properties: usize,
}

impl<'p> Builder<'p> {
    pub(super) fn new(provider: &'p Provider, choice: Choice) -> Self {
        let random = Random::new(if let Choice::Random(seed) = choice { seed } else { 0 });
        let (inputs, complete, turns) = Default::default();
        Builder { provider, choice, random, inputs, rich: true, complete, turns, properties: 0 }
    }

    /// The name of a resource, its other properties, and the params that these refer to. Of another one of the same
    /// type, the unions of objects take further turns.
    pub(super) fn resource(&mut self, resource: &ResourceType) -> (Expr, Expr, BTreeMap<String, Input>) {
        self.complete.clear();
        // Random instances of different types differ in more than their types.
        self.random.mix(&resource.name);
        let Expr::Object(entries) = self.value("", resource.body) else { panic!("a resource is an object") };
        let (name, others): (Vec<_>, Vec<_>) = entries.iter().cloned().partition(|it| it.name() == Some("name"));
        let Some(Entry::Property(_, name)) = name.into_iter().next() else { panic!("a resource has a name") };
        (name, Expr::Object(others.into()), std::mem::take(&mut self.inputs))
    }

    /// A value for the property of that name.
    pub(super) fn value(&mut self, property: &str, ty: TypeId) -> Expr {
        match &self.provider[ty] {
            Type::Any => self.anything(),
            Type::Boolean => Expr::Bool(self.choice != Choice::Minimal && !self.random.one_in(3)),
            Type::Integer(bounds) => Expr::Int(self.integer(bounds)),
            Type::String(text) => self.text(property, text),
            Type::StringLiteral(text) => self.literal(property, text.clone()),
            Type::Union(union) => self.member(property, union),
            Type::Array(array) => self.array(property, array),
            Type::Object(object) if object.sensitive => self.secret_object(object),
            Type::Object(object) => self.object(ty, &Shape::of_object(object)),
            Type::Discriminated(union) => self.variant(ty, union),
        }
    }

    fn anything(&mut self) -> Expr {
        let kind = if self.is_random() { self.random.below(6) } else { 5 };
        match kind {
            0 => Expr::Bool(true),
            1 => Expr::Int(-1),
            2 => Expr::string("anything"),
            3 => Expr::array([Expr::Int(1), Expr::string("anything")]),
            4 => Expr::Null,
            _ => Expr::object([("key", Expr::string("anything"))]),
        }
    }

    fn integer(&mut self, bounds: &Integer) -> i64 {
        let (min, max) = (bounds.min.unwrap_or(i64::MIN), bounds.max.unwrap_or(i64::MAX));
        match self.choice {
            Choice::Minimal => 1.clamp(min, max),
            Choice::Fullest => 1.clamp(min, max).saturating_add(1).min(max),
            Choice::Random(_) => {
                let from = if self.random.one_in(4) { max.min(1 << 40) } else { 0.clamp(min, max) };
                let step = i64::try_from(self.random.below(1000)).unwrap_or_default();
                from.saturating_add(step).clamp(min, max)
            }
        }
    }

    fn member(&mut self, property: &str, union: &Union) -> Expr {
        match &union.others {
            Some(others) if others.sensitive || self.is_random() && self.random.one_in(4) => {
                return self.text(property, others);
            }
            _ => {}
        }
        let at = match self.choice {
            Choice::Minimal => 0,
            Choice::Fullest => union.members.len() - 1,
            Choice::Random(_) => self.random.below(union.members.len()),
        };
        self.literal(property, union.members[at].clone())
    }

    fn array(&mut self, property: &str, array: &Array) -> Expr {
        let wished = match (self.choice, &self.provider[array.item]) {
            _ if !self.rich || self.is_impossible(array.item) => 0,
            (Choice::Minimal, _) => 0,
            (Choice::Fullest, Type::Discriminated(union)) if self.turns.is_new(array.item) => union.variants.len(),
            (Choice::Fullest, _) => 1,
            (Choice::Random(_), _) => self.random.below(3),
        };
        let wished = wished as u64;
        let length = wished.min(array.max_length.unwrap_or(u64::MAX)).max(array.min_length.unwrap_or(0));
        let items: Vec<_> = (0..length).map(|_| self.value(property, array.item)).collect();
        Expr::array(items)
    }

    pub(super) fn is_random(&self) -> bool {
        matches!(self.choice, Choice::Random(_))
    }
}
