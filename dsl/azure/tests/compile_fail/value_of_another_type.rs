//! A number is given where a text is asked for.

use azure::prelude::*;

fn build() {
    let _ = OpenAi::new(42, "japaneast");
}

fn main() {}
