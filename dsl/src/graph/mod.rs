//! The typed content of a scenario. Adding returns handles; nothing here fails, for the check reports all problems at once.
//! It must not know how a statement is printed, nor into which file it goes.

mod accepts;
mod adjust;
mod beside;
mod bounds;
mod constrained;
mod declaration;
mod declare;
mod dependency;
mod each;
mod edges;
mod existing;
mod extension;
mod extension_resource;
mod function;
mod handle;
mod import;
mod maybe;
mod module;
mod module_call;
mod module_scope;
mod node;
mod order;
mod outline;
mod param;
mod param_for;
mod parameters;
mod perspective;
mod raw;
mod region;
mod remarks;
mod resource;
mod survey;
mod symbols;
mod tags;
mod traverse;
mod type_alias;
mod types;
mod whole;

use std::marker::PhantomData;
use std::ops::Range;
use std::panic::Location;
use std::sync::atomic::{AtomicU32, Ordering};

pub use self::accepts::Accepts;
pub use self::bounds::HasLength;
pub(crate) use self::bounds::inclusive;
pub(crate) use self::declaration::{Allowance, Suppression};
pub use self::declaration::{Declaration, DeploymentScope, ExtensionTarget, ResourceType, ScopeTarget};
pub use self::declare::{OutputBuilder, VarBuilder};
pub use self::dependency::{Dependency, Found};
pub use self::each::Each;
pub(crate) use self::edges::Edges;
pub use self::existing::Existing;
pub(crate) use self::extension::ExtensionNode;
pub use self::extension::{Extension, ExtensionBuilder};
pub use self::extension_resource::{ExtensionResource, Identifier};
pub use self::function::{Function, FunctionBody, FunctionBuilder};
pub use self::handle::{Param, Resource, Var};
pub use self::import::Import;
pub(crate) use self::import::{ImportNode, Imported};
pub use self::maybe::Maybe;
pub use self::module_call::{Module, ModuleBody, ModuleCall};
pub use self::module_scope::{ModuleScope, ScopeOf, ScopeResource};
pub(crate) use self::node::{
    Constraints, FunctionNode, MetadataNode, ModuleNode, Node, NodeKind, OutputNode, ParamNode, Presence, RawParts,
    ResourceNode, TypeNode, Users, VarNode,
};
pub(crate) use self::order::statement_order;
pub use self::param::ParamBuilder;
pub(crate) use self::parameters::{ParameterSet, ParameterValue};
pub use self::parameters::{ParameterSetBuilder, Settable};
pub use self::perspective::{Handle, Perspective};
pub(crate) use self::perspective::{named, needs_deployment};
pub use self::raw::{RawResource, RawView, raw, raw_existing};
pub(crate) use self::region::{Loop, ModuleRegion, Region, RegionId, RegionKind, Regions};
pub(crate) use self::remarks::Remarks;
pub use self::resource::{Holds, ParentOf, ResourceBody, TypedResource};
use self::survey::Survey;
pub(crate) use self::symbols::{IgnoringCase, Symbols};
pub(crate) use self::tags::RegionTags;
pub(crate) use self::traverse::depth_first;
pub use self::type_alias::TypeBuilder;
pub use self::whole::Whole;
use crate::bundle::Bundle;
use crate::check::{self, Facts, Report, Rule};
use crate::expr::{Expr, Text};
use crate::functions::set_apart;
use crate::layout::Layout;
use crate::render;
use crate::scope::Scope;
use crate::types::Declare;
use crate::value::{IntoValue, Secret};

/// The identity of a node. It remembers its graph, so that a handle of another graph is found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    graph: u32,
    index: u32,
}

impl NodeId {
    /// A node of a graph that is being written.
    pub(crate) fn at(graph: u32, index: usize) -> Self {
        NodeId { graph, index: u32::try_from(index).unwrap_or(u32::MAX) }
    }

    /// The node's position in the order of insertion, counted from 0.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

/// What a scenario deploys to the scope `S`: params, vars, resources and outputs.
///
/// ```
/// use dsl::{Graph, ResourceGroup, functions::resource_group};
///
/// let mut g = Graph::<ResourceGroup>::new();
/// let prefix = g.param("prefix").default("aoai").length(2..=12).describe("Prefix of every resource name.");
/// g.output("networkName", &prefix + "-vnet").describe("Name of the network.");
/// assert!(g.check().is_ok());
/// ```
#[derive(Debug)]
pub struct Graph<S: Scope> {
    nodes: Nodes,
    scope: PhantomData<S>,
}

/// The content of a graph, whatever its scope.
#[derive(Debug)]
pub(crate) struct Nodes {
    pub(crate) graph: u32,
    pub(crate) scope: &'static str,
    pub(crate) all: Vec<Node>,
    /// What was added together by one construct.
    pub(crate) wholes: Vec<Range<usize>>,
    /// Tags of all that is added, or of all in a module.
    pub(crate) tags: Vec<RegionTags>,
    /// Where something was to be done to a resource of another graph.
    pub(crate) strays: Vec<&'static Location<'static>>,
    /// The conditions and loops that nodes stand in.
    pub(crate) regions: Regions,
    pub(crate) survey: Survey,
    /// The title that the next resource or module stands under.
    pub(crate) section: Option<Text>,
    pub(crate) parameter_sets: Vec<ParameterSet>,
    /// The checks that the types of the resources bring along, each once.
    pub(crate) rules: Vec<Rule>,
}

impl<S: Scope> Graph<S> {
    /// A graph without content.
    pub fn new() -> Self {
        Graph { nodes: Nodes::empty(Nodes::next_graph(), S::NAME), scope: PhantomData }
    }

    /// Begins a param of type `string`; its description completes it.
    #[track_caller]
    pub fn param(&mut self, symbol: impl Into<Text>) -> ParamBuilder<'_, String> {
        self.param_of(symbol)
    }

    /// Begins a param of any type; its description completes it: `g.param_of::<i64>("capacity")`,
    /// `g.param_of::<Secret<String>>("token")`.
    #[track_caller]
    pub fn param_of<T: Declare>(&mut self, symbol: impl Into<Text>) -> ParamBuilder<'_, T> {
        ParamBuilder::new(&mut self.nodes, symbol.into(), Location::caller())
    }

    /// Begins a secure param of type `string`; its description completes it. Only places that take secrets take it.
    #[track_caller]
    pub fn secret(&mut self, symbol: impl Into<Text>) -> ParamBuilder<'_, Secret<String>> {
        self.param_of(symbol)
    }

    /// Begins a var; its description completes it.
    #[track_caller]
    pub fn var<V: IntoValue>(&mut self, symbol: impl Into<Text>, value: V) -> VarBuilder<'_, V::Type> {
        VarBuilder::new(&mut self.nodes, symbol.into(), value.into_value(), Location::caller())
    }

    /// Begins an output; its description completes it.
    #[track_caller]
    pub fn output<V>(&mut self, symbol: impl Into<Text>, value: V) -> OutputBuilder<'_, V::Type>
    where
        V: IntoValue<Type: Declare>,
    {
        OutputBuilder::new(&mut self.nodes, symbol.into(), value.into_value(), Location::caller())
    }

    /// Adds `metadata symbol = value`; the value is a literal.
    #[track_caller]
    pub fn metadata(&mut self, symbol: impl Into<Text>, value: impl Into<Expr>) {
        self.metadata_at(symbol.into(), value.into(), Location::caller());
    }

    /// Begins a part of the file: its title stands, as a comment between two rules, above the next resource or module that is
    /// added.
    pub fn section(&mut self, title: impl Into<Text>) {
        self.nodes.section = Some(title.into());
    }

    /// Begins a parameter set, which becomes the file `<name>.bicepparam`.
    #[track_caller]
    pub fn parameter_set(&mut self, name: impl Into<Text>) -> ParameterSetBuilder<'_> {
        ParameterSetBuilder::new(&mut self.nodes, name.into(), Location::caller())
    }

    /// Runs every check.
    ///
    /// # Errors
    /// All findings of the run, each with the line of Rust that made it, if one of them is an error.
    pub fn check(&self) -> Result<(), Report> {
        let report = self.report();
        if report.has_errors() { Err(report) } else { Ok(()) }
    }

    /// Runs every check, and returns all that they find, warnings included.
    pub fn report(&self) -> Report {
        check::run(&self.nodes, Layout::default()).1
    }

    /// Shows what is in the graph by now, for a construct that has to know what others have added. Nothing is checked.
    pub fn so_far<T>(&self, read: impl FnOnce(&Facts<'_>) -> T) -> T {
        read(&Facts(&check::Context::new(&self.nodes)))
    }

    /// Runs every check, and shows the graph to somebody who reads facts of it, with the warnings of the run.
    ///
    /// # Errors
    /// All findings of the run, if one of them is an error.
    pub fn examine<T>(&self, read: impl FnOnce(&Facts<'_>, &Report) -> T) -> Result<T, Report> {
        check::examine(&self.nodes, Layout::default(), Report::has_errors, read)
    }

    /// Checks the graph and renders it as one file.
    ///
    /// # Errors
    /// All findings of the checks.
    pub fn to_bicep(&self) -> Result<String, Report> {
        self.to_bundle(Layout::Single).map(|bundle| bundle.get(render::TEMPLATE).unwrap_or_default().to_owned())
    }

    /// Checks the graph and renders all its files: `main.bicep`, and one for each module that the layout makes a file.
    ///
    /// # Errors
    /// All findings of the checks; or the modules that need values of each other.
    pub fn to_bundle(&self, layout: Layout) -> Result<Bundle, Report> {
        render::bundle(&self.nodes, layout, None)
    }

    /// Lists the nodes: what each is and what it refers to. For people and for tests; the form may change.
    pub fn outline(&self) -> String {
        self.nodes.outline()
    }

    pub(crate) fn into_nodes(self) -> Nodes {
        self.nodes
    }

    pub(crate) fn metadata_at(&mut self, symbol: Text, value: Expr, location: &'static Location<'static>) {
        self.nodes.push(Node::new(symbol, location, NodeKind::Metadata(MetadataNode { value })));
    }
}

impl<S: Scope> Default for Graph<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl Nodes {
    pub(crate) fn push(&mut self, mut node: Node) -> NodeId {
        if node.is_deployed()
            && let Some(title) = self.section.take()
        {
            node.remarks.get_or_insert_default().section = Some(title);
        }
        if node.may_repeat() {
            node.region = self.regions.current();
        }
        while let Some(outer) = self.around_needless_loop(&node) {
            node.region = outer;
        }
        if self.regions.loop_around(node.region).is_some() {
            // Bicep nests nothing in what a loop makes.
            node.nested_in = None;
        }
        self.tag_new(&mut node);
        self.set_apart(&mut node);
        self.push_placed(node)
    }

    /// No lambda in a node declares what a loop around it does: what is written for that loop's variables, or for another
    /// element of it, would mean something else inside of the lambda.
    fn set_apart(&self, node: &mut Node) {
        let variables = self.regions.variables_around(node.region);
        if !variables.is_empty() {
            node.map_exprs(&mut |expr| set_apart(expr, &variables, &variables));
        }
    }

    /// Where a var stands that is the same for every item of its loop: in front of that loop, once.
    fn around_needless_loop(&self, node: &Node) -> Option<RegionId> {
        let NodeKind::Var(var) = &node.kind else { return None };
        let (id, each) = self.regions.loop_in_file(node.region)?;
        let is_inside = |other: &NodeId| self.get(*other).is_none_or(|it| self.regions.encloses(id, it.region));
        let varies = each.is_walked_in(&var.value, is_inside);
        self.regions.get(id).filter(|_| !varies).map(|region| region.outer)
    }

    /// Adds a node that knows its region.
    pub(crate) fn push_placed(&mut self, mut node: Node) -> NodeId {
        let index = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        node.index = index;
        self.survey.add(self.graph, &self.regions, &node);
        self.all.push(node);
        NodeId { graph: self.graph, index }
    }

    /// The number of a new graph.
    pub(crate) fn next_graph() -> u32 {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        NEXT.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) fn empty(graph: u32, scope: &'static str) -> Nodes {
        Nodes {
            graph,
            scope,
            all: Vec::new(),
            wholes: Vec::new(),
            tags: Vec::new(),
            strays: Vec::new(),
            regions: Regions::default(),
            survey: Survey::default(),
            section: None,
            parameter_sets: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// The kind of scope that what stands in a region is deployed to.
    pub(crate) fn scope_of(&self, region: RegionId) -> &'static str {
        self.regions.module_around(region).map_or(self.scope, |(_, module)| module.target)
    }

    /// Remembers the checks that a type of resource brings along.
    pub(crate) fn add_rules(&mut self, rules: &'static [Rule]) {
        for rule in rules {
            if self.rules.iter().all(|known| known.check != rule.check) {
                self.rules.push(*rule);
            }
        }
    }

    /// The node, unless the handle comes from another graph.
    pub(crate) fn get(&self, id: NodeId) -> Option<&Node> {
        (id.graph == self.graph).then(|| self.all.get(id.index())).flatten()
    }

    /// The symbol of a node, with its path through the resources that it is nested in.
    pub(crate) fn write_name(&self, id: NodeId, out: &mut String) {
        let Some(node) = self.get(id) else { return };
        if let Some(parent) = node.nested_in {
            self.write_name(parent, out);
            out.push_str("::");
        }
        out.push_str(&node.symbol);
    }

    pub(crate) fn id(&self, index: usize) -> NodeId {
        NodeId { graph: self.graph, index: u32::try_from(index).unwrap_or(u32::MAX) }
    }
}
