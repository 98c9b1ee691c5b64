//! How statements print, each kind with everything that it can carry.

mod common;

use common::{
    AccessTier, BlobService, Kind, Lock, LockProperties, Sku, StorageAccount, StorageAccountProperties, assert_rendered,
};
use dsl::functions::{range, resource_group, string, subscription, unique_string};
use dsl::{Expr, Field, Graph, ResourceBody, ResourceGroup, Secret, Subscription, Type};

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
    let fields = vec![Field { secure: false, name: "x y".into(), ty: Type::Int, description: "A field.".into() }];
    let point = g.param_of::<String>("point").ty(Type::Object(fields)).sealed().describe("A point.");
    let kind = |name: &'static str| Field {
        secure: false,
        name: "kind".into(),
        ty: Type::Literal(name.into()),
        description: "Kind.".into(),
    };
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
    g.output("last", dsl::Value::<String>::new(Expr::Symbol("two".into()))).describe("Comes last.");
    g.var("two", dsl::Value::<String>::new(Expr::Symbol("one".into()))).describe("Needs the first.");
    g.var("one", resource_group().name()).describe("Needs nothing.");
    assert_rendered("statement-order", &g);
}
