//! A secure param is given to a property that is shown to everybody.

use azure::prelude::*;

fn build(password: &Param<Secret<String>>) {
    let _ = OpenAi::new(password, "japaneast");
}

fn main() {}
