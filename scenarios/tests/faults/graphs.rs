//! Wired graphs without a fault: the scenarios are not alone, so that what finds a fault is not made for one of them.

use azure::managed_identity::UserAssignedIdentity;
use azure::prelude::*;
use dsl::Mutant;

/// A graph with nothing wrong, by its name.
pub(crate) struct Wired {
    pub(crate) name: &'static str,
    pub(crate) build: fn() -> Mutant,
}

/// All of them.
pub(crate) const WIRED: &[Wired] = &[
    Wired { name: "example", build: || Mutant::from(&example::scenario()) },
    Wired { name: "vault", build: || of(vault) },
    Wired { name: "storage", build: || of(storage) },
    Wired { name: "hub", build: || of(hub) },
    Wired { name: "search", build: || of(search) },
    Wired { name: "messages", build: || of(messages) },
    Wired { name: "app", build: || of(app) },
];

type Group = Graph<ResourceGroup>;

fn of(build: fn(&mut Group)) -> Mutant {
    let mut g = Graph::new();
    build(&mut g);
    Mutant::from(g)
}

azure::address_plan! {
    /// Addresses of the network.
    Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/24",
        PRIVATE_ENDPOINTS = "private-endpoints": "10.0.1.0/24",
    }
}

azure::address_plan! {
    /// Addresses of the neighbour.
    Spoke: "10.1.0.0/16", peered with Plan {
        SPOKE_WORKLOAD = "spoke-workload": "10.1.0.0/24",
    }
}

azure::address_plan! {
    /// Addresses of apps, and of what they call.
    Apps: "10.2.0.0/16" {
        APPS = "apps": "10.2.0.0/24" delegated to "Microsoft.App/environments",
        ENDPOINTS = "endpoints": "10.2.1.0/24",
    }
}

fn place(g: &mut Group) -> (Param<String>, Param<String>) {
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    (location, g.param("prefix").default("demo").length(3..=10).describe("Prefix of every resource name."))
}

/// What most of them begin with.
struct Base {
    location: Param<String>,
    prefix: Param<String>,
    administrator: Param<String>,
    ssh_public_key: Param<String>,
}

impl Base {
    fn new(g: &mut Group) -> Self {
        let (location, prefix) = place(g);
        Base {
            location,
            prefix,
            administrator: g.param("adminUsername").length(1..=64).describe("Administrator of the machine."),
            ssh_public_key: g.param("sshPublicKey").describe("Public half of the administrator's SSH key."),
        }
    }

    fn network(&self, g: &mut Group) -> NetworkOf<Plan> {
        Network::planned::<Plan>(&self.prefix + "-vnet", &self.location).add(g, "virtualNetwork")
    }

    fn machine(&self, g: &mut Group, subnet: &Resource<azure::network::Subnet>) -> Machine<SystemAssigned> {
        let login = (&self.administrator, &self.ssh_public_key);
        LinuxMachine::new(&self.prefix + "-vm", &self.location, Image::UBUNTU_24_04, subnet, login)
            .system_assigned_identity()
            .add(g, "vm")
    }
}

fn vault(g: &mut Group) {
    let base = Base::new(g);
    let network = base.network(g);
    let vault = KeyVault::new(&base.prefix + "-kv", &base.location).add(g, "vault");
    let zone = Zone::of(&vault).add(g, "zone");
    zone.link(&network, g, "link");
    let subnet = network.subnet(Plan::PRIVATE_ENDPOINTS);
    PrivateEndpoint::new(&base.prefix + "-kv-pe", &base.location, &vault, subnet).register_in(&zone, g, "endpoint");
    let vm = base.machine(g, network.subnet(Plan::WORKLOAD));
    g.grant("vmReadsSecrets", &vm, role::KeyVaultSecretsUser, &vault).describe("The machine reads its secrets.");
    g.output("vaultUri", vault.properties().vault_uri()).describe("Where the vault answers.");
}

fn storage(g: &mut Group) {
    let base = Base::new(g);
    let network = base.network(g);
    let storage = Storage::new("st" + &base.prefix, &base.location).add(g, "storage");
    let subnet = network.subnet(Plan::PRIVATE_ENDPOINTS);
    let blob = group::Blob::of(&storage);
    let blobs = Zone::of(&blob).add(g, "blobZone");
    blobs.link(&network, g, "blobLink");
    PrivateEndpoint::new(&base.prefix + "-blob-pe", &base.location, &blob, subnet).register_in(
        &blobs,
        g,
        "blobEndpoint",
    );
    let table = group::Table::of(&storage);
    let tables = Zone::of(&table).add(g, "tableZone");
    tables.link(&network, g, "tableLink");
    PrivateEndpoint::new(&base.prefix + "-table-pe", &base.location, &table, subnet).register_in(
        &tables,
        g,
        "tableEndpoint",
    );
    let vm = base.machine(g, network.subnet(Plan::WORKLOAD));
    g.grant("vmWritesBlobs", &vm, role::StorageBlobDataContributor, &storage).describe("The machine writes blobs.");
    g.grant("vmWritesTables", &vm, role::StorageTableDataContributor, &storage).describe("The machine writes tables.");
}

fn hub(g: &mut Group) {
    let base = Base::new(g);
    let hub = base.network(g);
    let spoke = Network::planned::<Spoke>(&base.prefix + "-spoke", &base.location).add(g, "spoke");
    hub.peer_with(&spoke, g, "hubToSpoke");
    let vault = KeyVault::new(&base.prefix + "-kv", &base.location).add(g, "vault");
    let zone = Zone::of(&vault).add(g, "zone");
    zone.link(&hub, g, "hubLink");
    zone.link(&spoke, g, "spokeLink");
    let subnet = hub.subnet(Plan::PRIVATE_ENDPOINTS);
    PrivateEndpoint::new(&base.prefix + "-kv-pe", &base.location, &vault, subnet).register_in(&zone, g, "endpoint");
    let vm = base.machine(g, spoke.subnet(Spoke::SPOKE_WORKLOAD));
    g.grant("vmReadsSecrets", &vm, role::KeyVaultSecretsUser, &vault).describe("The machine reads its secrets.");
}

fn search(g: &mut Group) {
    let base = Base::new(g);
    let network = base.network(g);
    let subnet = network.subnet(Plan::PRIVATE_ENDPOINTS);
    let account = AiServices::new(&base.prefix + "-ai", &base.location).add(g, "account");
    let zones = Zones::of(&account).add(g, "zone");
    zones.link(&network, g, "link");
    PrivateEndpoint::new(&base.prefix + "-ai-pe", &base.location, &account, subnet).register_in(&zones, g, "endpoint");
    let search = AiSearch::new(&base.prefix + "-search", &base.location).add(g, "search");
    let zone = Zone::of(&search).add(g, "searchZone");
    zone.link(&network, g, "searchLink");
    PrivateEndpoint::new(&base.prefix + "-search-pe", &base.location, &search, subnet).register_in(
        &zone,
        g,
        "searchEndpoint",
    );
    let vm = base.machine(g, network.subnet(Plan::WORKLOAD));
    g.grant("vmCallsModels", &vm, role::CognitiveServicesUser, &account).describe("The machine calls the models.");
    g.grant("vmQueries", &vm, role::SearchIndexDataReader, &search).describe("The machine queries the index.");
}

fn messages(g: &mut Group) {
    let base = Base::new(g);
    let network = base.network(g);
    let bus = ServiceBus::new(&base.prefix + "-bus", &base.location).add(g, "bus");
    let zone = Zone::of(&bus).add(g, "zone");
    zone.link(&network, g, "link");
    let subnet = network.subnet(Plan::PRIVATE_ENDPOINTS);
    PrivateEndpoint::new(&base.prefix + "-bus-pe", &base.location, &bus, subnet).register_in(&zone, g, "endpoint");
    let vm = base.machine(g, network.subnet(Plan::WORKLOAD));
    g.grant("vmSends", &vm, role::AzureServiceBusDataSender, &bus).describe("The machine sends messages.");
}

fn app(g: &mut Group) {
    let (location, prefix) = place(g);
    let network = Network::planned::<Apps>(&prefix + "-vnet", &location).add(g, "virtualNetwork");
    let registry = ContainerRegistry::new("cr" + &prefix, &location).add(g, "registry");
    let vault = KeyVault::new(&prefix + "-kv", &location).add(g, "vault");
    let (zone, vault_zone) = (Zone::of(&registry).add(g, "zone"), Zone::of(&vault).add(g, "vaultZone"));
    zone.link(&network, g, "link");
    vault_zone.link(&network, g, "vaultLink");
    let subnet = network.subnet(Apps::ENDPOINTS);
    PrivateEndpoint::new(&prefix + "-cr-pe", &location, &registry, subnet).register_in(&zone, g, "endpoint");
    PrivateEndpoint::new(&prefix + "-kv-pe", &location, &vault, subnet).register_in(&vault_zone, g, "vaultEndpoint");
    let subnet = network.subnet(Apps::APPS);
    let home = ContainerAppsEnvironment::new(&prefix + "-cae", &location, subnet).add(g, "appEnvironment");
    let identity = UserAssignedIdentity::new(&prefix + "-id", &location).add(g, "identity");
    let image = registry.properties().login_server() + "/shop:1";
    ContainerApp::new(&prefix + "-shop", &location, &home, &identity, image)
        .pulls_from(&registry)
        .secrets(&vault, [("DB_PASSWORD", "db-password")])
        .add(g, "shop");
}
