//! Secrets that are read from key vaults: whoever names one is told, in whatever words.

use dsl::{Expr, Graph, ResourceBody, ResourceGroup, Scenario, raw, raw_existing};
use review::VaultSecret;

const SITE: &str = "Microsoft.Web/sites@2025-03-01";

fn build(g: &mut Graph<ResourceGroup>) {
    let vault = raw_existing("Microsoft.KeyVault/vaults@2026-05-15", "kv-contoso").add(g, "vault");
    let token = raw_existing("Microsoft.KeyVault/vaults/secrets@2026-05-15", "Token").child_of(&vault).add(g, "token");
    let setting = |value: Expr| Expr::array([Expr::object([("name", "TOKEN".into()), ("value", value)])]);
    let site = |name: &'static str, value: Expr| {
        raw(SITE, name).property("location", "japaneast").property("properties.siteConfig.appSettings", setting(value))
    };
    let by_uri = Expr::interpolated([
        "@Microsoft.KeyVault(SecretUri=".into(),
        token.read("properties.secretUri").into(),
        ")".into(),
    ]);
    site("app-uri", by_uri).add(g, "byUri");
    let by_name =
        Expr::interpolated(["@Microsoft.KeyVault(VaultName=".into(), vault.name().into(), ";SecretName=Key)".into()]);
    site("app-name", by_name).add(g, "byName");
    site("app-text", "@Microsoft.KeyVault(VaultName=kv-other;SecretName=Key)".into()).add(g, "byText");
    site("app-plain", vault.id().into()).add(g, "plain");
}

#[test]
fn who_reads_which_secret() {
    let card = review::card(&Scenario::new("vaults", build)).unwrap_or_else(|report| panic!("{report}"));
    let read = |reader: &str, vault: &str, secret: &str| VaultSecret {
        reader: reader.to_owned(),
        path: "properties.siteConfig.appSettings[].value".to_owned(),
        secret: secret.to_owned(),
        vault: vault.to_owned(),
    };
    let expected = [read("byUri", "vault", "Token"), read("byName", "vault", "Key"), read("byText", "kv-other", "Key")];
    assert_eq!(card.vault_secrets, expected);
}
