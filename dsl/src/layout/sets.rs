//! Disjoint sets of positions, each named by its first one. It must not know what stands at these positions.

/// A partition of `0..count`.
#[derive(Clone, Debug)]
pub(super) struct Sets(Vec<usize>);

impl Sets {
    pub(super) fn new(count: usize) -> Self {
        Sets((0..count).collect())
    }

    /// The first member of the set that this one is in.
    pub(super) fn first(&self, mut member: usize) -> usize {
        while self.0[member] != member {
            member = self.0[member];
        }
        member
    }

    pub(super) fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_member_names_the_set() {
        let mut sets = Sets::new(6);
        for (one, other) in [(5, 4), (4, 2), (1, 0), (0, 5)] {
            sets.unite(one, other);
        }
        let firsts: Vec<_> = (0..6).map(|member| sets.first(member)).collect();
        assert_eq!(firsts, [0, 0, 0, 3, 0, 0]);
    }
}
