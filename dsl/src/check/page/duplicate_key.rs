//! `duplicate-key`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::expr::{Entry, Expr};
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "duplicate-key",
    severity: Severity::Error,
    summary: "A key that an object has twice.",
    why: "Bicep does not take it, and a reader could not tell which value counts.",
    help: "keep one of them",
    constant: None,
    wrong: example!("duplicate_key.rs", |g| {
        let tags = [("team", "network"), ("team", "platform")];
        let tags = tags.map(|(key, value)| Entry::Property(key.into(), value.into()));
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .property("tags", Expr::Object(tags.into()))
            .add(g, "zone");
    }),
    right: example!("duplicate_key.rs", |g| {
        let tags = [("team", "network"), ("owner", "platform")];
        let tags = tags.map(|(key, value)| Entry::Property(key.into(), value.into()));
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .property("tags", Expr::Object(tags.into()))
            .add(g, "zone");
    }),
});
