//! Test support: graphs that are random and sound: modules in modules, in other scopes, under conditions and in loops, many called
//! alike;
//! loops over all that can be walked, children, extensions, existing resources, types and functions of the user, secrets,
//! and references between all of them, in all directions. It must not know how a graph is rendered.

#![allow(dead_code, reason = "each test program uses a part of it")]

mod kinds;
mod pool;
#[path = "../instances/random.rs"]
mod random;
mod regions;
mod steps;
mod types;
mod values;

use std::collections::BTreeSet;

use dsl::functions::{resource_group, unique_string};
use dsl::{Function, Graph, Layout, Limits, RawResource, Resource, ResourceGroup, Secret, Value};

use self::kinds::Added;
use self::pool::Pool;
use self::random::Random;
use self::types::{Size, Tier};

/// So small that a random graph has to be cut.
const SMALL: Limits = Limits { resources: 6, ..Limits::ARM };
pub(crate) const SHARDED: Layout = Layout::ShardedWithin(SMALL);

/// What is in a graph, as resources of Azure.
pub(crate) type Raw = Resource<RawResource>;

type G = Graph<ResourceGroup>;

/// A graph of about `size` statements that a seed determines.
pub(crate) fn random(seed: u64, size: usize) -> G {
    let mut g = Graph::new();
    let mut author = Author { random: Random::new(seed), next: 0, modules: BTreeSet::new() };
    let mut pool = author.given(&mut g);
    author.fill(&mut g, &mut pool, size, &Place::default());
    author.conclude(&mut g, &pool);
    g
}

/// Where statements are added.
#[derive(Clone, Default)]
struct Place {
    /// What tells the resources of the loops around apart.
    item: Option<Value<String>>,
    /// A loop in the same module, where Bicep takes no other one.
    in_loop: bool,
    conditions: usize,
    modules: usize,
    /// Which module it is in.
    module: usize,
    /// The variables of the loops around that others have, too.
    variables: Vec<&'static str>,
}

/// Whoever writes the graph.
struct Author {
    random: Random,
    /// The number of the next symbol.
    next: usize,
    /// The names that modules share with others, each with the module that it is in.
    modules: BTreeSet<(usize, &'static str)>,
}

impl Author {
    fn given(&mut self, g: &mut G) -> Pool {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let prefix = g.param("prefix").default("con").length(2..=8).describe("Prefix of names.");
        let flag = g.param_of::<bool>("flag").default(self.random.one_in(2)).describe("Whether some are there.");
        let names = g.param_of::<Vec<String>>("names").default(["a", "b"]).describe("Names of some.");
        let token = g.param_of::<Secret<String>>("token").describe("A secret.");
        let vault = dsl::raw_existing(kinds::VAULT, "kv-contoso").where_used().add(g, "vault");
        let suffix = g.var("suffix", &prefix + "x").describe("Suffix of names.");
        let common = g.var("common", unique_string([resource_group().id()])).describe("What is the same in one group.");
        Pool {
            location: (&location).into(),
            flag: (&flag).into(),
            lists: vec![(&names).into(), Value::from(["u", "v"])],
            late_lists: Vec::new(),
            tiers: vec![tiers(g)],
            joined: joined(g),
            secrets: vec![(&token).into()],
            vault: Some(vault),
            given: vec![(&prefix).into()],
            early: vec![(&prefix).into(), suffix.into(), common.into()],
            // It is declared last, and referred to by its symbol.
            late: vec![Value::new(dsl::Expr::Symbol("lastIdentity".into()).member("properties").member("clientId"))],
            from_outside: Vec::new(),
            targets: Vec::new(),
            others: Vec::new(),
            accounts: Vec::new(),
        }
    }

    fn fill(&mut self, g: &mut G, pool: &mut Pool, size: usize, place: &Place) -> Vec<Raw> {
        (0..size).flat_map(|_| self.step(g, pool, place)).collect()
    }

    /// Gives everything that nothing may have used to an output.
    fn conclude(&mut self, g: &mut G, pool: &Pool) {
        let early = pool.early.iter().map(|value| value.expr().clone());
        g.output("early", Value::<Vec<String>>::new(dsl::Expr::array(early))).describe("All that is known early.");
        g.output("flagged", &pool.flag).describe("Whether some are there.");
        g.output("place", &pool.location).describe("Region.");
        g.output("tiers", &pool.tiers[0]).describe("What is deployed together.");
        for (index, list) in pool.lists.iter().enumerate() {
            g.output(format!("list{index}"), dsl::functions::join(list, ",")).describe("A list.");
        }
        for value in self.some(&pool.late, 6) {
            let symbol = self.symbol("value");
            g.output(symbol, value).describe("Something that is known late.");
        }
        kinds::identity("lastone".into(), &pool.location).add_to(g, "lastIdentity");
        if let Some(vault) = &pool.vault {
            let secret = dsl::raw(kinds::SECRET, "last").child_of(vault);
            kinds::set_secret(secret, &pool.secrets[0]).add_to(g, "lastSecret");
        }
    }

    fn symbol(&mut self, word: &str) -> String {
        self.next += 1;
        format!("{word}{}", self.next)
    }

    /// The name of a module, and the place in it: often one that modules elsewhere or other statements have.
    fn named_module(&mut self, word: &str, place: &Place) -> (String, Place) {
        let name = self.one(&["prefix", "names", "token", "item", "account", "suffix"]).unwrap_or("part");
        let symbol = if self.random.one_in(2) && self.modules.insert((place.module, name)) {
            name.to_owned()
        } else {
            self.symbol(word)
        };
        self.next += 1;
        (symbol, Place { modules: place.modules + 1, module: self.next, in_loop: false, ..place.clone() })
    }

    /// The variable of a loop, and the place in it: often one that loops elsewhere have.
    fn named_variable(&mut self, word: &str, place: &Place) -> (String, Place) {
        // Inside of a loop, the position in that one may be called `index`.
        let name = self.one(&["item", "part", "index"]).filter(|name| !place.variables.contains(name));
        let name = name.filter(|name| *name != "index" || place.item.is_none());
        let mut place = place.clone();
        match name.filter(|_| self.random.one_in(2)) {
            Some(name) => {
                place.variables.push(name);
                (name.to_owned(), place)
            }
            None => (self.symbol(word), place),
        }
    }

    fn some<T: Clone>(&mut self, all: &[T], most: usize) -> Vec<T> {
        let count = self.random.below(most + 1);
        (0..count).filter_map(|_| self.one(all)).collect()
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| all[self.random.below(all.len())].clone())
    }
}

fn tiers(g: &mut G) -> Value<Vec<Tier>> {
    let all =
        [Tier::new("web", Size::Small).note("public"), Tier::new("data", Size::Large), Tier::new("logs", Size::Large)];
    (&g.param_of::<Vec<Tier>>("tiers").default(all).describe("What is deployed together.")).into()
}

fn joined(g: &mut G) -> Function<(String, String), String> {
    let text = |one: Value<String>, other: Value<String>| one + "j" + other;
    g.function("joined", ["one", "other"], text).describe("Two texts as one.")
}
