//! Reads the answer to a question from the terminal, and notices Ctrl-C meanwhile. It must not know what is asked.

use std::io;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::Context;

use crate::az::is_interrupted;

const TICK: Duration = Duration::from_millis(50);

/// Whether the answer is yes. No answer at all is none.
pub(crate) fn is_yes() -> anyhow::Result<bool> {
    let (sender, answers) = mpsc::channel();
    let read = move || {
        let mut answer = String::new();
        sender.send(io::stdin().read_line(&mut answer).map(|_| answer)).ok();
    };
    // Reading cannot be ended from here: where nobody answers any more, the thread ends with the program.
    thread::Builder::new().spawn(read).context("cannot wait for an answer")?;
    loop {
        match answers.recv_timeout(TICK) {
            Ok(answer) => return Ok(means_yes(&answer.context("cannot read the answer")?)),
            Err(RecvTimeoutError::Timeout) if !is_interrupted() => {}
            Err(_) => return Ok(false),
        }
    }
}

fn means_yes(answer: &str) -> bool {
    ["y", "yes"].contains(&answer.trim().to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::means_yes;

    #[test]
    fn only_yes_is_yes() {
        assert!(["y\n", "YES\n", " yes "].into_iter().all(means_yes));
        assert!(!["\n", "", "n", "yesterday"].into_iter().any(means_yes));
    }
}
