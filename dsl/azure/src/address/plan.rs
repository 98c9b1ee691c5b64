//! How a plan is written, and what it becomes in Rust: a type with a constant for each subnet. It must not know networks.

use std::marker::PhantomData;

use super::check::{network_fault, peers_fault, subnet_fault, subnets_fault};
use super::name::{is_same, reserved};
use super::sentence::Sentence;

/// The addresses of a network and its subnets, checked at compile time. [`address_plan!`](crate::address_plan) makes it.
pub trait AddressPlan: Copy + 'static {
    /// The range of the network: `10.0.0.0/16`.
    const ADDRESS_PREFIX: &'static str;
    /// The subnets, each with its name and its range.
    const SUBNETS: &'static [(&'static str, &'static str)];
}

/// The network of this plan may be peered with that of the plan `P`: the two have no address in common.
#[diagnostic::on_unimplemented(
    message = "nothing says that the addresses of `{Self}` and `{P}` are apart, and only then can they be peered",
    label = "these networks have not been planned as peers",
    note = "say it in one of the plans: `{Self}: \"…\", peered with {P} {{ … }}`"
)]
pub trait PeeredWith<P: AddressPlan>: AddressPlan {}

/// The name of a subnet that Azure keeps for a bastion.
const BASTION: &str = "AzureBastionSubnet";

/// The plan has a subnet `AzureBastionSubnet`, if `PLANNED`.
#[diagnostic::on_unimplemented(
    message = "the plan `{Self}` has no subnet for a bastion, which needs one of its own",
    label = "there is no `AzureBastionSubnet` in this network",
    note = "add it to the plan, with a range inside the network's: `BASTION = \"AzureBastionSubnet\": \"10.0.1.0/26\"`"
)]
pub trait BastionSubnet<const PLANNED: bool>: AddressPlan {
    /// The subnet.
    #[doc(hidden)]
    const SUBNET: SubnetOf<Self> = SubnetOf::named(BASTION);
}

/// A subnet of the plan `P`: a constant of that type, such as `Plan::WORKLOAD`.
#[derive(Clone, Copy, Debug)]
pub struct SubnetOf<P> {
    index: usize,
    plan: PhantomData<fn() -> P>,
}

impl<P: AddressPlan> SubnetOf<P> {
    /// For [`address_plan!`](crate::address_plan), which names none that the plan does not have.
    #[doc(hidden)]
    pub const fn named(name: &str) -> Self {
        let mut index = 0;
        while index < P::SUBNETS.len() && !is_same(P::SUBNETS[index].0, name) {
            index += 1;
        }
        SubnetOf { index, plan: PhantomData }
    }

    /// The place in the plan.
    pub(crate) const fn index(self) -> usize {
        self.index
    }

    /// The subnet's name in Azure.
    pub const fn name(self) -> &'static str {
        P::SUBNETS[self.index].0
    }

    /// The subnet's range, for example as the source of a rule: `10.0.0.0/24`.
    pub const fn address_prefix(self) -> &'static str {
        P::SUBNETS[self.index].1
    }
}

/// Azure keeps the name for a service of its own, which takes neither security groups nor NAT gateways.
pub(crate) const fn is_reserved(name: &str) -> bool {
    reserved(name).is_some()
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

/// The addresses of a network, which `Network::planned` takes. Ranges that are malformed, too small, outside the network
/// or overlapping, and names that Azure does not take, do not compile.
///
/// ```
/// azure::address_plan! {
///     /// Addresses of the hub.
///     pub Hub: "10.0.0.0/16" {
///         WORKLOAD = "workload": "10.0.0.0/24",
///         BASTION = "AzureBastionSubnet": "10.0.1.0/26",
///     }
/// }
///
/// azure::address_plan! {
///     /// Addresses of the spoke, which have to be others than the hub's.
///     pub Spoke: "10.1.0.0/16", peered with Hub {
///         WORKLOAD = "workload": "10.1.0.0/24",
///     }
/// }
///
/// assert_eq!(Spoke::WORKLOAD.address_prefix(), "10.1.0.0/24");
/// ```
#[macro_export]
macro_rules! address_plan {
    (
        $(#[$meta:meta])*
        $vis:vis $plan:ident: $network:literal $(, peered with $($peer:ident),+)? {
            $($(#[$subnet_meta:meta])* $subnet:ident = $name:literal: $prefix:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        $vis enum $plan {}

        impl $crate::address::AddressPlan for $plan {
            const ADDRESS_PREFIX: &'static str = $network;
            const SUBNETS: &'static [(&'static str, &'static str)] = &[$(($name, $prefix)),*];
        }

        impl $crate::address::BastionSubnet<{ $crate::address::has_bastion(&[$($name),*]) }> for $plan {}

        #[allow(dead_code, reason = "a plan may hold subnets that are filled by others, or later")]
        impl $plan {
            $(
                #[doc = concat!("The subnet `", $name, "`, `", $prefix, "`.")]
                $(#[$subnet_meta])*
                $vis const $subnet: $crate::address::SubnetOf<$plan> = $crate::address::SubnetOf::named($name);
            )*
        }

        // Items and no blocks inside functions: those would be checked by `cargo build` only.
        const _: () = $crate::address::check_network($network);
        $(const _: () = $crate::address::check_subnet($network, ($name, $prefix));)*
        const _: () = $crate::address::check_subnets(&[$(($name, $prefix)),*]);

        $($(
            const _: () = $crate::address::check_peers(
                (stringify!($plan), $network),
                (stringify!($peer), <$peer as $crate::address::AddressPlan>::ADDRESS_PREFIX),
            );
            impl $crate::address::PeeredWith<$peer> for $plan {}
            impl $crate::address::PeeredWith<$plan> for $peer {}
        )+)?
    };
}

/// For [`address_plan!`](crate::address_plan): does not compile with a range that is none for a network.
#[doc(hidden)]
#[track_caller]
pub const fn check_network(prefix: &str) {
    report(network_fault(prefix).as_ref());
}

/// For [`address_plan!`](crate::address_plan): does not compile with a subnet that is none in this network.
#[doc(hidden)]
#[track_caller]
pub const fn check_subnet(network: &str, subnet: (&str, &str)) {
    report(subnet_fault(network, subnet).as_ref());
}

/// For [`address_plan!`](crate::address_plan): does not compile with subnets of one name or with common addresses.
#[doc(hidden)]
#[track_caller]
pub const fn check_subnets(subnets: &[(&str, &str)]) {
    report(subnets_fault(subnets).as_ref());
}

/// For [`address_plan!`](crate::address_plan): does not compile with networks that have common addresses.
#[doc(hidden)]
#[track_caller]
pub const fn check_peers(a: (&str, &str), b: (&str, &str)) {
    report(peers_fault(a, b).as_ref());
}

#[track_caller]
const fn report(fault: Option<&Sentence>) {
    if let Some(sentence) = fault {
        panic!("{}", sentence.text());
    }
}
