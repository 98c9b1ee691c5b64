//! A check as a value: what findings, allowances and rules name it by. It must not know what a check looks at.

use std::fmt;

use super::{Page, Severity, api_version, exposed_secret, page, template_limit, unset_identity};

/// A check, by the page that says what it finds.
#[derive(Clone, Copy)]
pub struct Check(&'static Page);

impl Check {
    /// A check with its page. Two checks never share an id.
    pub const fn new(page: &'static Page) -> Self {
        Check(page)
    }

    /// The id that its findings show: `unknown-type`.
    pub fn id(self) -> &'static str {
        self.0.id
    }

    /// What its findings mean for the Bicep.
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// What is written about it.
    pub fn page(self) -> &'static Page {
        self.0
    }

    /// The checks that every graph goes through, sorted by id. A catalogue may bring more.
    pub fn all() -> Vec<Check> {
        let lists = super::CHECKS.iter().map(|(checks, _)| *checks);
        let mut checks: Vec<_> =
            lists.chain([super::shape::CHECKS, super::allowance::CHECKS]).flatten().copied().collect();
        checks.sort_by_key(|check| check.id());
        checks
    }

    /// A type or version of a resource that Azure's data does not have: one in private preview, say.
    pub const UNKNOWN_TYPE: Check = page::unknown_type::CHECK;
    /// A property that Azure's data does not have.
    pub const UNKNOWN_PROPERTY: Check = page::unknown_property::CHECK;
    /// A property that Azure's data requires is not set.
    pub const MISSING_PROPERTY: Check = page::missing_property::CHECK;
    /// A value of another kind than the property takes: a text for a number.
    pub const WRONG_TYPE: Check = page::wrong_type::CHECK;
    /// A text that is none of those that the property takes.
    pub const VALUE_NOT_ALLOWED: Check = page::value_not_allowed::CHECK;
    /// A property that can only be read is set.
    pub const READ_ONLY_PROPERTY: Check = page::read_only_property::CHECK;
    /// A text or list that is too short or too long, a number that is too small or too great, a text of other characters.
    pub const OUT_OF_BOUNDS: Check = page::out_of_bounds::CHECK;
    /// A resource where Azure does not keep its type. What the official compiler refuses cannot be allowed.
    pub const WRONG_SCOPE: Check = page::wrong_scope::CHECK;
    /// A text that is nearly, but not quite, one of the values that Azure's data knows.
    pub const UNLIKELY_VALUE: Check = page::unlikely_value::CHECK;
    /// A secret that is written out.
    pub const SECRET_LITERAL: Check = page::secret_literal::CHECK;
    /// The identity of a resource is read that has none.
    pub const UNSET_IDENTITY: Check = unset_identity::CHECK;
    /// A secret in a name or in tags, which everybody sees.
    pub const EXPOSED_SECRET: Check = exposed_secret::CHECK;
    /// More than Azure takes in one template.
    pub const TEMPLATE_LIMIT: Check = template_limit::CHECK;
    /// An API version that is a preview, while a stable one is there.
    pub const PREVIEW_VERSION: Check = api_version::PREVIEW;
    /// An API version that is more than two years older than the newest one.
    pub const OUTDATED_VERSION: Check = api_version::OUTDATED;
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Check {}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Check").field(&self.id()).finish()
    }
}
