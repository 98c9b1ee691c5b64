//! The files under `generated/` beside what the scenarios render, and what the compiler says of both.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs, io};

use compiler::Gate;
use indoc::indoc;
use similar::TextDiff;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../generated");

/// Texts by their paths below the folder, with slashes: `example/main.bicep`.
type Files = BTreeMap<String, String>;

/// What lies in the folder.
fn committed() -> io::Result<Files> {
    let mut files = Files::new();
    collect(Path::new(FOLDER), "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, String::from_utf8_lossy(&fs::read(entry.path())?).into_owned());
        }
    }
    Ok(())
}

/// What should lie there.
fn rendered() -> Files {
    let mut files = Files::new();
    for scenario in scenarios::all() {
        let bundle = review::bundle(&scenario, None).unwrap_or_else(|report| panic!("{report}"));
        files.extend(bundle.files().map(|(path, text)| (format!("{}/{path}", scenario.name()), text.to_owned())));
    }
    files
}

/// How the first differs from the second, file by file; nothing where they are the same.
fn differences(committed: &Files, rendered: &Files) -> String {
    let paths: BTreeSet<_> = committed.keys().chain(rendered.keys()).collect();
    let difference = |path: &String| match (committed.get(path), rendered.get(path)) {
        (Some(_), None) => format!("generated/{path} is no file of any scenario\n"),
        (None, Some(_)) => format!("generated/{path} is missing\n"),
        (Some(old), Some(new)) if old != new => {
            format!("generated/{path} is stale\n{}", TextDiff::from_lines(old, new).unified_diff())
        }
        _ => String::new(),
    };
    paths.into_iter().map(difference).collect()
}

/// The environment variables that the files read.
fn variables(files: &[(String, String)]) -> impl Iterator<Item = &str> {
    let calls = files.iter().flat_map(|(_, text)| text.split("readEnvironmentVariable('").skip(1));
    calls.filter_map(|call| call.split('\'').next())
}

/// Runs this test again, with a stand-in for each variable: that of a running program cannot be set safely.
fn accept_with(variables: &[&str]) -> io::Result<()> {
    let mut again = Command::new(env::current_exe()?);
    // With one thread only, tests run on the main thread, which does not bear their names.
    again.args(["--exact", "the_compiler_accepts_every_file", "--test-threads=2"]).stderr(Stdio::inherit());
    let output = again.envs(variables.iter().map(|name| (name, "1"))).output()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}

/// The committed files and, lest they be stale, the rendered ones: each scenario in a folder of its own.
#[test]
fn the_compiler_accepts_every_file() {
    let committed = committed().unwrap().into_iter().map(|(path, text)| (format!("generated/{path}"), text));
    let rendered = rendered().into_iter().map(|(path, text)| (format!("rendered/{path}"), text));
    let files: Vec<_> = committed.chain(rendered).collect();

    // The compiler takes it for an error when a variable that a parameter file reads is not set.
    let missing: Vec<_> = variables(&files).filter(|name| env::var_os(name).is_none()).collect();
    if !missing.is_empty() {
        return accept_with(&missing).unwrap();
    }
    let Some(mut gate) = Gate::shared() else { return };
    gate.assert_clean(&files);
}

#[test]
fn every_file_is_fresh() {
    let differences = differences(&committed().unwrap(), &rendered());
    let help = "help: run `cargo run -p scenarios -- generate --all`, and remove by hand what is of no scenario";
    assert!(differences.is_empty(), "\n{differences}{help}");
}

/// What the page for users shows of the card of `example` stands in it.
#[test]
fn the_excerpt_of_the_card_is_fresh() {
    let readme = include_str!("../../README.md");
    let excerpt = readme.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_default();
    let card = &rendered()["example/REVIEW.md"];
    for section in excerpt.split("\n## ").map(|section| section.trim_start_matches("## ").trim()) {
        assert!(
            !section.is_empty() && card.contains(section),
            "README.md shows what the card does not say:\n{section}"
        );
    }
}

#[test]
fn stale_missing_and_extra_files_are_seen() {
    let files = |texts: &[(&str, &str)]| texts.iter().map(|&(path, text)| (path.into(), text.into())).collect();
    let committed = files(&[("extra", ""), ("same", "1\n"), ("stale", "1\n")]);
    let rendered = files(&[("missing", ""), ("same", "1\n"), ("stale", "2\n")]);
    assert_eq!(
        differences(&committed, &rendered),
        indoc! {"
            generated/extra is no file of any scenario
            generated/missing is missing
            generated/stale is stale
            @@ -1 +1 @@
            -1
            +2
        "}
    );
}

/// By this line `generate` knows the files that it may remove.
#[test]
fn every_file_says_that_it_is_generated() {
    for (path, text) in rendered() {
        let is_comment = |extension| ["md", "svg"].iter().any(|it| extension == *it);
        let begin = if Path::new(&path).extension().is_some_and(is_comment) { "<!--" } else { "//" };
        let begin = format!("{begin} Generated by ");
        assert!(text.starts_with(&begin), "{path}: begin its template with `{begin}`");
    }
}

#[test]
fn every_scenario_has_a_name_of_its_own() {
    let scenarios = scenarios::all();
    let names: BTreeSet<_> = scenarios.iter().map(dsl::Scenario::name).collect();
    assert_eq!(names.len(), scenarios.len(), "two scenarios have the same name: rename one of them");
}

#[test]
fn every_scenario_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packages = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let packages = packages.filter(|path| path.join("Cargo.toml").is_file());
    let scenarios = scenarios::all();
    for package in packages {
        let name = package.file_name().unwrap_or_default();
        let is_listed = scenarios.iter().any(|scenario| name == scenario.name());
        assert!(is_listed, "{}: add its scenario to scenarios/src/lib.rs", package.display());
    }
}
