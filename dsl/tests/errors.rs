//! What the checks say: the whole text of every finding, all of one run together.

mod common;

use std::ops::Bound;

use common::{Kind, LockLevel, LockProperties, Sku, StorageAccount, assert_snapshot, findings};
use dsl::functions::resource_group;
use dsl::{Entry, Expr, Graph, IntoValue, Key, ResourceBody, ResourceGroup, Scenario, Secret, Value, raw};

fn symbol(name: &str) -> Value<String> {
    Value::new(Expr::Symbol(name.into()))
}

#[test]
fn symbols() {
    let text = findings(|g| {
        g.metadata("owner", "a");
        g.metadata("owner", "b");
        for bad in ["two words", "9lives", "null", "resourceGroup", "description", "string", "az"] {
            let param = g.param(bad).describe("A bad symbol.");
            g.output("o".to_owned() + &bad.replace(' ', ""), &param + "x").describe("Uses it.");
        }
        let environment = raw("Microsoft.App/managedEnvironments@2026-07-01", "cae").property("location", "global");
        environment.add(g, "environment");
        let inner = raw("Microsoft.Resources/deployments@2026-06-01", "inner");
        inner.property("properties.mode", "Incremental").add(g, "deployment");
        let name = g.param("name").describe("A name.");
        let other = g.param("Name").describe("The same, but for case.");
        g.var("name", &name + &other).describe("The same again.");
        g.var("a".repeat(256), &name + "x").export().describe("Too long.");
        g.output("name", &name).describe("Outputs have names of their own.");
    });
    assert_snapshot("error-symbols", &text);
}

#[test]
fn references() {
    let mut elsewhere = Graph::<ResourceGroup>::new();
    let foreign = elsewhere.param("foreign").describe("In another graph.");
    let text = findings(|g| {
        let prefix = g.param("prefix").describe("A prefix.");
        g.output("near", symbol("prefx") + &prefix).describe("Misspelt.");
        g.output("far", symbol("nothingLikeIt")).describe("Unknown.");
        g.output("foreign", &foreign).describe("A handle of another graph.");
        g.var("nobody", "reads it").describe("Unused.");
        StorageAccount::existing("stexisting").add(g, "existing");
    });
    assert_snapshot("error-references", &text);
}

#[test]
fn cycles() {
    let text = findings(|g| {
        g.var("a", symbol("b") + "-").describe("Needs b.");
        g.var("b", symbol("c") + "-").describe("Needs c.");
        g.var("c", symbol("a") + "-").describe("Needs a.");
        g.var("selfish", symbol("selfish") + "-").describe("Needs itself.");
    });
    assert_snapshot("error-cycles", &text);
}

#[test]
fn values() {
    let text = findings(|g| {
        let sizes = Value::<Vec<String>>::of(&[("ratio", 1.5)]);
        g.output("float", sizes).describe("A float in a list.");
        g.output("none", Value::<Vec<String>>::of(&[Some("a"), None])).describe("Nothing in a list.");
        g.output("long", Value::text("x".repeat(131_073))).describe("Too long.");
        let twice =
            vec![("k", "a"), ("k", "b")].into_iter().map(|(key, value)| Entry::Property(Key::from(key), value.into()));
        g.output("twice", Value::<String>::new(Expr::Object(twice.collect()))).describe("One key twice.");
        let hole = Expr::interpolated([Expr::string("a"), Expr::call("string", [Expr::array([])])]);
        g.output("hole", Value::<String>::new(hole)).describe("Brackets in a hole.");
        let invalid = || Expr::from(Value::<String>::of(&0.5));
        g.output("index", Value::<String>::new(Expr::call("f", []).index(invalid()))).describe("An invalid index.");
        let key = Entry::Property(Key::Computed(Expr::interpolated([invalid()]).into()), Expr::Null);
        g.output("key", Value::<String>::new(Expr::Object(vec![key].into()))).describe("An invalid key.");
        let key = Entry::Property(Key::Computed(Expr::array([]).into()), Expr::Null);
        g.output("listKey", Value::<String>::new(Expr::Object(vec![key].into()))).describe("A list as a key.");
        let bad = LockProperties::new(Value::<LockLevel>::of(&2.5));
        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let new = || StorageAccount::new("stexample", &location, Kind::StorageV2, Sku::new("Standard_LRS"));
        let account = new().add(g, "account");
        common::Lock::new(&account, "lock", bad).add(g, "lock");
        new().add(g, "again");
        g.output("blank", account.id()).describe("  ");
    });
    assert_snapshot("error-values", &text);
}

#[test]
fn params() {
    let text = findings(|g| {
        let short = g.param("short").default("a").length(2..=3).describe("Too short.");
        let empty = g.param("empty").length((Bound::Included(5), Bound::Included(3))).describe("No length at all.");
        let large = g.param_of::<i64>("large").default(9).range(0..9).describe("Too large.");
        let other = g.param("other").default("c").allowed(["a", "b"]).describe("Not allowed.");
        let secret = g.param_of::<Secret<String>>("secret").describe("A secret.");
        let required = g.param("required").describe("No default.");
        g.output("all", short.eq(&empty).and(other.eq(&required)).and(large.lt(1))).describe("Uses them.");
        g.output("secret", &secret).describe("Uses the secret.");
        let literal: Value<Secret<String>> = Value::new("pass");
        g.parameter_set("main")
            .value(&secret, literal)
            .value(&required, "a")
            .value(&required, "b")
            .value(&empty, &short);
        g.parameter_set("no/name");
        g.parameter_set("Main").value(&required, "a").value(&empty, "a");
    });
    assert_snapshot("error-params", &text);
}

dsl::object_type! {
    /// A subnet.
    pub struct Net, NetView;
    required { name: String = "name", "Its name."; }
    optional { size: i64 = "size", "Its size."; }
}

/// An object of these properties, whatever a type says.
fn object<T>(properties: &[(&'static str, Expr)]) -> Value<T> {
    let entry = |(name, value): &(&'static str, Expr)| Entry::Property(Key::from(*name), value.clone());
    Value::new(Expr::Object(properties.iter().map(entry).collect()))
}

/// A param of each kind, with what each takes and what it does not.
fn bounded(g: &mut Graph<ResourceGroup>, is_good: bool) {
    let pick = |good: Expr, bad: Expr| if is_good { good } else { bad };
    let prefix = g.param("prefix").length(2..=4).describe("A text.");
    let region = g.param("region").length(2..=12).describe("Another text.");
    let count = g.param_of::<i64>("count").range(1..=3).describe("A number.");
    let stage = g.param("stage").allowed(["dev", "prod"]).describe("One of two texts.");
    let names = g.param_of::<Vec<String>>("names").length(1..=2).describe("A list.");
    let port = g.type_of::<i64>("Port").range(1..=10).describe("A port.");
    let ports = g.param_of::<Vec<i64>>("ports").ty(dsl::Type::Array(port.into())).describe("Ports.");
    let nets = g.param_of::<Vec<Net>>("nets").describe("Objects.");
    let pair = g.param_of::<(String, i64)>("pair").describe("A tuple.");
    let tags = g.param_of::<dsl::Map<String>>("tags").describe("A map.");
    let maybe = g.param_of::<Option<bool>>("maybe").describe("Nothing, or yes or no.");
    g.output("one", [&prefix, &region, &stage]).describe("Uses them.");
    g.output("two", (&count, &names, &ports)).describe("Uses them.");
    g.output("three", (&nets, &pair, &tags, &maybe)).describe("Uses them.");
    let mut set = g.parameter_set("main");
    let short = set.var("short", if is_good { "ab" } else { "a" }, "A part of names.");
    let long = Value::text("contoso-") + dsl::functions::read_environment_variable_or("SUFFIX", "dev");
    let texts = |texts: &[&'static str]| Expr::array(texts.iter().map(|text| Expr::string(*text)));
    let numbers = |numbers: &[i64]| Expr::array(numbers.iter().map(|number| Expr::Int(*number)));
    let net = |name: &'static str| Expr::from(object::<Net>(&[(name, "a".into()), ("size", Expr::Int(1))]));
    set.value(&prefix, short)
        .value(&region, if is_good { long } else { long + "-and-more" })
        .value(&count, Value::new(pick(Expr::Int(3), Expr::Int(0))))
        .value(&stage, Value::new(pick("dev".into(), "prd".into())))
        .value(&names, Value::new(pick(texts(&["a", "b"]), texts(&[]))))
        .value(&ports, Value::new(pick(numbers(&[1, 10]), numbers(&[1, 11]))))
        .value(&nets, Value::new(Expr::array([net("name"), net(if is_good { "name" } else { "nam" })])))
        .value(&pair, Value::new(Expr::array([Expr::string("a"), pick(Expr::Int(1), "1".into())])))
        .value(&tags, object(&[("a", pick("b".into(), Expr::Null))]))
        .value(&maybe, Value::<Option<bool>>::new(pick(Expr::Null, "true".into())));
}

#[test]
fn values_that_do_not_fit() {
    assert_snapshot("error-parameter-values", &findings(|g| bounded(g, false)));
}

#[test]
fn values_that_fit() {
    let bundle = Scenario::new("bounded", |g: &mut Graph<ResourceGroup>| bounded(g, true)).bundle();
    let bundle = bundle.unwrap_or_else(|report| panic!("{report}"));
    if let Some(mut gate) = compiler::Gate::shared() {
        gate.assert_clean(&bundle.files().collect::<Vec<_>>());
    }
}

/// A parameter file has neither the functions of the template nor the vars of another file.
#[test]
fn what_only_the_template_knows() {
    let text = findings(|g| {
        let full = g.function("full", ["name"], |name: Value<String>| name + "-x").describe("A full name.");
        let name = g.param("name").default(full.call("a")).describe("A name.");
        let names = g.param_of::<Vec<String>>("names").describe("Names.");
        let net = g.param_of::<Net>("net").describe("A network.");
        g.output("all", (&name, &names, net.view().name())).describe("Uses them.");
        let mut base = g.parameter_set("base").shared();
        let of_base = base.var("ofBase", "a", "Of another file.");
        base.value(&name, full.call("b"));
        let mut set = g.parameter_set("main").extends("base");
        set.var("null", "a", "Reserved.");
        set.var("toLower", "a", "A function.");
        set.var("suffix", "a", "Fine.");
        set.var("Suffix", "b", "Not beside it.");
        set.typed_var::<Net>("Net", Net::new("a"), "Called like its type.");
        let group = set.var("group", resource_group().name(), "The group.");
        let list = ["a"].into_value();
        set.value(&names, [of_base, group]).value(&net, Net::new("b"));
        let mut set = g.parameter_set("outer").extends("base");
        let outside = set.var("outside", dsl::functions::external_input::<String>("name"), "Read when it is compiled.");
        set.value(&names, list.each("name", |name| name + outside)).value(&net, Net::new("b"));
        let numbered = list.each("true", |name| name + "-1");
        g.parameter_set("other").value(&names, numbered).value(&net, Net::new("b"));
        let joined = dsl::functions::join(list.each("name", |name| name + "-1"), ",");
        g.parameter_set("last").value(&name, joined).value(&names, ["a"]).value(&net, Net::new("b"));
    });
    assert_snapshot("error-parameters-of-templates", &text);
}

#[test]
fn defaults() {
    let text = findings(|g| {
        let group = g.var("group", resource_group().name()).describe("A var.");
        let late = g.param("late").default(&group + "-a").describe("Needs a var.");
        let optional = g.param_of::<Option<String>>("optional").default(Value::text("a")).describe("Null or a text.");
        let secret = g.param_of::<Secret<String>>("secret").default(Value::new("pass")).describe("A secret.");
        g.output("all", [late.into(), optional.or_else("b")]).describe("Uses them.");
        g.output("secret", &secret).describe("Uses the secret.");
    });
    assert_snapshot("error-defaults", &text);
}

#[test]
fn every_finding_says_which_line_made_it() {
    let mut g = Graph::<ResourceGroup>::new();
    let line = line!() + 1;
    g.var("one", resource_group().name()).describe("Unused.");
    g.var("one", resource_group().id()).describe("Unused, and declared twice.");
    let report = g.check().expect_err("there are problems");
    let places: Vec<_> = report.findings().iter().map(|finding| (finding.id(), finding.location().line())).collect();
    assert_eq!(places, [("unused", line), ("duplicate-symbol", line + 1), ("unused", line + 1)]);
    assert!(report.findings().iter().all(|finding| finding.location().file().ends_with("errors.rs")));
    let note = &report.findings()[1].notes()[0];
    assert_eq!(note.location().line(), line);
}

#[test]
fn nothing_is_rendered_with_problems() {
    let mut g = Graph::<ResourceGroup>::new();
    g.var("unused", "a").describe("Unused.");
    assert!(g.to_bicep().is_err());
}
