//! `new`: what it writes into a repository, and that it writes nothing where something is in the way. Cargo is a stand-in.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const MANIFEST: &str = r#"[workspace]
resolver = "3"
members = ["scenarios", "scenarios/example"] # all of them

[workspace.package]
edition = "2024"
publish = false

[workspace.dependencies]
azure = { path = "../dsl/azure" }
example = { path = "scenarios/example" }

anyhow = "1" # not in these lines
"#;

const SCENARIOS: &str =
    "[package]\nname = \"scenarios\"\n\n[dependencies]\nazure.workspace = true\nexample.workspace = true\n";

const LIST: &str = "//! A.\n\npub fn all() -> Vec<Scenario> {\n    vec![\n        // One line each.\n        example::scenario(),\n    ]\n}\n";

/// A repository of scenarios, and a cargo that writes down how it is called.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.put("Cargo.lock", "");
        repository.put("Cargo.toml", MANIFEST);
        repository.put("scenarios/Cargo.toml", SCENARIOS);
        repository.put("scenarios/src/lib.rs", LIST);
        repository.put("cargo", "#!/bin/sh\necho \"cargo: $*\" >&2\n[ ! -e fails ]\n");
        fs::set_permissions(repository.0.path().join("cargo"), fs::Permissions::from_mode(0o755)).unwrap();
        repository
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn run(&self, args: &[&str]) -> (Option<i32>, String) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_sample"));
        program.args(args).current_dir(self.0.path().join("scenarios")).env("CARGO", self.0.path().join("cargo"));
        let output = program.stdin(Stdio::null()).output().unwrap();
        assert!(output.stdout.is_empty());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    /// Fails unless a run is refused with these words and changes nothing.
    #[track_caller]
    fn refuses(&self, args: &[&str], words: &str) {
        let files = || ["Cargo.toml", "scenarios/Cargo.toml", "scenarios/src/lib.rs"].map(|path| self.read(path));
        let before = files();
        let (exit, stderr) = self.run(args);
        assert!(exit == Some(1) && stderr.contains(words), "{exit:?} {stderr}");
        assert_eq!(files(), before);
        assert!(!self.0.path().join("scenarios/hub-b/src").exists(), "no package is left");
    }
}

#[test]
fn a_scenario_is_in_all_lists() {
    let repository = Repository::new();
    let (exit, stderr) = repository.run(&["new", "hub-b"]);
    assert_eq!(exit, Some(0), "{stderr}");
    for part in
        ["wrote scenarios/hub-b/src/lib.rs\n", "cargo: run -p scenarios -- generate hub-b\n", "`hub-b` is there"]
    {
        assert!(stderr.contains(part), "{stderr}");
    }
    let members = r#"["scenarios", "scenarios/example", "scenarios/hub-b"] # all of them"#;
    let manifest = MANIFEST.replace(r#"["scenarios", "scenarios/example"] # all of them"#, members);
    let line = "example = { path = \"scenarios/example\" }\n";
    let manifest = manifest.replace(line, &[line, "hub-b = { path = \"scenarios/hub-b\" }\n"].concat());
    assert_eq!(repository.read("Cargo.toml"), manifest);
    assert_eq!(repository.read("scenarios/Cargo.toml"), [SCENARIOS, "hub-b.workspace = true\n"].concat());
    let list = LIST.replace("example::scenario(),", "example::scenario(),\n        hub_b::scenario(),");
    assert_eq!(repository.read("scenarios/src/lib.rs"), list);

    let package = repository.read("scenarios/hub-b/Cargo.toml");
    let head = "[package]\nname = \"hub-b\"\ndescription = \"";
    assert!(
        package.starts_with(head) && package.contains("\"\nedition.workspace = true\npublish.workspace = true\n\n[dep"),
        "{package}"
    );
    assert!(package.ends_with("] }\n"), "a workspace without lints has none to take: {package}");
    let source = repository.read("scenarios/hub-b/src/lib.rs");
    assert!(source.contains("    Scenario::new(\"hub-b\", build)") && source.ends_with("}\n"), "{source}");
}

#[test]
fn what_is_in_the_way_is_told_and_nothing_is_written() {
    let repository = Repository::new();
    repository.put("scenarios/hub-b/notes.md", "mine");
    repository.refuses(&["new", "hub-b"], "a folder `scenarios/hub-b` already");
    fs::remove_dir_all(repository.0.path().join("scenarios/hub-b")).unwrap();
    repository.refuses(&["new", "anyhow"], "`anyhow` already");

    let calls = ["vec![example::scenario()]", "hub_b::scenario(),"];
    repository.put("scenarios/src/lib.rs", &LIST.replace("        example::scenario(),\n", ""));
    repository.refuses(&["new", "hub-b"], calls[1]);
    repository.put("scenarios/src/lib.rs", calls[0]);
    repository.refuses(&["new", "hub-b"], calls[1]);

    repository.put("Cargo.toml", "[workspace]\nmembers = []\n");
    repository.refuses(&["new", "hub-b"], "has no `[workspace.dependencies]` with `azure`");
    repository.put("Cargo.toml", "[workspace\n");
    repository.refuses(&["new", "hub-b"], "cannot read `Cargo.toml`");
}

#[test]
fn a_cargo_that_fails_is_told() {
    let repository = Repository::new();
    repository.put("fails", "");
    let (exit, stderr) = repository.run(&["new", "hub-b"]);
    assert_eq!(exit, Some(1));
    let end = "error: all files are written, and then `cargo run -p scenarios -- generate hub-b` failed: run it again when that is mended\n";
    assert!(stderr.ends_with(end), "{stderr}");
}

#[test]
fn a_repository_of_ones_own_depends_on_this_one() {
    let repository = Repository::new();
    let (exit, stderr) = repository.run(&["new", "web-shop", "--workspace", "../own"]);
    assert_eq!(exit, Some(0), "{stderr}");
    assert!(stderr.contains("wrote ../own/scenarios/web-shop/src/lib.rs\n"), "{stderr}");
    assert!(stderr.contains("cargo: run -p scenarios -- generate web-shop\n"), "{stderr}");
    let manifest = repository.read("own/Cargo.toml");
    let azure = manifest.split("\nazure = { path = \"").nth(1).unwrap().split('"').next().unwrap();
    assert!(
        repository.0.path().canonicalize().unwrap().join("own").join(azure).join("Cargo.toml").is_file(),
        "{azure}"
    );
    assert_eq!(repository.read("Cargo.toml"), MANIFEST, "the repository that it was run in is left alone");
}

#[test]
fn a_repository_of_ones_own_may_fetch_this_one() {
    let repository = Repository::new();
    let git = "https://example.com/a\"b.git";
    repository.run(&["new", "web-shop", "--workspace", "../own", "--git", git]);
    let manifest = repository.read("own/Cargo.toml");
    assert_eq!(manifest.matches("{ git = 'https://example.com/a\"b.git' }\n").count(), 4, "{manifest}");
    assert!(
        !manifest.contains("path = \"..") && manifest.contains("web-shop = { path = \"scenarios/web-shop\" }\n"),
        "{manifest}"
    );
}

#[test]
fn a_folder_that_is_not_empty_becomes_no_repository() {
    let repository = Repository::new();
    repository.refuses(&["new", "hub-b", "--workspace", ".."], "the folder `..` is not empty");
    repository.refuses(&["new", "azure", "--workspace", "../own"], "depend on a package `azure`");
    assert!(!repository.0.path().join("own").exists());
}

/// All of it in earnest. Cargo compiles everything once, which takes a minute.
#[test]
#[ignore = "compiles this repository anew: `cargo test -p cli --test cli -- --ignored own_builds`"]
fn a_repository_of_ones_own_builds_and_passes() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let run = |program: &Path, folder: &Path, args: &[&str]| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own");
        let mut command = Command::new(program);
        let output = command.args(args).current_dir(folder).env("CARGO_TARGET_DIR", target).output().unwrap();
        let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        assert!(output.status.success(), "{args:?}: {told}");
        told
    };
    let cargo = |args: &[&str]| run(Path::new(env!("CARGO")), &own, args);

    run(Path::new(env!("CARGO_BIN_EXE_sample")), folder.path(), &["new", "web-shop", "--workspace", "own"]);
    cargo(&["test", "--workspace", "--locked"]);
    cargo(&["run", "-p", "scenarios", "--", "new", "a-second"]);
    cargo(&["fmt", "--all", "--check"]);
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]);
    let told = cargo(&["test", "--workspace", "--locked"]);
    assert!(told.contains("test the_compiler_accepts_every_file ... ok\n"), "{told}");
    let list = cargo(&["run", "-p", "scenarios", "--", "list"]);
    assert!(["a-second", "web-shop"].iter().all(|name| list.contains(&format!("\n{name} "))), "{list}");
}

#[test]
fn a_new_scenario_may_come_with_pipelines() {
    let repository = Repository::new();
    let (exit, stderr) = repository.run(&["new", "hub-b", "--ci"]);
    assert!(exit == Some(0) && stderr.contains("stands at its top\n"), "{stderr}");
    for path in ["scenarios/hub-b/src/lib.rs", "scenarios/hub-b/azure-pipelines.yml", ".github/workflows/hub-b.yml"] {
        assert!(repository.read(path).contains("hub-b"), "{path}");
    }
}
