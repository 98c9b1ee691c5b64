//! A machine that may call a model over a private endpoint, by an identity that is a resource of its own.

use std::rc::Rc;

use dsl::functions::{guid, subscription_resource_id};
use dsl::{
    Any, Entry, Expr, ExtensionTarget, Graph, Key, RawResource, Resource, ResourceBody, ResourceGroup, Value, raw,
    raw_existing,
};

const USER: &str = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";

pub(crate) fn build(g: &mut Graph<ResourceGroup>) {
    let location = g.param("location").describe("Region.");
    let resource = |ty: &'static str, name: &'static str| raw(ty, name).property("location", &location);
    let account = resource("Microsoft.CognitiveServices/accounts@2026-09-01", "contoso")
        .property("kind", "OpenAI")
        .property("sku.name", "S0")
        .add(g, "account");
    raw("Microsoft.CognitiveServices/accounts/deployments@2026-09-01", "chat")
        .child_of(&account)
        .property("properties.model.name", "gpt-4o-mini")
        .add(g, "chat");
    let identity = resource("Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30", "caller").add(g, "caller");
    let key = Key::Computed(Rc::new(Expr::interpolated([identity.id().into()])));
    let ids = Expr::Object(Rc::new([Entry::Property(key, Expr::Object(Rc::new([])))]));
    resource("Microsoft.Compute/virtualMachines@2026-04-01", "vm")
        .property("identity.type", "UserAssigned")
        .property("identity.userAssignedIdentities", ids)
        .add(g, "vm");
    endpoint(g, resource("Microsoft.Network/privateEndpoints@2026-03-01", "pe"), &account);
    grant(g, &account, &identity);
    g.parameter_set("main").value(&location, "japaneast");
}

fn endpoint(g: &mut Graph<ResourceGroup>, endpoint: RawResource, account: &Resource<RawResource>) {
    let network = raw_existing("Microsoft.Network/virtualNetworks@2026-03-01", "hub").add(g, "hub");
    let subnet = raw_existing("Microsoft.Network/virtualNetworks/subnets@2026-03-01", "endpoints");
    let subnet = subnet.child_of(&network).add(g, "endpoints");
    let groups = Expr::array(["account".into()]);
    let properties = Expr::object([("privateLinkServiceId", account.id().into()), ("groupIds", groups)]);
    let connection = Expr::object([("name", "account".into()), ("properties", properties)]);
    endpoint
        .property("properties.subnet.id", subnet.id())
        .property("properties.privateLinkServiceConnections", Expr::array([connection]))
        .add(g, "endpoint");
}

fn grant(g: &mut Graph<ResourceGroup>, account: &Resource<RawResource>, identity: &Resource<RawResource>) {
    let principal: Value<Any> = identity.read("properties.principalId");
    raw("Microsoft.Authorization/roleAssignments@2022-04-01", guid([account.id(), identity.id()]))
        .on(ExtensionTarget::from(account))
        .property("properties.principalId", principal)
        .property("properties.principalType", "ServicePrincipal")
        .property(
            "properties.roleDefinitionId",
            subscription_resource_id("Microsoft.Authorization/roleDefinitions", [USER]),
        )
        .add(g, "callerCalls");
}
