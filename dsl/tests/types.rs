//! Types of the user's own: declared where a param or an output needs them, read and looped over with their fields.

mod common;

use common::{
    Kind, Sku, StorageAccount, StorageAccountProperties, assert_files, assert_rendered, assert_snapshot, findings,
};
use dsl::functions::{length, map, resource_group, string};
use dsl::{
    DeploymentScope, Expr, Field, Graph, Layout, List, Map, Object, Part, ResourceBody, ResourceGroup, Secret, Type,
    TypedResource, Value, raw,
};

dsl::choice_type! {
    /// How much is deployed.
    pub enum Size {
        Small = "small";
        Large = "large";
    }
}

dsl::object_type! {
    /// A zone of names, and
    /// what is in it.
    pub struct Zone, ZoneView;
    required {
        name: String = "name", "Name of the zone, which isn't relative.";
        size: Size = "size", "How large it becomes.";
        records: Vec<Record> = "records", "What is in it.";
    }
    optional {
        next: Zone = "next", "The zone that is asked next.";
    }
}

dsl::object_type! {
    /// A name with an address.
    pub struct Record, RecordView;
    required {
        name: String = "name", "The name.", length(1..=63);
        addresses: Vec<String> = "addresses", "The addresses.", length(1..);
    }
    optional {
        seconds: i64 = "ttl", "How long others may remember it.", range(0..=86400);
    }
}

dsl::object_type! {
    /// Reads a queue.
    pub struct Queue, QueueView;
    constant { "kind" = "queue", "A queue is read."; }
    required { length: i64 = "length", "How many messages are read at once."; }
    optional { token: Secret<String> = "access-token", "What callers must know."; }
}

dsl::object_type! {
    /// Reads a clock.
    pub struct Clock, ClockView;
    constant { "kind" = "clock", "A clock is read."; }
}

dsl::union_type! {
    /// What is read.
    pub enum Source, SourceView by "kind" {
        Queue(Queue) = "queue";
        Clock(Clock) = "clock";
    }
}

fn zones(g: &mut Graph<ResourceGroup>) {
    let zones = g
        .param_of::<Vec<Zone>>("zones")
        .default([Zone::new("contoso.internal", Size::Small, [Record::new("web", ["10.0.0.4"]).seconds(60)])])
        .describe("The zones.");
    g.module("dns", DeploymentScope, |g| {
        g.each("zone", &zones, |g, zone, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", zone.view().name())
                .property("location", "global")
                .add(g, "privateZone")
        })
    });
    g.output("names", map(&zones, |zone| zone.view().name())).describe("Names of the zones.");
}

#[test]
fn objects_lists_and_unions() {
    let mut g = Graph::<ResourceGroup>::new();
    let zone = g.param_of::<Zone>("zone").describe("The zone.");
    let size = g.param_of::<Option<Size>>("size").describe("Another size than that of the zone.");
    let source = g.param_of::<Source>("source").default(Clock::new()).describe("What is read.");
    let read = zone.view();
    g.output("name", read.name()).describe("Name of the zone.");
    g.output("size", size.or_else(read.size())).describe("The size that counts.");
    g.output("isSmall", read.size().eq(Size::Small)).describe("Whether it is small.");
    g.output("count", length(read.records())).describe("How many names there are.");
    g.output("first", read.records().at(0).view().seconds().or_else(3600))
        .describe("How long the first is remembered.");
    g.output("records", read.records()).describe("All names.");
    g.output("kind", source.member::<String>("kind")).describe("Which kind of source is read.");
    g.export_type::<Queue>();
    assert_rendered("types", &g);
}

#[test]
fn types_in_files_of_their_own() {
    let mut g = Graph::<ResourceGroup>::new();
    zones(&mut g);
    assert_files("types-modules", &g, Layout::Modules);
}

#[test]
fn functions_of_the_user() {
    let mut g = Graph::<ResourceGroup>::new();
    let zones = g.param_of::<Vec<Zone>>("zones").describe("The zones.");
    let below = g
        .function("below", ["name", "zone"], |name: Value<String>, zone: Value<Zone>| name + "." + zone.view().name())
        .export()
        .describe("A name in a zone.");
    let record = g
        .function(
            "record",
            ["name", "address", "seconds"],
            |name: Value<String>, address: Value<String>, seconds: Value<i64>| {
                Value::<Record>::new(
                    Object::default().with("name", name).with("addresses", [address]).with("ttl", seconds),
                )
            },
        )
        .describe("A name with one address.");
    g.function(
        "listed",
        ["nameOfTheZone", "nameOfTheZoneThatIsAskedNext", "nameOfTheRecord", "howManySecondsOthersMayRememberIt"],
        |zone: Value<String>, other: Value<String>, name: Value<String>, last: Value<Option<i64>>| {
            name + "." + zone + "/" + other + string(last.or_else(0))
        },
    )
    .describe("A function with a long list of parameters.");
    let long = g
        .function("sentence", ["zone"], |zone: Value<Zone>| {
            "a text that is long enough to need a line of its own, with the name of the zone: " + zone.view().name()
        })
        .describe("A sentence about a zone.");
    g.module("dns", DeploymentScope, |g| {
        g.each("zone", &zones, |g, zone, _| {
            raw("Microsoft.Network/privateDnsZones@2024-06-01", below.call("a", zone))
                .property("location", "global")
                .add(g, "privateZone")
        })
    });
    g.output("first", record.call("web", "10.0.0.4", 60)).describe("A name.");
    g.output("long", long.call(zones.at(0))).describe("A sentence.");
    assert_files("types-functions", &g, Layout::Modules);
}

#[test]
fn tuples_parts_and_types_of_azure() {
    let mut g = Graph::<ResourceGroup>::new();
    let pair = g.param_of::<(String, i64)>("pair").default(("a", 1)).describe("A name and a number.");
    let pairs = g.param_of::<Vec<(String, i64)>>("pairs").default([("b", 2), ("c", 3)]).describe("More of them.");
    g.export_type::<Zone>();
    let zone = || Box::new(Type::Named("Zone".into()));
    let part = |whole, part| Type::Part(Box::new(whole), part);
    let records = || part(Type::Named("Zone".into()), Part::Property("records".into()));
    let record = g
        .param_of::<Record>("record")
        .ty(part(records(), Part::Items))
        .default(Record::new("web", ["10.0.0.4"]))
        .describe("A record of a zone.");
    let next = part(*zone(), Part::Property("next".into()));
    let next = g.param_of::<Zone>("next").ty(Type::NonNull(Box::new(next))).describe("A zone.");
    let two = g.type_of::<(String, i64)>("Pair").export().describe("A name and a number.");
    let first = g.param("firstItem").ty(part(two, Part::Item(0))).default("x").describe("The first of two.");
    let ages = g
        .type_of::<Map<i64>>("Ages")
        .ty(Type::Object(vec![Field::others::<i64>("Years.")]))
        .metadata(Expr::object([("unit", "years".into())]))
        .describe("How old they are.");
    let age = g.param_of::<i64>("age").ty(part(ages, Part::Values)).default(1).describe("A value of a map.");
    let code = g.type_of::<String>("Code").length(2..=8).comment("Of the office.").describe("A short name.");
    let code = g.param("code").ty(code).default("ab").describe("A short name.");
    g.type_of::<Secret<String>>("Token").length(12..).export().describe("What callers must know.");
    let tcp = g.type_of::<i64>("Port").range(1..=65_535).describe("A port.");
    let listening = g.param_of::<Option<i64>>("port").ty(Type::Nullable(tcp.into())).describe("A port, or none.");
    let fields = vec![Field::of::<String>("name", "A name."), Field::others::<i64>("Numbers.")];
    let open =
        g.param_of::<Map<i64>>("open").ty(Type::Object(fields)).describe("Names with numbers, and one with a text.");
    let tier = g.param_for::<StorageAccount, _>("tier", |it| it.properties().access_tier()).describe("A tier.");
    let account = StorageAccount::new("sttypes", resource_group().name(), Kind::StorageV2, Sku::new("Standard_LRS"))
        .properties(StorageAccountProperties::new().access_tier(&tier))
        .add(&mut g, "account");
    let ty = Type::output(StorageAccount::TYPE_AND_VERSION, "properties.primaryLocation");
    g.output("primary", account.properties().primary_location()).ty(ty).describe("Where it is.");
    g.output("texts", [pair.first(), first.into(), code.into(), record.view().name(), next.view().name()])
        .describe("Texts.");
    g.output("numbers", [pair.second(), pairs.at(0).second(), listening.or_else(1), age.into()]).describe("Numbers.");
    g.output("open", string(&open)).describe("The text of an object.");
    let anything = [("any", Type::Any), ("object", Type::AnyObject), ("array", Type::AnyArray)];
    let anything = anything.map(|(name, ty)| {
        let param = g.param(name.to_owned() + "Value").ty(ty).suppress("no-explicit-any", "Nobody knows what comes.");
        string(param.suppress("use-user-defined-types", "Nobody knows what comes.").describe("Anything."))
    });
    g.output("anything", anything).describe("Texts of anything.");
    assert_rendered("types-of-all-kinds", &g);
}

#[test]
fn what_is_spread() {
    const WRONG: &str = "The linter overlooks what is spread.";
    let mut g = Graph::<ResourceGroup>::new();
    let record = g.param_of::<Record>("record").describe("A record.");
    let names = g.param_of::<Vec<String>>("names").describe("More names.");
    let ages = g.param_of::<Map<i64>>("ages").describe("How old they are.");
    g.output("longer", Value::<Record>::from(Record::like(&record).seconds(60).name("a").seconds(90)))
        .suppress("no-hardcoded-outputs", WRONG)
        .describe("The same for longer.");
    g.output("names", Value::<Vec<String>>::from(List::new().with("first").spread(&names).with("last")))
        .suppress("no-hardcoded-outputs", WRONG)
        .describe("All names.");
    g.output("ages", Value::<Map<i64>>::from(Map::new().with("a", 1).spread(&ages).with("a", 2)))
        .suppress("no-hardcoded-outputs", WRONG)
        .describe("Ages.");
    assert_rendered("types-spread", &g);
}

mod other {
    dsl::choice_type! {
        /// Something else of the same name.
        pub enum Size { Other = "other"; }
    }
}

#[test]
fn two_types_of_one_name() {
    let text = findings(|g| {
        let size = g.param_of::<Size>("size").describe("A size.");
        let other = g.param_of::<other::Size>("other").describe("Another size.");
        g.output("size", &size).describe("A size.");
        g.output("other", &other).describe("Another size.");
        g.output("group", resource_group().name()).describe("Name of the group.");
    });
    assert_snapshot("error-types", &text);
}

/// What is read of a value that may be null is null where that is, whatever `read` makes of it.
#[test]
fn read_where_they_may_be_null() {
    let mut g = Graph::<ResourceGroup>::new();
    let zone = g.param_of::<Option<Zone>>("zone").describe("A zone, if there is one.");
    let names = g.param_of::<Option<Vec<String>>>("names").describe("Names, if there are any.");
    g.output("name", zone.read(ZoneView::name)).describe("Its name.");
    g.output("host", zone.read(|zone| "www." + zone.name())).describe("A host in it.");
    g.output("isBig", zone.read(|zone| length(zone.records()).gt(9))).describe("Whether much is in it.");
    g.output("next", zone.read(ZoneView::next)).describe("The next zone.");
    g.output("last", zone.read(|zone| zone.records().at(length(zone.records()) - 1))).describe("The last record.");
    g.output("first", names.read(|names| names.at(0))).describe("The first name.");
    g.output("end", names.read(|names| names.at_end(1))).describe("The last name.");
    assert_rendered("types-nullable", &g);
}

dsl::object_type! {
    /// What an app has to know.
    pub struct Settings, SettingsView;
    required {
        hosts: Map<Vec<String>> = "hosts", "Hosts of each region.";
        tokens: Map<Secret<String>> = "tokens", "A token for each host.";
        bounds: Map<Vec<i64>> = "time-outs", "Least and most of each.";
    }
    optional { name: String = "name", "Its name."; }
}

/// Maps of secrets are secret, and the linter wants to know of each map in a type what its values are.
#[test]
fn maps() {
    let mut g = Graph::<ResourceGroup>::new();
    let settings = g.param_of::<Settings>("settings").describe("Settings of the app.");
    let tokens = g.param_of::<Map<Secret<String>>>("tokens").describe("More tokens.");
    let limits = g.type_of::<Map<i64>>("Limits").describe("Limits by name.");
    let bounds = Type::Part(Type::Named("Settings".into()).into(), Part::Property("time-outs".into()));
    let bounds = g.param_of::<String>("bounds").ty(Type::Part(bounds.into(), Part::Values)).describe("Bounds.");
    let name = Type::NonNull(Type::Part(Type::Named("Settings".into()).into(), Part::Property("name".into())).into());
    let names = g.param_of::<Vec<String>>("names").ty(Type::Array(name.into())).describe("More names.");
    let sign = Type::Array(Type::Literal(Expr::Int(-1)).into());
    let signs = g.param_of::<Vec<i64>>("signs").ty(sign).describe("Nothing but signs.");
    let limits = g.param_of::<Map<i64>>("limits").ty(limits).describe("The limits.");
    g.output("names", (names.at(0), signs.at(0))).describe("A name and a sign.");
    g.output("hosts", settings.view().hosts()).describe("The hosts.");
    g.output("tokens", &tokens).describe("The other tokens.");
    g.output("limits", string(limits) + string(bounds)).describe("The limits.");
    assert_rendered("types-maps", &g);
}

dsl::object_type! {
    /// What nobody must see.
    pub struct Hidden, HiddenView;
    required {
        tokens: Vec<Secret<String>> = "tokens", "Several tokens.";
        text: String = "text", "A text.";
    }
}

/// Decorators that Bicep does not take: they would not compile, or leave a secret open.
#[test]
fn that_do_not_take_a_decorator() {
    let text = findings(|g| {
        let port = g.type_of::<i64>("Port").range(1..).describe("A port.");
        let low = g.param_of::<i64>("low").ty(port).range(..=1024).describe("A low port.");
        let size = Type::Union(vec![Type::Literal("small".into()), Type::Literal("large".into())]);
        let size = g.param("size").ty(size).length(1..).describe("A size.");
        let tokens = g.param_of::<Vec<Secret<String>>>("tokens").describe("Several tokens.");
        let pin = g.param_of::<Option<Secret<i64>>>("pin").describe("A number.");
        let hidden = g.param_of::<Hidden>("hidden").describe("Secrets.");
        let all = g.param_of::<Secret<Zone>>("all").describe("A secret zone.");
        g.output("first", tokens.at(0)).describe("A token.");
        g.output("tokens", &tokens).describe("All tokens.");
        g.output("lists", (&low, &size, hidden.view().tokens(), &pin)).describe("Lists with secrets.");
        g.output("all", &all).describe("The zone.");
        let names = g.param_of::<Vec<String>>("names").describe("Names.");
        g.each("name", &names, |g, _, index| g.output("each", tokens.at(index)).describe("A token for each name."));
        let upper = map(&names, |name| name + "-x");
        let upper = g.param_of::<Vec<String>>("upper").default(upper).describe("Names with something behind.");
        g.output("upper", &upper).describe("Them.");
        let fields = vec![
            Field::of::<String>("word", "A word.").range(1..),
            Field::of::<Option<i64>>("number", "A number.").length(..=3),
        ];
        let few = g.param("few").ty(Type::Object(fields)).describe("A few.");
        g.output("few", string(few)).describe("The same.");
    });
    assert_snapshot("error-decorators", &text);
}

dsl::object_type! {
    /// What Bicep could not tell apart.
    pub struct Twins, TwinsView;
    required {
        one: String = "name", "A name.";
        other: String = "Name", "Another name.";
    }
}

#[test]
fn that_bicep_cannot_read() {
    let text = findings(|g| {
        let twins = g.param_of::<Twins>("twins").describe("Both.");
        let names = g.param_of::<Vec<String>>("names").describe("Names.");
        g.output("last", twins.view().one() + twins.view().other() + names.at(-1)).describe("The last name.");
        g.output("none", (names.try_at(-2), names.at_end(0))).describe("No name.");
    });
    assert_snapshot("error-types-read", &text);
}
