//! An account of Azure OpenAI, keyless and private.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use dsl::{Check, Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::PrivateLinkTarget;
use crate::cognitive_services::{
    Account, AccountProperties, DefaultAction, Deployment, DeploymentModel, DeploymentProperties, NetworkRuleSet,
    PublicNetworkAccess, Sku,
};

/// An account of Azure OpenAI that takes Microsoft Entra tokens only and cannot be reached over the public network.
///
/// Its custom subdomain, which tokens and private endpoints need, is its name.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct OpenAi {
    name: Value<String>,
    location: Value<String>,
    allowances: Vec<(Check, &'static str)>,
}

impl OpenAi {
    /// An account in a region; the name must be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        OpenAi { name: name.into(), location: location.into(), allowances: Vec::new() }
    }

    /// Accepts what a check would find at the account, for a reason.
    pub fn allow(mut self, check: Check, reason: &'static str) -> Self {
        self.allowances.push((check, reason));
        self
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Account>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> OpenAiAccount {
        let properties = AccountProperties::new()
            .custom_sub_domain_name(&self.name)
            .disable_local_auth(true)
            .public_network_access(PublicNetworkAccess::Disabled)
            .network_acls(NetworkRuleSet::new().default_action(DefaultAction::Deny));
        let account = Account::new(self.name, self.location, "OpenAI", Sku::new("S0")).properties(properties);
        let allow = |account: Account, (check, reason)| account.allow(check, reason);
        let account = self.allowances.into_iter().fold(account, allow);
        OpenAiAccount { account: account.add(g, symbol), last_deployment: Rc::default() }
    }
}

/// An account of Azure OpenAI in a graph.
#[derive(Clone, Debug)]
pub struct OpenAiAccount {
    account: Resource<Account>,
    /// The service takes one deployment at a time, so each waits for the one before it.
    last_deployment: Rc<RefCell<Option<Resource<Deployment>>>>,
}

impl OpenAiAccount {
    /// The address to call, with `https://` and a slash at the end.
    pub fn endpoint(&self) -> Value<String> {
        self.account.properties().endpoint()
    }

    /// Deploys a model under a symbol, which is its name in the account too, after the models deployed before it.
    #[track_caller]
    pub fn deploy<S: Holds<Deployment>>(
        &self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        model: Model,
        capacity: Capacity,
    ) -> Resource<Deployment> {
        let symbol = symbol.into();
        let model = DeploymentModel::new().format("OpenAI").name(model.name).version(model.version);
        let mut deployment = Deployment::new(&self.account, symbol.clone())
            .sku(Sku::new(capacity.sku).capacity(capacity.thousand_tokens_per_minute))
            .properties(DeploymentProperties::new().model(model));
        let mut last = self.last_deployment.borrow_mut();
        if let Some(last) = &*last {
            deployment = deployment.depends_on(last);
        }
        last.insert(deployment.add(g, symbol)).clone()
    }
}

impl Deref for OpenAiAccount {
    type Target = Resource<Account>;
    fn deref(&self) -> &Resource<Account> {
        &self.account
    }
}

impl PrivateLinkTarget for OpenAiAccount {
    const GROUP_ID: &'static str = "account";
    const ZONE: (&'static str, &'static str) = ("openai", "privatelink.openai.azure.com");

    fn id(&self) -> Value<String> {
        self.account.id()
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
