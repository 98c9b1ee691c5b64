//! Services that run web apps and containers.

use azure::app::EnvironmentVar;
use azure::web::ClientCertMode;

use super::*;

#[test]
fn app_service_by_default() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let app = AppService::new("app-contoso", &region, "PYTHON|3.13").add(&mut g, "app");
    let vault = KeyVault::new("kv-contoso", &region).public_access().add(&mut g, "vault");
    g.grant("appReadsSecrets", &app, role::KeyVaultSecretsUser, &vault).describe("The app reads its secrets.");
    let (network, subnet) = subnet(&mut g, "endpoints");
    reached(&mut g, "site", &app, &region, (&network, &subnet));
    assert_rendered("service-app-service", &g);
}

#[test]
fn app_service_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let vault = KeyVault::new("kv-contoso", &region).add(&mut g, "vault");
    let (_, subnet) = subnet(&mut g, "apps");
    let app = AppService::new("app-contoso", &region, "DOCKER|crcontoso.azurecr.io/app:1")
        .sku("P1v3", 3)
        .zone_redundant()
        .integrated_in(&subnet)
        .pulls_by_identity()
        .health_check("/health")
        .client_certificates(ClientCertMode::Required)
        .minimum_tls("1.3")
        .without_always_on()
        .ftps()
        .setting("STAGE", "test")
        .secret_setting("DB_PASSWORD", &vault, "db-password")
        .public_access_from(["203.0.113.0/24", "198.51.100.0/24"])
        .adjust(|site| site.tags([("team", "web")]))
        .adjust_plan(|plan| plan.tags([("team", "web")]))
        .add(&mut g, "app");
    g.grant("appReadsSecrets", &app, role::KeyVaultSecretsUser, &vault).describe("The app reads its secrets.");
    AppService::new("app-contoso-open", &region, "NODE|24-lts")
        .on_plan(app.plan())
        .publishing_passwords()
        .public_access()
        .add(&mut g, "openApp");
    assert_rendered("service-app-service-changed", &g);
}

#[test]
fn container_app_by_default() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let (network, subnet) = subnet(&mut g, "apps");
    let environment = ContainerAppsEnvironment::new("cae-contoso", &region, &subnet).add(&mut g, "appEnvironment");
    let identity = identity(&mut g, &region);
    ContainerApp::new("worker", &region, &environment, &identity, "mcr.microsoft.com/k8se/quickstart:latest")
        .add(&mut g, "worker");
    let endpoints = Subnet::existing(&network, "endpoints").nested().add(&mut g, "endpoints");
    reached(&mut g, "environment", &environment, &region, (&network, &endpoints));
    assert_rendered("service-container-app", &g);
}

/// The example of its documentation.
#[test]
fn container_app_as_an_example() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let (_, apps) = subnet(&mut g, "apps");
    let environment = ContainerAppsEnvironment::new("cae-shop", &region, &apps).add(&mut g, "appEnvironment");
    let registry = ContainerRegistry::new("crshop", &region).add(&mut g, "registry");
    let vault = KeyVault::new("kv-shop", &region).add(&mut g, "vault");
    let identity = UserAssignedIdentity::new("id-shop", &region).add(&mut g, "identity");
    let image = registry.properties().login_server() + "/shop:1";
    let shop = ContainerApp::new("shop", &region, &environment, &identity, image)
        .pulls_from(&registry)
        .external_ingress(8080)
        .variable("STAGE", "test")
        .secrets(&vault, [("DB_PASSWORD", "db-password")])
        .add(&mut g, "shop");
    g.output("host", shop.properties().configuration().ingress().fqdn()).describe("Host name of the shop.");
    assert_rendered("service-container-app-example", &g);
}

#[test]
fn container_app_with_every_default_changed() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let (_, subnet) = subnet(&mut g, "apps");
    let environment = ContainerAppsEnvironment::new("cae-contoso", &region, &subnet)
        .workload_profile("large", "D8", 1, 3)
        .zone_redundant()
        .without_peer_encryption()
        .public_access()
        .adjust(|environment| environment.tags([("team", "web")]))
        .add(&mut g, "appEnvironment");
    let registry = ContainerRegistry::new("crcontoso", &region).add(&mut g, "registry");
    let vault = KeyVault::new("kv-contoso", &region).add(&mut g, "vault");
    let certificates = KeyVault::new("kv-contoso-certs", &region).add(&mut g, "certificates");
    let identity = identity(&mut g, &region);
    let image = registry.properties().login_server() + "/api:1";
    let app = ContainerApp::new("api", &region, &environment, &identity, image)
        .workload_profile("large")
        .external_ingress(8080)
        .pulls_from(&registry)
        .variable("STAGE", "test")
        .secrets(&vault, [("DB_PASSWORD", "DbPassword"), ("API_TOKEN", "api-token")])
        .secrets(&certificates, [("CERTIFICATE", "certificate")])
        .size("1.5", "3Gi")
        .replicas(0, 3)
        .adjust_container(|container| container.args(["--verbose"]))
        .adjust(|app| app.tags([("team", "web")]))
        .add(&mut g, "api");
    g.output("host", app.properties().configuration().ingress().fqdn()).describe("Host name of the app.");
    ContainerApp::new("worker", &region, &environment, &identity, "mcr.microsoft.com/k8se/quickstart:latest")
        .ingress(80)
        .add(&mut g, "worker");
    assert_rendered("service-container-app-changed", &g);
}

/// What is said by hand counts, and nothing is said twice.
#[test]
fn container_app_with_variables_of_every_kind() {
    let mut g = Graph::new();
    let region = region(&mut g);
    let (_, subnet) = subnet(&mut g, "apps");
    let environment = ContainerAppsEnvironment::new("cae-contoso", &region, &subnet).add(&mut g, "appEnvironment");
    let vaults = ["vault", "otherVault"].map(|symbol| KeyVault::new(symbol, &region).add(&mut g, symbol));
    let token = g.secret("token").describe("Token of the service that the app calls.");
    let client = g.param("clientId").describe("Client id of the identity that the app acts as.");
    let identity = identity(&mut g, &region);
    let by_hand = [EnvironmentVar::new().name("STAGE").value("test"), EnvironmentVar::new().name("MORE").value("1")];
    ContainerApp::new("worker", &region, &environment, &identity, "mcr.microsoft.com/k8se/quickstart:latest")
        .secret_variable("API_TOKEN", &token)
        .adjust_container(|container| container.env(by_hand))
        .variable("STAGE", "production")
        .secrets(&vaults[0], [("ONE", "Key")])
        .secrets(&vaults[1], [("TWO", "key")])
        .secrets(&vaults[1], [("THREE", "api-token")])
        .variable("AZURE_CLIENT_ID", &client)
        .add(&mut g, "worker");
    assert_rendered("service-container-app-variables", &g);
}

/// What leads to its registry and its vault, and who may read there, is there first, in whichever file.
#[test]
fn container_app_behind_private_endpoints() {
    for (name, in_module) in [("service-container-app-endpoints", false), ("service-container-app-module", true)] {
        let mut g = Graph::new();
        let region = region(&mut g);
        let (network, subnet) = subnet(&mut g, "apps");
        let endpoints = Subnet::existing(&network, "endpoints").nested().add(&mut g, "endpoints");
        let registry = ContainerRegistry::new("crshop", &region).add(&mut g, "registry");
        let vault = KeyVault::new("kv-shop", &region).add(&mut g, "vault");
        reached(&mut g, "registry", &registry, &region, (&network, &endpoints));
        reached(&mut g, "vault", &vault, &region, (&network, &endpoints));
        let environment = ContainerAppsEnvironment::new("cae-shop", &region, &subnet).add(&mut g, "appEnvironment");
        let identity = identity(&mut g, &region);
        let image = registry.properties().login_server() + "/shop:1";
        let shop = ContainerApp::new("shop", &region, &environment, &identity, image).pulls_from(&registry);
        let shop = shop.secrets(&vault, [("DB_PASSWORD", "db-password")]);
        if in_module {
            g.module("shopApp", DeploymentScope, |g| shop.add(g, "shop"));
        } else {
            shop.add(&mut g, "shop");
        }
        assert_files(name, &g, Layout::Modules);
    }
}
