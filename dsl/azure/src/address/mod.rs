//! Address plans: the ranges of a network and its subnets, as literals that the compiler of Rust checks. It must not know
//! how a network is added to a graph.

mod block;
mod check;
mod delegation;
mod name;
mod plan;
mod size;
mod subnet;

pub(crate) use self::check::{network_fault, subnet_fault};
pub use self::plan::{AddressPlan, PeeredWith, SizePlan, SubnetPlan};
#[doc(hidden)]
pub use self::plan::{check_network, check_network_size, check_peers, check_subnet, check_subnet_size, check_subnets};
pub(crate) use self::size::position;
pub use self::subnet::{BastionSubnet, PlannedSubnet, SubnetIn, SubnetOf, TakesRules};
#[doc(hidden)]
pub use self::subnet::{has_bastion, is_reserved};
