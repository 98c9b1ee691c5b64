//! What the price depends on: SKUs, sizes, counts. It must not know any price.

use dsl::{Facts, ResourceFacts, ValueFacts};
use serde::Serialize;

use super::when;

/// The choices of a resource that its price depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// The resource.
    pub symbol: String,
    /// Paths and values, as Bicep writes them: `sku.name`, `'S0'`.
    pub choices: Vec<(String, String)>,
    /// Conditions and loops, as Bicep writes them.
    pub when: Vec<String>,
}

/// The names of properties that a price depends on, on whatever level they are.
const PRICED: &[&str] = &[
    "capacity",
    "count",
    "cpu",
    "dailyQuotaGb",
    "databaseAccountOfferType",
    "diskSizeGB",
    "hostingMode",
    "instanceCount",
    "maxCount",
    "maxReplicas",
    "maxThroughput",
    "memory",
    "minCount",
    "minReplicas",
    "partitionCount",
    "replicaCount",
    "retentionInDays",
    "scaleUnits",
    "sku",
    "skuName",
    "storageAccountType",
    "storageSizeGB",
    "supportPlan",
    "throughput",
    "tier",
    "vmSize",
    "workloadProfileType",
    "zoneRedundant",
];

/// Where these names mean something else.
const ELSEWHERE: &[&str] = &["imageReference", "tags", "recommendation", "probes"];

/// All resources that have such choices.
pub(crate) fn costs(facts: &Facts<'_>) -> Vec<Cost> {
    facts.all().filter(ResourceFacts::is_deployed).filter_map(|it| one(&it)).collect()
}

fn one(resource: &ResourceFacts<'_>) -> Option<Cost> {
    let mut choices = Vec::new();
    collect(&resource.body(), "", false, &mut choices);
    let (symbol, when) = (resource.symbol().to_owned(), when(&resource.statement()));
    (!choices.is_empty()).then_some(Cost { symbol, choices, when })
}

/// Looks at everything in a value. Below a SKU, everything counts.
fn collect(value: &ValueFacts<'_>, path: &str, is_priced: bool, choices: &mut Vec<(String, String)>) {
    for item in value.items() {
        collect(&item, &format!("{path}[]"), is_priced, choices);
    }
    for name in value.names().filter(|name| !ELSEWHERE.contains(name)) {
        let Some(inner) = value.at(name) else { continue };
        let path = match path {
            "" | "properties" => name.to_owned(),
            outer => format!("{outer}.{name}"),
        };
        let is_priced = is_priced || PRICED.contains(&name);
        if is_priced && inner.names().next().is_none() && inner.items().next().is_none() {
            choices.push((path, inner.bicep()));
        } else {
            collect(&inner, &path, is_priced, choices);
        }
    }
}
