//! All writable types at the versions that are meant when nobody names one. It must not know what they consist of.

use types::{Provider, ResourceType, catalogue, choose};

/// All providers, unpacked.
pub(crate) fn providers() -> Vec<Provider> {
    let catalogue = catalogue().expect("the data can be read");
    catalogue.namespaces().map(|namespace| catalogue.provider(namespace).expect("the data can be read")).collect()
}

/// Visits every type that can be written, with its position.
pub(crate) fn for_each_writable_type<'p>(
    providers: &'p [Provider],
    mut visit: impl FnMut(usize, &'p Provider, &'p ResourceType),
) {
    let catalogue = catalogue().expect("the data can be read");
    let chosen = catalogue.types().filter_map(|versions| choose(&versions.iter().collect::<Vec<_>>()));
    for (index, entry) in chosen.filter(|entry| !entry.writable_scopes.is_empty()).enumerate() {
        let namespace = entry.name.split('/').next().unwrap_or_default();
        let provider = providers.iter().find(|provider| provider.namespace().eq_ignore_ascii_case(namespace));
        let found = provider.and_then(|provider| Some((provider, provider.resource(entry)?)));
        let (provider, resource) = found.expect("the directory lists what there is");
        visit(index, provider, resource);
    }
}
