//! Tags of everything, whichever construct has added it. It must not know any resource by name: Azure's data says which types
//! have tags.

use types::{Type, find_shared};

use super::{Graph, Node, NodeKind, Nodes, Presence, RegionId, ResourceNode};
use crate::expr::{Entry, Expr};
use crate::scope::Scope;
use crate::shape::{Map, Object};
use crate::types::Declare;
use crate::value::{Value, ValueOf};

/// Where Azure keeps them.
const TAGS: &str = "tags";

/// Tags of all that stands in a region.
#[derive(Clone, Debug)]
pub(crate) struct RegionTags {
    region: RegionId,
    tags: Expr,
}

impl<S: Scope> Graph<S> {
    /// Tags every resource whose type has tags, as Azure's data knows it: those that are there and those to come, also those
    /// that constructs add inside. In a module, those of the module. What a resource says of its own tags counts before it.
    ///
    /// A map that is written out becomes the var `tags`, so that the file says it once.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceBody, ResourceGroup, raw};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// g.tags([("team", "network")]);
    /// raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal").property("location", "global").add(&mut g, "zone");
    /// let text = g.to_bicep().unwrap();
    /// assert!(text.contains("  location: 'global'\n  tags: tags\n"), "{text}");
    /// ```
    #[track_caller]
    pub fn tags(&mut self, tags: impl ValueOf<Map<String>>) {
        let tags: Value<Map<String>> = tags.into();
        let tags = match tags.expr() {
            Expr::Reference(_) | Expr::Access(_) => tags,
            _ => Value::from(&self.var(TAGS, tags).describe("Tags of every resource.")),
        };
        self.nodes.tag(tags.into());
    }
}

impl Nodes {
    fn tag(&mut self, tags: Expr) {
        if let Expr::Reference(id) = &tags
            && self.get(*id).is_some()
            && let Some(Node { kind: NodeKind::Var(var), .. }) = self.all.get_mut(id.index())
        {
            // Every module has resources with tags, and so each would repeat the var.
            var.passed_as = Some(<Map<String>>::declare());
        }
        self.tags.push(RegionTags { region: self.regions.current(), tags });
        let mut nodes = std::mem::take(&mut self.all);
        let last = self.tags.len() - 1;
        for node in &mut nodes {
            self.tag_node(node, last);
        }
        self.all = nodes;
        self.resurvey();
    }

    /// Gives a new node the tags of all that it stands in, the innermost first, for those count before the others.
    pub(super) fn tag_new(&self, node: &mut Node) {
        (0..self.tags.len()).rev().for_each(|index| self.tag_node(node, index));
    }

    fn tag_node(&self, node: &mut Node, index: usize) {
        let RegionTags { region, tags } = &self.tags[index];
        if self.regions.encloses(*region, node.region)
            && let NodeKind::Resource(resource) = &mut node.kind
            && resource.presence == Presence::Deployed
            && resource.extension.is_none()
            && has_tags(resource)
        {
            tag(resource, tags);
        }
    }
}

fn tag(resource: &mut ResourceNode, tags: &Expr) {
    let Expr::Object(entries) = &resource.body else { return };
    let body = Object::of(entries);
    let merged = match body.get(TAGS) {
        None => tags.clone(),
        Some(own) => over(tags, own),
    };
    resource.body = body.with(TAGS, merged).with_last(super::declaration::PROPERTIES).into();
}

/// `{ ...tags, … }`
fn over(tags: &Expr, own: &Expr) -> Expr {
    let first = Entry::Spread(tags.clone());
    match own {
        Expr::Object(entries) if entries.is_empty() => tags.clone(),
        Expr::Object(entries) if entries.contains(&first) => own.clone(),
        Expr::Object(entries) => Expr::Object([first].into_iter().chain(entries.iter().cloned()).collect()),
        other => Expr::Object([first, Entry::Spread(other.clone())].into()),
    }
}

/// Whether tags can be set: names with values, and not what some types call so as well.
fn has_tags(resource: &ResourceNode) -> bool {
    let Ok((provider, ty)) = find_shared(&resource.ty, Some(&resource.api_version)) else { return false };
    let properties = match &provider.types()[ty.body.index()] {
        Type::Object(body) => &body.properties,
        Type::Discriminated(body) => &body.base,
        _ => return false,
    };
    let is_map = |ty: &Type| matches!(ty, Type::Object(map) if map.properties.is_empty() && map.additional.is_some());
    let tags = properties.iter().find(|property| property.name == TAGS && !property.flags.is_read_only());
    tags.is_some_and(|tags| is_map(&provider.types()[tags.ty.index()]))
}
