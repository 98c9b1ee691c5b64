//! A resource is made without what Azure requires.

use azure::cognitive_services::Account;

fn build() {
    let _ = Account::new("account", "japaneast", "OpenAI");
}

fn main() {}
