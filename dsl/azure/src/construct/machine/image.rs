//! Images, each of one operating system. It must not know machines.

use std::marker::PhantomData;

use dsl::{Resource, Text, Value, ValueOf};

use super::{Linux, Windows};
use crate::compute::{GalleryImage, ImageReference};

/// An image for machines with the operating system `O`: one of the constants, or any other by
/// [`of`](Image::of) or [`by_id`](Image::by_id). All constants are images of generation 2, which trusted launch needs.
#[derive(Clone, Debug)]
pub struct Image<O> {
    source: Source,
    pub(super) hotpatching: bool,
    operating_system: PhantomData<fn() -> O>,
}

#[derive(Clone, Debug)]
enum Source {
    Marketplace { publisher: Text, offer: Text, sku: Text, version: Text },
    Id(Value<String>),
}

impl Image<Linux> {
    /// Ubuntu 22.04 LTS, the newest build.
    pub const UBUNTU_22_04: Self = newest("Canonical", "0001-com-ubuntu-server-jammy", "22_04-lts-gen2");
    /// Ubuntu 24.04 LTS, the newest build.
    pub const UBUNTU_24_04: Self = newest("Canonical", "ubuntu-24_04-lts", "server");
    /// Debian 12, the newest build.
    pub const DEBIAN_12: Self = newest("Debian", "debian-12", "12-gen2");
    /// Debian 13, the newest build.
    pub const DEBIAN_13: Self = newest("Debian", "debian-13", "13-gen2");
    /// Red Hat Enterprise Linux 9, the newest build.
    pub const RHEL_9: Self = newest("RedHat", "RHEL", "9-lvm-gen2");
    /// Red Hat Enterprise Linux 10, the newest build.
    pub const RHEL_10: Self = newest("RedHat", "RHEL", "10-lvm-gen2");
    /// Azure Linux 3, the newest build.
    pub const AZURE_LINUX_3: Self = newest("MicrosoftCBLMariner", "azure-linux-3", "azure-linux-3-gen2");
}

impl Image<Windows> {
    /// Windows Server 2022 Datacenter: Azure Edition, the newest build.
    pub const WINDOWS_SERVER_2022: Self = windows_server("2022-datacenter-azure-edition");
    /// Windows Server 2022 Datacenter: Azure Edition without a desktop, the newest build. It can be hotpatched.
    pub const WINDOWS_SERVER_2022_CORE: Self = windows_server("2022-datacenter-azure-edition-core").hotpatched();
    /// Windows Server 2022 Datacenter: Azure Edition Hotpatch, the newest build.
    pub const WINDOWS_SERVER_2022_HOTPATCH: Self =
        windows_server("2022-datacenter-azure-edition-hotpatch").hotpatched();
    /// Windows Server 2025 Datacenter: Azure Edition, the newest build. It can be hotpatched.
    pub const WINDOWS_SERVER_2025: Self = windows_server("2025-datacenter-azure-edition").hotpatched();
    /// Windows Server 2025 Datacenter: Azure Edition without a desktop, the newest build. It can be hotpatched.
    pub const WINDOWS_SERVER_2025_CORE: Self = windows_server("2025-datacenter-azure-edition-core").hotpatched();

    /// Azure lists it among the images that take updates without a restart:
    /// [supported platforms](https://learn.microsoft.com/windows-server/get-started/hotpatch).
    const fn hotpatched(mut self) -> Self {
        self.hotpatching = true;
        self
    }
}

impl<O> Image<O> {
    /// Any image of the marketplace, the newest build: `az vm image list` names them. That it is one of `O` is your word.
    pub fn of(publisher: impl Into<Text>, offer: impl Into<Text>, sku: impl Into<Text>) -> Self {
        let (publisher, offer, sku) = (publisher.into(), offer.into(), sku.into());
        image(Source::Marketplace { publisher, offer, sku, version: Text::Borrowed("latest") })
    }

    /// An image by its id: one of a gallery, with or without its version, or a managed image.
    pub fn by_id(id: impl ValueOf<String>) -> Self {
        image(Source::Id(id.into()))
    }

    /// An image of a gallery, the newest version.
    pub fn in_gallery(definition: &Resource<GalleryImage>) -> Self {
        image(Source::Id(definition.id()))
    }

    /// Of the marketplace, a given build instead of the newest one: `24.04.202610090`. An id says its version itself.
    pub fn version(mut self, given: impl Into<Text>) -> Self {
        if let Source::Marketplace { version, .. } = &mut self.source {
            *version = given.into();
        }
        self
    }

    pub(super) fn reference(self) -> ImageReference {
        match self.source {
            Source::Marketplace { publisher, offer, sku, version } => {
                ImageReference::new().publisher(publisher).offer(offer).sku(sku).version(version)
            }
            Source::Id(id) => ImageReference::new().id(id),
        }
    }
}

const fn image<O>(source: Source) -> Image<O> {
    Image { source, hotpatching: false, operating_system: PhantomData }
}

const fn newest<O>(publisher: &'static str, offer: &'static str, sku: &'static str) -> Image<O> {
    image(Source::Marketplace {
        publisher: Text::Borrowed(publisher),
        offer: Text::Borrowed(offer),
        sku: Text::Borrowed(sku),
        version: Text::Borrowed("latest"),
    })
}

const fn windows_server(sku: &'static str) -> Image<Windows> {
    newest("MicrosoftWindowsServer", "WindowsServer", sku)
}

/// An image that a machine with the operating system `O` can start from.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is an image of another operating system than the machine's",
    label = "the machine cannot start from this image",
    note = "choose an image of the machine's: `Image::UBUNTU_24_04` and the like for Linux, `Image::WINDOWS_SERVER_2025` and \
            the like for Windows, or any by `Image::of(publisher, offer, sku)`"
)]
pub trait ImageFor<O> {
    /// The image.
    fn image(self) -> Image<O>;
}

impl<O> ImageFor<O> for Image<O> {
    fn image(self) -> Image<O> {
        self
    }
}
