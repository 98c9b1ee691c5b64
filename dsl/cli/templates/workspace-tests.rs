//! The files in `generated/` are those that the scenarios render, and the official compiler of Bicep has nothing to say of
//! them. Where it is not found, that test says so and passes; with `CI=true` it fails instead.

use std::ffi::OsString;

use cli::Exit;
use compiler::Gate;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../generated");

#[test]
fn every_file_is_fresh() {
    let args = ["scenarios", "generate", "--all", "--check", "--out-dir", FOLDER].map(OsString::from);
    let (mut diff, mut notes) = (Vec::new(), Vec::new());
    let exit = cli::run(&scenarios::all(), args, &mut diff, &mut notes);
    let [diff, notes] = [&diff, &notes].map(|bytes| String::from_utf8_lossy(bytes));
    assert_eq!(exit, Exit::Fine, "{diff}{notes}");
}

#[test]
fn the_compiler_accepts_every_file() {
    let Some(mut gate) = Gate::shared() else { return };
    for scenario in scenarios::all() {
        let bundle = scenario.bundle().unwrap_or_else(|report| panic!("{report}"));
        // Parameter files that read variables of the environment compile on a machine without them, too.
        let files = bundle.files().map(|(path, text)| (path, compiler::with_defaults(text)));
        gate.assert_clean(&files.collect::<Vec<_>>());
    }
}
