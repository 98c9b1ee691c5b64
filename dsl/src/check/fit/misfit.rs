//! What does not fit, and where inside a value that is. It must not know types.

use std::fmt;

/// A part of a value that does not fit.
pub(in crate::check) struct Misfit {
    /// The steps to it: `[0].name`; nothing for the whole.
    pub(in crate::check) path: String,
    /// What is wrong, in a clause that follows the name of what gets the value.
    pub(in crate::check) what: String,
    /// What to do.
    pub(in crate::check) help: String,
}

/// The steps from a value to a part of it.
pub(super) enum Path<'p> {
    Whole,
    Property(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Whole => Ok(()),
            Path::Property(outer, name) => write!(f, "{outer}.{name}"),
            Path::Item(outer, index) => write!(f, "{outer}[{index}]"),
        }
    }
}

/// `1 item`, `2 items`
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
