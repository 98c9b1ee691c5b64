//! A parameter set that gives a value to a var, and to a name that is no param.

use azure::prelude::*;

fn wire(g: &mut Graph<ResourceGroup>, suffix: &Var<String>) {
    g.parameter_set("main").value(suffix, "dev").value("prefix", "dev");
}

fn main() {}
