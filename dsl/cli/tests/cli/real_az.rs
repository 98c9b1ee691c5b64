//! A developer's check: the real `az` understands every command line that the commands build. Nobody is logged in for it, so
//! that nothing can be changed.
//!
//! `AZ="$(command -v az)" cargo test -p cli --test cli real_az -- --ignored --nocapture`

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use crate::machine::Machine;
use crate::verify;

/// What is called so that every command line is built at least once.
const CALLS: &[&[&str]] = &[
    &["deploy", "networks", "--yes", "--subscription", "Contoso"],
    &["deploy", "networks", "--yes", "--stack"],
    &["deploy", "networks", "--what-if"],
    &["deploy", "landing", "--yes", "-l", "japaneast"],
    &["deploy", "landing", "--yes", "-l", "japaneast", "--stack"],
    &["deploy", "landing", "--what-if", "-l", "japaneast"],
    &["deploy", "policies", "--yes", "-l", "japaneast", "-m", "root"],
    &["deploy", "policies", "--yes", "-l", "japaneast", "-m", "root", "--stack"],
    &["deploy", "policies", "--what-if", "-l", "japaneast", "-m", "root"],
    &["deploy", "everything", "--yes", "-l", "japaneast"],
    &["deploy", "everything", "--what-if", "-l", "japaneast"],
    &["deploy", "zones", "--yes", "--template-specs", "rg-specs", "--subscription", "Contoso"],
    &["destroy", "plain", "--yes"],
    &["destroy", "plain", "--yes", "--stack"],
    &["destroy", "landing", "--yes", "-l", "japaneast", "--stack"],
    &["destroy", "policies", "--yes", "-l", "japaneast", "-m", "root", "--stack"],
    &["verify", "call", "-g", "rg", "--sdk"],
    &["verify", "call", "-g", "rg", "--stack"],
];

/// The words of each call of `az`, as the stand-in has written them down; each command with certain options once.
fn lines() -> BTreeMap<String, Vec<String>> {
    let mut lines = BTreeMap::new();
    for call in CALLS.iter().chain([&MAKES]) {
        let machine = verify::machine();
        if *call == MAKES {
            machine.put("group-exists", "echo false");
        }
        // An error makes it ask for the operations, too.
        for scope in ["group", "sub", "mg", "tenant"] {
            machine.put(&format!("deployment-{scope}-create"), "echo 'ERROR: (DeploymentFailed) No.' >&2; exit 1");
        }
        machine.run(call);
        for line in machine.read("calls").lines() {
            let words: Vec<_> = line[3..].split("] [").map(|word| word.trim_matches(['[', ']']).to_owned()).collect();
            lines.insert(options(&words).join(" "), words);
        }
    }
    for extra in ["show", "cancel"].iter().flat_map(|verb| told(verb)) {
        lines.insert(options(&extra).join(" "), extra);
    }
    lines
}

const MAKES: &[&str] = &["deploy", "plain", "--yes", "-l", "japaneast", "--create-resource-group"];

/// The command lines that are only told to the user, after an interrupt.
fn told(verb: &str) -> Vec<Vec<String>> {
    let line = |scope: &str, more: &str| {
        format!("deployment {scope} {verb} --name call{more}").split(' ').map(str::to_owned).collect()
    };
    vec![
        line("group", " --resource-group rg"),
        line("sub", ""),
        line("mg", " --management-group-id root"),
        line("tenant", ""),
    ]
}

/// The command and its options, without their values.
fn options(words: &[String]) -> Vec<&str> {
    let end = words.iter().position(|word| word.starts_with('-')).unwrap_or(words.len());
    let options = words[end..].iter().filter(|word| word.starts_with("--"));
    words[..end].iter().chain(options).map(String::as_str).collect()
}

/// The real program, which nobody is logged in to, with the compiler that the tests use.
fn az(home: &Path, words: &[String]) -> Output {
    let az = std::env::var_os("AZ").expect("set AZ to the real `az`");
    let bicep = compiler::locate().ok().and_then(|bicep| bicep.parent().map(Path::to_owned)).unwrap_or_default();
    let path = std::env::join_paths([bicep].into_iter().chain(["/usr/bin".into(), "/bin".into()])).unwrap();
    Command::new(az)
        .args(words)
        .env_clear()
        .env("PATH", path)
        .env("HOME", home)
        .env("AZURE_CONFIG_DIR", home)
        .env("AZURE_CORE_COLLECT_TELEMETRY", "no")
        .env("AZURE_BICEP_USE_BINARY_FROM_PATH", "true")
        .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
        .output()
        .unwrap()
}

#[test]
#[ignore = "needs the real Azure CLI, which takes a second for each call: see above"]
fn the_real_program_understands_every_line() {
    let home = tempfile::tempdir().unwrap();
    let lines = lines();
    for command in ["account get-access-token", "group create", "stack mg delete", "vm run-command invoke"] {
        assert!(lines.keys().any(|line| line.starts_with(command)), "nothing calls `{command}`: {lines:?}");
    }
    for words in lines.values() {
        let end = words.iter().position(|word| word.starts_with('-')).unwrap_or(words.len());
        let help = az(home.path(), &[&words[..end], &["--help".to_owned()]].concat());
        let help = String::from_utf8_lossy(&help.stdout).into_owned();
        let knows = |option: &str| help.split_whitespace().any(|word| word == option);
        let unknown: Vec<_> = options(&words[end..]).into_iter().filter(|option| !knows(option)).collect();
        assert!(unknown.is_empty(), "{words:?}: its help has no {unknown:?}: {help}");

        // A line that its parser refuses ends with 2; one that it takes fails for nobody is logged in, or for a file is gone.
        let output = az(home.path(), words);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_ne!(output.status.code(), Some(2), "{words:?}: {stderr}");
        println!("az {}: {}", words[..end].join(" "), stderr.lines().next().unwrap_or("understood"));
    }
    println!("{} lines", lines.len());
}

#[test]
#[ignore = "needs the real Azure CLI and the compiler"]
fn the_real_program_builds_what_is_deployed() {
    let Some(gate) = compiler::Gate::shared() else { return };
    drop(gate);
    let (home, machine) = (tempfile::tempdir().unwrap(), Machine::new());
    for name in ["networks", "plain", "landing", "policies", "everything", "call"] {
        machine.run(&["generate", name, "--out-dir", machine.path("out").to_str().unwrap()]);
        let file = machine.path(&format!("out/{name}/main.bicep")).to_str().unwrap().to_owned();
        let words = ["bicep", "build", "--stdout", "--file", &file].map(str::to_owned);
        let output = az(home.path(), &words);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && output.stdout.starts_with(b"{"), "{name}: {stderr}");
    }
}
