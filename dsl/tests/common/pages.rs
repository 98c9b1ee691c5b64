//! What holds of every page of a check, whoever brings it.

use std::collections::BTreeSet;

use compiler::Gate;
use dsl::{Check, Example, Graph, Layout, ResourceGroup};

fn graph(check: Check, example: &Example) -> Graph<ResourceGroup> {
    example.graph().unwrap_or_else(|| panic!("`{}`: the example needs a feature that is off", check.id()))
}

/// The wrong graph has findings of its check and of no other, the right one has none and passes the official compiler.
pub(crate) fn assert_examples(checks: &[Check]) {
    let problems: Vec<_> = checks.iter().filter_map(|check| wrong(*check).or_else(|| right(*check))).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    if let Some(mut gate) = Gate::shared() {
        for check in checks {
            let bundle = graph(*check, &check.page().right).to_bundle(Layout::Single);
            let bundle = bundle.unwrap_or_else(|report| panic!("the right example of `{}`: {report}", check.id()));
            gate.assert_clean(&bundle.files().collect::<Vec<_>>());
        }
    }
}

fn wrong(check: Check) -> Option<String> {
    let report = graph(check, &check.page().wrong).report();
    let found: BTreeSet<_> = report.findings().iter().map(dsl::Finding::id).collect();
    (found != BTreeSet::from([check.id()])).then(|| format!("the wrong example of `{}`: {report}", check.id()))
}

fn right(check: Check) -> Option<String> {
    let report = graph(check, &check.page().right).report();
    (!report.is_empty()).then(|| format!("the right example of `{}`: {report}", check.id()))
}

/// Every id is there once, and every sentence is one.
pub(crate) fn assert_whole(checks: &[Check]) {
    let ids: BTreeSet<_> = checks.iter().map(|check| check.id()).collect();
    assert_eq!(ids.len(), checks.len(), "two checks share an id");
    for check in checks {
        let (id, page) = (check.id(), check.page());
        assert!(!id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "`{id}`");
        for text in [page.summary, page.why] {
            assert!(text.starts_with(char::is_uppercase) && text.ends_with('.'), "`{id}`: {text:?} is no sentence");
        }
        assert!(!page.help.starts_with(char::is_uppercase) && !page.help.ends_with('.'), "`{id}`: {:?}", page.help);
        for example in [&page.wrong, &page.right] {
            let text = example.text();
            assert!(text.contains("g.") || text.contains("(g,"), "`{id}` shows another text than its code: {text:?}");
            assert!(text.starts_with(|first: char| !first.is_whitespace()), "`{id}`: {text:?}");
        }
        assert_ne!(page.wrong.text(), page.right.text(), "`{id}` shows one example twice");
    }
}
