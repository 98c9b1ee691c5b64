//! Texts with secrets in them are secrets.

mod common;

use common::{assert_files, assert_rendered};
use dsl::functions::resource_group;
use dsl::{
    DeploymentScope, Graph, Layout, RawResource, Resource, ResourceBody, ResourceGroup, Secret, SecretText, Value, raw,
    raw_existing,
};

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

fn key(account: &Resource<RawResource>) -> Value<Secret<String>> {
    Value::new(account.expr().invoke("listKeys", []).member("keys").index(0).member("value"))
}

/// No output and no param is a list of secrets: one of a known element is an output of its own, and one that depends on the
/// turn of another loop is asked of the account, found by its name.
#[test]
fn of_elements_of_a_loop_in_a_module() {
    let mut g = Graph::<ResourceGroup>::new();
    let names = g.param_of::<Vec<String>>("names").describe("Names of accounts.");
    let vault = raw_existing("Microsoft.KeyVault/vaults@2026-05-15", "kv-contoso").add(&mut g, "vault");
    let secret = |name: Value<String>, value: Value<Secret<String>>| {
        let secret = raw("Microsoft.KeyVault/vaults/secrets@2026-05-15", name).child_of(&vault);
        secret.property("properties.value", value)
    };
    let accounts = g.module("accounts", DeploymentScope, |g| {
        g.each("name", &names, |g, name, _| {
            raw("Microsoft.Storage/storageAccounts@2026-09-01", name)
                .property("location", "global")
                .property("kind", "StorageV2")
                .property("sku.name", "Standard_LRS")
                .add(g, "account")
        })
    });
    secret(Value::text("first"), key(&accounts.at(0))).add(&mut g, "firstKey");
    g.module("more", DeploymentScope, |g| {
        secret(Value::text("second"), key(&accounts.at(1))).add(g, "secondKey");
        g.each("other", &names, |g, other, index| secret(other.clone(), key(&accounts.at(index))).add(g, "keys"));
    });
    g.each("one", &names, |g, one, index| secret("again-" + one, key(&accounts.at(index))).add(g, "keysAgain"));
    assert_files("secrets-elements", &g, Layout::Modules);
}
