//! Which secrets are read from key vaults, by whom. They stand nowhere in the template: it names them, and Azure hands them over.

use dsl::{Facts, ResourceFacts, ValueFacts};
use serde::Serialize;

use crate::kind::{VAULT, VAULT_SECRET};

/// A secret of a key vault that somebody reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VaultSecret {
    /// The symbol of the resource that reads it.
    pub reader: String,
    /// Where that resource names it: `properties.configuration.secrets[].keyVaultUrl`.
    pub path: String,
    /// The name of the secret, as Bicep writes it.
    pub secret: String,
    /// The vault: a symbol of the graph, or what the text says.
    pub vault: String,
}

/// The words behind which a text names a secret, each with what ends the name.
const MARKS: [(&str, &[char]); 2] = [("secretname=", &[';', ')', '\'']), ("secrets/", &['/', '?', ')', ';', '\''])];

/// The words in a text that names a vault which is not in the graph.
const HOSTS: [&str; 2] = [".vault.azure.net/", "@microsoft.keyvault("];

/// All of them.
pub(crate) fn vault_secrets(facts: &Facts<'_>) -> Vec<VaultSecret> {
    let readers = facts.all().filter(|it| it.is_deployed() && !it.is(VAULT_SECRET));
    let mut found = Vec::new();
    for reader in readers {
        for (path, value) in reader.body().leaves() {
            let Some((vault, secret)) = named(&value) else { continue };
            let read = VaultSecret { reader: reader.symbol().to_owned(), path, secret, vault };
            if !found.contains(&read) {
                found.push(read);
            }
        }
    }
    found
}

/// The vault and the secret that a value names.
fn named(value: &ValueFacts<'_>) -> Option<(String, String)> {
    let reads = value.reads();
    if let Some((secret, _)) = reads.iter().find(|(it, path)| it.is(VAULT_SECRET) && is_address(path)) {
        return Some((vault_of(secret), name_of(secret)));
    }
    let text = value.bicep();
    let vault = match reads.iter().find(|(it, _)| it.is(VAULT)) {
        Some((vault, _)) => vault.symbol().to_owned(),
        None => host(&text)?,
    };
    Some((vault, secret(&text)?))
}

fn is_address(path: &str) -> bool {
    path.to_ascii_lowercase().contains("secreturi")
}

fn vault_of(secret: &ResourceFacts<'_>) -> String {
    secret.parent().map_or_else(String::new, |vault| vault.symbol().to_owned())
}

fn name_of(secret: &ResourceFacts<'_>) -> String {
    secret.text("name").unwrap_or(secret.symbol()).to_owned()
}

/// The name behind one of the marks.
fn secret(text: &str) -> Option<String> {
    let small = text.to_ascii_lowercase();
    let (at, ends) = MARKS.iter().find_map(|(mark, ends)| Some((small.find(mark)? + mark.len(), ends)))?;
    let name = text[at..].split(|char| ends.contains(&char)).next().unwrap_or_default();
    Some(name.trim_start_matches("${").trim_end_matches('}').to_owned()).filter(|name| !name.is_empty())
}

/// The vault in a text: the first part of its host name, or what follows `VaultName=`.
fn host(text: &str) -> Option<String> {
    let small = text.to_ascii_lowercase();
    HOSTS.iter().find(|host| small.contains(**host))?;
    let between = |start: &str, ends: &[char]| {
        let at = small.find(start)? + start.len();
        text[at..].split(|char| ends.contains(&char)).next().map(str::to_owned)
    };
    between("vaultname=", &[';', ')', '\'']).or_else(|| between("https://", &['.', '/', '\'']))
}

#[cfg(test)]
mod tests {
    use super::{host, secret};

    #[test]
    fn texts_name_vaults_and_secrets() {
        #[track_caller]
        fn check(text: &str, vault: Option<&str>, name: Option<&str>) {
            assert_eq!((host(text).as_deref(), secret(text).as_deref()), (vault, name), "{text}");
        }
        check("'https://kv-contoso.vault.azure.net/secrets/Token/0123'", Some("kv-contoso"), Some("Token"));
        check("'@Microsoft.KeyVault(VaultName=kv;SecretName=Token)'", Some("kv"), Some("Token"));
        check("'@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/Token)'", Some("kv"), Some("Token"));
        check("'${vault.properties.vaultUri}secrets/${name}'", None, Some("name"));
        check("'https://contoso.net/secrets/Token'", None, Some("Token"));
        check("'https://kv.vault.azure.net/keys/key'", Some("kv"), None);
    }
}
