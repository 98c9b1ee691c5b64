//! The picture of a graph: networks and subnets as boxes, what is in them, and arrows for private endpoints, grants and the
//! internet. This is the picture as data; it must not know where anything is drawn.

mod arrows;
mod boxes;
mod dot;
mod layout;
mod mermaid;
mod route;
mod svg;
#[cfg(test)]
mod tests;
mod text;

use dsl::Facts;
use serde::Serialize;

use self::boxes::Boxes;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// The networks and their subnets, the outer ones first.
    pub areas: Vec<Area>,
    /// Resources, principals and the internet.
    pub nodes: Vec<Node>,
    /// What leads from one to another.
    pub arrows: Vec<Arrow>,
}

/// A box with others inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Area {
    /// Unique among areas and nodes; letters, digits and `_`.
    pub id: String,
    /// What is written in it: the symbol or the name, then ranges and guards.
    pub lines: Vec<String>,
    /// The area that it is in.
    pub inside: Option<String>,
    /// Whether it is there already.
    pub existing: bool,
}

/// A box without others inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Unique among areas and nodes; letters, digits and `_`.
    pub id: String,
    /// What is written in it: the symbol, then the type, then what else is to be known.
    pub lines: Vec<String>,
    /// What it is.
    pub kind: NodeKind,
    /// The area that it is in.
    pub inside: Option<String>,
    /// Whether it is there already.
    pub existing: bool,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum NodeKind {
    /// Everybody.
    Internet,
    /// Somebody who is granted something, and whom the graph does not make.
    Principal,
    /// A private endpoint.
    Endpoint,
    /// Any other resource.
    Resource,
    /// All that the template is deployed to.
    Scope,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Arrow {
    /// The node that it comes from.
    pub from: String,
    /// The node that it leads to.
    pub to: String,
    /// What is written at it.
    pub lines: Vec<String>,
    /// What it says.
    pub kind: ArrowKind,
}

/// What an arrow says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ArrowKind {
    /// Who may do what.
    Grant,
    /// A private endpoint leads there.
    Link,
    /// The internet reaches it.
    Public,
}

/// More than this is no picture that a person can read, and takes long to lay out.
const MOST_NODES: usize = 80;
const MOST_ARROWS: usize = 160;

impl Picture {
    /// Of a graph.
    pub(crate) fn of(facts: &Facts<'_>) -> Picture {
        let mut boxes = Boxes::of(facts);
        arrows::add(facts, &mut boxes);
        boxes.into_picture()
    }

    /// Whether it is small enough to be drawn.
    pub fn is_legible(&self) -> bool {
        self.nodes.len() + self.areas.len() <= MOST_NODES && self.arrows.len() <= MOST_ARROWS
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.areas.is_empty()
    }

    /// Whether something is in an area.
    fn is_filled(&self, area: &Area) -> bool {
        let is_here = |inside: &Option<String>| inside.as_ref() == Some(&area.id);
        self.nodes.iter().any(|node| is_here(&node.inside)) || self.areas.iter().any(|other| is_here(&other.inside))
    }
}
