//! Files that a managed identity may write, without a key of the account that keeps them.

use azure::managed_identity::UserAssignedIdentity;
use azure::prelude::*;

/// What the list of scenarios, the template and the review card say of it.
const SUMMARY: &str = "A storage account for files, which a managed identity may write without a key.";

/// The scenario `{{ name }}`.
pub fn scenario() -> Scenario {
    Scenario::new("{{ name }}", build).describe(SUMMARY)
}

fn build(g: &mut Graph<ResourceGroup>) {
    let location = g.param("location").default(resource_group().location()).describe("Region of all resources.");
    let prefix = g.param("prefix").length(3..=11).describe("Prefix of every resource name: small letters and digits.");

    // Keyless, and closed to the public network. A private endpoint opens it to a network of yours: see `PrivateEndpoint`.
    let account = Storage::new(&prefix + unique_string([resource_group().id()]), &location)
        .container("files", "files")
        .add(g, "account");

    // A machine or an app that takes this identity may write the files. A grant to what has no identity does not compile.
    let identity = UserAssignedIdentity::new(&prefix + "-id", &location).add(g, "identity");
    g.grant("identityWritesFiles", &identity, role::StorageBlobDataContributor, &account)
        .describe("The identity may read, write and delete the files.");

    g.output("filesEndpoint", account.properties().primary_endpoints().blob()).describe("Where the files are.");
    g.output("identityClientId", identity.properties().client_id()).describe("Which identity to ask a token of.");

    // Each set becomes a parameter file. What differs between machines or is secret: `read_environment_variable("NAME")`.
    g.parameter_set("main").value(&prefix, "demo");
}
