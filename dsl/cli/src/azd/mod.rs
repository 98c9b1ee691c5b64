//! A scenario as a project of the Azure Developer CLI: `azure.yaml`, and the template in `infra/`. It must not touch a disk.

mod value;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::bail;
use askama::Template;
use dsl::{Bundle, Facts, ParamFacts, Scenario};
use serde_json::{Map, Value, json};

use crate::deploy::Refused;
use crate::parameter_set::{self, Unnamed};
use crate::plan::{self, Plan};
use crate::session::Session;

/// Params by names that azd has values for, where nobody else gives one.
const KNOWN: [(&str, &str); 3] = [
    ("location", "${AZURE_LOCATION}"),
    ("environmentName", "${AZURE_ENV_NAME}"),
    ("principalId", "${AZURE_PRINCIPAL_ID}"),
];

/// The parameter set whose values are taken, if the scenario is one that azd can deploy.
pub(crate) fn set(scenario: &Scenario, named: Option<&str>) -> Result<Option<String>, Refused> {
    let (name, scope) = (scenario.name(), scenario.scope());
    if !["resourceGroup", "subscription"].contains(&scope) {
        let message =
            format!("azd deploys to resource groups and subscriptions, and the scope of `{name}` is a {scope}");
        return Err(Refused::new(message, format!("deploy it by the Azure CLI: `deploy {name}`")));
    }
    parameter_set::choose(scenario, named, Unnamed::None)
}

/// The files, and what could not be said in them.
pub(crate) struct Project {
    manifest: String,
    infra: Vec<(String, String)>,
    parameters: Parameters,
}

/// What stands in `main.parameters.json`.
#[derive(Default)]
struct Parameters {
    values: Map<String, Value>,
    /// Params whose values only the compiler can compute.
    computed: Vec<String>,
    /// Params that have no value at all.
    missing: Vec<String>,
}

#[derive(Template)]
#[template(path = "azure.yaml", escape = "none")]
struct Manifest<'a> {
    name: &'a str,
    is_group: bool,
}

impl Project {
    pub(crate) fn new(scenario: &Scenario, bundle: &Bundle, set: Option<&str>) -> anyhow::Result<Self> {
        let (name, is_group) = (scenario.name(), scenario.scope() == "resourceGroup");
        let parameters = scenario.examine(|facts, _| parameters(facts, set)).unwrap_or_default();
        // A parameter file of Bicep azd has no use for.
        let templates = bundle.files().filter(|(path, _)| !path.ends_with(".bicepparam"));
        let mut infra: Vec<_> = templates.map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        infra.push(("main.parameters.json".to_owned(), parameters.file()));
        Ok(Self { manifest: Manifest { name, is_group }.render()? + "\n", infra, parameters })
    }

    pub(crate) fn add_to<'p>(&'p self, plan: &mut Plan<'p>, folder: &Path) -> anyhow::Result<()> {
        let infra = folder.join("infra");
        self.refuse_own(&infra)?;
        plan.add_unless_own(folder.join("azure.yaml"), &self.manifest)?;
        plan.add(&infra, self.infra.iter().map(|(path, text)| (&**path, &**text)))
    }

    /// Fails where somebody has written one of the files. Whose they are, only the template says: a parameter file has no line
    /// for that, nor has a module that came with the graph.
    fn refuse_own(&self, infra: &Path) -> anyhow::Result<()> {
        if plan::is_generated(&infra.join("main.bicep")) {
            return Ok(());
        }
        match self.infra.iter().map(|(path, _)| infra.join(path)).find(|path| path.exists()) {
            Some(path) => bail!(
                "`{}` is not a generated file: move it out of the way, or choose another folder by --out-dir",
                path.display()
            ),
            None => Ok(()),
        }
    }

    /// Says what azd will ask for, and what it does to values.
    pub(crate) fn tell(&self, session: &mut Session) {
        for param in &self.parameters.computed {
            session.note(format_args!(
                "note: azd asks for `{param}`, for no parameter file of JSON can compute its value"
            ));
        }
        for param in &self.parameters.missing {
            session.note(format_args!("note: azd asks for `{param}`, for no parameter set gives it a value"));
        }
        let names = self.parameters.variables();
        if !names.is_empty() {
            let names = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            session.note(format_args!(
                "note: azd puts the text of {names} into JSON as it is: write `\\\"` for `\"`, and `\\\\` for `\\`"
            ));
        }
    }
}

fn parameters(facts: &Facts<'_>, set: Option<&str>) -> Parameters {
    let mut parameters = Parameters::default();
    for param in facts.params() {
        parameters.add(&param, set);
    }
    parameters
}

impl Parameters {
    fn add(&mut self, param: &ParamFacts<'_>, set: Option<&str>) {
        let name = param.statement().symbol().to_owned();
        let setting = set.and_then(|set| param.setting_in(set));
        let known = KNOWN.iter().find(|(known, _)| *known == name);
        match (setting.map(|setting| value::json(&setting.expr)), known) {
            (Some(Some(value)), _) => drop(self.values.insert(name, json!({ "value": value }))),
            (Some(None), _) => self.computed.push(name),
            (None, _) if param.default().is_some() => {}
            (None, Some((_, variable))) => drop(self.values.insert(name, json!({ "value": variable }))),
            (None, None) => self.missing.push(name),
        }
    }

    /// The variables that azd puts in, but those that it gives values to.
    fn variables(&self) -> BTreeSet<String> {
        let text = Value::from(self.values.clone()).to_string();
        let names = text.split("${").skip(1).filter_map(|rest| rest.split(['}', '=']).next());
        names
            .filter(|name| KNOWN.iter().all(|(_, known)| *known != format!("${{{name}}}")))
            .map(str::to_owned)
            .collect()
    }

    fn file(&self) -> String {
        let file = json!({
            "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
            "contentVersion": "1.0.0.0",
            "parameters": self.values,
        });
        format!("{file:#}\n")
    }
}
