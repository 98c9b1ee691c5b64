//! What `new` writes, as it stands in the templates. The scenario compiles, the checks find nothing, and the compiler of Bicep
//! accepts it in every layout; the tests of a repository of somebody's own pass for these scenarios, too.

use compiler::Gate;
use dsl::Layout;

#[allow(unreachable_pub, reason = "in a package of its own it is the root")]
#[path = "../../dsl/cli/templates/scenario.rs"]
mod template;

#[path = "../../dsl/cli/templates/workspace-tests.rs"]
mod workspace_tests;

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
