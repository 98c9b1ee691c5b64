//! The statements of a random graph, one kind for each function. It must not know what became of them.

use dsl::functions::range;
use dsl::{Graph, RawResource, ResourceBody, ResourceGroup, Value};

use super::kinds::Added;
use super::pool::Pool;
use super::{Author, Place, Raw, kinds};

type G = Graph<ResourceGroup>;

impl Author {
    /// Adds something, and returns the resources that can be referred to.
    pub(super) fn step(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let is_free = place.item.is_none() && !place.in_condition;
        match self.random.below(16) {
            3..7 => self.account(g, pool, place),
            7 => self.blobs(g, pool),
            8 => self.lock(g, pool, place),
            9 => self.secret(g, pool, place),
            10 => self.var(g, pool, place),
            11 if place.item.is_none() => self.output(g, pool),
            12 if !place.in_condition => self.when(g, pool, place),
            13 if place.item.is_none() => self.each(g, pool, place),
            14 if is_free && !place.in_module => self.module(g, pool, place),
            15 if !place.in_module => self.module(g, pool, place),
            _ => self.identity(g, pool, place),
        }
    }

    fn name(&mut self, word: &str, place: &Place) -> Value<String> {
        let name = Value::new(dsl::Expr::string(self.symbol(word)));
        match &place.item {
            Some(item) => name + item,
            None => name,
        }
    }

    fn identity(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let name = self.name("id", place);
        let resource = match self.one(&pool.early).filter(|_| self.random.one_in(3)) {
            Some(early) => kinds::identity(name + &early, &pool.location),
            None => self.behind(kinds::identity(name, &pool.location), pool),
        };
        let identity = resource.add(g, self.symbol("identity"));
        pool.late.push(kinds::late(&identity));
        pool.late.push(identity.id());
        pool.targets.push(identity.clone());
        vec![identity]
    }

    fn account(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let name = self.name("st", place);
        let values = self.some(&pool.late, 3);
        let resource = kinds::account(name, &pool.location);
        let resource = if values.is_empty() { self.behind(resource, pool) } else { resource };
        let resource = kinds::referring(resource, "properties.customDomain.name", &values);
        let account = resource.add(g, self.symbol("account"));
        pool.late.push(kinds::endpoint(&account));
        pool.early.extend(self.random.one_in(4).then(|| account.name()));
        pool.secrets.push(kinds::key(&account));
        pool.targets.push(account.clone());
        pool.accounts.push(account);
        Vec::new()
    }

    /// Behind another one, or not.
    fn behind(&mut self, resource: RawResource, pool: &Pool) -> RawResource {
        match self.one(&pool.targets).filter(|_| self.random.one_in(4)) {
            Some(other) => resource.depends_on(&other),
            None => resource,
        }
    }

    fn blobs(&mut self, g: &mut G, pool: &mut Pool) -> Vec<Raw> {
        if pool.accounts.is_empty() {
            return Vec::new();
        }
        let account = pool.accounts.swap_remove(self.random.below(pool.accounts.len()));
        let blobs = kinds::blobs(&account);
        let blobs = if self.random.one_in(2) { blobs.nested() } else { blobs };
        blobs.add_to(g, self.symbol("blobs"));
        Vec::new()
    }

    fn lock(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        if let Some(target) = self.one(&pool.targets) {
            let name = self.name("lock", place);
            kinds::lock(name, &target).add_to(g, self.symbol("lock"));
        }
        Vec::new()
    }

    fn secret(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        if let Some(value) = self.one(&pool.secrets) {
            let secret = dsl::raw(kinds::SECRET, self.name("secret", place)).child_of(&pool.vault);
            let values = self.some(&pool.late, 2);
            let secret = kinds::referring(secret, "properties.contentType", &values);
            kinds::set_secret(secret, &value).add_to(g, self.symbol("secret"));
        }
        Vec::new()
    }

    fn var(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        if let Some(early) = self.one(&pool.early) {
            let value = match &place.item {
                Some(item) => early + item,
                None => early + "v",
            };
            let var = g.var(self.symbol("text"), value).describe("A text.");
            pool.early.push((&var).into());
            let identity = kinds::identity(self.name("id", place) + &var, &pool.location);
            identity.add_to(g, self.symbol("identity"));
        }
        Vec::new()
    }

    fn output(&mut self, g: &mut G, pool: &mut Pool) -> Vec<Raw> {
        if let Some(late) = self.one(&pool.late) {
            g.output(self.symbol("seen"), &late + "!").describe("Something that is known late.");
        }
        Vec::new()
    }

    fn when(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let (size, flag) = (1 + self.random.below(3), pool.flag.clone());
        let condition = if self.random.one_in(3) { !flag } else { flag };
        let mut inside = Pool { accounts: Vec::new(), ..pool.clone() };
        let place = Place { in_condition: true, ..place.clone() };
        let kept = g.when(condition, |g| self.fill(g, &mut inside, size, &place));
        let mut ids = Vec::new();
        for index in 0..kept.non_null().len() {
            pool.late.push(kept.read(|kept| kinds::late(&kept[index])).or_else("none"));
            ids.push(kept.non_null()[index].id());
        }
        pool.late.extend(ids);
        Vec::new()
    }

    fn each(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let size = 1 + self.random.below(3);
        let mut inside = Pool { accounts: Vec::new(), ..pool.clone() };
        let symbol = self.symbol("item");
        let repeated = match self.random.below(3) {
            0 => g.each(symbol, &pool.names, |g, item, _| {
                let place = Place { item: Some(item.clone()), ..place.clone() };
                self.fill(g, &mut inside, size, &place)
            }),
            1 => g.each(symbol, range(0, 3), |g, item, _| {
                let place = Place { item: Some(dsl::functions::string(item)), ..place.clone() };
                self.fill(g, &mut inside, size, &place)
            }),
            _ => g.each(symbol, ["u", "v"], |g, item, index| {
                let item = item + dsl::functions::string(index);
                self.fill(g, &mut inside, size, &Place { item: Some(item), ..place.clone() })
            }),
        };
        for element in [0, 1] {
            let resources = repeated.at(element);
            pool.late.extend(resources.iter().map(kinds::late));
            pool.targets.extend(resources.iter().cloned());
        }
        Vec::new()
    }
}
