//! A type of the catalogue as data: its name, and how a tree becomes such a resource. It must not know which types there are.

use dsl::{Declaration, Expr, ReplayResource};

/// From a declaration and a tree of properties to a declaration with these properties, through the setters of a type.
type Replay = fn(Declaration, &Expr) -> Result<Declaration, String>;

/// A type of the catalogue.
pub(crate) struct Replayed {
    pub(crate) ty: &'static str,
    pub(crate) replay: Replay,
}

impl Replayed {
    pub(crate) fn of<T: ReplayResource>() -> Self {
        let replay = |declaration, tree: &Expr| Ok(T::replay(declaration, tree)?.declaration().clone());
        Replayed { ty: T::TYPE, replay }
    }
}
