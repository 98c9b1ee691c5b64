//! Every resource type that can be written, through the official compiler with every rule of its linter.
//!
//! `cargo test` takes a sample; all types: `cargo test --release -p dsl --test every_type -- --ignored`.

#[path = "instances/mod.rs"]
mod instances;

use std::io::{self, Write};
use std::time::Instant;

use compiler::Gate;
use instances::{Choice, INEVITABLE, Instance, Problem, for_each_writable_type, problems, providers, set_each};

const TYPES: usize = 2_634;

#[test]
fn a_sample_of_all_types_is_clean() {
    for choice in [Choice::Minimal, Choice::Fullest, Choice::Random(1)] {
        sweep(choice, 26);
    }
}

#[test]
#[ignore = "takes a minute: for changes of the type data, the printer or the compiler"]
fn every_type_is_clean_with_what_is_required() {
    sweep(Choice::Minimal, 1);
}

#[test]
#[ignore = "takes a minute: for changes of the type data, the printer or the compiler"]
fn every_type_is_clean_with_all_properties_and_variants() {
    sweep(Choice::Fullest, 1);
}

#[test]
#[ignore = "takes a minute: for changes of the type data, the printer or the compiler"]
fn every_type_is_clean_with_random_properties() {
    (1..=5).for_each(|seed| sweep(Choice::Random(seed), 1));
}

/// Compiles instances of one of `step` types. Without a compiler it does nothing.
#[track_caller]
fn sweep(choice: Choice, step: usize) {
    let Some(mut gate) = Gate::shared() else { return };
    let start = Instant::now();
    let (providers, mut instances, mut types) = (providers(), Vec::new(), 0);
    for_each_writable_type(&providers, |index, provider, resource| {
        if index % step == 0 {
            instances.extend(Instance::all(provider, resource, choice));
            types += 1;
        }
    });
    let own: Vec<_> = instances.iter().map(|instance| (instance, &instance.body)).collect();
    let (inevitable, failures): (Vec<_>, _) =
        problems(&mut gate, &own, &set_each).into_iter().partition(Problem::is_inevitable);
    print(&format!(
        "{choice:?}: {types} types, {} instances, {} properties, {:.1} s, {} inevitable findings, {} others\n",
        instances.len(),
        instances.iter().map(Instance::properties).sum::<usize>(),
        start.elapsed().as_secs_f64(),
        inevitable.len(),
        failures.len()
    ));
    let shown: Vec<_> = failures.iter().map(Problem::to_string).collect();
    assert!(failures.is_empty(), "{}", shown.join("\n"));
    if step == 1 {
        assert_eq!(types, TYPES);
        assert!(INEVITABLE.iter().all(|(ty, ..)| inevitable.iter().any(|it| it.ty == *ty)), "one is avoidable now");
    }
}

/// Past the capture of `cargo test`, which shows nothing of tests that pass.
fn print(text: &str) {
    io::stderr().write_all(text.as_bytes()).ok();
}
