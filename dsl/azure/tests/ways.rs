//! What the rules of Azure find of services that are closed to the public network: who has no way to them, and who has.

use azure::check::{GRANT_WITHOUT_PATH, KEY_ACCESS};
use azure::cognitive_services::{Account, AccountProperties, NetworkRuleSet, PublicNetworkAccess, Sku};
use azure::construct::SystemAssigned;
use azure::container_registry::Registry;
use azure::key_vault::{self, DefaultAction, Vault, VaultProperties};
use azure::network::{Subnet, VirtualNetwork};
use azure::prelude::*;
use azure::role::Role;
use dsl::functions::{guid, subscription_resource_id};
use dsl::{Value, raw};

use self::snapshot::{assert_found, ids};

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

type Group = Graph<ResourceGroup>;

const REGION: &str = "japaneast";

/// A closed account, and whom it lets in past that.
fn account(g: &mut Group, bypass: &'static str) -> Resource<Account> {
    let properties = AccountProperties::new()
        .public_network_access(PublicNetworkAccess::Disabled)
        .network_acls(NetworkRuleSet::new().bypass(bypass));
    Account::new("contoso-ai", REGION, "OpenAI", Sku::new("S0")).properties(properties).add(g, "account")
}

/// A subnet of a network that this graph makes.
fn subnet(g: &mut Group) -> Resource<Subnet> {
    let (_, [subnet]) =
        Network::new("vnet", REGION, "10.0.0.0/24").subnets([("work", "10.0.0.0/24")]).add(g, "network");
    subnet
}

fn machine(g: &mut Group, subnet: &Resource<Subnet>) -> Machine<SystemAssigned> {
    let name = g.param("administrator").describe("Administrator of the machine.");
    let key = g.param("sshPublicKey").describe("Public key of the administrator.");
    LinuxMachine::new("vm", REGION, Image::UBUNTU_24_04, subnet, (&name, &key)).system_assigned_identity().add(g, "vm")
}

/// Lets a machine in a subnet read the secrets of a vault.
fn machine_reads(g: &mut Group, subnet: &Resource<Subnet>, vault: &Resource<Vault>) {
    let vm = machine(g, subnet);
    g.grant("vmReads", &vm, role::KeyVaultSecretsUser, vault).describe("The machine may read secrets.");
}

#[test]
fn a_closed_service_needs_an_endpoint() {
    assert_found("rule-unreachable", |g| drop(account(g, "None")));
    assert_eq!(ids(|g| drop(account(g, "AzureServices"))), [""; 0], "services of Azure may call it");
    let told = |g: &mut Group, what: fn(&Resource<Account>) -> Value<String>| {
        let account = account(g, "None");
        g.output("told", what(&account)).describe("For another template.");
    };
    assert_eq!(ids(|g| told(g, Resource::id)), [""; 0], "another template may make the endpoint");
    assert_eq!(ids(|g| told(g, |it| it.properties().endpoint())), ["unreachable"], "an address lets nobody in");
}

#[test]
fn a_machine_is_none_of_the_services_that_are_let_in() {
    assert_found("rule-grant-without-endpoint", |g| {
        let vault = KeyVault::new("kv-contoso", REGION).add(g, "vault");
        let subnet = subnet(g);
        machine_reads(g, &subnet, &vault);
    });
    let elsewhere = |g: &mut Group, vault: &Resource<Vault>| {
        let network = VirtualNetwork::existing("hub").add(g, "network");
        let subnet = Subnet::existing(&network, "work").nested().add(g, "work");
        machine_reads(g, &subnet, vault);
    };
    let is_found = |g: &mut Group| {
        let vault = KeyVault::new("kv-contoso", REGION).add(g, "vault");
        elsewhere(g, &vault);
    };
    assert_found("rule-unreachable-vault", is_found);
    let is_there = |g: &mut Group| {
        let vault = Vault::existing("kv-contoso").add(g, "vault");
        elsewhere(g, &vault);
    };
    assert_eq!(ids(is_there), [""; 0], "of a vault that is there, nothing is known");
    let is_told = |g: &mut Group| {
        let vault = KeyVault::new("kv-contoso", REGION).add(g, "vault");
        elsewhere(g, &vault);
        g.output("vaultId", vault.id()).describe("Another template makes the endpoint.");
    };
    assert_eq!(ids(is_told), [""; 0]);
}

#[test]
fn who_knows_the_way_says_so_once() {
    let allowed = |g: &mut Group| {
        let vault = KeyVault::new("kv-contoso", REGION).add(g, "vault");
        let subnet = subnet(g);
        let vm = machine(g, &subnet);
        g.grant("vmReads", &vm, role::KeyVaultSecretsUser, &vault)
            .allow(GRANT_WITHOUT_PATH, "The platform team makes the endpoint.")
            .describe("The machine may read secrets.");
    };
    assert_eq!(ids(allowed), [""; 0]);
}

/// A vault by its rules alone, which a machine may read.
fn vault_with(g: &mut Group, rules: key_vault::NetworkRuleSet) {
    let sku = key_vault::Sku::new("A", key_vault::SkuName::Standard);
    let properties = VaultProperties::new("00000000-0000-0000-0000-000000000001", sku).network_acls(rules);
    let vault = Vault::new("kv-contoso", REGION, properties).add(g, "vault");
    let subnet = subnet(g);
    machine_reads(g, &subnet, &vault);
}

#[test]
fn who_denies_all_and_names_nobody_is_closed() {
    let rules = || key_vault::NetworkRuleSet::new().default_action(DefaultAction::Deny);
    assert_eq!(ids(|g| vault_with(g, rules())), ["grant-without-path"]);
    assert_eq!(ids(|g| vault_with(g, rules().ip_rules([key_vault::IpRule::new("203.0.113.0/24")]))), [""; 0]);
    assert_eq!(ids(|g| vault_with(g, rules().default_action(DefaultAction::Allow))), [""; 0]);
    let given = |g: &mut Group| {
        let action = g.param("defaultAction").default("Deny").allowed(["Allow", "Deny"]).describe("For all others.");
        vault_with(g, rules().default_action(&action));
    };
    assert_eq!(ids(given), [""; 0], "what is known at run time only");
}

/// Lets an app write blobs of a closed account.
fn app_writes(
    g: &mut Group,
    change: impl FnOnce(&mut Group, AppService) -> AppService,
) -> Resource<azure::storage::StorageAccount> {
    let account = Storage::new("stcontoso", REGION).add(g, "storage");
    let app = AppService::new("app-contoso", REGION, "NODE|24-lts").public_access();
    let app = change(g, app).add(g, "app");
    g.grant("appWrites", &app, role::StorageBlobDataContributor, &account).describe("The app may write blobs.");
    account
}

#[test]
fn an_app_outside_of_all_networks_reaches_nothing_private() {
    assert_found("rule-grant-without-network", |g| drop(app_writes(g, |_, app| app)));
    let integrated = |g: &mut Group| {
        let account = app_writes(g, |g, app| {
            let network = VirtualNetwork::existing("hub").add(g, "network");
            app.integrated_in(&Subnet::existing(&network, "apps").nested().add(g, "apps"))
        });
        g.output("accountId", account.id()).describe("Another template makes the endpoint.");
    };
    assert_eq!(ids(integrated), [""; 0]);
    let on_a_plan = |g: &mut Group| {
        let account = app_writes(g, |g, app| app.on_plan(&azure::web::Serverfarm::existing("plan").add(g, "plan")));
        g.output("accountId", account.id()).describe("Another template makes the endpoint.");
    };
    assert_eq!(ids(on_a_plan), [""; 0], "the plan may be in a network");
}

#[test]
fn who_is_told_the_address_of_a_closed_service_has_no_way_to_it() {
    let told = |g: &mut Group, value: fn(&Resource<azure::storage::StorageAccount>) -> Value<String>| {
        let account = Storage::new("stcontoso", REGION)
            .shared_keys()
            .allow(KEY_ACCESS, "The app has a key in its vault.")
            .add(g, "storage");
        AppService::new("app-contoso", REGION, "NODE|24-lts")
            .public_access()
            .setting("STORAGE", value(&account))
            .add(g, "app");
    };
    assert_eq!(ids(|g| told(g, |it| it.properties().primary_endpoints().blob())), ["unreachable"]);
    assert_eq!(ids(|g| told(g, Resource::name)), ["unreachable"]);
    assert_eq!(ids(|g| told(g, |it| it.properties().provisioning_state().cast())), [""; 0]);
}

#[test]
fn people_are_no_service_of_azure_and_a_program_may_be_one() {
    let granted = |g: &mut Group, who: GivenPrincipal| {
        let vault = KeyVault::new("kv-contoso", REGION).add(g, "vault");
        g.grant("reads", &who, role::KeyVaultSecretsUser, &vault).describe("They may read secrets.");
    };
    let id = "00000000-0000-0000-0000-000000000001";
    assert_eq!(ids(|g| granted(g, GivenPrincipal::group(id))), ["unreachable"]);
    assert_eq!(ids(|g| granted(g, GivenPrincipal::service_principal(id))), [""; 0]);
}

#[test]
fn registries_let_in_containers_that_azure_runs_and_no_apps() {
    let pulls = |g: &mut Group, registry: &Resource<Registry>, ty: &'static str| {
        let puller =
            raw(ty, "puller").property("location", REGION).property("identity.type", "SystemAssigned").add(g, "puller");
        let role = subscription_resource_id("Microsoft.Authorization/roleDefinitions", [role::AcrPull::GUID]);
        raw("Microsoft.Authorization/roleAssignments@2022-04-01", guid([registry.id(), puller.id()]))
            .property("properties.principalId", puller.read("identity.principalId").cast::<String>())
            .property("properties.roleDefinitionId", role)
            .on(registry)
            .add(g, "pulls");
    };
    let registry = |g: &mut Group| ContainerRegistry::new("crcontoso", REGION).add(g, "registry");
    // The types want more than this test is about.
    let is_about_ways = |id: &&str| ["grant-without-path", "unreachable"].contains(id);
    let by = |ty: &'static str| -> Vec<_> {
        let pulled = |g: &mut Group| {
            let registry = registry(g);
            pulls(g, &registry, ty);
        };
        ids(pulled).into_iter().filter(is_about_ways).collect()
    };
    assert_eq!(by("Microsoft.ContainerInstance/containerGroups@2025-09-01"), [""; 0]);
    assert_eq!(by("Microsoft.Web/sites@2025-03-01"), ["grant-without-path"]);
    assert_eq!(by("Microsoft.ContainerService/managedClusters@2025-05-01"), ["unreachable"]);
}
