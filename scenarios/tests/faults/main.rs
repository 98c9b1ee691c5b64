//! Wired graphs with a single fault each: exactly the right check finds it, and the graphs without a fault are silent.
//! The table that comes of it stands in `snapshots/faults.snap`.

mod faults;
mod graphs;

use std::collections::BTreeSet;
use std::path::Path;

use dsl::Finding;

use self::faults::{FAULTS, Fault};
use self::graphs::{WIRED, Wired};

#[test]
fn without_a_fault_nothing_is_found() {
    for Wired { name, build } in WIRED {
        let report = build().report();
        assert!(report.findings().is_empty(), "`{name}`:\n{report}");
    }
}

#[test]
fn every_fault_is_found_by_its_check_alone() {
    let wrong: Vec<String> = FAULTS.iter().filter_map(complaint).collect();
    assert!(wrong.is_empty(), "{} of {} faults:\n{}", wrong.len(), FAULTS.len(), wrong.join("\n"));
}

fn found(fault: &Fault) -> (BTreeSet<&'static str>, String) {
    let wired = WIRED.iter().find(|wired| wired.name == fault.graph).expect("the graph of a fault exists");
    let report = (fault.make)((wired.build)()).report();
    (report.findings().iter().map(Finding::id).collect(), report.to_string())
}

fn complaint(fault: &Fault) -> Option<String> {
    let (ids, report) = found(fault);
    let is_right = ids == BTreeSet::from([fault.check]);
    (!is_right).then(|| format!("{}, {}: {ids:?} instead of {}\n{report}", fault.graph, fault.what, fault.check))
}

/// Which fault is stopped by what: the checks of the graph, and the compiler of Rust.
#[test]
fn the_table_of_faults_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dsl/azure/tests/compile_fail");
    let entries = std::fs::read_dir(folder).expect("the cases are there").filter_map(Result::ok);
    let paths = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == "rs"));
    let mut rows: Vec<_> = paths.map(|path| row_of_case(&path)).collect();
    rows.sort();
    rows.extend(FAULTS.iter().map(|fault| format!("| {}: {} | `{}` |", fault.graph, fault.what, fault.check)));
    let table = format!("| fault | what stops it |\n|---|---|\n{}\n", rows.join("\n"));
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("faults", table));
}

/// The first line of a case says what is wrong in it.
fn row_of_case(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("a case can be read");
    let line = text.lines().next().unwrap_or_default().trim_start_matches("//! ").trim_end_matches('.').to_owned();
    format!("| {line} | does not compile |")
}
