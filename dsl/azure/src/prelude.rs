//! What a scenario needs: `use azure::prelude::*;`.

pub use dsl::functions::{guid, read_environment_variable, resource_group, subscription, unique_string};
pub use dsl::{
    Graph, ManagementGroup, Param, Resource, ResourceBody, ResourceGroup, Scenario, Secret, Subscription, Tenant,
    Value, Var,
};

pub use crate::construct::{Capacity, Grants, Image, LinuxMachine, Model, Network, OpenAi, PrivateEndpoint, Zone};
pub use crate::network::{InlineSubnet, InlineSubnetProperties};
pub use crate::role;
