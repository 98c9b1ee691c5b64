//! Modules as the compiler keeps them once it has fetched them from a registry; it must not know what is in them.

use crate::folder::{CACHE, SUBSCRIPTION};

/// A manifest of a module of Bicep. Nobody fetches the layer that it names.
const MANIFEST: &str = r#"{
  "schemaVersion": 2,
  "artifactType": "application/vnd.ms.bicep.module.artifact",
  "config": { "mediaType": "application/vnd.ms.bicep.module.config.v1+json", "digest": "sha256:0", "size": 0 },
  "layers": [{ "mediaType": "application/vnd.ms.bicep.module.layer.v1+json", "digest": "sha256:0", "size": 0 }]
}"#;

/// The files by which a gate has `contoso.azurecr.io/platform/<name>:1.0.0` (or `br/platform:<name>:1.0.0`) without a network.
/// `template` is what the module was compiled to.
pub fn in_registry(name: &str, template: &str) -> Vec<(String, String)> {
    let folder = format!("{CACHE}/br/contoso.azurecr.io/platform${name}/1.0.0$");
    [("main.json", template), ("manifest", MANIFEST), ("metadata", "{}")]
        .map(|(file, text)| (format!("{folder}/{file}"), text.to_owned()))
        .into()
}

/// The file by which a gate has the template spec `<name>:<version>` of the group `rg-specs` (or `ts/platform:<name>:<version>`).
pub fn in_template_spec(spec: &str, template: &str) -> (String, String) {
    let path = format!("{CACHE}/ts/{SUBSCRIPTION}/rg-specs/{}/main.json", spec.replace(':', "/"));
    let frame = r#""id": "/specs", "name": "1.0.0", "type": "Microsoft.Resources/templateSpecs/versions""#;
    (path, format!(r#"{{ {frame}, "properties": {{ "mainTemplate": {template} }} }}"#))
}
