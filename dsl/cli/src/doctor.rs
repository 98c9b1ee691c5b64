//! `doctor`: what is installed and who is logged in, what is missing and how to get it. It must not change anything.

use std::process::Command as Program;

use clap::ArgMatches;
use compiler::{Compiler, locate};
use dsl::Scenario;
use serde_json::{Value, json};

use crate::az::{Az, Error, Line};
use crate::command::{Command, examples};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "doctor", declare, run };

const FORMATS: &str = "Formats:
  table  a line for each, and below it what to do
  json   {\"tools\": [{name, ok, found, neededFor, help}]}

Rust is all that is needed to print Bicep. The exit code is 1 if anything is missing.";

/// The linter rules that are switched on are those of this version.
const BICEP: [u32; 2] = [0, 49];

/// Something that commands need.
struct Tool {
    name: &'static str,
    needed_for: &'static str,
    /// What was found, in a few words.
    found: String,
    /// What to do, where it is missing.
    help: Option<String>,
}

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    command
        .about("Say what is installed, who is logged in, and what is missing")
        .after_help(format!("{FORMATS}\n\n{}", examples(scenarios, ["doctor"])))
        .arg(options::format(["table", "json"], "How it is printed"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    session.note("asking rustc, git, bicep and az");
    let mut tools = vec![rust(), git(), bicep()];
    tools.extend(azure());
    let is_json = options::is_json(matches);
    session.print(&if is_json {
        format!("{:#}\n", records(&tools))
    } else {
        tools.iter().map(Tool::shown).collect()
    })?;
    Ok(Exit::fine_if(tools.iter().all(|tool| tool.help.is_none())))
}

impl Tool {
    fn new(name: &'static str, needed_for: &'static str) -> Self {
        Tool { name, needed_for, found: String::new(), help: None }
    }

    fn found(mut self, what: impl Into<String>) -> Self {
        self.found = what.into();
        self
    }

    fn missing(mut self, what: impl Into<String>, help: impl Into<String>) -> Self {
        (self.found, self.help) = (what.into(), Some(help.into()));
        self
    }

    fn shown(&self) -> String {
        let Tool { name, needed_for, found, help } = self;
        let state = if help.is_some() { "missing" } else { "ok" };
        let help = help.as_ref().map(|help| format!("         help: {help}\n")).unwrap_or_default();
        format!("{state:7}  {name:9}  {found}  (for {needed_for})\n{help}")
    }
}

fn records(tools: &[Tool]) -> Value {
    let record = |tool: &Tool| {
        json!({
            "name": tool.name,
            "ok": tool.help.is_none(),
            "found": tool.found,
            "neededFor": tool.needed_for,
            "help": tool.help,
        })
    };
    json!({ "tools": tools.iter().map(record).collect::<Vec<_>>() })
}

fn rust() -> Tool {
    let tool = Tool::new("Rust", "everything");
    let oldest = env!("CARGO_PKG_RUST_VERSION");
    match first_line("rustc", &["--version"]) {
        Some(line) if version(&line) >= version(oldest) => tool.found(line),
        Some(line) => tool.missing(line, format!("{oldest} is the oldest that will do: rustup update")),
        None => tool.missing("rustc is not in PATH", "install it from https://rustup.rs"),
    }
}

fn git() -> Tool {
    let tool = Tool::new("Git", "diff");
    match first_line("git", &["--version"]) {
        Some(line) => tool.found(line),
        None => tool.missing("git is not in PATH", "install it from https://git-scm.com"),
    }
}

fn bicep() -> Tool {
    let tool = Tool::new("Bicep", "lint, diff and the tests");
    let program = match locate() {
        Ok(program) => program,
        Err(missing) => return tool.missing("not found", missing.to_string()),
    };
    match Compiler::start(&program) {
        Ok(compiler) if version(compiler.version()) >= Some(BICEP) => tool.found(compiler.version()),
        Ok(compiler) => {
            let [major, minor] = BICEP;
            tool.missing(
                compiler.version(),
                format!("{major}.{minor} is the oldest that knows all rules: az bicep upgrade"),
            )
        }
        Err(error) => tool.missing(error.to_string(), format!("see what it says: {} --version", program.display())),
    }
}

/// The Azure CLI, and who is logged in where it is there.
fn azure() -> Vec<Tool> {
    let tool = Tool::new("Azure CLI", "deploy, destroy and verify");
    let az = match Az::ready() {
        Ok(az) => az,
        Err(error) => return vec![refused(tool, &error)],
    };
    let login = Tool::new("Login", "deploy, destroy and verify");
    let login = match az.ask(&Line::new("account show")) {
        Ok(account) => {
            let of = |pointer: &str| account.pointer(pointer).and_then(Value::as_str).unwrap_or("?").to_owned();
            login.found(format!("{} in the subscription `{}` ({})", of("/user/name"), of("/name"), of("/id")))
        }
        Err(error) => refused(login, &error),
    };
    vec![tool.found(az.version()), login]
}

fn refused(tool: Tool, error: &Error) -> Tool {
    let (what, help) = (error.to_string(), error.help());
    tool.missing(what.lines().next().unwrap_or_default(), help)
}

/// What a program says first, if it runs.
fn first_line(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Program::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
    String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned)
}

/// The first two numbers that stand in a text with a dot between them.
fn version(text: &str) -> Option<[u32; 2]> {
    text.split_whitespace().find_map(|word| {
        let mut numbers = word.split('.').map_while(|number| number.parse().ok());
        Some([numbers.next()?, numbers.next()?])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_number() {
        assert_eq!(version("rustc 1.95.0 (f2d3ce0bd 2026-03-21)"), Some([1, 95]));
        assert_eq!(version("0.49.2"), Some([0, 49]));
        assert_eq!(version("rustc 1.100.0-nightly"), Some([1, 100]));
        assert!(version("1.100.0") > version("1.88"));
        assert_eq!(version("no version"), None);
    }
}
