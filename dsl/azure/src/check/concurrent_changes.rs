//! `concurrent-changes`: a service that takes one change at a time gets several.

use dsl::{Check, Facts, Finding, Page, ResourceFacts, Rule, Severity};

/// A service that takes one change at a time gets several.
pub const CONCURRENT_CHANGES: Check = Check::new(&Page {
    id: "concurrent-changes",
    severity: Severity::Error,
    summary: "Several models or content filters are deployed to one account of Azure AI at a time.",
    why: "Azure deploys what does not wait for anything side by side, and an account takes one change at a time: it refuses the others with `RequestConflict`.",
    help: "let the loop be `g.each_in_batches(1, …)`, and let one resource wait for the other by `.depends_on(…)`, as those of the constructs do",
    constant: Some("azure::check::CONCURRENT_CHANGES"),
    wrong: example!("concurrent_changes.rs", |g| {
        use azure::cognitive_services::{Account, Deployment, DeploymentModel, DeploymentProperties};
        use azure::prelude::*;

        let models = g.param_of::<Vec<String>>("models").describe("Names of the models.");
        let account = Account::existing("contoso-ai").add(g, "account");
        g.each("model", &models, |g, model, _| {
            let version = DeploymentModel::new().format("OpenAI").name(model);
            let properties = DeploymentProperties::new().model(version);
            Deployment::new(&account, model).properties(properties).add(g, "deployments");
        });
    }),
    right: example!("concurrent_changes.rs", |g| {
        use azure::cognitive_services::{Account, Deployment, DeploymentModel, DeploymentProperties};
        use azure::prelude::*;

        let models = g.param_of::<Vec<String>>("models").describe("Names of the models.");
        let account = Account::existing("contoso-ai").add(g, "account");
        g.each_in_batches(1, "model", &models, |g, model, _| {
            let version = DeploymentModel::new().format("OpenAI").name(model);
            let properties = DeploymentProperties::new().model(version);
            Deployment::new(&account, model).properties(properties).add(g, "deployments");
        });
    }),
});

pub(super) const RULE: Rule = Rule { check: CONCURRENT_CHANGES, run };

/// What changes an account. [Learn: deployments by Bicep](https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts/deployments)
const CHANGES: [&str; 2] =
    ["Microsoft.CognitiveServices/accounts/deployments", "Microsoft.CognitiveServices/accounts/raiPolicies"];

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let changes: Vec<_> =
        CHANGES.iter().flat_map(|ty| facts.resources(ty)).filter(ResourceFacts::is_deployed).collect();
    for (index, change) in changes.iter().enumerate() {
        findings.extend(in_loop(change).or_else(|| beside(change, &changes[..index])));
    }
}

/// A loop deploys it to the same account in every turn, and several turns at a time.
fn in_loop(change: &ResourceFacts<'_>) -> Option<Finding> {
    let account = change.parent()?;
    let turns = change.turns_beside(&account);
    let turns = turns.iter().find(|turns| **turns != Some(1))?;
    let count = turns.map_or("side by side".to_owned(), |count| format!("{count} at a time"));
    let message = format!("the loop deploys `{}` to the account `{}` {count}", change.symbol(), account.symbol());
    let finding = change.finding(CONCURRENT_CHANGES, message).help("let the loop be `g.each_in_batches(1, …)`");
    Some(account.noted_in(finding, "the account is declared here: it takes one change at a time"))
}

/// It and an earlier one change the same account, and neither waits for the other.
fn beside(change: &ResourceFacts<'_>, earlier: &[ResourceFacts<'_>]) -> Option<Finding> {
    let account = change.parent()?;
    let place = |it: &ResourceFacts<'_>| (it.statement().conditions(), it.statement().modules());
    let is_beside = |other: &&ResourceFacts<'_>| {
        other.parent().is_some_and(|it| it.is_same(&account)) && place(change) == place(other)
    };
    let is_apart = |other: &&ResourceFacts<'_>| !change.follows(other) && !other.follows(change);
    let other = earlier.iter().filter(is_beside).find(is_apart)?;
    let (symbol, other_symbol) = (change.symbol(), other.symbol());
    let message =
        format!("`{symbol}` and `{other_symbol}` are deployed to the account `{}` side by side", account.symbol());
    let help = format!("let one wait for the other: `.depends_on(&{other_symbol})`");
    let finding = change.finding(CONCURRENT_CHANGES, message).help(help);
    Some(other.noted_in(finding, "the other one is declared here"))
}
