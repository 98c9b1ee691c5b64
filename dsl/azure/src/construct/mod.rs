//! Constructs: several resources wired with safe defaults. They return the plain handles, so everything stays adjustable.
//! Built on the catalogue only; they must not know how a resource is printed.

mod grant;
mod linux_machine;
mod network;
mod open_ai;
mod private_endpoint;
mod zone;

pub use self::grant::{GrantBuilder, Grants, Principal};
pub use self::linux_machine::{Image, LinuxMachine, Machine, NoIdentity, SystemAssigned};
pub use self::network::Network;
pub use self::open_ai::{Capacity, Model, OpenAi, OpenAiAccount};
pub use self::private_endpoint::PrivateEndpoint;
pub use self::zone::{PrivateLinkTarget, Zone, ZoneFor, ZoneOf};
