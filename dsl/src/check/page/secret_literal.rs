//! `secret-literal`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::functions::resource_group;
use crate::graph::{ResourceBody, raw};

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "secret-literal",
    severity: Severity::Error,
    summary: "A secret that is written out: at a property for secrets, in a variable of an app, in a connection string, in a parameter set, or as a token that is known by how it begins.",
    why: "The template is kept in Git and in the history of deployments: a secret in it is no secret any longer.",
    help: "give it a secure param: `g.secret(\"name\")`",
    constant: Some("Check::SECRET_LITERAL"),
    wrong: example!("secret_literal.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        raw("Microsoft.Sql/servers@2025-01-01", "contoso-sql")
            .property("location", &*location)
            .property("properties.administratorLogin", "contoso")
            .property("properties.administratorLoginPassword", "correct horse")
            .add(g, "server");
    }),
    right: example!("secret_literal.rs", |g| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let password = g.secret("password").describe("Password of the administrator.");
        raw("Microsoft.Sql/servers@2025-01-01", "contoso-sql")
            .property("location", &*location)
            .property("properties.administratorLogin", "contoso")
            .property("properties.administratorLoginPassword", &*password)
            .add(g, "server");
    }),
});
