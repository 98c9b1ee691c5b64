//! Where everything is drawn: sizes from the texts, places from the crate `dagre`, which is the layout of Mermaid, too. It must
//! not know how a box is drawn.

use dagre::graph::{Graph, GraphOptions};
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};

use super::text::{lines, title, width};
use super::{Area, Arrow, Node, Picture};

/// The width of a letter and the height of a line in pixels. A letter of the usual fonts is narrower on average.
const LETTER: f64 = 7.5;
pub(super) const LINE: f64 = 18.0;
/// Between a box and its text.
const PADDING: f64 = 12.0;

/// The picture with places.
pub(super) struct Drawing<'p> {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) areas: Vec<(&'p Area, Rectangle)>,
    pub(super) nodes: Vec<(&'p Node, Rectangle)>,
    pub(super) arrows: Vec<(&'p Arrow, Route)>,
}

/// By its middle, as the layout gives it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rectangle {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The points of an arrow, and the middle of its label.
pub(super) struct Route {
    pub(super) points: Vec<(f64, f64)>,
    pub(super) label: Rectangle,
}

type Plan = Graph<NodeLabel, EdgeLabel>;

impl Picture {
    /// Lays it out from left to right.
    pub(super) fn drawing(&self) -> Drawing<'_> {
        let mut plan = self.plan();
        let room = |horizontal: f64, vertical: f64| LayoutOptions {
            rankdir: RankDir::LR,
            nodesep: vertical,
            ranksep: horizontal,
            edgesep: 24.0,
            marginx: 24.0,
            marginy: 24.0,
            ..LayoutOptions::default()
        };
        dagre::layout(&mut plan, Some(room(36.0, 40.0)));
        let areas: Vec<_> = self.areas.iter().map(|area| (area, rectangle(&plan, &area.id))).collect();
        let nodes: Vec<_> = self.nodes.iter().map(|node| (node, rectangle(&plan, &node.id))).collect();
        let arrows: Vec<_> =
            self.arrows.iter().enumerate().map(|(at, arrow)| (arrow, route(&plan, arrow, at))).collect();
        let all = || areas.iter().map(|(_, it)| it).chain(nodes.iter().map(|(_, it)| it));
        let far = |edge: fn(&Rectangle) -> f64| all().map(edge).fold(0.0, f64::max) + 24.0;
        let (width, height) = (far(|it| it.x + it.width / 2.0), far(|it| it.y + it.height / 2.0));
        Drawing { width, height, areas, nodes, arrows }
    }

    fn plan(&self) -> Plan {
        let mut plan = Plan::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
        for area in &self.areas {
            let (width, height) = if self.is_filled(area) { (0.0, 0.0) } else { size(&[title(&area.lines)], PADDING) };
            plan.set_node(&*area.id, Some(NodeLabel { width, height, ..NodeLabel::default() }));
        }
        for node in &self.nodes {
            let (own, height) = size(&lines(&node.lines), PADDING);
            let width = own.max(self.room_for_titles(node.inside.as_ref()));
            plan.set_node(&*node.id, Some(NodeLabel { width, height, ..NodeLabel::default() }));
        }
        let areas = self.areas.iter().filter_map(|it| Some((&it.id, it.inside.as_ref()?)));
        let nodes = self.nodes.iter().filter_map(|it| Some((&it.id, it.inside.as_ref()?)));
        for (inner, outer) in areas.chain(nodes) {
            plan.set_parent(inner, Some(outer));
        }
        for (at, arrow) in self.arrows.iter().enumerate() {
            let (width, height) = size(&lines(&arrow.lines), PADDING / 3.0);
            let label =
                EdgeLabel { width, height, labelpos: dagre::layout::types::LabelPos::Center, ..EdgeLabel::default() };
            plan.set_edge(&*arrow.from, &*arrow.to, Some(label), Some(&at.to_string()));
        }
        plan
    }

    /// A box with others inside is no wider than these: its title must fit above them.
    fn room_for_titles(&self, inside: Option<&String>) -> f64 {
        let Some(area) = inside.and_then(|id| self.areas.iter().find(|area| area.id == *id)) else { return 0.0 };
        size(&[title(&area.lines)], PADDING).0.max(self.room_for_titles(area.inside.as_ref()))
    }
}

/// How large a box around lines is.
fn size(texts: &[String], padding: f64) -> (f64, f64) {
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (count(width(texts)) * LETTER + 2.0 * padding, count(texts.len()) * LINE + 2.0 * padding - padding / 2.0)
}

fn rectangle(plan: &Plan, id: &str) -> Rectangle {
    let place = |it: &NodeLabel| Some(Rectangle { x: it.x?, y: it.y?, width: it.width, height: it.height });
    plan.node(id).and_then(place).unwrap_or_default()
}

fn route(plan: &Plan, arrow: &Arrow, at: usize) -> Route {
    let edge = plan.edge(&arrow.from, &arrow.to, Some(&at.to_string()));
    let points = edge.map(|edge| edge.points.iter().map(|point| (point.x, point.y)).collect()).unwrap_or_default();
    let label = edge.and_then(|it| Some(Rectangle { x: it.x?, y: it.y?, width: it.width, height: it.height }));
    Route { points, label: label.unwrap_or_default() }
}
