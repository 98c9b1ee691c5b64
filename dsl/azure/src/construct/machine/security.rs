//! Trusted launch and encryption at host: on by default. It must not know what is secured.

use crate::compute::{SecurityProfile, SecurityProfileSecurityType, UefiSettings};

#[derive(Clone, Copy, Debug)]
pub(super) struct Security {
    pub(super) encryption_at_host: bool,
    pub(super) trusted_launch: bool,
}

impl Default for Security {
    fn default() -> Self {
        Security { encryption_at_host: true, trusted_launch: true }
    }
}

impl Security {
    /// Nothing where nothing is secured: Azure then decides.
    pub(super) fn profile(self) -> Option<SecurityProfile> {
        let mut profile = SecurityProfile::new();
        if self.encryption_at_host {
            profile = profile.encryption_at_host(true);
        }
        if self.trusted_launch {
            profile = profile
                .security_type(SecurityProfileSecurityType::TrustedLaunch)
                .uefi_settings(UefiSettings::new().secure_boot_enabled(true).v_tpm_enabled(true));
        }
        (self.encryption_at_host || self.trusted_launch).then_some(profile)
    }
}
