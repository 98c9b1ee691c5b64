//! What a deployment is given, and its bounds.

use dsl::{Facts, ParamFacts};
use serde::Serialize;

/// A param.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Param {
    /// The symbol.
    pub symbol: String,
    /// Its type, as Bicep writes it.
    #[serde(rename = "type")]
    pub ty: String,
    /// Whether its values must not be shown.
    pub secure: bool,
    /// The value where a deployment gives none.
    pub default: Option<String>,
    /// What it takes: `2 to 12 characters`.
    pub bounds: Vec<String>,
    /// What it is for.
    pub description: Option<String>,
    /// What the parameter sets give: the name of the set, and the value.
    pub settings: Vec<(String, String)>,
}

/// All of them.
pub(crate) fn params(facts: &Facts<'_>) -> Vec<Param> {
    facts.params().map(|it| one(&it)).collect()
}

fn one(param: &ParamFacts<'_>) -> Param {
    let statement = param.statement();
    Param {
        symbol: statement.symbol().to_owned(),
        ty: param.ty(),
        secure: param.is_secure(),
        default: param.default(),
        bounds: bounds(param),
        description: statement.description().map(str::to_owned),
        settings: param.settings().into_iter().map(|it| (it.set.to_owned(), it.value)).collect(),
    }
}

fn bounds(param: &ParamFacts<'_>) -> Vec<String> {
    let unit = if param.ty().trim_end_matches('?').ends_with("[]") { "items" } else { "characters" };
    let length = between(param.length()).map(|it| format!("{it} {unit}"));
    let allowed = param.allowed();
    let allowed = (!allowed.is_empty()).then(|| allowed.join(", "));
    [allowed, length, between(param.range())].into_iter().flatten().collect()
}

fn between(bounds: (Option<i64>, Option<i64>)) -> Option<String> {
    match bounds {
        (None, None) => None,
        (Some(least), Some(greatest)) if least == greatest => Some(least.to_string()),
        (Some(least), Some(greatest)) => Some(format!("{least} to {greatest}")),
        (Some(least), None) => Some(format!("at least {least}")),
        (None, Some(greatest)) => Some(format!("at most {greatest}")),
    }
}
