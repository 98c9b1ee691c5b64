//! The picture as SVG: light or dark as the reader's system is. It must not know where anything is.

use askama::Template;

use super::layout::{Drawing, LINE, Rectangle, Route};
use super::route::whole;
use super::text::{lines, title};
use super::{Area, ArrowKind, NodeKind, Picture};

#[derive(Template)]
#[template(path = "picture.svg", escape = "html")]
struct Page<'a> {
    name: &'a str,
    source: &'a str,
    width: i64,
    height: i64,
    areas: Vec<Shape>,
    nodes: Vec<Shape>,
    arrows: Vec<Line>,
}

/// A box with its lines.
#[derive(Template)]
#[template(path = "shape.svg", escape = "html")]
struct Shape {
    class: String,
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    radius: i64,
    texts: Vec<Word>,
}

struct Word {
    class: &'static str,
    x: i64,
    y: i64,
    text: String,
}

/// An arrow with its label.
struct Line {
    class: &'static str,
    path: String,
    label: Shape,
}

impl Picture {
    /// The picture of a scenario of that name, which is made in a file of Rust.
    pub fn svg(&self, name: &str, source: &str) -> String {
        let Drawing { width, height, areas, nodes, arrows } = self.drawing();
        let page = Page {
            name,
            source,
            width: whole(width),
            height: whole(height),
            areas: areas.iter().map(|(area, at)| self.area(area, at)).collect(),
            nodes: nodes
                .iter()
                .map(|(node, at)| shape(&class(node.kind, node.existing), at, &lines(&node.lines)))
                .collect(),
            arrows: arrows.iter().map(|(arrow, route)| line(arrow.kind, &arrow.lines, route)).collect(),
        };
        // Nothing can fail here: no part of the template calls a fallible function.
        page.render().unwrap_or_default() + "\n"
    }

    /// The title stands at the top, for others are inside; in an empty one, in the middle.
    fn area(&self, area: &Area, at: &Rectangle) -> Shape {
        let title = title(&area.lines);
        let shape = shape(if area.existing { "area existing" } else { "area" }, at, std::slice::from_ref(&title));
        if !self.is_filled(area) {
            return shape;
        }
        let (x, y) = (shape.x + 10, shape.y + 17);
        Shape { texts: vec![Word { class: "title start", x, y, text: title }], ..shape }
    }
}

fn class(kind: NodeKind, existing: bool) -> String {
    let kind = match kind {
        NodeKind::Internet => "internet",
        NodeKind::Principal => "principal",
        NodeKind::Endpoint => "endpoint",
        NodeKind::Resource => "resource",
        NodeKind::Scope => "scope",
    };
    if existing { format!("{kind} existing") } else { kind.to_owned() }
}

fn shape(class: &str, at: &Rectangle, texts: &[String]) -> Shape {
    let radius = if class.starts_with("principal") || class.starts_with("internet") { at.height / 2.0 } else { 6.0 };
    Shape {
        class: class.to_owned(),
        x: whole(at.x - at.width / 2.0),
        y: whole(at.y - at.height / 2.0),
        width: whole(at.width),
        height: whole(at.height),
        radius: whole(radius),
        texts: middle(at, texts),
    }
}

/// Lines around the middle of a box, the first one as its title.
fn middle(at: &Rectangle, texts: &[String]) -> Vec<Word> {
    let count = f64::from(u32::try_from(texts.len()).unwrap_or(u32::MAX));
    let mut y = at.y - (count - 1.0) * LINE / 2.0 + 4.0;
    let mut found = Vec::new();
    for (place, text) in texts.iter().cloned().enumerate() {
        let class = if place == 0 { "title" } else { "detail" };
        found.push(Word { class, x: whole(at.x), y: whole(y), text });
        y += LINE;
    }
    found
}

fn line(kind: ArrowKind, texts: &[String], route: &Route) -> Line {
    let class = match kind {
        ArrowKind::Grant => "grant",
        ArrowKind::Link => "link",
        ArrowKind::Public => "public",
    };
    let mut label = shape("label", &route.label, &lines(texts));
    label.texts.iter_mut().for_each(|text| text.class = "detail");
    Line { class, path: route.path.clone(), label }
}
