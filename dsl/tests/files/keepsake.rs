//! Written by `cargo run -p typegen -- module dsl/tests/files/keepsake.bicep`, which a test of `typegen` repeats.

dsl::module! {
    /// The module `modules/keepsake.bicep`.
    pub struct Keepsake, KeepsakeOutputs = "modules/keepsake.bicep" in ResourceGroup;
    file include_str!("keepsake.bicep");
    required {
        location: String = "location", "Region of the workspace";
        name: String = "name", "Name of the workspace";
    }
    optional {
        keep: KeepsakeRetention = "keep", "How long logs are kept";
        key: dsl::Secret<String> = "key", "A key that nobody may see";
        teams: Vec<String> = "teams", "Teams that read it";
    }
    outputs {
        days: i64 = "days", "How long logs are kept";
        id: String = "id", "Resource id of the workspace";
    }
}

dsl::object! {
    /// A part of what [`Keepsake`] takes or gives.
    pub struct KeepsakeRetention, KeepsakeRetentionView;
    required {
        days: i64 = "days", "Days that it is kept";
    }
    optional {
        reason: String = "reason", "Why it is kept so long";
    }
}
