//! Randomness as a list of numbers: a shorter list or smaller numbers make a smaller tree, so that proptest can shrink.

use proptest::collection::vec;
use proptest::prelude::*;

/// Numbers to choose by. When they are used up, every choice is the first one.
pub(crate) struct Choices<'c>(std::slice::Iter<'c, u16>);

impl<'c> Choices<'c> {
    pub(crate) fn new(numbers: &'c [u16]) -> Self {
        Choices(numbers.iter())
    }

    /// A number below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.0.next().map_or(0, |number| usize::from(*number) % count)
    }

    /// One of these.
    pub(crate) fn of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

/// Enough numbers for a tree of a few dozen nodes.
pub(crate) fn numbers() -> impl Strategy<Value = Vec<u16>> {
    vec(any::<u16>(), 0..60)
}
