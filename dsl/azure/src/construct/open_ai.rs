//! An account of Azure OpenAI, keyless and private.

use dsl::{Graph, Holds, Resource, Text, Value, ValueOf};

use super::keyless_account::{KeylessAccount, keyless};
use super::{Group, group};
use crate::cognitive_services::{
    Account, Deployment, DeploymentModel, DeploymentProperties, RaiPolicy, Sku, VersionUpgradeOption,
};

/// An account of Azure OpenAI that takes Microsoft Entra tokens only and cannot be reached over the public network.
///
/// Its custom subdomain, which tokens and private endpoints need, is its name.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct OpenAi(pub(super) Account);

impl OpenAi {
    /// An account in a region; the name must be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        OpenAi(keyless("OpenAI", "S0", name, location))
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
    /// Deploys a model under a symbol, which is its name in the account too, after what was added to the account before it.
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
        self.deploy_named(g, symbol.clone(), symbol, model, capacity)
    }

    /// As [`deploy`](Self::deploy), under another name in the account: what a loop deploys has one symbol and many names. Let
    /// the loop be `g.each_in_batches(1, …)`, for the account takes one change at a time.
    #[track_caller]
    pub fn deploy_named<S: Holds<Deployment>>(
        &self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        name: impl ValueOf<String>,
        model: Model,
        capacity: Capacity,
    ) -> Resource<Deployment>
    where
        G: ServesModels,
    {
        let filter = model.filter.as_ref().map(Resource::expr);
        let deployment = Deployment::new(self, name).sku(capacity.sku()).properties(model.properties());
        self.add_next(deployment, filter.as_ref(), g, symbol.into())
    }
}

/// A model, its version, and what it may be asked.
#[derive(Clone, Debug)]
pub struct Model {
    name: Value<String>,
    version: Value<String>,
    filter: Option<Resource<RaiPolicy>>,
    upgrade: Option<Value<VersionUpgradeOption>>,
}

impl Model {
    /// A model of OpenAI: `Model::open_ai("gpt-4o-mini", "2024-07-18")`.
    pub fn open_ai(name: impl ValueOf<String>, version: impl ValueOf<String>) -> Self {
        Model { name: name.into(), version: version.into(), filter: None, upgrade: None }
    }

    /// With a [`ContentFilter`](super::ContentFilter) of the same account, instead of Microsoft's own policy.
    pub fn filtered_by(self, filter: &Resource<RaiPolicy>) -> Self {
        Model { filter: Some(filter.clone()), ..self }
    }

    /// When Azure takes a newer version of the model by itself, which it does for deployments that are paid by the token.
    pub fn upgrade(self, option: impl ValueOf<VersionUpgradeOption>) -> Self {
        Model { upgrade: Some(option.into()), ..self }
    }

    fn properties(self) -> DeploymentProperties {
        let model = DeploymentModel::new().format("OpenAI").name(self.name).version(self.version);
        let mut properties = DeploymentProperties::new().model(model);
        if let Some(filter) = self.filter {
            properties = properties.rai_policy_name(filter.name());
        }
        match self.upgrade {
            Some(option) => properties.version_upgrade_option(option),
            None => properties,
        }
    }
}

/// How much a deployment may be used, and how that is paid for: [Learn: deployment
/// types](https://learn.microsoft.com/azure/ai-services/openai/how-to/deployment-types).
#[derive(Clone, Debug)]
pub struct Capacity {
    sku: Value<String>,
    units: Value<i64>,
}

impl Capacity {
    /// Paid by the token, processed in the account's region.
    pub fn standard(thousand_tokens_per_minute: impl ValueOf<i64>) -> Self {
        Capacity::of("Standard", thousand_tokens_per_minute)
    }

    /// Paid by the token, processed in any region of the world.
    pub fn global_standard(thousand_tokens_per_minute: impl ValueOf<i64>) -> Self {
        Capacity::of("GlobalStandard", thousand_tokens_per_minute)
    }

    /// Paid by the token, processed in any region of the account's data zone: the European Union, or the United States.
    pub fn data_zone_standard(thousand_tokens_per_minute: impl ValueOf<i64>) -> Self {
        Capacity::of("DataZoneStandard", thousand_tokens_per_minute)
    }

    /// Reserved and paid by the hour, processed in the account's region.
    pub fn provisioned(throughput_units: impl ValueOf<i64>) -> Self {
        Capacity::of("ProvisionedManaged", throughput_units)
    }

    /// Reserved and paid by the hour, processed in any region of the world.
    pub fn global_provisioned(throughput_units: impl ValueOf<i64>) -> Self {
        Capacity::of("GlobalProvisionedManaged", throughput_units)
    }

    /// Reserved and paid by the hour, processed in any region of the account's data zone.
    pub fn data_zone_provisioned(throughput_units: impl ValueOf<i64>) -> Self {
        Capacity::of("DataZoneProvisionedManaged", throughput_units)
    }

    /// Files of requests that are answered within a day at half the price, processed in any region of the world. The
    /// capacity is how many tokens may wait.
    pub fn global_batch(thousand_tokens_enqueued: impl ValueOf<i64>) -> Self {
        Capacity::of("GlobalBatch", thousand_tokens_enqueued)
    }

    /// Of a type of deployment that a param says, by the name that Azure calls it: `GlobalStandard`.
    pub fn of(sku: impl ValueOf<String>, units: impl ValueOf<i64>) -> Self {
        Capacity { sku: sku.into(), units: units.into() }
    }

    fn sku(self) -> Sku {
        Sku::new(self.sku).capacity(self.units)
    }
}
