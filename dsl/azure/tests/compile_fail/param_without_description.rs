//! A param is begun and never completed by its description.

#![deny(unused_must_use)]

use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>) {
    g.param("prefix").default("aoai");
}

fn main() {}
