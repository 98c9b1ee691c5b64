//! Finding equal things among very many: each leaves a hash, and only those with equal hashes are compared.
//! It must not know what the things are.
//!
//! A sorted list of hashes is built and read in the order of memory, and its order never reaches any output.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// Hashes, each with the position of the thing that left it.
#[derive(Debug)]
pub(crate) struct Fingerprints {
    sorted: Vec<(u64, u32)>,
}

impl Fingerprints {
    /// Of every thing that has a hash, with its position.
    pub(crate) fn new(hashes: impl IntoIterator<Item = (usize, u64)>) -> Self {
        let hashes = hashes.into_iter().map(|(index, hash)| (hash, u32::try_from(index).unwrap_or(u32::MAX)));
        let mut sorted: Vec<_> = hashes.collect();
        sorted.sort_unstable();
        Fingerprints { sorted }
    }

    /// The positions of all things with this hash, in order.
    pub(crate) fn of(&self, hash: u64) -> impl Iterator<Item = usize> {
        let start = self.sorted.partition_point(|(other, _)| *other < hash);
        self.sorted[start..].iter().take_while(move |(other, _)| *other == hash).map(|(_, index)| *index as usize)
    }

    /// Each thing that is equal to an earlier one, with the first of its kind.
    pub(crate) fn repeated(&self, equal: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
        let mut repeated = Vec::new();
        for same in self.sorted.chunk_by(|(left, _), (right, _)| left == right).filter(|same| same.len() > 1) {
            for (later, (_, index)) in same.iter().enumerate() {
                let earlier = same[..later].iter().map(|(_, first)| *first as usize);
                let first = earlier.into_iter().find(|first| equal(*first, *index as usize));
                repeated.extend(first.map(|first| (*index as usize, first)));
            }
        }
        repeated.sort_unstable();
        repeated
    }
}

/// The hash of a thing, the same in every run.
pub(crate) fn hash(thing: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = FxHasher::default();
    thing.hash(&mut hasher);
    hasher.finish()
}
