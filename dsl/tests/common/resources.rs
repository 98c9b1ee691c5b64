//! Two resources, a child and an extension to make statements of.

#![allow(dead_code, reason = "each test program uses a part of it")]

dsl::resource! {
    /// A storage account.
    pub struct StorageAccount, StorageAccountView
    = "Microsoft.Storage/storageAccounts" @ "2026-09-01" in [ResourceGroup], [];
    name [String];
    required {
        location: String = "location", "required";
        kind: Kind = "kind", "required";
        sku: Sku = "sku", "required";
    }
    optional {
        tags: dsl::Map<String> = "tags";
        properties: StorageAccountProperties = "properties";
    }
    functions {
        list_keys() -> StorageAccountListKeysResultView = "listKeys" @ "2026-09-01";
    }
}

dsl::object! {
    /// What is paid for.
    pub struct Sku, SkuView;
    required {
        name: String = "name", "required";
    }
}

dsl::choice! {
    /// What an account can hold.
    pub closed enum Kind {
        StorageV2 = "StorageV2";
        BlobStorage = "BlobStorage";
    }
}

dsl::object! {
    /// A part of what an account consists of.
    pub struct StorageAccountProperties, StorageAccountPropertiesView;
    optional {
        access_tier: AccessTier = "accessTier";
        minimum_tls_version: TlsVersion = "minimumTlsVersion";
    }
    read_only {
        primary_location: String = "primaryLocation";
    }
}

dsl::choice! {
    /// How often blobs are read.
    pub closed enum AccessTier {
        Hot = "Hot";
        Cool = "Cool";
    }
}

dsl::choice! {
    /// The oldest version of TLS that callers may use.
    pub open enum TlsVersion {
        Tls12 = "TLS1_2";
    }
}

dsl::view! {
    /// The keys of an account.
    pub struct StorageAccountListKeysResultView;
    read_only {
        keys: Vec<StorageAccountKeyView> = "keys";
    }
}

dsl::view! {
    /// A key of an account.
    pub struct StorageAccountKeyView;
    read_only {
        value: dsl::Secret<String> = "value";
    }
}

dsl::resource! {
    /// The blob service of an account.
    pub struct BlobService, BlobServiceView
    = "Microsoft.Storage/storageAccounts/blobServices" @ "2026-09-01" in [ResourceGroup], [child of StorageAccount];
    name [= "default"];
}

dsl::resource! {
    /// A lock on any resource.
    pub struct Lock, LockView
    = "Microsoft.Authorization/locks" @ "2020-05-01" in [ResourceGroup, Subscription], [extension or scope];
    name [String];
    required {
        properties: LockProperties = "properties", "required";
    }
}

dsl::object! {
    /// How a resource is locked.
    pub struct LockProperties, LockPropertiesView;
    required {
        level: LockLevel = "level", "required";
    }
}

dsl::choice! {
    /// What a lock forbids.
    pub open enum LockLevel {
        CanNotDelete = "CanNotDelete";
        ReadOnly = "ReadOnly";
    }
}
