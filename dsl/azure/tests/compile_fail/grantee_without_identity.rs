//! A machine that has no identity is granted a role.

use azure::construct::{Machine, NoIdentity, OpenAiAccount};
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, vm: &Machine<NoIdentity>, account: &OpenAiAccount) {
    g.grant("vmCallsAccount", vm, role::CognitiveServicesOpenAiUser, account).describe("It may call the models.");
}

fn main() {}
