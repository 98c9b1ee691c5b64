//! Every construct takes changes and allowances, and keeps its defaults. One case a construct: `none_is_forgotten` finds those
//! that have none.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use azure::check::{INTERNET_EXPOSURE, UNGRANTED, UNREACHABLE};
use azure::compute::VirtualMachine;
use azure::key_vault::Vault;
use azure::managed_identity::UserAssignedIdentity;
use azure::network::{
    InlineSecurityRule, NetworkSecurityGroupPropertiesFormat, SecurityRulePropertiesFormat, Subnet, VirtualNetwork,
};
use azure::prelude::*;
use compiler::Gate;

use self::snapshot::assert_rendered;

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

type Group = Graph<ResourceGroup>;

azure::address_plan! {
    /// Addresses of a network.
    Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/24",
        BASTION = "AzureBastionSubnet": "10.0.1.0/26",
    }
}

/// A construct as it comes, or with a property that Azure's data does not know, and the reason for it.
struct Change(bool);

impl Change {
    fn of<C: Construct<Resource: ResourceBody>>(&self, construct: C) -> C {
        if !self.0 {
            return construct;
        }
        let reason = "The test wants to see it.";
        construct.adjust(|it| it.property("properties.note", "by hand")).allow(Check::UNKNOWN_PROPERTY, reason)
    }
}

/// A secret of a team, and the team.
fn vault(g: &mut Group, region: &Param<String>) -> Resource<Vault> {
    KeyVault::new("kv-contoso", region).allow(UNREACHABLE, "not what the test is about").add(g, "vault")
}

fn team() -> GivenPrincipal {
    GivenPrincipal::group("00000000-0000-0000-0000-000000000001")
}

fn subnet(g: &mut Group) -> Resource<Subnet> {
    let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
    Subnet::existing(&network, "subnet").nested().add(g, "subnet")
}

fn identity(g: &mut Group, region: &Param<String>) -> Resource<UserAssignedIdentity> {
    UserAssignedIdentity::new("id-contoso", region).add(g, "identity")
}

fn login(g: &mut Group) -> (Param<String>, Param<String>) {
    let key = g.param("sshPublicKey").describe("Public half of the administrator's SSH key.");
    (g.param("adminUsername").describe("Administrator of the machine."), key)
}

/// Who is granted a role is another matter.
fn keyless<C: Construct>(construct: C) -> C {
    construct.allow(UNGRANTED, "callers come later")
}

macro_rules! constructs {
    ($($name:ident: |$g:ident, $region:ident, $change:ident| $build:expr;)*) => {
        /// Each by its name, with what adds it.
        const CONSTRUCTS: &[(&str, fn(&mut Group, Change))] = &[$((stringify!($name), |$g, $change| {
            let $region = &$g.param("location").describe("Region of every resource.");
            $build;
        })),*];
    };
}

constructs! {
    AiSearch: |g, region, change| change.of(keyless(AiSearch::new("srch-contoso", region))).add(g, "it");
    AiServices: |g, region, change| change.of(keyless(AiServices::new("ai-contoso", region))).add(g, "it");
    Aks: |g, region, change| {
        let (subnet, identity) = (subnet(g), identity(g, region));
        change.of(Aks::new("aks-contoso", region, &subnet, &identity)).add(g, "it")
    };
    AppService: |g, region, change| change.of(AppService::new("app-contoso", region, "NODE|24-lts")).add(g, "it");
    Bastion: |g, region, change| {
        let network = Network::planned::<Plan>("vnet-contoso", region).add(g, "network");
        change.of(Bastion::standard("bas-contoso", region, &network)).scale_units(3).add(g, "it")
    };
    CognitiveServices: |g, region, change| {
        change.of(keyless(CognitiveServices::new("SpeechServices", "speech-contoso", region))).add(g, "it")
    };
    ContainerApp: |g, region, change| {
        let (subnet, identity) = (subnet(g), identity(g, region));
        let environment = ContainerAppsEnvironment::new("cae-contoso", region, &subnet).add(g, "appEnvironment");
        change.of(ContainerApp::new("worker", region, &environment, &identity, "contoso.io/a:1")).add(g, "it")
    };
    ContainerAppsEnvironment: |g, region, change| {
        let subnet = subnet(g);
        change.of(ContainerAppsEnvironment::new("cae-contoso", region, &subnet)).add(g, "it")
    };
    ContainerRegistry: |g, region, change| change.of(keyless(ContainerRegistry::new("crcontoso", region))).add(g, "it");
    ContentFilter: |g, region, change| {
        let account = keyless(OpenAi::new("oai-contoso", region)).add(g, "account");
        change.of(ContentFilter::new(&account)).mode("Blocking").add(g, "it")
    };
    CosmosDb: |g, region, change| change.of(keyless(CosmosDb::new("cosmos-contoso", region))).add(g, "it");
    CustomRole: |g, region, change| {
        LogAnalytics::new("log-contoso", region).add(g, "logs");
        let role = CustomRole::<VirtualMachine>::new("Machine Operator", "Starts and stops machines.");
        change.of(role).actions(["Microsoft.Compute/virtualMachines/start/action"]).add(g, "it")
    };
    Diagnostics: |g, region, change| {
        let (vault, logs) = (vault(g, region), LogAnalytics::new("log-contoso", region).add(g, "logs"));
        g.grant("teamReads", &team(), role::KeyVaultSecretsUser, &vault).describe("The team reads secrets.");
        change.of(vault.diagnostics_to(&logs)).log_groups(["audit"]).add(g, "it")
    };
    EventGridTopic: |g, region, change| change.of(keyless(EventGridTopic::new("evgt-contoso", region))).add(g, "it");
    GrantBuilder: |g, region, change| {
        let vault = vault(g, region);
        change.of(g.grant("it", &team(), role::KeyVaultSecretsUser, &vault)).describe("The team reads secrets.")
    };
    IotHub: |g, region, change| change.of(keyless(IotHub::new("iot-contoso", region))).add(g, "it");
    KeyVault: |g, region, change| change.of(keyless(KeyVault::new("kv-contoso", region))).add(g, "it");
    LockBuilder: |g, region, change| {
        let logs = LogAnalytics::new("log-contoso", region).add(g, "logs");
        change.of(logs.lock(g, "it", Lock::CanNotDelete)).describe("Nobody deletes the logs.")
    };
    LogAnalytics: |g, region, change| change.of(LogAnalytics::new("log-contoso", region)).add(g, "it");
    MachineBuilder: |g, region, change| {
        let (subnet, login) = (subnet(g), login(g));
        let login = (&login.0, &login.1);
        let set = LinuxScaleSet::new("set", region, Image::DEBIAN_13, &subnet, login).zones(["1", "2"]).uniform();
        change.of(set).system_assigned_identity().boot_diagnostics().add(g, "them");
        let machine = LinuxMachine::new("vm", region, Image::DEBIAN_13, &subnet, login).zone("1").cloud_init("#!/bin/sh\n");
        change.of(machine).data_disk(DataDisk::new(64)).system_assigned_identity().add(g, "it")
    };
    Network: |g, region, change| {
        let network = change.of(Network::new("vnet-contoso", region, "10.0.0.0/16"));
        network.subnets([("apps", "10.0.0.0/24")]).add(g, "it")
    };
    OpenAi: |g, region, change| change.of(keyless(OpenAi::new("oai-contoso", region))).add(g, "it");
    PlannedNetwork: |g, region, change| {
        let network = change.of(Network::planned::<Plan>("vnet-contoso", region)).nat_gateway();
        network.service_endpoint(Plan::WORKLOAD, "Microsoft.Storage").add(g, "it")
    };
    PrivateEndpoint: |g, region, change| {
        let (subnet, vault) = (subnet(g), vault(g, region));
        g.grant("teamReads", &team(), role::KeyVaultSecretsUser, &vault).describe("The team reads secrets.");
        change.of(PrivateEndpoint::new("pe-kv", region, &vault, &subnet)).registered_by_policy(g, "it")
    };
    ServiceBus: |g, region, change| change.of(keyless(ServiceBus::new("sb-contoso", region))).add(g, "it");
    Storage: |g, region, change| {
        change.of(keyless(Storage::new("stcontoso", region))).container("reports", "reports").add(g, "it")
    };
    ZoneOf: |g, region, change| {
        let vault = keyless(KeyVault::new("kv-contoso", region)).add(g, "vault");
        change.of(Zone::of(&vault)).add(g, "it")
    };
    ZonesOf: |g, region, change| {
        let hub = keyless(IotHub::new("iot-contoso", region)).add(g, "hub");
        change.of(Zones::of(&hub)).add(g, "it")
    };
}

fn rendered(add: fn(&mut Group, Change), is_changed: bool) -> String {
    let mut g = Group::new();
    add(&mut g, Change(is_changed));
    g.to_bicep().unwrap_or_else(|report| panic!("{report}"))
}

#[test]
fn every_one_takes_changes_and_keeps_its_defaults() {
    let mut gate = Gate::shared();
    for (name, add) in CONSTRUCTS {
        let (plain, changed) = (rendered(*add, false), rendered(*add, true));
        assert!(changed.contains("  note: 'by hand'\n"), "{name}: the change is lost:\n{changed}");
        let mut left = changed.lines();
        let lost = plain.lines().find(|line| !left.any(|it| it == *line));
        assert_eq!(lost, None, "{name}: a default is lost:\n{changed}");
        if let Some(gate) = &mut gate {
            gate.assert_clean(&[("main.bicep", &changed)]);
        }
    }
}

/// Tags of a graph reach what constructs add inside: addresses, interfaces, plans, links.
#[test]
fn tags_reach_all_that_constructs_add() {
    for (name, add) in CONSTRUCTS {
        let mut g = Group::new();
        g.tags([("team", "web")]);
        add(&mut g, Change(false));
        let untagged = g.examine(|facts, _| {
            let bare = facts.all().filter(|it| it.is_deployed() && it.value("tags").is_none() && has_tags(it.ty()));
            bare.map(|it| it.symbol().to_owned()).collect::<Vec<_>>()
        });
        assert_eq!(untagged.unwrap_or_else(|report| panic!("{report}")), Vec::<String>::new(), "{name}");
    }
}

fn has_tags(ty: &str) -> bool {
    let (provider, ty) = types::find_shared(ty, None).expect("the types of constructs are in Azure's data");
    let body = &provider.types()[ty.body.index()];
    matches!(body, types::Type::Object(body) if body.properties.iter().any(|property| property.name == "tags"))
}

/// What is there already takes no properties; the reason why it is not found is all that can be said of it.
#[test]
fn what_is_there_already_takes_allowances() {
    let mut g = Group::new();
    let place = || OtherResourceGroup::named("rg-hub");
    let vault = Vault::existing("kv-contoso").add(&mut g, "vault");
    let monitor = azure::insights::PrivateLinkScope::existing("ampls").add(&mut g, "monitor");
    let reason = "The test wants to see it.";
    Network::existing::<Plan>("vnet").in_group(place()).allow(UNGRANTED, reason).add(&mut g, "network");
    Zone::existing(&vault, place()).allow(UNGRANTED, reason).add(&mut g, "zone");
    Zones::existing(&monitor, place()).allow(UNGRANTED, reason).add(&mut g, "zones");
    let report = g.report();
    let told = report.findings().iter().filter(|it| it.id() == "needless-allowance").map(dsl::Finding::message);
    let expected =
        ["network", "zone", "zonesMonitor"].map(|it| format!("`{it}` allows `ungranted`, which nobody finds there"));
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

/// A reason given for a construct counts for the resources that are added with it, and for no others.
#[test]
fn an_allowance_is_one_of_the_whole_construct() {
    let build = |is_allowed: bool| {
        let mut g = Group::new();
        let region = g.param("location").describe("Region of every resource.");
        let open = |name: &'static str| {
            let (source, traffic) = (Source::internet(), Traffic::tcp(22));
            Network::planned::<Plan>(name, &region).allow_inbound(Plan::WORKLOAD, "AllowSsh", source, traffic)
        };
        let network = open("vnet-contoso");
        let network = if is_allowed { network.allow(INTERNET_EXPOSURE, "It is a honeypot.") } else { network };
        network.add(&mut g, "network");
        open("vnet-other")
            .adjust_security_group(Plan::WORKLOAD, |it| it.allow(INTERNET_EXPOSURE, "So is this."))
            .add(&mut g, "other");
        g.report().findings().iter().map(dsl::Finding::id).collect::<Vec<_>>()
    };
    assert_eq!(build(false), ["internet-exposure"]);
    assert_eq!(build(true), Vec::<&str>::new());
}

/// What a construct adds beside its main resource is changed by a word of its own; what it knows of it stays.
#[test]
fn every_part_can_be_changed() {
    let mut g = Group::new();
    let region = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let tags = [("team", "platform")];
    let deny = SecurityRulePropertiesFormat::new("*", "Deny", 200, "Outbound")
        .source_address_prefix("*")
        .source_port_range("*")
        .destination_address_prefix("Internet")
        .destination_port_range("*");
    let rules = [InlineSecurityRule::new().name("DenyInternetOutbound").properties(deny)];
    let network = Network::planned::<Plan>("vnet-contoso", &region)
        .adjust_subnet(Plan::WORKLOAD, |subnet| subnet.default_outbound_access(true))
        .adjust_security_group(Plan::WORKLOAD, |group| {
            group.properties(NetworkSecurityGroupPropertiesFormat::new().security_rules(rules))
        })
        .adjust_nat_gateway(|gateway| gateway.tags(tags))
        .adjust_nat_gateway_address(|address| address.tags(tags))
        .add(&mut g, "network");
    Bastion::standard("bas-contoso", &region, &network).adjust_address(|it| it.zones(["1"])).add(&mut g, "bastion");
    let (name, key) = login(&mut g);
    LinuxMachine::new("vm-jump", &region, Image::DEBIAN_13, network.subnet(Plan::WORKLOAD), (&name, &key))
        .adjust_interface(|it| it.property("properties.enableAcceleratedNetworking", true))
        .adjust_address(|it| it.tags(tags))
        .add(&mut g, "vm");
    keyless(Storage::new("stcontoso", &region))
        .adjust_blobs(|blobs| blobs.is_versioning_enabled(true))
        .blob_soft_delete(30)
        .add(&mut g, "storage");
    assert_rendered("construct-parts", &g);
}

/// What is added by a word of a handle has no construct of its own.
#[test]
fn what_is_added_can_be_changed_later() {
    let mut g = Group::new();
    let region = g.param("location").default(resource_group().location()).describe("Region of every resource.");
    let network = Network::planned::<Plan>("vnet-contoso", &region).add(&mut g, "network");
    let vault = KeyVault::new("kv-contoso", &region).add(&mut g, "vault");
    let zone = Zone::of(&vault).add(&mut g, "zone");
    let link = zone.link(&network, &mut g, "link");
    g.adjust(&link, |link| link.property("properties.resolutionPolicy", "NxDomainRedirect"));
    g.adjust(&vault, |vault| {
        vault
            .property("tags.team", "data")
            .allow(UNGRANTED, "readers come later")
            .allow(UNREACHABLE, "so does the endpoint")
    });
    assert_rendered("construct-changed-later", &g);
}

/// The structs that become something in a graph, by what the compiler says of those that do not.
fn written(folder: &Path, names: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            written(&path, names)?;
            continue;
        }
        let mut is_builder = false;
        for line in fs::read_to_string(path)?.lines() {
            let name = line.strip_prefix("pub struct ").filter(|_| is_builder);
            names.extend(name.map(|it| it.split(['<', '(', ' ']).next().unwrap_or_default().to_owned()));
            is_builder = line.starts_with("#[must_use = ");
        }
    }
    Ok(())
}

#[test]
fn none_is_forgotten() {
    let mut names = BTreeSet::new();
    written(Path::new("src/construct"), &mut names).expect("the constructs are beside the tests");
    assert!(names.remove("ExistingNetwork"), "it has a test of its own");
    assert_eq!(names, CONSTRUCTS.iter().map(|(name, _)| (*name).to_owned()).collect());
}
