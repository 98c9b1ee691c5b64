//! Changes to a resource that is in the graph already. It must not know who has added it.

use std::panic::Location;

use super::survey::Survey;
use super::{Declaration, Graph, Node, NodeKind, Nodes, Resource, ResourceBody, ResourceNode};
use crate::expr::Expr;
use crate::scope::Scope;
use crate::shape::Object;

impl<S: Scope> Graph<S> {
    /// With changes to a resource that is there already, such as one that a construct has added inside: a property, tags, a
    /// finding that is allowed. What is not changed stays.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceBody, ResourceGroup, raw};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// let zone = raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
    ///     .property("location", "global")
    ///     .add(&mut g, "zone");
    /// g.adjust(&zone, |zone| zone.property("tags.team", "network"));
    /// assert!(g.to_bicep().unwrap().contains("    team: 'network'\n"));
    /// ```
    #[track_caller]
    pub fn adjust<T: ResourceBody>(&mut self, resource: &Resource<T>, change: impl FnOnce(T) -> T) {
        let id = resource.node();
        let Some(node) = self.nodes.get(id) else {
            self.nodes.strays.push(Location::caller());
            return;
        };
        if let NodeKind::Resource(known) = &node.kind {
            let changed = change(T::of(Declaration::of_node(node, known))).declaration().clone();
            let mut changed = Node {
                index: node.index,
                region: node.region,
                ..changed.into_node(node.symbol.clone(), known.presence, node.location)
            };
            if changed.body_at("tags") != node.body_at("tags") {
                self.nodes.tag_new(&mut changed);
            }
            self.nodes.set_apart(&mut changed);
            self.nodes.all[id.index()] = changed;
            self.nodes.resurvey();
        }
    }
}

impl Nodes {
    /// Notes again what the nodes refer to, after a change to one that was noted when it was added.
    pub(super) fn resurvey(&mut self) {
        self.survey = Survey::default();
        for node in &self.all {
            self.survey.add(self.graph, &self.regions, node);
        }
    }
}

impl Node {
    fn body_at(&self, path: &str) -> Option<&Expr> {
        match &self.kind {
            NodeKind::Resource(resource) => resource.body.get(path),
            _ => None,
        }
    }
}

impl Declaration {
    fn of_node(node: &Node, resource: &ResourceNode) -> Self {
        let body = match &resource.body {
            Expr::Object(entries) => Object::of(entries),
            _ => Object::default(),
        };
        let ResourceNode { ty, api_version, extension, parent, parent_position, scope, .. } = resource.clone();
        let ResourceNode { depends_on, retry_on, allowances, raw, gives, .. } = resource.clone();
        Declaration {
            ty,
            api_version,
            extension,
            parent,
            parent_position,
            nested: node.nested_in.is_some(),
            scope,
            body,
            description: node.description.clone(),
            depends_on,
            only_if_not_exists: resource.only_if_not_exists,
            null_if_not_found: resource.null_if_not_found,
            retry_on,
            allowances,
            raw,
            gives,
            remarks: node.remarks.as_deref().cloned().unwrap_or_default(),
        }
    }
}
