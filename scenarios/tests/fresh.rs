//! The scenario that `new` writes, as it stands in the template: it compiles, the checks find nothing, and the compiler of
//! Bicep accepts it in every layout.

use compiler::Gate;
use dsl::Layout;

#[allow(unreachable_pub, reason = "in a package of its own it is the root")]
#[path = "../../dsl/cli/templates/scenario.rs"]
mod template;

#[test]
fn a_new_scenario_is_clean() {
    let scenario = template::scenario();
    assert!(scenario.report().is_empty(), "{}", scenario.report());
    assert_ne!(scenario.inventory().parameter_sets.len(), 0, "it shows what a parameter set is");
    let Some(mut gate) = Gate::shared() else { return };
    for layout in [Layout::Single, Layout::Modules, Layout::Sharded] {
        let bundle = scenario.bundle_in(layout).unwrap();
        gate.assert_clean(&bundle.files().collect::<Vec<_>>());
    }
}
