//! What is measured: the ten resources of the example, any number of times, with symbols and names of their own.

use azure::prelude::*;

/// A graph of `units` times ten resources.
pub(crate) fn graph(units: usize) -> Graph<ResourceGroup> {
    let mut g = Graph::new();
    let params = Params::declare(&mut g);
    (0..units).for_each(|index| unit(&mut g, &params, index));
    g
}

struct Params {
    location: Param<String>,
    prefix: Param<String>,
    administrator: Param<String>,
    ssh_public_key: Param<String>,
}

impl Params {
    fn declare(g: &mut Graph<ResourceGroup>) -> Self {
        Params {
            location: g.param("location").default(resource_group().location()).describe("Region of every resource."),
            prefix: g.param("prefix").default("aoai").length(2..=12).describe("Prefix of every resource name."),
            administrator: g.param("adminUsername").default("azureuser").describe("Administrator of the machines."),
            ssh_public_key: g.param("sshPublicKey").describe("Public half of the administrator's SSH key."),
        }
    }
}

/// The ten resources of the example, with `index` in each symbol and name.
fn unit(g: &mut Graph<ResourceGroup>, params: &Params, index: usize) {
    let Params { location, prefix, administrator, ssh_public_key } = params;
    let (network, [workload, private_endpoints]) =
        Network::new(prefix + format!("-vnet{index}"), location, "10.0.0.0/16")
            .subnets([("workload", "10.0.0.0/24"), ("private-endpoints", "10.0.1.0/24")])
            .add(g, format!("virtualNetwork{index}"));
    let account = OpenAi::new(prefix + format!("-{index}"), location).add(g, format!("account{index}"));
    let model = Model::open_ai("gpt-4o-mini", "2024-07-18");
    account.deploy(g, format!("chat{index}"), model, Capacity::standard(10));
    let zone = Zone::of(&account).name(format!("privatelink{index}.openai.azure.com")).add(g, format!("zone{index}"));
    zone.link(&network, g, "link");
    PrivateEndpoint::new(prefix + format!("-account-pe{index}"), location, &account, &private_endpoints).register_in(
        &zone,
        g,
        format!("endpoint{index}"),
    );
    let login = (administrator, ssh_public_key);
    let name = prefix + format!("-vm{index}");
    let vm = LinuxMachine::new(name, location, Image::UBUNTU_24_04, &workload, login)
        .system_assigned_identity()
        .add(g, format!("vm{index}"));
    g.grant(format!("vmCallsAccount{index}"), &vm, role::CognitiveServicesOpenAiUser, &account)
        .describe("The machine may call the models of the account.");
}
