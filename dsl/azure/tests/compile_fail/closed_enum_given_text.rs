//! A text is given where an enum takes its own values only.

use azure::search::SearchServiceProperties;

fn build() {
    let _ = SearchServiceProperties::new().hosting_mode("Default");
}

fn main() {}
