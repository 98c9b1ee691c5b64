//! Takes the variants of unions in turn, so that each has been used at some time. It must not know what they hold.

use std::collections::BTreeMap;

use types::TypeId;

/// How often each union has been met.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns {
    met: BTreeMap<TypeId, usize>,
    widest: usize,
    news: usize,
}

impl Turns {
    /// Which of so many variants is next.
    pub(super) fn take(&mut self, union: TypeId, variants: usize) -> usize {
        let met = self.met.entry(union).or_default();
        let turn = *met;
        *met += 1;
        self.widest = self.widest.max(variants);
        self.news += usize::from(turn < variants);
        turn % variants
    }

    /// Whether the union has not been met yet.
    pub(super) fn is_new(&self, union: TypeId) -> bool {
        !self.met.contains_key(&union)
    }

    /// How many variants the widest union has.
    pub(super) fn widest(&self) -> usize {
        self.widest
    }

    /// How many variants have been taken for the first time, in all.
    pub(super) fn news(&self) -> usize {
        self.news
    }
}
