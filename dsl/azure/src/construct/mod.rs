//! Constructs: several resources wired with safe defaults. They return the plain handles, so everything stays adjustable.
//! Built on the catalogue only, each where the features have its providers; they must not know how a resource is printed.

#[cfg(all(feature = "cognitive-services", feature = "network"))]
mod account_options;
#[cfg(feature = "network")]
mod address_param;
#[cfg(all(feature = "network", feature = "search"))]
mod ai_search;
#[cfg(all(feature = "cognitive-services", feature = "network"))]
mod ai_services;
#[cfg(all(
    feature = "authorization",
    feature = "container-registry",
    feature = "container-service",
    feature = "managed-identity",
    feature = "network",
    feature = "operational-insights"
))]
mod aks;
#[cfg(all(
    feature = "authorization",
    feature = "container-registry",
    feature = "container-service",
    feature = "managed-identity",
    feature = "network",
    feature = "operational-insights"
))]
mod aks_defaults;
#[cfg(all(feature = "network", feature = "web"))]
mod app_service;
#[cfg(feature = "network")]
mod bastion;
mod changes;
#[cfg(all(
    feature = "app",
    feature = "authorization",
    feature = "container-registry",
    feature = "key-vault",
    feature = "managed-identity"
))]
mod container_app;
#[cfg(all(feature = "app", feature = "network"))]
mod container_apps_environment;
#[cfg(all(feature = "container-registry", feature = "network"))]
mod container_registry;
#[cfg(all(feature = "cognitive-services", feature = "network"))]
mod content_filter;
#[cfg(all(feature = "authorization", feature = "document-db"))]
mod cosmos_data_role;
#[cfg(feature = "document-db")]
mod cosmos_db;
#[cfg(feature = "authorization")]
mod custom_role;
#[cfg(all(feature = "key-vault", feature = "managed-identity"))]
mod customer_managed_key;
#[cfg(feature = "insights")]
mod diagnostics;
#[cfg(feature = "event-grid")]
mod event_grid_topic;
#[cfg(feature = "network")]
mod existing_network;
#[cfg(feature = "authorization")]
mod grant;
#[cfg(feature = "managed-identity")]
mod identity_map;
#[cfg(feature = "devices")]
mod iot_hub;
#[cfg(feature = "key-vault")]
mod key_vault;
#[cfg(all(feature = "cognitive-services", feature = "network"))]
mod keyless_account;
#[cfg(feature = "authorization")]
mod lock;
#[cfg(feature = "operational-insights")]
mod log_analytics;
#[cfg(all(feature = "authorization", feature = "compute", feature = "network"))]
mod machine;
mod managed_identities;
#[cfg(feature = "network")]
mod nat_gateway;
#[cfg(feature = "network")]
mod network;
#[cfg(feature = "network")]
mod network_of;
#[cfg(all(feature = "cognitive-services", feature = "network"))]
mod open_ai;
#[cfg(feature = "network")]
mod peering;
#[cfg(feature = "network")]
mod planned_network;
#[cfg(feature = "authorization")]
mod principal;
#[cfg(feature = "network")]
mod private_link;
#[cfg(feature = "network")]
mod public_address;
#[cfg(feature = "network")]
mod security_group;
#[cfg(all(feature = "service-bus", feature = "network"))]
mod service_bus;
#[cfg(feature = "storage")]
mod storage;
#[cfg(feature = "network")]
mod subnet_options;

#[cfg(feature = "network")]
pub use self::address_param::AddressParams;
#[cfg(all(feature = "network", feature = "search"))]
pub use self::ai_search::{AiSearch, AiSearchService};
#[cfg(all(feature = "cognitive-services", feature = "network"))]
pub use self::ai_services::{AiServices, AiServicesAccount, CognitiveServices, CognitiveServicesAccount};
#[cfg(all(
    feature = "authorization",
    feature = "container-registry",
    feature = "container-service",
    feature = "managed-identity",
    feature = "network",
    feature = "operational-insights"
))]
pub use self::aks::{Aks, AksCluster, KubeletIdentity};
#[cfg(all(feature = "network", feature = "web"))]
pub use self::app_service::{AppService, WebApp};
#[cfg(feature = "network")]
pub use self::bastion::{Bastion, DeveloperSku, StandardSku};
pub use self::changes::Construct;
#[cfg(all(
    feature = "app",
    feature = "authorization",
    feature = "container-registry",
    feature = "key-vault",
    feature = "managed-identity"
))]
pub use self::container_app::{ContainerApp, PlainVariable};
#[cfg(all(feature = "app", feature = "network"))]
pub use self::container_apps_environment::{AppEnvironment, ContainerAppsEnvironment};
#[cfg(all(feature = "container-registry", feature = "network"))]
pub use self::container_registry::{ContainerRegistry, PremiumRegistry};
#[cfg(all(feature = "cognitive-services", feature = "network"))]
pub use self::content_filter::{ContentFilter, Harm, Shield};
#[cfg(all(feature = "authorization", feature = "document-db"))]
pub use self::cosmos_data_role::{CosmosDataRole, GrantsCosmosData};
#[cfg(feature = "document-db")]
pub use self::cosmos_db::CosmosDb;
#[cfg(feature = "authorization")]
pub use self::custom_role::{AssignableScope, CustomRole, CustomRoleFor, GrantsCustomRoles, TakesCustomRole};
#[cfg(all(feature = "key-vault", feature = "managed-identity"))]
pub use self::customer_managed_key::{CustomerManagedKey, TakesCustomerManagedKey};
#[cfg(all(feature = "insights", feature = "event-hub"))]
pub use self::diagnostics::EventHubDestination;
#[cfg(feature = "insights")]
pub use self::diagnostics::{Diagnostics, DiagnosticsDestination, GivenWorkspace, SendsDiagnostics};
#[cfg(feature = "event-grid")]
pub use self::event_grid_topic::EventGridTopic;
#[cfg(feature = "network")]
pub use self::existing_network::ExistingNetwork;
#[cfg(feature = "authorization")]
pub use self::grant::{GrantBuilder, Grants};
#[cfg(feature = "devices")]
pub use self::iot_hub::IotHub;
#[cfg(feature = "key-vault")]
pub use self::key_vault::KeyVault;
#[cfg(all(feature = "cognitive-services", feature = "network"))]
pub use self::keyless_account::KeylessAccount;
#[cfg(feature = "authorization")]
pub use self::lock::{Lock, LockBuilder, Locks};
#[cfg(feature = "operational-insights")]
pub use self::log_analytics::LogAnalytics;
#[cfg(all(feature = "authorization", feature = "compute", feature = "network"))]
pub use self::machine::{
    CustomScript, DataDisk, Flexible, HasSystemAssigned, Identities, Image, ImageFor, Instances, Linux, LinuxMachine,
    LinuxScaleSet, Machine, MachineBuilder, MachineKind, NoIdentity, OperatingSystem, Orchestration, ScaleSet,
    SystemAndUserAssigned, SystemAssigned, TakesSystemAssigned, Uniform, UserAssigned, Windows, WindowsMachine,
    WindowsScaleSet,
};
pub use self::managed_identities::ManagedIdentities;
#[cfg(feature = "network")]
pub use self::network::Network;
#[cfg(feature = "network")]
pub use self::network_of::NetworkOf;
#[cfg(all(feature = "cognitive-services", feature = "network"))]
pub use self::open_ai::{Capacity, Model, OpenAi, OpenAiAccount, ServesModels};
#[cfg(feature = "network")]
pub use self::peering::{PeerPlace, TakesPeerings};
#[cfg(feature = "network")]
pub use self::planned_network::PlannedNetwork;
#[cfg(feature = "authorization")]
pub use self::principal::{GivenPrincipal, Principal, SystemIdentityOf};
#[cfg(feature = "network")]
pub use self::private_link::{
    DeclaredZone, Group, Linkable, NoPrivateLink, OneZone, OtherResourceGroup, PrivateEndpoint, PrivateLinkTarget,
    Reachable, RegistersIn, WithPrivateLink, Zone, ZoneFacts, ZoneFor, ZoneOf, ZonePlace, Zones, ZonesOf, group, zone,
};
#[cfg(feature = "network")]
pub use self::security_group::{Ports, Source, Traffic};
#[cfg(all(feature = "service-bus", feature = "network"))]
pub use self::service_bus::{PremiumServiceBus, ServiceBus};
#[cfg(feature = "storage")]
pub use self::storage::Storage;

/// What is deployed to a resource group that the graph makes.
#[cfg(feature = "resources")]
impl dsl::ScopeResource for crate::resources::ResourceGroup {
    type Target = dsl::ResourceGroup;
}
