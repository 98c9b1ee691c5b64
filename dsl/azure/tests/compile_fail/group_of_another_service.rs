//! The blobs of a key vault are asked for.

use azure::key_vault::Vault;
use azure::prelude::*;

fn build(vault: &Resource<Vault>) {
    let _ = group::Blob::of(vault);
}

fn main() {}
