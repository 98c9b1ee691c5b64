//! `deploy` with a stand-in for `az`: how it is called, what is asked and shown, and what comes of every fault.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use compiler::Gate;
use indoc::indoc;

use crate::machine::{LOOKS, Machine, PREFIX, SECRET, Shown};

/// Without the folder of the files, whose name is made up.
pub(crate) fn without_folder(calls: &str) -> String {
    let mut parts = calls.split("MACHINE/scenarios-");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |calls, part| calls + part.splitn(3, '/').last().unwrap_or_default())
}

/// Runs `deploy`, and compares how it ends and the calls after those that look around.
#[track_caller]
fn check(machine: &Machine, args: &[&str], exit: i32, calls: &str) -> Shown {
    let shown = machine.run(&[&["deploy"], args].concat());
    assert_eq!(shown.exit, Some(exit), "{shown:?}");
    let seen = without_folder(&machine.calls());
    let rest = seen.strip_prefix("az [version] [--output] [json]\n").unwrap_or(&seen);
    let rest = rest.strip_prefix("az [account] [show] [--output] [json]\n").unwrap_or(rest);
    assert_eq!(rest, calls);
    shown
}

const CREATES: &str = indoc! {"
    az [group] [exists] [--name] [rg-networks] [--output] [json]
    az [deployment] [group] [create] [--name] [networks] [--resource-group] [rg-networks] [--parameters] [main.bicepparam] [--no-prompt] [--output] [json]
"};

#[test]
fn a_scenario_is_deployed_and_its_outputs_are_printed() {
    let machine = Machine::new();
    let outputs = r#"{"properties": {"outputs": {"endpoint": {"type": "String", "value": "https://contoso"}}}}"#;
    machine.put("deployment-group-create", &format!("echo '{outputs}'"));
    let shown = check(&machine, &["networks", "--yes"], 0, CREATES);
    assert_eq!(shown.stdout, "endpoint = https://contoso\n");
    assert!(shown.stderr.contains("the resource group `rg-networks` of `Contoso` (0-0)\n"), "{}", shown.stderr);
    assert!(shown.stderr.contains("note: the files are not linted, for the official Bicep compiler was not found"));

    let shown = machine.run(&["deploy", "networks", "--yes", "--format", "json"]);
    let record: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(record["outputs"]["endpoint"], "https://contoso");
}

#[test]
fn every_scope_has_its_command() {
    let create = |args: &[&str]| {
        let machine = Machine::new();
        assert_eq!(machine.run(&[&["deploy", "--yes", "-l", "japaneast"], args].concat()).exit, Some(0));
        let calls = without_folder(&machine.calls());
        calls.lines().last().unwrap().replace(" [--no-prompt] [--output] [json]", "")
    };
    let place = "[--location] [japaneast] [--template-file] [main.bicep]";
    let landing = create(&["landing", "--subscription", "Contoso Test"]);
    let of = "[--subscription] [Contoso Test]";
    assert_eq!(landing, format!("az [deployment] [sub] [create] [--name] [landing] {of} {place}"));
    let policies = create(&["policies", "-m", "root"]);
    let of = "[--management-group-id] [root]";
    assert_eq!(policies, format!("az [deployment] [mg] [create] [--name] [policies] {of} {place}"));
    let everything = create(&["everything"]);
    assert_eq!(everything, format!("az [deployment] [tenant] [create] [--name] [everything] {place}"));
    let stack = create(&["landing", "--stack"]);
    let manner = "[--deny-settings-mode] [none] [--action-on-unmanage] [detachAll] [--yes] [--output] [json]";
    assert_eq!(stack, format!("az [stack] [sub] [create] [--name] [landing] {place} {manner}"));
}

#[test]
fn a_missing_group_is_made_only_where_that_is_asked_for() {
    let machine = Machine::new();
    machine.put("group-exists", "echo false");
    let exists = "az [group] [exists] [--name] [rg-plain] [--output] [json]\n";
    let shown = check(&machine, &["plain", "--yes"], 1, exists);
    assert!(shown.stderr.contains("add --create-resource-group --location L"), "{}", shown.stderr);

    let machine = Machine::new();
    machine.put("group-exists", "echo false");
    let args = ["plain", "--yes", "--create-resource-group", "-l", "japaneast", "-g", "rg plain"];
    let calls = indoc! {"
        az [group] [exists] [--name] [rg plain] [--output] [json]
        az [group] [create] [--name] [rg plain] [--location] [japaneast] [--output] [json]
        az [deployment] [group] [create] [--name] [plain] [--resource-group] [rg plain] [--template-file] [main.bicep] [--no-prompt] [--output] [json]
    "};
    check(&machine, &args, 0, calls);
}

#[test]
fn what_if_only_shows() {
    let machine = Machine::new();
    machine.put("deployment-group-what-if", "echo '+ Microsoft.Network/privateDnsZones/contoso.internal'");
    let calls = indoc! {"
        az [group] [exists] [--name] [rg-plain] [--output] [json]
        az [deployment] [group] [what-if] [--name] [plain] [--resource-group] [rg-plain] [--template-file] [main.bicep] [--no-prompt] [--exclude-change-types] [Ignore] [NoChange]
    "};
    let shown = check(&machine, &["plain", "--what-if"], 0, calls);
    assert_eq!(shown.stdout, "+ Microsoft.Network/privateDnsZones/contoso.internal\n");
}

/// Runs `deploy plain` at a terminal, where somebody types; none where there is no `script` to make one.
fn type_at_terminal(machine: &Machine, answer: &str) -> Option<String> {
    Command::new("script").arg("--version").output().ok()?;
    let program = format!("{} deploy plain", env!("CARGO_BIN_EXE_sample"));
    let mut script = Command::new("script");
    script.args(["-qec", &program, "/dev/null"]).env("AZ", machine.path("az")).env("MACHINE", machine.path(""));
    let mut script = script
        .env("BICEP", "none")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = script.stdin.take().unwrap();
    thread::sleep(Duration::from_millis(300));
    std::io::Write::write_all(&mut stdin, answer.as_bytes()).unwrap();
    Some(String::from_utf8_lossy(&script.wait_with_output().unwrap().stdout).into_owned())
}

#[test]
fn what_would_change_is_shown_before_it_is_asked() {
    let machine = Machine::new();
    machine.put("deployment-group-what-if", "echo '+ zone'");
    let Some(seen) = type_at_terminal(&machine, "n\n") else { return };
    assert!(
        seen.contains("\u{1b}[32m+ zone\u{1b}[0m\r\nDeploy `plain` to the resource group `rg-plain`? [y/N]\r\n"),
        "{seen}"
    );
    assert!(seen.ends_with("nothing was changed\r\n"), "{seen}");
    assert!(!machine.calls().contains("[create]"));
    type_at_terminal(&machine, "y\n");
    assert!(machine.calls().contains("[create]"), "{}", machine.calls());
}

#[test]
fn azures_errors_are_shown_at_the_line_that_made_the_resource() {
    let machine = Machine::new();
    let id = "/subscriptions/0-0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/contoso-spoke";
    let inner = format!(r#"{{"code": "QuotaExceeded", "message": "No more networks.", "target": "{id}"}}"#);
    let error = format!(r#"{{"error": {{"code": "DeploymentFailed", "message": "See.", "details": [{inner}]}}}}"#);
    machine.put("deployment-group-create", &format!("echo 'ERROR: {error}' >&2; exit 1"));
    let shown = check(&machine, &["networks", "--yes"], 1, CREATES);
    let drawing = shown.stderr.split("error[").nth(1).unwrap();
    assert!(drawing.starts_with("QuotaExceeded]: No more networks.\n"), "{drawing}");
    let parts = [
        "dsl/cli/tests/sample/program.rs:",
        ".add(g, symbol);",
        "^^^ spoke, Microsoft.Network/virtualNetworks `contoso-spoke`",
    ];
    assert!(parts.iter().all(|part| drawing.contains(part)), "{drawing}");
    assert!(drawing.contains("help: the subscription has no quota left"), "{drawing}");
    assert!(shown.stderr.ends_with("what was made before stays in it\n"), "{}", shown.stderr);
}

#[test]
fn an_error_without_a_resource_is_looked_up_in_the_operations() {
    let machine = Machine::new();
    machine.put("deployment-group-create", "echo 'ERROR: (DeploymentFailed) See.' >&2; exit 1");
    let target = "/subscriptions/0-0/resourceGroups/rg/providers/Microsoft.Sql/servers/contoso-server";
    let message = r#"{"error": {"code": "Conflict", "message": "Taken."}}"#;
    let properties = format!(
        r#"{{"provisioningState": "Failed", "targetResource": {{"id": "{target}"}}, "statusMessage": {message}}}"#
    );
    machine.put("deployment-operation-group-list", &format!(r#"echo '[{{"properties": {properties}}}]'"#));
    let shown = check(&machine, &["networks", "--yes"], 1, CREATES);
    assert!(shown.stderr.contains("error[Conflict]: Taken.\n"), "{}", shown.stderr);
    assert!(shown.stderr.contains("^^^ server, Microsoft.Sql/servers `contoso-server`"), "{}", shown.stderr);
}

#[test]
fn progress_is_told_while_azure_works() {
    let machine = Machine::new();
    let begins = "touch \"$MACHINE/begun\"; echo 'WARNING: a new version' >&2; sleep 5; echo '{}'";
    machine.put("deployment-group-create", begins);
    let operation = |operation: &str, state: &str| {
        let id = "/subscriptions/0-0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/contoso-hub";
        let properties = format!(r#"{{"provisioningState": "{state}", "targetResource": {{"id": "{id}"}}}}"#);
        format!(r#"{{"operationId": "{operation}", "properties": {properties}}}"#)
    };
    // The operations of the deployment before are there until the new one begins, and a little longer.
    let (old, new) = (operation("1", "Failed"), operation("2", "Running"));
    machine.put(
        "deployment-operation-group-list",
        &format!("test -f \"$MACHINE/begun\" && echo '[{old}, {new}]' || echo '[{old}]'"),
    );
    let shown = check(&machine, &["networks", "--yes"], 0, CREATES);
    let told = "  Running      hub (Microsoft.Network/virtualNetworks `contoso-hub`)\n";
    assert!(shown.stderr.contains(told) && shown.stderr.contains("WARNING: a new version\n"), "{}", shown.stderr);
    assert!(!shown.stderr.contains("  Failed "), "{}", shown.stderr);
}

#[test]
fn what_is_refused_before_it_begins_has_no_operations() {
    let machine = Machine::new();
    machine.put("deployment-group-create", "echo 'ERROR: (InvalidTemplate) No.' >&2; exit 1");
    machine.put(
        "deployment-operation-group-list",
        "touch \"$MACHINE/asked-$(grep -c operation \"$MACHINE/calls\")\"; echo '[]'",
    );
    let shown = check(&machine, &["networks", "--yes"], 1, CREATES);
    assert!(shown.stderr.contains("error[InvalidTemplate]: No.\n"), "{}", shown.stderr);
    assert!(machine.path("asked-1").exists() && !machine.path("asked-2").exists(), "{}", machine.read("calls"));

    machine.put("deployment-group-what-if", "echo 'ERROR: (InvalidTemplate) No.' >&2; exit 1");
    let shown = machine.run(&["deploy", "networks", "--what-if"]);
    assert_eq!(shown.exit, Some(1));
    assert!(shown.stderr.ends_with("; nothing was changed\n"), "{}", shown.stderr);
}

#[test]
fn a_graph_with_errors_is_not_deployed() {
    let machine = Machine::new();
    let shown = machine.run(&["deploy", "faulty", "--yes"]);
    assert_eq!((shown.exit, machine.calls().as_str()), (Some(1), LOOKS));
    assert!(shown.stderr.contains("error[duplicate-resource]"), "{}", shown.stderr);
}

#[test]
fn what_the_compiler_refuses_is_not_deployed() {
    let Some(gate) = Gate::shared() else { return };
    drop(gate);
    let machine = Machine::new();
    let run = |name| {
        let mut program = machine.program(&["deploy", name, "--yes"]);
        program.env("BICEP", compiler::locate().unwrap()).env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        machine.seen(program.output().unwrap())
    };
    let shown = run("refused");
    assert_eq!((shown.exit, machine.calls().as_str()), (Some(1), LOOKS));
    assert!(shown.stderr.contains("printed at main.bicep:6:23"), "{}", shown.stderr);
    assert!(
        shown.stderr.ends_with("error: the compiler refuses the files; nothing was deployed\n"),
        "{}",
        shown.stderr
    );
    let shown = run("networks");
    assert_eq!(shown.exit, Some(0), "{}", shown.stderr);
    assert!(shown.stderr.contains("warning[no-hardcoded-location]: "), "a warning is shown: {}", shown.stderr);
}

#[test]
fn values_reach_azure_unchanged_and_a_secret_is_nowhere_else() {
    let machine = Machine::new();
    let leak = r#"echo "ERROR: (Conflict) $CONNECTION" >&2; exit 1"#;
    machine.put(
        "deployment-group-create",
        &format!(
            r#"printf %s "$PREFIX" > "$MACHINE/prefix"; printf %s "$CONNECTION" | wc -c > "$MACHINE/length"; {leak}"#
        ),
    );
    let out = machine.path("out");
    let shown = machine.run(&["deploy", "networks", "--yes", "--out-dir", out.to_str().unwrap()]);
    assert_eq!(machine.read("prefix"), PREFIX);
    assert_eq!(machine.read("length").trim(), SECRET.len().to_string());
    assert!(shown.stderr.contains("(secret)"), "{}", shown.stderr);
    let everything = format!("{}{}{}", shown.stdout, shown.stderr, machine.left());
    for part in SECRET.lines() {
        assert!(!everything.contains(part), "{part}: {everything}");
    }
    assert!(!machine.path("pwned").exists() && machine.path("out/networks/main.bicepparam").is_file());
    assert!(machine.read("processes").contains("deployment group create"), "{}", machine.read("processes"));
}

/// Runs until `az` is called with a word, interrupts the program alone, and returns what is seen, and how long that took.
fn interrupt(machine: &Machine, word: &str) -> (Shown, Duration) {
    let program = machine.program(&["deploy", "networks", "--yes"]).spawn().unwrap();
    let start = Instant::now();
    while !machine.calls().contains(word) && start.elapsed() < Duration::from_secs(20) {
        thread::sleep(Duration::from_millis(20));
    }
    thread::sleep(Duration::from_millis(200));
    let (pid, start) = (program.id().to_string(), Instant::now());
    Command::new("kill").args(["-INT", &pid]).status().unwrap();
    let shown = machine.seen(program.wait_with_output().unwrap());
    (shown, start.elapsed())
}

#[test]
fn an_interrupt_goes_on_to_az_and_the_state_is_told() {
    let machine = Machine::new();
    machine.put("deployment-group-create", "trap 'echo heard > \"$MACHINE/heard\"; exit 1' INT; sleep 60 & wait");
    let (shown, took) = interrupt(&machine, "[create]");
    assert_eq!((shown.exit, machine.read("heard").as_str()), (Some(1), "heard\n"));
    assert!(took < Duration::from_secs(8), "{took:?}");
    let state = concat!(
        "\n  what was begun goes on in Azure",
        "\n  see it by: az deployment group show --name networks --resource-group rg-networks",
        "\n  end it by: az deployment group cancel --name networks --resource-group rg-networks\n",
    );
    assert!(shown.stderr.ends_with(state), "{}", shown.stderr);
}

#[test]
fn an_interrupt_ends_a_program_that_hangs() {
    let machine = Machine::new();
    machine.put("account-show", "sleep 60");
    let (shown, took) = interrupt(&machine, "[account]");
    assert_eq!(shown.exit, Some(1));
    assert!(shown.stderr.contains("error: interrupted during `az account show`\n"), "{}", shown.stderr);
    assert!(took < Duration::from_secs(8), "{took:?}");
    assert!(!machine.calls().contains("[create]"));
}

#[test]
fn a_reader_that_is_gone_is_no_error() {
    let machine = Machine::new();
    machine.put("deployment-group-create", r#"echo '{"properties": {"outputs": {"a": {"value": 1}}}}'"#);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = machine.program(&["deploy", "networks", "--yes"]).stdout(writer).output().unwrap();
    assert_eq!(machine.seen(output).exit, Some(0));
}

#[test]
fn faults_of_az_say_what_to_do() {
    let faults = [
        (
            "version",
            r#"echo '{"azure-cli": "2.0.81"}'"#,
            "is the oldest that has all commands\n  help: run: az upgrade\n",
        ),
        (
            "account-show",
            "echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1",
            "  help: run: az login\n",
        ),
        ("group-exists", "echo maybe", "`az group exists --name rg-networks` answered what is not understood ("),
        ("deployment-group-create", "echo '{'", "answered what is not understood (EOF"),
        (
            "deployment-group-create",
            "echo 'no such thing' >&2; exit 3",
            "failed (exit code 3): no such thing\n  help: run it by hand",
        ),
    ];
    for (command, script, message) in faults {
        let machine = Machine::new();
        machine.put(command, script);
        let shown = machine.run(&["deploy", "networks", "--yes"]);
        assert_eq!((shown.exit, shown.stdout.as_str()), (Some(1), ""), "{command}");
        assert!(shown.stderr.contains(message), "{command}: {}", shown.stderr);
    }
}

#[test]
fn the_command_lines_of_every_scope_can_be_printed() {
    let machine = Machine::new();
    let out_dir = machine.path("out");
    let check = |args: &[&str], expected: &[&str]| {
        let shown = machine.run(&[&["deploy", "--print", "--out-dir", out_dir.to_str().unwrap()], args].concat());
        assert_eq!((shown.exit, shown.stdout.lines().collect::<Vec<_>>()), (Some(0), expected.to_vec()), "{shown:?}");
    };
    let exclude = "--no-prompt --exclude-change-types Ignore NoChange";
    let files = "--parameters MACHINE/out/networks/main.bicepparam";
    check(
        &["networks", "-l", "japaneast", "--layout", "sharded"],
        &[
            "az group create --name rg-networks --location japaneast",
            &format!("az deployment group what-if --name networks --resource-group rg-networks {files} {exclude}"),
            &format!("az deployment group create --name networks --resource-group rg-networks {files} --no-prompt"),
        ],
    );
    let files = "--location japaneast --template-file MACHINE/out/landing/main.bicep";
    check(
        &["landing", "-l", "japaneast", "--stack"],
        &[
            &format!("az deployment sub what-if --name landing {files} {exclude}"),
            &format!(
                "az stack sub create --name landing {files} --deny-settings-mode none --action-on-unmanage detachAll --yes"
            ),
        ],
    );
    let files = "--location japaneast --template-file MACHINE/out/policies/main.bicep";
    let place = "--name policies --management-group-id contoso";
    check(
        &["policies", "-l", "japaneast", "-m", "contoso"],
        &[
            &format!("az deployment mg what-if {place} {files} {exclude}"),
            &format!("az deployment mg create {place} {files} --no-prompt"),
        ],
    );
    assert_eq!(machine.calls(), "", "nothing is run");
    assert!(machine.path("out/networks/main.bicep").exists());
}
