//! A scale set, in flexible orchestration by default. It must not know what is special about an operating system, nor what
//! spreads the load.

use std::marker::PhantomData;
use std::ops::Deref;

use dsl::{Graph, Handle, Holds, Param, Perspective, Resource, ResourceBody, Scope, Secret, Text, Value, ValueOf};

use super::upgrade::Upgrade;
use super::{
    Flexible, HasSystemAssigned, Identities, ImageFor, Linux, MachineBuilder, NoIdentity, OperatingSystem,
    Orchestration, TakesSystemAssigned, Uniform, Windows, disk,
};
use crate::authorization::PrincipalType;
use crate::compute::{
    ApiEntityReference, Sku, VirtualMachineScaleSet, VirtualMachineScaleSetIpConfiguration,
    VirtualMachineScaleSetIpConfigurationProperties, VirtualMachineScaleSetNetworkConfiguration,
    VirtualMachineScaleSetNetworkConfigurationProperties, VirtualMachineScaleSetNetworkProfile,
    VirtualMachineScaleSetProperties, VirtualMachineScaleSetStorageProfile, VirtualMachineScaleSetVmProfile,
};
use crate::construct::{Principal, changes};
use crate::network::Subnet;

/// What a scale set of machines with the operating system `O` is given, in the orchestration mode `M`.
#[derive(Clone, Debug)]
pub struct Instances<O, M> {
    system: O,
    count: Value<i64>,
    upgrade: Upgrade,
    mode: PhantomData<fn() -> M>,
}

impl<O> TakesSystemAssigned for Instances<O, Uniform> {}

/// A scale set of Linux machines in a subnet.
pub type LinuxScaleSet<I = NoIdentity, M = Flexible> = MachineBuilder<I, Instances<Linux, M>>;

/// A scale set of Windows machines in a subnet. Its name is at most 9 characters long, or it has a `computer_name`.
pub type WindowsScaleSet<I = NoIdentity, M = Flexible> = MachineBuilder<I, Instances<Windows, M>>;

impl LinuxScaleSet {
    /// Two machines in a subnet, which their administrator reaches with the private half of an SSH key.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        image: impl ImageFor<Linux>,
        subnet: &Resource<Subnet>,
        login: (&Param<String>, impl ValueOf<String>),
    ) -> Self {
        let instances = Instances::of(Linux::new(login));
        MachineBuilder::start((name.into(), location.into()), image.image().reference(), subnet.id(), instances)
    }
}

impl WindowsScaleSet {
    /// Two machines in a subnet, with the name of their administrator and the password, which is a secret param or comes
    /// from a key vault. Windows takes at most 9 characters in front of the number of an instance: give the param that
    /// `name` is made of a bound, or set [`computer_name`](Self::computer_name).
    ///
    /// Updates are installed as on a [`WindowsMachine`](super::WindowsMachine); in uniform orchestration by Windows itself.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        image: impl ImageFor<Windows>,
        subnet: &Resource<Subnet>,
        login: (&Param<String>, impl ValueOf<Secret<String>>),
    ) -> Self {
        let image = image.image();
        let instances = Instances::of(Windows::new(&image, login));
        MachineBuilder::start((name.into(), location.into()), image.reference(), subnet.id(), instances)
    }
}

impl<O> Instances<O, Flexible> {
    fn of(system: O) -> Self {
        Instances { system, count: Value::from(2), upgrade: Upgrade::Manual, mode: PhantomData }
    }
}

impl<I, O> MachineBuilder<I, Instances<O, Flexible>> {
    /// In uniform orchestration, which has system-assigned identities. It cannot be changed later.
    pub fn uniform(self) -> MachineBuilder<I, Instances<O, Uniform>> {
        let MachineBuilder { resource, settings, kind, identity } = self;
        let Instances { system, count, upgrade, .. } = kind;
        MachineBuilder { resource, settings, kind: Instances { system, count, upgrade, mode: PhantomData }, identity }
    }
}

impl<I, M> LinuxScaleSet<I, M> {
    /// What cloud-init does at the first boot, as for a machine. The var's symbol is the scale set's and `CloudInit`.
    pub fn cloud_init(mut self, text: impl Into<Text>) -> Self {
        self.kind.system.cloud_init(text.into());
        self
    }
}

impl<I, O, M> MachineBuilder<I, Instances<O, M>> {
    /// How many machines there are: two.
    pub fn instances(mut self, count: impl ValueOf<i64>) -> Self {
        self.kind.count = count.into();
        self
    }

    /// The availability zones that the machines are spread over: `["1", "2", "3"]`.
    pub fn zones(mut self, zones: impl ValueOf<Vec<String>>) -> Self {
        self.settings.zones = Some(zones.into());
        self
    }

    /// Changes of the model reach all machines at once. By default each waits until somebody upgrades it.
    pub fn automatic_upgrades(mut self) -> Self {
        self.kind.upgrade = Upgrade::Automatic;
        self
    }

    /// Changes of the model reach the machines batch by batch, as long as those that are done answer `GET path` on a port
    /// with 200.
    pub fn rolling_upgrades(mut self, port: impl ValueOf<i64>, path: impl ValueOf<String>) -> Self {
        self.kind.upgrade = Upgrade::Rolling { port: port.into(), path: path.into() };
        self
    }
}

impl<I: Identities, O: OperatingSystem, M: Orchestration> MachineBuilder<I, Instances<O, M>> {
    /// Adds the scale set.
    #[track_caller]
    pub fn add<S: Holds<VirtualMachineScaleSet>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> ScaleSet<I> {
        let (g, symbol) = (&mut g.as_whole(), symbol.into());
        let profile = self.profile(g, &symbol);
        let MachineBuilder { resource, settings, kind, .. } = self;
        let set = VirtualMachineScaleSet::new(&settings.name, &settings.location);
        let set = settings.zones.iter().fold(set, VirtualMachineScaleSet::zones);
        let set = set.sku(Sku::new().name(&settings.size).tier("Standard").capacity(&kind.count));
        let properties = VirtualMachineScaleSetProperties::new()
            .orchestration_mode(M::MODE)
            .platform_fault_domain_count(1)
            .single_placement_group(false)
            .upgrade_policy(kind.upgrade.policy())
            .virtual_machine_profile(profile);
        let set = changes::over(set.properties(properties), resource);
        ScaleSet { resource: set.add(g, symbol), identities: PhantomData }
    }

    #[track_caller]
    fn profile<S: Scope>(&self, g: &mut Graph<S>, symbol: &Text) -> VirtualMachineScaleSetVmProfile {
        let MachineBuilder { settings, kind, .. } = self;
        // The two have the same properties, as far as they are set here.
        let storage = Value::from(disk::profile(settings.image.clone(), &settings.data_disks));
        let storage: Value<VirtualMachineScaleSetStorageProfile> = storage.cast();
        let profile = VirtualMachineScaleSetVmProfile::new()
            .storage_profile(storage)
            .os_profile(kind.system.instances_profile::<M, _>(settings.computer_name(), g, symbol))
            .network_profile(self.network());
        let security = settings.security.profile().into_iter();
        let profile = security.fold(profile, VirtualMachineScaleSetVmProfile::security_profile);
        let diagnostics = settings.diagnostics().into_iter();
        let profile = diagnostics.fold(profile, VirtualMachineScaleSetVmProfile::diagnostics_profile);
        let extensions = kind.upgrade.extensions(O::HEALTH).into_iter();
        extensions.fold(profile, VirtualMachineScaleSetVmProfile::extension_profile)
    }

    /// An interface for each machine, without a public address.
    fn network(&self) -> VirtualMachineScaleSetNetworkProfile {
        let subnet = ApiEntityReference::new().id(&self.settings.subnet);
        let address = VirtualMachineScaleSetIpConfiguration::new("primary")
            .properties(VirtualMachineScaleSetIpConfigurationProperties::new().subnet(subnet));
        let properties = VirtualMachineScaleSetNetworkConfigurationProperties::new([address]).primary(true);
        let interface = VirtualMachineScaleSetNetworkConfiguration::new("primary").properties(properties);
        let profile = VirtualMachineScaleSetNetworkProfile::new();
        let version = M::NETWORK_API_VERSION.into_iter();
        let profile = version.fold(profile, VirtualMachineScaleSetNetworkProfile::network_api_version);
        profile.network_interface_configurations([interface])
    }
}

/// A scale set in a graph, with the identities `I`. It can be used as the plain resource.
#[derive(Clone, Debug)]
pub struct ScaleSet<I> {
    resource: Resource<VirtualMachineScaleSet>,
    identities: PhantomData<fn() -> I>,
}

impl<I> Deref for ScaleSet<I> {
    type Target = Resource<VirtualMachineScaleSet>;
    fn deref(&self) -> &Resource<VirtualMachineScaleSet> {
        &self.resource
    }
}

/// A scale set can leave a condition or loop as a whole.
impl<I> Handle for ScaleSet<I> {
    fn seen_from(&self, place: &Perspective) -> Self {
        ScaleSet { resource: self.resource.seen_from(place), identities: PhantomData }
    }
}

/// The system-assigned identity; roles for a user-assigned one are granted to that resource.
#[diagnostic::do_not_recommend]
impl<I: HasSystemAssigned> Principal for ScaleSet<I> {
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
