//! What the author says about a statement besides what it is: comments, and what the official compiler must not report.
//! It must not know which kind of statement it is about.

use super::Suppression;
use crate::expr::Text;

/// Lines for the reader and codes for the compiler.
#[derive(Clone, Debug, Default)]
pub(crate) struct Remarks {
    /// The title of the part of the file that begins here.
    pub(crate) section: Option<Text>,
    pub(crate) comments: Vec<Text>,
    pub(crate) suppressions: Vec<Suppression>,
}

impl Remarks {
    pub(super) fn is_empty(&self) -> bool {
        self.section.is_none() && self.comments.is_empty() && self.suppressions.is_empty()
    }

    pub(super) fn comment(&mut self, text: Text) {
        self.comments.push(text);
    }

    pub(super) fn suppress(&mut self, code: Text, reason: Text) {
        self.suppressions.push(Suppression { code, reason });
    }

    /// Most nodes have none, and a graph holds very many nodes.
    pub(super) fn boxed(self) -> Option<Box<Remarks>> {
        (!self.is_empty()).then(|| Box::new(self))
    }
}

/// The two methods that every builder of a statement has.
macro_rules! remarks {
    ($($builder:ident<$($parameter:tt),*>)*) => {$(
        impl<$($parameter),*> $builder<$($parameter),*> {
            /// Puts a comment above the statement: `// …`, one for each line of the text.
            pub fn comment(mut self, text: impl Into<$crate::Text>) -> Self {
                self.remarks.comment(text.into());
                self
            }

            /// Has the official compiler or linter say nothing of a rule that is wrong here, for a reason, which is printed:
            /// `.suppress("no-hardcoded-outputs", "the address never changes")`.
            pub fn suppress(mut self, code: impl Into<$crate::Text>, reason: impl Into<$crate::Text>) -> Self {
                self.remarks.suppress(code.into(), reason.into());
                self
            }
        }
    )*};
}

pub(super) use remarks;
