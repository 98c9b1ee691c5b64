//! How a plan is written, and what it becomes in Rust: a type with a constant for each subnet. It must not know networks.

use super::PlannedSubnet;
use super::check::{network_fault, peers_fault, subnet_fault, subnets_fault};
use super::size::{network_length, network_size_fault, subnet_size_fault};
use crate::sentence::Sentence;

/// The subnets of a network, checked at compile time. [`address_plan!`](crate::address_plan) makes it.
pub trait SubnetPlan: Copy + 'static {
    /// The subnets in the order of the plan.
    const SUBNETS: &'static [PlannedSubnet<'static>];
}

/// A plan of addresses. [`address_plan!`](crate::address_plan) makes it from the range of a network.
#[diagnostic::on_unimplemented(
    message = "`{Self}` plans sizes, and no addresses",
    label = "which range of addresses?",
    note = "give the range, such as a param: `Network::planned_in::<{Self}>(name, location, &prefix)`"
)]
pub trait AddressPlan: SubnetPlan {
    /// The range of the network: `10.0.0.0/16`.
    const ADDRESS_PREFIX: &'static str;
}

/// A plan of sizes. [`address_plan!`](crate::address_plan) makes it from `any` and the size of a network.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has a range of its own",
    label = "no other range can be given",
    note = "write `Network::planned::<{Self}>(name, location)`, or plan sizes only: `{Self}: any \"/16\" {{ … }}`"
)]
pub trait SizePlan: SubnetPlan {
    /// The longest prefix that the range of the network may have: 16 for `/16`.
    const LENGTH: u32;
}

/// The network of this plan may be peered with that of the plan `P`: the two have no address in common.
#[diagnostic::on_unimplemented(
    message = "nothing says that the addresses of `{Self}` and `{P}` are apart, and only then can they be peered",
    label = "these networks have not been planned as peers",
    note = "say it in one of the plans: `{Self}: \"…\", peered with {P} {{ … }}`"
)]
pub trait PeeredWith<P: SubnetPlan>: SubnetPlan {}

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
///
/// Where the range of the network is a param, a plan holds sizes, and the network is at least as large as it says. The
/// subnets lie one after the other, each at the next place that its size allows: they cannot overlap. Whether peers are
/// apart, only the deployment can tell.
///
/// ```
/// azure::address_plan! {
///     /// Sizes in any network of 4,096 addresses or more.
///     pub Team: any "/20" {
///         WORKLOAD = "workload": "/24",
///         APPS = "apps": "/27" delegated to "Microsoft.App/environments",
///     }
/// }
/// ```
#[macro_export]
macro_rules! address_plan {
    (
        $(#[$meta:meta])*
        $vis:vis $plan:ident: any $network:literal $(, peered with $($peer:ident),+)? { $($subnets:tt)* }
    ) => {
        $crate::subnet_plan! { $(#[$meta])* $vis $plan check_subnet_size($network) { $($subnets)* } }

        impl $crate::address::SizePlan for $plan {
            const LENGTH: u32 = $crate::address::check_network_size($network);
        }
        const _: u32 = <$plan as $crate::address::SizePlan>::LENGTH;
        $($(
            impl $crate::address::PeeredWith<$peer> for $plan {}
            impl $crate::address::PeeredWith<$plan> for $peer {}
        )+)?
    };
    (
        $(#[$meta:meta])*
        $vis:vis $plan:ident: $network:literal $(, peered with $($peer:ident),+)? { $($subnets:tt)* }
    ) => {
        $crate::subnet_plan! { $(#[$meta])* $vis $plan check_subnet($network) { $($subnets)* } }

        impl $crate::address::AddressPlan for $plan {
            const ADDRESS_PREFIX: &'static str = $network;
        }
        const _: () = $crate::address::check_network($network);
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

/// For [`address_plan!`](crate::address_plan): the type of a plan, and a constant for each subnet.
#[doc(hidden)]
#[macro_export]
macro_rules! subnet_plan {
    (
        $(#[$meta:meta])*
        $vis:vis $plan:ident $check:ident($network:literal) {
            $(
                $(#[$subnet_meta:meta])*
                $subnet:ident = $name:literal: $range:literal $(delegated to $service:literal)*
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        $vis enum $plan {}

        impl $crate::address::SubnetPlan for $plan {
            const SUBNETS: &'static [$crate::address::PlannedSubnet<'static>] =
                &[$($crate::address::PlannedSubnet::new($name, $range)$(.delegated_to($service))*),*];
        }

        impl $crate::address::BastionSubnet<{ $crate::address::has_bastion(&[$($name),*]) }> for $plan {}

        #[allow(dead_code, reason = "a plan may hold subnets that are filled by others, or later")]
        impl $plan {
            $(
                #[doc = concat!("The subnet `", $name, "`, `", $range, "`.")]
                $(#[$subnet_meta])*
                $vis const $subnet: $crate::address::SubnetOf<$plan, { $crate::address::is_reserved($name) }> =
                    $crate::address::SubnetOf::named($name);
            )*
        }

        // Items and no blocks inside functions: those would be checked by `cargo build` only.
        $(
            const _: () = $crate::address::$check(
                $network,
                $crate::address::PlannedSubnet::new($name, $range)$(.delegated_to($service))*,
            );
        )*
        const _: () = $crate::address::check_subnets($network, <$plan as $crate::address::SubnetPlan>::SUBNETS);
    };
}

/// For [`address_plan!`](crate::address_plan): does not compile with a range that is none for a network.
#[doc(hidden)]
#[track_caller]
pub const fn check_network(prefix: &str) {
    report(network_fault(prefix).as_ref());
}

/// For [`address_plan!`](crate::address_plan): does not compile with a size that is none for a network.
#[doc(hidden)]
#[track_caller]
pub const fn check_network_size(size: &str) -> u32 {
    report(network_size_fault(size).as_ref());
    network_length(size)
}

/// For [`address_plan!`](crate::address_plan): does not compile with a subnet that is none in this network.
#[doc(hidden)]
#[track_caller]
pub const fn check_subnet(network: &str, subnet: PlannedSubnet<'_>) {
    report(subnet_fault(network, subnet).as_ref());
}

/// For [`address_plan!`](crate::address_plan): does not compile with a subnet of no size that Azure takes.
#[doc(hidden)]
#[track_caller]
pub const fn check_subnet_size(_network: &str, subnet: PlannedSubnet<'_>) {
    report(subnet_size_fault(subnet).as_ref());
}

/// For [`address_plan!`](crate::address_plan): does not compile with subnets of one name, with common addresses, or
/// without room.
#[doc(hidden)]
#[track_caller]
pub const fn check_subnets(network: &str, subnets: &[PlannedSubnet<'_>]) {
    report(subnets_fault(network, subnets).as_ref());
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
