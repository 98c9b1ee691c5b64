//! What can be changed about every construct before it is added: its main resource, and what checks would find about it. It
//! must not know any construct.

use dsl::{Accepts, Check, Text};
#[allow(unused_imports, reason = "there are constructs only with the features of their providers")]
use dsl::{Expr, ResourceBody};

/// What every construct can be told besides its own words, before it is added: `.adjust(…)` and `.allow(…)`.
///
/// ```
/// # #[cfg(feature = "key-vault")] {
/// use azure::check::UNGRANTED;
/// use azure::prelude::*;
///
/// let mut g = Graph::<ResourceGroup>::new();
/// KeyVault::new("kv-contoso", "japaneast")
///     .adjust(|vault| vault.tags([("team", "data")])) // all defaults stay
///     .allow(UNGRANTED, "readers are granted roles by the platform team")
///     .add(&mut g, "vault");
/// # }
/// ```
pub trait Construct: Sized {
    /// The type of its main resource.
    type Resource: Accepts + Clone;

    /// Its main resource, as far as it is known by now.
    #[doc(hidden)]
    fn main(&mut self) -> &mut Self::Resource;

    /// With changes to its main resource, such as tags, or a property that no word of its own is for. What is not changed stays
    /// as the construct has it; of two words about one property the last one counts.
    ///
    /// Where a construct adds several resources, the others have a word each that begins like this one: `.adjust_plan(…)`.
    #[must_use]
    fn adjust(mut self, change: impl FnOnce(Self::Resource) -> Self::Resource) -> Self {
        let main = self.main();
        *main = change(main.clone());
        self
    }

    /// Accepts what a check would find about its main resource, for a reason that the review card shows.
    #[must_use]
    fn allow(self, check: Check, reason: impl Into<Text>) -> Self {
        self.adjust(|main| main.accept(check, reason))
    }
}

/// Setting a property by its path, for the words of constructs.
#[allow(dead_code, reason = "there are constructs only with the features of their providers")]
pub(super) trait Sets: Construct<Resource: ResourceBody> {
    fn set(self, path: &str, value: impl Into<Expr>) -> Self {
        self.adjust(|main| main.set_property(path, value))
    }
}

impl<C: Construct<Resource: ResourceBody>> Sets for C {}
