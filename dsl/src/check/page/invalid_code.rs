//! `invalid-code`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "invalid-code",
    severity: Severity::Error,
    summary: "A code of the compiler is suppressed that is no code.",
    why: "It is printed into a comment that the compiler reads: with a wrong code, nothing is suppressed, or too much.",
    help: "give the code of one diagnostic, such as `BCP081` or `use-recent-api-versions`",
    constant: None,
    wrong: example!("invalid_code.rs", |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .suppress("BCP 081", "in private preview")
            .add(g, "zone");
    }),
    right: example!("invalid_code.rs", |g| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
            .property("location", "global")
            .suppress("BCP081", "in private preview")
            .add(g, "zone");
    }),
});
