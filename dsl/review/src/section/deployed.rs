//! What is deployed, what is used that is there already, and which files of others come along.

use dsl::{Facts, ResourceFacts};
use serde::Serialize;

use super::when;

/// A resource that is deployed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deployed {
    /// The symbol in the Bicep.
    pub symbol: String,
    /// The type, without the version.
    #[serde(rename = "type")]
    pub ty: String,
    /// The version of the API.
    pub api_version: String,
    /// The symbol of the resource that it is declared under or extends.
    pub of: Option<String>,
    /// Its name, as Bicep writes it.
    pub resource_name: String,
    /// What it is for, if it says so.
    pub description: Option<String>,
    /// Conditions and loops, as Bicep writes them.
    pub when: Vec<String>,
    /// The modules that it stands in, the outermost first.
    pub modules: Vec<String>,
    /// Where it is deployed, if not where the template is: `resourceGroup('hub')`.
    pub deployed_to: Option<String>,
    /// The file of Rust that made it.
    pub file: String,
    /// The line there.
    pub line: u32,
}

/// A resource that is there already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Existing {
    /// The symbol in the Bicep.
    pub symbol: String,
    /// The type, without the version.
    #[serde(rename = "type")]
    pub ty: String,
    /// Its name, as Bicep writes it.
    pub resource_name: String,
}

/// A file of somebody else that is deployed as a part: the card does not see into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ModuleCall {
    /// The symbol in the Bicep.
    pub symbol: String,
    /// The file, or the reference to a registry.
    pub path: String,
    /// What it is given, as Bicep writes it.
    pub params: Vec<(String, String)>,
    /// Conditions and loops, as Bicep writes them.
    pub when: Vec<String>,
}

/// What the graph makes.
pub(crate) fn deployed(facts: &Facts<'_>) -> Vec<Deployed> {
    facts.all().filter(ResourceFacts::is_deployed).map(|it| one(&it)).collect()
}

fn one(resource: &ResourceFacts<'_>) -> Deployed {
    let statement = resource.statement();
    let location = statement.location();
    Deployed {
        symbol: resource.symbol().to_owned(),
        ty: resource.ty().to_owned(),
        api_version: resource.api_version().to_owned(),
        of: resource.parent().or_else(|| resource.scope()).map(|it| it.symbol().to_owned()),
        resource_name: name(resource),
        description: statement.description().map(str::to_owned),
        when: when(&statement),
        modules: statement.modules(),
        deployed_to: statement.deployed_to(),
        file: file(location.file()),
        line: location.line(),
    }
}

/// A path in the repository as it is, and of one elsewhere on this machine the last part only.
fn file(path: &str) -> String {
    let path = path.replace('\\', "/");
    let is_elsewhere = path.starts_with('/') || path.get(1..3) == Some(":/");
    let last = path.rsplit('/').next().unwrap_or_default();
    if is_elsewhere { last.to_owned() } else { path }
}

fn name(resource: &ResourceFacts<'_>) -> String {
    resource.at_path("name").map_or_else(String::new, |name| name.bicep())
}

/// What it finds. A child of what the graph makes, such as a subnet of its own network, is no news.
pub(crate) fn existing(facts: &Facts<'_>) -> Vec<Existing> {
    let is_part = |it: &ResourceFacts<'_>| it.lineage().any(|it| it.is_deployed());
    let found = facts.all().filter(|it| !it.is_deployed() && !is_part(it));
    let one = |it: ResourceFacts<'_>| Existing {
        symbol: it.symbol().to_owned(),
        ty: it.ty().to_owned(),
        resource_name: name(&it),
    };
    found.map(one).collect()
}

/// The files of others.
pub(crate) fn modules(facts: &Facts<'_>) -> Vec<ModuleCall> {
    let call = |it: dsl::ModuleFacts<'_>| ModuleCall {
        symbol: it.statement.symbol().to_owned(),
        path: it.path.to_owned(),
        params: it.params.names().filter_map(|name| Some((name.to_owned(), it.params.at(name)?.bicep()))).collect(),
        when: when(&it.statement),
    };
    facts.modules().map(call).collect()
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn no_path_of_a_machine_is_shown() {
        assert_eq!(file("scenarios\\example\\src\\lib.rs"), "scenarios/example/src/lib.rs");
        assert_eq!(file("/srv/build/a/src/lib.rs"), "lib.rs");
        assert_eq!(file("C:\\build\\lib.rs"), "lib.rs");
    }
}
