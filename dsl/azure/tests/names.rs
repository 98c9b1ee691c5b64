//! Names and ranges of addresses that Azure does not take: the rules for names agree with Azure's data, and the check of the
//! graph finds what the compiler of Rust could not see.

use azure::check::INVALID_NAME;
use azure::key_vault::Vault;
use azure::name;
use azure::name::{InData, NameRule, RULES, rule_of};
use azure::network::{Subnet, SubnetPropertiesFormat, VirtualNetwork};
use azure::prelude::*;
use azure::storage::{BlobService, Container, StorageAccount};
use dsl::{ParamBuilder, raw};
use types::{Text, Type};

use self::snapshot::{assert_snapshot, findings};

#[path = "../../tests/common/snapshot.rs"]
mod snapshot;

/// What Azure's data says about the names of a type.
fn data(ty: &str) -> Option<Text> {
    let (provider, resource) = types::find_shared(ty, None).ok()?;
    let Type::Object(body) = &provider[resource.body] else { return None };
    let name = body.properties.iter().find(|property| property.name == "name")?;
    match &provider[name.ty] {
        Type::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// Names of every length, and with every character of ASCII at either end and between.
fn probes(rule: &NameRule) -> Vec<String> {
    let lengths = (0..=rule.max + 1).map(|length| "a".repeat(length as usize));
    let rest = "a".repeat((rule.min as usize).max(4) - 1);
    let characters = (' '..='~').flat_map(|character| {
        [format!("{character}{rest}"), format!("{rest}{character}"), format!("a{character}{}", &rest[1..])]
    });
    lengths.chain(characters).collect()
}

/// Where a rule and the data differ about a name.
fn differences(rule: &NameRule, data: &Text) -> Vec<String> {
    let pattern =
        data.pattern.as_deref().map(|pattern| regress::Regex::new(pattern).expect("patterns of the data are valid"));
    let has_data_length = |name: &str| {
        let bounds = data.min_length.unwrap_or(0)..=data.max_length.unwrap_or(u64::MAX);
        bounds.contains(&(name.chars().count() as u64))
    };
    let is_taken = |name: &str| has_data_length(name) && pattern.as_ref().is_none_or(|it| it.find(name).is_some());
    let too_much = |name: &String| match (rule.accepts(name), is_taken(name)) {
        (true, false) => Some(format!("only the rule of `{}` takes `{name}`: {data:?}", rule.ty)),
        // What the data is said to know it refuses.
        (false, true) if rule.in_data == InData::Pattern => Some(format!("only the data takes `{name}`: {data:?}")),
        _ => None,
    };
    probes(rule).iter().filter_map(too_much).collect()
}

#[test]
fn rules_agree_with_the_data() {
    let mut found = Vec::new();
    for rule in RULES {
        assert!(probes(rule).iter().filter(|name| rule.accepts(name)).count() > 30, "{}", rule.ty);
        let Some(data) = data(rule.ty) else { continue };
        let is_length_same = (data.min_length, data.max_length) == (Some(rule.min.into()), Some(rule.max.into()));
        if rule.in_data != InData::Pattern && (rule.in_data == InData::Length) != is_length_same {
            found.push(format!("whether lengths are in the data: {} {data:?}", rule.ty));
        }
        found.extend(differences(rule, &data).into_iter().take(4));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_rules_are_in_order_and_of_known_types() {
    let types: Vec<_> = RULES.iter().map(|rule| rule.ty.to_ascii_lowercase()).collect();
    assert!(types.is_sorted() && types.windows(2).all(|pair| pair[0] != pair[1]), "{types:?}");
    for rule in RULES {
        assert!(types::find_shared(rule.ty, None).is_ok_and(|(_, it)| it.name == rule.ty), "{}", rule.ty);
        assert!(rule_of(&rule.ty.to_uppercase()).is_some());
    }
}

#[test]
fn a_checked_name_is_a_text() {
    let mut g = Graph::<ResourceGroup>::new();
    let account = StorageAccount::existing(name!(StorageAccount, "contosodata")).add(&mut g, "account");
    g.output("name", name!(Vault, "contoso-vault")).describe("Name of a vault.");
    g.output("id", account.id()).describe("Id of the account.");
    let text = g.to_bicep().unwrap_or_else(|report| panic!("{report}"));
    assert!(text.contains("name: 'contosodata'") && text.contains("= 'contoso-vault'"), "{text}");
    assert_eq!(name!(Vault, "contoso-vault").text(), "contoso-vault");
}

#[test]
fn names_that_azure_does_not_take_are_found() {
    let text = findings(|g| {
        let prefix = g.param("prefix").default("dev").length(2..=12).describe("Prefix of every resource name.");
        let vaults = [
            Vault::existing("contoso--vault"),
            Vault::existing("a-name-that-is-longer-than-any-vault"),
            Vault::existing(&prefix + "_vault"),
            Vault::existing("1" + &prefix),
            Vault::existing(&prefix + "-"),
            Vault::existing(&prefix + "-kv").allow(INVALID_NAME, "not needed"),
        ];
        for (index, vault) in vaults.into_iter().enumerate() {
            let vault = vault.add(g, format!("vault{index}"));
            g.output(format!("id{index}"), vault.id()).describe("Id of a vault.");
        }
        VirtualNetwork::new("-net", "japaneast").add(g, "network");
        StorageAccount::existing("Contoso").where_used().add(g, "account");
    });
    assert_snapshot("rule-invalid-name", &text);
}

#[test]
fn names_of_nested_things_are_judged_too() {
    let text = findings(|g| {
        let account = StorageAccount::existing("stcontoso").add(g, "account");
        let blobs = BlobService::existing(&account).nested().add(g, "blobs");
        for (symbol, name) in
            [("capitals", "Reports"), ("dashes", "old--reports"), ("site", "$web"), ("fine", "new-reports")]
        {
            Container::new(&blobs, name).nested().add(g, symbol);
        }
        let long = "Microsoft.Storage/storageAccounts/fileServices/shares@2026-09-01";
        raw(long, "stcontoso/default/Team_Files").add(g, "share");
        raw(long, "stcontoso/default/team-files").add(g, "fineShare");
        let suffix = g.param("suffix").length(1..=4).describe("End of the name of the share.");
        raw(long, "stcontoso/default/Old" + &suffix).add(g, "oldShare");
        let bus = azure::service_bus::Namespace::existing("sb-contoso").add(g, "bus");
        azure::service_bus::Queue::new(&bus, "-orders").nested().add(g, "orders");
    });
    assert_snapshot("rule-invalid-nested-name", &text);
}

/// The name of a vault, and the value that a parameter set gives to the param in it.
fn vault(g: &mut Graph<ResourceGroup>, default: Option<&'static str>, given: Option<&'static str>) {
    let prefix = g.param("prefix").length(2..=12);
    let prefix = default.into_iter().fold(prefix, ParamBuilder::default);
    let prefix = prefix.describe("Prefix of every resource name.");
    let sku = azure::key_vault::Sku::new("A", azure::key_vault::SkuName::Standard);
    let properties = azure::key_vault::VaultProperties::new("00000000-0000-0000-0000-000000000001", sku);
    Vault::new(&prefix + "-kv", "japaneast", properties).add(g, "vault");
    if let Some(given) = given {
        g.parameter_set("dev").value(&prefix, given);
    }
}

#[test]
fn names_are_judged_as_defaults_and_parameter_sets_make_them() {
    for (default, given) in [(Some("1dev"), None), (None, Some("dev_1")), (Some("dev"), Some("dev-"))] {
        let text = findings(|g| vault(g, default, given));
        assert!(text.contains("error[invalid-name]") && text.contains("1 problem"), "{default:?} {given:?}: {text}");
    }
    for (default, given) in [(Some("dev"), None), (None, Some("dev")), (Some("dev"), Some("test")), (None, None)] {
        let mut g = Graph::new();
        vault(&mut g, default, given);
        g.check().unwrap_or_else(|report| panic!("{default:?} {given:?}: {report}"));
    }
    let text = findings(|g| vault(g, None, Some("1dev")));
    assert_snapshot("rule-invalid-name-of-set", &text);
}

#[test]
fn a_param_may_not_make_a_name_too_long() {
    let vault = |g: &mut Graph<ResourceGroup>, longest: i64| {
        let prefix = g.param("prefix").length(2..=longest).describe("Prefix of every resource name.");
        let sku = azure::key_vault::Sku::new("A", azure::key_vault::SkuName::Standard);
        let properties = azure::key_vault::VaultProperties::new("00000000-0000-0000-0000-000000000001", sku);
        Vault::new(&prefix + "-kv", "japaneast", properties).add(g, "vault");
    };
    assert_snapshot("rule-name-too-long", &findings(|g| vault(g, 22)));
    let mut g = Graph::new();
    vault(&mut g, 21);
    g.check().unwrap_or_else(|report| panic!("{report}"));
}

#[test]
fn what_is_sometimes_there_may_have_no_name() {
    let mut g = Graph::<ResourceGroup>::new();
    let name = g.param("vaultName").default("").describe("Name of the vault; empty if there is to be none.");
    g.when(!functions::empty(&name), |g| {
        let sku = azure::key_vault::Sku::new("A", azure::key_vault::SkuName::Standard);
        let properties = azure::key_vault::VaultProperties::new("00000000-0000-0000-0000-000000000001", sku);
        Vault::new(&name, "japaneast", properties).add(g, "vault")
    });
    g.check().unwrap_or_else(|report| panic!("{report}"));
}

#[test]
fn ranges_that_azure_does_not_take_are_found() {
    let text = findings(|g| {
        let subnets = [("web", "10.0.1.0/24"), ("data", "10.1.0.0/24"), ("AzureBastionSubnet", "10.0.2.0/27")];
        let (network, [web, data, bastion]) =
            Network::new("net", "japaneast", "10.0.0.0/16").subnets(subnets).add(g, "network");
        for (symbol, subnet) in [("web", web), ("data", data), ("bastion", bastion)] {
            g.output(symbol, subnet.id()).describe("Id of a subnet.");
        }
        let range = SubnetPropertiesFormat::new().address_prefix("10.0.1.128/25");
        Subnet::new(&network, "late").properties(range).add(g, "late");
        let prefix = g.address_prefix("addressPrefix").describe("Addresses of the network.");
        Network::new("other", "japaneast", &prefix).subnets([("a", "10.0.0.1/24")]).add(g, "other");
        Network::new("tiny", "japaneast", "10.0.0.0/30").add(g, "tiny");
        Network::new("six", "japaneast", "fd00::/48").subnets([("a", "fd00::/64")]).add(g, "six");
    });
    assert_snapshot("rule-invalid-address", &text);
}
