//! One zone is made for a service whose endpoints register in several.

use azure::insights::PrivateLinkScope;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, scope: &Resource<PrivateLinkScope>) {
    Zone::of(scope).add(g, "zone");
}

fn main() {}
