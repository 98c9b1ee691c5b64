//! A property that only Azure sets is set.

use azure::cognitive_services::AccountProperties;

fn build() {
    let _ = AccountProperties::new().endpoint("https://example.openai.azure.com/");
}

fn main() {}
