//! What is special about a machine with Linux: SSH keys only, cloud-init. It must not know its network or its disks.

use dsl::{Graph, Param, Resource, Scope, Text, Value, ValueOf};

use super::extension::Extension;
use super::{ImageFor, MachineBuilder, NoIdentity, OperatingSystem, Orchestration, TakesSystemAssigned, script};
use crate::compute::{
    AssessmentMode, InlineSshPublicKey, LinuxConfiguration, LinuxPatchSettings, OsProfile, SshConfiguration,
    VirtualMachineScaleSetOsProfile,
};
use crate::network::Subnet;

/// What a machine with Linux is given.
#[derive(Clone, Debug)]
pub struct Linux {
    administrator: Value<String>,
    ssh_public_key: Value<String>,
    custom_data: Option<CustomData>,
    automatic_guest_patching: bool,
}

#[derive(Clone, Debug)]
enum CustomData {
    CloudInit(Text),
    Base64(Value<String>),
}

/// A Linux machine in a subnet.
pub type LinuxMachine<I = NoIdentity> = MachineBuilder<I, Linux>;

impl MachineBuilder<NoIdentity, Linux> {
    /// A machine of two cores in a subnet, which its administrator reaches with the private half of an SSH key. The
    /// administrator's name is a param, for a template must not give it away.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        image: impl ImageFor<Linux>,
        subnet: &Resource<Subnet>,
        login: (&Param<String>, impl ValueOf<String>),
    ) -> Self {
        let image = image.image().reference();
        MachineBuilder::start((name.into(), location.into()), image, subnet.id(), Linux::new(login))
    }
}

impl<I> MachineBuilder<I, Linux> {
    /// What cloud-init does at the first boot: a text of several lines that begins with `#cloud-config`, or a script. It
    /// becomes a var, whose symbol is the machine's and `CloudInit`. Anybody on the machine can read it: no secrets.
    pub fn cloud_init(mut self, text: impl Into<Text>) -> Self {
        self.kind.cloud_init(text.into());
        self
    }

    /// Data for the first boot in Base64, at most 64 KiB, in the place of [`cloud_init`](Self::cloud_init).
    pub fn custom_data(mut self, base64: impl ValueOf<String>) -> Self {
        self.kind.custom_data(base64.into());
        self
    }

    /// Has Azure look for updates and install them outside of working hours. Not every image can be patched so:
    /// [supported images](https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching).
    pub fn automatic_guest_patching(mut self) -> Self {
        self.kind.automatic_guest_patching = true;
        self
    }
}

impl Linux {
    pub(super) fn new((administrator, ssh_public_key): (&Param<String>, impl ValueOf<String>)) -> Self {
        let (administrator, ssh_public_key) = (administrator.into(), ssh_public_key.into());
        Linux { administrator, ssh_public_key, custom_data: None, automatic_guest_patching: false }
    }

    pub(super) fn cloud_init(&mut self, text: Text) {
        self.custom_data = Some(CustomData::CloudInit(text));
    }

    fn custom_data(&mut self, base64: Value<String>) {
        self.custom_data = Some(CustomData::Base64(base64));
    }

    /// The data for the first boot; a text for cloud-init is added as a var.
    #[track_caller]
    fn base64<S: Scope>(&self, g: &mut Graph<S>, symbol: &Text) -> Option<Value<String>> {
        match self.custom_data.as_ref()? {
            CustomData::Base64(data) => Some(data.clone()),
            CustomData::CloudInit(text) => {
                let what = "What cloud-init does at the first boot.";
                Some(script::in_base64(g, format!("{symbol}CloudInit"), text.clone(), what))
            }
        }
    }

    fn configuration(&self) -> LinuxConfiguration {
        let key = InlineSshPublicKey::new()
            .path("/home/" + &self.administrator + "/.ssh/authorized_keys")
            .key_data(&self.ssh_public_key);
        let configuration = LinuxConfiguration::new()
            .disable_password_authentication(true)
            .ssh(SshConfiguration::new().public_keys([key]));
        let by_platform = LinuxPatchSettings::new()
            .patch_mode(AssessmentMode::AutomaticByPlatform)
            .assessment_mode(AssessmentMode::AutomaticByPlatform);
        if self.automatic_guest_patching { configuration.patch_settings(by_platform) } else { configuration }
    }
}

impl TakesSystemAssigned for Linux {}

impl OperatingSystem for Linux {
    const HEALTH: &'static str = "ApplicationHealthLinux";
    const ENTRA_LOGIN: Extension =
        Extension { publisher: "Microsoft.Azure.ActiveDirectory", name: "AADSSHLoginForLinux", version: "1.0" };
    const CUSTOM_SCRIPT: Extension =
        Extension { publisher: "Microsoft.Azure.Extensions", name: "CustomScript", version: "2.1" };

    #[track_caller]
    fn profile<S: Scope>(self, computer_name: &Value<String>, g: &mut Graph<S>, symbol: &Text) -> OsProfile {
        let profile = OsProfile::new()
            .computer_name(computer_name)
            .admin_username(&self.administrator)
            .linux_configuration(self.configuration());
        self.base64(g, symbol).into_iter().fold(profile, OsProfile::custom_data)
    }

    #[track_caller]
    fn instances_profile<M: Orchestration, S: Scope>(
        &self,
        name_prefix: &Value<String>,
        g: &mut Graph<S>,
        symbol: &Text,
    ) -> VirtualMachineScaleSetOsProfile {
        let profile = VirtualMachineScaleSetOsProfile::new()
            .computer_name_prefix(name_prefix)
            .admin_username(&self.administrator)
            .linux_configuration(self.configuration());
        self.base64(g, symbol).into_iter().fold(profile, VirtualMachineScaleSetOsProfile::custom_data)
    }

    fn script_setting(base64: Value<String>) -> (&'static str, Value<String>) {
        ("script", base64)
    }
}
