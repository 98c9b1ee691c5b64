//! What a graph renders as several files: what crosses from one to another, in both directions.

use azure::managed_identity::UserAssignedIdentity;
use azure::operational_insights::Workspace;
use azure::prelude::*;
use dsl::Limits;

use self::snapshot::assert_files;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;
#[path = "../benches/unit/mod.rs"]
mod unit;

azure::address_plan! {
    /// Addresses of the network.
    pub Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/24",
        PRIVATE_ENDPOINTS = "private-endpoints": "10.0.1.0/24",
    }
}

fn private_models(g: &mut Graph<ResourceGroup>) {
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let prefix = g.param("prefix").default("aoai").length(2..=12).describe("Prefix of every resource name.");
    let administrator = g.param("adminUsername").length(1..=64).describe("Administrator of the machine.");
    let ssh_public_key = g.param("sshPublicKey").describe("Public half of the administrator's SSH key.");

    let network = g.module("network", DeploymentScope, |g| {
        Network::planned::<Plan>(&prefix + "-vnet", &location).add(g, "virtualNetwork")
    });
    let account = g.module("models", DeploymentScope, |g| {
        let account = OpenAi::new(&prefix + "-openai", &location).add(g, "account");
        let zone = Zone::of(&account).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new(&prefix + "-pe", &location, &account, network.subnet(Plan::PRIVATE_ENDPOINTS))
            .register_in(&zone, g, "endpoint");
        account
    });
    let vm = g.module("machine", DeploymentScope, |g| {
        let login = (&administrator, &ssh_public_key);
        LinuxMachine::new(&prefix + "-vm", &location, Image::UBUNTU_24_04, network.subnet(Plan::WORKLOAD), login)
            .system_assigned_identity()
            .add(g, "vm")
    });
    g.grant("vmCallsAccount", &vm, role::CognitiveServicesOpenAiUser, &account)
        .describe("The virtual machine may call the models of the account.");
    g.output("endpoint", account.endpoint()).describe("Endpoint to call with a Microsoft Entra token.");
}

#[test]
fn modules() {
    let mut g = Graph::<ResourceGroup>::new();
    private_models(&mut g);
    assert_files("modules", &g, Layout::Modules);
}

#[test]
fn modules_under_conditions_and_in_loops() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let teams = g.param_of::<Vec<String>>("teams").describe("Teams that have a workspace.");
    let keep = g.param_of::<bool>("keep").default(true).describe("Whether logs are kept.");
    let logs =
        g.when(&keep, |g| g.module("logging", DeploymentScope, |g| Workspace::new("logs", &location).add(g, "logs")));
    g.output("customerId", logs.read(|logs| logs.properties().customer_id()).or_else("none")).describe("Of all.");
    let of_teams = g.each("team", &teams, |g, team, index| {
        let position = functions::string(index);
        g.module("teamLogging", DeploymentScope, |g| {
            Workspace::new("logs-" + team + position, &location).add(g, "teamLogs")
        })
    });
    g.output("first", of_teams.at(0).properties().customer_id()).describe("Of the first team.");
    g.output("all", of_teams.map(|logs| logs.properties().customer_id())).describe("Of each team.");
    assert_files("modules-regions", &g, Layout::Single);
}

#[test]
fn modules_in_other_scopes() {
    let mut g = Graph::<Subscription>::new();
    let location = g.param("location").describe("Region of every resource.");
    let group = azure::resources::ResourceGroup::new("rg-logs", &location).add(&mut g, "group");
    let logs = g.module("logging", &group, |g| Workspace::new("logs", &location).add(g, "logs"));
    let hub =
        g.module("hub", ResourceGroup::named("rg-hub"), |g| Workspace::new("hub-logs", &location).add(g, "hubLogs"));
    g.output("ids", [logs.id(), hub.id()]).describe("Ids of both.");
    assert_files("modules-scopes", &g, Layout::Single);
}

/// What a file holds, by the words that statements begin with.
/// Names of grants are known before the groups have what they are made of.
#[test]
fn grants_in_other_scopes() {
    let mut g = Graph::<Subscription>::new();
    let location = g.param("location").describe("Region of every resource.");
    let (identities, data) = (ResourceGroup::named("rg-identities"), ResourceGroup::named("rg-data"));
    let app = g.module("identities", identities, |g| UserAssignedIdentity::new("id-app", &location).add(g, "app"));
    g.module("data", data, |g| {
        let vault = KeyVault::new("kv-contoso", &location).add(g, "vault");
        g.grant("appReads", &app, role::KeyVaultSecretsUser, &vault).describe("The app reads secrets.");
    });
    assert_files("grants-in-other-scopes", &g, Layout::Modules);
}

fn count(text: &str, words: &[&str]) -> usize {
    text.lines().filter(|line| words.iter().any(|word| line.trim_start().starts_with(word))).count()
}

#[track_caller]
fn assert_inside_limits(files: &[(&str, &str)]) {
    for (path, text) in files {
        assert!(count(text, &["resource ", "module "]) <= Limits::ARM.resources, "{path}");
        assert!(count(text, &["param "]) <= Limits::ARM.params, "{path}");
        assert!(count(text, &["output "]) <= Limits::ARM.outputs, "{path}");
        assert!(count(text, &["var "]) <= Limits::ARM.vars, "{path}");
    }
}

#[test]
fn shards_stay_inside_the_limits_of_azure() {
    let bundle = unit::graph(200).to_bundle(Layout::Sharded).unwrap();
    let files: Vec<_> = bundle.files().collect();
    assert!(files.len() > 3, "2,000 resources need several files");
    assert_inside_limits(&files);
}

#[test]
#[ignore = "10,000 resources take the compiler some minutes"]
fn ten_thousand_resources_are_accepted() {
    let started = std::time::Instant::now();
    let bundle = unit::graph(1_000).to_bundle(Layout::Sharded).unwrap();
    let files: Vec<_> = bundle.files().collect();
    eprintln!("{} files in {:?}", files.len(), started.elapsed());
    assert_inside_limits(&files);
    // The main file brings all others along.
    let Some(mut gate) = compiler::Gate::open() else { return };
    let compilations = gate.check(&files).unwrap_or_else(|report| panic!("{report}"));
    for ((path, _), compilation) in files.iter().zip(compilations) {
        let bytes = compilation.template.map_or(0, |template| template.len());
        eprintln!("{path}: {bytes} bytes as JSON");
    }
}
