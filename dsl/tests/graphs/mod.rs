//! Test support: graphs that are random and sound: modules, conditions, loops, children, extensions, existing resources,
//! secrets, and references between all of them. It must not know how a graph is rendered.

#![allow(dead_code, reason = "each test program uses a part of it")]

mod kinds;
mod pool;
#[path = "../instances/random.rs"]
mod random;
mod steps;

use dsl::functions::resource_group;
use dsl::{DeploymentScope, Graph, Layout, Limits, RawResource, Resource, ResourceGroup, Secret, Value};

use self::kinds::Added;
use self::pool::Pool;
use self::random::Random;

/// So small that a random graph has to be cut.
const SMALL: Limits = Limits { resources: 6, ..Limits::ARM };
pub(crate) const SHARDED: Layout = Layout::ShardedWithin(SMALL);

/// What is in a graph, as resources of Azure.
pub(crate) type Raw = Resource<RawResource>;

/// A graph of about `size` statements that a seed determines.
pub(crate) fn random(seed: u64, size: usize) -> Graph<ResourceGroup> {
    let mut g = Graph::new();
    let mut author = Author { random: Random::new(seed), next: 0 };
    let mut pool = author.given(&mut g);
    author.fill(&mut g, &mut pool, size, &Place::default());
    author.conclude(&mut g, &pool);
    g
}

/// Where statements are added.
#[derive(Clone, Default)]
struct Place {
    /// What tells the resources of a loop apart.
    item: Option<Value<String>>,
    in_condition: bool,
    in_module: bool,
}

/// Whoever writes the graph.
struct Author {
    random: Random,
    /// The number of the next symbol.
    next: usize,
}

impl Author {
    fn given(&mut self, g: &mut Graph<ResourceGroup>) -> Pool {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let prefix = g.param("prefix").default("con").length(2..=8).describe("Prefix of names.");
        let flag = g.param_of::<bool>("flag").default(self.random.one_in(2)).describe("Whether some are there.");
        let names = g.param_of::<Vec<String>>("names").default(["a", "b"]).describe("Names of some.");
        let token = g.param_of::<Secret<String>>("token").describe("A secret.");
        let vault = dsl::raw_existing(kinds::VAULT, "kv-contoso").where_used().add(g, "vault");
        let suffix = g.var("suffix", &prefix + "x").describe("Suffix of names.");
        Pool {
            location: (&location).into(),
            flag: (&flag).into(),
            names: (&names).into(),
            secrets: vec![(&token).into()],
            vault,
            early: vec![(&prefix).into(), suffix.into()],
            late: Vec::new(),
            targets: Vec::new(),
            accounts: Vec::new(),
        }
    }

    fn fill(&mut self, g: &mut Graph<ResourceGroup>, pool: &mut Pool, size: usize, place: &Place) -> Vec<Raw> {
        (0..size).flat_map(|_| self.step(g, pool, place)).collect()
    }

    fn module(&mut self, g: &mut Graph<ResourceGroup>, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let (symbol, size) = (self.symbol("part"), 1 + self.random.below(5));
        let inside = Place { in_module: true, ..place.clone() };
        g.module(symbol, DeploymentScope, |g| self.fill(g, pool, size, &inside))
    }

    /// Gives everything that nothing may have used to an output.
    fn conclude(&mut self, g: &mut Graph<ResourceGroup>, pool: &Pool) {
        let early = pool.early.iter().map(|value| value.expr().clone());
        g.output("early", Value::<Vec<String>>::new(dsl::Expr::array(early))).describe("All that is known early.");
        g.output("flagged", &pool.flag).describe("Whether some are there.");
        g.output("named", &pool.names).describe("Names of some.");
        g.output("place", &pool.location).describe("Region.");
        for value in self.some(&pool.late, 6) {
            let symbol = self.symbol("value");
            g.output(symbol, value).describe("Something that is known late.");
        }
        let secret = dsl::raw(kinds::SECRET, "last").child_of(&pool.vault);
        kinds::set_secret(secret, &pool.secrets[0]).add_to(g, "lastSecret");
    }

    fn symbol(&mut self, word: &str) -> String {
        self.next += 1;
        format!("{word}{}", self.next)
    }

    fn some<T: Clone>(&mut self, all: &[T], most: usize) -> Vec<T> {
        let count = self.random.below(most + 1);
        (0..count).filter_map(|_| self.one(all)).collect()
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| all[self.random.below(all.len())].clone())
    }
}
