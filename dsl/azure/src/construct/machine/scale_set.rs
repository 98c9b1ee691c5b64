//! A scale set of Linux machines, in flexible orchestration by default. It must not know what spreads the load.

use std::marker::PhantomData;
use std::ops::Deref;

use dsl::{Graph, Handle, Holds, Param, Perspective, Resource, ResourceBody, Scope, Text, Value, ValueOf};

use super::upgrade::Upgrade;
use super::{HasSystemAssigned, Identities, ImageFor, Linux, MachineBuilder, NoIdentity, TakesSystemAssigned, disk};
use crate::authorization::PrincipalType;
use crate::compute::{
    ApiEntityReference, NetworkApiVersion, OrchestrationMode, Sku, VirtualMachineScaleSet,
    VirtualMachineScaleSetIpConfiguration, VirtualMachineScaleSetIpConfigurationProperties,
    VirtualMachineScaleSetNetworkConfiguration, VirtualMachineScaleSetNetworkConfigurationProperties,
    VirtualMachineScaleSetNetworkProfile, VirtualMachineScaleSetOsProfile, VirtualMachineScaleSetProperties,
    VirtualMachineScaleSetStorageProfile, VirtualMachineScaleSetVmProfile,
};
use crate::construct::Principal;
use crate::network::Subnet;

/// Machines of their own that are counted and spread together: what Microsoft recommends.
#[derive(Clone, Copy, Debug)]
pub enum Flexible {}

/// Machines that are alike, and that only the scale set knows.
#[derive(Clone, Copy, Debug)]
pub enum Uniform {}

/// How a scale set looks after its machines: [`Flexible`] or [`Uniform`].
/// [Orchestration modes](https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes)
pub trait Orchestration {
    #[doc(hidden)]
    const MODE: OrchestrationMode;
    /// Without a load balancer, interfaces are described in this version of the network's API.
    #[doc(hidden)]
    const NETWORK_API_VERSION: Option<NetworkApiVersion>;
}

impl Orchestration for Flexible {
    const MODE: OrchestrationMode = OrchestrationMode::Flexible;
    const NETWORK_API_VERSION: Option<NetworkApiVersion> = Some(NetworkApiVersion::V20201101);
}

impl Orchestration for Uniform {
    const MODE: OrchestrationMode = OrchestrationMode::Uniform;
    const NETWORK_API_VERSION: Option<NetworkApiVersion> = None;
}

/// What a scale set in the orchestration mode `M` is given.
#[derive(Clone, Debug)]
pub struct Instances<M> {
    linux: Linux,
    count: Value<i64>,
    upgrade: Upgrade,
    mode: PhantomData<fn() -> M>,
}

impl TakesSystemAssigned for Instances<Uniform> {}

/// A scale set of Linux machines in a subnet.
pub type LinuxScaleSet<I = NoIdentity, M = Flexible> = MachineBuilder<I, Instances<M>>;

impl MachineBuilder<NoIdentity, Instances<Flexible>> {
    /// Two machines in a subnet, which their administrator reaches with the private half of an SSH key.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        image: impl ImageFor<Linux>,
        subnet: &Resource<Subnet>,
        login: (&Param<String>, impl ValueOf<String>),
    ) -> Self {
        let instances =
            Instances { linux: Linux::new(login), count: Value::from(2), upgrade: Upgrade::Manual, mode: PhantomData };
        MachineBuilder::start((name.into(), location.into()), image.image().reference(), subnet.id(), instances)
    }
}

impl<I> MachineBuilder<I, Instances<Flexible>> {
    /// In uniform orchestration, which has system-assigned identities. It cannot be changed later.
    pub fn uniform(self) -> MachineBuilder<I, Instances<Uniform>> {
        let MachineBuilder { settings, kind, identity } = self;
        let Instances { linux, count, upgrade, .. } = kind;
        MachineBuilder { settings, kind: Instances { linux, count, upgrade, mode: PhantomData }, identity }
    }
}

impl<I, M> MachineBuilder<I, Instances<M>> {
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

    /// What cloud-init does at the first boot, as for a machine. The var's symbol is the scale set's and `CloudInit`.
    pub fn cloud_init(mut self, text: impl Into<Text>) -> Self {
        self.kind.linux.cloud_init(text.into());
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

impl<I: Identities, M: Orchestration> MachineBuilder<I, Instances<M>> {
    /// Adds the scale set.
    #[track_caller]
    pub fn add<S: Holds<VirtualMachineScaleSet>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> ScaleSet<I> {
        let symbol = symbol.into();
        let profile = self.profile(g, &symbol);
        let MachineBuilder { settings, kind, identity } = self;
        let set = VirtualMachineScaleSet::new(&settings.name, &settings.location);
        let set = settings.zones.iter().fold(set, VirtualMachineScaleSet::zones);
        let set = set.sku(Sku::new().name(&settings.size).tier("Standard").capacity(&kind.count));
        let identity = identity.value().map(|identity| Value::from(identity).cast());
        let set = identity.into_iter().fold(set, |set, identity: Value<_>| set.identity(identity));
        let properties = VirtualMachineScaleSetProperties::new()
            .orchestration_mode(M::MODE)
            .platform_fault_domain_count(1)
            .single_placement_group(false)
            .upgrade_policy(kind.upgrade.policy())
            .virtual_machine_profile(profile);
        ScaleSet { resource: settings.changed(set.properties(properties)).add(g, symbol), identities: PhantomData }
    }

    #[track_caller]
    fn profile<S: Scope>(&self, g: &mut Graph<S>, symbol: &Text) -> VirtualMachineScaleSetVmProfile {
        let MachineBuilder { settings, kind, .. } = self;
        // The two have the same properties, as far as they are set here.
        let storage = Value::from(disk::profile(settings.image.clone(), &settings.data_disks));
        let storage: Value<VirtualMachineScaleSetStorageProfile> = storage.cast();
        let profile = VirtualMachineScaleSetVmProfile::new()
            .storage_profile(storage)
            .os_profile(self.os_profile(g, symbol))
            .network_profile(self.network());
        let security = settings.security.profile().into_iter();
        let profile = security.fold(profile, VirtualMachineScaleSetVmProfile::security_profile);
        let diagnostics = settings.diagnostics().into_iter();
        let profile = diagnostics.fold(profile, VirtualMachineScaleSetVmProfile::diagnostics_profile);
        let extensions = kind.upgrade.extensions().into_iter();
        extensions.fold(profile, VirtualMachineScaleSetVmProfile::extension_profile)
    }

    #[track_caller]
    fn os_profile<S: Scope>(&self, g: &mut Graph<S>, symbol: &Text) -> VirtualMachineScaleSetOsProfile {
        let linux = &self.kind.linux;
        let profile = VirtualMachineScaleSetOsProfile::new()
            .computer_name_prefix(self.settings.computer_name())
            .admin_username(&linux.administrator)
            .linux_configuration(linux.configuration());
        linux.base64(g, symbol).into_iter().fold(profile, VirtualMachineScaleSetOsProfile::custom_data)
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
