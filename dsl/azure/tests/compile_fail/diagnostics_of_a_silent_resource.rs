//! Diagnostics are asked of an identity, which emits none.

use azure::managed_identity::UserAssignedIdentity;
use azure::operational_insights::Workspace;
use azure::prelude::*;

fn build(
    g: &mut Graph<ResourceGroup>,
    identity: &Resource<UserAssignedIdentity>,
    workspace: &Resource<Workspace>,
) {
    identity.send_diagnostics(workspace, g, "diagnostics");
}

fn main() {}
