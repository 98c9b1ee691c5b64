//! What the check says when a resource is not what Azure's data says, and that it is silent otherwise.

mod common;

use common::*;
use dsl::functions::{guid, replace, resource_group, substring, take, to_lower, trim, unique_string};
use dsl::{
    Check, DeploymentScope, Entry, Expr, Field, Graph, Item, Key, RawResource, ResourceBody, ResourceGroup,
    Subscription, Type, Value, raw, raw_existing,
};

type G = Graph<ResourceGroup>;

#[test]
fn types() {
    let text = findings(|g| {
        raw("Microsoft.Storage/storageAccount@2026-09-01", "a").add(g, "misspelt");
        raw("Contoso.Nothing/things@2020-01-01", "a").property("location", "b").add(g, "unheard");
        raw("Microsoft.Search/searchServices@2020-01-01", "a").property("extra", 1).add(g, "version");
        raw("Microsoft.Search/searchServices", "aa").add(g, "without");
        raw_existing("Microsoft.Searches/services@2020-01-01", "a").where_used().add(g, "there");
        raw("Contoso.Nothing/things@2020-01-01", "b")
            .property("location", "b")
            .property("extra", 1)
            .allow(Check::UNKNOWN_TYPE, "In private preview.")
            .add(g, "refused");
    });
    assert_snapshot("shape-types", &text);
}

#[test]
fn names_of_properties() {
    let text = findings(|g| {
        let name = g.param("key").default("a").describe("A name.");
        storage("stnames")
            .property("Sku", object([]))
            .property("managedBy", "somebody")
            .property("parent", "somebody")
            .property("dependsOn", Expr::array([]))
            .property("id", "x")
            .property("properties.acessTier", "Hot")
            .property("properties.AccessTier", "Hot")
            .property("properties.zzz", "Hot")
            .property("properties.primaryLocation", "x")
            .property("properties.networkAcls.ipRules", Expr::array([object([("action", "Allow".into())])]))
            .property("properties.sasPolicy", Expr::Object(vec![spread([("sas", 1.into())])].into()))
            .property("properties.customDomain", Expr::Object(vec![computed_key(&name)].into()))
            .property("tags", Expr::Object(vec![computed_key(&name)].into()))
            .add(g, "account");
        raw(STORAGE, "stmissing").property("sku", object([])).add(g, "missing");
        let sku = g
            .var("sku", Value::<String>::new(object([("tier", "a".into()), ("tiers", "b".into())])))
            .describe("A sku.");
        storage("stvar").property("sku", &*sku).add(g, "fromVar");
    });
    assert_snapshot("shape-names-of-properties", &text);
}

#[test]
fn kinds_of_values() {
    let text = findings(|g| {
        let number = g.param_of::<i64>("number").default(1).describe("A number.");
        let maybe = g.param_of::<Option<String>>("maybe").describe("A text or null.");
        let texts = g.param_of::<Vec<String>>("texts").default(["a"]).describe("Texts.");
        let flag = g.param_of::<bool>("flag").default(true).describe("A flag.");
        let fields = vec![Field::typed("name", Type::Int, "A name."), Field::typed("nme", Type::String, "Misspelt.")];
        let record = g.param_of::<String>("record").ty(Type::Object(fields)).describe("An object.");
        let var = g.var("var", &number).describe("A number.");
        storage("stkinds")
            .property("location", Expr::Null)
            .property("kind", &*maybe)
            .property("sku", &*record)
            .property("tags.a", 1)
            .property("tags.b", &*number)
            .property("properties.minimumTlsVersion", &*var)
            .property("properties.isHnsEnabled", "true")
            .property("properties.isNfsV3Enabled", Expr::ternary((&*flag).into(), true.into(), "no".into()))
            .property("properties.isSftpEnabled", to_lower("x"))
            .property("properties.networkAcls.ipRules", Expr::array(["x".into(), object([("value", 1.into())])]))
            .property("properties.networkAcls.virtualNetworkRules", object([]))
            .property("properties.networkAcls.resourceAccessRules", &*texts)
            .property("properties.networkAcls.bypass", or(&*maybe, 1))
            .property("properties.keyPolicy.keyExpirationPeriodInDays", or(&*maybe, Expr::Null))
            .property("properties.sasPolicy", Expr::each("x", (&*texts).into(), Expr::Local("x".into())))
            .property("properties.customDomain.name", Expr::unary(dsl::UnaryOperator::Not, (&*flag).into()))
            .add(g, "account");
        raw(SEARCH, Value::new(5)).property("location", "global").add(g, "named");
    });
    assert_snapshot("shape-kinds-of-values", &text);
}

#[test]
fn values() {
    let text = findings(|g| {
        let flag = g.param_of::<bool>("flag").default(true).describe("A flag.");
        let prefix = g.param("prefix").default("a").length(1..=30).describe("A prefix.");
        let plain = g.param("plain").default("a").describe("A text.");
        storage("st")
            .property("properties.accessTier", Expr::ternary((&*flag).into(), "hot".into(), "Frozen".into()))
            .property("properties.networkAcls.defaultAction", "Allo")
            .property("kind", "StorageV9")
            .add(g, "short");
        storage("STORAGE").add(g, "upper");
        raw(STORAGE, Value::text("st") + &prefix).add(g, "maybe");
        raw(STORAGE, Value::text("s") + &plain).add(g, "maybeShort");
        raw(STORAGE, Value::text("storagestoragestoragestorage") + resource_group().location()).add(g, "long");
        search("search-a")
            .property("properties.replicaCount", 13)
            .property("properties.partitionCount", -1)
            .add(g, "few");
        let account = storage("stblobs").add(g, "account");
        raw(BLOBS, "other").child_of(&account).add(g, "blobs");
    });
    assert_snapshot("shape-values", &text);
}

/// An account with a computed name.
fn account(name: Value<String>) -> RawResource {
    raw(STORAGE, name).property("location", "global").property("kind", "StorageV2").property("sku.name", "Standard_LRS")
}

/// What functions do to the lengths of names. An account takes 3 to 24 characters.
#[test]
fn computed_lengths() {
    let text = findings(|g| {
        let stage = g.param("stage").allowed(["test", "production"]).describe("Stage.");
        let prefix = g.param("prefix").length(5..=20).describe("Prefix.");
        let free = g.param("free").describe("Of any length.");
        let mut account = |symbol: &'static str, name: Value<String>| account(name).add(g, symbol);
        account("byStage", Value::text("storageaccounts") + &stage);
        account("unique", Value::text("storageaccount") + unique_string([resource_group().id()]));
        account("hash", guid([&prefix]));
        account("middle", substring(&prefix, 2, 25));
        account("rest", Value::new(Expr::call("substring", [(&*prefix).into(), 4.into()])));
        account("padded", Value::new(Expr::call("padLeft", [(&*prefix).into(), 25.into(), "0".into()])));
        account("taken", take(&free, 30));
        account("replaced", replace(&prefix, "-", "xx"));
        account("lower", to_lower(Value::text("store") + &prefix));
        let short = account("short", take(&free, 2));
        account("named", Value::text("storageaccountstorageac") + short.name());
    });
    assert_snapshot("shape-lengths", &text);
}

/// Names that fit whatever the params are, and names that nobody can judge.
#[test]
fn computed_lengths_that_fit() {
    let mut g = G::new();
    let prefix = g.param("prefix").length(5..=20).describe("Prefix.");
    let free = g.param("free").describe("Of any length.");
    let mut account = |symbol: &'static str, name: Value<String>| account(name).add(&mut g, symbol);
    let unique = account("unique", Value::text("storage") + unique_string([resource_group().id()]));
    account("taken", take(to_lower(Value::text("sto") + &free), 24));
    account("replaced", to_lower(replace(&prefix, "-", "")));
    account("trimmed", trim(&prefix));
    account("cut", substring(unique_string([resource_group().id()]), 0, 8));
    account("named", unique.name() + "logs");
    assert_rendered("shape-lengths-that-fit", &g);
}

/// Secrets at properties that have others for secrets beside them.
#[test]
fn misplaced_secrets() {
    let text = findings(|g| {
        let token = g.secret("token").describe("Token.");
        let script = |name: &'static str| {
            raw("Microsoft.Compute/virtualMachines/extensions@2026-04-01", "vm/script")
                .property("location", "global")
                .property(name, object([("command", (&*token).into())]))
        };
        script("properties.settings").add(g, "shown");
        let setting = |name: &'static str| object([("name", "TOKEN".into()), (name, (&*token).into())]);
        let container = object([("env", Expr::array([setting("value"), setting("secretRef")]))]);
        raw("Microsoft.App/containerApps@2026-07-01", "app")
            .property("location", "global")
            .property("properties.template.containers", Expr::array([container]))
            .property("properties.configuration.secrets", Expr::array([setting("value")]))
            .add(g, "app");
    });
    assert_snapshot("shape-misplaced-secrets", &text);
}

#[test]
fn places() {
    let text = findings(|g| {
        let account = storage("stplaces").add(g, "account");
        let site = raw(SITE, "site").property("location", "global").add(g, "site");
        raw(GROUP, "rg").property("location", "global").add(g, "group");
        search("search-on").on(&account).add(g, "noExtension");
        raw(TARGET, "target").property("properties", object([])).add(g, "extension");
        raw(READ_ONLY, "a").on(&account).add(g, "readOnly");
        raw(BLOBS, "default").child_of(&site).add(g, "otherParent");
        raw(BLOBS, "default").add(g, "noParent");
        raw(BLOBS, "stplaces/default").child_of(&account).add(g, "twoParents");
        raw_existing(STORAGE, "stthere").in_scope(Expr::call("subscription", [])).where_used().add(g, "there");
        raw_existing("Microsoft.Confluent/agreements@2024-07-01", "a")
            .in_scope(Expr::call("subscription", []))
            .where_used()
            .add(g, "unreadable");
    });
    assert_snapshot("shape-places", &text);
}

#[test]
fn variants() {
    let text = findings(|g| {
        let kind = g.param("kind").default("WebHook").describe("A kind.");
        let site = raw(SITE, "site").property("location", "global").add(g, "site");
        raw(SITE_CONFIG, "appsettings").child_of(&site).property("properties.A", 1).add(g, "settings");
        raw(SITE_CONFIG, "logs").child_of(&site).property("properties.a", "1").add(g, "logs");
        raw(SITE_CONFIG, "appsetings").child_of(&site).property("properties.A", 1).add(g, "misspelt");
        raw(SITE_CONFIG, Value::new(&*kind)).child_of(&site).property("properties.A", 1).add(g, "computed");
        let destination = |value: Expr| raw(EVENTS, "events").property("properties.destination", value);
        destination(object([("properties", object([]))])).add(g, "without");
        destination(object([("endpointType", "WebHok".into())])).add(g, "unknown");
        destination(object([("endpointType", (&*kind).into())])).add(g, "param");
        destination(object([("endpointType", 1.into())])).add(g, "number");
        destination(object([("endpointType", "EventHub".into()), ("other", 1.into())])).add(g, "fields");
        destination(Expr::Object(vec![spread([("endpointType", "Webhook".into())])].into())).add(g, "spread");
        raw("Microsoft.Kusto/clusters/databases@2025-02-14", "a/b").add(g, "database");
        raw("Microsoft.DataFactory/factories/pipelines@2018-06-01", "factory/pipeline")
            .property("properties.activities", Expr::array([each(each(object([("type", "Wait".into())])))]))
            .add(g, "pipeline");
    });
    assert_snapshot("shape-variants", &text);
}

/// An activity of a pipeline that holds another one.
fn each(inner: Expr) -> Expr {
    let items = object([("type", "Expression".into()), ("value", "@items".into())]);
    let properties = object([("items", items), ("activities", Expr::array([inner]))]);
    object([("name", "each".into()), ("type", "ForEach".into()), ("typeProperties", properties)])
}

#[test]
fn params() {
    let text = findings(|g| {
        let name = g.param("accountName").length(2..=30).describe("Bounds of its own.");
        raw(STORAGE, &name).add(g, "account");
        let count = g.param_of::<i64>("count").default(20).describe("A default out of bounds.");
        let tier = g.param("tier").default("hot").describe("A default that is not allowed.");
        let action = g.param("action").allowed(["Allow", "Maybe"]).describe("A value that is not allowed.");
        let both = g.param("both").describe("Nothing fits.");
        let replicas = g.param_of::<i64>("replicas").range(0..=5).describe("Bounds of its own.");
        let value = g.param("value").describe("Has a bad value in a set.");
        search("search-a")
            .property("properties.replicaCount", &*count)
            .property("properties.hostingMode", &*both)
            .property("properties.encryptionWithCmk.enforcement", &*both)
            .add(g, "one");
        search("search-b")
            .property("properties.replicaCount", &*replicas)
            .property("properties.hostingMode", &*value)
            .add(g, "two");
        storage("stparams")
            .property("properties.accessTier", &*tier)
            .property("properties.networkAcls.defaultAction", &*action)
            .property("properties.allowedCopyScope", "AAD")
            .add(g, "three");
        let set = g.parameter_set("main").value(&name, "stname").value(&action, "Allow").value(&both, "a");
        set.value(&replicas, 2).value(&value, "Low");
    });
    assert_snapshot("shape-params", &text);
}

/// What is right is silent, in every form that a value may have.
#[test]
fn good_resources() {
    let mut g = G::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let flag = g.param_of::<bool>("flag").default(true).describe("A flag.");
    let maybe = g.param_of::<Option<String>>("maybe").describe("A text or null.");
    let texts = g.param_of::<Vec<String>>("addresses").default(["10.0.0.1"]).describe("Addresses.");
    let suffix = g.param("suffix").default("abc").length(1..=10).describe("The end of names.");
    let rules = Expr::each("address", (&*texts).into(), object([("value", Expr::Local("address".into()))]));
    let sku = g.var("sku", Value::<String>::new(object([("name", "Standard_LRS".into())]))).describe("A sku.");
    let account = raw(STORAGE, Value::text("st") + &suffix)
        .property("location", &*location)
        .property("kind", "FutureStorage")
        .property("sku", &*sku)
        .property("identity", object([("type", "SystemAssigned".into())]))
        .property("tags", Expr::Object(vec![tag(&suffix), spread([("a", "b".into())])].into()))
        .property("properties.accessTier", Expr::ternary((&*flag).into(), "Hot".into(), Expr::Null))
        .property("properties.minimumTlsVersion", or(&*maybe, "TLS1_2"))
        .property("properties.isHnsEnabled", &*flag)
        .property("properties.encryption", Expr::Null)
        .property("properties.customDomain", Expr::call("json", [(&*suffix).into()]))
        .property("properties.networkAcls.ipRules", rules)
        .property("properties.networkAcls.bypass", resource_group().id())
        .property("properties.networkAcls.defaultAction", Expr::Raw("any('x')".into()))
        .add(&mut g, "account");
    raw(BLOBS, "default")
        .child_of(&account)
        .nested()
        .property("properties.isVersioningEnabled", true)
        .add(&mut g, "blobs");
    raw(EVENTS, "events").property("properties.destination", Expr::Null).add(&mut g, "scoped");
    raw(EVENTS, "events")
        .on(&account)
        .property("properties.filter.includedEventTypes", Expr::array([]))
        .add(&mut g, "events");
    let target =
        raw(TARGET, "Microsoft-StorageAccount").on(&account).property("properties", object([])).add(&mut g, "target");
    raw("Microsoft.Chaos/targets/capabilities@2025-01-01", "Failover-1.0").child_of(&target).add(&mut g, "capability");
    let site = raw(SITE, Value::text("site-") + &suffix).property("location", &*location).add(&mut g, "site");
    raw(SITE_CONFIG, "appsettings").child_of(&site).property("properties.A", "1").add(&mut g, "settings");
    raw("Microsoft.Web/sites/config@2025-03-01", "other/logs").property("properties.a", 1).add(&mut g, "long");
    raw("Microsoft.DataFactory/factories/pipelines@2018-06-01", "factory/pipeline")
        .property("properties.activities", Expr::array([each(each(wait()))]))
        .add(&mut g, "pipeline");
    let items = vec![Item::Spread(std::rc::Rc::new((&*texts).into())), Item::Value("x".into())];
    search("search-a")
        .property("location", &*location)
        .property("properties.dataExfiltrationProtections", Expr::Array(items.into()))
        .add(&mut g, "search");
    assert_rendered("shape-good", &g);
}

fn tag(name: &Value<String>) -> Entry {
    Entry::Property(Key::Computed(computed("x-", name).into()), "1".into())
}

fn wait() -> Expr {
    let properties = object([("waitTimeInSeconds", 1.into())]);
    object([("name", "wait".into()), ("type", "Wait".into()), ("typeProperties", properties)])
}

#[test]
fn a_subscription_holds_other_types() {
    let mut g = Graph::<Subscription>::new();
    let location = g.param("location").describe("Region.");
    raw(GROUP, "rg-shapes").property("location", &*location).add(&mut g, "group");
    Lock::new(DeploymentScope, "lock", LockProperties::new("ReadOnly")).add(&mut g, "lock");
    let hub = Expr::call("resourceGroup", [Expr::string("rg-hub")]);
    let far = StorageAccount::existing("sthub").in_scope(hub).add(&mut g, "far");
    g.output("farId", far.id()).describe("Resource id of the account.");
    assert_rendered("shape-subscription", &g);
}
