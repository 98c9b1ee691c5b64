//! The pages of the checks: their examples are what they say, and the list of them is whole.

#[path = "common/pages.rs"]
mod pages;

use dsl::{Check, Graph, ResourceBody, ResourceGroup, Severity, raw};

#[test]
fn examples_are_what_pages_say() {
    pages::assert_examples(&Check::all());
}

#[test]
fn pages_are_whole() {
    pages::assert_whole(&Check::all());
}

/// What `.allow(…)` takes is written as pages write it.
#[test]
fn constants_are_those_that_pages_name() {
    macro_rules! constants {
        ($($constant:path),* $(,)?) => { vec![$(($constant.id(), stringify!($constant).replace(' ', ""))),*] };
    }
    let mut constants = constants![
        Check::EXPOSED_SECRET,
        Check::MISSING_PROPERTY,
        Check::OUTDATED_VERSION,
        Check::OUT_OF_BOUNDS,
        Check::PREVIEW_VERSION,
        Check::READ_ONLY_PROPERTY,
        Check::SECRET_LITERAL,
        Check::TEMPLATE_LIMIT,
        Check::UNKNOWN_PROPERTY,
        Check::UNKNOWN_TYPE,
        Check::UNLIKELY_VALUE,
        Check::UNSET_IDENTITY,
        Check::VALUE_NOT_ALLOWED,
        Check::WRONG_SCOPE,
        Check::WRONG_TYPE,
    ];
    constants.sort();
    let named = |check: &Check| Some((check.id(), check.page().constant?.to_owned()));
    assert_eq!(Check::all().iter().filter_map(named).collect::<Vec<_>>(), constants);
}

#[test]
fn a_warning_keeps_nothing_from_being_rendered() {
    let mut g = Graph::<ResourceGroup>::new();
    raw("Microsoft.Network/privateDnsZones@2024-06-01", "contoso.internal")
        .property("location", "global")
        .allow(Check::UNKNOWN_PROPERTY, "in private preview")
        .add(&mut g, "zone");
    let report = g.report();
    assert_eq!((report.count(Severity::Error), report.count(Severity::Warning)), (0, 1));
    assert!(report.to_string().starts_with("warning[needless-allowance]: "), "{report}");
    assert!(report.to_string().ends_with("warning: the graph has 1 warning"), "{report}");
    assert!(g.check().is_ok() && g.to_bicep().is_ok());
}
