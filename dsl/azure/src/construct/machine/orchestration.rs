//! How a scale set looks after its machines. It must not know what they are.

use crate::compute::{NetworkApiVersion, OrchestrationMode};

/// Machines of their own that are counted and spread together: what Microsoft recommends.
#[derive(Clone, Copy, Debug)]
pub enum Flexible {}

/// Machines that are alike, and that only the scale set knows.
#[derive(Clone, Copy, Debug)]
pub enum Uniform {}

/// How a scale set looks after its machines: [`Flexible`] or [`Uniform`].
/// [Orchestration modes](https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes)
pub trait Orchestration {
    #[doc(hidden)]
    const MODE: OrchestrationMode;
    /// Without a load balancer, interfaces are described in this version of the network's API.
    #[doc(hidden)]
    const NETWORK_API_VERSION: Option<NetworkApiVersion>;
    /// Whether the platform can install updates on the machines, as it does on those outside of scale sets.
    #[doc(hidden)]
    const PATCHES_GUESTS: bool;
}

impl Orchestration for Flexible {
    const MODE: OrchestrationMode = OrchestrationMode::Flexible;
    const NETWORK_API_VERSION: Option<NetworkApiVersion> = Some(NetworkApiVersion::V20201101);
    const PATCHES_GUESTS: bool = true;
}

impl Orchestration for Uniform {
    const MODE: OrchestrationMode = OrchestrationMode::Uniform;
    const NETWORK_API_VERSION: Option<NetworkApiVersion> = None;
    const PATCHES_GUESTS: bool = false;
}
