//! Scenarios to call commands with, and a terminal to call them from.

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::{fs, io, iter};

use cli::Exit;
use dsl::{Graph, ResourceGroup, Scenario, Value};
use tempfile::TempDir;

/// One scenario for each name; the one called `broken` has a finding.
pub(crate) fn scenarios(names: &[&'static str]) -> Vec<Scenario> {
    let scenario = |&name: &&'static str| {
        Scenario::new(name, move |g: &mut Graph<ResourceGroup>| {
            g.output("place", Value::text("Tokyo")).describe("Where it is.");
            if name == "broken" {
                g.output("place", Value::text("Osaka")).describe("Where it is, too.");
            }
        })
        .describe("Says where it is.")
    };
    names.iter().map(scenario).collect()
}

/// What a user sees of one run.
pub(crate) struct Seen {
    pub(crate) exit: Exit,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the program with two sound scenarios, `example` and `hub`.
pub(crate) fn run(args: &[&str]) -> Seen {
    run_with(&scenarios(&["example", "hub"]), args)
}

pub(crate) fn run_with(scenarios: &[Scenario], args: &[&str]) -> Seen {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let exit = cli::run(scenarios, words(args), &mut stdout, &mut stderr);
    Seen { exit, stdout: String::from_utf8(stdout).unwrap(), stderr: String::from_utf8(stderr).unwrap() }
}

/// The arguments, behind the name of the program.
pub(crate) fn words(args: &[&str]) -> Vec<OsString> {
    iter::once(&"scenarios").chain(args).map(OsString::from).collect()
}

/// A stream that fails.
pub(crate) struct Broken(pub(crate) ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An empty folder for `generate`.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Runs `generate` into the folder.
    pub(crate) fn generate(&self, args: &[&str]) -> Seen {
        self.generate_with(&scenarios(&["example", "hub"]), args)
    }

    /// Runs `generate` into the folder; in what is seen, the folder is called `DIR`.
    pub(crate) fn generate_with(&self, scenarios: &[Scenario], args: &[&str]) -> Seen {
        let folder = self.path("");
        let seen = run_with(scenarios, &[&["generate", "--out-dir", &folder], args].concat());
        let hide = |text: String| text.replace(folder.trim_end_matches('/'), "DIR");
        Seen { stdout: hide(seen.stdout), stderr: hide(seen.stderr), ..seen }
    }

    pub(crate) fn path(&self, file: &str) -> String {
        self.0.path().join(file).to_str().unwrap().to_owned()
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Puts a file into the folder, the folders between included.
    pub(crate) fn put(&self, file: &str, text: &str) {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.0.path().join(file).exists()
    }
}
