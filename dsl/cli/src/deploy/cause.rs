//! What is known of the errors of Azure: why they come, and what to do. It must not know where one was found.

use super::failure::Failure;

/// The words of a code or a message, any of which shows the cause, and what to do then.
struct Cause(&'static [&'static str], &'static str);

const CAUSES: &[Cause] = &[
    Cause(
        &["EncryptionAtHost", "Microsoft.Compute/EncryptionAtHost"],
        "register the feature, once for a subscription: az feature register --namespace Microsoft.Compute --name \
         EncryptionAtHost, wait until `az feature show` says Registered, then: az provider register --namespace Microsoft.Compute",
    ),
    Cause(
        &["FeatureNotRegistered", "feature is not enabled", "NotEnabledForSubscription"],
        "register the feature that the message names: az feature register --namespace NAMESPACE --name FEATURE",
    ),
    Cause(
        &["MissingSubscriptionRegistration", "not registered to use namespace", "NoRegisteredProviderFound"],
        "register the provider that the message names, once for a subscription: az provider register --wait --namespace NAMESPACE",
    ),
    Cause(
        &[
            "FlagMustBeSetForRestore",
            "soft-deleted",
            "soft deleted",
            "SoftDelete",
            "in a deleted but recoverable state",
        ],
        "the name is kept by a resource that was deleted: purge that one (az cognitiveservices account list-deleted and \
         purge, az keyvault list-deleted and purge), or deploy with another name",
    ),
    Cause(
        &[
            "QuotaExceeded",
            "InsufficientQuota",
            "QuotaLimit",
            "exceeding approved",
            "quota limit",
            "SpecialFeatureOrQuotaIdRequired",
        ],
        "the subscription has no quota left for it there: take less, take another region, or ask for more in the portal \
         (Quotas); for models see: az cognitiveservices usage list --location LOCATION",
    ),
    Cause(
        &["SkuNotAvailable", "AllocationFailed", "OverconstrainedAllocationRequest", "NotAvailableForSubscription"],
        "this size is not to be had there now: take another size, zone or region; az vm list-skus --location LOCATION --all \
         shows what a subscription may use",
    ),
    Cause(
        &["PrincipalNotFound"],
        "the identity is new, and not known everywhere yet: wait a minute, and run the same command again",
    ),
    Cause(
        &["RoleAssignmentExists"],
        "somebody has granted this already under another name: remove that one (az role assignment list, then delete), or \
         leave the grant out",
    ),
    Cause(
        &["AuthorizationFailed", "LinkedAuthorizationFailed", "does not have authorization"],
        "whoever is logged in may not do this: grants need Owner or Role Based Access Control Administrator, the rest \
         Contributor; after a new grant: az login",
    ),
    Cause(
        &["CustomDomainInUse", "AlreadyTaken", "NameNotAvailable", "DnsRecordInUse", "VaultAlreadyExists"],
        "somebody in Azure has this name: deploy with another one",
    ),
    Cause(
        &["RequestDisallowedByPolicy"],
        "a policy of your organisation forbids it, and the message names it: change the scenario, or ask for an exemption",
    ),
    Cause(&["DeploymentActive"], "a deployment of this name is running: wait for it, or cancel it"),
    Cause(
        &["RequestConflict", "AnotherOperationInProgress", "RetryableError", "OperationInProgress"],
        "something else is working on the resource: run the same command again in a minute",
    ),
    Cause(&["InvalidResourceLocation"], "it is there already, in another region: delete it, or deploy to that region"),
    Cause(
        &["LocationNotAvailableForResourceType", "LocationNotAvailable"],
        "this type is not to be had in the region: take one that the message lists",
    ),
    Cause(
        &["ServiceModelDeprecated", "DeploymentModelNotSupported", "InvalidResourceProperties"],
        "the model or its version is not offered there: az cognitiveservices model list --location LOCATION",
    ),
    Cause(
        &["DeploymentQuotaExceeded"],
        "the scope keeps 800 deployments and is full: delete old ones (az deployment group delete)",
    ),
    Cause(
        &["RequestContentTooLarge", "TemplateTooLarge", "exceeds the maximum permitted size"],
        "the template is too large for one deployment: generate it with --layout sharded, and deploy its shards one by one",
    ),
    Cause(&["ResourceGroupNotFound"], "make the group first: --create-resource-group"),
];

/// What to do about a failure.
pub(crate) fn help(failure: &Failure) -> &'static str {
    let shows = |word: &&str| failure.code.contains(word) || failure.message.contains(word);
    let cause = CAUSES.iter().find(|cause| cause.0.iter().any(shows));
    cause.map_or("change what the message names, and run the same command again", |cause| cause.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, message: &str, part: &str) {
        let failure = Failure { code: code.to_owned(), message: message.to_owned(), resource: None };
        assert!(help(&failure).contains(part), "{}", help(&failure));
    }

    #[test]
    fn known_causes_say_what_to_do() {
        check("InsufficientQuota", "", "az cognitiveservices usage list");
        check("OperationNotAllowed", "exceeding approved Total Regional Cores quota", "no quota left");
        check("FlagMustBeSetForRestore", "", "az cognitiveservices account list-deleted");
        check("PrincipalNotFound", "", "run the same command again");
        check("MissingSubscriptionRegistration", "", "az provider register");
        let feature = "The property 'securityProfile.encryptionAtHost' is not valid because the \
                       'Microsoft.Compute/EncryptionAtHost' feature is not enabled for this subscription.";
        check("InvalidParameter", feature, "--name EncryptionAtHost");
        check("Unheard", "of", "change what the message names");
    }
}
