//! The Azure CLI: finds the program `az`, asks it questions and lets it work. It must not know what its answers are for.

mod child;
mod error;
mod interrupt;
mod line;
mod locate;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

pub(crate) use self::child::{Ended, Watch};
pub(crate) use self::error::Error;
pub(crate) use self::interrupt::is_interrupted;
pub(crate) use self::line::Line;

/// Far above the seconds that a question takes, far below what anybody waits for without a word.
const PATIENCE: Duration = Duration::from_secs(120);

/// Deployment stacks are there from this version on, and parameter files that name their template.
const OLDEST: [u32; 3] = [2, 61, 0];

/// The program, and how long it may think about a question.
pub(crate) struct Az {
    program: PathBuf,
    patience: Duration,
    version: String,
}

/// Somebody who does not look.
struct Nobody;

impl Watch for Nobody {}

impl Az {
    /// The program, if it is there, starts and is new enough.
    pub(crate) fn ready() -> Result<Self, Error> {
        let mut az = Self { program: locate::locate()?, patience: PATIENCE, version: String::new() };
        az.check_version()?;
        Ok(az)
    }

    /// The version that it gives itself.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    fn check_version(&mut self) -> Result<(), Error> {
        let line = Line::new("version");
        let answer = self.ask(&line)?;
        let version = answer["azure-cli"].as_str().unwrap_or_default();
        match numbers(version) {
            Some(found) if found >= OLDEST => {
                version.clone_into(&mut self.version);
                Ok(())
            }
            Some(_) => Err(Error::Old { version: version.to_owned(), oldest: OLDEST }),
            None => Err(garbage(&line, "it has no version `azure-cli`", &answer.to_string())),
        }
    }

    /// The answer to a question, as JSON. It changes nothing, and is given in time or not at all.
    pub(crate) fn ask(&self, line: &Line) -> Result<Value, Error> {
        self.read(line, Some(self.patience), &mut Nobody)
    }

    /// What a command answers that may take as long as Azure takes; `watch` is told how it goes.
    pub(crate) fn work(&self, line: &Line, watch: &mut dyn Watch) -> Result<Value, Error> {
        self.read(line, None, watch)
    }

    /// The text that a command prints for people.
    pub(crate) fn text(&self, line: &Line) -> Result<String, Error> {
        self.run(line.words(), line, None, &mut Nobody).map(|ended| ended.stdout)
    }

    fn read(&self, line: &Line, patience: Option<Duration>, watch: &mut dyn Watch) -> Result<Value, Error> {
        let words = line.words().chain(["--output", "json"].map(OsString::from));
        let ended = self.run(words, line, patience, watch)?;
        if ended.stdout.trim().is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_str(&ended.stdout).map_err(|error| garbage(line, &error.to_string(), &ended.stdout))
    }

    fn run(
        &self,
        words: impl Iterator<Item = OsString>,
        line: &Line,
        patience: Option<Duration>,
        watch: &mut dyn Watch,
    ) -> Result<Ended, Error> {
        child::run(&self.program, words, patience, watch).map_err(|failure| failure.of(&self.program, line))
    }
}

fn garbage(line: &Line, reason: &str, seen: &str) -> Error {
    Error::Garbage { line: line.to_string(), reason: reason.to_owned(), seen: error::excerpt(seen) }
}

/// The three numbers of a version, without what may follow them.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(|part| part.split(|char: char| !char.is_ascii_digit()).next()?.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::*;

    /// A program that does what a script says.
    fn stand_in(folder: &Path, script: &str) -> Az {
        let program = folder.join("az");
        let written = fs::write(&program, format!("#!/bin/sh\n{script}\n"));
        written
            .and_then(|()| fs::set_permissions(&program, Permissions::from_mode(0o755)))
            .expect("a folder for tests");
        // Only what hangs on purpose is not waited for: a busy machine may take a while to start anything.
        let patience = Duration::from_millis(if script.contains("sleep") { 300 } else { 60_000 });
        Az { program, patience, version: String::new() }
    }

    #[track_caller]
    fn check_refused(script: &str, message: &str) {
        let folder = tempfile::tempdir().unwrap();
        let error = stand_in(folder.path(), script).check_version().unwrap_err();
        let told = format!("{error}\n{}", error.help());
        assert!(told.contains(message), "{script}: {told}");
    }

    #[test]
    fn a_new_program_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        for version in ["2.61.0", "2.91.0", "3.0.0", "2.100.0b1"] {
            stand_in(folder.path(), &format!(r#"echo '{{"azure-cli": "{version}"}}'"#)).check_version().unwrap();
        }
    }

    #[test]
    fn what_is_wrong_with_a_program_is_said() {
        check_refused(r#"echo '{"azure-cli": "2.60.9"}'"#, "`az` is version 2.60.9, and 2.61.0 is the oldest");
        check_refused(r#"echo '{"azure-cli": "2.60.9"}'"#, "az upgrade");
        check_refused("echo garbage", "`az version` answered what is not understood");
        check_refused("echo '{}'", "it has no version `azure-cli`");
        check_refused("echo 'cannot find python' >&2; exit 7", "`az version` failed (exit code 7): cannot find python");
        check_refused("exec sleep 60", "`az version` gave no answer within 300ms");
        check_refused("sleep 60", "`az version` gave no answer within 300ms");
        check_refused("kill -9 $$", "`az version` failed (signal 9)");
    }

    #[test]
    fn a_file_that_is_no_program_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let az = stand_in(folder.path(), "");
        fs::set_permissions(&az.program, Permissions::from_mode(0o644)).unwrap();
        let error = az.ask(&Line::new("version")).unwrap_err();
        assert!(error.to_string().contains("cannot be started"), "{error}");
    }

    #[test]
    fn words_arrive_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let az = stand_in(folder.path(), r#"printf '[%s]' "$@" >&2; exit 1"#);
        let line = Line::new("group exists").with("--name", "a 'b' \"c\" $(d) `e`\nf");
        let error = az.text(&line).unwrap_err().to_string();
        assert!(error.ends_with("[group][exists][--name][a 'b' \"c\" $(d) `e`\nf]"), "{error}");
    }
}
