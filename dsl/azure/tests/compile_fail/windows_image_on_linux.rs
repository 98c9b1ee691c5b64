//! A machine with Linux is to start from an image of Windows.

use azure::network::Subnet;
use azure::prelude::*;

fn build(location: &Param<String>, subnet: &Resource<Subnet>, login: (&Param<String>, &Param<String>)) {
    let _ = LinuxMachine::new("vm", location, Image::WINDOWS_SERVER_2025, subnet, login);
}

fn main() {}
