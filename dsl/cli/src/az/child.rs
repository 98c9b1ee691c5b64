//! One run of a program to its end: its streams, its time, and what becomes of it when the user wants to stop. It must not
//! know which program it is.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::{Error, Line, interrupt};

/// How often it is looked whether anything has to be done.
const TICK: Duration = Duration::from_millis(50);

/// How long a program may tidy up after it was asked to end.
const GRACE: Duration = Duration::from_secs(10);

/// Somebody who looks at a program while it runs.
pub(crate) trait Watch {
    /// A line that it wrote to standard error.
    fn line(&mut self, _line: &str) {}

    /// Time has passed; how much since the start.
    fn tick(&mut self, _since: Duration) {}
}

/// What is left of a program that has ended well.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) stdout: String,
}

/// Why there is nothing.
pub(super) enum Failure {
    Start(io::Error),
    Failed(String, String),
    Hanging(Duration),
    Interrupted,
}

impl Failure {
    pub(super) fn of(self, program: &Path, line: &Line) -> Error {
        let line = line.to_string();
        match self {
            Self::Start(reason) => Error::Start { program: program.to_owned(), reason },
            Self::Failed(how, stderr) => Error::Failed { line, how, stderr },
            Self::Hanging(patience) => Error::Hanging { line, patience },
            Self::Interrupted => Error::Interrupted { line },
        }
    }
}

/// Runs a program that reads nothing. Words go to it as they are.
pub(super) fn run(
    program: &Path,
    words: impl Iterator<Item = OsString>,
    patience: Option<Duration>,
    watch: &mut dyn Watch,
) -> Result<Ended, Failure> {
    interrupt::listen();
    if interrupt::is_interrupted() {
        return Err(Failure::Interrupted);
    }
    let mut child = spawn(program, words).map_err(Failure::Start)?;
    let pipes = listen(&mut child).map_err(Failure::Start)?;
    let mut run = Run {
        child,
        pipes,
        patience,
        start: Instant::now(),
        asked: None,
        stdout: String::new(),
        stderr: String::new(),
    };
    let status = run.attend(watch)?;
    if status.success() {
        Ok(Ended { stdout: run.stdout })
    } else {
        Err(Failure::Failed(described(status), run.stderr))
    }
}

fn spawn(program: &Path, words: impl Iterator<Item = OsString>) -> io::Result<Child> {
    let mut command = Command::new(program);
    // Nothing is asked for: whatever needs an answer has an option, and a question would wait for ever.
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env("AZURE_EXTENSION_USE_DYNAMIC_INSTALL", "no");
    // In a group of its own, so that Ctrl-C comes to it once, from here, and also where only this process was asked.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

enum Piece {
    Stdout(String),
    Stderr(String),
}

/// A pipe has no time limit, a channel has one: each stream is read by a thread, which ends with the stream.
fn listen(child: &mut Child) -> io::Result<Receiver<Piece>> {
    let (sender, pieces) = mpsc::channel();
    let streams = child.stdout.take().zip(child.stderr.take());
    let (stdout, stderr) = streams.ok_or(io::ErrorKind::BrokenPipe)?;
    forward(stdout, sender.clone(), Piece::Stdout)?;
    forward(stderr, sender, Piece::Stderr)?;
    Ok(pieces)
}

fn forward(stream: impl Read + Send + 'static, sender: Sender<Piece>, piece: fn(String) -> Piece) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut next = move || {
        let mut line = Vec::new();
        matches!(stream.read_until(b'\n', &mut line), Ok(1..)).then(|| String::from_utf8_lossy(&line).into_owned())
    };
    let work = move || while next().is_some_and(|line| sender.send(piece(line)).is_ok()) {};
    thread::Builder::new().spawn(work).map(drop)
}

struct Run {
    child: Child,
    pipes: Receiver<Piece>,
    patience: Option<Duration>,
    start: Instant,
    /// When it was asked to end, and how often the user had wanted so by then.
    asked: Option<(Instant, usize)>,
    stdout: String,
    stderr: String,
}

impl Run {
    /// Waits for the end, whatever brings it about.
    fn attend(&mut self, watch: &mut dyn Watch) -> Result<ExitStatus, Failure> {
        loop {
            match self.pipes.recv_timeout(TICK) {
                Ok(Piece::Stdout(text)) => self.stdout.push_str(&text),
                Ok(Piece::Stderr(text)) => {
                    watch.line(text.trim_end());
                    self.stderr.push_str(&text);
                }
                Err(RecvTimeoutError::Disconnected) => return self.end(),
                Err(RecvTimeoutError::Timeout) => watch.tick(self.start.elapsed()),
            }
            self.look_at_the_clock()?;
            self.look_for_interrupts();
            // What it has started itself may go on and keep the streams open: nobody waits for that.
            if self.asked.is_some() && !matches!(self.child.try_wait(), Ok(None)) {
                return self.end();
            }
        }
    }

    /// Both streams are closed; a program that goes on without them is waited for.
    fn end(&mut self) -> Result<ExitStatus, Failure> {
        loop {
            let status = self.child.try_wait().map_err(Failure::Start)?;
            match status {
                Some(_) if self.asked.is_some() => return Err(Failure::Interrupted),
                Some(status) => return Ok(status),
                None => thread::sleep(TICK),
            }
            self.look_at_the_clock()?;
            self.look_for_interrupts();
        }
    }

    fn look_at_the_clock(&mut self) -> Result<(), Failure> {
        match self.patience.filter(|patience| self.start.elapsed() > *patience) {
            Some(patience) => {
                kill(&mut self.child);
                Err(Failure::Hanging(patience))
            }
            None => Ok(()),
        }
    }

    /// The first request goes on to the program; it is killed by a second one, or when it takes too long.
    fn look_for_interrupts(&mut self) {
        let requests = interrupt::requests();
        match self.asked {
            None if requests > 0 => {
                ask_to_end(&mut self.child);
                self.asked = Some((Instant::now(), requests));
            }
            Some((when, before)) if requests > before || when.elapsed() > GRACE => kill(&mut self.child),
            _ => {}
        }
    }
}

#[cfg(unix)]
fn signal(child: &Child, signal: rustix::process::Signal) {
    // To the whole group, for `az` is a script around the program. It fails only where all of it has ended.
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        rustix::process::kill_process_group(group, signal).ok();
    }
}

#[cfg(unix)]
fn ask_to_end(child: &mut Child) {
    signal(child, rustix::process::Signal::INT);
}

#[cfg(unix)]
fn kill(child: &mut Child) {
    signal(child, rustix::process::Signal::KILL);
    child.wait().ok();
}

/// The console has told it already.
#[cfg(not(unix))]
fn ask_to_end(_: &mut Child) {}

#[cfg(not(unix))]
fn kill(child: &mut Child) {
    child.kill().and_then(|()| child.wait()).ok();
}

fn described(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("signal {signal}");
    }
    status.code().map_or_else(|| status.to_string(), |code| format!("exit code {code}"))
}
