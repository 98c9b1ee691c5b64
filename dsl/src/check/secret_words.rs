//! Which names stand for secrets, and which texts hold one. It must not know where they stand.

use super::known_secret;

/// What the last word of a name says by itself.
const SECRETS: &[&str] = &["passphrase", "passwd", "password", "pwd", "secret", "token"];

/// What makes a key one that opens something. Many keys do not: those of partitions, of caches, public ones.
const OPENING: &[&str] = &[
    "access",
    "account",
    "admin",
    "api",
    "auth",
    "client",
    "encryption",
    "function",
    "master",
    "primary",
    "private",
    "sas",
    "secondary",
    "secret",
    "shared",
    "signing",
    "storage",
    "subscription",
];

/// Words that say that something opens nothing: `creationToken`, `publicSigningKey`.
const HARMLESS: &[&str] = &[
    "continuation",
    "creation",
    "elevation",
    "encrypted",
    "page",
    "public",
    "request",
    "trigger",
    "validation",
    "verification",
];

/// What is kept in a secret that is named after it: `passwordSecret` is the name of one.
const KEPT: &[&str] = &["certificate", "credentials", "keytab", "name", "password"];

/// Values that are no secrets, whatever they are called.
const PLAIN: &[&str] = &["", "disabled", "enabled", "false", "none", "null", "optional", "required", "true"];

/// How values begin that say where a secret is: references to key vaults and to secrets of an app, addresses and files.
const REFERENCES: &[&str] = &["@Microsoft.KeyVault(", "secretref:", "http://", "https://", "/"];

/// The keys of connection strings whose values open something.
const KEYS: &[&str] = &["accountkey", "password", "pwd", "sharedaccesskey", "sharedaccesssignature", "sharedsecret"];

/// Whether a name of a setting, a variable or a property stands for a secret: `DB_PASSWORD`, `clientSecret`, `ApiKey`.
pub(super) fn is_secret(name: &str) -> bool {
    let name = name.trim_end_matches(|char: char| !char.is_alphabetic());
    // Most names are none, and this is asked of all.
    if !SECRETS.iter().chain(&["key", "pass"]).any(|end| ends_with(name, end)) {
        return false;
    }
    let words = words(name);
    let Some((last, before)) = words.split_last() else { return false };
    let opens = |word: &str| OPENING.contains(&word);
    let is_kept = |word: &String| last == "secret" && KEPT.contains(&&**word);
    if before.last().is_some_and(is_kept) || before.iter().any(|word| HARMLESS.contains(&&**word)) {
        return false;
    }
    let is_key = match last.strip_suffix("key") {
        Some("") => before.last().is_some_and(|word| opens(word)),
        Some(word) => opens(word),
        None => false,
    };
    is_key || SECRETS.iter().any(|it| last == it) || (last == "pass" && !before.is_empty())
}

/// Case does not matter.
fn ends_with(name: &str, end: &str) -> bool {
    let at = name.len().checked_sub(end.len());
    at.and_then(|at| name.get(at..)).is_some_and(|rest| rest.eq_ignore_ascii_case(end))
}

/// Whether the value of such a name may be the secret itself.
pub(super) fn is_value(value: &str) -> bool {
    let value = value.trim();
    let is_number = !value.is_empty() && value.len() < 6 && value.chars().all(|char| char.is_ascii_digit());
    !is_number
        && !PLAIN.iter().any(|it| it.eq_ignore_ascii_case(value))
        && !REFERENCES.iter().any(|it| value.starts_with(it))
}

/// What opens something in a text: a key of a connection string, the password of an address, a private key, a token that is
/// known by how it begins.
pub(super) fn inside(text: &str) -> Option<&str> {
    if text.contains("-----BEGIN") && text.contains("PRIVATE KEY-----") {
        return Some("PRIVATE KEY");
    }
    let pairs = text.split([';', '&', '?']).filter_map(|pair| pair.split_once('='));
    let is_open = |(key, value): &(&str, &str)| {
        let key = key.trim().to_ascii_lowercase();
        !value.trim().is_empty() && !value.starts_with(['<', '{', '@']) && KEYS.contains(&&*key)
    };
    let signature = || text.contains("sv=").then(|| text.split(['?', '&']).find(|it| it.starts_with("sig="))).flatten();
    let found = pairs.into_iter().find(is_open).map(|(key, _)| key.trim());
    found.or_else(|| signature().map(|_| "sig")).or_else(|| user(text)).or_else(|| known_secret::start(text))
}

/// The user before the password in an address: `amqp://user:password@host`.
fn user(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("://")?;
    let (login, _) = rest.split(['/', '?', ' ']).next()?.rsplit_once('@')?;
    let (user, password) = login.split_once(':')?;
    (!password.is_empty() && !password.starts_with(['<', '{'])).then_some(user)
}

/// The words of a name, in small letters, however they are joined.
fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (index, char) in chars.iter().enumerate() {
        let (before, after) = (index.checked_sub(1).map(|it| chars[it]), chars.get(index + 1));
        let begins = char.is_uppercase()
            && (before.is_some_and(char::is_lowercase) || after.is_some_and(|it| it.is_lowercase()));
        if !char.is_alphanumeric() || begins {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| char.is_alphanumeric()) {
            word.extend(char.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets_are_told_from_others() {
        for name in [
            "DB_PASSWORD",
            "PASSWORD_2",
            "clientSecret",
            "ApiKey",
            "API_KEY",
            "OPENAI_APIKEY",
            "Storage__AccessKey",
            "sasToken",
            "db-pass",
            "ConnectionStrings:Password",
            "sharedKey",
        ] {
            assert!(is_secret(name), "{name}");
        }
        for name in [
            "PARTITION_KEY",
            "sshPublicKey",
            "MAX_TOKENS",
            "secretName",
            "PASSWORD_MIN_LENGTH",
            "KEY_VAULT_URI",
            "bypass",
            "TOKEN_ENDPOINT",
            "keySource",
            "monkey",
        ] {
            assert!(!is_secret(name), "{name}");
        }
    }

    #[test]
    fn texts_that_open_something_are_told_from_others() {
        let text = |key: &str| format!("Endpoint=sb://contoso.net/;{key}=c2VjcmV0");
        assert_eq!(inside(&text("SharedAccessKey")), Some("SharedAccessKey"));
        assert_eq!(
            inside("AccountName=contoso;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net"),
            Some("AccountKey")
        );
        assert_eq!(inside("Server=db;User Id=app;Password = hunter2"), Some("Password"));
        assert_eq!(inside("https://contoso.net/files?sv=2024-11-04&sr=c&sig=c2VjcmV0"), Some("sig"));
        assert_eq!(inside("amqp://app:hunter2@contoso.net/queue"), Some("app"));
        for plain in [
            "AccountName=contoso;AccountKey=",
            "Server=db;Authentication=Active Directory Managed Identity",
            "a=b",
            "https://contoso.net/a?b=c@d:e",
            "git@github.com:contoso/app",
            "Password=<here>",
            "sip:a:b@c",
        ] {
            assert_eq!(inside(plain), None, "{plain}");
        }
    }

    #[test]
    fn references_are_no_secrets() {
        for value in ["@Microsoft.KeyVault(SecretUri=x)", "https://kv.vault.azure.net/secrets/x", "4096", "", "True"] {
            assert!(!is_value(value), "{value}");
        }
        assert!(is_value("hunter2") && is_value("123456"));
    }
}
