//! What is written about a check, for `explain` and for reports. The pages of checks that share their code stand here, one
//! file each; all others stand with their checks. It must not know how a page is printed.

pub(super) mod duplicate_key;
pub(super) mod interpolation;
pub(super) mod invalid_code;
pub(super) mod invalid_value;
pub(super) mod literal_length;
pub(super) mod loop_element;
pub(super) mod loop_name;
pub(super) mod loop_place;
pub(super) mod loop_variable;
pub(super) mod missing_property;
pub(super) mod missing_reason;
pub(super) mod needless_allowance;
pub(super) mod nested_loop;
pub(super) mod out_of_bounds;
pub(super) mod read_only_property;
pub(super) mod secret_literal;
pub(super) mod unknown_property;
pub(super) mod unknown_type;
pub(super) mod unlikely_value;
pub(super) mod value_not_allowed;
pub(super) mod wrong_scope;
pub(super) mod wrong_type;

mod example;

pub use self::example::Example;

/// What findings of a check mean for the Bicep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is printed: the Bicep would be invalid, or deploy what nobody wants.
    Error,
    /// It is shown, and the Bicep is printed all the same: nothing in it is wrong.
    Warning,
}

impl Severity {
    /// The word that findings begin with: `error`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// The page of a check.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// What findings show, and allowances name: small letters with hyphens.
    pub id: &'static str,
    /// What its findings mean for the Bicep.
    pub severity: Severity,
    /// What it finds, in one sentence.
    pub summary: &'static str,
    /// Why that matters, in a few sentences.
    pub why: &'static str,
    /// What to do, as a clause in small letters without a full stop. Findings show it unless they know better.
    pub help: &'static str,
    /// What `.allow(…)` takes, as scenarios write it; nothing if no reason helps.
    pub constant: Option<&'static str>,
    /// A graph in which it finds something, and no other check does.
    pub wrong: Example,
    /// Nearly the same graph, in which no check finds anything.
    pub right: Example,
}
