//! A scenario: what a user deploys, by its name. It must not know how it is listed or written.

use std::fmt;
use std::panic::Location;

use crate::bundle::Bundle;
use crate::check::{self, Facts, Report};
use crate::expr::Text;
use crate::graph::{Graph, Node, NodeKind, Nodes, Presence};
use crate::layout::Layout;
use crate::render::{self, Origin};
use crate::scope::Scope;

/// A named graph and what is said about it. Making one builds nothing yet.
///
/// ```
/// use dsl::{Graph, ResourceGroup, Scenario};
///
/// fn build(g: &mut Graph<ResourceGroup>) {
///     let name = g.param("networkName").describe("Name of the network.");
///     g.output("hubName", &name + "-hub").describe("Name of the hub.");
/// }
///
/// let scenario = Scenario::new("network", build).describe("A network without content.");
/// assert!(scenario.bundle()?.get("main.bicep").unwrap().contains("param networkName string"));
/// # Ok::<(), dsl::Report>(())
/// ```
pub struct Scenario {
    name: &'static str,
    summary: &'static str,
    scope: &'static str,
    layout: Layout,
    source: &'static Location<'static>,
    build: Box<Build>,
}

/// What a scenario has, as a list of scenarios shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inventory {
    /// How many resources are deployed, each loop counted once.
    pub resources: usize,
    /// The names of the parameter sets, but for those that only others extend.
    pub parameter_sets: Vec<Text>,
}

/// Makes the graph and shows its content; made where the scope's type is still known.
type Build = dyn Fn(&Scenario) -> Nodes;

impl Scenario {
    /// A scenario of that name, whose graph `build` fills.
    #[track_caller]
    pub fn new<S: Scope>(name: &'static str, build: impl Fn(&mut Graph<S>) + 'static) -> Self {
        let build = move |scenario: &Self| {
            let mut graph = Graph::<S>::new();
            graph.metadata_at("name".into(), scenario.name.into(), scenario.source);
            graph.metadata_at("description".into(), scenario.summary.into(), scenario.source);
            build(&mut graph);
            graph.into_nodes()
        };
        let (layout, source) = (Layout::default(), Location::caller());
        Scenario { name, summary: "", scope: S::NAME, layout, source, build: Box::new(build) }
    }

    /// Says in one sentence what it deploys.
    pub fn describe(mut self, summary: &'static str) -> Self {
        self.summary = summary;
        self
    }

    /// Cuts it into files in another way than into one.
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// The name: `example`.
    pub fn name(&self) -> &str {
        self.name
    }

    /// What it deploys, in one sentence.
    pub fn summary(&self) -> &str {
        self.summary
    }

    /// The file of Rust that it is made in, with slashes, as the compiler was given it.
    pub fn source(&self) -> String {
        self.source.file().replace('\\', "/")
    }

    /// Where it is deployed to, as Bicep's `targetScope` says it: `resourceGroup`.
    pub fn scope(&self) -> &'static str {
        self.scope
    }

    /// Builds the graph, checks it and renders all files: `main.bicep`, its modules, and `<set>.bicepparam` for each parameter set.
    ///
    /// # Errors
    /// All findings of the checks, if one of them is an error.
    pub fn bundle(&self) -> Result<Bundle, Report> {
        self.bundle_in(self.layout)
    }

    /// As [`bundle`](Self::bundle), in a certain layout.
    ///
    /// # Errors
    /// All findings of the checks, or the modules that need values of each other.
    pub fn bundle_in(&self, layout: Layout) -> Result<Bundle, Report> {
        render::bundle(&(self.build)(self), layout, Some(&self.origin()))
    }

    /// As [`bundle_in`](Self::bundle_in), in the layout of the scenario if none is given, and shows the graph to somebody who
    /// reads facts of it, with the warnings of the checks: the graph is built and checked once for both.
    ///
    /// # Errors
    /// As [`bundle_in`](Self::bundle_in).
    pub fn bundle_and<T>(
        &self,
        layout: Option<Layout>,
        read: impl FnOnce(&Facts<'_>, &Report) -> T,
    ) -> Result<(Bundle, T), Report> {
        render::bundle_and(
            &(self.build)(self),
            layout.unwrap_or(self.layout),
            Some(&self.origin()),
            Report::has_errors,
            read,
        )
    }

    /// As [`bundle_and`](Self::bundle_and), although the checks find errors, so that one sees what these are about: as long as
    /// Bicep would take what is printed, or a reason could allow what is found. `read` gets all findings.
    ///
    /// # Errors
    /// All findings of the checks, if nothing can be printed.
    pub fn draft<T>(&self, read: impl FnOnce(&Facts<'_>, &Report) -> T) -> Result<(Bundle, T), Report> {
        render::bundle_and(&(self.build)(self), self.layout, Some(&self.origin()), Report::spoils_draft, read)
    }

    /// Builds the graph, and returns all that the checks find, warnings included.
    pub fn report(&self) -> Report {
        check::run(&(self.build)(self), self.layout).1
    }

    /// Builds the graph and lists its nodes: what each is and what it refers to. For people and for tests; the form may
    /// change.
    pub fn outline(&self) -> String {
        (self.build)(self).outline()
    }

    /// Builds the graph, and shows it to somebody who reads facts of it, with the warnings of the checks.
    ///
    /// # Errors
    /// All findings of the checks, if one of them is an error.
    pub fn examine<T>(&self, read: impl FnOnce(&Facts<'_>, &Report) -> T) -> Result<T, Report> {
        check::examine(&(self.build)(self), self.layout, Report::has_errors, read)
    }

    /// As [`examine`](Self::examine), although the checks find errors, as long as there would be a [`draft`](Self::draft).
    ///
    /// # Errors
    /// All findings of the checks, if there is no draft.
    pub fn examine_draft<T>(&self, read: impl FnOnce(&Facts<'_>, &Report) -> T) -> Result<T, Report> {
        check::examine(&(self.build)(self), self.layout, Report::spoils_draft, read)
    }

    /// Builds the graph, and counts what is in it. No check runs.
    pub fn inventory(&self) -> Inventory {
        let nodes = (self.build)(self);
        let is_deployed =
            |node: &&Node| matches!(&node.kind, NodeKind::Resource(it) if it.presence == Presence::Deployed);
        let resources = nodes.all.iter().filter(is_deployed).count();
        let sets = nodes.parameter_sets.into_iter().filter(|set| !set.shared);
        Inventory { resources, parameter_sets: sets.map(|set| set.name).collect() }
    }

    #[cfg(feature = "replay")]
    pub(crate) fn nodes(&self) -> Nodes {
        (self.build)(self)
    }

    fn origin(&self) -> Origin {
        Origin { name: self.name, source: self.source() }
    }
}

impl fmt::Debug for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scenario").field("name", &self.name).field("scope", &self.scope).finish_non_exhaustive()
    }
}
