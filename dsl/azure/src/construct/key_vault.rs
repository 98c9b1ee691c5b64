//! A key vault, private, that forgets nothing at once and knows roles only.

use dsl::functions::subscription;
use dsl::{Expr, Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use crate::key_vault::{
    Bypass, DefaultAction, IpRule, NetworkRuleSet, Sku, SkuFamily, SkuName, Vault, VaultProperties,
};

/// A key vault that is read by roles, keeps what is deleted for 90 days, and cannot be reached over the public network but
/// by Azure's trusted services. After [Learn: secure your Azure Key
/// Vault](https://learn.microsoft.com/azure/key-vault/general/secure-key-vault).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct KeyVault(Vault);

impl KeyVault {
    /// A vault in a region, of the subscription's tenant. The name has 3 to 24 letters, digits and dashes, and must be free
    /// in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let rules = NetworkRuleSet::new().default_action(DefaultAction::Deny).bypass(Bypass::AzureServices);
        let properties = VaultProperties::new(subscription().tenant_id(), Sku::new(SkuFamily::A, SkuName::Standard))
            .enable_rbac_authorization(true)
            .enable_soft_delete(true)
            .soft_delete_retention_in_days(90)
            .enable_purge_protection(true)
            .public_network_access("Disabled")
            .network_acls(rules);
        KeyVault(Vault::new(name, location, properties))
    }

    /// Another tenant's vault, by the tenant's id.
    pub fn tenant(self, id: impl ValueOf<String>) -> Self {
        self.set("properties.tenantId", id.into())
    }

    /// The SKU `premium`, whose keys can be made in hardware.
    pub fn premium(self) -> Self {
        self.set("properties.sku.name", "premium")
    }

    /// How long what is deleted can be brought back: 7 to 90 days. It cannot be changed later.
    pub fn retention_days(self, days: impl ValueOf<i64>) -> Self {
        self.set("properties.softDeleteRetentionInDays", days.into())
    }

    /// Lets what is deleted be deleted for good before its time, so that a test can use the name again. Azure takes no
    /// `false` here: the property is absent, or `true` for ever.
    pub fn without_purge_protection(self) -> Self {
        self.set("properties.enablePurgeProtection", Expr::Null)
    }

    /// Opens it to every network. Who calls it still needs a role.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled").set("properties.networkAcls.defaultAction", "Allow")
    }

    /// Opens it to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rules: Value<Vec<IpRule>> = ranges.into_iter().map(IpRule::new).collect::<Vec<_>>().into();
        self.set("properties.publicNetworkAccess", "Enabled").set("properties.networkAcls.ipRules", rules)
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<Vault>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<Vault> {
        self.0.add(g, symbol)
    }
}

impl Construct for KeyVault {
    type Resource = Vault;

    fn main(&mut self) -> &mut Vault {
        &mut self.0
    }
}
