//! A machine that is in a graph. It must not know how it was made.

use std::marker::PhantomData;
use std::ops::Deref;

use dsl::{Handle, Perspective, Resource, Value};

use super::{HasSystemAssigned, Linux};
use crate::authorization::PrincipalType;
use crate::compute::VirtualMachine;
use crate::construct::Principal;
use crate::network::{NetworkInterface, PublicIpAddress};

/// A machine in a graph, with the identities `I` and the operating system `O`. It can be used as the plain resource.
#[derive(Clone, Debug)]
pub struct Machine<I, O = Linux> {
    resource: Resource<VirtualMachine>,
    nic: Resource<NetworkInterface>,
    address: Option<Resource<PublicIpAddress>>,
    pub(super) location: Value<String>,
    is: PhantomData<fn() -> (I, O)>,
}

impl<I, O> Machine<I, O> {
    pub(super) fn new(
        resource: Resource<VirtualMachine>,
        nic: Resource<NetworkInterface>,
        address: Option<Resource<PublicIpAddress>>,
        location: Value<String>,
    ) -> Self {
        Machine { resource, nic, address, location, is: PhantomData }
    }

    /// The machine as a plain resource.
    pub fn resource(&self) -> &Resource<VirtualMachine> {
        &self.resource
    }

    /// Its network interface.
    pub fn network_interface(&self) -> &Resource<NetworkInterface> {
        &self.nic
    }

    /// Its public address: none without `.public_address()`.
    pub fn public_address(&self) -> Option<&Resource<PublicIpAddress>> {
        self.address.as_ref()
    }

    /// The machine's name in Azure.
    pub fn name(&self) -> Value<String> {
        self.resource.name()
    }
}

impl<I, O> Deref for Machine<I, O> {
    type Target = Resource<VirtualMachine>;
    fn deref(&self) -> &Resource<VirtualMachine> {
        &self.resource
    }
}

/// A machine can leave a condition or loop as a whole.
impl<I, O> Handle for Machine<I, O> {
    fn seen_from(&self, place: &Perspective) -> Self {
        let Machine { resource, nic, address, location, .. } = self;
        let (resource, nic) = (resource.seen_from(place), nic.seen_from(place));
        Machine {
            resource,
            nic,
            address: address.seen_from(place),
            location: location.seen_from(place),
            is: PhantomData,
        }
    }
}

/// The system-assigned identity; roles for a user-assigned one are granted to that resource.
#[diagnostic::do_not_recommend]
impl<I: HasSystemAssigned, O> Principal for Machine<I, O> {
    fn principal_id(&self) -> Value<String> {
        self.resource.identity().principal_id()
    }

    fn source_id(&self) -> Value<String> {
        self.resource.id()
    }

    fn principal_type(&self) -> PrincipalType {
        PrincipalType::ServicePrincipal
    }
}
