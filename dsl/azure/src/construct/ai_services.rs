//! Accounts of Azure AI other than Azure OpenAI, keyless and private: those for all services, and those for one.

use dsl::{Graph, Holds, Text, ValueOf};

use super::group;
use super::keyless_account::{KeylessAccount, keyless};
use crate::cognitive_services::{Account, Sku};

/// An account for all services of Azure AI that takes Microsoft Entra tokens only and cannot be reached over the public
/// network. Models are deployed to it as to one of Azure OpenAI.
///
/// Its custom subdomain, which tokens and private endpoints need, is its name.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct AiServices(pub(super) Account);

/// An account for all services of Azure AI in a graph.
pub type AiServicesAccount = KeylessAccount<group::AiServices>;

impl AiServices {
    /// An account in a region; the name must be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        AiServices(keyless("AIServices", "S0", name, location))
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Account>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> AiServicesAccount {
        KeylessAccount::add(self.0, g, symbol)
    }
}

/// An account for one service of Azure AI, such as speech or translation, that takes Microsoft Entra tokens only and
/// cannot be reached over the public network.
///
/// Its custom subdomain, which tokens and private endpoints need, is its name.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct CognitiveServices(pub(super) Account);

/// An account for one service of Azure AI in a graph.
pub type CognitiveServicesAccount = KeylessAccount<group::CognitiveServices>;

impl CognitiveServices {
    /// An account in a region for a kind of service, of the SKU `S0`: `CognitiveServices::new("SpeechServices", …)`. The
    /// name must be free in all of Azure, for it becomes a host name.
    pub fn new(kind: &'static str, name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        CognitiveServices(keyless(kind, "S0", name, location))
    }

    /// Another SKU.
    pub fn sku(self, sku: impl ValueOf<String>) -> Self {
        CognitiveServices(self.0.sku(Sku::new(sku)))
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Account>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> CognitiveServicesAccount {
        KeylessAccount::add(self.0, g, symbol)
    }
}
