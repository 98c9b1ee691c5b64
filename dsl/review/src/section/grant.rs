//! Who may call what: role assignments, and the access policies of key vaults.

use azure::check::grants::{self, Granted};
use dsl::{Facts, ResourceFacts, ValueFacts};
use serde::Serialize;

use super::when;
use crate::kind::{IDENTITY, VAULT};

/// Something that somebody may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Grant {
    /// The symbol of the statement that grants it.
    pub symbol: String,
    /// Who: a symbol of the graph, or the expression that tells the object id.
    pub principal: String,
    /// What the principal is: `ServicePrincipal`, `Group`; nothing where it is not said.
    pub principal_type: Option<String>,
    /// The resources that act as the principal: the machine with the identity.
    pub used_by: Vec<String>,
    /// The role, or the expression that tells which.
    pub role: String,
    /// On what: the symbol of a resource, or the scope of the deployment.
    pub on: String,
    /// Why, as the author says it.
    pub why: Option<String>,
    /// Conditions and loops, as Bicep writes them.
    pub when: Vec<String>,
}

/// All of them.
pub(crate) fn grants(facts: &Facts<'_>) -> Vec<Grant> {
    let assignments = grants::all(facts).map(|it| of_assignment(facts, &it));
    let vaults = facts.resources(VAULT).filter(ResourceFacts::is_deployed);
    assignments.chain(vaults.flat_map(|vault| of_vault(&vault))).collect()
}

fn of_assignment(facts: &Facts<'_>, assignment: &ResourceFacts<'_>) -> Grant {
    let statement = assignment.statement();
    let role = role(assignment);
    let principal = assignment.at_path("properties.principalId").or_else(|| assignment.at_path("properties.objectId"));
    Grant {
        symbol: assignment.symbol().to_owned(),
        principal: principal.map_or_else(String::new, |it| principal_of(assignment, &it)),
        principal_type: assignment.text("properties.principalType").map(str::to_owned),
        used_by: used_by(assignment),
        on: target(facts, assignment),
        why: statement.description().map(|why| without_role(why, &role)),
        role,
        when: when(&statement),
    }
}

/// The resource whose identity it is, or else what tells the object id.
fn principal_of(assignment: &ResourceFacts<'_>, id: &ValueFacts<'_>) -> String {
    match assignment.references("properties.principalId").first() {
        Some(resource) => resource.symbol().to_owned(),
        None => id.bicep(),
    }
}

/// Of an identity of its own, who has it.
fn used_by(assignment: &ResourceFacts<'_>) -> Vec<String> {
    let is_of_its_own = assignment.references("properties.principalId").iter().any(|it| it.is(IDENTITY));
    let callers = if is_of_its_own { grants::callers(assignment) } else { None };
    callers.into_iter().flatten().map(|it| it.symbol().to_owned()).collect()
}

fn role(assignment: &ResourceFacts<'_>) -> String {
    match grants::granted(assignment) {
        Some(Granted::BuiltIn(name)) => name.to_owned(),
        Some(Granted::Custom(definition)) => custom(&definition),
        None => match assignment.at_path("properties.roleDefinitionId") {
            Some(role) => role.bicep(),
            None => assignment.ty().rsplit('/').next().unwrap_or_default().to_owned(),
        },
    }
}

fn custom(definition: &ResourceFacts<'_>) -> String {
    let name = definition.text("properties.roleName");
    format!("{} (custom: {})", name.unwrap_or(definition.symbol()), definition.symbol())
}

/// What it extends, or is declared under; else the whole scope of the deployment.
fn target(facts: &Facts<'_>, assignment: &ResourceFacts<'_>) -> String {
    match assignment.scope().or_else(|| assignment.parent()) {
        Some(target) => target.symbol().to_owned(),
        None => format!("the whole {}", words(facts.scope())),
    }
}

/// `resourceGroup` in words.
pub(crate) fn words(scope: &str) -> String {
    let word = |char: char| if char.is_uppercase() { format!(" {}", char.to_lowercase()) } else { char.to_string() };
    scope.chars().map(word).collect()
}

/// A grant's description ends with the role, which has a column of its own. What follows it is a reason, and stays.
fn without_role(why: &str, role: &str) -> String {
    let plain = why.trim().trim_end_matches('.');
    let role = role.split_once(" (custom: ").map_or(role, |(role, _)| role);
    match plain.rsplit_once(&format!(": {role}")) {
        Some((why, reason)) if reason.is_empty() || reason.starts_with(", because ") => format!("{why}{reason}."),
        _ => why.to_owned(),
    }
}

/// The access policies of a vault.
fn of_vault(vault: &ResourceFacts<'_>) -> Vec<Grant> {
    let policy = |policy: ValueFacts<'_>| Grant {
        symbol: vault.symbol().to_owned(),
        principal: policy.at("objectId").map_or_else(String::new, |id| id.bicep()),
        principal_type: None,
        used_by: Vec::new(),
        role: policy.at("permissions").map_or_else(String::new, |it| format!("access policy {}", it.bicep())),
        on: vault.symbol().to_owned(),
        why: None,
        when: when(&vault.statement()),
    };
    vault.body().items_at("properties.accessPolicies").map(policy).collect()
}

#[cfg(test)]
mod tests {
    use super::{without_role, words};

    #[test]
    fn the_role_is_told_once_and_the_reason_stays() {
        assert_eq!(without_role("It reads: Reader.", "Reader"), "It reads.");
        assert_eq!(
            without_role("It gives: Owner, because nobody else may.", "Owner"),
            "It gives, because nobody else may."
        );
        assert_eq!(without_role("Two: Readers.", "Reader"), "Two: Readers.");
        assert_eq!(without_role("It runs: Operator.", "Operator (custom: operator)"), "It runs.");
        assert_eq!(words("managementGroup"), "management group");
    }
}
