//! A customer-managed key is given to a web app, which takes none.

use azure::key_vault::{Vault, VaultKey};
use azure::managed_identity::UserAssignedIdentity;
use azure::prelude::*;
use azure::web::Site;

fn build(site: Site, vault: &Resource<Vault>, key: &Resource<VaultKey>, reader: &Resource<UserAssignedIdentity>) -> Site {
    site.customer_managed_key(vault, key, reader)
}

fn main() {}
