//! A machine with Windows is to start from an image of Linux.

use azure::network::Subnet;
use azure::prelude::*;

fn build(location: &Param<String>, subnet: &Resource<Subnet>, login: (&Param<String>, &Param<Secret<String>>)) {
    let _ = WindowsMachine::new("vm", location, Image::UBUNTU_24_04, subnet, login);
}

fn main() {}
