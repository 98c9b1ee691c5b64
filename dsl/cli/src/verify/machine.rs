//! Runs a script inside of a virtual machine, by `az vm run-command`. It must not know what the script does.

use std::time::Duration;

use anyhow::Context;
use tempfile::NamedTempFile;
use terminal::file;

use crate::az::{Az, Error, Watch};
use crate::deploy::Target;
use crate::session::Session;

/// How often it is said that nothing has happened.
const SILENCE: Duration = Duration::from_secs(30);

/// What a script prints, standard error included.
pub(super) fn run(
    session: &mut Session,
    az: &Az,
    target: &Target,
    (machine, script): (&str, &str),
) -> anyhow::Result<String> {
    let path = NamedTempFile::with_prefix("verify-").context("cannot make a temporary file")?.into_temp_path();
    file::replace(&path, script.as_bytes())?;
    let answer = az.work(&target.run_in(machine, &path), &mut Patience { session, spoken: Duration::ZERO });
    if matches!(answer, Err(Error::Interrupted { .. })) {
        session.note("the script goes on in the machine until it has seen or waited enough; it changes nothing");
    }
    let answer = answer?;
    let messages = answer["value"].as_array().into_iter().flatten().filter_map(|it| it["message"].as_str());
    let output = messages.collect::<Vec<_>>().join("\n");
    if !output.contains("FACT ") {
        let seen = if output.is_empty() { answer.to_string() } else { output };
        anyhow::bail!("the script has told nothing; the machine says: {}", tail(&seen));
    }
    Ok(output)
}

/// The end of a text that may be long.
fn tail(text: &str) -> String {
    let chars: Vec<_> = text.trim().chars().collect();
    chars[chars.len().saturating_sub(500)..].iter().collect()
}

/// Says now and then that it still waits.
struct Patience<'p, 's> {
    session: &'p mut Session<'s>,
    spoken: Duration,
}

impl Watch for Patience<'_, '_> {
    fn tick(&mut self, since: Duration) {
        if since.saturating_sub(self.spoken) > SILENCE {
            self.session.note(format_args!("  … {} s", since.as_secs()));
            self.spoken = since;
        }
    }
}
