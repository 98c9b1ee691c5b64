//! Services that keep secrets and data.

use super::*;

#[test]
fn key_vault_and_storage_by_default() {
    let mut g = Graph::new();
    let (region, team) = (region(&mut g), team(&mut g));
    let vault = KeyVault::new("kv-contoso", &region).add(&mut g, "vault");
    g.grant("teamReadsSecrets", &team, role::KeyVaultSecretsUser, &vault).describe("The team reads secrets.");
    let storage = Storage::new("stcontoso", &region).add(&mut g, "storage");
    g.grant("teamReadsBlobs", &team, role::StorageBlobDataReader, &storage).describe("The team reads blobs.");
    assert_rendered("service-key-vault-and-storage", &g);
}

#[test]
fn key_vault_and_storage_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let tenant = g.param("tenantId").length(36..=36).describe("Tenant of the vault.");
    let vault = KeyVault::new("kv-contoso", &region)
        .tenant(&tenant)
        .premium()
        .retention_days(7)
        .without_purge_protection()
        .public_access_from(["203.0.113.0/24"])
        .adjust(|vault| vault.tags([("team", "data")]))
        .add(&mut g, "vault");
    g.output("vaultUri", vault.properties().vault_uri()).describe("Address of the vault.");
    KeyVault::new("kv-contoso-open", &region).public_access().add(&mut g, "openVault");
    Storage::new("stcontoso", &region)
        .sku("Standard_LRS")
        .data_lake()
        .shared_keys()
        .blob_soft_delete(14)
        .container("reports", "reports")
        .container("uploads", "uploads")
        .public_access_from(["203.0.113.0/24", "198.51.100.7"])
        .adjust(|account| account.tags([("team", "data")]))
        .add(&mut g, "storage");
    Storage::new("stcontosoopen", &region).shared_keys().public_access().add(&mut g, "openStorage");
    assert_rendered("service-key-vault-and-storage-changed", &g);
}
