//! What the accounts of Azure AI have in common: they are keyless and private. It must not know their kinds.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

use dsl::{Dependency, Expr, Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::{Group, PrivateLinkTarget};
use crate::cognitive_services::{Account, AccountProperties, DefaultAction, NetworkRuleSet, PublicNetworkAccess, Sku};

/// An account of Azure AI in a graph: it has a custom subdomain, takes Microsoft Entra tokens only and cannot be reached
/// over the public network. `G` says what private endpoints lead to.
#[derive(Debug)]
pub struct KeylessAccount<G> {
    account: Resource<Account>,
    /// The service takes one change at a time, so what is added to the account waits for what was added before it.
    last: Rc<RefCell<Option<Last>>>,
    group: PhantomData<fn() -> G>,
}

/// What was added to an account last.
#[derive(Clone, Debug)]
struct Last(Expr);

impl Dependency for Last {
    fn reference(&self) -> Expr {
        self.0.clone()
    }
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
        KeylessAccount { account: account.add(g, symbol), last: Rc::default(), group: PhantomData }
    }

    /// Adds something to the account after what was added before it, unless that is what it refers to: then it waits anyway.
    #[track_caller]
    pub(super) fn add_next<R: ResourceBody, S: Holds<R>>(
        &self,
        next: R,
        refers_to: Option<&Expr>,
        g: &mut Graph<S>,
        symbol: Text,
    ) -> Resource<R> {
        let mut last = self.last.borrow_mut();
        let next = match &*last {
            Some(last) if refers_to != Some(&last.0) => next.depends_on(last),
            _ => next,
        };
        let next = next.add(g, symbol);
        *last = Some(Last(next.expr()));
        next
    }

    /// The address to call, with `https://` and a slash at the end.
    pub fn endpoint(&self) -> Value<String> {
        self.account.properties().endpoint()
    }
}

impl<G> Clone for KeylessAccount<G> {
    fn clone(&self) -> Self {
        KeylessAccount { account: self.account.clone(), last: Rc::clone(&self.last), group: PhantomData }
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
