//! Who is granted what: role assignments, read backwards from the service and forwards to the callers. It must not know
//! what is wrong with what it finds.

use dsl::{Expr, Facts, ResourceFacts};

use super::ROLE_ASSIGNMENT;
#[cfg(feature = "authorization")]
use crate::role::{self, Role};

const USER_ASSIGNED_IDENTITY: &str = "Microsoft.ManagedIdentity/userAssignedIdentities";

/// The role assignments of a graph that apply to everything in it.
pub(super) fn on_everything<'g>(facts: &Facts<'g>) -> Vec<ResourceFacts<'g>> {
    facts.resources(ROLE_ASSIGNMENT).filter(|assignment| assignment.scope().is_none()).collect()
}

/// The role assignments on a resource and on everything in it.
pub(super) fn within<'g>(resource: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let mut found: Vec<_> = resource.extensions().filter(|extension| extension.is(ROLE_ASSIGNMENT)).collect();
    resource.children().for_each(|child| found.extend(within(&child)));
    found
}

/// Whether the service has assignments of a kind of its own, such as those of Cosmos DB.
pub(super) fn has_its_own(resource: &ResourceFacts<'_>) -> bool {
    let of_its_own = |ty: &str| OWN_ASSIGNMENTS.iter().any(|end| ty.to_ascii_lowercase().ends_with(end));
    resource.children().any(|child| of_its_own(child.ty()))
}

const OWN_ASSIGNMENTS: &[&str] = &["roleassignments", "accesspolicyassignments", "administrators"];

/// Whether a service takes no keys.
pub(super) fn takes_no_keys(resource: &ResourceFacts<'_>) -> bool {
    let is = |path, wanted: bool| resource.value(path) == Some(&Expr::Bool(wanted));
    is("properties.disableLocalAuth", true) || is("properties.allowSharedKeyAccess", false)
}

/// The resources that an assignment lets call. None, where it names a principal that the graph does not make.
pub(super) fn callers<'g>(assignment: &ResourceFacts<'g>) -> Option<Vec<ResourceFacts<'g>>> {
    let principal = assignment.references("properties.principalId").into_iter().next()?;
    if !principal.is_deployed() {
        return None;
    }
    if !principal.is(USER_ASSIGNED_IDENTITY) {
        return Some(vec![principal]);
    }
    let has_it = |user: &ResourceFacts<'_>| user.references("identity").iter().any(|it| it.is_same(&principal));
    let callers: Vec<_> = principal.users().into_iter().filter(has_it).collect();
    // One that nobody in the graph has is for somebody elsewhere.
    (!callers.is_empty() && !principal.is_output()).then_some(callers)
}

/// Whether an assignment is for calling the service itself, not for managing it, which goes over another address.
pub(super) fn is_for_data(assignment: &ResourceFacts<'_>) -> bool {
    let mut is_for_data = false;
    if let Some(definition) = assignment.value("properties.roleDefinitionId") {
        definition.walk(&mut |expr| {
            if let Expr::String(text) = expr {
                is_for_data |= DATA_ROLES.iter().any(|guid| text.ends_with(guid));
            }
        });
    }
    is_for_data
}

/// Without the structs of role assignments, no role is known.
#[cfg(not(feature = "authorization"))]
const DATA_ROLES: &[&str] = &[];

/// Roles of which machines and apps make use over the network.
#[cfg(feature = "authorization")]
const DATA_ROLES: &[&str] = &[
    role::AcrPull::GUID,
    role::AcrPush::GUID,
    role::AppConfigurationDataOwner::GUID,
    role::AppConfigurationDataReader::GUID,
    role::AzureEventHubsDataOwner::GUID,
    role::AzureEventHubsDataReceiver::GUID,
    role::AzureEventHubsDataSender::GUID,
    role::AzureServiceBusDataOwner::GUID,
    role::AzureServiceBusDataReceiver::GUID,
    role::AzureServiceBusDataSender::GUID,
    role::CognitiveServicesOpenAiContributor::GUID,
    role::CognitiveServicesOpenAiUser::GUID,
    role::CognitiveServicesSpeechUser::GUID,
    role::CognitiveServicesUser::GUID,
    role::EventGridDataReceiver::GUID,
    role::EventGridDataSender::GUID,
    role::KeyVaultCertificateUser::GUID,
    role::KeyVaultCryptoUser::GUID,
    role::KeyVaultSecretsOfficer::GUID,
    role::KeyVaultSecretsUser::GUID,
    role::SearchIndexDataContributor::GUID,
    role::SearchIndexDataReader::GUID,
    role::StorageBlobDataContributor::GUID,
    role::StorageBlobDataOwner::GUID,
    role::StorageBlobDataReader::GUID,
    role::StorageFileDataPrivilegedContributor::GUID,
    role::StorageFileDataPrivilegedReader::GUID,
    role::StorageQueueDataContributor::GUID,
    role::StorageQueueDataMessageProcessor::GUID,
    role::StorageQueueDataMessageSender::GUID,
    role::StorageQueueDataReader::GUID,
    role::StorageTableDataContributor::GUID,
    role::StorageTableDataReader::GUID,
];
