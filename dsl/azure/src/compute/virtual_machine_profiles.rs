//! The parts of a virtual machine: hardware, disks, operating system, network, security.

dsl::object! {
    /// How large the machine is.
    pub struct HardwareProfile() {
        /// `Standard_D2s_v5` and the like.
        vm_size: String = "vmSize",
    }
}

dsl::object! {
    /// What it starts from and where it keeps its files.
    pub struct StorageProfile() {
        image_reference: ImageReference = "imageReference",
        os_disk: OsDisk = "osDisk",
    }
}

dsl::object! {
    /// An image of the marketplace.
    pub struct ImageReference() {
        publisher: String = "publisher",
        offer: String = "offer",
        sku: String = "sku",
        version: String = "version",
    }
}

dsl::object! {
    /// The disk with the operating system.
    pub struct OsDisk(create_option: DiskCreateOption) {
        create_option: DiskCreateOption = "createOption",
        disk_size_gb: i64 = "diskSizeGB",
        managed_disk: ManagedDiskParameters = "managedDisk",
    }
}

dsl::choice! {
    /// Where a disk's content comes from.
    pub open enum DiskCreateOption {
        FromImage = "FromImage",
        Empty = "Empty",
        Attach = "Attach",
    }
}

dsl::object! {
    /// How a disk is kept.
    pub struct ManagedDiskParameters() {
        /// `Premium_LRS`, `StandardSSD_LRS` and the like.
        storage_account_type: String = "storageAccountType",
    }
}

dsl::object! {
    /// Names and credentials of the operating system.
    pub struct OsProfile() {
        computer_name: String = "computerName",
        admin_username: String = "adminUsername",
        linux_configuration: LinuxConfiguration = "linuxConfiguration",
    }
}

dsl::object! {
    /// How Linux is set up.
    pub struct LinuxConfiguration() {
        disable_password_authentication: bool = "disablePasswordAuthentication",
        ssh: SshConfiguration = "ssh",
    }
}

dsl::object! {
    /// Who may log in by SSH.
    pub struct SshConfiguration() {
        public_keys: Vec<SshPublicKey> = "publicKeys",
    }
}

dsl::object! {
    /// A public key and the file that it is written to.
    pub struct SshPublicKey() {
        path: String = "path",
        key_data: String = "keyData",
    }
}

dsl::object! {
    /// The machine's interfaces.
    pub struct NetworkProfile() {
        network_interfaces: Vec<NetworkInterfaceReference> = "networkInterfaces",
    }
}

dsl::object! {
    /// An interface by its id.
    pub struct NetworkInterfaceReference(id: String) {
        id: String = "id",
    }
}

dsl::object! {
    /// How the machine is protected.
    pub struct SecurityProfile() {
        /// Encrypts the caches on the host too; the subscription needs the feature `EncryptionAtHost`.
        encryption_at_host: bool = "encryptionAtHost",
        security_type: SecurityType = "securityType",
        uefi_settings: UefiSettings = "uefiSettings",
    }
}

dsl::choice! {
    /// What the machine's start is measured against.
    pub open enum SecurityType {
        TrustedLaunch = "TrustedLaunch",
        ConfidentialVm = "ConfidentialVM",
        Standard = "Standard",
    }
}

dsl::object! {
    /// How the machine starts.
    pub struct UefiSettings() {
        secure_boot_enabled: bool = "secureBootEnabled",
        v_tpm_enabled: bool = "vTpmEnabled",
    }
}
