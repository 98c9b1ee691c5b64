//! Which grants are for calling a service, and not for managing it, which goes over another address. It must not know who is
//! granted them.

use dsl::{Expr, ResourceFacts};

use super::ROLE_ASSIGNMENT;
use super::grants::{self, Granted};
#[cfg(feature = "authorization")]
use crate::role::{self, Role};

/// Whether an assignment is for calling the service itself: its role is known to be, or allows actions on data.
pub(super) fn is_granted(assignment: &ResourceFacts<'_>) -> bool {
    match grants::granted(assignment) {
        Some(Granted::Custom(definition)) => definition.is_deployed() && allows_data(&definition),
        _ if !assignment.is(ROLE_ASSIGNMENT) => true,
        _ => names_one(assignment),
    }
}

fn allows_data(definition: &ResourceFacts<'_>) -> bool {
    let mut permissions = definition.body().items_at("properties.permissions");
    permissions.any(|it| it.items_at("dataActions").next().is_some())
}

fn names_one(assignment: &ResourceFacts<'_>) -> bool {
    let mut is_one = false;
    if let Some(definition) = assignment.value("properties.roleDefinitionId") {
        definition.walk(&mut |expr| {
            if let Expr::String(text) = expr {
                is_one |= ROLES.iter().any(|guid| text.ends_with(guid));
            }
        });
    }
    is_one
}

/// Without the structs of role assignments, no role is known.
#[cfg(not(feature = "authorization"))]
const ROLES: &[&str] = &[];

/// Roles of which machines and apps make use over the network.
#[cfg(feature = "authorization")]
const ROLES: &[&str] = &[
    role::AcrPull::GUID,
    role::AcrPush::GUID,
    role::AppConfigurationDataOwner::GUID,
    role::AppConfigurationDataReader::GUID,
    role::AzureEventHubsDataOwner::GUID,
    role::AzureEventHubsDataReceiver::GUID,
    role::AzureEventHubsDataSender::GUID,
    role::AzureRelayListener::GUID,
    role::AzureRelayOwner::GUID,
    role::AzureRelaySender::GUID,
    role::AzureServiceBusDataOwner::GUID,
    role::AzureServiceBusDataReceiver::GUID,
    role::AzureServiceBusDataSender::GUID,
    role::CognitiveServicesOpenAiContributor::GUID,
    role::CognitiveServicesOpenAiUser::GUID,
    role::CognitiveServicesSpeechUser::GUID,
    role::CognitiveServicesUser::GUID,
    role::ContainerRegistryRepositoryContributor::GUID,
    role::ContainerRegistryRepositoryReader::GUID,
    role::ContainerRegistryRepositoryWriter::GUID,
    role::EventGridDataReceiver::GUID,
    role::EventGridDataSender::GUID,
    role::IoTHubDataContributor::GUID,
    role::IoTHubDataReader::GUID,
    role::KeyVaultAdministrator::GUID,
    role::KeyVaultCertificateUser::GUID,
    role::KeyVaultCertificatesOfficer::GUID,
    role::KeyVaultCryptoOfficer::GUID,
    role::KeyVaultCryptoUser::GUID,
    role::KeyVaultReader::GUID,
    role::KeyVaultSecretsOfficer::GUID,
    role::KeyVaultSecretsUser::GUID,
    role::SearchIndexDataContributor::GUID,
    role::SearchIndexDataReader::GUID,
    role::SignalRAppServer::GUID,
    role::StorageBlobDataContributor::GUID,
    role::StorageBlobDataOwner::GUID,
    role::StorageBlobDataReader::GUID,
    role::StorageFileDataPrivilegedContributor::GUID,
    role::StorageFileDataPrivilegedReader::GUID,
    role::StorageFileDataSmbShareContributor::GUID,
    role::StorageFileDataSmbShareElevatedContributor::GUID,
    role::StorageFileDataSmbShareReader::GUID,
    role::StorageQueueDataContributor::GUID,
    role::StorageQueueDataMessageProcessor::GUID,
    role::StorageQueueDataMessageSender::GUID,
    role::StorageQueueDataReader::GUID,
    role::StorageTableDataContributor::GUID,
    role::StorageTableDataReader::GUID,
];
