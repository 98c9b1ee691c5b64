//! A resource as a rule sees it: what it is, what is known of it, and what it belongs to. It must not know the rules.

use std::collections::BTreeSet;

use super::{Check, Context, Finding, StatementFacts, ValueFacts, shape};
use crate::expr::Expr;
use crate::graph::{Found, Node, NodeId, NodeKind, Presence, RegionKind, ResourceNode};

/// A resource, as a rule sees it.
#[derive(Clone, Copy)]
pub struct ResourceFacts<'g> {
    graph: &'g Context<'g>,
    node: &'g Node,
    resource: &'g ResourceNode,
}

impl<'g> ResourceFacts<'g> {
    pub(super) fn of(graph: &'g Context<'g>, node: &'g Node) -> Option<Self> {
        match &node.kind {
            NodeKind::Resource(resource) => Some(ResourceFacts { graph, node, resource }),
            _ => None,
        }
    }

    pub(super) fn numbered(graph: &'g Context<'g>, index: usize) -> Option<Self> {
        ResourceFacts::of(graph, &graph.nodes.all[index])
    }

    pub(super) fn at(graph: &'g Context<'g>, id: NodeId) -> Option<Self> {
        graph.nodes.get(id).and_then(|node| ResourceFacts::of(graph, node))
    }

    /// Its position in the graph, by which resources can be kept in maps.
    pub fn position(&self) -> usize {
        self.node.index as usize
    }

    /// What another resource can be deployed after, `.depends_on(…)`, when nothing is borrowed from the graph any more.
    pub fn found(&self) -> Found {
        Found(self.graph.nodes.id(self.position()))
    }

    /// The symbol in the Bicep.
    pub fn symbol(&self) -> &'g str {
        &self.node.symbol
    }

    /// The symbol behind those of what it is nested in: `endpoint::zoneGroup`.
    pub fn bicep(&self) -> String {
        let mut name = String::new();
        self.graph.nodes.write_name(self.graph.nodes.id(self.position()), &mut name);
        name
    }

    /// The type as Azure spells it.
    pub fn ty(&self) -> &'g str {
        &self.resource.ty
    }

    /// The API version.
    pub fn api_version(&self) -> &'g str {
        &self.resource.api_version
    }

    /// What it says of itself as a statement.
    pub fn statement(&self) -> StatementFacts<'g> {
        StatementFacts::new(self.graph, self.node)
    }

    /// Whether no struct of Rust stands for its type.
    pub fn is_raw(&self) -> bool {
        self.resource.raw.whole
    }

    /// The paths of the properties that no type of Rust has seen.
    pub fn raw_properties(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.resource.raw.properties.iter().map(|path| &**path)
    }

    /// What is accepted of what checks find there: the id of each check, and why.
    pub fn allowances(&self) -> impl Iterator<Item = (&'static str, &'g str)> + use<'g> {
        self.resource.allowances.iter().map(|it| (it.check, &*it.reason))
    }

    /// Whether it is of that type; case does not matter.
    pub fn is(&self, ty: &str) -> bool {
        self.resource.ty.eq_ignore_ascii_case(ty)
    }

    /// Whether it is of one of these types; case does not matter.
    pub fn is_any(&self, types: &[&str]) -> bool {
        types.iter().any(|ty| self.is(ty))
    }

    /// Whether this graph makes it. Of one that is there already, nothing but the name is known.
    pub fn is_deployed(&self) -> bool {
        self.resource.presence == Presence::Deployed
    }

    /// Whether both are the same resource of the graph.
    pub fn is_same(&self, other: &ResourceFacts<'_>) -> bool {
        self.node.index == other.node.index
    }

    /// The resource that it is declared under.
    pub fn parent(&self) -> Option<ResourceFacts<'g>> {
        ResourceFacts::at(self.graph, self.resource.parent?)
    }

    /// The resource itself, the one that it is declared under, and so on.
    pub fn lineage(&self) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
        std::iter::successors(Some(*self), ResourceFacts::parent)
    }

    /// The resource that it extends.
    pub fn scope(&self) -> Option<ResourceFacts<'g>> {
        self.resource.scope.as_ref().and_then(|scope| ValueFacts::new(self.graph, scope).named())
    }

    /// Whether it says that it extends something, be it known or not.
    pub fn has_scope(&self) -> bool {
        self.resource.scope.is_some()
    }

    /// The resources that are declared under it.
    pub fn children(&self) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
        let graph = self.graph;
        let found = graph.index.children(graph, self.position());
        found.filter_map(move |index| ResourceFacts::numbered(graph, index))
    }

    /// The resources that extend it.
    pub fn extensions(&self) -> impl Iterator<Item = ResourceFacts<'g>> + use<'g> {
        let graph = self.graph;
        let found = graph.index.extensions(graph, self.position());
        found.filter_map(move |index| ResourceFacts::numbered(graph, index))
    }

    /// The resources that refer to it, directly or through vars, each once.
    pub fn users(&self) -> Vec<ResourceFacts<'g>> {
        let (graph, users) = (self.graph, self.nodes_that_refer());
        users.into_iter().filter_map(|index| ResourceFacts::numbered(graph, index)).collect()
    }

    /// Whether an output tells something of it to others.
    pub fn is_output(&self) -> bool {
        self.nodes_that_refer().iter().any(|index| matches!(self.graph.nodes.all[*index].kind, NodeKind::Output(_)))
    }

    /// What outputs tell that refers to it, directly or through vars.
    pub fn outputs(&self) -> Vec<ValueFacts<'g>> {
        self.given(|kind| if let NodeKind::Output(output) = kind { Some(&output.value) } else { None })
    }

    /// The params of modules that are files already, as far as they refer to it, directly or through vars.
    pub fn module_params(&self) -> Vec<ValueFacts<'g>> {
        self.given(|kind| if let NodeKind::Module(module) = kind { Some(&module.params) } else { None })
    }

    fn given(&self, read: impl Fn(&'g NodeKind) -> Option<&'g Expr>) -> Vec<ValueFacts<'g>> {
        let (graph, users) = (self.graph, self.nodes_that_refer());
        let given = users.into_iter().filter_map(|index| read(&graph.nodes.all[index].kind));
        given.map(|value| ValueFacts::new(graph, value)).collect()
    }

    fn nodes_that_refer(&self) -> BTreeSet<usize> {
        let (graph, mut found, mut open) = (self.graph, BTreeSet::new(), vec![self.position()]);
        while let Some(target) = open.pop() {
            for user in graph.index.users(graph, target) {
                if found.insert(user) && matches!(graph.nodes.all[user].kind, NodeKind::Var(_)) {
                    open.push(user);
                }
            }
        }
        found
    }

    /// All that is said about it: its name and properties.
    pub fn body(&self) -> ValueFacts<'g> {
        ValueFacts::new(self.graph, &self.resource.body)
    }

    /// What is at a path such as `properties.subnets`, where it is written out; vars are followed.
    pub fn at_path(&self, path: &str) -> Option<ValueFacts<'g>> {
        self.body().at(path)
    }

    /// The value at a path such as `properties.publicNetworkAccess`, where it is written out; vars are followed.
    pub fn value(&self, path: &str) -> Option<&'g Expr> {
        self.at_path(path).map(|value| value.expr())
    }

    /// The text at a path, where it is known now.
    pub fn text(&self, path: &str) -> Option<&'g str> {
        self.at_path(path)?.text()
    }

    /// Whether a switch at a path is written out as on, or as off; vars are followed.
    pub fn is_set(&self, path: &str, is_on: bool) -> bool {
        self.value(path) == Some(&Expr::Bool(is_on))
    }

    /// What is wrong with a text that Azure takes with `longest` characters at most, as far as bounds say how long it can be:
    /// `can be as long as 20; Azure takes 15 characters at most`.
    pub fn too_long(&self, path: &str, longest: u64) -> Option<String> {
        shape::too_long(self.graph, self.resource.body.get(path)?, longest)
    }

    /// The same, of a text that must not have fewer than `least` characters either: `can be as short as 2; …`.
    pub fn out_of_length(&self, path: &str, least: u64, longest: u64) -> Option<String> {
        shape::out_of_length(self.graph, self.resource.body.get(path)?, (least, longest))
    }

    /// The resources that anything at a path refers to.
    pub fn references(&self, path: &str) -> Vec<ResourceFacts<'g>> {
        self.body().references(path)
    }

    /// The properties of other resources that anything in it reads, with vars followed: `properties.endpoint`.
    pub fn reads(&self) -> Vec<(ResourceFacts<'g>, String)> {
        self.body().reads()
    }

    /// Of each loop that repeats it and not `other`, in which every turn means the same `other`: how many turns run at a time,
    /// or nothing where Azure decides.
    pub fn turns_beside(&self, other: &ResourceFacts<'_>) -> Vec<Option<i64>> {
        let regions = &self.graph.nodes.regions;
        let is_chosen = self.resource.parent_position.iter().any(|position| !matches!(position, Expr::Int(_)));
        let around = regions.around(self.node.region).filter(|(id, _)| !regions.encloses(*id, other.node.region));
        let turns = around.filter_map(|(_, region)| match &region.kind {
            RegionKind::Each(each) => Some(each.batch_size),
            _ => None,
        });
        if is_chosen { Vec::new() } else { turns.collect() }
    }

    /// Whether it is deployed after another one, because it refers to that or to what does.
    pub fn follows(&self, other: &ResourceFacts<'_>) -> bool {
        let (mut seen, mut open) = (BTreeSet::new(), vec![self.position()]);
        while let Some(index) = open.pop() {
            open.extend(self.graph.edges.of(index).filter(|target| seen.insert(*target)));
        }
        seen.contains(&other.position())
    }

    /// A finding about it, in one sentence.
    pub fn finding(&self, check: Check, message: impl Into<String>) -> Finding {
        Finding::at(check, self.node, message)
    }

    /// The same finding, with this resource as a place that belongs to it.
    pub fn noted_in(&self, finding: Finding, message: impl Into<String>) -> Finding {
        finding.note(self.node, message)
    }
}

impl std::fmt::Debug for ResourceFacts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.symbol(), self.ty())
    }
}
