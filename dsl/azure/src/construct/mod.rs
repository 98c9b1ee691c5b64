//! Constructs: several resources wired with safe defaults. They return the plain handles, so everything stays adjustable.
//! Built on the catalogue only, each where the features have its providers; they must not know how a resource is printed.

#[cfg(feature = "cognitive-services")]
mod account_options;
#[cfg(feature = "network")]
mod address_param;
#[cfg(feature = "search")]
mod ai_search;
#[cfg(feature = "cognitive-services")]
mod ai_services;
#[cfg(feature = "container-service")]
mod aks;
#[cfg(feature = "container-service")]
mod aks_defaults;
#[cfg(feature = "web")]
mod app_service;
#[cfg(feature = "network")]
mod bastion;
mod changes;
#[cfg(feature = "app")]
mod container_app;
#[cfg(feature = "app")]
mod container_apps_environment;
#[cfg(feature = "container-registry")]
mod container_registry;
#[cfg(feature = "cognitive-services")]
mod content_filter;
#[cfg(feature = "document-db")]
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
#[cfg(feature = "cognitive-services")]
mod keyless_account;
#[cfg(feature = "authorization")]
mod lock;
#[cfg(feature = "operational-insights")]
mod log_analytics;
#[cfg(feature = "compute")]
mod machine;
mod managed_identities;
#[cfg(feature = "network")]
mod nat_gateway;
mod needs;
#[cfg(feature = "network")]
mod network;
#[cfg(feature = "network")]
mod network_of;
#[cfg(feature = "cognitive-services")]
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
#[cfg(feature = "service-bus")]
mod service_bus;
#[cfg(feature = "storage")]
mod storage;
#[cfg(feature = "network")]
mod subnet_options;

#[cfg(feature = "network")]
pub use self::address_param::AddressParams;
#[cfg(feature = "search")]
pub use self::ai_search::{AiSearch, AiSearchService};
#[cfg(feature = "cognitive-services")]
pub use self::ai_services::{AiServices, AiServicesAccount, CognitiveServices, CognitiveServicesAccount};
#[cfg(feature = "container-service")]
pub use self::aks::{Aks, AksCluster, KubeletIdentity};
#[cfg(feature = "web")]
pub use self::app_service::{AppService, WebApp};
#[cfg(feature = "network")]
pub use self::bastion::{Bastion, DeveloperSku, StandardSku};
pub use self::changes::Construct;
#[cfg(feature = "app")]
pub use self::container_app::{ContainerApp, PlainVariable};
#[cfg(feature = "app")]
pub use self::container_apps_environment::{AppEnvironment, ContainerAppsEnvironment};
#[cfg(feature = "container-registry")]
pub use self::container_registry::{ContainerRegistry, PremiumRegistry};
#[cfg(feature = "cognitive-services")]
pub use self::content_filter::{ContentFilter, Harm, Shield};
#[cfg(feature = "document-db")]
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
#[cfg(feature = "cognitive-services")]
pub use self::keyless_account::KeylessAccount;
#[cfg(feature = "authorization")]
pub use self::lock::{Lock, LockBuilder, Locks};
#[cfg(feature = "operational-insights")]
pub use self::log_analytics::LogAnalytics;
#[cfg(feature = "compute")]
pub use self::machine::{
    CustomScript, DataDisk, Flexible, HasSystemAssigned, Identities, Image, ImageFor, Instances, Linux, LinuxMachine,
    LinuxScaleSet, Machine, MachineBuilder, MachineKind, NoIdentity, OperatingSystem, Orchestration, ScaleSet,
    SystemAndUserAssigned, SystemAssigned, TakesSystemAssigned, Uniform, UserAssigned, Windows, WindowsMachine,
    WindowsScaleSet,
};
pub use self::managed_identities::ManagedIdentities;
pub use self::needs::WaitsForNeeds;
#[cfg(feature = "network")]
pub use self::network::Network;
#[cfg(feature = "network")]
pub use self::network_of::NetworkOf;
#[cfg(feature = "cognitive-services")]
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
#[cfg(feature = "service-bus")]
pub use self::service_bus::{PremiumServiceBus, ServiceBus};
#[cfg(feature = "storage")]
pub use self::storage::Storage;

/// What is deployed to a resource group that the graph makes.
#[cfg(feature = "resources")]
impl dsl::ScopeResource for crate::resources::ResourceGroup {
    type Target = dsl::ResourceGroup;
}
