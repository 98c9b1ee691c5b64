//! A role assignment is locked.

use azure::authorization::RoleAssignment;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, assignment: &Resource<RoleAssignment>) {
    assignment.lock(g, "lock", Lock::CanNotDelete).describe("Nobody takes the role away.");
}

fn main() {}
