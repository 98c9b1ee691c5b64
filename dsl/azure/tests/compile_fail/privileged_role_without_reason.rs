//! A role that may do everything is granted as if it were any other.

use azure::prelude::*;
use azure::storage::StorageAccount;

fn build(g: &mut Graph<ResourceGroup>, storage: &Resource<StorageAccount>, team: &GivenPrincipal) {
    g.grant("teamOwns", team, role::Owner, storage).describe("The team owns it.");
}

fn main() {}
