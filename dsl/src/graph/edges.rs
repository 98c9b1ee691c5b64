//! Which node refers to which, found once and kept in two flat lists. It must not judge what it finds.

/// The nodes that each node refers to, in the order of its text.
#[derive(Clone, Debug)]
pub(crate) struct Edges {
    /// Where the targets of each node begin; one more than there are nodes.
    starts: Vec<u32>,
    targets: Vec<u32>,
}

impl Default for Edges {
    fn default() -> Self {
        Edges { starts: vec![0], targets: Vec::new() }
    }
}

impl Edges {
    /// A reference from the node that is being added.
    pub(super) fn push(&mut self, target: usize) {
        self.targets.push(position(target));
    }

    /// The node that was being added is complete.
    pub(super) fn end_node(&mut self) {
        self.starts.push(position(self.targets.len()));
    }

    /// These references and more, given as pairs in the order of the nodes that make them.
    pub(crate) fn extended(&self, more: &[(usize, usize)]) -> Edges {
        let mut edges = Edges::default();
        let mut more = more.iter().peekable();
        for node in 0..self.starts.len() - 1 {
            edges.targets.extend(self.of(node).map(position));
            while let Some((_, target)) = more.next_if(|(from, _)| *from == node) {
                edges.push(*target);
            }
            edges.end_node();
        }
        edges
    }

    pub(crate) fn of(&self, node: usize) -> impl ExactSizeIterator<Item = usize> {
        let range = self.starts[node] as usize..self.starts[node + 1] as usize;
        self.targets[range].iter().map(|target| *target as usize)
    }

    /// For each node, those that refer to it, in order.
    pub(crate) fn reversed(&self) -> Edges {
        let count = self.starts.len() - 1;
        let mut starts = vec![0; count + 1];
        self.targets.iter().for_each(|target| starts[*target as usize + 1] += 1);
        (0..count).for_each(|node| starts[node + 1] += starts[node]);
        let (mut next, mut targets) = (starts.clone(), vec![0; self.targets.len()]);
        for node in 0..count {
            for target in self.of(node) {
                targets[next[target] as usize] = position(node);
                next[target] += 1;
            }
        }
        Edges { starts, targets }
    }

    /// For each node, whether any refers to it.
    pub(crate) fn used(&self) -> Vec<bool> {
        let mut used = vec![false; self.starts.len() - 1];
        self.targets.iter().for_each(|target| used[*target as usize] = true);
        used
    }

    /// Whether every node refers to earlier ones only, so that there is no cycle and the order of insertion is right.
    pub(crate) fn point_back(&self) -> bool {
        (0..self.starts.len() - 1).all(|node| self.of(node).all(|target| target < node))
    }

    /// The same references between groups of nodes: `group` says to which node each one counts.
    pub(crate) fn grouped(&self, group: &[usize]) -> Edges {
        let pairs = group.iter().enumerate().flat_map(|(node, of)| self.of(node).map(|target| (*of, group[target])));
        let mut pairs: Vec<_> = pairs.filter(|(from, to)| from != to).collect();
        // A stable sort keeps the targets of one group in the order of the text, and costs little on what is sorted.
        pairs.sort_by_key(|(from, _)| *from);
        let starts = (0..=group.len()).scan(0, |at, node| {
            *at += pairs[*at..].iter().take_while(|(from, _)| *from < node).count();
            Some(position(*at))
        });
        Edges { starts: starts.collect(), targets: pairs.iter().map(|(_, to)| position(*to)).collect() }
    }
}

/// Nodes are counted in 32 bits, as their ids are.
fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
