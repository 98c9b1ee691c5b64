//! What a test does where the compiler is missing; must not need a compiler. Runs itself again, because the environment
//! of a running program cannot be changed safely.

use std::process::{Command, Output};
use std::{env, io};

use compiler::Gate;

#[test]
fn own_gate() {
    drop(Gate::open());
}

#[test]
fn shared_gate() {
    for _ in 0..2 {
        drop(Gate::shared());
    }
}

#[test]
fn a_skipped_test_passes_and_says_so_past_the_capture() {
    for (test, times) in [("own_gate", 1), ("shared_gate", 2)] {
        let output = run_without_compiler(test, "false").unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{stderr}");
        let told = format!("SKIPPED {test} (");
        assert_eq!(stderr.matches(&told).count(), times, "{stderr}");
        assert!(stderr.contains("skip.rs:") && stderr.contains("BICEP is `nowhere`"), "{stderr}");
    }
}

#[test]
fn under_ci_a_missing_compiler_is_a_failure() {
    for test in ["own_gate", "shared_gate"] {
        let output = run_without_compiler(test, "true").unwrap();
        let stdout = String::from_utf8_lossy(&output.stdout);
        assert!(!output.status.success(), "{stdout}");
        assert!(stdout.contains("the official Bicep compiler was not found"), "{stdout}");
    }
}

fn run_without_compiler(test: &str, ci: &str) -> io::Result<Output> {
    let mut command = Command::new(env::current_exe()?);
    // With one thread only, tests run on the main thread, which does not bear their names.
    command.args(["--exact", test, "--test-threads=2"]);
    command.env("BICEP", "nowhere").env("CI", ci).env_remove("RUST_TEST_NOCAPTURE").output()
}
