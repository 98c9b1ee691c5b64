//! Random pictures: the layout takes all of them, no box lies on another one, and everything is inside of what it is in.

use proptest::prelude::*;

use super::layout::{Drawing, Rectangle};
use super::{Area, Arrow, ArrowKind, Node, NodeKind, Picture};

fn line() -> impl Strategy<Value = String> {
    "[a-zA-Z東京 \\[\\]<>&\"'`{}|\\\\;#]{1,60}"
}

/// Networks with subnets, boxes in and beside them, and arrows between any two.
fn picture() -> impl Strategy<Value = Picture> {
    let area = (any::<prop::sample::Index>(), any::<bool>(), line());
    let node = (any::<prop::sample::Index>(), any::<bool>(), prop::collection::vec(line(), 1..4));
    let end = any::<prop::sample::Index>;
    let arrow = (end(), end(), prop::collection::vec(line(), 1..3), 0..3_usize);
    (prop::collection::vec(area, 0..7), prop::collection::vec(node, 1..25), prop::collection::vec(arrow, 0..40))
        .prop_map(|(areas, nodes, arrows)| assembled(&areas, nodes, arrows))
}

type Place = prop::sample::Index;

fn assembled(
    areas: &[(Place, bool, String)],
    nodes: Vec<(Place, bool, Vec<String>)>,
    arrows: Vec<(Place, Place, Vec<String>, usize)>,
) -> Picture {
    let mut picture = Picture::default();
    for (at, (outer, is_inside, line)) in areas.iter().enumerate() {
        let tops: Vec<_> = picture.areas.iter().filter(|it| it.inside.is_none()).map(|it| it.id.clone()).collect();
        let inside = (*is_inside && !tops.is_empty()).then(|| outer.get(&tops).clone());
        picture.areas.push(Area { id: format!("a{at}"), lines: vec![line.clone()], inside, existing: *is_inside });
    }
    for (at, (area, is_inside, lines)) in nodes.into_iter().enumerate() {
        let inside = (is_inside && !areas.is_empty()).then(|| area.get(&picture.areas).id.clone());
        let kind = if is_inside { NodeKind::Endpoint } else { NodeKind::Principal };
        picture.nodes.push(Node { id: format!("n{at}"), lines, kind, inside, existing: false });
    }
    for (from, to, lines, kind) in arrows {
        let (from, to) = (from.get(&picture.nodes).id.clone(), to.get(&picture.nodes).id.clone());
        let kind = [ArrowKind::Grant, ArrowKind::Link, ArrowKind::Public][kind];
        if from != to {
            picture.arrows.push(Arrow { from, to, lines, kind });
        }
    }
    picture
}

fn overlap(one: &Rectangle, other: &Rectangle) -> bool {
    let is_near = |a: f64, b: f64, sizes: f64| (a - b).abs() < sizes / 2.0 - 0.5;
    is_near(one.x, other.x, one.width + other.width) && is_near(one.y, other.y, one.height + other.height)
}

fn is_inside(inner: &Rectangle, outer: &Rectangle) -> bool {
    let fits = |a: f64, b: f64, inner: f64, outer: f64| (a - b).abs() <= (outer - inner) / 2.0 + 0.5;
    fits(inner.x, outer.x, inner.width, outer.width) && fits(inner.y, outer.y, inner.height, outer.height)
}

/// What is wrong with a drawing, in words.
fn problems(picture: &Picture, drawing: &Drawing<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let (width, height) = (drawing.width, drawing.height);
    let whole = Rectangle { x: width / 2.0, y: height / 2.0, width, height };
    let areas = drawing.areas.iter().map(|(area, at)| (&area.id, &area.inside, at));
    let nodes = drawing.nodes.iter().map(|(node, at)| (&node.id, &node.inside, at));
    let boxes: Vec<_> = areas.chain(nodes).collect();
    let place = |id: &String| boxes.iter().find(|(other, ..)| *other == id).map(|(.., at)| *at);
    for (at, (id, inside, one)) in boxes.iter().enumerate() {
        let outer = inside.as_ref().and_then(place).unwrap_or(&whole);
        found.extend((!is_inside(one, outer)).then(|| format!("{id} is not where it belongs")));
        let others = boxes[at + 1..].iter().filter(|(_, other, place)| other == inside && overlap(one, place));
        found.extend(others.map(|(other, ..)| format!("{id} lies on {other}")));
    }
    found.extend((picture.arrows.len() != drawing.arrows.len()).then(|| "an arrow is lost".to_owned()));
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_box_has_a_place_of_its_own(picture in picture()) {
        prop_assert_eq!(problems(&picture, &picture.drawing()), Vec::<String>::new());
    }

    #[test]
    fn every_text_of_a_flowchart_is_closed(picture in picture()) {
        let text = picture.mermaid();
        let count = |word: &str| text.lines().filter(|line| line.trim().starts_with(word)).count();
        prop_assert_eq!(count("subgraph "), count("end"));
        prop_assert!(text.lines().all(|line| line.matches('"').count() % 2 == 0), "{}", text);
        prop_assert!(!picture.svg("a", "b").contains("NaN"));
    }
}
