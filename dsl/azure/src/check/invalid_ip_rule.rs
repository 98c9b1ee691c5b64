//! `invalid-ip-rule`: a storage account lets in addresses that Azure does not take there.

use dsl::{Check, Facts, Finding, Page, Piece, ResourceFacts, Rule, Severity, ValueFacts};

use super::range::Range;

/// A storage account lets in addresses that Azure does not take there.
pub const INVALID_IP_RULE: Check = Check::new(&Page {
    id: "invalid-ip-rule",
    severity: Severity::Error,
    summary: "A storage account lets in a range of one or two addresses, or addresses of private networks.",
    why: "Azure refuses the account: it takes single addresses without a prefix, ranges of four addresses or more, and only those of the internet.",
    help: "write a single address without its prefix; let private networks in by a private endpoint or their subnets",
    constant: Some("azure::check::INVALID_IP_RULE"),
    wrong: example!("invalid_ip_rule.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        Storage::new("stcontoso", &location)
            .shared_keys()
            .public_access_from(["203.0.113.7/32"])
            .allow(azure::check::KEY_ACCESS, "the printers know keys only")
            .add(g, "storage");
    }),
    right: example!("invalid_ip_rule.rs", |g| {
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        Storage::new("stcontoso", &location)
            .shared_keys()
            .public_access_from(["203.0.113.7"])
            .allow(azure::check::KEY_ACCESS, "the printers know keys only")
            .add(g, "storage");
    }),
});

pub(super) const RULE: Rule = Rule { check: INVALID_IP_RULE, run };

const ACCOUNT: &str = "Microsoft.Storage/storageAccounts";

/// The ranges of private networks.
const PRIVATE: &[&str] = &["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let sets: Vec<_> = std::iter::once(None).chain(facts.parameter_sets().map(Some)).collect();
    for account in facts.resources(ACCOUNT).filter(ResourceFacts::is_deployed) {
        for rule in account.body().items_at("properties.networkAcls.ipRules") {
            let wrong = rule.at("value").and_then(|range| sets.iter().find_map(|set| fault(&range, *set)));
            findings.extend(wrong.map(|(message, help)| finding(&account, &message, help)));
        }
    }
}

/// What is wrong about a range, as it is by a parameter set, and what to do.
fn fault(range: &ValueFacts<'_>, set: Option<&str>) -> Option<(String, String)> {
    let pieces = range.pieces(set);
    let [Piece::Text(text)] = &pieces[..] else { return None };
    let whole = if text.contains('/') { text.clone() } else { format!("{text}/32") };
    let addresses = Range::parse(&whole)?;
    let is_private = PRIVATE.iter().filter_map(|it| Range::parse(it)).any(|it| it.overlaps(&addresses));
    let by = set.map_or_else(String::new, |set| format!(" by the parameter set `{set}`"));
    if is_private {
        let help = "let it in by a private endpoint or by its subnet".to_owned();
        Some((format!("`{text}`{by}, which is of private networks"), help))
    } else if whole == *text && addresses.size() <= 2 && !text.contains(':') {
        let address = text.split('/').next().unwrap_or_default();
        let help = format!("write single addresses without a prefix: `{address}`");
        Some((format!("`{text}`{by}, and takes no range of fewer than four addresses"), help))
    } else {
        None
    }
}

fn finding(account: &ResourceFacts<'_>, what: &str, help: String) -> Finding {
    account.finding(INVALID_IP_RULE, format!("`{}` lets in {what}", account.symbol())).help(help)
}
