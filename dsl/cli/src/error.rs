//! How an error reads: what failed, why, and what to do. It must not know any command.

use std::error::Error;
use std::io::{self, ErrorKind};

use crate::az;

/// The error, one line for each cause, and a line of help where the cause is one that the user can mend.
pub(crate) fn describe(error: &anyhow::Error) -> String {
    let causes = error.chain().skip(1).map(|cause| format!("\n  caused by: {cause}"));
    let help = error.chain().find_map(help).map(|help| format!("\n  help: {help}"));
    format!("error: {error}{}", causes.chain(help).collect::<String>())
}

fn help(cause: &(dyn Error + 'static)) -> Option<String> {
    let of_az = cause.downcast_ref::<az::Error>().map(az::Error::help);
    of_az.or_else(|| of_disk(cause).map(str::to_owned))
}

fn of_disk(cause: &(dyn Error + 'static)) -> Option<&'static str> {
    match cause.downcast_ref::<io::Error>()?.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some("free some space, then run the same command again"),
        ErrorKind::NotADirectory | ErrorKind::IsADirectory | ErrorKind::AlreadyExists => {
            Some("a file stands where a folder is needed, or a folder where a file is: move it out of the way")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::NotFound => {
            Some("make the folder writable, or choose another one with `generate --out-dir DIR`")
        }
        _ => None,
    }
}
