//! Judges what was seen from inside of the machine: what holds, and what is likely wrong where it does not. It must not know
//! how the facts came here.

use std::net::Ipv4Addr;

use crate::address::is_in;
use crate::answer::Facts;
use crate::{Proof, RESOURCE};

/// What there is to see where all is well.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The host name of the account.
    pub host: String,
    /// The ranges of the private endpoint's subnet.
    pub ranges: Vec<String>,
    /// The object id of the identity that is granted the role.
    pub principal: String,
}

/// The four proofs from inside, and with `sdk` a fifth one, from what the scripts have printed.
pub fn judge(output: &str, sdk: Option<&str>, expected: &Expected) -> Vec<Proof> {
    let facts = Facts::of(output);
    let mut proofs = vec![address(&facts, expected), token(&facts, expected), chat(&facts), key(&facts)];
    proofs.extend(sdk.map(|output| python(&Facts::of(output))));
    proofs
}

const NOT_REACHED: &str = "the script did not come so far: what failed before it has to be mended first";

fn address(facts: &Facts<'_>, expected: &Expected) -> Proof {
    const CLAIM: &str = "the host name leads to the private endpoint";
    let Some(seen) = facts.get("addresses") else { return Proof::fails(CLAIM, "nothing", NOT_REACHED) };
    let (host, ranges) = (&expected.host, expected.ranges.join(", "));
    let addresses: Vec<Ipv4Addr> = seen.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let is_ours = |address: &Ipv4Addr| expected.ranges.iter().any(|range| is_in(*address, range));
    let told = format!("{host} is {seen}, the endpoint's subnet is {ranges}");
    if addresses.is_empty() {
        let cause = "the private zone is linked to the network, and has no record for the account: the endpoint is not \
                     registered in it (its zone group), or the account has another name";
        return Proof::fails(CLAIM, format!("{host} has no address"), cause);
    }
    if addresses.iter().all(is_ours) {
        return Proof::holds(CLAIM, told);
    }
    Proof::fails(CLAIM, told, if addresses.iter().all(Ipv4Addr::is_private) { ELSEWHERE } else { NOT_LINKED })
}

const ELSEWHERE: &str =
    "another private zone, or a server for names of your own, answers with the address of another endpoint";

const NOT_LINKED: &str = "the private zone is not linked to the machine's network, or that network asks a server for names of \
                          your own, which does not ask Azure";

fn token(facts: &Facts<'_>, expected: &Expected) -> Proof {
    const CLAIM: &str = "the machine gets a token for its identity";
    if let Some(reply) = facts.get("refused") {
        return Proof::fails(
            CLAIM,
            reply,
            "the machine does not have the identity that the graph gives it: deploy it again",
        );
    }
    let (Some(principal), Some(audience)) = (facts.get("principal"), facts.get("audience")) else {
        return Proof::fails(CLAIM, "nothing", NOT_REACHED);
    };
    let seen = format!("a token of {principal} for {audience}");
    if principal != expected.principal {
        let cause =
            format!("the machine has another identity than the one that is granted the role, {}", expected.principal);
        return Proof::fails(CLAIM, seen, cause);
    }
    if audience.trim_end_matches('/') != RESOURCE {
        return Proof::fails(CLAIM, seen, format!("the token is for somebody else than {RESOURCE}"));
    }
    Proof::holds(CLAIM, seen)
}

fn chat(facts: &Facts<'_>) -> Proof {
    const CLAIM: &str = "the model answers without a key";
    let Some((status, text)) = facts.status("chat") else { return Proof::fails(CLAIM, "nothing", NOT_REACHED) };
    if status == "200" {
        return Proof::holds(CLAIM, format!("it says: {text}"));
    }
    let waited = facts.get("waited").unwrap_or("0");
    Proof::fails(CLAIM, format!("{} after {waited} s: {text}", shown(status)), cause_of(status, text))
}

fn cause_of(status: &str, text: &str) -> &'static str {
    match status {
        "000" => {
            "nothing answers at the private address: the endpoint's connection is not approved, or a security group \
                  keeps the machine from it"
        }
        "401" => {
            "the role is not there yet: a new one takes up to 10 minutes, so try again; else it is granted to another \
                  identity, or is another role"
        }
        "403" if crate::outside::is_about_network(text) => NOT_LINKED,
        "403" => "the role does not allow it: take one for calling models, such as Cognitive Services OpenAI User",
        "404" => "the deployment of the model is missing: it has another name, or is not ready yet",
        "429" => "the quota of the deployment is used up: wait, or give it more capacity",
        _ => "the service is in trouble: try again, and see https://azure.status.microsoft",
    }
}

fn key(facts: &Facts<'_>) -> Proof {
    const CLAIM: &str = "keys are refused";
    let Some((status, text)) = facts.status("key") else { return Proof::fails(CLAIM, "nothing", NOT_REACHED) };
    let seen = format!("{}: {text}", shown(status));
    let is_off =
        ["AuthenticationTypeDisabled", "Key based authentication is disabled"].iter().any(|it| text.contains(it));
    match status {
        "401" | "403" if is_off => Proof::holds(CLAIM, seen),
        "401" => Proof::fails(CLAIM, seen, "keys are on: a right one would be taken, so set disableLocalAuth"),
        "000" => Proof::fails(CLAIM, seen, "nothing answers, so it is not known: mend that first"),
        _ => Proof::fails(CLAIM, seen, "the account does not say that keys are off: look at its disableLocalAuth"),
    }
}

fn python(facts: &Facts<'_>) -> Proof {
    const CLAIM: &str = "the Python SDK does the same";
    if let Some(text) = facts.get("sdk") {
        return Proof::holds(CLAIM, format!("it says: {text}"));
    }
    match (facts.get("packages"), facts.get("failed")) {
        (Some(log), _) => {
            let cause = "the machine has no way to the package index: give its network a NAT gateway, or put the packages \
                         into its image";
            Proof::fails(CLAIM, log, cause)
        }
        (_, Some(log)) => Proof::fails(CLAIM, log, "see the proofs above; if they hold, the SDK has changed"),
        _ => Proof::fails(CLAIM, "nothing", NOT_REACHED),
    }
}

/// A status as people say it.
fn shown(status: &str) -> String {
    if status == "000" { "no answer".to_owned() } else { format!("HTTP {status}") }
}
