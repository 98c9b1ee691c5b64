//! An app of Azure Container Apps, whose identity pulls its image and reads its secrets.

use dsl::{Expr, Graph, Holds, Item, Resource, ResourceBody, ResourceType, Secret, Text, Value, ValueOf};

use super::changes::{self, Construct, Sets};
use super::{Grants, WaitsForNeeds, identity_map};
use crate::app::{
    self, ActiveRevisionsMode, Configuration, Container, ContainerAppProperties, ContainerAppSecret,
    ContainerResources, EnvironmentVar, Ingress, ManagedEnvironment, ManagedServiceIdentity,
    ManagedServiceIdentityType, RegistryCredentials, Scale, Template, Transport,
};
use crate::authorization::RoleAssignment;
use crate::container_registry::Registry;
use crate::key_vault::Vault;
use crate::managed_identity::UserAssignedIdentity;
use crate::role;

/// What the libraries of Azure choose an identity by, where one lives on its own.
const CLIENT_ID: &str = "AZURE_CLIENT_ID";

/// What may be a variable that everybody may read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value for a variable that everybody may read",
    label = "expected a text that is no secret",
    note = "a secret that the deployment is given goes to `.secret_variable(\"NAME\", &secret)`",
    note = "one that lies in a key vault goes by its name to `.secrets(&vault, [(\"NAME\", \"secret-name\")])`"
)]
pub trait PlainVariable: ValueOf<String> {}

#[diagnostic::do_not_recommend]
impl<V: ValueOf<String>> PlainVariable for V {}

/// An app of Azure Container Apps of one container. Nobody reaches it unless it has an ingress. It has no passwords: an
/// identity pulls its image and reads its secrets from a key vault, and is granted the roles for both before the app is made.
/// After [Learn: managed identities in Azure Container
/// Apps](https://learn.microsoft.com/azure/container-apps/managed-identity).
///
/// ```
/// use azure::managed_identity::UserAssignedIdentity;
/// use azure::network::Subnet;
/// use azure::prelude::*;
///
/// fn build(g: &mut Graph<ResourceGroup>, location: &Param<String>, apps: &Resource<Subnet>) {
///     let environment = ContainerAppsEnvironment::new("cae-shop", location, apps).add(g, "appEnvironment");
///     let registry = ContainerRegistry::new("crshop", location).add(g, "registry");
///     let vault = KeyVault::new("kv-shop", location).add(g, "vault");
///     let identity = UserAssignedIdentity::new("id-shop", location).add(g, "identity");
///     let image = registry.properties().login_server() + "/shop:1";
///     let shop = ContainerApp::new("shop", location, &environment, &identity, image)
///         .pulls_from(&registry) // granted to the identity
///         .external_ingress(8080)
///         .variable("STAGE", "test")
///         .secrets(&vault, [("DB_PASSWORD", "db-password")]) // granted, too
///         .add(g, "shop");
///     g.output("host", shop.properties().configuration().ingress().fqdn()).describe("Host name of the shop.");
/// }
/// ```
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ContainerApp {
    app: app::ContainerApp,
    container: Container,
    variables: Vec<(Value<String>, EnvironmentVar)>,
    secrets: Vec<(String, Value<ContainerAppSecret>)>,
    identity: Resource<UserAssignedIdentity>,
    registries: Vec<Resource<Registry>>,
    vaults: Vec<Resource<Vault>>,
}

impl ContainerApp {
    /// An app of an image in an environment and its region: one to ten replicas, each of half a core and 1 GiB. The identity
    /// is that of this app alone. The name has 2 to 32 small letters, digits and dashes.
    pub fn new(
        name: impl ValueOf<String>,
        location: impl ValueOf<String>,
        environment: &Resource<ManagedEnvironment>,
        identity: &Resource<UserAssignedIdentity>,
        image: impl ValueOf<String>,
    ) -> Self {
        let name: Value<String> = name.into();
        let container = Container::new().name(&name).image(image).resources(resources("0.5", "1Gi"));
        let identities = ManagedServiceIdentity::new(ManagedServiceIdentityType::UserAssigned)
            .user_assigned_identities(identity_map::only(identity));
        let app = app::ContainerApp::new(name, location).identity(identities).properties(properties(environment.id()));
        let (variables, secrets, registries, vaults) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let app = ContainerApp { app, container, variables, secrets, identity: identity.clone(), registries, vaults };
        app.variable(CLIENT_ID, identity.properties().client_id())
    }

    /// Is reached over HTTPS by the other apps of its environment; `port` is the one that the container listens on.
    pub fn ingress(self, port: impl ValueOf<i64>) -> Self {
        self.reached(port, false)
    }

    /// Is reached over HTTPS from outside its environment too: from the virtual network, and from the internet where the
    /// environment has a public address.
    pub fn external_ingress(self, port: impl ValueOf<i64>) -> Self {
        self.reached(port, true)
    }

    /// Pulls images from a registry by its identity, which is granted `AcrPull` on it.
    pub fn pulls_from(mut self, registry: &Resource<Registry>) -> Self {
        add_once(&mut self.registries, registry);
        let credentials = |registry: &Resource<Registry>| {
            RegistryCredentials::new().server(registry.properties().login_server()).identity(self.identity.id())
        };
        let all: Value<Vec<RegistryCredentials>> = self.registries.iter().map(credentials).collect::<Vec<_>>().into();
        self.set("properties.configuration.registries", all)
    }

    /// With a variable of its environment, which everybody may read who may look at the app. The first one, `AZURE_CLIENT_ID`,
    /// is there from the start: by it the libraries of Azure choose the identity.
    pub fn variable(self, name: impl ValueOf<String>, value: impl PlainVariable) -> Self {
        let name: Value<String> = name.into();
        let variable = EnvironmentVar::new().name(&name).value(value);
        self.with_variable(name, variable)
    }

    /// With a variable whose value is a secret that the deployment is given: `g.secret("token").describe("…")`. The app keeps it
    /// as a secret of its own. One that lies in a key vault already is handed over by [`secrets`](Self::secrets).
    pub fn secret_variable(self, name: &'static str, value: impl ValueOf<Secret<String>>) -> Self {
        let value: Value<Secret<String>> = value.into();
        self.with_secret(name, &name.replace('_', "-"), |secret| secret.value(value))
    }

    /// With variables whose values are the newest versions of secrets in a key vault, `[("DB_PASSWORD", "db-password")]`.
    /// Its identity is granted `KeyVaultSecretsUser` on the vault.
    pub fn secrets<const N: usize>(
        mut self,
        vault: &Resource<Vault>,
        variables: [(&'static str, &'static str); N],
    ) -> Self {
        add_once(&mut self.vaults, vault);
        let identity = self.identity.id();
        variables.into_iter().fold(self, |app, (variable, secret)| {
            let url = vault.properties().vault_uri() + "secrets/" + secret;
            app.with_secret(variable, secret, |it| it.key_vault_url(url).identity(&identity))
        })
    }

    /// Another size of each replica, in cores and memory: `.size("1.5", "3Gi")`. In the profile `Consumption`, there
    /// are 0.25 to 4 cores in steps of 0.25, each with 2 GiB; `container-limits` finds other pairs.
    pub fn size(self, cores: &'static str, memory: &'static str) -> Self {
        self.adjust_container(|container| container.resources(resources(cores, memory)))
    }

    /// How few and how many replicas, 1000 at most. With 0 it sleeps until it is called.
    pub fn replicas(self, minimum: impl ValueOf<i64>, maximum: impl ValueOf<i64>) -> Self {
        let scale: Value<Scale> = Scale::new().min_replicas(minimum).max_replicas(maximum).into();
        self.set("properties.template.scale", scale)
    }

    /// Runs on another workload profile of its environment than `Consumption`.
    pub fn workload_profile(self, name: impl ValueOf<String>) -> Self {
        self.set("properties.workloadProfileName", name.into())
    }

    /// With changes to its container, such as probes. Variables that are set are added to its own.
    pub fn adjust_container(mut self, change: impl FnOnce(Container) -> Container) -> Self {
        self.container = change(self.container);
        self
    }

    /// Adds the app, and before it the grants of its identity, whose symbols are the app's and `PullsImages` or
    /// `ReadsSecrets`, with a number from the second one on. It waits for the private endpoints of its registries and vaults
    /// that are in the graph by then, see [`wait_for_needs`](WaitsForNeeds::wait_for_needs).
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<app::ContainerApp>
    where
        S: Holds<app::ContainerApp> + Holds<RoleAssignment>,
    {
        let (g, symbol) = (&mut g.as_whole(), symbol.into());
        let containers: Value<Vec<Container>> = [self.container()].into();
        let mut app = changes::fill(self.app, "properties.template.containers", containers);
        for (index, registry) in self.registries.iter().enumerate() {
            let grant = g.grant(numbered(&symbol, "PullsImages", index), &self.identity, role::AcrPull, registry);
            app = app.depends_on(&grant.describe("The app pulls its image."));
        }
        for (index, vault) in self.vaults.iter().enumerate() {
            let reads = numbered(&symbol, "ReadsSecrets", index);
            let grant = g.grant(reads, &self.identity, role::KeyVaultSecretsUser, vault);
            app = app.depends_on(&grant.describe("The app reads its secrets."));
        }
        let app = app.add(g, symbol);
        g.wait_for_needs(&app);
        app
    }

    fn reached(self, port: impl ValueOf<i64>, external: bool) -> Self {
        let ingress = Ingress::new().external(external).target_port(port).transport(Transport::Auto);
        let ingress: Value<Ingress> = ingress.allow_insecure(false).into();
        self.set("properties.configuration.ingress", ingress)
    }

    /// In place of one of the same name.
    fn with_variable(mut self, name: Value<String>, variable: EnvironmentVar) -> Self {
        self.variables.retain(|(other, _)| other.expr() != name.expr());
        self.variables.push((name, variable));
        self
    }

    /// With a secret of the app, and a variable that refers to it.
    fn with_secret(
        mut self,
        variable: &'static str,
        name: &str,
        value: impl FnOnce(ContainerAppSecret) -> ContainerAppSecret,
    ) -> Self {
        let name = self.free_name(&name.to_ascii_lowercase()); // Container Apps takes small letters only.
        let secret = value(ContainerAppSecret::new().name(name.clone()));
        self.secrets.push((name.clone(), secret.into()));
        let secrets: Value<Vec<ContainerAppSecret>> =
            self.secrets.iter().map(|(_, secret)| secret.clone()).collect::<Vec<_>>().into();
        self.with_variable(variable.into(), EnvironmentVar::new().name(variable).secret_ref(name))
            .set("properties.configuration.secrets", secrets)
    }

    /// A name that no other secret of the app has: two vaults may have secrets of one name.
    fn free_name(&self, name: &str) -> String {
        let is_free = |wanted: &String| self.secrets.iter().all(|(other, _)| other != wanted);
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
    }

    /// The container with its variables, and those that were added by hand.
    fn container(&self) -> Container {
        let container = Value::from(self.container.clone());
        let by_hand = changes::items(container.expr().get("env"));
        let is_by_hand =
            |name: &Expr| by_hand.iter().any(|it| matches!(it, Item::Value(it) if it.get("name") == Some(name)));
        let own = self.variables.iter().filter(|(name, _)| !is_by_hand(name.expr()));
        let own = own.map(|(_, variable)| Item::Value(Value::from(variable.clone()).into()));
        let all: Vec<_> = own.chain(by_hand.iter().cloned()).collect();
        self.container.clone().env(Value::new(Expr::Array(all.into())))
    }
}

impl Construct for ContainerApp {
    type Resource = app::ContainerApp;

    fn main(&mut self) -> &mut app::ContainerApp {
        &mut self.app
    }
}

/// One grant is enough for each.
fn add_once<T: ResourceType>(all: &mut Vec<Resource<T>>, one: &Resource<T>) {
    if all.iter().all(|other| other.expr() != one.expr()) {
        all.push(one.clone());
    }
}

fn numbered(symbol: &Text, what: &str, index: usize) -> String {
    if index == 0 { format!("{symbol}{what}") } else { format!("{symbol}{what}{}", index + 1) }
}

fn properties(environment: Value<String>) -> ContainerAppProperties {
    ContainerAppProperties::new()
        .environment_id(environment)
        .workload_profile_name("Consumption")
        .configuration(Configuration::new().active_revisions_mode(ActiveRevisionsMode::Single))
        .template(Template::new().containers(changes::to_come()).scale(Scale::new().min_replicas(1).max_replicas(10)))
}

/// Bicep has no fractions, so cores are read from a text.
fn resources(cores: &'static str, memory: &'static str) -> ContainerResources {
    ContainerResources::new().cpu(Value::new(Expr::call("json", [cores.into()]))).memory(memory)
}
