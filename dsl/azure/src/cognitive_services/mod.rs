//! `Microsoft.CognitiveServices`: accounts of Azure OpenAI and AI Services, and their model deployments.

mod account;
mod deployment;

pub use self::account::*;
pub use self::deployment::*;

dsl::object! {
    /// What is paid for.
    pub struct Sku(name: String) {
        name: String = "name",
        /// For a deployment: thousands of tokens a minute.
        capacity: i64 = "capacity",
    }
}
