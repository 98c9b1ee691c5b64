//! Leaves one of all types that cannot be told apart, and puts the rest in an order that depends on nothing but what
//! they are. It must not know where they come from.

use std::collections::BTreeMap;

use types::{Damaged, Function, Provider, ResourceType, Type, TypeId};

/// The same provider with each type once, the first where it is first needed, and none that nothing needs.
pub(crate) fn merge(provider: &Provider) -> Result<Provider, Damaged> {
    let mut order = Order { types: provider.types(), classes: &classes(provider.types()), ..Order::default() };
    let resources = provider.resources().iter().map(|it| resource(it, &mut order)).collect();
    let types = order.placed.iter().map(|id| provider[*id].clone().map_parts(|part| order.places[&order.class(part)]));
    Provider::new(provider.namespace(), resources, types.collect())
}

/// A number for each type; equal for two that are made of equal types, however deep one looks.
fn classes(types: &[Type]) -> Vec<usize> {
    let mut shapes = numbers(types.iter().map(|ty| ty.clone().map_parts(|_| TypeId::default())));
    let parts: Vec<_> = types.iter().map(Type::parts).collect();
    loop {
        let deeper = |(at, parts): (usize, &Vec<TypeId>)| {
            (shapes[at], parts.iter().map(|part| shapes[part.index()]).collect::<Vec<_>>())
        };
        let next = numbers(parts.iter().enumerate().map(deeper));
        // Looking deeper only ever tells more types apart: with no more numbers, nothing has changed.
        if next.iter().max() == shapes.iter().max() {
            return next;
        }
        shapes = next;
    }
}

/// Equal things have equal numbers, counted from zero.
fn numbers<T: Ord>(things: impl Iterator<Item = T>) -> Vec<usize> {
    let mut known = BTreeMap::new();
    let number = |thing| {
        let next = known.len();
        *known.entry(thing).or_insert(next)
    };
    things.map(number).collect()
}

fn resource(resource: &ResourceType, order: &mut Order<'_>) -> ResourceType {
    let body = order.place(resource.body);
    let functions = resource.functions.iter().map(|it| Function {
        name: it.name.clone(),
        input: it.input.map(|input| order.place(input)),
        output: order.place(it.output),
    });
    ResourceType { functions: functions.collect(), body, ..resource.clone() }
}

#[derive(Default)]
struct Order<'a> {
    types: &'a [Type],
    classes: &'a [usize],
    /// One type of each class, where it is first needed.
    placed: Vec<TypeId>,
    /// Where the types of a class have come.
    places: BTreeMap<usize, TypeId>,
}

impl Order<'_> {
    fn class(&self, id: TypeId) -> usize {
        self.classes[id.index()]
    }

    /// The new place of a type, which its parts follow, depth first.
    fn place(&mut self, id: TypeId) -> TypeId {
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            let class = self.class(id);
            if !self.places.contains_key(&class) {
                self.places.insert(class, TypeId::new(self.placed.len()));
                self.placed.push(id);
                waiting.extend(self.types[id.index()].parts().into_iter().rev());
            }
        }
        self.places[&self.class(id)]
    }
}
