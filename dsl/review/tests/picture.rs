//! Pictures: every text is drawn as it is, the same graph gives the same bytes, and what cannot be read is not drawn.
#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use dsl::{Expr, Graph, ResourceBody, ResourceGroup, Scenario, raw};
use review::{Card, Lines};

#[track_caller]
fn card(build: impl Fn(&mut Graph<ResourceGroup>) + 'static) -> Card {
    review::card(&Scenario::new("test", build).describe("A test.")).unwrap_or_else(|report| panic!("{report}"))
}

fn network(g: &mut Graph<ResourceGroup>, name: &str, subnets: &[&str]) {
    let subnet = |(at, subnet): (usize, &&str)| {
        let properties = Expr::object([("addressPrefix", format!("10.0.{at}.0/24").into())]);
        Expr::object([("name", (*subnet).to_owned().into()), ("properties", properties)])
    };
    raw("Microsoft.Network/virtualNetworks@2026-03-01", name.to_owned())
        .property("location", "japaneast")
        .property("properties.addressSpace.addressPrefixes", Expr::array(["10.0.0.0/16".into()]))
        .property("properties.subnets", Expr::array(subnets.iter().enumerate().map(subnet).collect::<Vec<_>>()))
        .add(g, name.to_owned());
}

/// What Mermaid, DOT and XML would take for markup.
const HOSTILE: &str = "a\"]<b>&#x27;`_*${c}|{{d}}\\end";

#[test]
fn nothing_in_a_text_is_taken_for_markup() {
    let card = card(|g| network(g, "network", &[HOSTILE]));
    let area = &card.picture.areas[1];
    assert!(area.id.chars().all(|char| char.is_ascii_alphanumeric() || char == '_'), "{}", area.id);
    let mermaid = card.picture.mermaid();
    let inside = mermaid.split("s_network").nth(1).unwrap();
    let label = inside.split("[\"").nth(1).unwrap().split("\"]").next().unwrap();
    assert!(!label.contains(['"', '<', '>', '`', '{', '|', '\\', '_', '*']), "{label}");
    assert!(label.starts_with("a#quot;#93;#60;b#62;"), "{label}");
    assert!(card.picture.dot().contains(r#"label="a\"]<b>"#), "{}", card.picture.dot());
    assert!(card.svg().contains("a&#34;]&#60;b&#62;&#38;"), "{}", card.svg());
    // A browser that opens the file reads all of it, and strictly.
    let svg = card.svg();
    let read = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{error}:\n{svg}"));
    assert!(read.descendants().any(|node| node.text().is_some_and(|text| text.contains("a\"]<b>&"))), "{svg}");
}

#[test]
fn a_picture_is_the_same_in_every_run() {
    let build = |g: &mut Graph<ResourceGroup>| {
        network(g, "hub", &["a", "b", "c"]);
        network(g, "spoke", &["a", "b", "c", "d"]);
    };
    let first = card(build).svg();
    for _ in 0..20 {
        assert_eq!(card(build).svg(), first);
    }
}

#[test]
fn every_box_is_drawn_once_and_inside_of_its_own() {
    let card = card(|g| network(g, "network", &["a", "b"]));
    let svg = card.svg();
    assert_eq!(svg.matches("<rect class=\"area\"").count(), 3);
    assert_eq!(card.picture.areas.iter().filter(|area| area.inside.is_some()).count(), 2);
    let mermaid = card.picture.mermaid();
    assert_eq!(mermaid.matches("subgraph ").count(), 1, "a subnet with nothing in it is a box: {mermaid}");
    assert_eq!(mermaid.matches("subgraph ").count(), mermaid.lines().filter(|line| line.trim() == "end").count());
}

#[test]
fn what_cannot_be_read_is_not_drawn() {
    let many = card(|g| {
        for at in 0..90 {
            raw("Microsoft.Search/searchServices@2026-11-01", format!("contoso-search-{at}"))
                .property("location", "japaneast")
                .add(g, format!("search{at}"));
        }
    });
    assert!(!many.has_picture());
    let text = many.markdown(Lines::Hidden);
    assert!(text.contains("Too much for a picture") && !text.contains("mermaid\n"), "{text}");
    let none = card(|g| {
        g.output("c", dsl::Value::text("d")).describe("Another one.");
    });
    assert!(!none.has_picture() && none.markdown(Lines::Hidden).contains("There is nothing to draw.\n"));
}
