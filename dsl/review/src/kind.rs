//! The types of resources that the card treats in ways of their own. It must not know what these ways are.

pub(crate) const NETWORK: &str = "Microsoft.Network/virtualNetworks";
pub(crate) const PEERING: &str = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
pub(crate) const PRIVATE_ENDPOINT: &str = "Microsoft.Network/privateEndpoints";
pub(crate) const ZONE_GROUP: &str = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";
pub(crate) const ZONE: &str = "Microsoft.Network/privateDnsZones";
pub(crate) const ZONE_LINK: &str = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
pub(crate) const INTERFACE: &str = "Microsoft.Network/networkInterfaces";
pub(crate) const NAT_GATEWAY: &str = "Microsoft.Network/natGateways";
pub(crate) const ADDRESSES: [&str; 2] = ["Microsoft.Network/publicIPAddresses", "Microsoft.Network/publicIPPrefixes"];
pub(crate) const BASTION: &str = "Microsoft.Network/bastionHosts";
pub(crate) const IDENTITY: &str = "Microsoft.ManagedIdentity/userAssignedIdentities";
pub(crate) const VAULT: &str = "Microsoft.KeyVault/vaults";
pub(crate) const VAULT_SECRET: &str = "Microsoft.KeyVault/vaults/secrets";
