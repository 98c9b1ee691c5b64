//! An app of Azure Container Apps, whose identity pulls its image and reads its secrets.

use dsl::{Expr, Graph, Holds, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{Construct, Sets};
use super::{Grants, identity_map};
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

/// An app of Azure Container Apps of one container. Nobody reaches it unless it has an ingress. It has no passwords: an
/// identity pulls its image and reads its secrets from a key vault, and is granted the roles for both before the app is made.
/// After [Learn: managed identities in Azure Container
/// Apps](https://learn.microsoft.com/azure/container-apps/managed-identity).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct ContainerApp {
    app: app::ContainerApp,
    container: Container,
    variables: Vec<Value<EnvironmentVar>>,
    secrets: Vec<Value<ContainerAppSecret>>,
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
        let app = app::ContainerApp::new(name, location)
            .identity(identities)
            .properties(properties(environment.id(), container.clone()));
        let (variables, secrets, registries, vaults) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        ContainerApp { app, container, variables, secrets, identity: identity.clone(), registries, vaults }
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
        self.registries.push(registry.clone());
        let credentials = |registry: &Resource<Registry>| {
            RegistryCredentials::new().server(registry.properties().login_server()).identity(self.identity.id())
        };
        let all: Value<Vec<RegistryCredentials>> = self.registries.iter().map(credentials).collect::<Vec<_>>().into();
        self.set("properties.configuration.registries", all)
    }

    /// With a variable of its environment.
    pub fn variable(self, name: impl ValueOf<String>, value: impl ValueOf<String>) -> Self {
        self.with_variable(EnvironmentVar::new().name(name).value(value))
    }

    /// With variables whose values are the newest versions of secrets in a key vault, `[("DB_PASSWORD", "db-password")]`.
    /// Its identity is granted `KeyVaultSecretsUser` on the vault.
    pub fn secrets<const N: usize>(
        mut self,
        vault: &Resource<Vault>,
        variables: [(&'static str, &'static str); N],
    ) -> Self {
        self.vaults.push(vault.clone());
        for (variable, secret) in variables {
            let name = secret.to_ascii_lowercase(); // Container Apps takes small letters only.
            let url = vault.properties().vault_uri() + "secrets/" + secret;
            let reference = ContainerAppSecret::new().name(name.clone()).key_vault_url(url);
            self.secrets.push(reference.identity(self.identity.id()).into());
            self = self.with_variable(EnvironmentVar::new().name(variable).secret_ref(name));
        }
        let secrets: Value<Vec<ContainerAppSecret>> = self.secrets.clone().into();
        self.set("properties.configuration.secrets", secrets)
    }

    /// Another size of each replica, in cores and memory: `.size("1.5", "3Gi")`. Azure takes fixed pairs only.
    pub fn size(self, cores: &'static str, memory: &'static str) -> Self {
        self.adjust_container(|container| container.resources(resources(cores, memory)))
    }

    /// How few and how many replicas. With 0 it sleeps until it is called.
    pub fn replicas(self, minimum: impl ValueOf<i64>, maximum: impl ValueOf<i64>) -> Self {
        let scale: Value<Scale> = Scale::new().min_replicas(minimum).max_replicas(maximum).into();
        self.set("properties.template.scale", scale)
    }

    /// Runs on another workload profile of its environment than `Consumption`.
    pub fn workload_profile(self, name: impl ValueOf<String>) -> Self {
        self.set("properties.workloadProfileName", name.into())
    }

    /// With changes to its container, such as probes.
    pub fn adjust_container(mut self, change: impl FnOnce(Container) -> Container) -> Self {
        self.container = change(self.container);
        let containers: Value<Vec<Container>> = [self.container.clone()].into();
        self.set("properties.template.containers", containers)
    }

    /// Adds the app, and before it the grants of its identity, whose symbols are the app's and `PullsImages` or
    /// `ReadsSecrets`, with a number from the second one on.
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<app::ContainerApp>
    where
        S: Holds<app::ContainerApp> + Holds<RoleAssignment>,
    {
        let (g, symbol, mut app) = (&mut g.as_whole(), symbol.into(), self.app);
        for (index, registry) in self.registries.iter().enumerate() {
            let grant = g.grant(numbered(&symbol, "PullsImages", index), &self.identity, role::AcrPull, registry);
            app = app.depends_on(&grant.describe("The app pulls its image."));
        }
        for (index, vault) in self.vaults.iter().enumerate() {
            let reads = numbered(&symbol, "ReadsSecrets", index);
            let grant = g.grant(reads, &self.identity, role::KeyVaultSecretsUser, vault);
            app = app.depends_on(&grant.describe("The app reads its secrets."));
        }
        app.add(g, symbol)
    }

    fn reached(self, port: impl ValueOf<i64>, external: bool) -> Self {
        let ingress = Ingress::new().external(external).target_port(port).transport(Transport::Auto);
        let ingress: Value<Ingress> = ingress.allow_insecure(false).into();
        self.set("properties.configuration.ingress", ingress)
    }

    fn with_variable(mut self, variable: EnvironmentVar) -> Self {
        self.variables.push(variable.into());
        let variables = self.variables.clone();
        self.adjust_container(|container| container.env(variables))
    }
}

impl Construct for ContainerApp {
    type Resource = app::ContainerApp;

    fn main(&mut self) -> &mut app::ContainerApp {
        &mut self.app
    }
}

fn numbered(symbol: &Text, what: &str, index: usize) -> String {
    if index == 0 { format!("{symbol}{what}") } else { format!("{symbol}{what}{}", index + 1) }
}

fn properties(environment: Value<String>, container: Container) -> ContainerAppProperties {
    ContainerAppProperties::new()
        .environment_id(environment)
        .workload_profile_name("Consumption")
        .configuration(Configuration::new().active_revisions_mode(ActiveRevisionsMode::Single))
        .template(Template::new().containers([container]).scale(Scale::new().min_replicas(1).max_replicas(10)))
}

/// Bicep has no fractions, so cores are read from a text.
fn resources(cores: &'static str, memory: &'static str) -> ContainerResources {
    ContainerResources::new().cpu(Value::new(Expr::call("json", [cores.into()]))).memory(memory)
}
