//! One proof: whether it holds, what was seen, and what is likely wrong if it does not. It must not know how it is shown.

/// What came of one thing that was to be proven.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Proof {
    /// What is proven, in a clause.
    pub claim: &'static str,
    /// Whether it is so.
    pub holds: bool,
    /// What was seen.
    pub seen: String,
    /// What is likely the cause, where it is not so.
    pub cause: Option<String>,
}

impl Proof {
    pub(crate) fn holds(claim: &'static str, seen: impl Into<String>) -> Self {
        Self { claim, holds: true, seen: seen.into(), cause: None }
    }

    pub(crate) fn fails(claim: &'static str, seen: impl Into<String>, cause: impl Into<String>) -> Self {
        Self { claim, holds: false, seen: seen.into(), cause: Some(cause.into()) }
    }
}
