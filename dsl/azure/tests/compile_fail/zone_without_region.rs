//! A zone of which each region has its own is made without a region.


use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>) {
    Zone::new(zone::ContainerApps).add(g, "zone");
}

fn main() {}
