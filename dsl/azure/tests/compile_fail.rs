//! Wrong wiring does not compile, and the message says what to do. One file a mistake, with the message beside it.
//!
//! After a change on purpose: `TRYBUILD=overwrite cargo test -p azure --test compile_fail`, then read the difference.

use std::io::Write;
use std::process::Command;

/// The compiler whose messages are kept here. Others say the same in other words.
const RUSTC: &str = "rustc 1.95.";

#[test]
fn wrong_wiring_does_not_compile() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().unwrap().stdout;
    let version = String::from_utf8_lossy(&version);
    if version.starts_with(RUSTC) {
        trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
    } else {
        // Straight to the stream, for the test harness hides what a passing test prints.
        let reason = format!("the messages kept are those of {RUSTC}x, and this is {}", version.trim());
        writeln!(std::io::stderr(), "SKIPPED wrong_wiring_does_not_compile: {reason}").unwrap();
    }
}
