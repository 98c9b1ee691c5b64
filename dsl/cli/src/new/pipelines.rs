//! `--ci`: a workflow of GitHub Actions and a file of Azure Pipelines for a scenario. It must not know how they are deployed.

use std::collections::BTreeMap;

use askama::Template;
use dsl::Scenario;

use super::edits::Edits;
use crate::deploy;

/// What a pipeline has to know of a scenario.
pub(super) struct Subject {
    name: String,
    scope: &'static str,
    parameters: Option<String>,
    variables: Vec<Variable>,
}

/// A variable of the environment that a parameter file reads.
struct Variable {
    name: String,
    is_secret: bool,
}

impl Subject {
    /// A scenario that is there already, and which of its parameter sets is deployed.
    pub(super) fn of(scenario: &Scenario, set: Option<String>) -> Self {
        let has_several = scenario.inventory().parameter_sets.len() > 1;
        let variables = deploy::environment(scenario).into_iter();
        Self {
            name: scenario.name().to_owned(),
            scope: scenario.scope(),
            parameters: set.filter(|_| has_several),
            variables: variables.map(|(name, is_secret)| Variable { name, is_secret }).collect(),
        }
    }

    /// The scenario that `new` makes.
    pub(super) fn fresh(name: &str) -> Self {
        Self { name: name.to_owned(), scope: "resourceGroup", parameters: None, variables: Vec::new() }
    }

    /// Adds both files.
    pub(super) fn add_to(&self, edits: &mut Edits) -> anyhow::Result<()> {
        let (name, place, variables, options) = (&*self.name, self.place(), &*self.variables, &*self.options());
        let has_subscription = matches!(self.scope, "resourceGroup" | "subscription");
        let settings = &*self.settings();
        let github = GitHub { name, place, variables, options, has_subscription, settings };
        edits.create(format!(".github/workflows/{name}.yml"), github.render()? + "\n");
        let azure = AzurePipelines { name, place, variables, options, settings };
        edits.create(format!("scenarios/{name}/azure-pipelines.yml"), azure.render()? + "\n");
        Ok(())
    }

    fn place(&self) -> &'static str {
        match self.scope {
            "resourceGroup" => "the resource group",
            "subscription" => "the subscription",
            "managementGroup" => "the management group",
            _ => "the tenant",
        }
    }

    /// What says where the scenario is deployed.
    fn settings(&self) -> Vec<&'static str> {
        match self.scope {
            "resourceGroup" => vec!["AZURE_RESOURCE_GROUP"],
            "managementGroup" => vec!["AZURE_MANAGEMENT_GROUP", "AZURE_LOCATION"],
            _ => vec!["AZURE_LOCATION"],
        }
    }

    /// The options of `deploy` for that.
    fn options(&self) -> String {
        let option = |setting: &&str| {
            let option = setting.trim_start_matches("AZURE_").to_lowercase().replace('_', "-");
            format!("--{option} \"${setting}\"")
        };
        let set = self.parameters.as_ref().map(|set| format!("--parameters {set}"));
        self.settings().iter().map(option).chain(set).collect::<Vec<_>>().join(" ")
    }
}

#[derive(Template)]
#[template(path = "github-workflow.yml", escape = "none")]
struct GitHub<'a> {
    name: &'a str,
    place: &'static str,
    variables: &'a [Variable],
    options: &'a str,
    has_subscription: bool,
    settings: &'a [&'static str],
}

impl GitHub<'_> {
    fn has(&self, is_secret: bool) -> bool {
        self.variables.iter().any(|variable| variable.is_secret == is_secret)
    }

    /// The variables of a step that calls `deploy`, each once.
    fn environment(&self) -> BTreeMap<&str, String> {
        let of = |kind: &str, name: &str| format!("${{{{ {kind}.{name} }}}}");
        let read =
            self.variables.iter().map(|it| (&*it.name, of(if it.is_secret { "secrets" } else { "vars" }, &it.name)));
        self.settings.iter().map(|name| (*name, of("vars", name))).chain(read).collect()
    }
}

#[derive(Template)]
#[template(path = "azure-pipelines.yml", escape = "none")]
struct AzurePipelines<'a> {
    name: &'a str,
    place: &'static str,
    variables: &'a [Variable],
    options: &'a str,
    settings: &'a [&'static str],
}

impl AzurePipelines<'_> {
    /// Where it goes, until somebody says otherwise.
    fn places(&self) -> Vec<(&'static str, String)> {
        let value = |setting| match setting {
            "AZURE_RESOURCE_GROUP" => format!("rg-{}", self.name),
            "AZURE_LOCATION" => "japaneast".to_owned(),
            _ => "contoso".to_owned(),
        };
        self.settings.iter().map(|setting| (*setting, value(setting))).collect()
    }
}
