//! How the resources of an extension are called in Rust, whose types have namespaces and versions of their own. The names follow
//! from all of its types. It must not know what they consist of.

use std::collections::{BTreeMap, BTreeSet};

use super::names::is_reserved;
use super::words::{pascal, singular};

/// The structs by the types, both as the extension has them, with versions: the fewest last words that no other type has,
/// with the version behind them where a type has several.
pub(super) fn structs(extension: &str, types: &[&str]) -> BTreeMap<String, String> {
    let mut taken = BTreeSet::from([extension.to_owned()]);
    let mut structs = BTreeMap::new();
    for ty in types {
        let name = candidates(ty, types).into_iter().find(|name| {
            let is_shared = |other: &&&str| *other != ty && candidates(other, types).contains(name);
            !is_reserved(name) && !taken.contains(name) && !types.iter().any(|it| is_shared(&it))
        });
        let numbered = (2..).map(|number| format!("{}{number}", words(ty, usize::MAX)));
        let free = name.into_iter().chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default();
        taken.insert(free.clone());
        structs.insert((*ty).to_owned(), free);
    }
    structs
}

/// The names that would do for a type, the shortest first.
fn candidates(ty: &str, types: &[&str]) -> Vec<String> {
    let (name, version) = ty.rsplit_once('@').unwrap_or((ty, ""));
    let is_version = |other: &&&str| other.rsplit_once('@').is_some_and(|(other, _)| other.eq_ignore_ascii_case(name));
    let version = if types.iter().filter(is_version).count() > 1 { pascal(version) } else { String::new() };
    (1..=name.split('/').count()).map(|count| format!("{}{version}", words(ty, count))).collect()
}

/// The last parts of a type as words.
fn words(ty: &str, count: usize) -> String {
    let name = ty.rsplit_once('@').map_or(ty, |(name, _)| name);
    let parts: Vec<_> = name.split('/').collect();
    parts[parts.len().saturating_sub(count)..].iter().map(|part| pascal(&singular(part))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_has_the_shortest_name_that_no_other_has() {
        let types =
            ["a.b/Scaler@v1", "a.b/Scaler@v2", "core/Event@v1", "core/Secret@v1", "events/Event@v1", "core/Pod@v1"];
        let structs = structs("Things", &types);
        for (ty, expected) in [
            ("a.b/Scaler@v1", "ScalerV1"),
            ("a.b/Scaler@v2", "ScalerV2"),
            ("core/Event@v1", "CoreEvent"),
            ("events/Event@v1", "EventEvent"),
            ("core/Secret@v1", "CoreSecret"),
            ("core/Pod@v1", "Pod"),
        ] {
            assert_eq!(structs[ty], expected);
        }
    }

    #[test]
    fn no_two_structs_have_one_name_and_none_that_of_the_extension() {
        let types = ["a/box@v1", "a/Box@v1", "things@v1"];
        let structs = structs("Thing", &types);
        let names: BTreeSet<_> = structs.values().collect();
        assert_eq!(names.len(), 3);
        assert!(!names.contains(&"Thing".to_owned()) && !names.contains(&"Box".to_owned()), "{names:?}");
    }
}
