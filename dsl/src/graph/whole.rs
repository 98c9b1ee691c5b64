//! Constructs as wholes: which nodes were added together, so that a reason given for one construct counts for all of them. It
//! must not know what a construct is for.

use std::ops::{Deref, DerefMut, Range};

use super::{Graph, Nodes};
use crate::scope::Scope;

/// A graph while a construct adds what belongs to it. See [`Graph::as_whole`].
#[derive(Debug)]
pub struct Whole<'g, S: Scope> {
    graph: &'g mut Graph<S>,
    start: usize,
}

impl<S: Scope> Graph<S> {
    /// The same graph, for a construct that adds several resources: what is added by it is one whole, and what
    /// [`Accepts::accept`](crate::Accepts::accept) says of one of them counts for all.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceBody, ResourceGroup, raw};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// let g = &mut g.as_whole();
    /// let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
    ///     .property("location", "global")
    ///     .add(g, "zone");
    /// g.output("zoneId", zone.id()).describe("Resource id of the zone.");
    /// ```
    pub fn as_whole(&mut self) -> Whole<'_, S> {
        let start = self.nodes.all.len();
        Whole { graph: self, start }
    }
}

impl<S: Scope> Deref for Whole<'_, S> {
    type Target = Graph<S>;
    fn deref(&self) -> &Graph<S> {
        self.graph
    }
}

impl<S: Scope> DerefMut for Whole<'_, S> {
    fn deref_mut(&mut self) -> &mut Graph<S> {
        self.graph
    }
}

impl<S: Scope> Drop for Whole<'_, S> {
    fn drop(&mut self) {
        let nodes = &mut self.graph.nodes;
        // One node is a whole by itself.
        if nodes.all.len() > self.start + 1 {
            nodes.wholes.push(self.start..nodes.all.len());
        }
    }
}

impl Nodes {
    /// The positions of the nodes that were added together with one: those of the innermost construct that added it.
    pub(crate) fn whole_of(&self, index: usize) -> Range<usize> {
        // Inner ones are complete before the one around them.
        self.wholes.iter().find(|whole| whole.contains(&index)).cloned().unwrap_or(index..index + 1)
    }
}
