//! A custom role for virtual machines is granted on a storage account.

use azure::compute::VirtualMachine;
use azure::prelude::*;
use azure::storage::StorageAccount;

fn build(
    g: &mut Graph<ResourceGroup>,
    team: &GivenPrincipal,
    operator: &CustomRoleFor<VirtualMachine>,
    storage: &Resource<StorageAccount>,
) {
    g.grant_custom("teamOperates", team, operator, storage).describe("The team operates the account.");
}

fn main() {}
