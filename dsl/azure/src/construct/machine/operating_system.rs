//! What an operating system has to say about a machine. It must not know any of them.

use dsl::{Graph, Scope, Text, Value};

use super::extension::Extension;
use super::{MachineKind, Orchestration, TakesSystemAssigned};
use crate::compute::{OsProfile, VirtualMachine, VirtualMachineScaleSetOsProfile};

/// An operating system, with what its machines are given: [`Linux`](super::Linux) and [`Windows`](super::Windows).
pub trait OperatingSystem: TakesSystemAssigned + MachineKind<Resource = VirtualMachine> {
    /// The machine's profile; what it needs beside it is added to the graph.
    #[doc(hidden)]
    #[track_caller]
    fn profile<S: Scope>(self, computer_name: &Value<String>, g: &mut Graph<S>, symbol: &Text) -> OsProfile;

    /// The profile of the machines of a scale set, as [`profile`](Self::profile).
    #[doc(hidden)]
    #[track_caller]
    fn instances_profile<M: Orchestration, S: Scope>(
        &self,
        name_prefix: &Value<String>,
        g: &mut Graph<S>,
        symbol: &Text,
    ) -> VirtualMachineScaleSetOsProfile;

    /// The type of the extension that tells a scale set whether a machine is healthy.
    #[doc(hidden)]
    const HEALTH: &'static str;

    /// The extension that lets people log in with Microsoft Entra.
    #[doc(hidden)]
    const ENTRA_LOGIN: Extension;

    /// The extension that runs a script.
    #[doc(hidden)]
    const CUSTOM_SCRIPT: Extension;

    /// The name and the value of the setting that holds a script, given in Base64.
    #[doc(hidden)]
    fn script_setting(base64: Value<String>) -> (&'static str, Value<String>);
}
