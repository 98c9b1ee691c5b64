//! The rules of the compiler's linter and the configuration that turns all of them on; it must not know their meaning.

use serde_json::{Map, Value, json};

/// The identifiers of all linter rules of Bicep 0.49, sorted. The compiler ignores unknown ones without a word.
pub const RULES: [&str; 53] = [
    "adminusername-should-not-be-literal",
    "artifacts-parameters",
    "decompiler-cleanup",
    "explicit-values-for-loc-params",
    "max-asserts",
    "max-outputs",
    "max-params",
    "max-resources",
    "max-variables",
    "nested-deployment-template-scoping",
    "no-conflicting-metadata",
    "no-deployments-resources",
    "no-explicit-any",
    "no-hardcoded-env-urls",
    "no-hardcoded-location",
    "no-hardcoded-outputs",
    "no-loc-expr-outside-params",
    "no-module-name",
    "no-unnecessary-dependson",
    "no-unused-existing-resources",
    "no-unused-imports",
    "no-unused-params",
    "no-unused-types",
    "no-unused-vars",
    "outputs-should-not-contain-secrets",
    "prefer-interpolation",
    "prefer-unquoted-property-names",
    "protect-commandtoexecute-secrets",
    "secure-parameter-default",
    "secure-params-in-nested-deploy",
    "secure-params-in-parameters-file",
    "secure-secrets-in-params",
    "simplify-interpolation",
    "simplify-json-null",
    "stacks-extensibility-compat",
    "use-description-outputs",
    "use-description-params",
    "use-description-type-properties",
    "use-description-types",
    "use-description-vars",
    "use-parent-property",
    "use-recent-api-versions",
    "use-recent-az-powershell-version",
    "use-recent-module-versions",
    "use-recognized-resource-type",
    "use-resource-id-functions",
    "use-resource-symbol-reference",
    "use-safe-access",
    "use-secure-value-for-secure-inputs",
    "use-stable-resource-identifiers",
    "use-stable-vm-image",
    "use-user-defined-types",
    "what-if-short-circuiting",
];

/// The text of a `bicepconfig.json` under which every linter rule is a warning, those included that are off by default.
pub fn strict_configuration() -> String {
    format!("{:#}\n", Value::from(configuration()))
}

/// The same before it is text.
pub(crate) fn configuration() -> Map<String, Value> {
    let rules: Map<String, Value> = RULES.iter().map(|&rule| (rule.to_owned(), json!({"level": "warning"}))).collect();
    Map::from_iter([("analyzers".to_owned(), json!({"core": {"enabled": true, "rules": rules}}))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_sorted_and_unique() {
        assert!(RULES.is_sorted_by(|left, right| left < right));
    }

    #[test]
    fn the_configuration_warns_for_every_rule() {
        let configuration: Value = serde_json::from_str(&strict_configuration()).unwrap();
        let core = &configuration["analyzers"]["core"];
        assert_eq!(core["enabled"], true);
        assert_eq!(core["rules"].as_object().map(Map::len), Some(53));
        for rule in RULES {
            assert_eq!(core["rules"][rule]["level"], "warning", "{rule}");
        }
    }
}
