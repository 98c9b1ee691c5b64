//! `wrong-reference`: the id of one kind of resource is given where Azure asks for another one: a zone's for a subnet's.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity, ValueFacts};

use super::subnet::SUBNET;
use super::{NETWORK, ZONE};

/// The id of one kind of resource is given where Azure asks for another one.
pub const WRONG_REFERENCE: Check = Check::new(&Page {
    id: "wrong-reference",
    severity: Severity::Error,
    summary: "The id of one kind of resource is given where Azure asks for another one.",
    why: "An id is a text to Bicep, so it compiles; Azure refuses it half-way through the deployment.",
    help: "give the id of a resource of that type",
    constant: Some("azure::check::WRONG_REFERENCE"),
    wrong: example!("wrong_reference.rs", |g| {
        use azure::network::{
            InlineNetworkInterfaceIpConfiguration, InlineSubnet, NetworkInterface,
            NetworkInterfaceIpConfigurationPropertiesFormat, NetworkInterfacePropertiesFormat,
        };
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let zone = Zone::new(zone::KeyVault).add(g, "zone");
        let address =
            NetworkInterfaceIpConfigurationPropertiesFormat::new().subnet(InlineSubnet::new().id(zone.resource().id()));
        let configuration = InlineNetworkInterfaceIpConfiguration::new().name("primary").properties(address);
        let properties = NetworkInterfacePropertiesFormat::new().ip_configurations([configuration]);
        NetworkInterface::new("contoso-nic", &location).properties(properties).add(g, "interface");
    }),
    right: example!("wrong_reference.rs", |g| {
        use azure::network::{
            InlineNetworkInterfaceIpConfiguration, InlineSubnet, NetworkInterface,
            NetworkInterfaceIpConfigurationPropertiesFormat, NetworkInterfacePropertiesFormat,
        };
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = Network::new("contoso-vnet", &location, "10.0.0.0/16");
        let (_, [subnet]) = network.subnets([("workload", "10.0.0.0/24")]).add(g, "network");
        let address =
            NetworkInterfaceIpConfigurationPropertiesFormat::new().subnet(InlineSubnet::new().id(subnet.id()));
        let configuration = InlineNetworkInterfaceIpConfiguration::new().name("primary").properties(address);
        let properties = NetworkInterfacePropertiesFormat::new().ip_configurations([configuration]);
        NetworkInterface::new("contoso-nic", &location).properties(properties).add(g, "interface");
    }),
});

pub(super) const RULE: Rule = Rule { check: WRONG_REFERENCE, run };

/// What the id in an object of this name is of. `Microsoft.Network` says `{ id: … }` for every reference.
const OBJECTS: &[(&str, &str)] = &[
    ("natGateway", "Microsoft.Network/natGateways"),
    ("networkSecurityGroup", "Microsoft.Network/networkSecurityGroups"),
    ("publicIPAddress", "Microsoft.Network/publicIPAddresses"),
    ("remoteVirtualNetwork", NETWORK),
    ("routeTable", "Microsoft.Network/routeTables"),
    ("subnet", SUBNET),
    ("virtualNetwork", NETWORK),
];

/// What the id in a property of this name is of.
const IDS: &[(&str, &str)] = &[
    ("privateDnsZoneId", ZONE),
    ("serverFarmId", "Microsoft.Web/serverfarms"),
    ("virtualNetworkSubnetId", SUBNET),
    ("vnetSubnetID", SUBNET),
    ("infrastructureSubnetId", SUBNET),
    ("workspaceResourceId", "Microsoft.OperationalInsights/workspaces"),
];

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for resource in facts.all().filter(ResourceFacts::is_deployed) {
        if let Some(properties) = resource.at_path("properties") {
            look(&resource, properties, findings);
        }
    }
}

/// Looks at everything in a value.
fn look(resource: &ResourceFacts<'_>, value: ValueFacts<'_>, findings: &mut Vec<Finding>) {
    for name in value.names() {
        let Some(inner) = value.at(name) else { continue };
        let is = |(known, _): &&(&str, &str)| *known == name;
        if let Some((_, ty)) = OBJECTS.iter().find(is) {
            findings.extend(judge(resource, inner.at("id"), name, ty));
        } else if let Some((_, ty)) = IDS.iter().find(is) {
            findings.extend(judge(resource, Some(inner), name, ty));
        }
        look(resource, inner, findings);
    }
    value.items().for_each(|item| look(resource, item, findings));
}

/// Only what is the id of a resource of the graph and nothing else can be judged.
fn judge(resource: &ResourceFacts<'_>, id: Option<ValueFacts<'_>>, name: &str, ty: &str) -> Option<Finding> {
    let target = id?.id_of().filter(|target| !target.is(ty))?;
    let message = format!(
        "`{name}` of `{}` is the id of `{}`, a `{}`, where Azure asks for a `{ty}`",
        resource.symbol(),
        target.symbol(),
        target.ty()
    );
    let finding = resource.finding(WRONG_REFERENCE, message);
    Some(target.noted_in(finding, "this is declared here"))
}
