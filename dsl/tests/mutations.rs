//! Every fault in an instance is found by the check that is there for it, and no instance has a finding without one.
//!
//! That the faults are faults for the official compiler, too:
//! `cargo test --release -p dsl --test mutations -- --ignored`.

#[path = "instances/mod.rs"]
mod instances;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use compiler::Gate;
use dsl::Expr;
use instances::{Choice, Instance, Mutation, check, for_each_writable_type, mutations, problems, providers, set_each};
use types::Provider;

/// How many wrong answers are shown.
const SHOWN: usize = 40;

#[test]
fn every_fault_is_found_and_nothing_else() {
    let start = Instant::now();
    let (providers, mut failures, mut faults) = (providers(), Vec::new(), BTreeMap::new());
    let instances = sample(&providers);
    for (instance, seed) in instances.iter().zip(0..) {
        failures.extend(wrong_answer(instance, &instance.body, "no fault", None));
        for mutation in mutations(instance, seed) {
            *faults.entry(mutation.check).or_insert(0) += 1;
            failures.extend(wrong_answer(instance, &mutation.body, &mutation.what(), Some(mutation.check)));
        }
    }
    println!("{} instances, {faults:?}, {:.1} s", instances.len(), start.elapsed().as_secs_f64());
    assert!(instances.len() > 2_000 && faults.len() == 6 && faults.values().all(|count| *count > 100), "{faults:?}");
    let shown = failures.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} wrong answers, such as:\n{shown}", failures.len());
}

/// Every type once, by turns with what is required, with all properties, and at random.
fn sample(providers: &[Provider]) -> Vec<Instance<'_>> {
    let mut instances = Vec::new();
    for_each_writable_type(providers, |index, provider, resource| {
        let choices = [Choice::Minimal, Choice::Fullest, Choice::Random(index as u64)];
        instances.push(Instance::new(provider, resource, choices[index % choices.len()]));
    });
    instances
}

/// What the check says about an instance with these properties, if it is not what is expected.
fn wrong_answer(instance: &Instance<'_>, body: &Expr, what: &str, expected: Option<&str>) -> Option<String> {
    let mut found = BTreeMap::<_, BTreeSet<_>>::new();
    if let Err(report) = check(instance, body) {
        for finding in report.findings() {
            found.entry(finding.id()).or_default().insert(finding.message().to_owned());
        }
    }
    let is_right = found.keys().copied().eq(expected);
    let ty = instance.type_and_version();
    (!is_right).then(|| format!("{ty}: {what}: expected {expected:?}, but found {found:?}"))
}

#[test]
#[ignore = "takes a minute: for changes of the mutations themselves"]
fn the_compiler_takes_every_fault_for_one() {
    let Some(mut gate) = Gate::shared() else { return };
    let providers = providers();
    let instances = sample(&providers);
    let mut kinds = BTreeMap::<_, Vec<_>>::new();
    for (instance, seed) in instances.iter().zip(0..) {
        for mutation in mutations(instance, seed).into_iter().filter(Mutation::is_for_the_compiler) {
            kinds.entry(mutation.kind).or_default().push((instance, mutation));
        }
    }
    for (kind, mutations) in kinds {
        let members: Vec<_> = mutations.iter().map(|(instance, mutation)| (*instance, &mutation.body)).collect();
        let found: BTreeSet<_> =
            problems(&mut gate, &members, &set_each).into_iter().filter_map(|it| it.instance).collect();
        let missed: Vec<_> = (0..members.len()).filter(|index| !found.contains(index)).collect();
        println!("{kind}: {} of {}", found.len(), members.len());
        let shown = missed
            .iter()
            .map(|index| format!("{}: {}", members[*index].0.type_and_version(), mutations[*index].1.what()));
        // The compiler does not miss a property of any type, nor does it look around in patterns.
        assert!(missed.len() * 50 <= members.len(), "{}", shown.collect::<Vec<_>>().join("\n"));
    }
}
