//! What a scenario needs: `use azure::prelude::*;`.

pub use dsl::functions::{guid, read_environment_variable, resource_group, subscription, unique_string};
pub use dsl::{
    Check, DeploymentScope, Each, Graph, Layout, ManagementGroup, Map, Maybe, Param, Resource, ResourceBody,
    ResourceGroup, Scenario, Secret, Subscription, Tenant, Value, Var, raw, raw_existing,
};

#[cfg(feature = "network")]
pub use crate::address::AddressPlan;
#[allow(
    unused_imports,
    unreachable_pub,
    reason = "there are constructs only with the features of their providers"
)]
pub use crate::construct::*;
pub use crate::interface::Tagged;
#[cfg(feature = "authorization")]
pub use crate::role;
