//! A change as a unified diff. It must not know where the two texts come from.

use similar::TextDiff;

use crate::plan::Change;

/// From what the file holds to what it should hold; nothing when that is the same.
pub(crate) fn unified(change: &Change) -> String {
    let path = change.path.display().to_string();
    let name = |exists: bool| if exists { path.as_str() } else { "/dev/null" };
    let old = String::from_utf8_lossy(change.old.as_deref().unwrap_or_default());
    let new = change.new.unwrap_or_default();
    TextDiff::from_lines(old.as_ref(), new)
        .unified_diff()
        .header(name(change.old.is_some()), name(change.new.is_some()))
        .to_string()
}
