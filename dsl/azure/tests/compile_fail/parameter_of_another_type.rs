//! A parameter set gives a number to a param of texts.

use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, prefix: &Param<String>) {
    g.parameter_set("main").value(prefix, 42);
}

fn main() {}
