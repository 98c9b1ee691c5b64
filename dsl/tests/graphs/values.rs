//! Params, vars and outputs of a random graph. It must not know resources but by what can be read of them.

use dsl::Value;
use dsl::functions::{join, map, map_indexed, string, to_lower};

use super::kinds::Added;
use super::pool::Pool;
use super::{Author, G, Place, Raw, kinds};

impl Author {
    pub(super) fn param(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        if let Some(default) = self.one(&pool.given) {
            let symbol = self.symbol("given");
            let param = g.param(symbol).default(default + "d").describe("A text.");
            pool.given.push((&param).into());
            self.note(g, pool, place, (&param).into());
        }
        Vec::new()
    }

    /// Something early, with a resource that needs it.
    fn note(&mut self, g: &mut G, pool: &mut Pool, place: &Place, early: Value<String>) {
        let identity = kinds::identity(self.name("id", place) + &early, &pool.location);
        identity.add_to(g, self.symbol("identity"));
        pool.early.push(early);
    }

    pub(super) fn var(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let Some(value) = self.early(pool) else { return Vec::new() };
        let value = match &place.item {
            Some(item) => value + item,
            None => value + "v",
        };
        let var = g.var(self.symbol("text"), value).describe("A text.");
        self.note(g, pool, place, (&var).into());
        Vec::new()
    }

    /// Something that is known early, in one of the forms that it can be written in.
    pub(super) fn early(&mut self, pool: &Pool) -> Option<Value<String>> {
        let (one, other) = (self.one(&pool.early)?, self.one(&pool.early)?);
        Some(match self.random.below(6) {
            // What compiles its own calls into its arguments is beyond the official tool that foretells resources.
            0 => pool.joined.call(self.one(&pool.given)?, self.one(&pool.given)?),
            1 => to_lower(one),
            2 => pool.flag.then(one).otherwise(other),
            _ => one,
        })
    }

    pub(super) fn list(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        if place.item.is_some() {
            return Vec::new();
        }
        if let (Some(list), Some(early)) = (self.one(&pool.lists), self.one(&pool.early)) {
            let symbol = self.symbol("list");
            let list = if self.random.one_in(2) { map(list, |item| item + "m" + early) } else { list };
            let list = g.var(symbol, list).describe("A list.");
            pool.lists.push((&list).into());
            self.note(g, pool, place, join(&list, ""));
        }
        Vec::new()
    }

    /// A text that lambdas make, whose variables are called like those of loops and like symbols.
    fn text_of_all(&mut self, pool: &Pool, place: &Place) -> Option<Value<String>> {
        let (list, early) = (self.one(&pool.lists)?, self.one(&pool.early)?);
        let early = place.item.iter().fold(early, |early, item| early + item);
        Some(join(map_indexed(list, |name, at| name + string(at) + &early), ","))
    }

    pub(super) fn output(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let symbol = self.symbol("value");
        match self.random.below(5) {
            4 => {
                if let Some(text) = self.text_of_all(pool, place) {
                    g.output(symbol, text).describe("A text of all in a list.");
                }
            }
            0 if place.conditions == 0 && !place.in_loop => {
                if let Some(secret) = self.one(&pool.secrets) {
                    g.output(symbol, secret).describe("A secret.");
                }
            }
            1 if !place.in_loop && place.conditions == 0 && place.item.is_none() => {
                if let Some(list) = self.one(&pool.late_lists) {
                    g.output(symbol, list).describe("Something of all.");
                }
            }
            _ => {
                if let Some(value) = self.one(&pool.late) {
                    g.output(symbol, value).describe("Something that is known late.");
                }
            }
        }
        Vec::new()
    }
}
