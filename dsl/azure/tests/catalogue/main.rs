//! Every type of the catalogue, through its own setters: minimal, with every property, and at random. The official compiler
//! has no finding, and its template has what was set.

#[path = "../../../tests/instances/mod.rs"]
mod instances;
mod replayed;
mod template;
mod types;

use std::collections::BTreeMap;

use compiler::Gate;
use dsl::{Declaration, Expr, RawResource, ResourceBody};
use instances::{Choice, Instance, Level, for_each_writable_type, problems, providers};
use replayed::Replayed;

use ::types::Provider;

/// The types by their names.
fn catalogue() -> BTreeMap<&'static str, Replayed> {
    types::TYPES.iter().map(|it| it()).map(|it| (it.ty, it)).collect()
}

/// Instances of all types of the catalogue.
fn all(providers: &[Provider], choice: Choice) -> Vec<Instance<'_>> {
    let (catalogue, mut instances) = (catalogue(), Vec::new());
    for_each_writable_type(providers, |_, provider, resource| {
        if catalogue.contains_key(&*resource.name) {
            instances.extend(Instance::all(provider, resource, choice));
        }
    });
    instances
}

/// Sets the properties of a tree through the struct of the catalogue.
fn replay(mut resource: RawResource, ty: &str, body: &Expr) -> RawResource {
    let declared = std::mem::replace(resource.declaration(), Declaration::of("", ""));
    let replayed = catalogue().remove(ty).map(|it| (it.replay)(declared, body));
    let replayed = replayed.unwrap_or_else(|| panic!("`{ty}` is not in the catalogue"));
    *resource.declaration() = replayed.unwrap_or_else(|error| panic!("{ty}: {error}"));
    resource
}

#[track_caller]
fn assert_clean(choice: Choice) {
    let Some(mut gate) = Gate::shared() else { return };
    let providers = providers();
    let instances = all(&providers, choice);
    let own: Vec<_> = instances.iter().map(|instance| (instance, &instance.body)).collect();
    let found = problems(&mut gate, &own, &|resource, instance, body| replay(resource, &instance.resource.name, body));
    let shown: Vec<_> = found.iter().filter(|it| !it.is_inevitable()).map(ToString::to_string).collect();
    assert!(shown.is_empty(), "{} of {}:\n{}", shown.len(), instances.len(), shown.join("\n"));
}

#[test]
fn every_type_is_clean_with_what_is_required() {
    assert_clean(Choice::Minimal);
}

#[test]
fn every_type_is_clean_with_all_properties_and_variants() {
    assert_clean(Choice::Fullest);
}

#[test]
fn every_type_is_clean_with_random_properties() {
    (1..=3).for_each(|seed| assert_clean(Choice::Random(seed)));
}

#[test]
fn the_template_has_what_was_set() {
    let Some(mut gate) = Gate::shared() else { return };
    let providers = providers();
    for seed in 11..=12 {
        template::assert_equal(&mut gate, &all(&providers, Choice::Random(seed)));
    }
}
