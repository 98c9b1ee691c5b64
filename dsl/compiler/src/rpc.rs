//! One compiler process and its requests, one at a time; it must not know what the methods mean.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;
use std::{env, io, thread};

use serde_json::{Value, json};

use crate::{Error, frame};

/// The compiler is a .NET program and does not start where the ICU libraries are missing, unless it is told so.
const INVARIANT: &str = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

/// A conversation over the standard streams of a child process, which lives as long as this value.
#[derive(Debug)]
pub(crate) struct Rpc {
    program: PathBuf,
    child: Child,
    stdin: ChildStdin,
    answers: Receiver<Result<Value, String>>,
    /// A file rather than a pipe: nobody has to empty it while an answer is awaited.
    stderr: File,
    patience: Duration,
    requests: u64,
    intact: bool,
}

impl Rpc {
    /// Starts the program; a request that is not answered within `patience` is an error.
    pub(crate) fn start(program: &Path, patience: Duration) -> Result<Self, Error> {
        Self::spawn(program, patience).map_err(|reason| Error::Start { program: program.to_owned(), reason })
    }

    fn spawn(program: &Path, patience: Duration) -> io::Result<Self> {
        let stderr = tempfile::tempfile()?;
        let mut command = Command::new(program);
        command.args(["jsonrpc", "--stdio"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(stderr.try_clone()?);
        if env::var_os(INVARIANT).is_none() {
            command.env(INVARIANT, "1");
        }

        let mut child = command.spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (stdin, stdout) = pipes.ok_or(io::ErrorKind::BrokenPipe)?;
        let answers = listen(stdout)?;
        Ok(Self { program: program.to_owned(), child, stdin, answers, stderr, patience, requests: 0, intact: true })
    }

    /// Whether another request makes sense: nothing has gone wrong so far but what the compiler itself reported.
    pub(crate) fn is_intact(&self) -> bool {
        self.intact
    }

    /// Sends a request with one object as its parameters, and waits for its result.
    pub(crate) fn request(&mut self, method: &str, params: &Value) -> Result<Value, Error> {
        let mut answer = self.exchange(method, params).map_err(|reason| self.broken(&reason))?;
        if let Some(error) = answer.get("error") {
            return Err(Error::Failed { method: method.to_owned(), message: describe(error) });
        }
        answer.get_mut("result").map(Value::take).ok_or_else(|| Error::Unexpected {
            method: method.to_owned(),
            reason: format!("neither result nor error in `{}`", frame::excerpt(answer.to_string().as_bytes())),
        })
    }

    fn exchange(&mut self, method: &str, params: &Value) -> Result<Value, String> {
        self.requests += 1;
        let id = self.requests;
        // A child that no longer reads has ended, and what it wrote last says more about it than the broken pipe does.
        frame::write(&mut self.stdin, &json!({"jsonrpc": "2.0", "id": id, "method": method, "params": [params]})).ok();
        let answer = self.answers.recv_timeout(self.patience).map_err(|error| match error {
            RecvTimeoutError::Timeout => format!("it gave no answer within {:?}", self.patience),
            RecvTimeoutError::Disconnected => "it has already ended".to_owned(),
        })??;
        if answer["id"] == id { Ok(answer) } else { Err(format!("it answered {}, not request {id}", answer["id"])) }
    }

    fn broken(&mut self, reason: &str) -> Error {
        self.intact = false;
        let reason = format!("{reason} ({})", self.end());
        let mut stderr = Vec::new();
        // The words of a program that has failed are a help, not a duty: without them the error is still complete.
        self.stderr.rewind().and_then(|()| self.stderr.read_to_end(&mut stderr)).ok();
        Error::Broken { program: self.program.clone(), reason, stderr: frame::excerpt(&stderr) }
    }

    /// Lets the child end by itself for a moment, so that its own exit status is seen and not that of being killed.
    fn end(&mut self) -> String {
        for _ in 0..50 {
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.to_string();
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.kill();
        "it was still running and has been killed".to_owned()
    }

    fn kill(&mut self) {
        // Both fail only if the child has already ended, which is what they are for.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Drop for Rpc {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Reads on a thread of its own: a pipe cannot be read with a time limit, a channel can. It ends with the child.
fn listen(stdout: ChildStdout) -> io::Result<Receiver<Result<Value, String>>> {
    let (sender, answers) = mpsc::channel();
    thread::Builder::new().spawn(move || {
        let mut stdout = BufReader::new(stdout);
        loop {
            let answer = frame::read(&mut stdout);
            let last = answer.is_err();
            if sender.send(answer).is_err() || last {
                return;
            }
        }
    })?;
    Ok(answers)
}

fn describe(error: &Value) -> String {
    let message = error["message"].as_str().unwrap_or("no message");
    match error["data"]["type"].as_str() {
        Some(kind) => format!("{message} [{kind}]"),
        None => message.to_owned(),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn silence_is_an_error_in_time() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("bicep");
        fs::write(&program, "#!/bin/sh\nexec sleep 60\n").unwrap();
        fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();

        let mut rpc = Rpc::start(&program, Duration::from_millis(50)).unwrap();
        let error = rpc.request("bicep/version", &json!({})).unwrap_err().to_string();
        assert!(error.contains("it gave no answer within 50ms (it was still running and has been killed)"), "{error}");
        assert!(!rpc.is_intact());
        let error = rpc.request("bicep/version", &json!({})).unwrap_err().to_string();
        assert!(error.contains("it ended without an answer"), "{error}");
        let error = rpc.request("bicep/version", &json!({})).unwrap_err().to_string();
        assert!(error.contains("it has already ended"), "{error}");
    }
}
