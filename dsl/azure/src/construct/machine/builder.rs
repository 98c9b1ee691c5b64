//! What a machine is given before it is added. It must not know what is special about an operating system.

use std::panic::Location;

#[cfg(feature = "managed-identity")]
use dsl::Resource;
use dsl::{Expr, Graph, Holds, ResourceBody, Text, Value, ValueOf};

use super::identity::Assigned;
use super::security::Security;
use super::{DataDisk, Identities, Machine, NoIdentity, OperatingSystem, disk, interface};
use crate::compute::{
    BootDiagnostics, DiagnosticsProfile, HardwareProfile, ImageReference, NetworkInterfaceReference, NetworkProfile,
    OsProfile, VirtualMachine, VirtualMachineProperties,
};
use crate::construct::public_address;
#[cfg(feature = "managed-identity")]
use crate::managed_identity::UserAssignedIdentity;
use crate::network::{NetworkInterface, PublicIpAddress};

/// A virtual machine, or a scale set of such, with the identities `I`. `T` is [`Linux`](super::Linux) or
/// [`Windows`](super::Windows) for a machine, and [`Instances`](super::Instances) for a scale set.
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct MachineBuilder<I, T> {
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
    public_address: bool,
    changes: Vec<(Text, Expr)>,
}

/// What can have a system-assigned identity: machines, and scale sets in uniform orchestration.
/// [Orchestration modes](https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes)
#[diagnostic::on_unimplemented(
    message = "a scale set in flexible orchestration takes user-assigned identities only",
    label = "this would be a system-assigned one",
    note = "give it one of its own by `.user_assigned_identity(&identity)`, or call `.uniform()` first"
)]
pub trait TakesSystemAssigned {}

impl<T> MachineBuilder<NoIdentity, T> {
    pub(super) fn start(
        (name, location): (Value<String>, Value<String>),
        image: ImageReference,
        subnet: Value<String>,
        kind: T,
    ) -> Self {
        let settings = Settings {
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
            public_address: false,
            changes: Vec::new(),
        };
        MachineBuilder { settings, kind, identity: Assigned::NONE }
    }
}

impl<I: Identities, T> MachineBuilder<I, T> {
    /// Gives it an identity that lives and dies with it, so that it can be granted roles.
    pub fn system_assigned_identity(self) -> MachineBuilder<I::WithSystemAssigned, T>
    where
        T: TakesSystemAssigned,
    {
        let MachineBuilder { settings, kind, identity } = self;
        MachineBuilder { settings, kind, identity: identity.with_system() }
    }

    /// Gives it an identity that is a resource of its own: roles are granted to that one. It can have several.
    #[cfg(feature = "managed-identity")]
    pub fn user_assigned_identity(
        self,
        identity: &Resource<UserAssignedIdentity>,
    ) -> MachineBuilder<I::WithUserAssigned, T> {
        let MachineBuilder { settings, kind, identity: assigned } = self;
        MachineBuilder { settings, kind, identity: assigned.with_user(identity.id()) }
    }
}

impl<I, T> MachineBuilder<I, T> {
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
    pub fn property(mut self, path: impl Into<Text>, value: impl Into<Expr>) -> Self {
        self.settings.changes.push((path.into(), value.into()));
        self
    }
}

impl<I: Identities, T: OperatingSystem> MachineBuilder<I, T> {
    /// The availability zone: `1`, `2` or `3`. By default Azure chooses a place in the region.
    pub fn zone(mut self, zone: impl ValueOf<String>) -> Self {
        self.settings.zones = Some([zone.into()].into());
        self
    }

    /// Gives it a public address: static, of the SKU Standard. What may reach it is up to the subnet's security group.
    pub fn public_address(mut self) -> Self {
        self.settings.public_address = true;
        self
    }

    /// Adds the machine and its interface, whose symbol is the machine's and `Nic`; that of a public address ends on
    /// `Address`.
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Machine<I, T>
    where
        S: Holds<VirtualMachine> + Holds<NetworkInterface> + Holds<PublicIpAddress>,
    {
        let MachineBuilder { settings, kind, identity } = self;
        let (symbol, place) = (symbol.into(), Location::caller());
        let Settings { name, location, subnet, .. } = &settings;
        let address = format!("{symbol}Address");
        let address = settings.public_address.then(|| public_address::add(g, address, name, location, place));
        let nic = interface::add(g, format!("{symbol}Nic"), (name, location), subnet, address.as_ref());
        let os_profile = kind.profile(settings.computer_name(), g, &symbol);
        let machine = VirtualMachine::new(name, location);
        let machine = settings.zones.iter().fold(machine, VirtualMachine::zones);
        let machine = identity.value().into_iter().fold(machine, VirtualMachine::identity);
        let reference = NetworkInterfaceReference::new().id(nic.id());
        let machine = machine.properties(settings.properties(os_profile, reference));
        let resource = settings.changed(machine).add(g, symbol);
        Machine::new(resource, nic, address, settings.location)
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

    pub(super) fn changed<R: ResourceBody>(&self, resource: R) -> R {
        self.changes.iter().cloned().fold(resource, |resource, (path, value)| resource.property(path, value))
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
