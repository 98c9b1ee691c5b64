//! Programs that are not the compiler, or break down: each is an error, none a panic or a hang. Needs no compiler.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use compiler::{Compiler, Error};
use tempfile::TempDir;

/// Shell functions that let a script answer requests without reading them.
const PRELUDE: &str = r#"#!/bin/sh
answer() { printf 'Content-Length: %s\r\n\r\n%s' "${#1}" "$1"; }
greet() { answer '{"jsonrpc":"2.0","id":1,"result":{"version":"1.2.3"}}'; }
"#;

/// All scripts are run by one test: a file that one thread writes cannot be executed while another thread is forking.
#[test]
fn every_impostor_is_an_error() {
    let at_start = [
        ("exit 3", "it ended without an answer (exit status: 3)"),
        ("echo no luck >&2; exit 1", "Its error output:\nno luck"),
        ("echo hello", "it wrote `hello` where an answer should begin"),
        ("echo usage: bicep", "it wrote `usage: bicep`"),
        ("head -c 100000 /dev/zero", "where an answer should begin"),
        ("exec sleep 60 </dev/null >/dev/null", "it was still running and has been killed"),
        ("printf 'Content-Length: 9\\r\\n\\r\\n{}'", "in the middle of an answer"),
        ("answer 'nonsense'", "its answer is not JSON"),
        ("answer '[]'", "it answered null, not request 1"),
        (r#"answer '{"id":7,"result":{}}'"#, "it answered 7, not request 1"),
        (r#"answer '{"id":1}'"#, "neither result nor error"),
        (r#"answer '{"id":1,"result":{}}'"#, "`/version` is not a text"),
        (r#"answer '{"id":1,"error":{"message":"no"}}'"#, "the compiler failed on `bicep/version`: no"),
    ];
    for (script, expected) in at_start {
        let (_folder, program) = install(script).unwrap();
        let error = Compiler::start(&program).unwrap_err();
        assert!(error.to_string().contains(expected), "`{script}`: {error}");
    }

    let (_folder, program) = install("greet").unwrap();
    let mut compiler = Compiler::start(&program).unwrap();
    assert_eq!(compiler.version(), "1.2.3");
    for _ in 0..2 {
        let error = compiler.compile(Path::new("main.bicep")).unwrap_err();
        assert!(matches!(error, Error::Broken { .. }), "{error}");
        assert!(!compiler.is_intact());
    }

    let (_folder, program) = install(r#"greet; answer '{"id":2,"result":{"success":1}}'; cat"#).unwrap();
    let mut compiler = Compiler::start(&program).unwrap();
    let error = compiler.compile(Path::new("main.bicep")).unwrap_err();
    assert!(error.to_string().contains("`/success` is not a truth value in `{\"success\":1}`"), "{error}");
    assert!(compiler.is_intact());
}

#[test]
fn what_cannot_be_started_is_an_error() {
    let folder = TempDir::new().unwrap();
    for program in [folder.path(), &folder.path().join("nowhere")] {
        let error = Compiler::start(program).unwrap_err();
        assert!(matches!(error, Error::Start { .. }), "{error}");
    }
}

fn install(script: &str) -> io::Result<(TempDir, PathBuf)> {
    let folder = TempDir::new()?;
    let program = folder.path().join("bicep");
    fs::write(&program, format!("{PRELUDE}{script}\n"))?;
    fs::set_permissions(&program, Permissions::from_mode(0o755))?;
    Ok((folder, program))
}
