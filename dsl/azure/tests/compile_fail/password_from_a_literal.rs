//! The password of a machine with Windows is written into the template.

use azure::network::Subnet;
use azure::prelude::*;

fn build(location: &Param<String>, subnet: &Resource<Subnet>, administrator: &Param<String>) {
    let login = (administrator, "not so secret");
    let _ = WindowsMachine::new("vm", location, Image::WINDOWS_SERVER_2025, subnet, login);
}

fn main() {}
