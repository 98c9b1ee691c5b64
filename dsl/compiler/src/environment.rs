//! Parameter files that read variables of the environment, where these are not set. It must not know what is in them.

use std::env;

const CALL: &str = "readEnvironmentVariable('";

/// The text, with a default for each variable of the environment that it reads without one and that is not set: so it compiles
/// on a machine that has no secrets. No other byte changes, and every line stays where it is.
pub fn with_defaults(text: &str) -> String {
    with_defaults_unless(text, |name| env::var_os(name).is_some())
}

fn with_defaults_unless(text: &str, is_set: impl Fn(&str) -> bool) -> String {
    let mut parts = text.split(CALL);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| match part.split_once("')") {
        // A digit, because it may become a number.
        Some((name, rest)) if !name.contains('\'') && !is_set(name) => before + CALL + name + "', '1')" + rest,
        _ => before + CALL + part,
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
}
