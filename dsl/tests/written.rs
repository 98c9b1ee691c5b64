//! Secrets that are written out where Azure's data marks nothing: variables of apps, connection strings, settings by name.

mod common;

use common::{SITE, SITE_CONFIG, assert_snapshot, findings, object};
use dsl::functions::{length, read_environment_variable};
use dsl::{Check, Expr, Finding, Graph, Map, ParamBuilder, ResourceBody, ResourceGroup, raw};

type Group = Graph<ResourceGroup>;

/// How often a secret is found.
fn found(build: impl FnOnce(&mut Group)) -> usize {
    let mut g = Graph::new();
    build(&mut g);
    let is_it = |finding: &&Finding| finding.check() == Check::SECRET_LITERAL;
    g.report().findings().iter().filter(is_it).count()
}

/// An app with a variable.
fn app(g: &mut Group, name: &'static str, value: impl Into<Expr>) {
    let setting = object([("name", name.into()), ("value", value.into())]);
    raw(SITE, "app-contoso")
        .property("location", "global")
        .property("properties.siteConfig.appSettings", Expr::array([setting]))
        .add(g, "app");
}

const CONNECTION: &str = "AccountName=contoso;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

#[test]
fn a_variable_of_an_app_tells_no_secret() {
    for (name, value) in [("DB_PASSWORD", "hunter2"), ("ApiKey", "0a1b2c3d"), ("STORAGE", CONNECTION)] {
        assert_eq!(found(|g| app(g, name, value)), 1, "{name}");
    }
    for (name, value) in [
        ("DB_PASSWORD", "@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/db)"),
        ("DB_PASSWORD_FILE", "/run/secrets/db"),
        ("MAX_TOKENS", "4096"),
        ("PARTITION_KEY", "tenant"),
        ("STORAGE", "https://contoso.blob.core.windows.net"),
        ("EVENTS", "Endpoint=sb://contoso.servicebus.windows.net;Authentication=ManagedIdentity"),
    ] {
        assert_eq!(found(|g| app(g, name, value)), 0, "{name}");
    }
}

#[test]
fn what_comes_from_elsewhere_is_told_apart() {
    let secret = |g: &mut Group| {
        let password = g.secret("password").describe("Password of the database.");
        app(g, "DB_PASSWORD", &*password);
    };
    assert_eq!(found(secret), 0);
    let param = |g: &mut Group, default: bool| {
        let password = g.param("password").describe("Password of the database.");
        app(g, "DB_PASSWORD", &*password);
        if default {
            let other = g.param("other").default("hunter2").describe("Password of the other database.");
            raw(SITE_CONFIG, "app-contoso/appsettings").property("properties.OTHER_PASSWORD", &*other).add(g, "config");
        }
    };
    assert_eq!(found(|g| param(g, false)), 0);
    assert_eq!(found(|g| param(g, true)), 1, "the default is in the template");
    let var = |g: &mut Group| {
        let connection = g.var("connection", CONNECTION).describe("How to reach the storage.");
        app(g, "STORAGE_SECRET", &*connection);
    };
    assert_eq!(found(var), 1, "it is found where it is written");
}

#[test]
fn the_key_of_an_account_that_azure_lists_is_not_written_out() {
    let listed = |g: &mut Group| {
        let account = dsl::raw_existing("Microsoft.Storage/storageAccounts@2026-09-01", "stcontoso").add(g, "account");
        let keys = Expr::from(account.read("listKeys")).member("keys");
        let text = Expr::interpolated([Expr::string("AccountName=contoso;AccountKey="), keys, Expr::string(";a=b")]);
        app(g, "STORAGE", text);
    };
    assert_eq!(found(listed), 0);
}

#[test]
fn a_finding_says_where_and_by_what() {
    let text = findings(|g| {
        app(g, "DB_PASSWORD", "hunter2");
        raw(SITE_CONFIG, "app-contoso/appsettings")
            .property("properties", object([("STORAGE", CONNECTION.into()), ("API_KEY", "0a1b2c3d".into())]))
            .add(g, "settings");
        raw("Microsoft.Sql/servers@2025-01-01", "contoso-sql")
            .property("location", "global")
            .property("properties.administratorLogin", "contoso")
            .property("properties.administratorLoginPassword", "correct horse")
            .add(g, "server");
        g.output("connection", CONNECTION).describe("How to reach the storage.");
    });
    assert_snapshot("error-written-secrets", &text);
}

#[test]
fn it_may_be_no_secret_for_a_reason() {
    let mut g = Group::new();
    raw(SITE_CONFIG, "app-contoso/appsettings")
        .property("properties.DEMO_PASSWORD", "demo")
        .allow(Check::SECRET_LITERAL, "It is printed on the page.")
        .add(&mut g, "settings");
    g.check().unwrap_or_else(|report| panic!("{report}"));
}

/// A param that is not secure, what it is by default, and what a set gives to it.
fn given(symbol: &'static str, default: Option<&'static str>, value: Option<&'static str>) -> usize {
    found(|g| {
        let param = default.into_iter().fold(g.param(symbol), ParamBuilder::default).describe("What is given.");
        g.output("length", length(&param)).describe("How long it is.");
        let set = g.parameter_set("main");
        if let Some(value) = value {
            set.value(&param, value);
        }
    })
}

#[test]
fn a_parameter_set_gives_no_secret_to_a_plain_param() {
    for symbol in ["adminPassword", "clientSecret", "apiKey", "sasToken", "storageKey"] {
        assert_eq!(given(symbol, None, Some("hunter2hunter2")), 1, "{symbol}");
        assert_eq!(given(symbol, Some("hunter2hunter2"), None), 1, "{symbol}");
        assert_eq!(given(symbol, Some(""), None) + given(symbol, None, Some("@Microsoft.KeyVault(x)")), 0, "{symbol}");
    }
    for symbol in
        ["keyVaultName", "publicKey", "sshPublicKey", "keyName", "secretName", "partitionKey", "tokenEndpoint"]
    {
        assert_eq!(given(symbol, Some("contoso"), Some("contoso-other")), 0, "{symbol}");
    }
    assert_eq!(given("connection", None, Some(CONNECTION)), 1);
    assert_eq!(given("connection", None, Some("Endpoint=sb://contoso.net/;Authentication=Managed Identity")), 0);
    let secure = |g: &mut Group| {
        let password = g.secret("password").describe("Password of the database.");
        g.output("password", &password).describe("What the database asks for.");
        g.parameter_set("main").value(&password, read_environment_variable("PASSWORD"));
    };
    assert_eq!(found(secure), 0);
}

#[test]
fn a_token_is_known_by_how_it_begins() {
    // Put together here, so that no scanner of secrets takes this file for a leak.
    let token = ["gh", "p_", "A7B2C9D4E1F6G3H8J5K0A7B2C9D4E1F6G3H8"].concat();
    let text = findings(|g| {
        app(g, "SOURCE", Expr::string(token.clone()));
        let settings = g.param_of::<Map<Map<String>>>("settings").describe("Settings by app.");
        g.output("count", length(&settings)).describe("How many apps there are.");
        let shop = Map::new().with("SOURCE", token).with("dbPassword", "hunter2").with("stage", "test");
        g.parameter_set("main").value(&settings, Map::new().with("shop", shop));
    });
    assert_snapshot("error-given-secrets", &text);
}
