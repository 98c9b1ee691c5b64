//! Azure OpenAI over a private endpoint, called by a virtual machine whose managed identity needs no API key.

use azure::prelude::*;

azure::address_plan! {
    /// Addresses of the scenario: ranges that overlap or lie outside the network do not compile.
    pub Plan: "10.0.0.0/16" {
        WORKLOAD = "workload": "10.0.0.0/24",
        PRIVATE_ENDPOINTS = "private-endpoints": "10.0.1.0/24",
    }
}

/// The scenario `example`.
pub fn scenario() -> Scenario {
    Scenario::new("example", build).describe(
        "Azure OpenAI behind a private endpoint, called without an API key by the managed identity of a virtual machine.",
    )
}

fn build(g: &mut Graph<ResourceGroup>) {
    let location =
        g.param("location").default(resource_group().location()).describe("Region of every regional resource.");
    let prefix = g.param("prefix").default("aoai").length(2..=12).describe("Prefix of every resource name.");
    let account_name =
        g.param("accountName").default(&prefix + "-" + unique_string([resource_group().id()])).length(2..=64).describe(
            "Custom subdomain of the account: Microsoft Entra authentication and private endpoints need one.",
        );
    let administrator =
        g.param("adminUsername").default("azureuser").length(1..=64).describe("Administrator of the virtual machine.");
    let ssh_public_key = g.param("sshPublicKey").describe("Public half of the SSH key of the administrator.");
    let vm_size = g.param("vmSize").default("Standard_D2s_v5").describe("Size of the virtual machine.");

    let network = Network::planned::<Plan>(&prefix + "-vnet", &location)
        .without_security_groups() // nothing in the network has a public address
        .add(g, "virtualNetwork");

    // CKV_AZURE_238 of Checkov asks for an identity of the account: it calls no other service, and would not use one.
    let account = OpenAi::new(&account_name, &location).add(g, "account");
    let chat = account.deploy(g, "chat", Model::open_ai("gpt-4o-mini", "2024-07-18"), Capacity::standard(10));

    // The zone's type comes from the account's: another service's zone does not compile.
    let zone = Zone::of(&account).add(g, "zone");
    zone.link(&network, g, "link");
    PrivateEndpoint::new(&prefix + "-account-pe", &location, &account, network.subnet(Plan::PRIVATE_ENDPOINTS))
        .register_in(&zone, g, "endpoint");

    // CKV_AZURE_50 asks to forbid extensions of the machine: none is here, and whoever runs it adds agents by them.
    let login = (&administrator, &ssh_public_key);
    let workload = network.subnet(Plan::WORKLOAD);
    let vm = LinuxMachine::new(&prefix + "-vm", &location, Image::UBUNTU_24_04, workload, login)
        .size(&vm_size)
        .system_assigned_identity() // without it the grant below does not compile
        .add(g, "vm");

    g.grant("vmCallsAccount", &vm, role::CognitiveServicesOpenAiUser, &account)
        .describe("The virtual machine may call the models of the account.");

    g.output("endpoint", account.endpoint()).describe("Endpoint to call with a Microsoft Entra token.");
    g.output("deploymentName", chat.name()).describe("Name of the model deployment to call.");
    g.output("vmName", vm.name()).describe("Name of the virtual machine that may call it.");

    g.parameter_set("main").value(&ssh_public_key, read_environment_variable("SSH_PUBLIC_KEY"));
}
