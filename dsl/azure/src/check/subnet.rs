//! What a graph says of a subnet, wherever it says it: inside of the network, or as a resource of its own. It must not
//! know the rules.

use dsl::{ResourceFacts, ValueFacts};

use super::NETWORK;

/// The type.
pub const SUBNET: &str = "Microsoft.Network/virtualNetworks/subnets";

/// A subnet, and what is said of it.
#[derive(Clone, Copy, Debug)]
pub struct Subnet<'g> {
    /// Its name, where it is known now.
    pub name: Option<&'g str>,
    /// The resource that declares it: itself, or its network.
    pub declared_by: ResourceFacts<'g>,
    /// An object with `properties`.
    pub value: ValueFacts<'g>,
}

/// To whom a subnet is delegated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptFor<'g> {
    /// To nobody.
    Nobody,
    /// To this service.
    Service(&'g str),
    /// To several, or to one that is not known now.
    Unknown,
}

impl<'g> Subnet<'g> {
    /// A property of it: `addressPrefix`.
    pub fn property(&self, name: &str) -> Option<ValueFacts<'g>> {
        self.value.at("properties")?.at(name)
    }

    /// The services that it is delegated to, as far as they are known now.
    pub fn delegations(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.value.items_at("properties.delegations").filter_map(|it| it.text_at("properties.serviceName"))
    }

    /// To whom it is delegated, as far as it is known now.
    pub fn kept_for(&self) -> KeptFor<'g> {
        let list = self.property("delegations");
        let services: Vec<_> =
            list.iter().flat_map(ValueFacts::items).map(|it| it.text_at("properties.serviceName")).collect();
        match services[..] {
            [] if list.is_some_and(|it| it.is_whole_list()) || self.lacks("delegations") => KeptFor::Nobody,
            [Some(service)] => KeptFor::Service(service),
            _ => KeptFor::Unknown,
        }
    }

    /// Its name, as a message shows it.
    pub fn shown(&self) -> &'g str {
        self.name.unwrap_or_else(|| self.declared_by.symbol())
    }

    /// Whether it certainly does not have a property.
    pub fn lacks(&self, name: &str) -> bool {
        self.value.lacks(&format!("properties.{name}"))
    }
}

/// All subnets of a network. None, if it may have others.
pub fn of<'g>(network: &ResourceFacts<'g>) -> Option<Vec<Subnet<'g>>> {
    let inside = match network.at_path("properties.subnets") {
        Some(list) if list.is_whole_list() => inside(network),
        None if network.body().lacks("properties.subnets") => Vec::new(),
        _ => return None,
    };
    let is_subnet = |child: &ResourceFacts<'_>| child.is(SUBNET) && child.is_deployed();
    let beside = network.children().filter(is_subnet).map(of_its_own);
    network.is_deployed().then(|| inside.into_iter().chain(beside).collect())
}

/// The subnet that a resource of the graph stands for. None, if nothing is said of it here.
pub fn find<'g>(subnet: &ResourceFacts<'g>) -> Option<Subnet<'g>> {
    if subnet.is_deployed() {
        return Some(of_its_own(*subnet));
    }
    let network = subnet.parent().filter(|network| network.is(NETWORK) && network.is_deployed())?;
    let name = subnet.at_path("name")?.expr();
    inside(&network).into_iter().find(|inside| inside.value.at("name").is_some_and(|it| it.expr() == name))
}

fn inside<'g>(network: &ResourceFacts<'g>) -> Vec<Subnet<'g>> {
    let declared_by = *network;
    let subnet = |value: ValueFacts<'g>| Subnet { name: value.text_at("name"), declared_by, value };
    network.body().items_at("properties.subnets").map(subnet).collect()
}

fn of_its_own(declared_by: ResourceFacts<'_>) -> Subnet<'_> {
    Subnet { name: declared_by.text("name"), declared_by, value: declared_by.body() }
}
