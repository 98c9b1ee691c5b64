//! Modules: parts of a graph that become files of their own where the layout asks for it. They must not know how a value
//! gets in or out.

use std::marker::PhantomData;
use std::panic::Location;

use super::module_scope::ModuleScope;
use super::region::{ModuleRegion, RegionKind};
use super::{Graph, Nodes};
use crate::expr::Text;
use crate::scope::{Reaches, Scope};

impl<S: Scope> Graph<S> {
    /// Groups what `fill` adds as a module, which becomes `modules/<symbol>.bicep`: always where it is deployed to another
    /// scope, otherwise in the layout [`Layout::Modules`](crate::Layout::Modules). Handles of either side are used on the
    /// other one as they are: what a module needs becomes its param, and what others need of it an output.
    ///
    /// ```
    /// # use dsl::{DeploymentScope, Graph, ResourceBody, ResourceGroup, raw};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// let zone = g.module("dns", DeploymentScope, |g| {
    ///     raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
    ///         .property("location", "global")
    ///         .add(g, "zone")
    /// });
    /// g.output("zoneId", zone.id()).describe("Resource id of the zone.");
    /// ```
    #[track_caller]
    pub fn module<P: ModuleScope<S>, H>(
        &mut self,
        symbol: impl Into<Text>,
        scope: P,
        fill: impl FnOnce(&mut Graph<P::Target>) -> H,
    ) -> H
    where
        S: Reaches<P::Target>,
    {
        let region = ModuleRegion { symbol: symbol.into(), scope: scope.scope(), target: P::Target::NAME };
        let fill = |g: &mut Self| g.as_scope(fill);
        self.within(RegionKind::Module(region), Location::caller(), fill).0
    }

    /// The same graph while things of another scope are added.
    fn as_scope<T: Scope, H>(&mut self, fill: impl FnOnce(&mut Graph<T>) -> H) -> H {
        let meanwhile = Nodes::empty(self.nodes.graph, S::NAME);
        let nodes = std::mem::replace(&mut self.nodes, meanwhile);
        let mut inner = Graph { nodes, scope: PhantomData };
        let handle = fill(&mut inner);
        self.nodes = inner.nodes;
        handle
    }
}
