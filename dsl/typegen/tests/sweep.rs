//! All resource types as structs of Rust, in batches: each batch is a package like that of the catalogue, and its tests are
//! those of the catalogue. Many minutes: `cargo test --release -p typegen --test sweep -- --ignored --nocapture`.

#![allow(clippy::unwrap_used, reason = "what fails in a helper of a test fails the test")]

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use self::common::run;

mod common;

/// Types in a package: more of them need more memory, fewer more time.
const BATCH: usize = 400;
const TYPES: usize = 3_556;
/// Lines of a failure that are shown.
const SHOWN: usize = 60;

const MANIFEST: &str = r#"[package]
name = "azure"
version = "0.1.0"
edition = "2024"

[workspace]

[features]
# providers of the catalogue, kept by typegen: begin
# providers of the catalogue: end

[dependencies]
dsl = { path = "DSL" }

[dev-dependencies]
azure = { path = ".", features = ["full"] }
compiler = { path = "DSL/compiler" }
dsl = { path = "DSL", features = ["replay"] }
proptest = { version = "1", default-features = false, features = ["std"] }
regress = "0.12"
serde_json = "1"
types = { path = "DSL/types" }

[profile.dev]
debug = false
"#;

const LIBRARY: &str = "//! A batch of the catalogue.

// providers of the catalogue, kept by typegen: begin
// providers of the catalogue: end
";

#[test]
#[ignore = "ten minutes: for changes of the type data, the generator or the macros of the catalogue"]
fn every_type_compiles_and_takes_what_the_data_says() {
    let types = types();
    assert_eq!(types.len(), TYPES);
    let folder = tempfile::tempdir().unwrap();
    let mut failures = Vec::new();
    for (index, batch) in batches(&types).into_iter().enumerate() {
        let start = Instant::now();
        let package = folder.path().join(format!("batch{index}"));
        let properties = make(&package, batch);
        let is_fine = test(&package, &folder.path().join("target"));
        let (first, seconds) = (&batch[0], start.elapsed().as_secs());
        println!("{index}: {} types from {first}, {properties} properties, {seconds} s, {is_fine}", batch.len());
        failures.extend((!is_fine).then(|| format!("the batch that begins with {first}")));
    }
    assert!(failures.is_empty(), "{failures:?}");
}

/// The names of all types, as the list has them.
fn types() -> Vec<String> {
    let (_, table, _) = run(&["list"]);
    table.lines().skip(1).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// About as many types as a package can have, without taking a namespace apart: its names follow from all of it.
fn batches(types: &[String]) -> Vec<&[String]> {
    let (mut batches, mut start) = (Vec::new(), 0);
    let namespace = |at: usize| types[at].split('/').next().map(str::to_ascii_lowercase);
    for at in 1..=types.len() {
        if at == types.len() || (at - start >= BATCH && namespace(at) != namespace(at - 1)) {
            batches.push(&types[start..at]);
            start = at;
        }
    }
    batches
}

/// Writes a package with these types; how many properties it has.
fn make(package: &Path, types: &[String]) -> usize {
    let dsl = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let tests = package.join("tests/catalogue");
    fs::create_dir_all(package.join("src")).unwrap();
    fs::create_dir_all(&tests).unwrap();
    fs::write(package.join("Cargo.toml"), MANIFEST.replace("DSL", dsl.to_str().unwrap())).unwrap();
    fs::write(package.join("src/lib.rs"), LIBRARY).unwrap();
    fs::write(package.join("catalogue.txt"), "").unwrap();
    fs::copy(dsl.parent().unwrap().join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    for name in ["main.rs", "replayed.rs", "template.rs"] {
        let text = fs::read_to_string(dsl.join("azure/tests/catalogue").join(name)).unwrap();
        fs::write(tests.join(name), text.replace("../../../tests", dsl.join("tests").to_str().unwrap())).unwrap();
    }
    let add: Vec<_> =
        ["--package", package.to_str().unwrap(), "add"].into_iter().chain(types.iter().map(|it| &**it)).collect();
    let (exit, _, notes) = run(&add);
    assert_eq!(exit, typegen::Exit::Fine, "{notes}");
    files(&package.join("src")).iter().map(|path| fs::read_to_string(path).unwrap().matches(" = \"").count()).sum()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Whether the package compiles and its tests pass; what they print is shown where they fail.
fn test(package: &Path, target: &Path) -> bool {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(package)
        .env("CARGO_TARGET_DIR", target)
        .args(["test", "--quiet", "--offline", "--test", "catalogue"])
        .output()
        .unwrap();
    if !output.status.success() {
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).take(SHOWN).collect();
        io::stdout().write_all(lines.join("\n").as_bytes()).unwrap();
    }
    output.status.success()
}
