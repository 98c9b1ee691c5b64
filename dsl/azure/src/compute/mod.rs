//! `Microsoft.Compute`: virtual machines.

mod virtual_machine;
mod virtual_machine_profiles;

pub use self::virtual_machine::*;
pub use self::virtual_machine_profiles::*;
