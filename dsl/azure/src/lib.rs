//! Azure for `dsl`: the catalogue of resources, roles, and constructs that wire resources with safe defaults.
//!
//! One module a provider, one file a type of resource. It must not know files on disk, nor the command line.

// Examples on the pages of checks are written as scenarios are.
extern crate self as azure;

#[cfg(feature = "network")]
pub mod address;
pub mod check;
pub mod construct;
pub mod directory;
pub mod identity;
pub mod interface;
pub mod name;
pub mod prelude;
#[cfg(feature = "authorization")]
pub mod role;
mod sentence;

// providers of the catalogue, kept by typegen: begin
#[cfg(feature = "api-management")]
pub mod api_management;
#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app-configuration")]
pub mod app_configuration;
#[cfg(feature = "authorization")]
pub mod authorization;
#[cfg(feature = "automation")]
pub mod automation;
#[cfg(feature = "cache")]
pub mod cache;
#[cfg(feature = "cdn")]
pub mod cdn;
#[cfg(feature = "cognitive-services")]
pub mod cognitive_services;
#[cfg(feature = "compute")]
pub mod compute;
#[cfg(feature = "container-instance")]
pub mod container_instance;
#[cfg(feature = "container-registry")]
pub mod container_registry;
#[cfg(feature = "container-service")]
pub mod container_service;
#[cfg(feature = "data-factory")]
pub mod data_factory;
#[cfg(feature = "devices")]
pub mod devices;
#[cfg(feature = "document-db")]
pub mod document_db;
#[cfg(feature = "event-grid")]
pub mod event_grid;
#[cfg(feature = "event-hub")]
pub mod event_hub;
#[cfg(feature = "insights")]
pub mod insights;
#[cfg(feature = "key-vault")]
pub mod key_vault;
#[cfg(feature = "logic")]
pub mod logic;
#[cfg(feature = "machine-learning-services")]
pub mod machine_learning_services;
#[cfg(feature = "managed-identity")]
pub mod managed_identity;
#[cfg(feature = "mysql")]
pub mod mysql;
#[cfg(feature = "network")]
pub mod network;
#[cfg(feature = "operational-insights")]
pub mod operational_insights;
#[cfg(feature = "postgresql")]
pub mod postgresql;
#[cfg(feature = "recovery-services")]
pub mod recovery_services;
#[cfg(feature = "relay")]
pub mod relay;
#[cfg(feature = "resources")]
pub mod resources;
#[cfg(feature = "search")]
pub mod search;
#[cfg(feature = "service-bus")]
pub mod service_bus;
#[cfg(feature = "signal-r-service")]
pub mod signal_r_service;
#[cfg(feature = "sql")]
pub mod sql;
#[cfg(feature = "storage")]
pub mod storage;
#[cfg(feature = "web")]
pub mod web;
// providers of the catalogue: end

/// Compiles what the pages for users show, so that it stays true.
#[cfg(doctest)]
mod pages {
    macro_rules! pages {
        ($($page:ident = $path:literal,)+) => {
            $(#[doc = include_str!(concat!("../../../", $path))] struct $page;)+
        };
    }

    pages! {
        Readme = "README.md",
        Deploying = "dsl/docs/deploying.md",
        Language = "dsl/docs/language.md",
        Layouts = "dsl/docs/layouts.md",
        Networks = "dsl/docs/networks.md",
        Resources = "dsl/docs/resources.md",
    }
}
