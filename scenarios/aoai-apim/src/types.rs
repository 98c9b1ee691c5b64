//! The type of the models that are deployed. It must not know the account.

use azure::prelude::*;

object_type! {
    /// A model to deploy, under its own name.
    pub struct ModelDeployment, ModelDeploymentView;
    required {
        name: String = "name", "Name of the model, such as gpt-4o.";
        version: String = "version", "Its version, such as 2024-11-20.";
        capacity: i64 = "capacity", "Thousands of tokens a minute.";
    }
    optional {
        sku: String = "sku", "Type of the deployment, such as GlobalStandard; Standard if absent.";
    }
}
