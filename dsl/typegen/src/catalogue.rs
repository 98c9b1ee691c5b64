//! What the catalogue holds, and where it lies. It must not know how a type is written in Rust.

mod files;
mod list;

use std::env;
use std::path::PathBuf;

use anyhow::Context;
use clap::ArgMatches;

use self::files::feature;
pub(crate) use self::files::{files, generated};
pub(crate) use self::list::List;

/// The package that the catalogue is a part of, seen from the root.
const PACKAGE: &str = "dsl/azure";
/// The list, seen from the package: a type and its version a line.
const LIST: &str = "catalogue.txt";

/// The package that the command line names, or that of the repository that the working directory is in.
pub(crate) fn package(matches: &ArgMatches) -> anyhow::Result<PathBuf> {
    if let Some(package) = matches.get_one::<PathBuf>("package") {
        return Ok(package.clone());
    }
    let here = env::current_dir().context("cannot tell what the working directory is")?;
    let root = here.ancestors().find(|folder| folder.join(PACKAGE).join(LIST).is_file());
    Ok(root.context("the working directory is not in the repository: go there")?.join(PACKAGE))
}
