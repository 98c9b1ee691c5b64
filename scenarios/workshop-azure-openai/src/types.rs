//! The types of the params and outputs of the scenario. They must not know what is deployed.

use azure::prelude::*;

object_type! {
    /// A model to deploy, under its own name.
    pub struct ModelDeployment, ModelDeploymentView;
    required {
        model: ModelVersion = "model", "Which model it is.";
        sku: DeploymentSku = "sku", "How it is deployed.";
    }
}

object_type! {
    /// A version of a model of OpenAI.
    pub struct ModelVersion, ModelVersionView;
    required {
        name: String = "name", "Name of the model, such as gpt-4o.";
        version: String = "version", "Its version, such as 2024-05-13.";
    }
}

object_type! {
    /// How a model is deployed, and how much it may be used.
    pub struct DeploymentSku, DeploymentSkuView;
    optional {
        name: String = "name", "Type of the deployment, such as GlobalStandard; Standard if absent.";
        capacity: i64 = "capacity", "Thousands of tokens a minute; 100 if absent.";
    }
}

object_type! {
    /// What was deployed, and where.
    pub struct DeploymentInfo, DeploymentInfoView;
    required {
        subscription_id: String = "subscriptionId", "Id of the subscription.";
        resource_group_name: String = "resourceGroupName", "Name of the resource group.";
        location: String = "location", "Region of the account.";
        ai_services_name: String = "aiServicesName", "Name of the account.";
        ai_services_endpoint: String = "aiServicesEndpoint", "Endpoint of the account.";
    }
}
