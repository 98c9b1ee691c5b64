//! What Bicep calls the type of an output of a module, as far as the Rust type says it: that of an object says nothing. It must
//! not know what is done with it.

use std::marker::PhantomData;

use crate::types::{Declare, Type};

/// The type of an output, and whether it is a secret.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub(crate) ty: Type,
    pub(crate) secure: bool,
}

/// Asks for a type: by a method that some types have by themselves, and all others by reference.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Ask<T>(PhantomData<fn() -> T>);

impl<T> Ask<T> {
    /// Of this type.
    #[allow(clippy::new_without_default, reason = "it is only asked by a macro")]
    pub const fn new() -> Self {
        Ask(PhantomData)
    }
}

/// Of types that params can have.
#[doc(hidden)]
pub trait Declared {
    /// Its type, unless that is declared under a name: the file of the module does that.
    fn given(&self) -> Option<Given>;
}

impl<T: Declare> Declared for Ask<T> {
    fn given(&self) -> Option<Given> {
        let ty = T::declare();
        let mut names = 0;
        ty.for_each_name(&mut |_| names += 1);
        (names == 0).then_some(Given { ty, secure: T::SECURE })
    }
}

/// Of all others.
#[doc(hidden)]
pub trait Undeclared {
    /// Nothing is known of it.
    fn given(&self) -> Option<Given>;
}

impl<T> Undeclared for &Ask<T> {
    fn given(&self) -> Option<Given> {
        None
    }
}
