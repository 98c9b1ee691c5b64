//! Where everything is drawn: sizes from the texts, places from the crate `dagre`, which is the layout of Mermaid, too. It must
//! not know how a box is drawn.

use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};

use super::route::{Columns, Ends, path};
use super::text::{lines, title, width};
use super::{Area, Arrow, Node, Picture};

/// The width of a letter in a box and at an arrow, and the height of a line, in pixels. In most fonts letters are narrower.
const LETTER: f64 = 7.5;
const SMALL_LETTER: f64 = 7.0;
pub(super) const LINE: f64 = 18.0;
/// Between a box and its text.
const PADDING: f64 = 12.0;
/// Around the whole.
const MARGIN: f64 = 24.0;

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

impl Rectangle {
    pub(super) fn left(&self) -> f64 {
        self.x - self.width / 2.0
    }

    pub(super) fn right(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

/// The path of an arrow, and where its label is.
pub(super) struct Route {
    pub(super) path: String,
    pub(super) label: Rectangle,
}

type Plan = Graph<NodeLabel, EdgeLabel>;

impl Picture {
    /// Lays it out from left to right.
    pub(super) fn drawing(&self) -> Drawing<'_> {
        let mut plan = self.plan();
        dagre::layout(&mut plan, Some(self.options()));
        let areas: Vec<_> = self.areas.iter().map(|area| (area, rectangle(&plan, &area.id))).collect();
        let nodes: Vec<_> = self.nodes.iter().map(|node| (node, rectangle(&plan, &node.id))).collect();
        let labels: Vec<_> = (0..self.arrows.len()).map(|at| self.label(&plan, at)).collect();
        let filled = areas.iter().filter(|(area, _)| !self.is_filled(area)).map(|(_, at)| at);
        let columns = Columns::of(filled.chain(nodes.iter().map(|(_, at)| at)).chain(&labels));
        let route = |(at, label): (usize, &Rectangle)| (&self.arrows[at], self.route(&plan, &columns, at, *label));
        let arrows = labels.iter().enumerate().map(route).collect();
        let all = || areas.iter().map(|(_, it)| it).chain(nodes.iter().map(|(_, it)| it)).chain(&labels);
        let width = all().map(Rectangle::right).fold(0.0, f64::max) + MARGIN;
        let height = all().map(|it| it.y + it.height / 2.0).fold(0.0, f64::max) + MARGIN;
        Drawing { width, height, areas, nodes, arrows }
    }

    /// The more arrows there are, the more room they need between the columns.
    fn options(&self) -> LayoutOptions {
        LayoutOptions {
            rankdir: RankDir::LR,
            nodesep: 40.0,
            ranksep: (60.0 + 8.0 * count(self.arrows.len())).min(180.0),
            edgesep: 24.0,
            marginx: MARGIN,
            marginy: MARGIN,
            ..LayoutOptions::default()
        }
    }

    fn plan(&self) -> Plan {
        let mut plan = Plan::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
        for area in &self.areas {
            let (width, height) = if self.is_filled(area) { (0.0, 0.0) } else { size(&[title(&area.lines)]) };
            plan.set_node(&*area.id, Some(NodeLabel { width, height, ..NodeLabel::default() }));
        }
        for node in &self.nodes {
            let (own, height) = size(&lines(&node.lines));
            let width = own.max(self.room_for_titles(node.inside.as_ref()));
            plan.set_node(&*node.id, Some(NodeLabel { width, height, ..NodeLabel::default() }));
        }
        let areas = self.areas.iter().filter_map(|it| Some((&it.id, it.inside.as_ref()?)));
        let nodes = self.nodes.iter().filter_map(|it| Some((&it.id, it.inside.as_ref()?)));
        for (inner, outer) in areas.chain(nodes) {
            plan.set_parent(inner, Some(outer));
        }
        for (at, arrow) in self.arrows.iter().enumerate() {
            plan.set_edge(&*arrow.from, &*arrow.to, Some(edge(arrow)), Some(&at.to_string()));
        }
        plan
    }

    /// A box with others inside is no wider than these: its title must fit above them.
    fn room_for_titles(&self, inside: Option<&String>) -> f64 {
        let Some(area) = inside.and_then(|id| self.areas.iter().find(|area| area.id == *id)) else { return 0.0 };
        size(&[title(&area.lines)]).0.max(self.room_for_titles(area.inside.as_ref()))
    }

    fn label(&self, plan: &Plan, at: usize) -> Rectangle {
        let label = self.edge(plan, at).and_then(|it| Some((it.x?, it.y?, it.width, it.height)));
        label.map(|(x, y, width, height)| Rectangle { x, y, width, height }).unwrap_or_default()
    }

    fn edge<'p>(&self, plan: &'p Plan, at: usize) -> Option<&'p EdgeLabel> {
        let arrow = &self.arrows[at];
        plan.edge(&arrow.from, &arrow.to, Some(&at.to_string()))
    }

    fn route(&self, plan: &Plan, columns: &Columns, at: usize, label: Rectangle) -> Route {
        let points: Vec<_> =
            self.edge(plan, at).map(|edge| edge.points.iter().map(|it| (it.x, it.y)).collect()).unwrap_or_default();
        let arrow = &self.arrows[at];
        let (from, to) = (rectangle(plan, &arrow.from), rectangle(plan, &arrow.to));
        let leaves = self.height(plan, at, &from, |it| it.from == arrow.from);
        let enters = self.height(plan, at, &to, |it| it.to == arrow.to);
        Route { path: path(columns, &Ends { from, to, leaves, enters }, &points), label }
    }

    /// How far down the side of a box an arrow is, among those that leave or enter it there: in the order of their labels.
    fn height(&self, plan: &Plan, at: usize, side: &Rectangle, is_there: impl Fn(&Arrow) -> bool) -> f64 {
        let mut there: Vec<_> = (0..self.arrows.len()).filter(|other| is_there(&self.arrows[*other])).collect();
        there.sort_by(|one, other| self.label(plan, *one).y.total_cmp(&self.label(plan, *other).y));
        let place = there.iter().position(|other| *other == at).unwrap_or_default();
        side.y - side.height / 2.0 + side.height * count(place + 1) / count(there.len() + 1)
    }
}

fn edge(arrow: &Arrow) -> EdgeLabel {
    let texts = lines(&arrow.lines);
    let (width, height) = (count(width(&texts)) * SMALL_LETTER + 8.0, count(texts.len()) * LINE + 4.0);
    EdgeLabel { width, height, labelpos: LabelPos::Center, ..EdgeLabel::default() }
}

/// How large a box around lines is.
fn size(texts: &[String]) -> (f64, f64) {
    (count(width(texts)) * LETTER + 2.0 * PADDING, count(texts.len()) * LINE + 1.5 * PADDING)
}

fn count(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn rectangle(plan: &Plan, id: &str) -> Rectangle {
    let place = |it: &NodeLabel| Some(Rectangle { x: it.x?, y: it.y?, width: it.width, height: it.height });
    plan.node(id).and_then(place).unwrap_or_default()
}
