//! What the tests of this folder share.

#![allow(clippy::unwrap_used, reason = "what fails in a helper of a test fails the test")]
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::ffi::OsString;
use std::iter::once;

use typegen::Exit;

/// Runs a command: how it ended, what it printed, and what else it said.
pub(crate) fn run(args: &[&str]) -> (Exit, String, String) {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let args = once("typegen").chain(args.iter().copied()).map(OsString::from);
    let exit = typegen::run(args, &mut stdout, &mut stderr);
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (exit, stdout, stderr)
}

/// Compares a text with the snapshot of that name in the folder `snapshots/` at the root.
#[track_caller]
pub(crate) fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("../../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
