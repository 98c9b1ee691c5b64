//! An account of Azure OpenAI, keyless and private.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::keyless_account::{KeylessAccount, keyless};
use super::{Group, group};
use crate::cognitive_services::{Account, Deployment, DeploymentModel, DeploymentProperties, Sku};

/// An account of Azure OpenAI that takes Microsoft Entra tokens only and cannot be reached over the public network.
///
/// Its custom subdomain, which tokens and private endpoints need, is its name.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct OpenAi(Account);

impl OpenAi {
    /// An account in a region; the name must be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        OpenAi(keyless("OpenAI", "S0", name, location))
    }

    /// With changes to the account itself, such as tags, or a finding that is allowed.
    pub fn adjust(self, change: impl FnOnce(Account) -> Account) -> Self {
        OpenAi(change(self.0))
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Account>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> OpenAiAccount {
        KeylessAccount::add(self.0, g, symbol)
    }
}

/// An account of Azure OpenAI in a graph.
pub type OpenAiAccount = KeylessAccount<group::OpenAi>;

/// A group of Azure AI whose accounts models can be deployed to.
#[diagnostic::on_unimplemented(
    message = "models cannot be deployed to an account of `{Self}`",
    label = "this account has no models",
    note = "use the construct `OpenAi` or `AiServices`"
)]
pub trait ServesModels: Group {}

impl ServesModels for group::OpenAi {}
impl ServesModels for group::AiServices {}

impl<G> KeylessAccount<G> {
    /// Deploys a model under a symbol, which is its name in the account too, after the models deployed before it.
    #[track_caller]
    pub fn deploy<S: Holds<Deployment>>(
        &self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        model: Model,
        capacity: Capacity,
    ) -> Resource<Deployment>
    where
        G: ServesModels,
    {
        let symbol = symbol.into();
        let model = DeploymentModel::new().format("OpenAI").name(model.name).version(model.version);
        let mut deployment = Deployment::new(self, symbol.clone())
            .sku(Sku::new(capacity.sku).capacity(capacity.thousand_tokens_per_minute))
            .properties(DeploymentProperties::new().model(model));
        let mut last = self.last_deployment.borrow_mut();
        if let Some(last) = &*last {
            deployment = deployment.depends_on(last);
        }
        last.insert(deployment.add(g, symbol)).clone()
    }
}

/// A model and its version.
#[derive(Clone, Debug)]
pub struct Model {
    name: Value<String>,
    version: Value<String>,
}

impl Model {
    /// A model of OpenAI: `Model::open_ai("gpt-4o-mini", "2024-07-18")`.
    pub fn open_ai(name: impl ValueOf<String>, version: impl ValueOf<String>) -> Self {
        Model { name: name.into(), version: version.into() }
    }
}

/// How much a deployment may be used, and how that is paid for.
#[derive(Clone, Debug)]
pub struct Capacity {
    sku: &'static str,
    thousand_tokens_per_minute: Value<i64>,
}

impl Capacity {
    /// Paid by the token, processed in the account's region.
    pub fn standard(thousand_tokens_per_minute: impl ValueOf<i64>) -> Self {
        Capacity { sku: "Standard", thousand_tokens_per_minute: thousand_tokens_per_minute.into() }
    }

    /// Paid by the token, processed in any region of the world.
    pub fn global_standard(thousand_tokens_per_minute: impl ValueOf<i64>) -> Self {
        Capacity { sku: "GlobalStandard", thousand_tokens_per_minute: thousand_tokens_per_minute.into() }
    }
}
