//! Whether two deployments would have the same resources and outputs; it must not know why they should.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::Snapshot;

impl Snapshot {
    /// What stands in only one of two, or differs: the resource or output, how it is here, and how it is there. The order of
    /// resources means nothing.
    pub fn differences(&self, other: &Snapshot) -> Vec<String> {
        let (here, there) = (self.content(), other.content());
        let keys: BTreeSet<_> = here.keys().chain(there.keys()).collect();
        let different = keys.into_iter().filter(|key| here.get(*key) != there.get(*key));
        different.map(|key| format!("{key}\n  {:?}\n  {:?}", here.get(key), there.get(key))).collect()
    }

    /// All resources by type and id, and all outputs by name. Two with the same id are kept, for one is one too many.
    fn content(&self) -> BTreeMap<String, Vec<String>> {
        let resources = self.resources.iter().map(|it| (format!("{} {}", it["type"], it["id"]), it));
        let outputs = self.outputs.iter().map(|(name, value)| (format!("output `{name}`"), value));
        let mut content = BTreeMap::<_, Vec<_>>::new();
        for (key, value) in resources.chain(outputs) {
            content.entry(key).or_default().push(unguarded(value));
        }
        content
    }
}

/// A value as text. Where a resource is deployed, it makes no difference whether it is read with care:
/// `tryGet(reference(id, version, 'full'), 'properties', 'a', 'b')` becomes `reference(id, version).a.b`.
fn unguarded(value: &Value) -> String {
    let text = value.to_string();
    let mut parts = text.split("tryGet(reference(");
    let mut unguarded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match plain(part) {
            Some(plain) => unguarded += &plain,
            None => unguarded = format!("{unguarded}tryGet(reference({part}"),
        }
    }
    unguarded
}

fn plain(part: &str) -> Option<String> {
    let (resource, rest) = part.split_once(", 'full'), 'properties', ")?;
    let (steps, rest) = rest.split_once(')')?;
    let steps: Vec<_> = steps.split(", ").map(|step| step.trim_matches('\'')).collect();
    Some(format!("reference({resource}).{}{rest}", steps.join(".")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn snapshot(resources: &[Value], output: &str) -> Snapshot {
        let outputs = [("out".to_owned(), output.into())].into_iter().collect();
        Snapshot { resources: resources.to_vec(), outputs }
    }

    #[test]
    fn order_and_care_make_no_difference() {
        let (one, two) = (json!({"type": "T", "id": "/1"}), json!({"type": "T", "id": "/2"}));
        let careful = "[coalesce(tryGet(reference('/1', '2024', 'full'), 'properties', 'a', 'b'), 'none')]";
        let here = snapshot(&[one.clone(), two.clone()], careful);
        let there = snapshot(&[two, one], "[coalesce(reference('/1', '2024').a.b, 'none')]");
        assert_eq!(here.differences(&there), [""; 0]);
    }

    #[test]
    fn what_is_missing_different_or_twice_is_seen() {
        let (one, other) = (json!({"type": "T", "id": "/1"}), json!({"type": "T", "id": "/1", "kind": "b"}));
        let here = snapshot(std::slice::from_ref(&one), "a");
        assert_eq!(here.differences(&snapshot(&[], "a")).len(), 1);
        assert_eq!(here.differences(&snapshot(&[other], "a")).len(), 1);
        assert_eq!(here.differences(&snapshot(&[one.clone(), one.clone()], "a")).len(), 1);
        assert_eq!(here.differences(&snapshot(&[one], "b")).len(), 1);
    }
}
