//! What a machine is given before it is added. It must not know what is special about an operating system.

use std::panic::Location;

#[cfg(feature = "managed-identity")]
use dsl::Resource;
use dsl::{Expr, Graph, Holds, ResourceBody, Text, Value, ValueOf};

use super::identity::Assigned;
use super::security::Security;
use super::{DataDisk, Identities, Machine, MachineKind, NoIdentity, OperatingSystem, disk, interface};
use crate::compute::{
    BootDiagnostics, DiagnosticsProfile, HardwareProfile, ImageReference, NetworkInterfaceReference, NetworkProfile,
    OsProfile, VirtualMachine, VirtualMachineProperties,
};
use crate::construct::changes::{self, Construct};
use crate::construct::public_address;
#[cfg(feature = "managed-identity")]
use crate::managed_identity::UserAssignedIdentity;
use crate::network::{NetworkInterface, PublicIpAddress};

/// A virtual machine, or a scale set of such, with the identities `I`. `T` is [`Linux`](super::Linux) or
/// [`Windows`](super::Windows) for a machine, and [`Instances`](super::Instances) for a scale set.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct MachineBuilder<I, T: MachineKind> {
    /// What is changed by hand, and the identities.
    pub(super) resource: T::Resource,
    pub(super) settings: Settings,
    pub(super) kind: T,
    pub(super) identity: Assigned<I>,
}

/// What all of them have.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) name: Value<String>,
    pub(super) location: Value<String>,
    pub(super) subnet: Value<String>,
    pub(super) size: Value<String>,
    pub(super) zones: Option<Value<Vec<String>>>,
    pub(super) image: ImageReference,
    pub(super) data_disks: Vec<DataDisk>,
    pub(super) computer_name: Option<Value<String>>,
    pub(super) security: Security,
    boot_diagnostics: bool,
    interface: NetworkInterface,
    public_address: Option<PublicIpAddress>,
}

/// What can have a system-assigned identity: machines, and scale sets in uniform orchestration.
/// [Orchestration modes](https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes)
#[diagnostic::on_unimplemented(
    message = "a scale set in flexible orchestration takes user-assigned identities only",
    label = "this would be a system-assigned one",
    note = "give it one of its own by `.user_assigned_identity(&identity)`, or call `.uniform()` first"
)]
pub trait TakesSystemAssigned {}

impl<T: MachineKind> MachineBuilder<NoIdentity, T> {
    pub(super) fn start(
        (name, location): (Value<String>, Value<String>),
        image: ImageReference,
        subnet: Value<String>,
        kind: T,
    ) -> Self {
        let resource = T::resource(&name, &location);
        let settings = Settings {
            interface: interface::of(&name, &location),
            name,
            location,
            subnet,
            size: Value::from("Standard_D2s_v5"),
            zones: None,
            image,
            data_disks: Vec::new(),
            computer_name: None,
            security: Security::default(),
            boot_diagnostics: false,
            public_address: None,
        };
        MachineBuilder { resource, settings, kind, identity: Assigned::NONE }
    }
}

impl<I: Identities, T: MachineKind> MachineBuilder<I, T> {
    /// Gives it an identity that lives and dies with it, so that it can be granted roles.
    pub fn system_assigned_identity(self) -> MachineBuilder<I::WithSystemAssigned, T>
    where
        T: TakesSystemAssigned,
    {
        self.identified(Assigned::with_system)
    }

    /// Gives it an identity that is a resource of its own: roles are granted to that one. It can have several.
    #[cfg(feature = "managed-identity")]
    pub fn user_assigned_identity(
        self,
        identity: &Resource<UserAssignedIdentity>,
    ) -> MachineBuilder<I::WithUserAssigned, T> {
        self.identified(|assigned| assigned.with_user(identity.id()))
    }

    fn identified<J: Identities>(self, change: impl FnOnce(Assigned<I>) -> Assigned<J>) -> MachineBuilder<J, T> {
        let MachineBuilder { resource, settings, kind, identity } = self;
        let identity = change(identity);
        let value = identity.value().map(Value::from);
        let resource = value.into_iter().fold(resource, |it, value| it.set_property("identity", value));
        MachineBuilder { resource, settings, kind, identity }
    }
}

impl<I, T: MachineKind> MachineBuilder<I, T> {
    /// The size: `Standard_D2s_v5`. Encryption at host and Premium SSD need one that supports them.
    pub fn size(mut self, size: impl ValueOf<String>) -> Self {
        self.settings.size = size.into();
        self
    }

    /// With a data disk. The first has the logical unit number 0, the next 1, and so on.
    pub fn data_disk(mut self, disk: DataDisk) -> Self {
        self.settings.data_disks.push(disk);
        self
    }

    /// The name inside the operating system: that of the resource. For a scale set, what each begins with.
    ///
    /// Windows takes at most 15 characters (9 in front of the number of an instance), Linux 64.
    pub fn computer_name(mut self, name: impl ValueOf<String>) -> Self {
        self.settings.computer_name = Some(name.into());
        self
    }

    /// Keeps the console's output and a screenshot, in storage that Azure manages.
    pub fn boot_diagnostics(mut self) -> Self {
        self.settings.boot_diagnostics = true;
        self
    }

    /// Without secure boot and virtual TPM: for images of generation 1, which cannot have them.
    pub fn without_trusted_launch(mut self) -> Self {
        self.settings.security.trusted_launch = false;
        self
    }

    /// Without encryption at host: for sizes without it, and subscriptions that are not registered for it.
    pub fn without_encryption_at_host(mut self) -> Self {
        self.settings.security.encryption_at_host = false;
        self
    }

    /// Sets the property at a path, over what the construct sets: `.property("properties.licenseType", "Windows_Server")`.
    /// The check of the graph compares it with Azure's data.
    pub fn property(self, path: impl Into<Text>, value: impl Into<Expr>) -> Self {
        self.adjust(|it| it.property(path, value))
    }
}

impl<I: Identities, T: OperatingSystem> MachineBuilder<I, T> {
    /// The availability zone: `1`, `2` or `3`. By default Azure chooses a place in the region.
    pub fn zone(mut self, zone: impl ValueOf<String>) -> Self {
        self.settings.zones = Some([zone.into()].into());
        self
    }

    /// Gives it a public address: static, of the SKU Standard. What may reach it is up to the subnet's security group.
    pub fn public_address(self) -> Self {
        self.adjust_address(|address| address)
    }

    /// With a public address as by [`public_address`](Self::public_address), and changes to it.
    pub fn adjust_address(mut self, change: impl FnOnce(PublicIpAddress) -> PublicIpAddress) -> Self {
        let Settings { name, location, public_address: address, .. } = &mut self.settings;
        *address = Some(change(address.take().unwrap_or_else(|| public_address::of(name, location))));
        self
    }

    /// With changes to its network interface. Configurations that are set are added to its own.
    pub fn adjust_interface(mut self, change: impl FnOnce(NetworkInterface) -> NetworkInterface) -> Self {
        self.settings.interface = change(self.settings.interface);
        self
    }

    /// Adds the machine and its interface, whose symbol is the machine's and `Nic`; that of a public address ends on
    /// `Address`.
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Machine<I, T>
    where
        S: Holds<VirtualMachine> + Holds<NetworkInterface> + Holds<PublicIpAddress>,
    {
        let MachineBuilder { resource, settings, kind, .. } = self;
        let (g, symbol, place) = (&mut g.as_whole(), symbol.into(), Location::caller());
        let address = settings.public_address.clone().map(|it| it.add_at(g, format!("{symbol}Address"), place));
        let interface = interface::complete(settings.interface.clone(), &settings.subnet, address.as_ref());
        let nic = interface.add(g, format!("{symbol}Nic"));
        let os_profile = kind.profile(settings.computer_name(), g, &symbol);
        let reference = NetworkInterfaceReference::new().id(nic.id());
        let known = VirtualMachine::new(&settings.name, &settings.location);
        let known = settings.zones.iter().fold(known, VirtualMachine::zones);
        let known = known.properties(settings.properties(os_profile, reference));
        Machine::new(changes::over(known, resource).add(g, symbol), nic, address, settings.location)
    }
}

impl<I, T: MachineKind> Construct for MachineBuilder<I, T> {
    type Resource = T::Resource;

    fn main(&mut self) -> &mut T::Resource {
        &mut self.resource
    }
}

impl Settings {
    pub(super) fn computer_name(&self) -> &Value<String> {
        self.computer_name.as_ref().unwrap_or(&self.name)
    }

    pub(super) fn diagnostics(&self) -> Option<DiagnosticsProfile> {
        let enabled = || DiagnosticsProfile::new().boot_diagnostics(BootDiagnostics::new().enabled(true));
        self.boot_diagnostics.then(enabled)
    }

    fn properties(&self, os_profile: OsProfile, interface: NetworkInterfaceReference) -> VirtualMachineProperties {
        let properties = VirtualMachineProperties::new()
            .hardware_profile(HardwareProfile::new().vm_size(&self.size))
            .storage_profile(disk::profile(self.image.clone(), &self.data_disks))
            .os_profile(os_profile)
            .network_profile(NetworkProfile::new().network_interfaces([interface]));
        let properties =
            self.security.profile().into_iter().fold(properties, VirtualMachineProperties::security_profile);
        self.diagnostics().into_iter().fold(properties, VirtualMachineProperties::diagnostics_profile)
    }
}
