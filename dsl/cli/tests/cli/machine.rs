//! A machine with a stand-in for `az`, which writes down how it is called and answers what a test says.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The stand-in, which other packages have from here, too.
const STAND_IN: &str = include_str!("../az.sh");

/// What is secret in every test.
pub(crate) const SECRET: &str = "Server=db;Password='p4$(id)\"ss wörd';\nmore \\ of it";

/// Whether `az` is there is seen before all that can be mended without it.
pub(crate) const LOOKS: &str = "az [version] [--output] [json]\n";

/// What is no secret, and yet nothing that a shell would leave alone.
pub(crate) const PREFIX: &str = "a 'b' \"c\" $(touch pwned) `d`\nnext; ${e}";

pub(crate) struct Machine(TempDir);

/// What a user sees of one run.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) exit: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Machine {
    /// Somebody is logged in, the group is there, and everything goes well.
    pub(crate) fn new() -> Self {
        let machine = Self(tempfile::tempdir().unwrap());
        machine.put("az", STAND_IN);
        fs::set_permissions(machine.path("az"), fs::Permissions::from_mode(0o755)).unwrap();
        machine.put("version", r#"echo '{"azure-cli": "2.91.0"}'"#);
        machine.put("account-show", r#"echo '{"name": "Contoso", "id": "0-0"}'"#);
        machine.put("group-exists", "echo true");
        machine
    }

    /// Puts a file: what `az` does at a command, in words of a shell.
    pub(crate) fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// How `az` was called, without the looks at the progress.
    pub(crate) fn calls(&self) -> String {
        let calls = self.read("calls").replace(self.0.path().to_str().unwrap(), "MACHINE");
        let told = calls.split_inclusive('\n').filter(|line| !line.starts_with("az [deployment] [operation]"));
        told.collect()
    }

    /// The program, with nothing in its environment but what it needs.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_sample"));
        program.args(args).env_clear().env("PATH", "/usr/bin:/bin").env("AZ", self.path("az"));
        program.env("MACHINE", self.0.path()).env("TMPDIR", self.0.path());
        program.env("PREFIX", PREFIX).env("CONNECTION", SECRET);
        program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        program
    }

    pub(crate) fn run(&self, args: &[&str]) -> Shown {
        self.seen(self.program(args).output().unwrap())
    }

    /// What there is to see, with the folder of the machine by its name; it is never a panic.
    pub(crate) fn seen(&self, output: Output) -> Shown {
        let text =
            |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(self.0.path().to_str().unwrap(), "MACHINE");
        let shown = Shown { exit: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) };
        assert!(!shown.stderr.contains("panicked"), "{}", shown.stderr);
        shown
    }

    /// Every text that a run has left on the machine, but for what the test itself has put there.
    pub(crate) fn left(&self) -> String {
        texts(self.0.path())
    }
}

fn texts(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let text = |path: std::path::PathBuf| {
        if path.is_dir() { texts(&path) } else { String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned() }
    };
    entries.map(text).collect()
}
