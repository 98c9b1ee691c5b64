//! Virtual machines and scale sets: no public address, trusted launch, encryption at host. It must not know what runs on
//! them.

mod builder;
mod disk;
mod extension;
mod handle;
mod identity;
mod image;
mod interface;
mod kind;
mod linux;
mod operating_system;
mod orchestration;
mod scale_set;
mod script;
mod security;
mod upgrade;
mod windows;

pub use self::builder::{MachineBuilder, TakesSystemAssigned};
pub use self::disk::DataDisk;
pub use self::extension::CustomScript;
pub use self::handle::Machine;
pub use self::identity::{
    HasSystemAssigned, Identities, NoIdentity, SystemAndUserAssigned, SystemAssigned, UserAssigned,
};
pub use self::image::{Image, ImageFor};
pub use self::kind::MachineKind;
pub use self::linux::{Linux, LinuxMachine};
pub use self::operating_system::OperatingSystem;
pub use self::orchestration::{Flexible, Orchestration, Uniform};
pub use self::scale_set::{Instances, LinuxScaleSet, ScaleSet, WindowsScaleSet};
pub use self::windows::{Windows, WindowsMachine};
