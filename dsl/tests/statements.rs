//! How statements print, each kind with everything that it can carry.

mod common;

use common::{
    AccessTier, BlobService, Kind, Lock, LockProperties, Sku, StorageAccount, StorageAccountProperties, assert_rendered,
};
use dsl::functions::{map, range, resource_group, string, subscription, tenant, unique_string};
use dsl::{Expr, Field, Graph, Map, ResourceBody, ResourceGroup, Secret, Subscription, Tenant, Type, Value};

#[test]
fn params_with_every_decorator() {
    let mut g = Graph::<ResourceGroup>::new();
    let name = g.param("name").default("hub").length(2..=12).describe("A name.");
    let size = g.param("size").default("small").allowed(["small", "it's large"]).describe("A size.");
    let count = g.param_of::<i64>("count").default(3).range(1..).describe("How many.");
    let few = g.param_of::<i64>("few").range(..11).metadata(Expr::object([("unit", "item".into())])).describe("Few.");
    let zones = g.param_of::<Vec<String>>("zones").default(["1", "2"]).length(1..=3).describe("Zones.");
    let flag = g.param_of::<bool>("flag").default(true).describe("On or off.");
    let maybe = g.param_of::<Option<String>>("maybe").describe("Given or not.");
    let password = g.param_of::<Secret<String>>("password").length(12..).describe("A secret.");
    let unions = Type::Union(vec![Type::Literal("dev".into()), Type::Literal("prod".into())]);
    let stage = g.param("stage").ty(unions).default("dev").describe("A stage.");
    let fields = vec![Field::typed("x y", Type::Int, "A field.")];
    let point = g.param_of::<String>("point").ty(Type::Object(fields)).sealed().describe("A point.");
    let kind = |name: &'static str| Field::typed("kind", Type::Literal(name.into()), "Kind.");
    let union = Type::Union(["cat", "dog"].map(|name| Type::Object(vec![kind(name)])).into());
    let pet = g.param_of::<String>("pet").ty(union).discriminator("kind").describe("A cat or a dog.");
    let texts = [name.into(), size.into(), string(&count), string(&few), string(&zones), string(&flag)];
    g.output("texts", texts).describe("All of them.");
    g.output("more", [maybe.or_else("none"), stage.into(), string(&point), string(&pet)]).describe("All the others.");
    g.output("secret", &*password).describe("The secret.");
    assert_rendered("statement-params", &g);
}

#[test]
fn vars_and_outputs() {
    let mut g = Graph::<ResourceGroup>::new();
    let one = g.var("one", resource_group().name() + "-a").describe("A var.");
    let two = g.var("two", &one + "-b").describe("A var that needs another one.");
    let numbers = g.var("numbers", range(1, 3)).describe("A list.");
    g.var("shared", "for all").export().describe("Other files may import it.");
    let again = g.var("one", resource_group().name() + "-a").describe_once("A var.");
    assert_eq!(one.node(), again.node());
    g.output("name", &two).length(1..=90).metadata(Expr::object([("kind", "name".into())])).describe("A name.");
    g.output("number", numbers.at(0)).range(1..).describe("A number.");
    g.metadata("owner", "platform");
    assert_rendered("statement-vars-and-outputs", &g);
}

#[test]
fn types_that_say_more() {
    let mut g = Graph::<ResourceGroup>::new();
    let count = g.param_of::<i64>("count").default(2).describe("How many.");
    let names = g.var("names", map(range(0, &count), string)).typed().describe("Their names.");
    let longer = g.each("name", &names, |g, name, _| g.var("longer", name + "-x").typed().describe("Longer names."));
    g.output("first", &longer.at(0)).describe("The first of the longer names.");
    let one_of = |values: [Expr; 2]| Type::Union(values.map(Type::Literal).into());
    let fields = vec![
        Field::of::<i64>("size", "How large it is.").range(1..=3),
        Field::of::<Vec<String>>("names", "Its names.").length(1..=9),
        Field::typed("flag", Type::Nullable(Type::Named("sys.bool".into()).into()), "On or off."),
        Field::typed("sign", one_of([(-1).into(), 1.into()]), "Which way."),
        Field::typed("always", Type::Literal(true.into()), "Always."),
        Field::typed("perhaps", one_of(["yes".into(), Expr::Null]), "Perhaps."),
    ];
    let options = g.type_of::<String>("Options").ty(Type::Object(fields.clone())).sealed().describe("Options.");
    let options = g.param_of::<String>("options").ty(options).describe("Options.");
    g.output("options", &options).ty(Type::Object(fields)).sealed().describe("The same.");
    let kinds = ["cat", "dog"]
        .map(|kind| Type::Object(vec![Field::typed("kind", Type::Literal(kind.into()), "Which animal.")]));
    let pet = g.param_of::<String>("pet").ty(Type::Union(kinds.to_vec())).discriminator("kind").describe("A pet.");
    g.output("pet", &pet).ty(Type::Union(kinds.into())).discriminator("kind").describe("The same pet.");
    let counts = Map::new().with("null", &count).with("other-things", 1);
    g.output("counts", Value::<Map<i64>>::from(counts)).describe("Numbers by words that Bicep keeps for itself.");
    g.output("few", &count).range(..=9).describe("How many.");
    assert_rendered("statement-types", &g);
}

#[test]
fn a_tenant_says_so() {
    let mut g = Graph::<Tenant>::new();
    g.output("tenantId", tenant().tenant_id()).describe("Where it was deployed.");
    assert_rendered("statement-tenant", &g);
}

#[test]
fn resources() {
    let mut g = Graph::<ResourceGroup>::new();
    let location = g.param("location").default(resource_group().location()).describe("Region.");
    let name = "st" + unique_string([resource_group().id()]);
    let account = StorageAccount::new(name, &location, Kind::StorageV2, Sku::new("Standard_LRS"))
        .tags([("cost-center", "4711")])
        .properties(StorageAccountProperties::new().access_tier(AccessTier::Cool).minimum_tls_version("TLS1_2"))
        .describe("An account.")
        .only_if_not_exists()
        .retry_on(["Busy"], Some(2))
        .add(&mut g, "account");
    let blobs = BlobService::new(&account).add(&mut g, "blobs");
    Lock::new(&account, "keep", LockProperties::new("CanNotDelete")).depends_on(&blobs).add(&mut g, "lock");
    let other = StorageAccount::existing("stother").describe("Somebody else's.").add(&mut g, "other");
    let inner = BlobService::existing(&other).nested().describe("Nested.").add(&mut g, "inner");
    let hub = Expr::call("resourceGroup", [Expr::string("rg-hub")]);
    let far = StorageAccount::existing("sthub").in_scope(hub).add(&mut g, "far");
    g.output("ids", [other.id(), inner.id(), far.id()]).describe("Ids.");
    assert_rendered("statement-resources", &g);
}

#[test]
fn a_subscription_says_so() {
    let mut g = Graph::<Subscription>::new();
    g.output("subscriptionId", subscription().subscription_id()).describe("Where it was deployed.");
    assert_rendered("statement-target-scope", &g);
}

#[test]
fn statements_come_in_the_order_of_need() {
    let mut g = Graph::<ResourceGroup>::new();
    g.output("last", Value::<String>::new(Expr::Symbol("two".into()))).describe("Comes last.");
    g.var("two", Value::<String>::new(Expr::Symbol("one".into()))).describe("Needs the first.");
    g.var("one", resource_group().name()).describe("Needs nothing.");
    assert_rendered("statement-order", &g);
}
