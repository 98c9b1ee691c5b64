//! Every construct takes changes and allowances, and keeps its defaults. One case a construct.

use azure::check::UNGRANTED;
use azure::managed_identity::UserAssignedIdentity;
use azure::network::{Subnet, VirtualNetwork};
use azure::prelude::*;
use compiler::Gate;

type Group = Graph<ResourceGroup>;

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

fn subnet(g: &mut Group) -> Resource<Subnet> {
    let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
    Subnet::existing(&network, "subnet").nested().add(g, "subnet")
}

fn identity(g: &mut Group, region: &Param<String>) -> Resource<UserAssignedIdentity> {
    UserAssignedIdentity::new("id-contoso", region).add(g, "identity")
}

/// Who is granted a role is another matter.
fn keyless<C: Construct>(construct: C) -> C {
    construct.allow(UNGRANTED, "callers come later")
}

macro_rules! constructs {
    ($($name:ident: |$g:ident, $region:ident, $change:ident| $build:expr;)*) => {
        /// Each by its name, with what adds it under the symbol `it`.
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
    CosmosDb: |g, region, change| change.of(keyless(CosmosDb::new("cosmos-contoso", region))).add(g, "it");
    EventGridTopic: |g, region, change| change.of(keyless(EventGridTopic::new("evgt-contoso", region))).add(g, "it");
    IotHub: |g, region, change| change.of(keyless(IotHub::new("iot-contoso", region))).add(g, "it");
    KeyVault: |g, region, change| change.of(keyless(KeyVault::new("kv-contoso", region))).add(g, "it");
    LogAnalytics: |g, region, change| change.of(LogAnalytics::new("log-contoso", region)).add(g, "it");
    OpenAi: |g, region, change| change.of(keyless(OpenAi::new("oai-contoso", region))).add(g, "it");
    ServiceBus: |g, region, change| change.of(keyless(ServiceBus::new("sb-contoso", region))).add(g, "it");
    Storage: |g, region, change| change.of(keyless(Storage::new("stcontoso", region))).add(g, "it");
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
