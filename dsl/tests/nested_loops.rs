//! What loops in each other make, read from outside of both: the inner loop is a module of the outer one.

mod common;

use common::{assert_deployed, assert_deployed_alike, assert_files, assert_snapshot, findings};
use dsl::functions::string;
use dsl::{
    DeploymentScope, Each, Graph, Layout, Limits, Maybe, Param, RawResource, Resource, ResourceBody, ResourceGroup,
    Value, ValueOf, raw,
};

type G = Graph<ResourceGroup>;
type Zones = Each<Each<Resource<RawResource>>>;

fn zone(name: impl ValueOf<String>) -> RawResource {
    raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global")
}

/// A zone for each stage of each team.
fn zones(g: &mut G) -> (Param<Vec<String>>, Zones) {
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let stages = g.param_of::<Vec<String>>("stages").describe("The stages of each team.");
    let zones = g.each("team", &teams, |g, team, _| {
        g.module("zones", DeploymentScope, |g| {
            g.each("stage", &stages, |g, stage, _| zone(team + "." + stage).add(g, "zone"))
        })
    });
    (teams, zones)
}

fn records(zone: &Resource<RawResource>) -> Value<i64> {
    zone.read("properties.numberOfRecordSets").cast::<i64>()
}

#[test]
fn values_are_outputs_of_one_turn_and_names_are_computed() {
    let mut g = G::new();
    let (_, zones) = zones(&mut g);
    let one = zones.at(0).at(1);
    g.output("id", one.id()).describe("Id of the first team's second zone.");
    g.output("name", one.name()).describe("Name of it.");
    g.output("records", records(&one)).describe("How much is in it.");
    g.output("firsts", zones.map(|zones| zones.at(0).id())).describe("Ids of the first zone of each team.");
    g.output("ofFirst", zones.at(0).map(records)).describe("How much is in each zone of the first team.");
    assert_files("nested-loops", &g, Layout::Single);
}

#[test]
fn under_conditions_of_the_inner_loop() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let more = g.param_of::<bool>("more").describe("Whether there is more than one zone.");
    let zones: Each<Each<Maybe<_>>> = g.each("team", &teams, |g, team, _| {
        g.module("zones", DeploymentScope, |g| {
            g.each::<String, _>("stage", ["test", "live"], |g, stage, index| {
                let base = zone(team + "." + stage).add(g, "base");
                g.when(index.eq(0).or(&more), |g| {
                    zone("x." + &base.name()).property("tags.of", base.id()).add(g, "zone")
                })
            })
        })
    });
    let second = zones.at(0).at(1);
    g.output("id", second.read(Resource::id).or_else("none")).describe("Id of the second.");
    g.output("records", second.read(records).or_else(0)).describe("How much is in it.");
    g.output("promised", records(&second.non_null())).describe("How much is in it.");
    assert_files("nested-loops-conditional", &g, Layout::Single);
}

/// Conditions between the loops mean nothing where what the inner loop makes is found: the outer variable is unknown there.
#[test]
fn under_conditions_around_the_inner_loop() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let more = g.param_of::<bool>("more").default(true).describe("Whether there is more than one stage.");
    let zones = g.each("team", &teams, |g, team, _| {
        g.module("zones", DeploymentScope, |g| {
            g.when(team.ne("blue"), |g| {
                g.each::<String, _>("stage", ["test", "live"], |g, stage, index| {
                    let main = zone(team + "." + stage).add(g, "zone");
                    let extra = g.when(index.eq(0).or(&more), |g| {
                        zone("x." + &main.name()).property("tags.of", main.id()).add(g, "extra")
                    });
                    (main, extra)
                })
            })
        })
    });
    let red = zones.at(0).non_null();
    g.output("records", zones.at(0).read(|zones| records(&zones.at(1).0)).or_else(0)).describe("How much is in one.");
    g.output("extra", red.at(0).1.read(records).or_else(0)).describe("How much is in an extra one.");
    g.output("all", red.map(|(zone, _)| records(zone))).describe("How much is in each zone of the first team.");
    g.module("tagged", DeploymentScope, |g| {
        let id = zones.at(0).read(|zones| zones.at(1).0.id()).or_else("none");
        zone("y.internal").property("tags.of", id).add(g, "second");
        g.each("other", &teams, |g, other, index| {
            zone("y." + other).property("tags.of", red.at(index).0.id()).add(g, "others");
        });
    });
    assert_files("nested-loops-between", &g, Layout::Modules);
    assert_deployed_alike(&g, "param teams = ['red', 'blue']\n");
}

/// As a parent, as what is locked, as what is waited for, and as a value early and late.
fn uses(g: &mut G) {
    let (teams, zones) = zones(g);
    let one = zones.at(0).at(1);
    lock("lock", &one).add(g, "lock");
    record("a", &one).add(g, "record");
    zone("contoso.internal").depends_on(&one).add(g, "after");
    g.module("tagged", DeploymentScope, |g| {
        let name = "a." + &one.name();
        zone(name).property("tags.id", one.id()).property("tags.records", string(records(&one))).add(g, "taggedZone");
        g.each("other", &teams, |g, other, index| {
            let (of_team, of_stage) = (zones.at(index).at(0), zones.at(0).at(index));
            let tagged =
                zone("b." + other).property("tags.ofTeam", of_team.id()).property("tags.ofStage", of_stage.id());
            tagged.add(g, "tags");
            raw("Microsoft.Network/privateDnsZones/A@2024-06-01", "b").child_of(&of_team).add(g, "records")
        });
    });
    g.output("firsts", zones.map(|zones| records(&zones.at(0))))
        .describe("How much is in the first zone of each team.");
}

#[test]
fn they_are_found_by_their_names() {
    let mut g = G::new();
    uses(&mut g);
    assert_files("nested-loops-found", &g, Layout::Modules);
    let params = "param teams = ['red', 'blue']\nparam stages = ['test', 'live']\n";
    let expected = [
        "a.red.live",
        "b.blue",
        "b.red",
        "blue.live",
        "blue.test",
        "blue.test/b",
        "contoso.internal",
        "lock",
        "red.live",
        "red.live/a",
        "red.test",
        "red.test/b",
    ];
    assert_deployed(&g, params, &expected);
}

#[test]
fn inside_of_a_third_loop_they_are_read_in_its_turn() {
    let mut g = G::new();
    let regions = g.param_of::<Vec<String>>("regions").describe("The regions.");
    g.each("region", &regions, |g, region, _| {
        g.module("region", DeploymentScope, |g| {
            let zones: Zones = g.each::<String, _>("team", ["red", "blue"], |g, team, _| {
                g.module("team", DeploymentScope, |g| {
                    g.each::<String, _>("stage", ["test", "live"], |g, stage, _| {
                        zone(region.clone() + "." + team + "." + stage).add(g, "zone")
                    })
                })
            });
            let one = zones.at(0).at(1);
            g.output("records", records(&one)).describe("How much is in one of them.");
            zone(region.clone() + ".all").property("tags.id", one.id()).add(g, "all");
        });
    });
    assert_files("nested-loops-of-a-third", &g, Layout::Modules);
    let expected = ["a.all", "a.blue.live", "a.blue.test", "a.red.live", "a.red.test"];
    assert_deployed(&g, "param regions = ['a']\n", &expected);
}

dsl::object_type! {
    /// A team, and what it has.
    pub struct Team, TeamView;
    required {
        name: String = "name", "Name of the team.";
        stages: Vec<String> = "stages", "The stages of the team.";
    }
}

/// The inner loop walks a part of the item of the outer one: outside of both, it is that of the turn which is meant.
#[test]
fn lists_of_the_outer_loop() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<Team>>("teams").describe("The teams.");
    let zones: Zones = g.each("team", &teams, |g, team, _| {
        g.module("zones", DeploymentScope, |g| {
            let team = team.view();
            g.each("stage", team.stages(), |g, stage, _| zone(team.name() + "." + stage).add(g, "zone"))
        })
    });
    g.output("ofSecond", zones.at(1).map(records)).describe("How much is in each zone of the second team.");
    g.module("tagged", DeploymentScope, |g| {
        g.each("place", ["east", "west"], |g, place: &Value<String>, index| {
            let of_first = zone(place + ".red").property("tags.of", zones.at(0).at(index).id());
            of_first.add(g, "ofFirst");
            zone(place + ".blue").property("tags.of", zones.at(1).at(index).id()).add(g, "ofNext")
        })
    });
    assert_files("nested-loops-lists", &g, Layout::Modules);
    let stages = "stages: ['test', 'live']";
    assert_deployed_alike(&g, &format!("param teams = [{{ name: 'red', {stages} }}, {{ name: 'blue', {stages} }}]\n"));
}

fn lock(name: impl ValueOf<String>, on: &Resource<RawResource>) -> RawResource {
    raw("Microsoft.Authorization/locks@2020-05-01", name).property("properties.level", "CanNotDelete").on(on)
}

fn record(name: impl ValueOf<String>, zone: &Resource<RawResource>) -> RawResource {
    raw("Microsoft.Network/privateDnsZones/A@2024-06-01", name).child_of(zone)
}

/// Children in the loops of their parents, or in loops of their own, are found under the parent of the same turn.
#[test]
fn children_are_found_under_their_parents() {
    let mut g = G::new();
    let teams = g.param_of::<Vec<String>>("teams").describe("The teams.");
    let all = g.each("team", &teams, |g, team, _| {
        g.module("zones", DeploymentScope, |g| {
            let zone = zone("z." + team).add(g, "zone");
            let hosts = g.each::<String, _>("host", ["web", "db"], |g, host, _| record(host, &zone).add(g, "hosts"));
            (record("all", &zone).add(g, "record"), hosts)
        })
    });
    let flat = g.module("flat", DeploymentScope, |g| {
        g.each("team", &teams, |g, team, _| {
            let zone = zone("f." + team).add(g, "flatZone");
            record("all", &zone).add(g, "flatRecord")
        })
    });
    g.module("locks", DeploymentScope, |g| {
        lock("one", &all.at(1).0).add(g, "one");
        lock("two", &all.at(0).1.at(1)).add(g, "two");
        lock("three", &flat.at(1)).add(g, "three");
        g.each("other", &teams, |g, other, index| {
            lock("four." + other, &all.at(index).1.at(0)).add(g, "four");
            lock("five." + other, &all.at(0).1.at(index)).add(g, "five");
            lock("six." + other, &flat.at(index)).add(g, "six");
        });
    });
    g.output("hosts", all.at(1).1.map(Resource::id)).describe("Ids of the hosts of the second team.");
    assert_files("nested-loops-children", &g, Layout::Modules);
    assert_deployed_alike(&g, "param teams = ['red', 'blue']\n");
}

#[test]
fn across_shards() {
    let mut g = G::new();
    uses(&mut g);
    let limits = Limits { resources: 3, ..Limits::ARM };
    assert_files("nested-loops-shards", &g, Layout::ShardedWithin(limits));
}

#[test]
fn what_no_list_brings_is_found() {
    let text = findings(|g| {
        let (teams, zones) = zones(g);
        g.each("other", &teams, |g, other, index| {
            zone("b." + other).property("tags.id", zones.at(index).at(index).id()).add(g, "tagged")
        });
        let deepest = g.each("a", &teams, |g, a, _| {
            g.module("outer", DeploymentScope, |g| {
                g.each("b", &teams, |g, b, _| {
                    g.module("inner", DeploymentScope, |g| {
                        g.each("c", &teams, |g, c, _| zone(a + "." + b + "." + c).add(g, "deep"))
                    })
                })
            })
        });
        g.output("deepest", deepest.at(0).at(0).at(0).id()).describe("Id of one.");
    });
    assert_snapshot("error-nested-loops", &text);
}
