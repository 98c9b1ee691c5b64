//! What machines, scale sets and bastions render: with what they cannot do without, and with all that they take.

use azure::compute::{DiskSkuName, ImageOsDiskCaching, PatchSettingsPatchMode};
use azure::managed_identity::UserAssignedIdentity;
use azure::network::Subnet;
use azure::prelude::*;

use self::snapshot::assert_rendered;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

azure::address_plan! {
    /// A subnet for machines, and one for the bastion.
    Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/24",
        BASTION = "AzureBastionSubnet": "10.0.1.0/26",
    }
}

const CLOUD_INIT: &str = "#cloud-config
package_upgrade: true
packages:
  - nginx
runcmd:
  - [sh, -c, \"echo '${HOSTNAME} is $(uname -r)' > /var/www/html/index.html\"]
";

/// What every machine here asks for.
struct Place {
    location: Param<String>,
    network: NetworkOf<Plan>,
    administrator: Param<String>,
}

impl Place {
    fn declare(g: &mut Graph<ResourceGroup>) -> Self {
        let (location, network) = network(g);
        let administrator = g.param("adminUsername").default("azureuser").describe("Administrator.");
        Place { location, network, administrator }
    }

    fn workload(&self) -> &Resource<Subnet> {
        self.network.subnet(Plan::WORKLOAD)
    }

    fn linux(&self, g: &mut Graph<ResourceGroup>, image: Image<Linux>) -> LinuxMachine {
        let key = ssh_public_key(g);
        LinuxMachine::new("vm", &self.location, image, self.workload(), (&self.administrator, &key))
    }

    fn windows(&self, g: &mut Graph<ResourceGroup>, image: Image<Windows>) -> WindowsMachine {
        let password = g.secret("adminPassword").describe("Password of the administrator.");
        WindowsMachine::new("vm", &self.location, image, self.workload(), (&self.administrator, &password))
    }

    fn scale_set(&self, g: &mut Graph<ResourceGroup>) -> LinuxScaleSet {
        let key = ssh_public_key(g);
        let login = (&self.administrator, &key);
        LinuxScaleSet::new("web", &self.location, Image::AZURE_LINUX_3, self.workload(), login)
    }

    fn windows_scale_set(&self, g: &mut Graph<ResourceGroup>) -> WindowsScaleSet {
        let password = g.secret("adminPassword").describe("Password of the administrator.");
        let login = (&self.administrator, &password);
        WindowsScaleSet::new("web", &self.location, Image::WINDOWS_SERVER_2025_CORE, self.workload(), login)
    }

    fn identity(&self, g: &mut Graph<ResourceGroup>) -> Resource<UserAssignedIdentity> {
        UserAssignedIdentity::new("vm-id", &self.location).add(g, "identity")
    }
}

fn network(g: &mut Graph<ResourceGroup>) -> (Param<String>, NetworkOf<Plan>) {
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let network = Network::planned::<Plan>("net", &location).without_security_groups().add(g, "network");
    (location, network)
}

fn ssh_public_key(g: &mut Graph<ResourceGroup>) -> Param<String> {
    g.param("sshPublicKey").describe("Public half of the administrator's SSH key.")
}

fn people(g: &mut Graph<ResourceGroup>) -> GivenPrincipal {
    GivenPrincipal::group(g.param("operatorsId").describe("Object id of the group that may log in."))
}

#[test]
fn a_linux_machine_by_default() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let vm = place.linux(&mut g, Image::DEBIAN_13).add(&mut g, "vm");
    assert!(vm.public_address().is_none());
    assert_rendered("machine-linux-default", &g);
}

#[test]
fn a_linux_machine_without_what_is_on_by_default() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let id = g.param("imageId").describe("Id of an image in a gallery.");
    place.linux(&mut g, Image::by_id(&id)).without_trusted_launch().without_encryption_at_host().add(&mut g, "vm");
    assert_rendered("machine-linux-minimal", &g);
}

#[test]
fn a_linux_machine_with_all_that_it_takes() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let token = g.secret("token").describe("Lets the machine join the cluster.");
    let identity = place.identity(&mut g);
    let vm = place
        .linux(
            &mut g,
            Image::of("MicrosoftCBLMariner", "azure-linux-3", "azure-linux-3-gen2-fips").version("3.20260910.01"),
        )
        .size("Standard_D4s_v5")
        .computer_name("web")
        .zone("1")
        .system_assigned_identity()
        .user_assigned_identity(&identity)
        .data_disk(DataDisk::new(128).caching(ImageOsDiskCaching::ReadOnly))
        .data_disk(DataDisk::new(1024).sku(DiskSkuName::PremiumV2Lrs))
        .cloud_init(CLOUD_INIT)
        .automatic_guest_patching()
        .boot_diagnostics()
        .public_address()
        .property("tags", dsl::Object::default().with("stage", "test"))
        .add(&mut g, "vm");
    vm.entra_login(&mut g, "vmEntraLogin");
    let join = CustomScript::secret_command("sh join.sh", &token).files(["https://example.com/join.sh"]);
    vm.custom_script(&mut g, "vmSetup", join);
    let people = people(&mut g);
    g.grant("peopleLogIn", &people, role::VirtualMachineUserLogin, &vm).describe("They log in with Microsoft Entra.");
    g.grant("vmReadsGroup", &vm, role::Reader, vm.resource()).describe("It reads its own tags.");
    assert_rendered("machine-linux-fullest", &g);
}

#[test]
fn a_windows_machine_by_default() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    place.windows(&mut g, Image::WINDOWS_SERVER_2022).add(&mut g, "vm");
    assert_rendered("machine-windows-default", &g);
}

#[test]
fn a_windows_machine_that_patches_itself() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    place
        .windows(&mut g, Image::of("MicrosoftWindowsServer", "WindowsServer", "2019-datacenter"))
        .patch_mode(PatchSettingsPatchMode::Manual)
        .without_trusted_launch()
        .without_encryption_at_host()
        .add(&mut g, "vm");
    assert_rendered("machine-windows-minimal", &g);
}

#[test]
fn a_windows_machine_with_all_that_it_takes() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let identity = place.identity(&mut g);
    let vm = place
        .windows(&mut g, Image::WINDOWS_SERVER_2025)
        .size("Standard_D4s_v5")
        .computer_name("web")
        .zone("2")
        .user_assigned_identity(&identity)
        .system_assigned_identity()
        .data_disk(DataDisk::new(64))
        .boot_diagnostics()
        .public_address()
        .property("properties.licenseType", "Windows_Server")
        .add(&mut g, "vm");
    vm.entra_login(&mut g, "vmEntraLogin");
    let script = "Install-WindowsFeature Web-Server\nWrite-Output 'it''s done'\n";
    vm.custom_script(&mut g, "vmSetup", CustomScript::new(script).protected());
    let people = people(&mut g);
    g.grant("peopleLogIn", &people, role::VirtualMachineAdministratorLogin, &vm).describe("They administer it.");
    assert_rendered("machine-windows-fullest", &g);
}

#[test]
fn a_script_and_a_command_in_plain_settings() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let vm = place.linux(&mut g, Image::RHEL_10).custom_data("IyEvYmluL3NoCg==").add(&mut g, "vm");
    vm.custom_script(&mut g, "vmSetup", CustomScript::new("#!/bin/sh\nset -eu\ndnf install -y nginx\n"));
    let password = g.secret("adminPassword").describe("Password of the administrator.");
    let login = (&place.administrator, &password);
    let other = WindowsMachine::new("other", &place.location, Image::WINDOWS_SERVER_2025, place.workload(), login)
        .hotpatching(false)
        .add(&mut g, "other");
    other.custom_script(&mut g, "otherSetup", CustomScript::command("hostname"));
    assert_rendered("machine-scripts", &g);
}

#[test]
fn machines_in_a_loop() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let key = ssh_public_key(&mut g);
    let login = (&place.administrator, &key);
    let names = g.param_of::<Vec<String>>("names").describe("Names of the machines.");
    let machines = g.each("name", &names, |g, name, _| {
        LinuxMachine::new("vm-" + name, &place.location, Image::UBUNTU_22_04, place.workload(), login)
            .cloud_init(CLOUD_INIT)
            .system_assigned_identity()
            .public_address()
            .add(g, "vms")
    });
    g.output("first", machines.at(0).identity().principal_id()).describe("Object id of the first one's identity.");
    assert_rendered("machine-loop", &g);
}

#[test]
fn a_scale_set_by_default() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    place.scale_set(&mut g).add(&mut g, "web");
    assert_rendered("scale-set-default", &g);
}

#[test]
fn a_flexible_scale_set_with_all_that_it_takes() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let count = g.param_of::<i64>("instances").default(3).range(1..=100).describe("How many machines there are.");
    let identity = place.identity(&mut g);
    place
        .scale_set(&mut g)
        .size("Standard_D4s_v5")
        .computer_name("web-")
        .instances(&count)
        .zones(["1", "2", "3"])
        .user_assigned_identity(&identity)
        .data_disk(DataDisk::new(32))
        .cloud_init(CLOUD_INIT)
        .boot_diagnostics()
        .rolling_upgrades(8080, "/healthz")
        .add(&mut g, "web");
    assert_rendered("scale-set-fullest", &g);
}

#[test]
fn a_uniform_scale_set_has_an_identity_of_its_own() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let web = place
        .scale_set(&mut g)
        .uniform()
        .system_assigned_identity()
        .without_trusted_launch()
        .without_encryption_at_host()
        .automatic_upgrades()
        .add(&mut g, "web");
    g.grant("webReadsNetwork", &web, role::Reader, &place.network).describe("The machines read their network.");
    assert_rendered("scale-set-uniform", &g);
}

#[test]
fn a_scale_set_of_windows_machines_by_default() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    place.windows_scale_set(&mut g).add(&mut g, "web");
    assert_rendered("scale-set-windows-default", &g);
}

#[test]
fn a_flexible_scale_set_of_windows_machines_with_all_that_it_takes() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    let identity = place.identity(&mut g);
    place
        .windows_scale_set(&mut g)
        .size("Standard_D4s_v5")
        .computer_name("web")
        .instances(3)
        .zones(["1", "2", "3"])
        .user_assigned_identity(&identity)
        .data_disk(DataDisk::new(64))
        .boot_diagnostics()
        .rolling_upgrades(80, "/")
        .property("properties.virtualMachineProfile.licenseType", "Windows_Server")
        .add(&mut g, "web");
    assert_rendered("scale-set-windows-fullest", &g);
}

#[test]
fn windows_itself_installs_updates_in_a_uniform_scale_set() {
    let mut g = Graph::new();
    let place = Place::declare(&mut g);
    place.windows_scale_set(&mut g).uniform().system_assigned_identity().add(&mut g, "web");
    assert_rendered("scale-set-windows-uniform", &g);
}

#[test]
fn a_bastion_for_developers() {
    let mut g = Graph::new();
    let (location, network) = network(&mut g);
    Bastion::developer("bastion", &location, &network).add(&mut g, "bastion");
    assert_rendered("bastion-developer", &g);
}

#[test]
fn a_standard_bastion_by_default() {
    let mut g = Graph::new();
    let (location, network) = network(&mut g);
    Bastion::standard("bastion", &location, &network).add(&mut g, "bastion");
    assert_rendered("bastion-standard", &g);
}

#[test]
fn a_standard_bastion_with_all_that_it_takes() {
    let mut g = Graph::new();
    let (location, network) = network(&mut g);
    Bastion::standard("bastion", &location, &network).scale_units(4).native_client().add(&mut g, "bastion");
    assert_rendered("bastion-fullest", &g);
}
