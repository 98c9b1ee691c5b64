//! A virtual machine in a graph that is deployed to a subscription.

use azure::network::Subnet;
use azure::prelude::*;

fn wire(g: &mut Graph<Subscription>, subnet: &Resource<Subnet>, login: (&Param<String>, &Param<String>)) {
    LinuxMachine::new("vm", "japaneast", Image::UBUNTU_24_04, subnet, login).add(g, "vm");
}

fn main() {}
