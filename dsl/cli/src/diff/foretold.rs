//! What a deployment of the files would make, as the compiler foretells it. It must not know what that is compared with.

use compiler::{Compiler, Place, Unforeseen};

use super::resource::Resource;

/// The file that a template without a parameter set is foretold by.
const DEFAULTS: &str = "defaults.bicepparam";

const SUBSCRIPTION: &str = "00000000-0000-0000-0000-000000000000";

const GROUP: &str = "rg";

/// The resources, or why there is no foresight.
pub(crate) fn resources(
    compiler: &mut Compiler,
    files: &[(String, String)],
    set: Option<&str>,
    scope: &str,
) -> Result<Vec<Resource>, Unforeseen> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let mut files = files.to_vec();
    let parameters = set.map_or_else(|| DEFAULTS.to_owned(), |set| format!("{set}.bicepparam"));
    if set.is_none() {
        files.push((DEFAULTS.to_owned(), "using 'main.bicep'\n".to_owned()));
    }
    let place = Place {
        subscription: SUBSCRIPTION.to_owned(),
        resource_group: (scope == "resourceGroup").then(|| GROUP.to_owned()),
        location: "LOCATION".to_owned(),
    };
    let snapshot = compiler.foretell(&files, &parameters, &place)?;
    Ok(snapshot.resources.iter().map(Resource::foretold).map(without_place).collect())
}

/// The same resource without the place that it has only been foretold for.
fn without_place(mut resource: Resource) -> Resource {
    let place = format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/{GROUP}/providers/");
    resource.properties.values_mut().for_each(|value| *value = value.replace(&place, ".../"));
    resource
}
