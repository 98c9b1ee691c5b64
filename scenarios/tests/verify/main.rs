//! `verify` from end to end: the real script in a real shell, with real servers on loopback for the metadata, the names and
//! the model, and a stand-in for `az` that runs the script here. Every failure is there once.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

mod chat;
mod http;
mod machine;
mod world;

use self::machine::Machine;
use self::world::{PRINCIPAL, TOKEN, USER_TOKEN, World};

/// The number of each proof that fails, with its likely cause.
fn failures(shown: &serde_json::Value) -> Vec<(usize, String)> {
    let proofs = shown["proofs"].as_array().unwrap().iter().zip(1..);
    let failed = proofs.filter(|(proof, _)| proof["holds"] == false);
    failed.map(|(proof, number)| (number, proof["cause"].as_str().unwrap().to_owned())).collect()
}

/// Runs `verify` in a world, and compares which proofs fail and a part of the cause of each.
#[track_caller]
fn check(world: World, more: &[&str], expected: &[(usize, &str)]) {
    let Some(machine) = Machine::in_world(world) else { return };
    let seen = machine.verify(&[&["--format", "json"], more].concat());
    assert_eq!(seen.exit, Some(i32::from(!expected.is_empty())), "{seen:?}");
    let failures = failures(&serde_json::from_str(&seen.stdout).unwrap());
    let is_expected = |((number, cause), (wanted, part)): (&(usize, String), &(usize, &str))| {
        number == wanted && cause.contains(part)
    };
    let all = failures.len() == expected.len() && failures.iter().zip(expected).all(is_expected);
    assert!(all, "{failures:?}\n{}", seen.stdout);
}

#[test]
fn all_proofs_hold_where_all_is_well() {
    for shell in ["sh", "bash"] {
        let Some(machine) = Machine::in_world(World::default()) else { return };
        machine.put("shell", shell);
        let seen = machine.verify(&[]);
        assert_eq!(seen.exit, Some(0), "{seen:?}");
        let told = [
            "1. ok     the host name leads to the private endpoint\n          aoai-abc.openai.azure.com is 10.0.1.4, ",
            &format!(
                "2. ok     the machine gets a token for its identity\n          a token of {PRINCIPAL} for https://"
            ),
            "3. ok     the model answers without a key\n          it says: Hello, \\\"world\\\"!\n",
            "4. ok     the same call from outside is refused\n          HTTP 403: {\"error\":",
            "5. ok     keys are refused\n          HTTP 403: {\"error\":{\"code\":\"AuthenticationTypeDisabled\"",
            "client = OpenAI(base_url=\"https://aoai-abc.openai.azure.com/openai/v1/\", api_key=token)\n",
        ];
        assert!(told.iter().all(|part| seen.stdout.contains(part)), "{}", seen.stdout);
        let everything = format!("{}{}{}", seen.stdout, seen.stderr, machine.left());
        assert!(![TOKEN, USER_TOKEN].iter().any(|token| everything.contains(token)), "a token is shown: {everything}");
        assert_eq!(everything.matches("curl [").count(), 4, "all calls are written down: {everything}");
    }
}

#[test]
fn the_machine_is_asked_by_its_id_and_with_a_file() {
    let Some(machine) = Machine::in_world(World::default()) else { return };
    machine.verify(&[]);
    let calls = machine.calls();
    let call = calls.lines().find(|line| line.starts_with("az [vm]")).unwrap();
    let of = "az [vm] [run-command] [invoke] [--ids] [/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/aoai-vm]";
    assert!(call.starts_with(&format!("{of} [--command-id] [RunShellScript] [--scripts] [@")), "{call}");
}

#[test]
fn names_that_lead_elsewhere_are_seen() {
    let at = |address| World { address, ..World::default() };
    check(at(Some([203, 0, 113, 7])), &[], &[(1, "not linked to the machine's network")]);
    check(at(Some([10, 9, 9, 9])), &[], &[(1, "answers with the address of another endpoint")]);
    check(at(None), &[], &[(1, "has no record for the account")]);
}

#[test]
fn identities_that_are_missing_or_others_are_seen() {
    let no_identity = World { principal: None, ..World::default() };
    let unreached = "the script did not come so far";
    check(no_identity, &[], &[(2, "does not have the identity"), (3, unreached), (5, unreached)]);
    let another = World { principal: Some("another"), ..World::default() };
    check(another, &[], &[(2, "another identity than the one that is granted the role")]);
}

#[test]
fn a_role_that_comes_late_is_waited_for() {
    check(World { refusals: 1, ..World::default() }, &["--wait", "30"], &[]);
    check(World { refusals: usize::MAX, ..World::default() }, &[], &[(3, "takes up to 10 minutes")]);
}

#[test]
fn what_keeps_the_model_from_answering_is_seen() {
    check(World { model: "other", ..World::default() }, &[], &[(3, "the deployment of the model is missing")]);
    check(World { has_quota: false, ..World::default() }, &[], &[(3, "the quota of the deployment is used up")]);
    check(
        World { is_reachable: false, ..World::default() },
        &[],
        &[(3, "connection is not approved"), (5, "not known")],
    );
}

#[test]
fn doors_that_are_open_are_seen() {
    check(World { is_open: true, ..World::default() }, &[], &[(4, "set publicNetworkAccess to Disabled")]);
    check(World { takes_keys: true, ..World::default() }, &[], &[(5, "set disableLocalAuth")]);
}

#[test]
fn the_snippet_is_run_where_that_is_wanted() {
    let python = |end: &str| {
        format!(
            "#!/bin/sh\nmkdir -p \"$3/bin\"\ncp \"$MACHINE/bin/{end}\" \"$3/bin/python\"\ncp \"$MACHINE/bin/pip\" \"$3/bin/pip\"\n"
        )
    };
    let says = "#!/bin/sh\ngrep -q 'model=\"chat\"' \"$1\" && echo Hello\n";
    for (pip, end, expected) in [
        ("exit 0", "says", None),
        ("echo 'no route to host'; exit 1", "says", Some("no way to the package index")),
        ("exit 0", "fails", Some("the SDK has changed")),
    ] {
        let Some(machine) = Machine::in_world(World::default()) else { return };
        machine.tool("says", says);
        machine.tool("fails", "#!/bin/sh\necho 'ImportError: OpenAI'; exit 1\n");
        machine.tool("pip", &format!("#!/bin/sh\n{pip}\n"));
        machine.tool("python3", &python(end));
        let seen = machine.verify(&["--sdk", "--format", "json"]);
        let failures = failures(&serde_json::from_str(&seen.stdout).unwrap());
        let causes: Vec<_> =
            failures.iter().map(|(number, cause)| (*number, cause.contains(expected.unwrap()))).collect();
        assert_eq!(causes, expected.iter().map(|_| (6, true)).collect::<Vec<_>>(), "{failures:?} {seen:?}");
    }
}

/// `cargo test -p scenarios --test verify sdk -- --ignored`
#[test]
#[ignore = "installs the packages of today from PyPI"]
fn the_sdk_of_today_takes_the_snippet() {
    let Some(machine) = Machine::in_world(World::default()) else { return };
    machine.with_python();
    let seen = machine.verify(&["--sdk"]);
    let told = "6. ok     the Python SDK does the same\n          it says: Hello, \"world\"!\n";
    assert!(seen.stdout.contains(told), "{seen:?}");
}

/// What `az` does at a command, and what is told then.
#[track_caller]
fn check_error(command: &str, script: &str, message: &str) {
    let Some(machine) = Machine::in_world(World::default()) else { return };
    machine.put(command, script);
    let seen = machine.verify(&[]);
    assert_eq!((seen.exit, seen.stdout.as_str()), (Some(1), ""), "{seen:?}");
    assert!(seen.stderr.contains(message), "{}", seen.stderr);
}

#[test]
fn what_is_not_deployed_cannot_be_verified() {
    let error = "echo 'ERROR: (DeploymentNotFound) Deployment not found.' >&2; exit 3";
    check_error("deployment-group-show", error, "(DeploymentNotFound)");
    check_error(
        "deployment-group-show",
        "echo '{}'",
        "is not among what `example` has deployed to the resource group `rg`",
    );
    let stopped = "echo 'ERROR: (OperationNotAllowed) The VM is not running.' >&2; exit 1";
    check_error("vm-run-command-invoke", stopped, "(OperationNotAllowed) The VM is not running.");
    let broken = r#"echo '{"value": [{"message": "[stderr] sh: out of memory"}]}'"#;
    check_error(
        "vm-run-command-invoke",
        broken,
        "the script has told nothing; the machine says: [stderr] sh: out of memory",
    );
    check_error("resource-show", "echo '{\"properties\": {}}'", "`account` tells no endpoint");
}
