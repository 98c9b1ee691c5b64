//! A private DNS zone as the graph declares it: one to be, or one that is there already. It must not know which zone it is.

use dsl::{Accepts, Existing, Graph, Holds, Resource, ResourceBody, Text, Value};

use super::place::ZonePlace;
use crate::network::PrivateDnsZone;

/// A zone to be, or one that is there already.
pub trait DeclaredZone: Accepts + Clone {
    /// Under another name.
    #[doc(hidden)]
    #[must_use]
    fn named(self, name: Value<String>) -> Self;

    #[doc(hidden)]
    #[track_caller]
    fn add_to<S: Holds<PrivateDnsZone>>(self, g: &mut Graph<S>, symbol: Text) -> Resource<PrivateDnsZone>;
}

impl DeclaredZone for PrivateDnsZone {
    fn named(self, name: Value<String>) -> Self {
        self.set_property("name", name)
    }

    #[track_caller]
    fn add_to<S: Holds<PrivateDnsZone>>(self, g: &mut Graph<S>, symbol: Text) -> Resource<PrivateDnsZone> {
        self.add(g, symbol)
    }
}

impl DeclaredZone for Existing<PrivateDnsZone> {
    fn named(self, name: Value<String>) -> Self {
        self.called(name)
    }

    #[track_caller]
    fn add_to<S: Holds<PrivateDnsZone>>(self, g: &mut Graph<S>, symbol: Text) -> Resource<PrivateDnsZone> {
        self.add(g, symbol)
    }
}

pub(super) fn zone_to_be(name: Value<String>) -> PrivateDnsZone {
    PrivateDnsZone::new(name, "global")
}

pub(super) fn zone_there(name: Value<String>, place: impl ZonePlace) -> Existing<PrivateDnsZone> {
    place.scope().into_iter().fold(PrivateDnsZone::existing(name), Existing::in_scope)
}
