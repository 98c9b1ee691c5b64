//! All tests of the command line, in one program: it is linked once.
#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

mod azd;
mod call;
mod commands;
mod common;
mod completions;
#[cfg(unix)]
mod deploy;
#[cfg(unix)]
mod destroy;
mod diff;
#[cfg(unix)]
mod doctor;
mod findings;
mod generate;
mod graph;
mod lint;
#[cfg(unix)]
mod machine;
#[cfg(unix)]
mod makefile;
#[cfg(unix)]
mod new;
mod pipelines;
#[cfg(unix)]
mod real_az;
mod review;
mod specs;
#[cfg(unix)]
mod variables;
#[cfg(unix)]
mod verify;
mod wrong;
