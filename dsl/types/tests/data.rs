//! The built-in data: how much there is, what is chosen, and that damage is an error and nothing worse.

use types::{
    Catalogue, EXCEPTIONS, Entry, Error, Provider, Scopes, Type, catalogue, choose, find, find_shared, idle_exceptions,
    pack,
};

const DATA: &[u8] = include_bytes!("../data/types.bin");

fn read() -> &'static Catalogue<'static> {
    catalogue().unwrap_or_else(|error| panic!("{error}"))
}

fn chosen() -> Vec<&'static Entry> {
    read().types().filter_map(|versions| choose(&versions.iter().collect::<Vec<_>>())).collect()
}

#[test]
fn all_types_are_there() {
    assert_eq!(read().entries().count(), 3_620);
    assert_eq!(read().namespaces().count(), 286);
    let chosen = chosen();
    assert_eq!(chosen.len(), 3_556);
    assert_eq!(chosen.iter().filter(|entry| !entry.writable_scopes.is_empty()).count(), 2_634);
    // One more preview than the rule alone would choose.
    assert_eq!(chosen.iter().filter(|entry| entry.is_stable()).count(), 2_802 - EXCEPTIONS.len());
}

#[test]
fn every_provider_can_be_read_and_packed_again_to_the_same_bytes() {
    let providers: Vec<_> = read().namespaces().map(|it| Provider::read(it).unwrap()).collect();
    let functions = providers.iter().flat_map(Provider::resources).map(|it| it.functions.len()).sum::<usize>();
    assert_eq!(functions, 332);
    let is_body = |ty: &Type| matches!(ty, Type::Object(_) | Type::Discriminated(_));
    let bodies = providers.iter().flat_map(|it| it.resources().iter().map(|resource| &it[resource.body]));
    assert!(bodies.into_iter().all(is_body));
    assert!(pack(&providers) == DATA, "packing anew gives other bytes");
}

#[test]
fn a_type_is_found_in_any_case() {
    let (provider, resource) = find("microsoft.SEARCH/SearchServices", None).unwrap();
    assert_eq!((&resource.name[..], &resource.api_version[..]), ("Microsoft.Search/searchServices", "2026-11-01"));
    assert!(resource.writable_scopes.resource_group() && !resource.writable_scopes.tenant());
    assert_eq!(provider.namespace(), "microsoft.search");
    let Type::Object(body) = &provider[resource.body] else { panic!("an object") };
    assert!(body.properties.iter().any(|it| it.name == "location" && it.flags.is_required()));
    assert!(resource.functions.iter().any(|it| it.name == "listAdminKeys" && it.input.is_none()));
}

#[test]
fn exceptions_are_needed_and_hold() {
    assert_eq!(idle_exceptions(read()), [""; 0]);
    let settings = read().entry("microsoft.insights/diagnosticsettings", None).unwrap();
    assert_eq!(settings.api_version, "2021-05-01-preview");
    let old = read().entry("microsoft.insights/diagnosticsettings", Some("2016-09-01")).unwrap();
    assert_eq!(old.api_version, "2016-09-01");
}

#[test]
fn what_is_missing_is_told_with_what_comes_near() {
    let message = |name, version| find(name, version).err().map(|error| error.to_string()).unwrap();
    assert_eq!(
        message("Microsoft.Search/searchService", None),
        "there is no resource type `Microsoft.Search/searchService`; did you mean `Microsoft.Search/searchServices`?"
    );
    assert_eq!(
        message("Microsoft.Insights/diagnosticSettings", Some("2020-01-01")),
        "there is no version `2020-01-01` of `Microsoft.Insights/diagnosticSettings`; did you mean \
         `2021-05-01-preview`, `2016-09-01`?"
    );
    assert_eq!(
        message("nothing", None),
        "there is no resource type `nothing`; search with `cargo run -p typegen -- list FILTER`"
    );
    let provider = Provider::read("microsoft.serch").unwrap_err().to_string();
    assert_eq!(provider, "there is no provider `microsoft.serch`; did you mean `microsoft.search`?");
}

#[test]
fn a_shared_provider_is_the_same_each_time() {
    let (provider, resource) = find_shared("Microsoft.Search/searchServices", None).unwrap();
    assert!(std::ptr::eq(provider, Provider::shared("MICROSOFT.search").unwrap()));
    assert_eq!(*provider, Provider::read("microsoft.search").unwrap());
    assert_eq!(*resource, find("Microsoft.Search/searchServices", None).unwrap().1);
    assert!(Provider::shared("microsoft.serch").is_err());
}

/// Reads all of one provider from damaged data.
fn outcome(data: &[u8], namespace: &str) -> Result<Provider, Error> {
    Catalogue::read(data)?.provider(namespace)
}

#[test]
fn data_that_ends_too_early_is_an_error() {
    for end in (0..200).chain((200..DATA.len()).step_by(9_973)) {
        assert!(outcome(&DATA[..end], "wandisco.fusion").is_err(), "{end}");
    }
}

/// A file of two small providers, one with types in variants, so that each of its bytes can be changed.
#[test]
fn a_changed_byte_is_an_error_or_changes_nothing() {
    let providers = ["microsoft.dependencymap", "microsoft.search"].map(|it| Provider::read(it).unwrap());
    let data = pack(&providers);
    for at in 0..data.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut changed = data.clone();
            changed[at] ^= change;
            let outcomes = providers.each_ref().map(|it| outcome(&changed, it.namespace()));
            // The last byte of a compressed part may have bits that mean nothing.
            let is_same = outcomes.iter().zip(&providers).all(|(outcome, it)| outcome.as_ref() == Ok(it));
            assert!(is_same || outcomes.iter().any(Result::is_err), "{at}: nobody noticed");
        }
    }
}

#[test]
fn no_scope_is_lost() {
    let all = |entry: &&Entry| entry.writable_scopes == Scopes::from_bits(31).unwrap();
    assert_eq!(read().entries().filter(all).count(), 99);
    let extension_only = |entry: &&Entry| entry.writable_scopes == Scopes::from_bits(16).unwrap();
    assert_eq!(read().entries().filter(extension_only).count(), 61);
}
