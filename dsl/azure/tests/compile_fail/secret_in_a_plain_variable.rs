//! A secure param is given to a variable that everybody may read.

use azure::prelude::*;

fn build(app: ContainerApp, token: &Param<Secret<String>>) {
    let _ = app.variable("TOKEN", token);
}

fn main() {}
