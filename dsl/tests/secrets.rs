//! Texts with secrets in them are secrets.

mod common;

use common::{assert_files, assert_rendered};
use dsl::functions::resource_group;
use dsl::{DeploymentScope, Graph, Layout, ResourceBody, ResourceGroup, SecretText, raw};

fn texts(g: &mut Graph<ResourceGroup>) -> SecretText {
    let host = g.param("host").describe("A host.");
    let user = g.secret("user").describe("Who calls.");
    let password = g.secret("password").describe("What the caller knows.");
    let login = &user + ":" + &password;
    let header = g.var("header", "Basic " + &login).describe("What callers send.");
    let address = "https://" + login.clone() + "@" + &host + "/";
    let behind = &*host + &login + resource_group().name();
    g.output("header", &header).describe("What callers send.");
    g.output("address", address).describe("Where the service is, for one caller.");
    g.output("behind", behind).describe("A text that ends with what everybody may know.");
    g.output("token", "Bearer " + &password).describe("Another way to call.");
    login
}

#[test]
fn a_text_with_a_secret_in_it() {
    let mut g = Graph::<ResourceGroup>::new();
    texts(&mut g);
    assert_rendered("secrets", &g);
}

#[test]
fn into_a_module() {
    let mut g = Graph::<ResourceGroup>::new();
    let login = texts(&mut g);
    g.module("app", DeploymentScope, |g| {
        raw("Microsoft.KeyVault/vaults/secrets@2026-05-15", "kv-contoso/login")
            .property("properties.value", login)
            .add(g, "login");
    });
    assert_files("secrets-modules", &g, Layout::Modules);
}
