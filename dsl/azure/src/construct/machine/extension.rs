//! Extensions of a machine: login with Microsoft Entra, scripts. It must not know how machines are made.

use dsl::{Graph, Holds, Object, Resource, ResourceBody, Secret, Text, Value, ValueOf};

use super::{HasSystemAssigned, Machine, OperatingSystem, script};
use crate::compute::{VirtualMachineExtension, VirtualMachineExtensionProperties};

/// An extension as its publisher names it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Extension {
    pub(super) publisher: &'static str,
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

/// What the extension for scripts runs, once, as root or as the system.
#[derive(Clone, Debug)]
pub struct CustomScript {
    work: Work,
    files: Vec<Value<String>>,
    protected: bool,
}

#[derive(Clone, Debug)]
enum Work {
    Script(Text),
    Command(Value<String>),
}

impl CustomScript {
    /// A script of several lines: of a shell for Linux, with `#!` in front, of PowerShell for Windows, where it is at most
    /// some 5,000 bytes long. It becomes a var, whose symbol is the extension's and `Script`. No secrets in it.
    pub fn new(script: impl Into<Text>) -> Self {
        CustomScript { work: Work::Script(script.into()), files: Vec::new(), protected: false }
    }

    /// A command.
    pub fn command(command: impl ValueOf<String>) -> Self {
        CustomScript { work: Work::Command(command.into()), files: Vec::new(), protected: false }
    }

    /// A command with a secret as its last argument, which stands there without quotes: `CustomScript::secret_command("sh
    /// join.sh", &token)`. It goes to the protected settings, which Azure encrypts and does not give away.
    pub fn secret_command(command: impl ValueOf<String>, secret: impl ValueOf<Secret<String>>) -> Self {
        let secret: Value<Secret<String>> = secret.into();
        let command: Value<String> = command.into();
        CustomScript { protected: true, ..CustomScript::command(command + " " + secret.cast::<String>()) }
    }

    /// Files that are downloaded beforehand, by their addresses.
    pub fn files<V: ValueOf<String>>(mut self, addresses: impl IntoIterator<Item = V>) -> Self {
        self.files.extend(addresses.into_iter().map(Into::into));
        self
    }

    /// Keeps the script or command out of what Azure shows of the extension.
    pub fn protected(mut self) -> Self {
        self.protected = true;
        self
    }
}

impl<I, O: OperatingSystem> Machine<I, O> {
    /// Lets people log in with Microsoft Entra who have the role *Virtual Machine User Login* or *Virtual Machine
    /// Administrator Login* on the machine. Needs a system-assigned identity:
    /// [Linux](https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-linux),
    /// [Windows](https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows).
    #[track_caller]
    pub fn entra_login<S>(&self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<VirtualMachineExtension>
    where
        S: Holds<VirtualMachineExtension>,
        I: HasSystemAssigned,
    {
        self.extension(O::ENTRA_LOGIN, Object::default(), Object::default()).add(g, symbol)
    }

    /// Runs a script or command when it is deployed, and again when it changes. A machine takes one.
    #[track_caller]
    pub fn custom_script<S: Holds<VirtualMachineExtension>>(
        &self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        custom: CustomScript,
    ) -> Resource<VirtualMachineExtension> {
        let symbol = symbol.into();
        let (name, value) = match custom.work {
            Work::Command(command) => ("commandToExecute", command),
            Work::Script(text) => {
                let what = "What the extension for scripts runs.";
                O::script_setting(script::in_base64(g, format!("{symbol}Script"), text, what))
            }
        };
        let mut settings = Object::default();
        let mut protected = Object::default();
        if !custom.files.is_empty() {
            settings = settings.with("fileUris", Value::<Vec<String>>::from(custom.files));
        }
        let place = if custom.protected { &mut protected } else { &mut settings };
        *place = std::mem::take(place).with(name, value);
        self.extension(O::CUSTOM_SCRIPT, settings, protected).add(g, symbol)
    }

    fn extension(&self, extension: Extension, settings: Object, protected: Object) -> VirtualMachineExtension {
        let mut properties = VirtualMachineExtensionProperties::new()
            .publisher(extension.publisher)
            .r#type(extension.name)
            .type_handler_version(extension.version)
            .auto_upgrade_minor_version(true);
        if settings != Object::default() {
            properties = properties.settings(settings);
        }
        if protected != Object::default() {
            properties = properties.protected_settings(protected);
        }
        VirtualMachineExtension::new(self.resource(), extension.name, &self.location).properties(properties)
    }
}
