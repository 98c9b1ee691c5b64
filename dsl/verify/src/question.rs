//! The script that looks from inside of the machine, and the snippet of Python that does the same with today's SDK. It must
//! not know what they find.

use std::time::Duration;

use askama::Template;

/// Whom a token is for: the resource form of the scope `https://cognitiveservices.azure.com/.default`.
pub const RESOURCE: &str = "https://cognitiveservices.azure.com";

/// What is asked, of whom. In the texts that it makes, every part of it is quoted.
#[derive(Clone, Debug)]
pub struct Question {
    /// The host name of the account: `contoso.openai.azure.com`.
    pub host: String,
    /// The name of the deployment of a model.
    pub deployment: String,
    /// The client id of the identity, unless it is the machine's own.
    pub client_id: Option<String>,
    /// How long is waited for what takes time in Azure, such as a new role.
    pub patience: Duration,
}

#[derive(Template)]
#[template(path = "inside.sh", escape = "none")]
struct Inside<'q> {
    host: &'q str,
    deployment: &'q str,
    metadata: &'q str,
    body: &'q str,
    patience: u64,
}

#[derive(Template)]
#[template(path = "sdk.sh", escape = "none")]
struct Sdk<'q> {
    snippet: &'q str,
}

#[derive(Template)]
#[template(path = "snippet.py", escape = "none")]
struct Snippet<'q> {
    credential: &'q str,
    base_url: &'q str,
    deployment: &'q str,
    scope: &'q str,
}

impl Question {
    /// The address to call.
    pub fn url(&self) -> String {
        format!("https://{}/openai/v1/chat/completions", self.host)
    }

    /// What is sent there.
    pub fn body(&self) -> String {
        let message = serde_json::json!({ "role": "user", "content": "Say hello in one short sentence." });
        let body = serde_json::json!({ "model": self.deployment, "messages": [message], "max_completion_tokens": 256 });
        body.to_string()
    }

    /// The script, for any POSIX shell with `curl`.
    pub fn script(&self) -> String {
        let client = self.client_id.as_ref().map(|id| format!("&client_id={id}")).unwrap_or_default();
        let resource = RESOURCE.replace(':', "%3A").replace('/', "%2F");
        let query = format!("api-version=2018-02-01&resource={resource}{client}");
        let template = Inside {
            host: &shell(&self.host),
            deployment: &shell(&self.deployment),
            metadata: &shell(&format!("http://169.254.169.254/metadata/identity/oauth2/token?{query}")),
            body: &shell(&self.body()),
            patience: self.patience.as_secs(),
        };
        rendered(&template)
    }

    /// The same in Python, for people to take along.
    pub fn snippet(&self) -> String {
        let client = self.client_id.as_ref().map(|id| format!("managed_identity_client_id={}", python(id)));
        let template = Snippet {
            credential: &format!("DefaultAzureCredential({})", client.unwrap_or_default()),
            base_url: &python(&format!("https://{}/openai/v1/", self.host)),
            deployment: &python(&self.deployment),
            scope: &python(&format!("{RESOURCE}/.default")),
        };
        rendered(&template)
    }

    /// The script that runs the snippet with packages that it installs for itself, and takes away again.
    pub fn sdk_script(&self) -> String {
        rendered(&Sdk { snippet: &self.snippet() })
    }
}

/// Writing to a text fails only where a part cannot be shown, and all parts are texts and numbers.
fn rendered(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}

/// One word of a POSIX shell.
fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A text of Python: JSON writes them in the same way.
fn python(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(deployment: &str, client_id: Option<&str>) -> Question {
        Question {
            host: "contoso.openai.azure.com".to_owned(),
            deployment: deployment.to_owned(),
            client_id: client_id.map(str::to_owned),
            patience: Duration::from_secs(60),
        }
    }

    #[test]
    fn the_script_quotes_what_comes_from_outside() {
        let script = question("it's $(a)", None).script();
        assert!(script.contains(r"deployment='it'\''s $(a)'"), "{script}");
        assert!(script.contains(r#"body='{"max_completion_tokens":256,"messages":["#), "{script}");
        assert!(script.contains("patience=60\n") && !script.contains("client_id"), "{script}");
        let of_user = question("chat", Some("0-1")).script();
        assert!(of_user.contains("resource=https%3A%2F%2Fcognitiveservices.azure.com&client_id=0-1'"), "{of_user}");
    }

    #[test]
    fn the_snippet_is_what_the_sdk_wants() {
        let snippet = question("chat", None).snippet();
        assert!(
            snippet.contains("DefaultAzureCredential(), \"https://cognitiveservices.azure.com/.default\""),
            "{snippet}"
        );
        assert!(snippet.contains("base_url=\"https://contoso.openai.azure.com/openai/v1/\""), "{snippet}");
        let of_user = question("a\"b", Some("0-1"));
        assert!(of_user.snippet().contains("(managed_identity_client_id=\"0-1\")"), "{}", of_user.snippet());
        assert!(of_user.sdk_script().contains("model=\"a\\\"b\""), "{}", of_user.sdk_script());
    }
}
