//! What a private endpoint leads to, and which zones fit. It must not know any service.

use std::fmt;

use dsl::{Resource, Value, ValueOf};

use super::PrivateEndpoint;
use super::zone::PrivateZone;
use crate::network::{PrivateDnsZone, Subnet};

/// What private endpoints can lead to: a resource, and a group of it where it has several.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be reached over a private endpoint",
    label = "this is no target of Azure Private Link",
    note = "of a service with several groups, choose one: `group::Blob::of(&storage)`",
    note = "an Azure AI account needs a custom subdomain: pass what its construct such as `OpenAi::…::add` returned",
    note = "a registry, a Service Bus namespace and a search service need a SKU that has private link: pass what \
            `ContainerRegistry::new(…)` and the like added, or say so: `group::Registry::of_premium(&registry)`",
    note = "AKS and Container Apps have the region in their zone: pass what their construct added, or say which: \
            `group::Kubernetes::of(&cluster, &location)`"
)]
pub trait PrivateLinkTarget {
    /// The part of the service that is reached.
    type Group: Group;

    /// The resource id.
    fn id(&self) -> Value<String>;

    /// The region that its zones have in their names, if they have one.
    fn region(&self) -> <Self::Group as Group>::Region;

    /// Begins a private endpoint that leads here, in a subnet and its region: `.register_in(&zone, g, "symbol")` adds it.
    fn private_endpoint(
        &self,
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        subnet: &Resource<Subnet>,
    ) -> PrivateEndpoint<Self>
    where
        Self: Sized,
    {
        PrivateEndpoint::new(name, location, self, subnet)
    }
}

/// A part of a service that is reached by a private endpoint of its own: `blob`, `vault`.
pub trait Group {
    /// The service's word for it, as `groupIds` takes it.
    const ID: &'static str;

    /// A region, `Value<String>`, if its zones have one in their names; nothing else, `()`.
    type Region: Clone + fmt::Debug;

    /// The zones in which its endpoints register, in the order in which they are printed.
    fn zones(region: &Self::Region) -> Vec<ZoneFacts>;
}

/// What is printed of a zone.
#[derive(Clone, Debug)]
pub struct ZoneFacts {
    /// The name of the entry in the zone group of an endpoint.
    pub word: &'static str,
    /// The end of its symbol among several zones.
    pub symbol: &'static str,
    /// The name of the zone.
    pub name: Value<String>,
}

impl ZoneFacts {
    /// Those of a zone.
    pub fn of<Z: PrivateZone>(region: &Z::Region) -> Self {
        ZoneFacts { word: Z::WORD, symbol: Z::SYMBOL, name: Z::name(region) }
    }
}

/// A group whose endpoints register in one zone.
#[diagnostic::on_unimplemented(
    message = "private endpoints of `{Self}` register in several zones",
    label = "one zone is not enough",
    note = "make all of them: `Zones::of(&target)`"
)]
pub trait OneZone: Group {
    /// That zone.
    type Zone: PrivateZone<Region = Self::Region>;

    /// Its name.
    fn zone_name(region: &Self::Region) -> Value<String> {
        Self::Zone::name(region)
    }
}

/// A group whose endpoints register in the zone `Z`, and perhaps in others.
#[diagnostic::on_unimplemented(
    message = "private endpoints of `{Self}` do not register in the zone `{Z}`",
    label = "this is the zone of another service or group",
    note = "pass a zone that `azure::construct::group` lists for the group"
)]
pub trait RegistersIn<Z: PrivateZone>: Group {}

/// The zone, or all zones, in which private endpoints of the group `G` register.
#[diagnostic::on_unimplemented(
    message = "private endpoints of `{G}` do not register in `{Self}`",
    label = "this is the zone of another service or group, or one of several",
    note = "make the zone from the target itself: `Zone::of(&target)`, or `Zones::of(&target)` where it has several"
)]
pub trait ZoneFor<G> {
    /// The zones as plain resources, each after the name of its entry in the zone group of an endpoint.
    fn resources(&self) -> Vec<(&'static str, Resource<PrivateDnsZone>)>;
}
