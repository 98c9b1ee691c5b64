//! Makes the call from here, where nobody may make it, by `curl`. It must not judge what comes back.

use std::io::{self, Write};
use std::process::{Command, Output, Stdio};

use ::verify::{Call, Question, RESOURCE};

use crate::az::Az;
use crate::deploy::Target;
use crate::session::Session;

/// A token of whoever is logged in, so that the call lacks nothing but the way; without it, the way is refused all the same.
pub(super) fn token(session: &mut Session, az: &Az, target: &Target) -> Option<String> {
    let answer = az.ask(&target.token(RESOURCE)).ok()?;
    let token = answer["accessToken"].as_str()?.to_owned();
    session.hide(vec![token.clone()]);
    Some(token)
}

/// What comes of the call.
pub(super) fn call(question: &Question, token: Option<&str>) -> Call {
    match run(question, token) {
        Err(error) => Call::Impossible(format!("curl cannot be started: {error}")),
        Ok(output) => read(&output),
    }
}

/// The headers go over a pipe: arguments can be seen by others.
fn run(question: &Question, token: Option<&str>) -> io::Result<Output> {
    let mut command = Command::new("curl");
    command.args(["--config", "-", "--silent", "--show-error", "--max-time", "30", "--write-out", "\n%{http_code}"]);
    command.args(["--header", "Content-Type: application/json", "--data", &question.body(), &question.url()]);
    let mut curl = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let header = token.map(|token| format!("header = \"Authorization: Bearer {token}\"\n")).unwrap_or_default();
    if let Some(mut stdin) = curl.stdin.take() {
        // One that has ended before says why by its own words.
        stdin.write_all(header.as_bytes()).ok();
    }
    curl.wait_with_output()
}

/// The answer stands before its status.
fn read(output: &Output) -> Call {
    let text = String::from_utf8_lossy(&output.stdout);
    let (body, status) = text.rsplit_once('\n').unwrap_or(("", &text));
    match status.trim().parse() {
        Ok(status) if status > 0 => Call::Answered(status, short(body)),
        _ => Call::Unanswered(short(&String::from_utf8_lossy(&output.stderr))),
    }
}

fn short(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect()
}
