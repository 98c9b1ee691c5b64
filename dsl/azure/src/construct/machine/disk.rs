//! Disks. It must not know whether a machine or a scale set has them.

use dsl::{Value, ValueOf};

use crate::compute::{
    self, DiskCreateOption, DiskSkuName, ImageOsDiskCaching, ImageReference, ManagedDiskParameters, OsDisk,
    StorageProfile,
};

/// A new, empty disk for data: Premium SSD, not cached, and kept when its machine is deleted.
#[derive(Clone, Debug)]
pub struct DataDisk {
    size: Value<i64>,
    sku: Value<DiskSkuName>,
    caching: Value<ImageOsDiskCaching>,
}

impl DataDisk {
    /// A disk of so many GiB.
    pub fn new(size: impl ValueOf<i64>) -> Self {
        DataDisk { size: size.into(), sku: DiskSkuName::PremiumLrs.into(), caching: ImageOsDiskCaching::None.into() }
    }

    /// The SKU: `Premium_LRS`. Those of Premium SSD v2 and Ultra Disk need an availability zone.
    pub fn sku(mut self, sku: impl ValueOf<DiskSkuName>) -> Self {
        self.sku = sku.into();
        self
    }

    /// What the host keeps in memory: nothing. Premium SSD v2 and Ultra Disk take nothing else; elsewhere `ReadOnly` is
    /// good for data that is read more than written.
    pub fn caching(mut self, caching: impl ValueOf<ImageOsDiskCaching>) -> Self {
        self.caching = caching.into();
        self
    }

    fn attached(&self, lun: i64) -> compute::DataDisk {
        compute::DataDisk::new(lun, DiskCreateOption::Empty)
            .disk_size_gb(&self.size)
            .caching(&self.caching)
            .managed_disk(ManagedDiskParameters::new().storage_account_type(&self.sku))
    }
}

/// The image, the disk that it is copied to, and the data disks in the order of their logical unit numbers.
pub(super) fn profile(image: ImageReference, data_disks: &[DataDisk]) -> StorageProfile {
    let premium = ManagedDiskParameters::new().storage_account_type(DiskSkuName::PremiumLrs);
    let os_disk = OsDisk::new(DiskCreateOption::FromImage).managed_disk(premium);
    let profile = StorageProfile::new().image_reference(image).os_disk(os_disk);
    if data_disks.is_empty() {
        return profile;
    }
    let attached: Vec<_> = (0..).zip(data_disks).map(|(lun, disk)| disk.attached(lun)).collect();
    profile.data_disks(attached)
}
