//! Which resource a machine becomes: one of its own, or a scale set of such. It must not know what else it is given.

use dsl::{ResourceBody, Value};

use super::{Instances, Linux, Windows};
use crate::compute::{VirtualMachine, VirtualMachineScaleSet};

/// What a [`MachineBuilder`](super::MachineBuilder) makes: a machine with [`Linux`] or [`Windows`], or [`Instances`] of such.
pub trait MachineKind {
    /// The type of its main resource.
    type Resource: ResourceBody + Clone;

    #[doc(hidden)]
    fn resource(name: &Value<String>, location: &Value<String>) -> Self::Resource;
}

macro_rules! kinds {
    ($($kind:ty $([$($parameter:ident),*])? = $resource:ident;)*) => {$(
        impl$(<$($parameter),*>)? MachineKind for $kind {
            type Resource = $resource;

            fn resource(name: &Value<String>, location: &Value<String>) -> $resource {
                $resource::new(name, location)
            }
        }
    )*};
}

kinds! {
    Linux = VirtualMachine;
    Windows = VirtualMachine;
    Instances<O, M> [O, M] = VirtualMachineScaleSet;
}
