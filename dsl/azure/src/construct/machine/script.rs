//! Scripts of several lines, as vars that reviewers can read. It must not know what runs them.

use dsl::functions::base64;
use dsl::{Graph, Scope, Text, Value};

/// Declares the script as a var, and returns it in Base64: `base64(vmCloudInit)`.
#[track_caller]
pub(super) fn in_base64<S: Scope>(
    g: &mut Graph<S>,
    symbol: impl Into<Text>,
    script: Text,
    description: &'static str,
) -> Value<String> {
    base64(g.var(symbol, Value::multiline(script)).describe(description))
}
