//! The list of scenarios. It must not know how they are rendered or written.

use dsl::Scenario;

/// Every scenario, one line each.
pub fn all() -> Vec<Scenario> {
    vec![
        aoai_apim::scenario(),             // API Management in front of a private Azure OpenAI account
        example::scenario(),               // Azure OpenAI, private and keyless
        iot_hub_routing::scenario(),       // an IoT hub that files messages as blobs
        workshop_azure_openai::scenario(), // Azure AI with the models of a list, and web search
    ]
}
