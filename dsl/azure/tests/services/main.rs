//! What the constructs of services render: by default, and with every default changed.

use azure::prelude::*;

use self::snapshot::assert_rendered;

#[path = "../../../tests/common/snapshot.rs"]
mod snapshot;

mod data;
mod messages;
mod premium;

/// What every construct asks for.
fn region(g: &mut Graph<ResourceGroup>) -> Param<String> {
    g.param("location").default(resource_group().location()).describe("Region of every resource.")
}

/// Who is granted roles.
fn team(g: &mut Graph<ResourceGroup>) -> GivenPrincipal {
    let id = g.param("teamObjectId").length(36..=36).describe("Object id of the team in Microsoft Entra.");
    GivenPrincipal::group(&id)
}
