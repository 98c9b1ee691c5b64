//! Parameter files that read variables of the environment, where these are not set or must not be read. It must not know what
//! is in them.

use std::env;

const CALL: &str = "readEnvironmentVariable('";

/// The text, with a default for each variable of the environment that it reads without one and that is not set: so it compiles
/// on a machine that has no secrets. No other byte changes, and every line stays where it is.
pub fn with_defaults(text: &str) -> String {
    with_defaults_unless(text, |name| env::var_os(name).is_some())
}

fn with_defaults_unless(text: &str, is_set: impl Fn(&str) -> bool) -> String {
    // A digit, because it may become a number.
    replaced(text, |name| if is_set(name) { None } else { Some(format!("{CALL}{name}', '1')")) })
}

/// The text, with the name of each variable that it reads without a default in the place of its value, which may be a secret.
pub(crate) fn with_names(text: &str) -> String {
    replaced(text, |name| Some(format!("'{name}'")))
}

/// The text, with something else in the place of each call that has no default.
fn replaced(text: &str, call: impl Fn(&str) -> Option<String>) -> String {
    let mut parts = text.split(CALL);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| {
        let read = part.split_once("')").filter(|(name, _)| !name.contains('\''));
        match read.and_then(|(name, rest)| Some((call(name)?, rest))) {
            Some((call, rest)) => before + &call + rest,
            None => before + CALL + part,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_gets_a_default() {
        let text = "param a = readEnvironmentVariable('A')\nparam b = '${readEnvironmentVariable('B')}-${readEnvironmentVariable('C', 'c')}'\n";
        let (missing, given) = ("readEnvironmentVariable('B')", "readEnvironmentVariable('B', '1')");
        assert_eq!(with_defaults_unless(text, |name| name == "A"), text.replace(missing, given));
        assert_eq!(with_defaults_unless("param a = 'A'\n", |_| false), "param a = 'A'\n");
    }

    #[test]
    fn names_stand_for_what_the_environment_has() {
        let text = "param a = readEnvironmentVariable('KEY')\nparam b = int(readEnvironmentVariable('N', '1'))\n";
        let expected = "param a = 'KEY'\nparam b = int(readEnvironmentVariable('N', '1'))\n";
        assert_eq!(with_names(text), expected);
        assert_eq!(with_names("param a = 'A'\n"), "param a = 'A'\n");
    }
}
