//! What the compiler foretells of a deployment, without Azure; it must not know what that is compared with.

use serde_json::{Map, Value, json};

use crate::answer;

/// Where a deployment would go. It decides ids, and what `uniqueString` and `resourceGroup()` return.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// The id of the subscription.
    pub subscription: String,
    /// The name of the resource group, where the scope is one.
    pub resource_group: Option<String>,
    /// The region of the resource group, or of the deployment.
    pub location: String,
}

/// The resources and outputs that a deployment would have. What only Azure knows stands in them as an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The resources, those of modules included; deployments of modules are none.
    pub resources: Vec<Value>,
    /// The outputs by name.
    pub outputs: Map<String, Value>,
}

impl Place {
    pub(crate) fn metadata(&self) -> Value {
        json!({
            "subscriptionId": self.subscription,
            "resourceGroup": self.resource_group,
            "location": self.location,
            "deploymentName": "main",
        })
    }
}

impl Snapshot {
    /// Reads the text that stands in the compiler's answer.
    pub(crate) fn read(answer: &Value) -> Result<Self, String> {
        let text = answer::text(answer, "/snapshot")?;
        let snapshot = serde_json::from_str::<Value>(text).map_err(|error| format!("`/snapshot`: {error}"))?;
        let diagnostics = answer::list(&snapshot, "/diagnostics")?;
        if !diagnostics.is_empty() {
            return Err(format!("it foretells with reserve: {}", Value::from(diagnostics)));
        }
        let resources = answer::list(&snapshot, "/predictedResources")?.to_vec();
        let outputs = snapshot.get("outputs").and_then(Value::as_object).cloned().unwrap_or_default();
        Ok(Self { resources, outputs })
    }
}
