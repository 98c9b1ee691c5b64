//! Resources of real types, as text, for the comparison with Azure's data.

#![allow(dead_code, reason = "each test program uses a part of it")]

use dsl::{BinaryOperator, Entry, Expr, Key, RawResource, ResourceBody, Value, raw};

pub(crate) const STORAGE: &str = "Microsoft.Storage/storageAccounts@2026-09-01";
pub(crate) const BLOBS: &str = "Microsoft.Storage/storageAccounts/blobServices@2026-09-01";
pub(crate) const SEARCH: &str = "Microsoft.Search/searchServices@2026-11-01";
pub(crate) const SITE: &str = "Microsoft.Web/sites@2025-03-01";
pub(crate) const SITE_CONFIG: &str = "Microsoft.Web/sites/config@2025-03-01";
pub(crate) const EVENTS: &str = "Microsoft.EventGrid/eventSubscriptions@2025-02-15";
pub(crate) const TARGET: &str = "Microsoft.Chaos/targets@2025-01-01";
pub(crate) const GROUP: &str = "Microsoft.Resources/resourceGroups@2025-04-01";
pub(crate) const READ_ONLY: &str = "Microsoft.SecurityInsights/aggregations@2019-01-01-preview";

/// A storage account to which nothing is to be said.
pub(crate) fn storage(name: &'static str) -> RawResource {
    raw(STORAGE, name)
        .property("location", "global")
        .property("kind", "StorageV2")
        .property("sku", object([("name", "Standard_LRS".into())]))
}

pub(crate) fn search(name: &'static str) -> RawResource {
    raw(SEARCH, name).property("location", "global")
}

pub(crate) fn object<const N: usize>(properties: [(&'static str, Expr); N]) -> Expr {
    Expr::object(properties)
}

pub(crate) fn or(left: impl Into<Expr>, right: impl Into<Expr>) -> Expr {
    Expr::binary(left.into(), BinaryOperator::Coalesce, right.into())
}

pub(crate) fn computed(text: &'static str, hole: &Value<String>) -> Expr {
    (Value::text(text) + hole).into()
}

pub(crate) fn spread<const N: usize>(properties: [(&'static str, Expr); N]) -> Entry {
    Entry::Spread(object(properties))
}

pub(crate) fn computed_key(name: &Value<String>) -> Entry {
    Entry::Property(Key::Computed(computed("x-", name).into()), 1.into())
}
