//! Which version of a type is meant when nobody names one. It must not know what a version consists of.

use crate::{Catalogue, Entry};

/// Takes another version of a type than the rule would.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Exception {
    /// The full name of the type.
    pub name: &'static str,
    /// The version that is taken.
    pub api_version: &'static str,
    /// Why the rule picks badly.
    pub reason: &'static str,
}

/// All exceptions, one line of reason each. `typegen update` fails when one of them makes no difference any longer.
pub const EXCEPTIONS: &[Exception] = &[Exception {
    name: "Microsoft.Insights/diagnosticSettings",
    api_version: "2021-05-01-preview",
    reason: "the newest stable version, 2016-09-01, knows only one setting named `service` and requires a location",
}];

/// The version that is meant when nobody names one, out of all versions of one type: the newest stable one, or else the
/// newest preview, unless [`EXCEPTIONS`] has a row for the type.
pub fn choose<'e>(versions: &[&'e Entry]) -> Option<&'e Entry> {
    let excepted = EXCEPTIONS.iter().find_map(|exception| exception.among(versions));
    excepted.or_else(|| by_rule(versions))
}

fn by_rule<'e>(versions: &[&'e Entry]) -> Option<&'e Entry> {
    versions.iter().copied().max_by_key(|entry| (entry.is_stable(), &entry.api_version))
}

/// What is wrong with the exceptions for these data: one sentence for each that makes no difference or is outdated.
pub fn idle_exceptions(catalogue: &Catalogue<'_>) -> Vec<String> {
    EXCEPTIONS.iter().filter_map(|exception| exception.problem(&catalogue.versions(exception.name))).collect()
}

impl Exception {
    fn among<'e>(&self, versions: &[&'e Entry]) -> Option<&'e Entry> {
        versions.iter().copied().find(|it| it.is_named(self.name) && it.api_version == self.api_version)
    }

    fn problem(&self, versions: &[&Entry]) -> Option<String> {
        let Self { name, api_version, .. } = self;
        let Some(excepted) = self.among(versions) else {
            return Some(format!("the data has no `{name}@{api_version}`, which an exception asks for"));
        };
        let by_rule = by_rule(versions)?;
        if excepted == by_rule {
            return Some(format!("the rule, too, chooses `{name}@{api_version}`: its exception is not needed"));
        }
        let is_outdated = by_rule.api_version[..] > excepted.api_version[..];
        is_outdated.then(|| {
            format!("`{name}` has {} now, newer than {api_version}: its exception is outdated", by_rule.api_version)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Scopes;

    fn entry(name: &str, api_version: &str) -> Entry {
        let scopes = Scopes::default();
        Entry {
            name: name.to_owned(),
            api_version: api_version.to_owned(),
            readable_scopes: scopes,
            writable_scopes: scopes,
        }
    }

    fn chosen(name: &str, versions: &[&str]) -> Option<String> {
        let entries: Vec<_> = versions.iter().map(|version| entry(name, version)).collect();
        choose(&entries.iter().collect::<Vec<_>>()).map(|entry| entry.api_version.clone())
    }

    #[test]
    fn the_newest_stable_version_wins_or_else_the_newest_preview() {
        let check = |versions: &[&str], expected: &str| assert_eq!(chosen("A.B/c", versions).unwrap(), expected);
        check(&["2020-01-01", "2024-01-01-preview", "2021-01-01"], "2021-01-01");
        check(&["2024-01-01-preview", "2025-01-01-alpha", "2023-01-01-preview"], "2025-01-01-alpha");
        assert_eq!(chosen("A.B/c", &[]), None);
    }

    #[test]
    fn an_exception_wins_while_its_version_exists() {
        let settings = "microsoft.insights/DIAGNOSTICSETTINGS";
        assert_eq!(chosen(settings, &["2016-09-01", "2021-05-01-preview"]).unwrap(), "2021-05-01-preview");
        assert_eq!(chosen(settings, &["2016-09-01", "2017-05-01-preview"]).unwrap(), "2016-09-01");
    }

    #[test]
    fn an_exception_that_makes_no_difference_is_a_problem() {
        let problem = |versions: &[&str]| {
            let entries: Vec<_> = versions.iter().map(|version| entry(EXCEPTIONS[0].name, version)).collect();
            EXCEPTIONS[0].problem(&entries.iter().collect::<Vec<_>>())
        };
        assert_eq!(problem(&["2016-09-01", "2021-05-01-preview"]), None);
        assert!(problem(&["2016-09-01"]).unwrap().starts_with("the data has no"));
        assert!(problem(&["2021-05-01-preview"]).unwrap().starts_with("the rule, too, chooses"));
        assert!(problem(&["2021-05-01-preview", "2026-05-01"]).unwrap().ends_with("its exception is outdated"));
    }
}
