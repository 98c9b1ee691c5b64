//! People are to log in with Microsoft Entra on a machine without the identity that this needs.

use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, vm: &Machine<UserAssigned>) {
    vm.entra_login(g, "vmEntraLogin");
}

fn main() {}
