//! How changes reach the machines of a scale set. It must not know what is changed.

use dsl::{Object, Value};

use crate::compute::{
    InlineVirtualMachineScaleSetExtension, RollingUpgradePolicy, UpgradePolicy, UpgradePolicyMode,
    VirtualMachineScaleSetExtensionProfile, VirtualMachineScaleSetExtensionProperties,
};

#[derive(Clone, Debug)]
pub(super) enum Upgrade {
    Manual,
    Automatic,
    Rolling { port: Value<i64>, path: Value<String> },
}

impl Upgrade {
    pub(super) fn policy(&self) -> UpgradePolicy {
        let mode = match self {
            Upgrade::Manual => UpgradePolicyMode::Manual,
            Upgrade::Automatic => UpgradePolicyMode::Automatic,
            Upgrade::Rolling { .. } => UpgradePolicyMode::Rolling,
        };
        let policy = UpgradePolicy::new().mode(mode);
        if !matches!(self, Upgrade::Rolling { .. }) {
            return policy;
        }
        // A fifth at a time, which are Azure's own figures; written out, for reviewers have to know.
        let fifth = RollingUpgradePolicy::new()
            .max_batch_instance_percent(20)
            .max_unhealthy_instance_percent(20)
            .max_unhealthy_upgraded_instance_percent(20)
            .pause_time_between_batches("PT0S");
        policy.rolling_upgrade_policy(fifth)
    }

    /// The extension, by the name that its publisher gave it, that tells Azure whether a machine is healthy; rolling upgrades need it.
    /// [Application Health extension](https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-health-extension)
    pub(super) fn extensions(&self, name: &'static str) -> Option<VirtualMachineScaleSetExtensionProfile> {
        let Upgrade::Rolling { port, path } = self else { return None };
        let settings = Object::default().with("protocol", "http").with("port", port).with("requestPath", path);
        let properties = VirtualMachineScaleSetExtensionProperties::new()
            .publisher("Microsoft.ManagedServices")
            .r#type(name)
            .type_handler_version("1.0")
            .auto_upgrade_minor_version(true)
            .enable_automatic_upgrade(true)
            .settings(settings);
        let extension = InlineVirtualMachineScaleSetExtension::new().name(name).properties(properties);
        Some(VirtualMachineScaleSetExtensionProfile::new().extensions([extension]))
    }
}
