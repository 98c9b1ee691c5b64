//! Where generated files go when nobody says where, and where sources are. It must not know what is written there.

use std::env;
use std::iter::repeat_n;
use std::path::{Path, PathBuf};

/// `generated` beside the nearest `Cargo.lock` above the working directory, or else in the working directory itself.
///
/// The path is relative to the working directory, so that messages are short and the same on every machine.
pub(crate) fn output_folder(working_directory: &Path) -> PathBuf {
    let is_root = |folder: &Path| folder.join("Cargo.lock").is_file();
    let levels_up = working_directory.ancestors().position(is_root).unwrap_or(0);
    repeat_n("..", levels_up).chain(["generated"]).collect()
}

/// The folder of the nearest `Cargo.lock` above the working directory, or that directory itself: places of findings are
/// relative to it.
pub(crate) fn folder() -> PathBuf {
    let working_directory = env::current_dir().unwrap_or_default();
    output_folder(&working_directory).parent().map_or(working_directory.clone(), |up| working_directory.join(up))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_nearest_lock_file_marks_the_root() {
        let outer = tempfile::tempdir().unwrap();
        let inner = outer.path().join("a/b/c");
        fs::create_dir_all(&inner).unwrap();
        assert_eq!(output_folder(&inner), Path::new("generated"), "no lock file at all");

        fs::write(outer.path().join("Cargo.lock"), "").unwrap();
        assert_eq!(output_folder(outer.path()), Path::new("generated"));
        assert_eq!(output_folder(&inner), Path::new("../../../generated"));

        fs::write(outer.path().join("a/b/Cargo.lock"), "").unwrap();
        assert_eq!(output_folder(&inner), Path::new("../generated"), "the nearest wins");
    }
}
