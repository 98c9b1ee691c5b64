//! Conditions, loops and modules of a random graph. It must not know what is added in them.

use dsl::functions::{filter, range, string};
use dsl::{DeploymentScope, Each, Graph, ResourceGroup, Value};

use super::pool::Pool;
use super::types::Size;
use super::{Author, G, Place, Raw, kinds};

impl Author {
    pub(super) fn when(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let size = 1 + self.random.below(3);
        let condition = self.condition(pool, place);
        let mut inside = pool.inside();
        let place = Place { conditions: place.conditions + 1, ..place.clone() };
        let kept = g.when(condition, |g| self.fill(g, &mut inside, size, &place));
        for index in 0..kept.non_null().len() {
            pool.late.push(kept.read(|kept| kinds::late(&kept[index])).or_else("none"));
            pool.late.push(kept.non_null()[index].id());
            pool.early.push(kept.non_null()[index].name());
            pool.others.push(kept.non_null()[index].clone());
        }
        Vec::new()
    }

    fn condition(&mut self, pool: &Pool, place: &Place) -> Value<bool> {
        let flag = pool.flag.clone();
        match (self.random.below(4), &place.item, self.one(&pool.early)) {
            (0, Some(item), _) => item.ne("a"),
            (1, _, Some(early)) => flag.and(early.ne("none")),
            (2, ..) => !flag,
            _ => flag,
        }
    }

    pub(super) fn each(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let mut inside = pool.inside();
        let repeated = self.walk(g, pool, &mut inside, place);
        for element in [0, 1] {
            let resources = repeated.at(element);
            pool.late.extend(resources.iter().map(kinds::late));
            pool.early.extend(resources.iter().take(1).map(dsl::Resource::name));
            pool.targets.extend(resources.iter().cloned());
            pool.others.extend(resources);
        }
        for index in 0..repeated.at(0).len() {
            pool.late_lists.push(repeated.map(|all| kinds::late(&all[index])));
            pool.late_lists.push(repeated.map(|all| all[index].id()));
        }
        Vec::new()
    }

    /// A loop in a module in a loop, of which single elements are read outside of both, and those of either loop.
    pub(super) fn grid(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let (symbol, place) = self.named_variable("row", place);
        let (part, place) = self.named_module("part", &place);
        let (rows, columns) = (self.one(&pool.lists), self.one(&pool.lists));
        let mut inside = pool.inside();
        inside.from_outside.clone_from(&pool.late);
        let grid = g.each(symbol, rows.unwrap_or_else(Value::empty_list), |g, row, _| {
            let item = place.item.as_ref().map_or(row.clone(), |outer| outer + row);
            let place = Place { item: Some(item), ..place.clone() };
            g.module(part, DeploymentScope, |g| {
                let (symbol, place) = self.named_variable("column", &place);
                let columns = columns.unwrap_or_else(Value::empty_list);
                g.each(symbol, columns, |g, column, _| self.turn(g, &mut inside, &place, column.clone()))
            })
        });
        for (row, column) in [(0, 1), (1, 0)] {
            let resources = grid.at(row).at(column);
            pool.late.extend(resources.iter().map(kinds::late));
            pool.late.extend(resources.iter().map(dsl::Resource::id));
            pool.early.extend(resources.iter().take(1).map(dsl::Resource::name));
            pool.targets.extend(resources.iter().cloned());
            pool.others.extend(resources);
        }
        for index in 0..grid.at(0).at(0).len() {
            pool.late_lists.push(grid.map(|row| kinds::late(&row.at(0)[index])));
            pool.late_lists.push(grid.at(1).map(|all| kinds::late(&all[index])));
        }
        Vec::new()
    }

    /// A loop over something that can be walked.
    fn walk(&mut self, g: &mut G, pool: &Pool, inside: &mut Pool, place: &Place) -> Each<Vec<Raw>> {
        let (symbol, place) = self.named_variable("item", place);
        let place = &place;
        let list = self.one(&pool.lists).unwrap_or_else(Value::empty_list);
        let tiers = self.one(&pool.tiers).unwrap_or_else(Value::empty_list);
        match self.random.below(8) {
            0 => g.each_in_batches(2, symbol, list, |g, item, _| self.turn(g, inside, place, item.clone())),
            1 => g.each(symbol, range(0, 3), |g, item, _| self.turn(g, inside, place, string(item))),
            2 => g.each(symbol, range(2, 2), |g, item, _| self.turn(g, inside, place, string(item))),
            3 => g.each(symbol, ["u", "v"], |g, item, index| self.turn(g, inside, place, item + string(index))),
            4 => g.each(symbol, [7, 8], |g, item, _| self.turn(g, inside, place, string(item))),
            5 => g.each(symbol, tiers, |g, tier, _| {
                inside.early.push(tier.view().note().or_else("nothing"));
                self.turn(g, inside, place, tier.view().name())
            }),
            6 => {
                let some = filter(list, |name| name.ne("z"));
                g.each(symbol, some, |g, item, index| self.turn(g, inside, place, item + string(index)))
            }
            _ => g.each(symbol, list, |g, item, _| self.turn(g, inside, place, item.clone())),
        }
    }

    fn turn(&mut self, g: &mut G, inside: &mut Pool, place: &Place, item: Value<String>) -> Vec<Raw> {
        let item = match &place.item {
            Some(outer) => outer + &item,
            None => item,
        };
        let size = 1 + self.random.below(3);
        self.fill(g, inside, size, &Place { item: Some(item), in_loop: true, ..place.clone() })
    }

    pub(super) fn module(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let ((symbol, inside), size) = (self.named_module("part", place), 1 + self.random.below(5));
        let outside = std::mem::replace(&mut pool.from_outside, pool.late.clone());
        let added = g.module(symbol, DeploymentScope, |g| self.fill(g, pool, size, &inside));
        pool.from_outside = outside;
        added
    }

    /// A module in another group. Only values get out of it.
    pub(super) fn elsewhere(&mut self, g: &mut G, pool: &mut Pool, place: &Place) -> Vec<Raw> {
        let ((symbol, inside), size) = (self.named_module("away", place), 1 + self.random.below(4));
        let mut away = pool.elsewhere();
        away.from_outside.clone_from(&pool.late);
        // One group for all, or one for each item of the loop around.
        let group = match place.item.as_ref().filter(|_| self.random.one_in(2)) {
            Some(item) => ResourceGroup::named("rg-" + item),
            None => ResourceGroup::named("rg-other"),
        };
        g.module(symbol, group, |g: &mut Graph<ResourceGroup>| self.fill(g, &mut away, size, &inside));
        pool.late.extend(self.some(&away.late, 3));
        pool.early.extend(self.one(&away.early));
        pool.secrets.extend(self.one(&away.secrets));
        Vec::new()
    }

    /// The tiers of one size.
    pub(super) fn choice(&mut self, g: &mut G, pool: &mut Pool) -> Vec<Raw> {
        if let Some(tiers) = self.one(&pool.tiers) {
            let symbol = self.symbol("large");
            let large =
                g.var(symbol, filter(tiers, |tier| tier.view().size().eq(Size::Large))).describe("Large tiers.");
            pool.tiers.push((&large).into());
            let symbol = self.symbol("count");
            g.output(symbol, dsl::functions::length(&large)).describe("How many are large.");
        }
        Vec::new()
    }
}
