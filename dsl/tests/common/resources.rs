//! Two resources, a child and an extension to make statements of.

#![allow(dead_code, reason = "each test program uses a part of it")]

dsl::resource! {
    /// A storage account.
    pub struct StorageAccount(sku: Sku, kind: String) = "Microsoft.Storage/storageAccounts" @ "2026-04-01" in [ResourceGroup] {
        location: String = "location",
        kind: String = "kind",
        sku: Sku = "sku",
        tags: Tags = "tags",
        properties: StorageAccountProperties = "properties",
    }
    view StorageAccountView {}
}

dsl::object! {
    /// What is paid for.
    pub struct Sku(name: String) {
        name: String = "name",
    }
}

dsl::object! {
    /// Any tags.
    pub struct Tags() {
        cost_center: String = "cost-center",
    }
}

dsl::object! {
    /// A part of what an account consists of.
    pub struct StorageAccountProperties() {
        access_tier: AccessTier = "accessTier",
        minimum_tls_version: String = "minimumTlsVersion",
    }
}

dsl::choice! {
    /// How often blobs are read.
    pub closed enum AccessTier {
        Hot = "Hot",
        Cool = "Cool",
    }
}

dsl::resource! {
    /// The blob service of an account.
    pub struct BlobService() = "Microsoft.Storage/storageAccounts/blobServices" @ "2026-04-01" in [ResourceGroup],
    child of StorageAccount {}
    view BlobServiceView {}
}

dsl::resource! {
    /// A lock on any resource.
    pub struct Lock(properties: LockProperties) = "Microsoft.Authorization/locks" @ "2020-05-01" in [ResourceGroup],
    extension {
        properties: LockProperties = "properties",
    }
    view LockView {}
}

dsl::object! {
    /// How a resource is locked.
    pub struct LockProperties(level: String) {
        level: String = "level",
    }
}
