//! Reads what Azure says against a deployment, in any of the forms in which `az` passes it on. It must not know causes.

use serde_json::{Deserializer, Value};

use super::blame::Named;

/// One thing that went wrong.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Failure {
    /// Azure's word for it: `QuotaExceeded`.
    pub(crate) code: String,
    pub(crate) message: String,
    /// The resource that it is about, if it says so.
    pub(crate) resource: Option<Named>,
}

impl Failure {
    /// Whether it only says that a deployment failed, which had begun.
    pub(crate) fn is_of_deployment(&self) -> bool {
        self.resource.is_none() && self.code == "DeploymentFailed"
    }
}

/// What says nothing but that something else says more.
const FRAMES: &[&str] =
    &["DeploymentFailed", "InvalidTemplateDeployment", "ResourceDeploymentFailure", "MultipleErrorsOccurred"];

/// All that is found in what `az` wrote to standard error.
pub(crate) fn read(stderr: &str) -> Vec<Failure> {
    let mut failures = Vec::new();
    let values = values(stderr);
    for value in &values {
        collect(value, None, &mut failures);
    }
    if values.is_empty() {
        failures.extend(stderr.lines().filter_map(of_line));
    }
    settle(failures)
}

/// What the operations of a deployment say that failed.
pub(crate) fn of_operations(operations: &Value) -> Vec<Failure> {
    let mut failures = Vec::new();
    for operation in operations.as_array().into_iter().flatten().map(|it| &it["properties"]) {
        if operation["provisioningState"] == "Failed" {
            let target = operation["targetResource"]["id"].as_str().and_then(Named::of_id);
            collect(&operation["statusMessage"], target.as_ref(), &mut failures);
        }
    }
    settle(failures)
}

/// Each once, and what only frames others not at all, unless there are no others.
fn settle(mut failures: Vec<Failure>) -> Vec<Failure> {
    if failures.iter().any(|it| !is_frame(it)) {
        failures.retain(|it| !is_frame(it));
    }
    let mut settled: Vec<Failure> = Vec::new();
    for failure in failures {
        match settled.iter_mut().find(|it| it.code == failure.code && it.message == failure.message) {
            Some(known) if known.resource.is_none() => known.resource = failure.resource,
            Some(known) if known.resource == failure.resource || failure.resource.is_none() => {}
            _ => settled.push(failure),
        }
    }
    settled
}

fn is_frame(failure: &Failure) -> bool {
    FRAMES.contains(&failure.code.as_str())
}

/// Every JSON value that stands in a text.
fn values(text: &str) -> Vec<Value> {
    let (mut values, mut at) = (Vec::new(), 0);
    while let Some(start) = text[at..].find('{').map(|found| at + found) {
        let mut stream = Deserializer::from_str(&text[start..]).into_iter::<Value>();
        at = match stream.next() {
            Some(Ok(value)) if value.is_object() => {
                values.push(value);
                start + stream.byte_offset()
            }
            _ => start + 1,
        };
    }
    values
}

/// The errors inside of an error, the innermost only, for those around them say less.
fn collect(value: &Value, around: Option<&Named>, failures: &mut Vec<Failure>) {
    if let Some(error) = value.get("error").filter(|error| error.is_object()) {
        return collect(error, around, failures);
    }
    let Some(code) = value["code"].as_str() else { return };
    let message = value["message"].as_str().unwrap_or_default();
    let target = value["target"].as_str().and_then(Named::of_id);
    let resource = target.or_else(|| mentioned(message)).or_else(|| around.cloned());
    let before = failures.len();
    for inner in value["details"].as_array().into_iter().flatten() {
        collect(inner, resource.as_ref(), failures);
    }
    // Some services write their error as JSON into the message.
    for inner in values(message) {
        collect(&inner, resource.as_ref(), failures);
    }
    if failures.len() == before {
        failures.push(Failure { code: code.to_owned(), message: tidied(message), resource });
    }
}

/// A line such as `ERROR: (Code) Message`, or `Code - Message`.
fn of_line(line: &str) -> Option<Failure> {
    let line = line.trim().trim_start_matches("ERROR: ");
    let in_parentheses = || line.strip_prefix('(')?.split_once(") ");
    let (code, message) = in_parentheses().or_else(|| line.split_once(" - "))?;
    let is_code = code.len() > 2 && code.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    is_code.then(|| Failure { code: code.to_owned(), message: tidied(message), resource: mentioned(message) })
}

/// The first resource whose id a message shows.
fn mentioned(message: &str) -> Option<Named> {
    let ends = |char: char| char.is_whitespace() || "'\"`,;()<>".contains(char);
    message.split(ends).map(|word| word.trim_end_matches('.')).find_map(Named::of_id)
}

/// On one line.
fn tidied(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ID: &str = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/contoso";

    #[track_caller]
    fn check(stderr: &str, expected: &[(&str, &str, bool)]) {
        let failures = read(stderr);
        let seen: Vec<_> = failures.iter().map(|it| (&*it.code, &*it.message, it.resource.is_some())).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn nested_errors_are_found() {
        let inner = json!({ "code": "QuotaExceeded", "message": "No\n quota.", "target": ID });
        let outer = json!({ "status": "Failed", "error": { "code": "DeploymentFailed", "message": "See.", "details": [inner] } });
        check(&format!("WARNING: old\nERROR: {outer}\n"), &[("QuotaExceeded", "No quota.", true)]);
    }

    #[test]
    fn errors_one_after_the_other_are_found() {
        let first = json!({ "code": "InvalidTemplateDeployment", "message": "See inner errors." });
        let second = json!({ "code": "FlagMustBeSetForRestore", "message": format!("'{ID}' has been soft-deleted.") });
        let text = format!("ERROR: {first}\n\nInner Errors: \n{second}\n\nInner Errors: \n{second}");
        check(&text, &[("FlagMustBeSetForRestore", &format!("'{ID}' has been soft-deleted."), true)]);
    }

    #[test]
    fn an_error_inside_of_a_message_is_found() {
        let inner = json!({ "error": { "code": "PrincipalNotFound", "message": "Who?" } });
        let outer = json!({ "code": "Conflict", "message": format!("{{{{ {inner}"), "target": ID });
        check(&outer.to_string(), &[("PrincipalNotFound", "Who?", true)]);
    }

    #[test]
    fn lines_are_understood() {
        let text = "ERROR: (InvalidTemplateDeployment) See.\nCode: InvalidTemplateDeployment\nMessage: See.";
        check(text, &[("InvalidTemplateDeployment", "See.", false)]);
        let text = format!("ERROR: InvalidTemplateDeployment - See.\nSkuNotAvailable - Not for '{ID}'.");
        check(&text, &[("SkuNotAvailable", &format!("Not for '{ID}'."), true)]);
        check("ERROR: Please run 'az login' - it is time\n{ not json } {\"a\": 1}", &[]);
    }

    #[test]
    fn operations_name_their_resource() {
        let failed = json!({ "properties": {
            "provisioningState": "Failed",
            "targetResource": { "id": ID },
            "statusMessage": { "status": "Failed", "error": { "code": "Conflict", "message": "Taken." } },
        }});
        let fine = json!({ "properties": { "provisioningState": "Succeeded", "targetResource": { "id": ID } } });
        let failures = of_operations(&json!([fine, failed]));
        assert_eq!(failures.len(), 1);
        assert_eq!(failures[0].resource.as_ref().unwrap().name, "contoso");
    }
}
