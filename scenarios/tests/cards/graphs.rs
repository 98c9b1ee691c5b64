//! Graphs to look at: what stands in them is what a card has sections for.

use azure::managed_identity::UserAssignedIdentity;
use azure::prelude::*;
use azure::service_bus::Namespace;
use dsl::{Check, Secret, Value, raw, raw_existing};

type Group = Graph<ResourceGroup>;

azure::address_plan! {
    /// Addresses of the hub.
    Hub: "10.0.0.0/16" {
        SHARED = "shared": "10.0.0.0/24",
        PRIVATE_ENDPOINTS = "private-endpoints": "10.0.1.0/24",
        BASTION = "AzureBastionSubnet": "10.0.2.0/26",
    }
}

azure::address_plan! {
    /// Addresses of the spoke.
    Spoke: "10.1.0.0/16", peered with Hub {
        WORKLOAD = "workload": "10.1.0.0/24",
        JOBS = "jobs": "10.1.1.0/24",
        EMPTY = "spare": "10.1.2.0/24",
    }
}

azure::address_plan! {
    /// Addresses of containers.
    Containers: "10.2.0.0/16" {
        NODES = "nodes": "10.2.0.0/22",
        APPS = "apps": "10.2.4.0/23" delegated to "Microsoft.App/environments",
        ENDPOINTS = "endpoints": "10.2.6.0/24",
    }
}

/// A hub with a bastion, a spoke with machines, services behind endpoints, roles of every kind, secrets, and exceptions.
pub(crate) fn platform(g: &mut Group) {
    let region = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let login = (
        &g.param("adminUsername").length(1..=64).describe("Administrator of the machines."),
        &g.param("sshPublicKey").describe("Public half of the administrator's SSH key."),
    );
    let stage = g.param("stage").default("test").allowed(["test", "production"]).describe("What it is deployed for.");
    let token = g.secret("token").length(20..).describe("Token of the build service.");
    let team = g.param("teamId").describe("Object id of the group of the team.");
    g.parameter_set("test")
        .value(login.0, "azureuser")
        .value(login.1, read_environment_variable("SSH_PUBLIC_KEY"))
        .value(&token, read_environment_variable("TOKEN"))
        .value(&team, "00000000-0000-0000-0000-000000000001");

    let hub = Network::planned::<Hub>("vnet-hub", &region)
        .allow_inbound(Hub::SHARED, "AllowHttps", Source::internet(), Traffic::tcp(443))
        .add(g, "hub");
    let spoke = Network::planned::<Spoke>("vnet-spoke", &region).nat_gateway().add(g, "spoke");
    hub.peer_with(&spoke, g, "hubToSpoke");
    Bastion::standard("bas-contoso", &region, &hub).add(g, "bastion");

    let account = OpenAi::new("oai-contoso", &region).add(g, "account");
    account.deploy(g, "chat", Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::standard(10));
    let vault = KeyVault::new("kv-contoso", &region).add(g, "vault");
    let storage = Storage::new("stcontoso", &region).container("reports", "reports").add(g, "storage");
    let at = hub.subnet(Hub::PRIVATE_ENDPOINTS);
    let models = Zone::of(&account).add(g, "modelsZone");
    models.link(&hub, g, "hubLink");
    models.link(&spoke, g, "spokeLink");
    PrivateEndpoint::new("pe-oai", &region, &account, at).register_in(&models, g, "accountEndpoint");
    let secrets = Zone::of(&vault).add(g, "secretsZone");
    secrets.link(&hub, g, "hubLink");
    secrets.link(&spoke, g, "spokeLink");
    PrivateEndpoint::new("pe-kv", &region, &vault, at).register_in(&secrets, g, "vaultEndpoint");
    let blob = group::Blob::of(&storage);
    let blobs = Zone::of(&blob).add(g, "blobsZone");
    blobs.link(&hub, g, "hubLink");
    blobs.link(&spoke, g, "spokeLink");
    PrivateEndpoint::new("pe-blob", &region, &blob, at).register_in(&blobs, g, "blobEndpoint");

    let vm = LinuxMachine::new("vm-work", &region, Image::UBUNTU_24_04, spoke.subnet(Spoke::WORKLOAD), login)
        .system_assigned_identity()
        .add(g, "worker");
    let identity = UserAssignedIdentity::new("id-jobs", &region).add(g, "jobsIdentity");
    let is_production = stage.eq("production");
    let job = LinuxMachine::new("vm-jobs", &region, Image::UBUNTU_24_04, spoke.subnet(Spoke::JOBS), login)
        .user_assigned_identity(&identity)
        .property("properties.priority", "Spot")
        .add(g, "jobs");
    g.output("jobsName", job.name()).describe("Name of the machine for jobs.");
    g.grant("workerCalls", &vm, role::CognitiveServicesOpenAiUser, &account).describe("The worker calls the models.");
    g.grant("workerReads", &vm, role::KeyVaultSecretsUser, &vault).describe("The worker reads its secrets.");
    g.grant("jobsWrite", &identity, role::StorageBlobDataContributor, &storage).describe("Jobs file their reports.");
    people(g, &GivenPrincipal::group(&team), &storage, &vm);

    g.when(&is_production, |g| {
        LogAnalytics::new("log-contoso", &region).retention_days(90).add(g, "logs");
    });
    raw("Microsoft.KeyVault/vaults/secrets@2026-05-15", "build-token")
        .child_of(&vault)
        .property("properties.value", Value::<Secret<String>>::from(&token))
        .add(g, "buildToken");
    raw("Microsoft.Search/searchServices@2022-09-01", "srch-contoso")
        .property("location", &region)
        .property("sku.name", "basic")
        .property("properties.publicNetworkAccess", "disabled")
        .allow(Check::OUTDATED_VERSION, "The team's policy pins it.")
        .add(g, "search");
}

/// What people may do: by a role of their own, and by one that can do nearly everything.
fn people(
    g: &mut Group,
    team: &GivenPrincipal,
    storage: &Resource<azure::storage::StorageAccount>,
    vm: &Machine<SystemAssigned>,
) {
    let operator = CustomRole::new("Machine Operator", "Starts and stops virtual machines.")
        .actions(["Microsoft.Compute/virtualMachines/start/action"])
        .add(g, "machineOperator");
    g.grant_custom("teamOperates", team, &operator, vm).describe("The team saves money at night.");
    let reason = "it moves the account to another team next month";
    g.grant_privileged("teamOwns", team, role::Owner, storage, reason).describe("The team owns its storage.");
}

/// A cluster and apps that pull from one registry.
pub(crate) fn containers(g: &mut Group) {
    let region = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let network = Network::planned::<Containers>("vnet-containers", &region).add(g, "network");
    let registry = ContainerRegistry::new("crcontoso", &region).add(g, "registry");
    let vault = KeyVault::new("kv-contoso", &region).add(g, "vault");
    let at = network.subnet(Containers::ENDPOINTS);
    let images = Zone::of(&registry).add(g, "imagesZone");
    images.link(&network, g, "link");
    PrivateEndpoint::new("pe-cr", &region, &registry, at).register_in(&images, g, "registryEndpoint");
    let secrets = Zone::of(&vault).add(g, "secretsZone");
    secrets.link(&network, g, "link");
    PrivateEndpoint::new("pe-kv", &region, &vault, at).register_in(&secrets, g, "vaultEndpoint");

    let nodes = UserAssignedIdentity::new("id-nodes", &region).add(g, "nodesIdentity");
    let cluster = Aks::new("aks-contoso", &region, network.subnet(Containers::NODES), &nodes)
        .pulls_from(&registry)
        .autoscaled(3, 9)
        .add(g, "cluster");
    let team = GivenPrincipal::group(g.param("teamId").describe("Object id of the group of the team."));
    let administers = role::AzureKubernetesServiceRbacClusterAdmin;
    g.grant("teamAdministers", &team, administers, &cluster).describe("The team runs the cluster.");

    let environment = ContainerAppsEnvironment::new("cae-contoso", &region, network.subnet(Containers::APPS))
        .add(g, "appEnvironment");
    let apps = UserAssignedIdentity::new("id-apps", &region).add(g, "appsIdentity");
    let image = registry.properties().login_server() + "/api:1";
    ContainerApp::new("api", &region, &environment, &apps, &image)
        .external_ingress(8080)
        .pulls_from(&registry)
        .secrets(&vault, [("DB_PASSWORD", "DbPassword")])
        .replicas(1, 3)
        .add(g, "api");
    ContainerApp::new("worker", &region, &environment, &apps, &image).add(g, "worker");
}

/// What is open to the internet, with the reasons, and a resource that another team keeps.
pub(crate) fn open(g: &mut Group) {
    let region = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let vault = KeyVault::new("kv-contoso", &region).public_access_from(["203.0.113.0/24"]).add(g, "vault");
    let app = AppService::new("app-contoso", &region, "PYTHON|3.13")
        .public_access()
        .secret_setting("DB_PASSWORD", &vault, "db-password")
        .add(g, "app");
    g.grant("appReads", &app, role::KeyVaultSecretsUser, &vault).describe("The app reads its secrets.");
    CosmosDb::new("cosmos-contoso", &region).serverless().local_auth().public_access().add(g, "cosmos");
    Storage::new("stcontoso", &region).shared_keys().public_access().add(g, "storage");
    let bus = Namespace::existing("sb-shared").add(g, "bus");
    g.grant("appSends", &app, role::AzureServiceBusDataSender, &bus).describe("The app sends orders.");
    let login = (
        &g.param("adminUsername").length(1..=64).describe("Administrator of the machine."),
        &g.param("sshPublicKey").describe("Public half of the administrator's SSH key."),
    );
    let far = raw_existing("Microsoft.Network/virtualNetworks@2026-03-01", "vnet-far").add(g, "far");
    let network = Network::new("vnet-open", &region, "10.3.0.0/16");
    let (_, [subnet]) = network.subnets([("machines", "10.3.0.0/24")]).add(g, "network");
    LinuxMachine::new("vm-jump", &region, Image::UBUNTU_24_04, &subnet, login).public_address().add(g, "jump");
    g.output("farId", far.id()).describe("Resource id of the other network.");
}
