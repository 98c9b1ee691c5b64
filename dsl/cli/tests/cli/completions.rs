//! What a shell is told when it asks how a word could go on.

use std::process::Command;

use cli::Exit;

use crate::common::run;

/// What the program answers to the words so far, of which the last is completed, one candidate a line.
fn candidates(shell: &str, words: &[&str]) -> String {
    let index = words.len().to_string();
    let mut program = Command::new(env!("CARGO_BIN_EXE_sample"));
    program.env("COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", index).env("_CLAP_IFS", "\n");
    let output = program.args(["--", "scenarios"]).args(words).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

/// Each candidate without what is said about it.
fn names(shell: &str, words: &[&str]) -> Vec<String> {
    let answer = candidates(shell, words);
    let name = |line: &str| line.split(['\t', ':']).next().unwrap_or_default().trim().to_owned();
    answer.lines().map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn scenarios_commands_and_options_are_completed_in_every_shell() {
    for shell in ["bash", "zsh", "fish"] {
        assert_eq!(names(shell, &["net"]), ["networks"], "{shell}");
        assert_eq!(names(shell, &["lint", "p"]), ["plain", "policies"], "{shell}");
        assert_eq!(names(shell, &["generate", "plain", "--la"]), ["--layout"], "{shell}");
        assert_eq!(names(shell, &["check", "--format", "s"]), ["sarif"], "{shell}");
    }
}

#[test]
fn the_script_of_each_shell_asks_the_program() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let seen = run(&["completions", shell]);
        assert_eq!((seen.exit, &*seen.stderr), (Exit::Fine, ""), "{shell}");
        assert!(seen.stdout.contains("COMPLETE") && seen.stdout.contains("scenarios"), "{shell}: {}", seen.stdout);
    }
    assert_eq!(run(&["completions", "cmd"]).exit, Exit::Usage);
}
