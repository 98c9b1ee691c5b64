//! All private DNS zones in which the private endpoints of a service register, where one is not enough.

use std::marker::PhantomData;

use dsl::{Check, DeploymentScope, Existing, Graph, Holds, Resource, Text};

use super::declared_zone::{DeclaredZone, zone_there, zone_to_be};
use super::dns_zone::{Zone, link};
use super::place::{Linkable, ZonePlace};
use super::target::{Group, PrivateLinkTarget, RegistersIn, ZoneFacts, ZoneFor};
use super::zone::PrivateZone;
use crate::construct::changes::{self, Construct};
use crate::network::{PrivateDnsZone, PrivateDnsZoneVirtualNetworkLink, VirtualNetwork};

impl<G, P> ZoneFor<G> for Zones<G, P> {
    fn resources(&self) -> Vec<(&'static str, Resource<PrivateDnsZone>)> {
        self.zones.iter().map(|zone| (zone.word, zone.resource.clone())).collect()
    }
}

/// The zones of the group `G`, not yet in a graph. `D` says whether they are to be, or exist already in the place `P`.
#[derive(Debug)]
#[must_use = "they are no part of the graph yet"]
pub struct ZonesOf<G, P = DeploymentScope, D = PrivateDnsZone> {
    /// Each with its handle, if it is in the graph already.
    zones: Vec<(ZoneFacts, Option<Resource<PrivateDnsZone>>)>,
    /// What each of the others is like.
    zone: D,
    allowed: Vec<(Check, Text)>,
    of: PhantomData<fn() -> (G, P)>,
}

/// The zones of the group `G` in a graph.
#[derive(Clone, Debug)]
pub struct Zones<G, P = DeploymentScope> {
    zones: Vec<Member>,
    of: PhantomData<fn() -> (G, P)>,
}

#[derive(Clone, Debug)]
struct Member {
    word: &'static str,
    resource: Resource<PrivateDnsZone>,
    /// Whether the set has added it, and not the scenario.
    added: bool,
}

impl<G: Group> Zones<G> {
    /// The zones in which private endpoints of this service register.
    pub fn of<T: PrivateLinkTarget<Group = G>>(target: &T) -> ZonesOf<G> {
        ZonesOf::new(&target.region(), zone_to_be(changes::to_come()))
    }

    /// As [`of`](Self::of), where they are there already, in the resource group that is deployed to or in another one.
    pub fn existing<T: PrivateLinkTarget<Group = G>, P: ZonePlace>(
        target: &T,
        place: P,
    ) -> ZonesOf<G, P, Existing<PrivateDnsZone>> {
        ZonesOf::new(&target.region(), zone_there(changes::to_come(), place))
    }
}

impl<G: Group, P, D: DeclaredZone> ZonesOf<G, P, D> {
    fn new(region: &G::Region, zone: D) -> Self {
        let zones = G::zones(region).into_iter().map(|zone| (zone, None)).collect();
        ZonesOf { zones, zone, allowed: Vec::new(), of: PhantomData }
    }

    /// Takes one of them from the scenario, which has it for another service: a network resolves a name in one zone only.
    pub fn with<Z: PrivateZone, Q>(mut self, zone: &Zone<Z, Q>) -> Self
    where
        G: RegistersIn<Z>,
    {
        for (_, handle) in self.zones.iter_mut().filter(|(facts, _)| facts.symbol == Z::SYMBOL) {
            *handle = Some(zone.resource().clone());
        }
        self
    }

    /// Adds those that the scenario has not yet to the graph. Their symbols begin with this one and end with the name of
    /// the zone's type: `zonesMonitor`.
    #[track_caller]
    pub fn add<S: Holds<PrivateDnsZone>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Zones<G, P> {
        let (g, symbol, mut zones) = (&mut g.as_whole(), symbol.into(), Vec::new());
        // What is allowed counts for all of them, and is said once.
        let mut allowed = self.allowed.into_iter();
        for (ZoneFacts { word, symbol: end, name }, handle) in self.zones {
            let added = handle.is_none();
            let resource = if let Some(handle) = handle {
                handle
            } else {
                let zone = self.zone.clone().named(name);
                let zone = allowed.by_ref().fold(zone, |zone, (check, reason)| zone.accept(check, reason));
                zone.add_to(g, format!("{symbol}{end}").into())
            };
            zones.push(Member { word, resource, added });
        }
        Zones { zones, of: PhantomData }
    }
}

/// A change is one to each of the zones that are added.
impl<G, P, D: DeclaredZone> Construct for ZonesOf<G, P, D> {
    type Resource = D;

    fn main(&mut self) -> &mut D {
        &mut self.zone
    }

    fn allow(mut self, check: Check, reason: impl Into<Text>) -> Self {
        self.allowed.push((check, reason.into()));
        self
    }
}

impl<G, P> Zones<G, P> {
    /// Lets a network resolve the names of the zones that the set has added; those that the scenario gave to
    /// [`with`](ZonesOf::with) are linked by it. The symbol is one inside each zone.
    #[track_caller]
    pub fn link<S: Holds<PrivateDnsZoneVirtualNetworkLink>>(
        &self,
        network: &Resource<VirtualNetwork>,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Vec<Resource<PrivateDnsZoneVirtualNetworkLink>>
    where
        P: Linkable,
    {
        let (symbol, mut links) = (symbol.into(), Vec::new());
        for zone in self.zones.iter().filter(|zone| zone.added) {
            links.push(link(&zone.resource, network, g, symbol.clone()));
        }
        links
    }
}
