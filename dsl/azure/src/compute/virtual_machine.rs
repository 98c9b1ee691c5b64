//! `Microsoft.Compute/virtualMachines`

use dsl::Value;

use super::{HardwareProfile, NetworkProfile, OsProfile, SecurityProfile, StorageProfile};

dsl::resource! {
    /// A virtual machine, version 2026-04-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.compute/virtualmachines).
    pub struct VirtualMachine(location: String) = "Microsoft.Compute/virtualMachines" @ "2026-04-01" in [ResourceGroup] {
        location: String = "location",
        zones: Vec<String> = "zones",
        identity: VirtualMachineIdentity = "identity",
        properties: VirtualMachineProperties = "properties",
    }
    view VirtualMachineView {
        identity: VirtualMachineIdentityView = "identity",
    }
}

dsl::object! {
    /// Who the machine is, when it calls other services.
    pub struct VirtualMachineIdentity() {
        r#type: ResourceIdentityType = "type",
    }
    /// What can be read of a machine's identity.
    view VirtualMachineIdentityView {
        /// The object id of the system-assigned identity.
        principal_id: Value<String> = "principalId",
    }
}

dsl::object! {
    /// What a machine consists of.
    pub struct VirtualMachineProperties() {
        hardware_profile: HardwareProfile = "hardwareProfile",
        storage_profile: StorageProfile = "storageProfile",
        os_profile: OsProfile = "osProfile",
        network_profile: NetworkProfile = "networkProfile",
        security_profile: SecurityProfile = "securityProfile",
    }
}

dsl::choice! {
    /// Which identities a machine has.
    pub closed enum ResourceIdentityType {
        SystemAssigned = "SystemAssigned",
        UserAssigned = "UserAssigned",
        SystemAssignedUserAssigned = "SystemAssigned, UserAssigned",
        None = "None",
    }
}
