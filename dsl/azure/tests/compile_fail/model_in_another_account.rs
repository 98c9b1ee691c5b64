//! A model is deployed to an account for speech.

use azure::construct::CognitiveServicesAccount;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, speech: &CognitiveServicesAccount) {
    speech.deploy(g, "chat", Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::standard(10));
}

fn main() {}
