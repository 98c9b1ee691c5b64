//! Comments and pragmas that tell the official compiler what is accepted, and the reader why.

use crate::check::Silence;

/// Lines of comments, and the codes that the pragma below them names; neither if nothing is accepted.
#[derive(Default)]
pub(super) struct Pragma<'i> {
    pub(super) comments: Vec<&'i str>,
    pub(super) codes: Option<String>,
}

impl<'i> Pragma<'i> {
    pub(super) fn of(silence: &Silence<'i>) -> Self {
        let codes: Vec<_> = silence.codes.iter().copied().collect();
        Pragma {
            comments: silence.reasons.iter().flat_map(|reason| lines(reason)).collect(),
            codes: (!codes.is_empty()).then(|| codes.join(" ")),
        }
    }
}

/// The lines of a reason, wherever the formatter would break it.
pub(super) fn lines(reason: &str) -> impl Iterator<Item = &str> {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    reason.split(breaks).map(str::trim).filter(|line| !line.is_empty())
}
