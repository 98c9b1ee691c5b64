//! What is special about a machine with Windows: a password, how it is patched. It must not know its network or its disks.

use dsl::{Graph, Param, Resource, Scope, Secret, Text, Value, ValueOf};

use super::extension::Extension;
use super::{Image, ImageFor, MachineBuilder, NoIdentity, OperatingSystem, Orchestration, TakesSystemAssigned};
use crate::compute::{
    AssessmentMode, OsProfile, PatchSettings, PatchSettingsPatchMode, RebootSetting, VirtualMachineScaleSetOsProfile,
    WindowsConfiguration, WindowsVmGuestPatchAutomaticByPlatformSettings,
};
use crate::network::Subnet;

/// What a machine with Windows is given.
#[derive(Clone, Debug)]
pub struct Windows {
    administrator: Value<String>,
    password: Value<Secret<String>>,
    patch_mode: PatchSettingsPatchMode,
    hotpatching: bool,
}

/// A Windows machine in a subnet. Its name is at most 15 characters long, or it has a `computer_name`.
pub type WindowsMachine<I = NoIdentity> = MachineBuilder<I, Windows>;

impl MachineBuilder<NoIdentity, Windows> {
    /// A machine of two cores in a subnet, with the name of its administrator and the password, which is a secret param or
    /// comes from a key vault. Windows takes computer names of at most 15 characters: give the param that `name` is made of
    /// a bound, or set [`computer_name`](Self::computer_name).
    ///
    /// Azure installs updates outside of working hours, and without a restart where the image can be hotpatched.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        image: impl ImageFor<Windows>,
        subnet: &Resource<Subnet>,
        login: (&Param<String>, impl ValueOf<Secret<String>>),
    ) -> Self {
        let image = image.image();
        let windows = Windows::new(&image, login);
        MachineBuilder::start((name.into(), location.into()), image.reference(), subnet.id(), windows)
    }
}

impl<I> MachineBuilder<I, Windows> {
    /// Who installs updates: the platform. Images that Azure does not patch need `AutomaticByOs`:
    /// [supported images](https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching).
    pub fn patch_mode(mut self, mode: PatchSettingsPatchMode) -> Self {
        self.kind.patch_mode = mode;
        self
    }

    /// Whether updates are installed without a restart where that is possible: as the image supports it. Azure refuses
    /// it for other images, and unless the platform installs the updates.
    pub fn hotpatching(mut self, hotpatching: bool) -> Self {
        self.kind.hotpatching = hotpatching;
        self
    }
}

impl Windows {
    pub(super) fn new(
        image: &Image<Windows>,
        (administrator, password): (&Param<String>, impl ValueOf<Secret<String>>),
    ) -> Self {
        Windows {
            administrator: administrator.into(),
            password: password.into(),
            patch_mode: PatchSettingsPatchMode::AutomaticByPlatform,
            hotpatching: image.hotpatching,
        }
    }

    fn configuration(&self) -> WindowsConfiguration {
        let is_manual = matches!(self.patch_mode, PatchSettingsPatchMode::Manual);
        updated(!is_manual).patch_settings(self.patch_settings())
    }

    fn patch_settings(&self) -> PatchSettings {
        let settings =
            PatchSettings::new().patch_mode(self.patch_mode).assessment_mode(AssessmentMode::AutomaticByPlatform);
        if !matches!(self.patch_mode, PatchSettingsPatchMode::AutomaticByPlatform) {
            return settings;
        }
        let restart = WindowsVmGuestPatchAutomaticByPlatformSettings::new().reboot_setting(RebootSetting::IfRequired);
        settings.enable_hotpatching(self.hotpatching).automatic_by_platform_settings(restart)
    }
}

fn updated(automatically: bool) -> WindowsConfiguration {
    WindowsConfiguration::new().provision_vm_agent(true).enable_automatic_updates(automatically)
}

impl TakesSystemAssigned for Windows {}

impl OperatingSystem for Windows {
    const HEALTH: &'static str = "ApplicationHealthWindows";
    const ENTRA_LOGIN: Extension =
        Extension { publisher: "Microsoft.Azure.ActiveDirectory", name: "AADLoginForWindows", version: "2.2" };
    const CUSTOM_SCRIPT: Extension =
        Extension { publisher: "Microsoft.Compute", name: "CustomScriptExtension", version: "1.10" };

    fn profile<S: Scope>(self, computer_name: &Value<String>, _: &mut Graph<S>, _: &Text) -> OsProfile {
        OsProfile::new()
            .computer_name(computer_name)
            .admin_username(&self.administrator)
            .admin_password(&self.password)
            .windows_configuration(self.configuration())
    }

    fn instances_profile<M: Orchestration, S: Scope>(
        &self,
        name_prefix: &Value<String>,
        _: &mut Graph<S>,
        _: &Text,
    ) -> VirtualMachineScaleSetOsProfile {
        let configuration = if M::PATCHES_GUESTS { self.configuration() } else { updated(true) };
        VirtualMachineScaleSetOsProfile::new()
            .computer_name_prefix(name_prefix)
            .admin_username(&self.administrator)
            .admin_password(&self.password)
            .windows_configuration(configuration)
    }

    /// There is no setting for a script, so PowerShell reads it from its command line.
    fn script_setting(base64: Value<String>) -> (&'static str, Value<String>) {
        let decode = "powershell -NoProfile -ExecutionPolicy Bypass -Command \"[Text.Encoding]::UTF8.GetString(\
                      [Convert]::FromBase64String('";
        ("commandToExecute", Value::text(decode) + base64 + "')) | Invoke-Expression\"")
    }
}
