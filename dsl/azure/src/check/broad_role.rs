//! `broad-role`: a custom role allows everything, or giving away roles, and nobody says why.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

use super::ROLE_DEFINITION;

/// A custom role allows everything, or giving away roles.
pub const BROAD_ROLE: Check = Check::new(&Page {
    id: "broad-role",
    severity: Severity::Error,
    summary: "A custom role allows everything, or giving away roles.",
    why: "Whoever has it can do what nobody meant to allow, and whoever gives away roles can give himself any.",
    help: "name the actions that are needed, or allow it with the reason why all of them are",
    constant: Some("azure::check::BROAD_ROLE"),
    wrong: example!("broad_role.rs", |g| {
        use azure::compute::VirtualMachine;
        use azure::prelude::*;

        CustomRole::<VirtualMachine>::new("Machine Operator", "Starts and stops virtual machines.")
            .actions(["*"])
            .add(g, "machineOperator");
    }),
    right: example!("broad_role.rs", |g| {
        use azure::compute::VirtualMachine;
        use azure::prelude::*;

        CustomRole::<VirtualMachine>::new("Machine Operator", "Starts and stops virtual machines.")
            .actions([
                "Microsoft.Compute/virtualMachines/start/action",
                "Microsoft.Compute/virtualMachines/powerOff/action",
            ])
            .add(g, "machineOperator");
    }),
});

pub(super) const RULE: Rule = Rule { check: BROAD_ROLE, run };

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for role in facts.resources(ROLE_DEFINITION).filter(ResourceFacts::is_deployed) {
        if let Some(action) = allowed(&role).into_iter().find(|action| is_broad(action)) {
            let message = format!("`{}` allows `{action}`", role.symbol());
            let help = "name the actions that are needed, or say why all of them are: `.privileged(\"…\")`, or \
                        `.allow(azure::check::BROAD_ROLE, \"…\")` on a plain definition";
            findings.push(role.finding(BROAD_ROLE, message).help(help));
        }
    }
}

/// The actions on resources and on data that are written out.
fn allowed<'g>(role: &ResourceFacts<'g>) -> Vec<&'g str> {
    let permissions = role.body().items_at("properties.permissions");
    let actions = permissions.flat_map(|it| ["actions", "dataActions"].map(|list| it.items_at(list)));
    actions.flatten().filter_map(|action| action.text()).collect()
}

/// Whether an action changes things of every provider, or what the provider of roles keeps. Reading is harmless.
fn is_broad(action: &str) -> bool {
    let action = action.to_ascii_lowercase();
    let is_of_all = action.starts_with('*') || action.starts_with("microsoft.*");
    (is_of_all || action.starts_with("microsoft.authorization/")) && !action.ends_with("/read")
}

#[test]
fn what_only_reads_or_has_a_provider_is_narrow() {
    for action in ["*", "*/write", "Microsoft.Authorization/*", "microsoft.authorization/roleAssignments/write"] {
        assert!(is_broad(action), "{action}");
    }
    for action in ["*/read", "Microsoft.Authorization/*/read", "Microsoft.Compute/virtualMachines/*"] {
        assert!(!is_broad(action), "{action}");
    }
}
