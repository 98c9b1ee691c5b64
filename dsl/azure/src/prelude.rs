//! What a scenario needs: `use azure::prelude::*;`.

pub use dsl::functions::{
    self, guid, read_environment_variable, read_environment_variable_or, resource_group, subscription, unique_string,
};
pub use dsl::{
    Check, DeploymentScope, Each, Graph, Layout, ManagementGroup, Map, Maybe, Param, Resource, ResourceBody,
    ResourceGroup, Scenario, Secret, Subscription, Tenant, Value, Var, choice_type, object_type, raw, raw_existing,
    union_type,
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
