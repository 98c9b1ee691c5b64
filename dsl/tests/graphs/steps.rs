//! The statements of a random graph, one kind for each function. It must not know what became of them.

use dsl::functions::guid;
use dsl::{RawResource, ResourceBody, Value};

use super::kinds::Added;
use super::pool::Pool;
use super::{Author, G, Place, Raw, kinds};

/// So deep are modules in modules, and conditions under conditions.
const DEEPEST: usize = 2;

impl Author {
    /// Adds something, and returns the resources that can be referred to.
    pub(super) fn step(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let is_module = place.modules <= DEEPEST;
        match self.random.below(29) {
            0..5 => self.account(g, pool, place),
            5..7 => self.blobs(g, pool),
            7..9 => self.lock(g, pool, place),
            9..11 => self.secret(g, pool, place),
            11 | 12 => self.var(g, pool, place),
            13 if place.item.is_none() || !place.in_loop && place.modules == 0 => self.output(g, pool, place),
            14 | 15 if place.conditions < DEEPEST => self.when(g, pool, place),
            16 | 17 if !place.in_loop && is_module => self.each(g, pool, place),
            18..20 if is_module => self.module(g, pool, place),
            20 if is_module => self.elsewhere(g, pool, place),
            21 => self.param(g, pool, place),
            22 => self.list(g, pool, place),
            23 if place.item.is_none() => self.choice(g, pool),
            24 => self.network(g, pool, place),
            25 => self.existing(g, pool, place),
            26 => self.grant(g, pool, place),
            27 if !place.in_loop && place.modules < DEEPEST => self.grid(g, pool, place),
            _ => self.identity(g, pool, place),
        }
    }

    pub(super) fn name(&mut self, word: &str, place: &Place) -> Value<String> {
        let name = Value::new(dsl::Expr::string(self.symbol(word)));
        match &place.item {
            Some(item) => name + item,
            None => name,
        }
    }

    fn identity(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let name = self.name("id", place);
        let resource = match self.early(pool).filter(|_| self.random.one_in(3)) {
            Some(early) => kinds::identity(name + &early, &pool.location),
            None => self.behind(kinds::identity(name, &pool.location), pool),
        };
        // What is late outside of a module is early in it.
        let given = self.one(&pool.from_outside).filter(|_| self.random.one_in(3));
        let resource = given.iter().fold(resource, |resource, given| resource.property("tags.of", given));
        let identity = resource.add(g, self.symbol("identity"));
        pool.late.push(kinds::late(&identity));
        pool.late.push(identity.id());
        pool.targets.push(identity.clone());
        pool.others.push(identity.clone());
        vec![identity]
    }

    fn account(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let name = self.name("st", place);
        let values = self.some(&pool.late, 3);
        let resource = kinds::account(name, &pool.location);
        let resource = if values.is_empty() { self.behind(resource, pool) } else { resource };
        let resource = if self.random.one_in(6) { resource.only_if_not_exists() } else { resource };
        let resource = kinds::referring(resource, "properties.customDomain.name", &values);
        let account = resource.add(g, self.symbol("account"));
        self.offer(pool, account);
        Vec::new()
    }

    /// What a storage account has to give.
    fn offer(&mut self, pool: &mut Pool, account: Raw) {
        pool.late.push(kinds::endpoint(&account));
        pool.early.extend(self.random.one_in(4).then(|| account.name()));
        pool.secrets.push(kinds::key(&account));
        pool.targets.push(account.clone());
        pool.others.push(account.clone());
        pool.accounts.push(account);
    }

    /// Behind another one, or not.
    fn behind(&mut self, resource: RawResource, pool: &Pool) -> RawResource {
        match self.one(&pool.others).filter(|_| self.random.one_in(4)) {
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
        if let (Some(value), Some(vault)) = (self.one(&pool.secrets), &pool.vault) {
            let secret = dsl::raw(kinds::SECRET, self.name("secret", place)).child_of(vault);
            let values = self.some(&pool.late, 2);
            let secret = kinds::referring(secret, "properties.contentType", &values);
            kinds::set_secret(secret, &value).add_to(g, self.symbol("secret"));
        }
        Vec::new()
    }

    /// A network with a list that a loop makes.
    fn network(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let network = kinds::network(self.name("vnet", place), &pool.location);
        let list = self.one(&pool.late_lists);
        let network =
            list.iter().fold(network, |network, list| network.property("properties.dhcpOptions.dnsServers", list));
        let network = network.add(g, self.symbol("network"));
        pool.targets.push(network.clone());
        pool.others.push(network);
        Vec::new()
    }

    /// An account that is there already, here or in another group.
    fn existing(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let name = self.name("given", place);
        let existing = dsl::raw_existing(kinds::STORAGE, name);
        if self.random.one_in(3) {
            let group = dsl::Expr::call("resourceGroup", ["rg-hub".into()]);
            let far = existing.in_scope(group).where_used().add(g, self.symbol("far"));
            pool.late.push(kinds::endpoint(&far));
            pool.secrets.push(kinds::key(&far));
            pool.early.push(far.name());
        } else {
            let near = existing.add(g, self.symbol("near"));
            kinds::lock(self.name("lock", place), &near).add_to(g, self.symbol("lock"));
            self.offer(pool, near);
        }
        Vec::new()
    }

    /// A role that an identity of anywhere gets on something.
    fn grant(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        if let (Some(target), Some(principal)) = (self.one(&pool.targets), self.one(&pool.late)) {
            let name = guid([self.name("grant", place), target.id()]);
            kinds::grant(name, &target, principal).add_to(g, self.symbol("grant"));
        }
        Vec::new()
    }
}
