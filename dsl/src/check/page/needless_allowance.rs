//! `needless-allowance`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "needless-allowance",
    severity: Severity::Warning,
    summary: "What is allowed at a resource is not found there.",
    why: "The problem is gone, and the allowance would hide the next one. It changes nothing in the Bicep, so it is a warning.",
    help: "take the allowance out",
    constant: None,
    wrong: example!("needless_allowance.rs", |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .allow(Check::UNKNOWN_PROPERTY, "in private preview")
            .add(g, "zone");
    }),
    right: example!("needless_allowance.rs", |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .add(g, "zone");
    }),
});
