//! Which names a new scenario may have. It must not know which packages there are.

use crate::names;

/// What Rust means something else by.
const OF_RUST: &str = "abstract alloc as async await become box break const continue core crate do dyn else enum extern false \
    final fn for gen if impl in let loop macro match mod move mut override priv proc-macro pub ref return self static std struct \
    super test trait true try type typeof unsafe unsized use virtual where while yield";

/// Why a scenario cannot be called so; nothing where it can.
pub(super) fn problem(name: &str) -> Option<String> {
    if OF_RUST.split(' ').any(|word| word == name) {
        return Some(format!("`{name}` is a word of Rust, and no package can be called so: choose another name"));
    }
    if name == "scenarios" {
        return Some(format!("`{name}` is the package with the list of scenarios: choose another name"));
    }
    if name.ends_with('-') || name.contains("--") {
        return Some(format!(
            "`{name}`: a dash stands between letters or digits, for the package is called so in Rust, too"
        ));
    }
    names::problem_of(name)
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn a_name_becomes_a_package_and_a_command() {
        for name in ["web-shop", "a", "hub2", "news"] {
            assert_eq!(problem(name), None, "{name}");
        }
        for name in
            ["", "Web", "2nd", "a_b", "a--b", "a-", "-a", "../a", "fn", "std", "list", "new", "help", "scenarios"]
        {
            assert!(problem(name).is_some(), "{name}");
        }
    }
}
