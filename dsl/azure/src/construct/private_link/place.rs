//! Where private DNS zones are that exist already. It must not know which zone.

use dsl::{DeploymentScope, Expr, Value, ValueOf};

/// Where a zone is: in the resource group that is deployed to, `DeploymentScope`, or in an [`OtherResourceGroup`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no place of a private DNS zone",
    label = "expected a resource group",
    note = "write `DeploymentScope` for the one that is deployed to, or `OtherResourceGroup::named(\"rg-hub\")`"
)]
pub trait ZonePlace: Sized {
    /// What `scope:` takes; nothing for the resource group that is deployed to.
    fn scope(self) -> Option<Expr>;
}

/// A place whose zones can be linked to networks by this graph.
#[diagnostic::on_unimplemented(
    message = "a zone in another resource group cannot be linked from here",
    label = "a link is deployed beside its zone",
    note = "link it to the network in the scenario that is deployed to the zone's resource group"
)]
pub trait Linkable: ZonePlace {}

impl ZonePlace for DeploymentScope {
    fn scope(self) -> Option<Expr> {
        None
    }
}

impl Linkable for DeploymentScope {}

/// A resource group other than the one that is deployed to: a hub's, say.
#[derive(Clone, Debug)]
pub struct OtherResourceGroup {
    subscription: Option<Value<String>>,
    name: Value<String>,
}

impl OtherResourceGroup {
    /// One of the subscription that is deployed to: `resourceGroup('rg-hub')`.
    pub fn named(name: impl ValueOf<String>) -> Self {
        OtherResourceGroup { subscription: None, name: name.into() }
    }

    /// The id of the subscription that has it: `resourceGroup(subscriptionId, 'rg-hub')`.
    pub fn in_subscription(mut self, id: impl ValueOf<String>) -> Self {
        self.subscription = Some(id.into());
        self
    }
}

impl ZonePlace for OtherResourceGroup {
    fn scope(self) -> Option<Expr> {
        let arguments = self.subscription.into_iter().chain([self.name]).map(Expr::from);
        Some(Expr::call("resourceGroup", arguments.collect::<Vec<_>>()))
    }
}
