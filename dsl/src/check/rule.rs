//! Checks that a catalogue of resources brings along, and the graph as they see it. It must not know what they look for.

use super::{Check, Context, Finding, ResourceFacts};
use crate::graph::{Resource, ResourceType};

/// A check of what only a catalogue knows: how its types of resources belong together. It runs when the graph has a resource
/// of a type that brings it along.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What its findings are shown and allowed by.
    pub check: Check,
    /// Looks at the whole graph.
    pub run: fn(&Facts<'_>, &mut Vec<Finding>),
}

/// A graph, as a rule sees it. What is looked up takes as long as there is something to find, not as the graph is large.
pub struct Facts<'g>(pub(crate) &'g Context<'g>);

impl<'g> Facts<'g> {
    /// The resources of a type, deployed or existing; case does not matter.
    pub fn resources(&self, ty: &'static str) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
        let graph = self.0;
        let found = graph.index.of_type(graph, ty);
        found.filter_map(move |index| ResourceFacts::numbered(graph, index)).filter(move |resource| resource.is(ty))
    }

    /// The resource of a handle.
    pub fn resource<T: ResourceType>(&self, handle: &Resource<T>) -> Option<ResourceFacts<'g>> {
        ResourceFacts::at(self.0, handle.node())
    }

    /// All resources, deployed or existing.
    pub fn all(&self) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
        let graph = self.0;
        let resources = graph.nodes.survey.resources.iter();
        resources.filter_map(move |index| ResourceFacts::numbered(graph, *index))
    }
}

impl std::fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.all()).finish()
    }
}
