//! How an error reads and what a script sees of it. It must not know any command.

use crate::Exit;

/// The error, and one line for each cause.
pub(crate) fn describe(error: &anyhow::Error) -> String {
    let causes = error.chain().skip(1).map(|cause| format!("\n  caused by: {cause}"));
    format!("error: {error}{}", causes.collect::<String>())
}

/// A name that does not exist is a mistake in the command line.
pub(crate) fn exit(error: &anyhow::Error) -> Exit {
    match error.downcast_ref() {
        Some(types::Error::NotFound(_)) => Exit::Usage,
        _ => Exit::Failure,
    }
}
