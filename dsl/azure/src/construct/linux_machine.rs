//! A Linux machine with its network interface: SSH keys only, no public address, trusted launch, encryption at host.

use std::marker::PhantomData;

use dsl::{Graph, Holds, Param, Resource, ResourceBody, Text, Value, ValueOf};

use super::Principal;
use crate::authorization::PrincipalType;
use crate::compute::{
    DiskCreateOption, HardwareProfile, IdentityType, ImageReference, InlineSshPublicKey, LinuxConfiguration,
    ManagedDiskParameters, NetworkInterfaceReference, NetworkProfile, OsDisk, OsProfile, SecurityProfile,
    SecurityProfileSecurityType, SshConfiguration, StorageProfile, UefiSettings, VirtualMachine,
    VirtualMachineIdentity, VirtualMachineProperties,
};
use crate::network::{
    InlineNetworkInterfaceIpConfiguration, InlineSubnet, NetworkInterface,
    NetworkInterfaceIpConfigurationPropertiesFormat, NetworkInterfacePropertiesFormat, PrivateIpAllocationMethod,
    Subnet,
};

/// The machine has no identity: it cannot be granted anything.
#[derive(Clone, Copy, Debug)]
pub enum NoIdentity {}

/// The machine has an identity that lives and dies with it.
#[derive(Clone, Copy, Debug)]
pub enum SystemAssigned {}

/// An image of the marketplace.
#[derive(Clone, Copy, Debug)]
pub struct Image {
    publisher: &'static str,
    offer: &'static str,
    sku: &'static str,
}

impl Image {
    /// Ubuntu 24.04 LTS, the newest build.
    pub const UBUNTU_24_04: Image = Image { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server" };
}

/// A Linux machine in a subnet. `I` says whether it has an identity.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct LinuxMachine<I> {
    name: Value<String>,
    image: Image,
    subnet: Value<String>,
    location: Value<String>,
    size: Value<String>,
    administrator: Value<String>,
    ssh_public_key: Value<String>,
    identity: PhantomData<fn() -> I>,
}

impl LinuxMachine<NoIdentity> {
    /// A machine of two cores in a subnet, which its administrator reaches with the private half of an SSH key. The
    /// administrator's name is a param, for a template must not give it away.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        image: Image,
        subnet: &Resource<Subnet>,
        (administrator, ssh_public_key): (&Param<String>, impl ValueOf<String>),
    ) -> Self {
        LinuxMachine {
            name: name.into(),
            image,
            subnet: subnet.id(),
            location: location.into(),
            size: Value::from("Standard_D2s_v5"),
            administrator: administrator.into(),
            ssh_public_key: ssh_public_key.into(),
            identity: PhantomData,
        }
    }

    /// Gives it an identity that lives and dies with it, so that it can be granted roles.
    pub fn system_assigned_identity(self) -> LinuxMachine<SystemAssigned> {
        let LinuxMachine { name, image, subnet, location, size, administrator, ssh_public_key, .. } = self;
        LinuxMachine { name, image, subnet, location, size, administrator, ssh_public_key, identity: PhantomData }
    }

    /// Adds the machine and its interface, whose symbol is the machine's and `Nic`.
    #[track_caller]
    pub fn add<S: Holds<VirtualMachine> + Holds<NetworkInterface>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Machine<NoIdentity> {
        self.add_with(g, symbol, None)
    }
}

impl LinuxMachine<SystemAssigned> {
    /// Adds the machine and its interface, whose symbol is the machine's and `Nic`.
    #[track_caller]
    pub fn add<S: Holds<VirtualMachine> + Holds<NetworkInterface>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> Machine<SystemAssigned> {
        self.add_with(g, symbol, Some(VirtualMachineIdentity::new().r#type(IdentityType::SystemAssigned)))
    }
}

impl<I> LinuxMachine<I> {
    /// The size: `Standard_D2s_v5`.
    pub fn size(mut self, size: impl ValueOf<String>) -> Self {
        self.size = size.into();
        self
    }

    #[track_caller]
    fn add_with<S: Holds<VirtualMachine> + Holds<NetworkInterface>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        identity: Option<VirtualMachineIdentity>,
    ) -> Machine<I> {
        let symbol = symbol.into();
        let nic = self.interface().add(g, format!("{symbol}Nic"));
        let machine = VirtualMachine::new(&self.name, &self.location);
        let machine = identity.into_iter().fold(machine, VirtualMachine::identity).properties(self.properties(&nic));
        Machine { resource: machine.add(g, symbol), nic, identity: PhantomData }
    }

    fn interface(&self) -> NetworkInterface {
        let address = NetworkInterfaceIpConfigurationPropertiesFormat::new()
            .subnet(InlineSubnet::new().id(&self.subnet))
            .private_ip_allocation_method(PrivateIpAllocationMethod::Dynamic);
        let configuration = InlineNetworkInterfaceIpConfiguration::new().name("primary").properties(address);
        NetworkInterface::new(&self.name + "-nic", &self.location)
            .properties(NetworkInterfacePropertiesFormat::new().ip_configurations([configuration]))
    }

    fn properties(&self, nic: &Resource<NetworkInterface>) -> VirtualMachineProperties {
        VirtualMachineProperties::new()
            .hardware_profile(HardwareProfile::new().vm_size(&self.size))
            .storage_profile(self.storage())
            .os_profile(self.operating_system())
            .network_profile(NetworkProfile::new().network_interfaces([NetworkInterfaceReference::new().id(nic.id())]))
            .security_profile(security())
    }

    fn storage(&self) -> StorageProfile {
        let image = ImageReference::new()
            .publisher(self.image.publisher)
            .offer(self.image.offer)
            .sku(self.image.sku)
            .version("latest");
        let disk = ManagedDiskParameters::new().storage_account_type("Premium_LRS");
        StorageProfile::new()
            .image_reference(image)
            .os_disk(OsDisk::new(DiskCreateOption::FromImage).managed_disk(disk))
    }

    fn operating_system(&self) -> OsProfile {
        let key = InlineSshPublicKey::new()
            .path("/home/" + &self.administrator + "/.ssh/authorized_keys")
            .key_data(&self.ssh_public_key);
        let linux = LinuxConfiguration::new()
            .disable_password_authentication(true)
            .ssh(SshConfiguration::new().public_keys([key]));
        OsProfile::new().computer_name(&self.name).admin_username(&self.administrator).linux_configuration(linux)
    }
}

fn security() -> SecurityProfile {
    SecurityProfile::new()
        .encryption_at_host(true)
        .security_type(SecurityProfileSecurityType::TrustedLaunch)
        .uefi_settings(UefiSettings::new().secure_boot_enabled(true).v_tpm_enabled(true))
}

/// A machine in a graph.
#[derive(Clone, Debug)]
pub struct Machine<I> {
    resource: Resource<VirtualMachine>,
    nic: Resource<NetworkInterface>,
    identity: PhantomData<fn() -> I>,
}

impl<I> Machine<I> {
    /// The machine as a plain resource.
    pub fn resource(&self) -> &Resource<VirtualMachine> {
        &self.resource
    }

    /// Its network interface.
    pub fn network_interface(&self) -> &Resource<NetworkInterface> {
        &self.nic
    }

    /// The machine's name in Azure.
    pub fn name(&self) -> Value<String> {
        self.resource.name()
    }
}

impl Principal for Machine<SystemAssigned> {
    fn principal_id(&self) -> Value<String> {
        self.resource.identity().principal_id()
    }

    fn source_id(&self) -> Value<String> {
        self.resource.id()
    }

    fn principal_type(&self) -> PrincipalType {
        PrincipalType::ServicePrincipal
    }
}
