//! Bicep's names: which identifiers a symbol must not take. It must not know the graph.

/// The longest identifier that Bicep takes, in characters.
pub(crate) const LONGEST_IDENTIFIER: usize = 255;

/// Whether a name is a literal of Bicep. All other keywords are names as well.
pub(crate) fn is_keyword(name: &str) -> bool {
    matches!(name, "true" | "false" | "null")
}

/// Whether nothing can have this name, not even a variable.
pub(crate) fn is_reserved(name: &str) -> bool {
    is_keyword(name) || matches!(name, "sys" | "az" | "this")
}

/// Whether Bicep has a function or a decorator of this name.
pub(crate) fn is_function(name: &str) -> bool {
    FUNCTIONS.binary_search(&name).is_ok()
}

/// Whether only a template knows a function of this name, and no parameter file.
pub(crate) fn is_of_templates(function: &str) -> bool {
    OF_TEMPLATES.binary_search(&function).is_ok()
}

/// Why Bicep or its linter refuses `symbol`, an identifier, as the name of something that `keyword` declares.
pub(crate) fn refusal(symbol: &str, keyword: &str) -> Option<&'static str> {
    if is_keyword(symbol) {
        Some("it is a keyword of Bicep")
    } else if matches!(symbol, "sys" | "az" | "this") {
        Some("it is reserved by Bicep")
    } else if TYPES.contains(&symbol) {
        Some("it would hide the type of that name")
    } else if is_function(symbol) {
        Some("it would hide the function or decorator of that name")
    } else {
        linter_refusal(symbol, keyword)
    }
}

/// Names that only the linter refuses, by the rule that does.
fn linter_refusal(symbol: &str, keyword: &str) -> Option<&'static str> {
    match keyword {
        "var" if symbol.eq_ignore_ascii_case("copy") => Some("ARM reserves `copy` among variables"),
        "type" if symbol == "resource" => Some("it is reserved for types by Bicep"),
        "resource" if symbol.ends_with("_resource") => Some("the linter takes it for a leftover (decompiler-cleanup)"),
        "var" if symbol.ends_with("_var") => Some("the linter takes it for a leftover (decompiler-cleanup)"),
        "param" if matches!(symbol, "_artifactsLocation" | "_artifactsLocationSasToken") => {
            Some("the linter expects ARM's old contract behind it (artifacts-parameters)")
        }
        _ => None,
    }
}

const TYPES: &[&str] = &["string", "int", "bool", "object", "array", "any", "resourceInput", "resourceOutput"];

/// Functions and decorators of `sys` and `az`, sorted. A symbol of the same name would hide them in the whole file.
const FUNCTIONS: &[&str] = &[
    "allowed",
    "any",
    "array",
    "base64",
    "base64ToJson",
    "base64ToString",
    "batchSize",
    "bool",
    "buildUri",
    "cidrHost",
    "cidrSubnet",
    "concat",
    "contains",
    "dataUri",
    "dataUriToString",
    "dateTimeAdd",
    "dateTimeFromEpoch",
    "dateTimeToEpoch",
    "deployer",
    "deployment",
    "description",
    "discriminator",
    "distinct",
    "empty",
    "endsWith",
    "environment",
    "export",
    "extensionResourceId",
    "fail",
    "filter",
    "first",
    "flatten",
    "format",
    "groupBy",
    "guid",
    "indexOf",
    "int",
    "intersection",
    "items",
    "join",
    "json",
    "last",
    "lastIndexOf",
    "length",
    "like",
    "loadDirectoryFileInfo",
    "loadFileAsBase64",
    "loadJsonContent",
    "loadTextContent",
    "loadYamlContent",
    "managementGroup",
    "managementGroupResourceId",
    "map",
    "mapValues",
    "max",
    "maxLength",
    "maxValue",
    "metadata",
    "min",
    "minLength",
    "minValue",
    "nameof",
    "newGuid",
    "nullIfNotFound",
    "objectKeys",
    "onlyIfNotExists",
    "padLeft",
    "parseCidr",
    "parseUri",
    "patch",
    "pickZones",
    "providers",
    "range",
    "reduce",
    "reference",
    "replace",
    "resourceGroup",
    "resourceId",
    "retryOn",
    "roleDefinitions",
    "sealed",
    "secure",
    "shallowMerge",
    "skip",
    "sort",
    "split",
    "startsWith",
    "string",
    "subscription",
    "subscriptionResourceId",
    "substring",
    "take",
    "tenant",
    "tenantResourceId",
    "toLogicalZone",
    "toLogicalZones",
    "toLower",
    "toObject",
    "toPhysicalZone",
    "toPhysicalZones",
    "toUpper",
    "trim",
    "union",
    "uniqueString",
    "uri",
    "uriComponent",
    "uriComponentToString",
    "utcNow",
    "validate",
    "waitUntil",
];

/// Functions that ask where a template is deployed or what is there, and those for defaults of params, sorted.
const OF_TEMPLATES: &[&str] = &[
    "deployer",
    "deployment",
    "environment",
    "extensionResourceId",
    "managementGroup",
    "managementGroupResourceId",
    "newGuid",
    "pickZones",
    "providers",
    "reference",
    "resourceGroup",
    "resourceId",
    "roleDefinitions",
    "subscription",
    "subscriptionResourceId",
    "tenant",
    "tenantResourceId",
    "this.existingResource",
    "this.exists",
    "toLogicalZone",
    "toLogicalZones",
    "toPhysicalZone",
    "toPhysicalZones",
    "utcNow",
];

#[cfg(test)]
mod tests {
    use super::{FUNCTIONS, OF_TEMPLATES};

    #[test]
    fn functions_are_sorted() {
        assert!(FUNCTIONS.is_sorted() && OF_TEMPLATES.is_sorted());
    }
}
