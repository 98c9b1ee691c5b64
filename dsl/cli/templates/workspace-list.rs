//! The list of scenarios. It must not know how they are rendered or written.

use dsl::Scenario;

/// Every scenario.
pub fn all() -> Vec<Scenario> {
    vec![
        // One line each; `new` adds one.
        {{ krate }}::scenario(),
    ]
}
