//! `Microsoft.Authorization`: who may do what.

mod role_assignment;

pub use self::role_assignment::*;
