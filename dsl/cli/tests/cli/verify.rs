//! `verify` with a stand-in for `az`: what is asked of Azure before anything is run in the machine. The proofs themselves are
//! tested in `scenarios/tests/verify/`.

use indoc::indoc;

use crate::machine::Machine;

const GROUP: &str = "/subscriptions/0-0/resourceGroups/rg/providers";

/// A machine where the scenario `call` is deployed, and a model says hello.
pub(crate) fn machine() -> Machine {
    let machine = Machine::new();
    let ids = [
        "Microsoft.CognitiveServices/accounts/contoso",
        "Microsoft.CognitiveServices/accounts/contoso/deployments/chat",
        "Microsoft.ManagedIdentity/userAssignedIdentities/caller",
        "Microsoft.Compute/virtualMachines/vm",
        "Microsoft.Network/privateEndpoints/pe",
    ];
    let resources = ids.map(|id| format!(r#"{{"id": "{GROUP}/{id}"}}"#)).join(", ");
    machine.put("deployment-group-show", &format!(r#"echo '{{"properties": {{"outputResources": [{resources}]}}}}'"#));
    machine.put("stack-group-show", &format!(r#"echo '{{"resources": [{resources}]}}'"#));
    machine.put("resource-show", RESOURCES);
    machine.put("vm-run-command-invoke", MODEL);
    machine
}

const RESOURCES: &str = indoc! {r#"
    case "$*" in
      *subnets/endpoints*) echo '{"properties": {"addressPrefixes": ["10.7.0.0/24"]}}' ;;
      *accounts/contoso*) echo '{"properties": {"endpoints": {"OpenAI Language Model Instance API": "https://localhost/"}}}' ;;
      *Identities/caller*) echo '{"properties": {"principalId": "1-1", "clientId": "2-2"}}' ;;
      *privateEndpoints/pe*) echo '{"properties": {"subnet": {"id": "/subscriptions/0-0/subnets/endpoints"}}}' ;;
    esac
"#};

/// Keeps the script, and answers as it would where all is well.
const MODEL: &str = indoc! {r#"
    for word in "$@"; do case "$word" in @*) cat "${word#@}" > "$MACHINE/script" ;; esac; done
    facts='FACT addresses 10.7.0.9\nFACT principal 1-1\nFACT audience https://cognitiveservices.azure.com\n'
    facts="$facts"'FACT chat 200 Hello\nFACT key 403 AuthenticationTypeDisabled\nFACT sdk Hello\n'
    printf '{"value": [{"message": "[stdout]\\n%s"}]}' "$facts"
"#};

#[test]
fn what_the_graph_does_not_say_is_asked_of_azure() {
    for more in [&[][..], &["--stack"]] {
        let machine = machine();
        let seen = machine.run(&[&["verify", "call", "-g", "rg", "--format", "json"], more].concat());
        let record: serde_json::Value = serde_json::from_str(&seen.stdout).unwrap_or_else(|_| panic!("{seen:?}"));
        let holds: Vec<_> = record["proofs"].as_array().unwrap().iter().map(|proof| proof["holds"] == true).collect();
        assert_eq!(holds, [true; 5], "{seen:?}");
        assert_eq!(record["proofs"][0]["seen"], "localhost is 10.7.0.9, the endpoint's subnet is 10.7.0.0/24");
        assert!(record["snippet"].as_str().unwrap().contains("managed_identity_client_id=\"2-2\""), "{record}");
        assert!(machine.read("script").contains("&client_id=2-2'\n"), "{}", machine.read("script"));
    }
}

#[test]
fn a_resource_that_is_missing_is_named() {
    let machine = machine();
    machine.put("deployment-group-show", r#"echo '{"properties": {"outputResources": []}}'"#);
    let seen = machine.run(&["verify", "call", "-g", "rg"]);
    assert_eq!((seen.exit, seen.stdout.as_str()), (Some(1), ""));
    let message = "error: `vm` is not among what `call` has deployed to the resource group `rg`\n";
    assert!(seen.stderr.ends_with(message), "{}", seen.stderr);
}
