//! A web app of App Service with its plan, without passwords and private.

use std::ops::Deref;

use dsl::{Graph, Guarded, Holds, Object, Resource, ResourceBody, Text, Value, ValueOf};

use super::changes::{self, Construct, Sets};
use super::{Principal, SystemIdentityOf, WaitsForNeeds};
use super::{PrivateLinkTarget, group};
use crate::authorization::PrincipalType;
#[cfg(feature = "key-vault")]
use crate::key_vault::Vault;
use crate::network::Subnet;
use crate::web::{
    AppServicePlanProperties, ClientCertMode, CsmPublishingCredentialsPoliciesEntityProperties, FtpsState,
    IdentityType, InlineSiteConfig, IpSecurityRestriction, ManagedServiceIdentity, MinTlsVersion, NameValuePair,
    OutboundVnetRouting, Serverfarm, Site, SiteBasicPublishingCredentialsPolicy,
    SiteBasicPublishingCredentialsPolicyFtp, SiteBasicPublishingCredentialsPolicyScm, SiteProperties, SkuDescription,
};

/// The first priority of a rule for addresses, and the room between two for others by hand.
const FIRST_PRIORITY: i64 = 100;
const BETWEEN_RULES: usize = 10;

/// A web app on Linux with an identity, that takes HTTPS with TLS 1.2 only, is published without passwords, and cannot be
/// reached over the public network. After [Learn: secure your App Service
/// deployment](https://learn.microsoft.com/azure/app-service/overview-security).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet"]
pub struct AppService {
    site: Site,
    plan: Serverfarm,
    given_plan: Option<Resource<Serverfarm>>,
    settings: Vec<Value<NameValuePair>>,
    has_publishing_passwords: bool,
}

impl AppService {
    /// An app of a runtime such as `PYTHON|3.13` in a region, on a plan of its own: one instance of the SKU `P0v3`, named as
    /// the app with `-plan` behind. The app's name must be free in all of Azure, for it becomes a host name.
    pub fn new(name: impl ValueOf<String>, location: impl ValueOf<String>, runtime: impl ValueOf<String>) -> Self {
        let (name, location): (Value<String>, Value<String>) = (name.into(), location.into());
        let plan = Serverfarm::new(&name + "-plan", &location, SkuDescription::new().name("P0v3").capacity(1))
            .kind("linux")
            .properties(AppServicePlanProperties::new().reserved(true)); // Azure's word for Linux.
        let site = Site::new(name, location)
            .kind("app,linux")
            .identity(ManagedServiceIdentity::new().r#type(IdentityType::SystemAssigned))
            .properties(properties(configuration(runtime.into())));
        AppService { site, plan, given_plan: None, settings: Vec::new(), has_publishing_passwords: false }
    }

    /// Another SKU of its plan, and how many instances: `.sku("P1v3", 3)`. Private endpoints need `B1` or a larger one.
    pub fn sku(self, name: impl ValueOf<String>, instances: impl ValueOf<i64>) -> Self {
        self.adjust_plan(|plan| plan.sku(SkuDescription::new().name(name).capacity(instances)))
    }

    /// Spread over the zones of the region, which needs two instances or more, and cannot be changed later.
    pub fn zone_redundant(self) -> Self {
        self.adjust_plan(|plan| plan.set_property("properties.zoneRedundant", true))
    }

    /// On a plan that is there already, such as another app's [`plan`](WebApp::plan), instead of one of its own.
    pub fn on_plan(mut self, plan: &Resource<Serverfarm>) -> Self {
        self.given_plan = Some(plan.clone());
        self
    }

    /// Sends all that it sends through a subnet, which must be delegated to `Microsoft.Web/serverFarms`: what it calls, its
    /// image, its shares and its backups.
    pub fn integrated_in(self, subnet: &Resource<Subnet>) -> Self {
        let routing: Value<OutboundVnetRouting> = OutboundVnetRouting::new().all_traffic(true).into();
        self.set("properties.virtualNetworkSubnetId", subnet.id()).set("properties.outboundVnetRouting", routing)
    }

    /// With a setting, which the app reads as a variable of its environment.
    pub fn setting(mut self, name: impl ValueOf<String>, value: impl ValueOf<Guarded<String>>) -> Self {
        self.settings.push(NameValuePair::new().name(name).value(value).into());
        let settings: Value<Vec<NameValuePair>> = self.settings.clone().into();
        self.set("properties.siteConfig.appSettings", settings)
    }

    /// With a setting whose value is the newest version of a secret in a key vault. The app has to be granted
    /// `KeyVaultSecretsUser` on the vault.
    #[cfg(feature = "key-vault")]
    pub fn secret_setting(
        self,
        name: impl ValueOf<String>,
        vault: &Resource<Vault>,
        secret: impl ValueOf<String>,
    ) -> Self {
        let secret: Value<String> = secret.into();
        self.setting(name, "@Microsoft.KeyVault(VaultName=" + vault.name() + ";SecretName=" + secret + ")")
    }

    /// Pulls its image, `DOCKER|crcontoso.azurecr.io/app:1`, by its identity. The app has to be granted `AcrPull` on the
    /// registry.
    pub fn pulls_by_identity(self) -> Self {
        self.set("properties.siteConfig.acrUseManagedIdentityCreds", true)
    }

    /// Asks for a path such as `/health` once a minute, and sends no requests to instances that do not answer.
    pub fn health_check(self, path: impl ValueOf<String>) -> Self {
        self.set("properties.siteConfig.healthCheckPath", path.into())
    }

    /// Asks callers for a certificate. The app has to look at what they show.
    pub fn client_certificates(self, mode: impl ValueOf<ClientCertMode>) -> Self {
        let mode: Value<ClientCertMode> = mode.into();
        self.set("properties.clientCertEnabled", true).set("properties.clientCertMode", mode)
    }

    /// Another least version of TLS than 1.2, for callers and for those who publish.
    pub fn minimum_tls(self, version: impl ValueOf<MinTlsVersion>) -> Self {
        let version: Value<MinTlsVersion> = version.into();
        self.set("properties.siteConfig.minTlsVersion", &version).set("properties.siteConfig.scmMinTlsVersion", version)
    }

    /// Puts it to sleep when nobody calls it.
    pub fn without_always_on(self) -> Self {
        self.set("properties.siteConfig.alwaysOn", false)
    }

    /// Takes passwords of those who publish, for tools that know no tokens.
    pub fn publishing_passwords(mut self) -> Self {
        self.has_publishing_passwords = true;
        self
    }

    /// Takes files over FTPS, which knows passwords only.
    pub fn ftps(self) -> Self {
        self.publishing_passwords().set("properties.siteConfig.ftpsState", "FtpsOnly")
    }

    /// Opens it to every network.
    pub fn public_access(self) -> Self {
        self.set("properties.publicNetworkAccess", "Enabled")
    }

    /// Opens it, and what it is published by, to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`.
    pub fn public_access_from<R: ValueOf<String>>(self, ranges: impl IntoIterator<Item = R>) -> Self {
        let rule =
            |(priority, range)| IpSecurityRestriction::new().ip_address(range).action("Allow").priority(priority);
        let rules = (FIRST_PRIORITY..).step_by(BETWEEN_RULES).zip(ranges).map(rule).collect::<Vec<_>>();
        self.public_access()
            .set("properties.siteConfig.ipSecurityRestrictionsDefaultAction", "Deny")
            .set("properties.siteConfig.ipSecurityRestrictions", Value::<Vec<IpSecurityRestriction>>::from(rules))
            .set("properties.siteConfig.scmIpSecurityRestrictionsUseMain", true)
    }

    /// With changes to its plan.
    pub fn adjust_plan(mut self, change: impl FnOnce(Serverfarm) -> Serverfarm) -> Self {
        self.plan = change(self.plan);
        self
    }

    /// Adds the app and its plan, whose symbol is the app's and `Plan`. It waits for the private endpoints of the registry and
    /// the vaults that it names, see [`wait_for_needs`](WaitsForNeeds::wait_for_needs).
    #[track_caller]
    pub fn add<S>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> WebApp
    where
        S: Holds<Serverfarm> + Holds<Site> + Holds<SiteBasicPublishingCredentialsPolicy>,
    {
        let (g, symbol) = (&mut g.as_whole(), symbol.into());
        let plan = match self.given_plan {
            Some(plan) => plan,
            None => self.plan.add(g, format!("{symbol}Plan")),
        };
        let on_plan = Object::default().with("serverFarmId", plan.id());
        let site = changes::complete(self.site, "properties", on_plan).add(g, symbol);
        g.wait_for_needs(&site);
        let policy = || CsmPublishingCredentialsPoliciesEntityProperties::new(self.has_publishing_passwords);
        let ftp = SiteBasicPublishingCredentialsPolicyFtp::new().properties(policy());
        let scm = SiteBasicPublishingCredentialsPolicyScm::new().properties(policy());
        SiteBasicPublishingCredentialsPolicy::new(&site, ftp).nested().add(g, "ftpPasswords");
        SiteBasicPublishingCredentialsPolicy::new(&site, scm).nested().add(g, "scmPasswords");
        WebApp { site, plan }
    }
}

impl Construct for AppService {
    type Resource = Site;

    fn main(&mut self) -> &mut Site {
        &mut self.site
    }
}

fn properties(configuration: InlineSiteConfig) -> SiteProperties {
    SiteProperties::new().https_only(true).public_network_access("Disabled").site_config(configuration)
}

fn configuration(runtime: Value<String>) -> InlineSiteConfig {
    InlineSiteConfig::new()
        .linux_fx_version(runtime)
        .always_on(true)
        .http20_enabled(true)
        .min_tls_version(MinTlsVersion::V12)
        .scm_min_tls_version(MinTlsVersion::V12)
        .ftps_state(FtpsState::Disabled)
}

/// A web app in a graph, with its plan. It can be used as the plain resource, and private endpoints can lead to it.
#[derive(Clone, Debug)]
pub struct WebApp {
    site: Resource<Site>,
    plan: Resource<Serverfarm>,
}

impl WebApp {
    /// The plan that it runs on.
    pub fn plan(&self) -> &Resource<Serverfarm> {
        &self.plan
    }
}

impl Deref for WebApp {
    type Target = Resource<Site>;
    fn deref(&self) -> &Resource<Site> {
        &self.site
    }
}

#[diagnostic::do_not_recommend]
impl PrivateLinkTarget for WebApp {
    type Group = group::Site;
    fn id(&self) -> Value<String> {
        self.site.id()
    }
    fn region(&self) {}
}

#[diagnostic::do_not_recommend]
impl Principal for WebApp {
    fn principal_id(&self) -> Value<String> {
        SystemIdentityOf::new(&self.site).principal_id()
    }

    fn source_id(&self) -> Value<String> {
        self.site.id()
    }

    fn principal_type(&self) -> PrincipalType {
        PrincipalType::ServicePrincipal
    }
}
