//! An IoT hub, keyless and private.

use dsl::{Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use crate::devices::{
    self, DefaultAction, IotHubProperties, IotHubSkuInfo, IotHubSkuInfoName, NetworkRuleSetIpRule,
    NetworkRuleSetIpRuleAction, NetworkRuleSetProperties, PublicNetworkAccess,
};

/// An IoT hub whose callers have Microsoft Entra tokens and whose devices have certificates, that takes TLS 1.2 only and cannot
/// be reached over the public network. After [Learn: security practices for
/// IoT](https://learn.microsoft.com/azure/iot-hub/secure-azure-iot-hub).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct IotHub(devices::IotHub);

impl IotHub {
    /// A hub in a region, of one unit of the SKU `S1`. The name has 3 to 50 letters, digits and dashes, and must be free in all
    /// of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>) -> Self {
        let properties = IotHubProperties::new()
            .disable_local_auth(true)
            .disable_device_sas(true)
            .disable_module_sas(true)
            .public_network_access(PublicNetworkAccess::Disabled)
            .min_tls_version("1.2");
        let sku = IotHubSkuInfo::new(IotHubSkuInfoName::S1).capacity(1);
        IotHub(devices::IotHub::new(name, location, sku).properties(properties))
    }

    /// Another SKU, and how many units of it.
    pub fn sku(self, name: impl ValueOf<IotHubSkuInfoName>, units: impl ValueOf<i64>) -> Self {
        self.adjust(|hub| hub.sku(IotHubSkuInfo::new(name).capacity(units)))
    }

    /// Takes the keys of its policies as well, for callers that know no tokens.
    pub fn local_auth(self) -> Self {
        self.set("properties.disableLocalAuth", false)
    }

    /// Takes the keys of devices and modules as well, for devices without certificates.
    pub fn device_keys(self) -> Self {
        self.set("properties.disableDeviceSAS", false).set("properties.disableModuleSAS", false)
    }

    /// Opens it to every network, such as that of its devices.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled")
    }

    /// Opens it, and its built-in endpoint for events, to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rule = |(number, range): (usize, R)| {
            NetworkRuleSetIpRule::new(format!("range-{number}"), range).action(NetworkRuleSetIpRuleAction::Allow)
        };
        let rules = (1..).zip(ranges).map(rule).collect::<Vec<_>>();
        let rules = NetworkRuleSetProperties::new(true, rules).default_action(DefaultAction::Deny);
        self.public_access().set("properties.networkRuleSets", Value::<NetworkRuleSetProperties>::from(rules))
    }

    /// Adds it to the graph.
    #[track_caller]
    pub fn add<S: Holds<devices::IotHub>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Resource<devices::IotHub> {
        self.0.add(g, symbol)
    }
}

impl Construct for IotHub {
    type Resource = devices::IotHub;

    fn main(&mut self) -> &mut devices::IotHub {
        &mut self.0
    }
}
