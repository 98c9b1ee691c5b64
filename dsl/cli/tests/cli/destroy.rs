//! `destroy` with a stand-in for `az`.

use crate::machine::{Machine, Shown};

/// Runs `destroy --yes`, and compares how it ends and what `az` is called with last.
#[track_caller]
fn check(machine: &Machine, args: &[&str], exit: i32, last: &str) -> Shown {
    let shown = machine.run(&[&["destroy", "--yes"], args].concat());
    assert_eq!(shown.exit, Some(exit), "{shown:?}");
    assert_eq!(machine.calls().lines().last(), Some(last));
    shown
}

#[test]
fn a_group_goes_with_all_that_is_in_it() {
    let machine = Machine::new();
    machine
        .put("resource-list", r#"echo '[{"type": "Microsoft.Network/privateDnsZones", "name": "contoso.internal"}]'"#);
    let shown = check(&machine, &["plain"], 0, "az [group] [delete] [--name] [rg-plain] [--yes] [--output] [json]");
    assert!(shown.stderr.contains("  Microsoft.Network/privateDnsZones `contoso.internal`\n"), "{}", shown.stderr);
}

#[test]
fn a_group_that_is_not_there_is_no_error() {
    let machine = Machine::new();
    machine.put("group-exists", "echo false");
    let shown = check(&machine, &["plain"], 0, "az [group] [exists] [--name] [rg-plain] [--output] [json]");
    assert!(shown.stderr.ends_with("there is no resource group `rg-plain`: nothing to delete\n"), "{}", shown.stderr);
}

#[test]
fn a_stack_goes_with_all_that_it_lists() {
    let manner = "[--action-on-unmanage] [deleteAll] [--yes] [--output] [json]";
    let of = "az [stack] [group] [delete] [--name] [plain] [--resource-group] [rg-plain]";
    check(&Machine::new(), &["plain", "--stack"], 0, &format!("{of} {manner}"));
    let of = "az [stack] [sub] [delete] [--name] [landing]";
    check(&Machine::new(), &["landing", "--stack", "-l", "japaneast"], 0, &format!("{of} {manner}"));
}

#[test]
fn what_azure_refuses_is_told() {
    let machine = Machine::new();
    machine.put("group-delete", "echo 'ERROR: (ScopeLocked) It is locked.' >&2; exit 1");
    let last = "az [group] [delete] [--name] [rg-plain] [--yes] [--output] [json]";
    let shown = check(&machine, &["plain"], 1, last);
    assert!(shown.stderr.contains("(ScopeLocked) It is locked."), "{}", shown.stderr);
}
