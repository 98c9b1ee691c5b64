//! What a graph gives to prove, and what it lacks.

use azure::managed_identity::UserAssignedIdentity;
use azure::prelude::*;
use dsl::{Facts, Graph, Param, ResourceGroup, Scenario};
use verify::{Identity, Missing, Plan};

azure::address_plan! {
    /// Two subnets.
    pub Hub: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/24",
        ENDPOINTS = "endpoints": "10.0.1.0/24",
    }
}

azure::address_plan! {
    /// The same in a range that a param gives.
    pub Any: any "/16" {
        WORKLOAD = "workload": "/24",
        ENDPOINTS = "endpoints": "/24",
    }
}

/// What is to be proven of a scenario that the closure completes.
#[track_caller]
fn plan(build: impl Fn(&mut Graph<ResourceGroup>, &Param<String>) + 'static) -> Result<Plan, Missing> {
    let scenario = Scenario::new("test", move |g: &mut Graph<ResourceGroup>| {
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        build(g, &location);
    });
    let read = |facts: &Facts<'_>| Plan::of(facts);
    scenario.describe("A test.").examine_draft(|facts, _| read(facts)).unwrap_or_else(|report| panic!("{report}"))
}

/// What a call may lack.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Linux,
    Endpoint,
    Model,
    Nothing,
}

/// An account behind an endpoint, and a machine in the same network, granted a role by one of its two identities.
fn call(g: &mut Graph<ResourceGroup>, location: &Param<String>, is_of_user: bool, lacks: Part) {
    let range = g.address_prefix("networkRange").describe("Addresses.");
    let network = Network::planned_in::<Any>("vnet", location, &range).without_security_groups().add(g, "network");
    let account = OpenAi::new("contoso", location).add(g, "account");
    account.deploy(g, "index", Model::open_ai("text-embedding-3-small", "1"), Capacity::standard(10));
    if lacks != Part::Model {
        account.deploy(g, "chat", Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::standard(10));
    }
    if lacks != Part::Endpoint {
        let zone = Zone::of(&account).add(g, "zone");
        zone.link(&network, g, "link");
        PrivateEndpoint::new("pe", location, &account, network.subnet(Any::ENDPOINTS))
            .register_in(&zone, g, "endpoint");
    }
    let user = g.param("user").default("azureuser").describe("User.");
    let subnet = network.subnet(Any::WORKLOAD);
    if lacks == Part::Linux {
        let password = g.secret("password").describe("Password.");
        let machine = WindowsMachine::new("vm", location, Image::WINDOWS_SERVER_2022, subnet, (&user, &password));
        let vm = machine.system_assigned_identity().add(g, "vm");
        g.grant("grant", &vm, role::CognitiveServicesOpenAiUser, &account).describe("Calls.");
        return;
    }
    let key = g.param("key").describe("Key.");
    let machine = LinuxMachine::new("vm", location, Image::UBUNTU_24_04, subnet, (&user, &key));
    if is_of_user {
        let identity = UserAssignedIdentity::new("caller", location).add(g, "caller");
        machine.user_assigned_identity(&identity).add(g, "vm");
        g.grant("grant", &identity, role::CognitiveServicesOpenAiUser, &account).describe("Calls.");
    } else {
        let vm = machine.system_assigned_identity().add(g, "vm");
        g.grant("grant", &vm, role::CognitiveServicesOpenAiUser, &account).describe("Calls.");
    }
}

#[test]
fn who_calls_what_over_what_is_found() {
    let plan = plan(|g, location| call(g, location, true, Part::Nothing)).unwrap();
    assert_eq!((plan.machine.as_str(), plan.account.as_str(), plan.deployment.as_str()), ("vm", "account", "chat"));
    assert_eq!((plan.identity, plan.endpoint.as_str()), (Identity::User("caller".to_owned()), "endpoint"));
    assert!(plan.ranges.is_empty(), "the range comes from a param: {:?}", plan.ranges);
}

#[test]
fn what_is_missing_is_said() {
    let lacking = |part| plan(move |g, location| call(g, location, false, part)).unwrap_err();
    assert_eq!(lacking(Part::Model), Missing::Deployment("account".to_owned()));
    assert_eq!(lacking(Part::Linux), Missing::Linux("vm".to_owned()));
    assert_eq!(lacking(Part::Endpoint), Missing::Endpoint("account".to_owned()));
    let network = |g: &mut Graph<ResourceGroup>, location: &Param<String>| {
        drop(Network::planned::<Hub>("vnet", location).add(g, "network"));
    };
    assert_eq!(plan(network), Err(Missing::Caller));
}
