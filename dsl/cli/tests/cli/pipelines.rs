//! `new --ci`: both files are YAML, log in without a stored secret, and ask for no more than they need, in every scope.
//!
//! The schemas of both, with `pip install check-jsonschema` and the files of a scenario, are a developer's check:
//! `check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/NAME.yml`, and
//! `check-jsonschema --regex-variant python --builtin-schema vendor.azure-pipelines scenarios/NAME/azure-pipelines.yml`.

use std::fs;
use std::process::{Command, Stdio};

use saphyr::{LoadableYamlNode, Yaml};
use tempfile::TempDir;

/// A repository with the scenarios of the sample.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("Cargo.lock"), "").unwrap();
    let manifest = "[workspace.dependencies]\nazure = { git = \"https://example.com/a.git\" }\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    folder
}

/// Runs `new` with arguments.
fn run(folder: &TempDir, args: &[&str]) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sample"));
    program.arg("new").args(args).current_dir(folder.path()).stdin(Stdio::null());
    let output = program.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// The workflow and the pipeline of a scenario, as texts.
fn files(name: &str) -> [String; 2] {
    let folder = repository();
    let (exit, stderr) = run(&folder, &[name, "--ci"]);
    assert!(exit == Some(0) && !stderr.contains("warning"), "{stderr}");
    let paths = [format!(".github/workflows/{name}.yml"), format!("scenarios/{name}/azure-pipelines.yml")];
    paths.map(|path| fs::read_to_string(folder.path().join(path)).unwrap())
}

fn parse(text: &str) -> Yaml<'_> {
    let documents = Yaml::load_from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let [document] = <[Yaml<'_>; 1]>::try_from(documents).unwrap();
    document
}

#[test]
fn the_files_are_yaml_in_every_scope() {
    for name in ["networks", "plain", "stages", "landing", "policies", "everything"] {
        let [workflow, pipeline] = files(name);
        let (workflow, pipeline) = (parse(&workflow), parse(&pipeline));
        let jobs = ["check", "review", "preview", "deploy"];
        assert!(jobs.iter().all(|job| workflow["jobs"][*job]["steps"].is_sequence()), "{name}");
        let stages: Vec<_> =
            pipeline["stages"].as_vec().unwrap().iter().map(|it| it["stage"].as_str().unwrap()).collect();
        assert_eq!(stages, ["check", "review", "deploy"], "{name}");
    }
}

#[test]
fn a_job_may_do_no_more_than_it_needs() {
    let [text, _] = files("networks");
    let workflow = parse(&text);
    assert!(workflow["permissions"].as_mapping().unwrap().is_empty(), "what is not named is not granted");
    let permissions = |job: &str| {
        let granted = workflow["jobs"][job]["permissions"].as_mapping().unwrap().iter();
        let words =
            |(what, how): (&Yaml<'_>, &Yaml<'_>)| format!("{} {}", what.as_str().unwrap(), how.as_str().unwrap());
        granted.map(words).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(permissions("check"), "contents read");
    assert_eq!(permissions("review"), "contents read, pull-requests write");
    assert_eq!([permissions("preview"), permissions("deploy")], ["contents read, id-token write"; 2]);
}

#[test]
fn actions_are_pinned_and_a_login_needs_no_secret() {
    let [workflow, pipeline] = files("networks");
    for action in workflow.lines().filter_map(|line| line.trim().strip_prefix("- uses: ")) {
        let (_, commit) = action.split_once('@').unwrap();
        let (commit, version) = commit.split_once(" # v").unwrap();
        assert!(commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()) && !version.is_empty(), "{action}");
    }
    // The only secret is the one that the template takes.
    assert_eq!(workflow.matches("secrets.").count(), workflow.matches("CONNECTION: ${{ secrets.CONNECTION }}").count());
    assert!(workflow.contains("PREFIX: ${{ vars.PREFIX }}") && !workflow.contains("creds:"), "{workflow}");
    assert!(
        pipeline.contains("CONNECTION (secret) PREFIX.\n") && pipeline.contains("CONNECTION: $(CONNECTION)\n"),
        "{pipeline}"
    );
}

#[test]
fn a_deployment_goes_to_the_scope_of_the_scenario() {
    let options = [
        ("networks", r#"--resource-group "$AZURE_RESOURCE_GROUP""#),
        ("stages", r#"--resource-group "$AZURE_RESOURCE_GROUP" --parameters test"#),
        ("landing", r#"--location "$AZURE_LOCATION""#),
        ("policies", r#"--management-group "$AZURE_MANAGEMENT_GROUP" --location "$AZURE_LOCATION""#),
        ("everything", r#"--location "$AZURE_LOCATION""#),
    ];
    for (name, options) in options {
        let [workflow, pipeline] = files(name);
        for text in [&workflow, &pipeline] {
            assert_eq!(text.matches(&format!(" {options}")).count(), 2, "{name}: {text}");
        }
        let is_tenant_wide = workflow.contains("allow-no-subscriptions: true");
        assert_eq!(is_tenant_wide, ["policies", "everything"].contains(&name), "{name}: {workflow}");
    }
}

#[test]
fn the_parameter_set_can_be_chosen() {
    let folder = repository();
    let (exit, stderr) = run(&folder, &["stages", "--ci"]);
    assert!(exit == Some(0) && stderr.contains("they deploy the parameter set `test`, the first one"), "{stderr}");
    let folder = repository();
    let (exit, stderr) = run(&folder, &["stages", "--ci", "--parameters", "prod"]);
    assert!(exit == Some(0) && !stderr.contains("the first one"), "{stderr}");
    let workflow = fs::read_to_string(folder.path().join(".github/workflows/stages.yml")).unwrap();
    assert_eq!(workflow.matches(" --parameters prod").count(), 2, "{workflow}");
    for (name, error) in [("stages", "has no parameter set `none`"), ("fresh", "no scenario `fresh` yet")] {
        let (exit, stderr) = run(&folder, &[name, "--ci", "--parameters", "none"]);
        assert!(exit == Some(2) && stderr.contains(error), "{stderr}");
    }
}

/// What shortens the card is run as it stands in the workflow.
#[cfg(unix)]
#[test]
fn a_card_that_is_too_long_for_a_comment_ends_with_a_whole_line() {
    let [workflow, _] = files("plain");
    let command = workflow.lines().map(str::trim).find(|line| line.contains("awk")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("generated/plain")).unwrap();
    let shorten = |card: &str| {
        fs::write(folder.path().join("generated/plain/REVIEW.md"), card).unwrap();
        let script = format!("card=short; SCENARIO=plain; {command}");
        let status = Command::new("sh").args(["-c", &script]).current_dir(folder.path()).status().unwrap();
        assert!(status.success());
        fs::read_to_string(folder.path().join("short")).unwrap()
    };
    let line = "äöü €\n";
    assert_eq!(shorten(line), line);
    assert_eq!(shorten(&line.repeat(10_000)), line.repeat(65_000 / line.len()));
}

#[test]
fn pipelines_of_ones_own_are_left_alone() {
    let folder = repository();
    assert_eq!(run(&folder, &["plain", "--ci"]).0, Some(0));
    let (exit, stderr) = run(&folder, &["plain", "--ci"]);
    assert_eq!((exit, &*stderr), (Some(1), "error: `.github/workflows/plain.yml` is there already: remove it first\n"));
}

#[test]
fn a_pipeline_that_cannot_find_what_it_depends_on_is_told() {
    let folder = repository();
    let manifest = "[workspace.dependencies]\nazure = { path = \"../a\" }\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    let (exit, stderr) = run(&folder, &["plain", "--ci"]);
    assert!(exit == Some(0) && stderr.contains("warning: `Cargo.toml` depends on a folder outside"), "{stderr}");
}
