//! A subnet of a plan: what is written of it, and the constant that names it. It must not know what is wrong about it.

use std::marker::PhantomData;

use super::name::reserved;
use super::plan::{AddressPlan, SubnetPlan};
use crate::name::is_same;

/// A subnet as a plan has it.
#[derive(Clone, Copy, Debug)]
pub struct PlannedSubnet<'t> {
    /// The subnet's name in Azure.
    pub name: &'t str,
    /// Its range, `10.0.0.0/24`, or in a plan of sizes its size, `/24`.
    pub range: &'t str,
    /// The service that alone may fill it: `Microsoft.App/environments`.
    pub delegation: Option<&'t str>,
}

impl<'t> PlannedSubnet<'t> {
    /// For [`address_plan!`](crate::address_plan).
    #[doc(hidden)]
    pub const fn new(name: &'t str, range: &'t str) -> Self {
        PlannedSubnet { name, range, delegation: None }
    }

    /// For [`address_plan!`](crate::address_plan).
    #[doc(hidden)]
    #[track_caller]
    pub const fn delegated_to(mut self, service: &'t str) -> Self {
        assert!(self.delegation.is_none(), "a subnet is delegated to one service: give the other a subnet of its own");
        self.delegation = Some(service);
        self
    }
}

/// A subnet of the plan `P`: a constant of that type, such as `Plan::WORKLOAD`. Whether Azure keeps the name of the subnet
/// for a service of its own is part of the type.
#[derive(Clone, Copy, Debug)]
pub struct SubnetOf<P, const RESERVED: bool = false> {
    index: usize,
    plan: PhantomData<fn() -> P>,
}

impl<P: SubnetPlan, const RESERVED: bool> SubnetOf<P, RESERVED> {
    /// For [`address_plan!`](crate::address_plan), which names none that the plan does not have.
    #[doc(hidden)]
    pub const fn named(name: &str) -> Self {
        let mut index = 0;
        while index < P::SUBNETS.len() && !is_same(P::SUBNETS[index].name, name) {
            index += 1;
        }
        SubnetOf { index, plan: PhantomData }
    }

    /// The subnet's name in Azure.
    pub const fn name(self) -> &'static str {
        P::SUBNETS[self.index].name
    }
}

impl<P: AddressPlan, const RESERVED: bool> SubnetOf<P, RESERVED> {
    /// The subnet's range, for example as the source of a rule: `10.0.0.0/24`.
    pub const fn address_prefix(self) -> &'static str {
        P::SUBNETS[self.index].range
    }
}

/// A subnet of the plan `P`.
#[diagnostic::on_unimplemented(
    message = "this is no subnet of the plan `{P}`",
    label = "this is a subnet of another plan",
    note = "name one of the plan that the network was made from: `{P}::…`"
)]
pub trait SubnetIn<P> {
    /// The place in the plan.
    #[doc(hidden)]
    fn place(self) -> usize;
}

#[diagnostic::do_not_recommend]
impl<P: SubnetPlan, const RESERVED: bool> SubnetIn<P> for SubnetOf<P, RESERVED> {
    fn place(self) -> usize {
        self.index
    }
}

/// A subnet of the plan `P` that takes rules.
#[diagnostic::on_unimplemented(
    message = "this subnet takes no rules: it is of another plan than `{P}`, or Azure keeps it for a service",
    label = "no rules can be given to it",
    note = "name a subnet of `{P}` that has a name of its own, other than `AzureBastionSubnet`, `GatewaySubnet` and the like"
)]
pub trait TakesRules<P>: SubnetIn<P> {}

#[diagnostic::do_not_recommend]
impl<P: SubnetPlan> TakesRules<P> for SubnetOf<P, false> {}

/// Azure keeps the name for a service of its own, which takes neither security groups nor NAT gateways.
#[doc(hidden)]
pub const fn is_reserved(name: &str) -> bool {
    reserved(name).is_some()
}

/// The name of a subnet that Azure keeps for a bastion.
const BASTION: &str = "AzureBastionSubnet";

/// The plan has a subnet `AzureBastionSubnet`, if `PLANNED`.
#[diagnostic::on_unimplemented(
    message = "the plan `{Self}` has no subnet for a bastion, which needs one of its own",
    label = "there is no `AzureBastionSubnet` in this network",
    note = "add it to the plan, with a range inside the network's: `BASTION = \"AzureBastionSubnet\": \"10.0.1.0/26\"`"
)]
pub trait BastionSubnet<const PLANNED: bool>: SubnetPlan {
    /// The subnet.
    #[doc(hidden)]
    const SUBNET: SubnetOf<Self, true> = SubnetOf::named(BASTION);
}

/// For [`address_plan!`](crate::address_plan): whether one of the subnets has the name that Azure keeps for bastions.
#[doc(hidden)]
pub const fn has_bastion(names: &[&str]) -> bool {
    let mut index = 0;
    while index < names.len() {
        if is_same(names[index], BASTION) {
            return true;
        }
        index += 1;
    }
    false
}
