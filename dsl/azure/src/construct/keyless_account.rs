//! What the accounts of Azure AI have in common: they are keyless and private. It must not know their kinds.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::{Group, PrivateLinkTarget};
use crate::cognitive_services::{
    Account, AccountProperties, DefaultAction, Deployment, NetworkRuleSet, PublicNetworkAccess, Sku,
};

/// An account of Azure AI in a graph: it has a custom subdomain, takes Microsoft Entra tokens only and cannot be reached
/// over the public network. `G` says what private endpoints lead to.
#[derive(Debug)]
pub struct KeylessAccount<G> {
    account: Resource<Account>,
    /// The service takes one deployment at a time, so each waits for the one before it.
    pub(super) last_deployment: Rc<RefCell<Option<Resource<Deployment>>>>,
    group: PhantomData<fn() -> G>,
}

/// An account that takes no keys, cannot be reached over the public network, and has its name as custom subdomain.
pub(super) fn keyless(
    kind: impl ValueOf<String>,
    sku: impl ValueOf<String>,
    name: impl ValueOf<String>,
    location: impl ValueOf<String>,
) -> Account {
    let name: Value<String> = name.into();
    let properties = AccountProperties::new()
        .custom_sub_domain_name(&name)
        .disable_local_auth(true)
        .public_network_access(PublicNetworkAccess::Disabled)
        .network_acls(NetworkRuleSet::new().default_action(DefaultAction::Deny));
    Account::new(name, location, kind, Sku::new(sku)).properties(properties)
}

impl<G> KeylessAccount<G> {
    #[track_caller]
    pub(super) fn add<S: Holds<Account>>(account: Account, g: &mut Graph<S>, symbol: impl Into<Text>) -> Self {
        KeylessAccount { account: account.add(g, symbol), last_deployment: Rc::default(), group: PhantomData }
    }

    /// The address to call, with `https://` and a slash at the end.
    pub fn endpoint(&self) -> Value<String> {
        self.account.properties().endpoint()
    }
}

impl<G> Clone for KeylessAccount<G> {
    fn clone(&self) -> Self {
        let (account, last_deployment) = (self.account.clone(), Rc::clone(&self.last_deployment));
        KeylessAccount { account, last_deployment, group: PhantomData }
    }
}

impl<G> Deref for KeylessAccount<G> {
    type Target = Resource<Account>;
    fn deref(&self) -> &Resource<Account> {
        &self.account
    }
}

impl<G: Group<Region = ()>> PrivateLinkTarget for KeylessAccount<G> {
    type Group = G;
    fn id(&self) -> Value<String> {
        self.account.id()
    }
    fn region(&self) {}
}
