//! Every function of Bicep: called with typed values, printed, and compiled.

mod common;

use std::collections::BTreeSet;

use common::{assert_rendered, assert_snapshot, findings};
use compiler::Gate;
use dsl::functions::*;
use dsl::{Bundle, DeploymentScope, Graph, IntoValue, Map, Param, ResourceBody, ResourceGroup, Scenario, Value, raw};

/// The functions that Bicep 0.49 has.
const NAMES: &str = "\
    any array base64 base64ToJson base64ToString bool buildUri cidrHost cidrSubnet concat contains dataUri \
    dataUriToString dateTimeAdd dateTimeFromEpoch dateTimeToEpoch deployer deployment distinct empty endsWith \
    environment extensionResourceId fail filter first flatten format groupBy guid indexOf int intersection items \
    join json last lastIndexOf length like loadDirectoryFileInfo loadFileAsBase64 loadJsonContent loadTextContent \
    loadYamlContent managementGroup managementGroupResourceId map mapValues max min nameof newGuid objectKeys \
    padLeft parseCidr parseUri pickZones providers range reduce reference replace resourceGroup resourceId \
    roleDefinitions shallowMerge skip sort split startsWith string subscription subscriptionResourceId substring \
    take tenant tenantResourceId toLogicalZone toLogicalZones toLower toObject toPhysicalZone toPhysicalZones \
    toUpper trim union uniqueString uri uriComponent uriComponentToString utcNow";

type G = Graph<ResourceGroup>;

struct Given {
    location: Param<String>,
    text: Param<String>,
    count: Param<i64>,
    names: Param<Vec<String>>,
    tags: Param<Map<String>>,
}

fn given(g: &mut G) -> Given {
    let given = Given {
        location: g.param("location").default(resource_group().location()).describe("Region of all resources."),
        text: g.param("text").describe("A text."),
        count: g.param_of("count").describe("A number."),
        names: g.param_of("names").describe("Several names."),
        tags: g.param_of("tags").describe("Several values by name."),
    };
    let Given { location, text, count, names, tags } = &given;
    let all = [location.expr(), text.expr(), count.expr(), names.expr(), tags.expr()].map(Clone::clone);
    g.output("given", format("{0} {1} {2} {3} {4}", all)).describe("All that is given.");
    given
}

/// An output for each value, named after the position.
macro_rules! outputs {
    ($g:ident: $($value:expr),* $(,)?) => {
        $(
            let symbol = std::format!("r{}", $g.outline().lines().count());
            $g.output(symbol, $value).describe("What a function returns.");
        )*
    };
}

fn texts(g: &mut G) {
    let Given { text, count, names, .. } = given(g);
    outputs! { g:
        to_lower(&text), to_upper(&text), trim(&text), replace(&text, "a", "b"),
        substring(&text, 0, 3), substring_from(&text, &count), pad_left(&text, 8), pad_left_with(&text, 8, "0"),
        starts_with(&text, "a"), ends_with(&text, "b"), like(&text, "a*"),
        base64(&text), base64_to_string(&text), base64_to_json("eyJhIjogMX0=").cast::<String>(),
        format("{0}-{1}", [text.expr().clone(), count.expr().clone()]), guid([&text]), unique_string([&text]),
        split(&text, ","), split_at_any(&text, [",", ";"]), join(&names, ","),
        uri("https://contoso.com/", &text), uri_component(&text), uri_component_to_string(&text),
        data_uri(&text), data_uri_to_string(&text),
        build_uri(UriParts::new("https", &text).path("/a").port(8443).query("?b=1")),
        parse_uri(&text).host(), parse_uri(&text).port(),
    }
}

fn lists(g: &mut G) {
    let Given { text, count, names, tags, .. } = given(g);
    outputs! { g:
        first(&text), first(&names).or_else("none"), last(&text), last(&names).non_null(),
        take(&text, 3), take(&names, &count), skip(&text, 3), skip(&names, 1),
        length(&text), length(&names), length(&tags), empty(&text), empty(&names), empty(&tags),
        contains(&text, "a"), contains(&names, "a"), contains(&tags, "a"),
        index_of(&text, "a"), index_of(&names, &text), last_index_of(&text, "a"), last_index_of(&names, "a"),
        union(union(&names, ["a"]), ["b"]), intersection(&names, ["a"]), union(&tags, &tags), intersection(&tags, &tags),
        concat([&names, &names]), distinct(&names), flatten([&names, &names]), range(0, &count),
        max([1, 2]), max([&count]), min(range(1, 3)), names.try_at(0).or_else(&text), names.at_end(1), names.at(&count),
    }
}

fn objects(g: &mut G) {
    let Given { names, tags, .. } = given(g);
    outputs! { g:
        map(items(&tags), |tag| tag.key() + "=" + tag.value()), object_keys(&tags), shallow_merge([&tags, &tags]),
        tags.get("stage"), tags.try_get("stage").or_else("test"),
        map(&names, |name| name + "-x"), map_indexed(&names, |name, index| name + string(index)),
        filter(&names, |name| !empty(name)), filter_indexed(&names, |_, index| index.gt(0)),
        sort(&names, |left, right| length(left).lt(length(right))),
        reduce(&names, 0, |total, name| total + length(name)),
        group_by(&names, |name| take(name, 1)), to_object(&names, to_lower),
        to_object_of(&names, to_lower, length), map_values(&tags, to_upper),
    }
}

fn values(g: &mut G) {
    let Given { text, count, names, location, .. } = given(g);
    let now = g.param("now").default(utc_now()).describe("When it is deployed.");
    let day = g.param("day").default(utc_now_as("yyyy-MM-dd")).describe("The day on which it is deployed.");
    let checked: Value<String> = empty(&text).then(fail("a text is needed")).otherwise(&text);
    let run = g.param("run").default(new_guid()).describe("This deployment.");
    outputs! { g:
        day, run, date_time_add(&now, "P1D"), date_time_add_as(&now, "-PT1H", "yyyy"),
        date_time_from_epoch(date_time_to_epoch(&now)),
        string(&names), int(&text), bool(&text), array(&text), any::<String>(&count), json("{\"a\": 1}").cast::<Map<i64>>(),
        checked, nameof(&location),
        cidr_subnet("10.0.0.0/16", 24, &count), cidr_host("10.0.0.0/24", 3),
        parse_cidr(&text).first_usable(), parse_cidr(&text).prefix_length(),
    }
}

fn resources(g: &mut G) {
    let Given { text, location, .. } = given(g);
    let group = || resource_group().name();
    let subscription_id = || subscription().subscription_id();
    outputs! { g:
        resource_id("Microsoft.Network/virtualNetworks/subnets", [&text, &text]),
        resource_id_in_group(group(), "Microsoft.Network/virtualNetworks", [&text]),
        resource_id_in_subscription(subscription_id(), group(), "Microsoft.Network/virtualNetworks", [&text]),
        subscription_resource_id("Microsoft.Authorization/roleDefinitions", [&text]),
        subscription_resource_id_in(subscription_id(), "Microsoft.Authorization/roleDefinitions", [&text]),
        management_group_resource_id("Microsoft.Authorization/policyDefinitions", [&text]),
        management_group_resource_id_in("contoso", "Microsoft.Authorization/policyDefinitions", [&text]),
        tenant_resource_id("Microsoft.Authorization/policyDefinitions", [&text]),
        extension_resource_id(resource_group().id(), "Microsoft.Authorization/locks", [&text]),
        reference(&text, "2025-07-01").cast::<Map<String>>(), reference_full(&text, "2025-07-01").cast::<Map<String>>(),
        role_definitions("Reader").id(), deployer().object_id(), deployment().name(), tenant().display_name(),
        environment().suffixes().storage(), environment().authentication().audiences().at(0),
        subscription().display_name(),
        pick_zones("Microsoft.Compute/virtualMachines", &location),
        pick_several_zones("Microsoft.Compute/virtualMachines", &location, 2),
        to_logical_zone(subscription_id(), &location, &text), to_logical_zones(subscription_id(), &location, [&text]),
        to_physical_zone(subscription_id(), &location, "1"), to_physical_zones(subscription_id(), &location, ["1"]),
    }
}

fn files(g: &mut G) {
    let settings = g.var("settings", load_json_content("settings.json").cast::<Map<i64>>()).describe("The settings.");
    let names = g.var("names", load_yaml_content_at("names.yaml", "$.names").cast::<Vec<String>>()).describe("Names.");
    let infos = g.var("files", load_directory_file_info("data")).describe("The files of a folder.");
    let texts = g.var("texts", load_directory_file_info_like("data", "*.txt")).describe("The texts of a folder.");
    let whole = g.var("whole", load_yaml_content("names.yaml").cast::<Map<Vec<String>>>()).describe("All of it.");
    let part = g.var("part", load_json_content_at("settings.json", "$.a").cast::<i64>()).describe("A part of it.");
    outputs! { g:
        load_text_content("data/a.txt"), load_text_content_as("data/a.txt", Encoding::Ascii),
        load_file_as_base64("data/a.txt"), settings, names, whole, part,
        map(&infos, |file| file.view().relative_path()), map(&texts, |file| file.view().base_name() + file.view().extension()),
    }
}

fn deprecated(g: &mut G) {
    let Given { text, .. } = given(g);
    outputs! { g: providers("Microsoft.Storage", &text).cast::<Map<String>>() }
}

/// Files that the compiler reads.
const FILES: &[(&str, &str)] =
    &[("settings.json", r#"{"a": 1}"#), ("names.yaml", "names: [a, b]"), ("data/a.txt", "a")];

type Family = (&'static str, fn(&mut G));

const FAMILIES: &[Family] = &[
    ("functions-texts", texts),
    ("functions-lists", lists),
    ("functions-objects", objects),
    ("functions-values", values),
    ("functions-resources", resources),
    ("functions-files", files),
];

/// The text of a family, accepted by the compiler.
fn rendered(name: &str, build: fn(&mut G)) -> String {
    let mut g = G::new();
    build(&mut g);
    let text = g.to_bicep().unwrap_or_else(|report| panic!("{report}"));
    if let Some(mut gate) = Gate::shared() {
        gate.assert_clean(&[&[("main.bicep", &*text)], FILES].concat());
    }
    assert_snapshot(name, &text);
    text
}

/// Paths are as the main file writes them, wherever a layout puts the call: into a var, a function, a loop, a resource.
#[test]
fn files_are_found_from_modules() {
    let mut g = G::new();
    let zone =
        |name: Value<String>| raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global");
    let names =
        g.var("names", load_yaml_content_at("./names.yaml", "$.names").cast::<Vec<String>>()).describe("Names.");
    let read = g
        .function("read", ["end"], |end: Value<String>| load_text_content("data/a.txt") + end)
        .describe("A text with an end.");
    g.module("outer", DeploymentScope, |g| {
        g.each("name", &names, |g, name, _| zone(name + ".internal").add(g, "all"));
        g.module("inner", DeploymentScope, |g| {
            let count = load_json_content_at("settings.json", "$.a").cast::<i64>();
            let more = load_yaml_content_at("names.yaml", "$.names").cast::<Vec<String>>();
            g.when(count.gt(0), |g| {
                let text = load_text_content("modules/b.txt");
                zone(read.call("-c")).property("tags.text", text).add(g, "one");
            });
            g.each("other", more, |g, other, _| zone(other + ".example").add(g, "others"));
        });
    });
    let bundle = g.to_bundle(dsl::Layout::Modules).unwrap_or_else(|report| panic!("{report}"));
    let files: Vec<_> = bundle.files().collect();
    if let Some(mut gate) = Gate::shared() {
        gate.assert_clean(&[&*files, FILES, &[("modules/b.txt", "b")]].concat());
    }
    let texts: Vec<_> = files.iter().map(|(path, text)| std::format!("---- {path}\n{text}\n")).collect();
    assert_snapshot("functions-files-modules", &texts.concat());
}

/// The functions that a text calls.
fn called(text: &str) -> BTreeSet<&str> {
    let ends = text.match_indices('(').map(|(end, _)| &text[..end]);
    let words =
        ends.map(|before| &before[before.rfind(|char: char| !char.is_ascii_alphanumeric()).map_or(0, |at| at + 1)..]);
    words.filter(|word| !word.is_empty() && *word != "description").collect()
}

/// As text, Bicep's functions are all there and no others.
#[test]
fn functions_are_those_of_bicep() {
    let mut texts: Vec<_> = FAMILIES.iter().map(|(name, build)| rendered(name, *build)).collect();
    let mut g = Graph::<dsl::ManagementGroup>::new();
    g.output("name", management_group().name()).describe("Where it is deployed.");
    g.output("id", management_group().id()).describe("Where it is deployed.");
    assert_rendered("functions-management-group", &g);
    texts.push(g.to_bicep().unwrap_or_default());
    // The compiler warns of what is deprecated.
    let mut g = G::new();
    deprecated(&mut g);
    texts.push(g.to_bicep().unwrap_or_else(|report| panic!("{report}")));
    let texts = texts.concat();
    assert_eq!(called(&texts), NAMES.split(' ').collect());
}

fn parameters(g: &mut G) {
    let name = g.param("name").describe("A name.");
    let zone = g.param("zone").describe("A zone.");
    let tier = g.param("tier").describe("A tier.");
    let token = g.secret("token").describe("A secret.");
    g.output("all", join([&name, &zone, &tier], ",")).describe("All of them.");
    g.output("token", &token).describe("The secret.");
    let subscription = "00000000-0000-0000-0000-000000000001";
    g.parameter_set("main")
        .value(&name, read_environment_variable("PATH"))
        .value(&zone, read_environment_variable_or("ZONE", "1"))
        .value(&tier, external_input::<String>("tier"))
        .value(&token, get_secret(subscription, "rg-vault", "vault", "token"));
}

/// All files of a scenario, after the official compiler has found nothing to say about them.
#[track_caller]
fn clean_bundle(scenario: &Scenario) -> Bundle {
    let bundle = scenario.bundle().unwrap_or_else(|report| panic!("{report}"));
    if let Some(mut gate) = Gate::shared() {
        gate.assert_clean(&bundle.files().collect::<Vec<_>>());
    }
    bundle
}

#[test]
fn functions_of_parameter_sets() {
    let bundle = clean_bundle(&Scenario::new("functions", parameters));
    assert_snapshot("functions-parameters", bundle.get("main.bicepparam").unwrap_or_default());
}

fn stages(g: &mut G) {
    let location = g.param("location").describe("A region.");
    let name = g.param("name").describe("A name.");
    let team = g.param("team").default("none").describe("A team.");
    g.output("all", join([&location, &name, &team], ",")).describe("All of them.");
    g.parameter_set("base").shared().value(&location, "japaneast").value(&team, "platform");
    let hosts = g.param_of::<Vec<String>>("hosts").describe("Hosts.");
    g.output("hosts", &hosts).describe("Hosts.");
    for stage in ["dev", "prod"] {
        let mut set = g.parameter_set(stage);
        let suffix = set.var("suffix", stage, "What names end with.");
        let full = set.var("fullName", "contoso-" + &suffix, "The whole name.");
        let numbered = range(1, 3).each("number", |number| std::format!("{stage}-").into_value() + string(number));
        set.extends("base").value(&name, full).value(&team, suffix).value(&hosts, numbered);
    }
}

#[test]
fn sets_that_extend_others() {
    let bundle = clean_bundle(&Scenario::new("stages", stages));
    let sets: Vec<_> = bundle.files().map(|(path, text)| std::format!("---- {path}\n{text}")).collect();
    assert_snapshot("functions-parameters-extended", &sets.join("\n"));
}

#[test]
fn sets_that_extend_what_is_not_there() {
    let text = findings(|g| {
        let name = g.param("name").describe("A name.");
        g.output("name", &name).describe("A name.");
        let mut base = g.parameter_set("base").shared();
        base.var("my name", "a", "No identifier.");
        base.var("name", "a", "The name of a param.");
        base.var("other", &name, "A value of the template.");
        base.value(&name, "a");
        g.parameter_set("dev").extends("bas");
        g.parameter_set("test").extends("none").value(&name, "a");
        g.parameter_set("prod").extends("test");
        g.parameter_set("round").shared().extends("about");
        g.parameter_set("about").shared().extends("round");
    });
    assert_snapshot("error-parameters-extended", &text);
}

#[test]
fn paths_and_places() {
    let text = findings(|g| {
        for (index, path) in ["", "a\\b", "/etc/passwd", "c:/a", "https://contoso.com/a"].into_iter().enumerate() {
            g.output(std::format!("file{index}"), load_text_content(path)).describe("A file.");
        }
        g.output("now", utc_now()).describe("When it was deployed.");
        let name = g.param("name").default(read_environment_variable("NAME")).describe("A name.");
        g.output("name", &name).describe("A name.");
    });
    assert_snapshot("error-functions", &text);
}
