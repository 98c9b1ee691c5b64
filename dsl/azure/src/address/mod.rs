//! Address plans: the ranges of a network and its subnets, as literals that the compiler of Rust checks. It must not know
//! how a network is added to a graph.

mod block;
mod check;
mod name;
mod plan;
mod sentence;

pub(crate) use self::plan::is_reserved;
pub use self::plan::{AddressPlan, BastionSubnet, PeeredWith, SubnetOf};
#[doc(hidden)]
pub use self::plan::{check_network, check_peers, check_subnet, check_subnets, has_bastion};
