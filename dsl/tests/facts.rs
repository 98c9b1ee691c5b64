//! What a reader of facts is told of a graph.

use dsl::{Facts, Graph, ParamFacts, ResourceBody, ResourceFacts, ResourceGroup, functions, raw};

fn build(g: &mut Graph<ResourceGroup>) {
    let location = g.param("location").default("japaneast").describe("Region.");
    let token = g.secret("token").length(8..).describe("Token of the registry.");
    let names = g
        .param_of::<Vec<String>>("names")
        .default(vec!["a.internal".to_owned()])
        .length(1..=3)
        .describe("Names of the zones.");
    let is_shared = g.param_of::<bool>("isShared").default(true).describe("Whether there is a vault.");
    g.parameter_set("dev").value(&token, functions::read_environment_variable("TOKEN"));
    let hidden = g.var("hidden", &token).describe("The token.");
    g.each("name", &names, |g, name, _| {
        raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global").add(g, "zone");
    });
    g.when(&is_shared, |g| {
        raw("Microsoft.AppConfiguration/configurationStores@2024-06-01", "contoso-store")
            .property("location", &location)
            .property("sku.name", "standard")
            .describe("Settings.")
            .add(g, "store");
    });
    raw("Microsoft.ContainerInstance/containerGroups@2026-07-01", "group")
        .property("location", &location)
        .property("properties.osType", "Linux")
        .property("properties.imageRegistryCredentials", dsl::Value::<dsl::Any>::raw("[]"))
        .property(
            "properties.containers",
            dsl::Expr::array([dsl::Expr::object([
                ("name", "web".into()),
                (
                    "properties",
                    dsl::Expr::object([
                        ("image", "nginx".into()),
                        (
                            "environmentVariables",
                            dsl::Expr::array([dsl::Expr::object([
                                ("name", "TOKEN".into()),
                                ("secureValue", dsl::Value::<dsl::Secret<String>>::from(&hidden).into()),
                            ])]),
                        ),
                        (
                            "resources",
                            dsl::Expr::object([(
                                "requests",
                                dsl::Expr::object([("cpu", 1.into()), ("memoryInGB", 1.into())]),
                            )]),
                        ),
                    ]),
                ),
            ])]),
        )
        .add(g, "group");
}

/// Reads what `read` says of the graph.
#[track_caller]
fn told<T>(read: impl FnOnce(&Facts<'_>) -> T) -> T {
    let mut g = Graph::new();
    build(&mut g);
    g.examine(|facts, _| read(facts)).unwrap_or_else(|report| panic!("{report}"))
}

#[track_caller]
fn of_resource<T>(symbol: &str, read: impl FnOnce(&ResourceFacts<'_>) -> T) -> T {
    told(|facts| read(&facts.all().find(|it| it.symbol() == symbol).expect("it is in the graph")))
}

#[test]
fn a_secret_is_followed_through_vars_to_its_place() {
    let flows = told(|facts| {
        let flows = facts.secret_flows();
        flows.into_iter().map(|it| (it.source, it.target.symbol().to_owned(), it.path)).collect::<Vec<_>>()
    });
    let path = "properties.containers[].properties.environmentVariables[].secureValue";
    assert_eq!(flows, [("token".to_owned(), "group".to_owned(), path.to_owned())]);
}

#[test]
fn a_param_tells_its_bounds_and_who_sets_it() {
    let of = |symbol: &'static str| {
        told(|facts| {
            let param = facts.params().find(|it| it.statement().symbol() == symbol).unwrap();
            (param.ty(), param.is_secure(), param.length(), param.default())
        })
    };
    assert_eq!(of("token"), ("string".to_owned(), true, (Some(8), None), None));
    assert_eq!(of("names"), ("string[]".to_owned(), false, (Some(1), Some(3)), Some("['a.internal']".to_owned())));
    assert_eq!(of("location").3.as_deref(), Some("'japaneast'"));
    let settings = told(|facts| {
        let token = facts.params().find(ParamFacts::is_secure).unwrap();
        token.settings().iter().map(|it| (it.set.to_owned(), it.value.clone())).collect::<Vec<_>>()
    });
    assert_eq!(settings, [("dev".to_owned(), "readEnvironmentVariable('TOKEN')".to_owned())]);
}

#[test]
fn a_resource_tells_conditions_loops_and_what_is_raw() {
    of_resource("store", |store| {
        let statement = store.statement();
        assert_eq!((statement.conditions(), statement.description()), (vec!["isShared".to_owned()], Some("Settings.")));
        assert!(store.is_raw());
        assert_eq!(store.raw_properties().collect::<Vec<_>>(), [""; 0]);
    });
    of_resource("zone", |zone| {
        assert_eq!(zone.statement().loops(), ["name in names"]);
        assert_eq!(zone.at_path("name").map(|name| name.bicep()).as_deref(), Some("name"));
        assert!(zone.statement().location().file().ends_with("facts.rs"));
    });
}
