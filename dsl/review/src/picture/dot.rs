//! The picture as a graph of DOT, for whoever has Graphviz.

use super::text;
use super::{Arrow, ArrowKind, Node, NodeKind, Picture};

impl Picture {
    /// The text of a graph.
    pub fn dot(&self) -> String {
        let mut lines = vec![
            "digraph {".to_owned(),
            "  rankdir=LR; fontname=\"sans-serif\"".to_owned(),
            "  node [shape=box, fontname=\"sans-serif\"]".to_owned(),
            "  edge [fontname=\"sans-serif\", fontsize=11]".to_owned(),
        ];
        self.add_inside(&mut lines, None, 1);
        lines.extend(self.arrows.iter().map(arrow_text));
        lines.push("}\n".to_owned());
        lines.join("\n")
    }

    fn add_inside(&self, lines: &mut Vec<String>, inside: Option<&str>, depth: usize) {
        let indent = "  ".repeat(depth);
        for area in self.areas.iter().filter(|area| area.inside.as_deref() == inside) {
            let style = if area.existing { ", style=dashed" } else { "" };
            if self.is_filled(area) {
                lines.push(format!("{indent}subgraph \"cluster_{}\" {{", area.id));
                lines.push(format!("{indent}  graph [label={}{style}]", quoted(&[text::title(&area.lines)])));
                self.add_inside(lines, Some(&area.id), depth + 1);
                lines.push(format!("{indent}}}"));
            } else {
                lines.push(format!(
                    "{indent}\"{}\" [label={}, style=rounded]",
                    area.id,
                    quoted(&[text::title(&area.lines)])
                ));
            }
        }
        let nodes = self.nodes.iter().filter(|node| node.inside.as_deref() == inside);
        lines.extend(nodes.map(|node| format!("{indent}{}", node_text(node))));
    }
}

fn node_text(node: &Node) -> String {
    let shape = match node.kind {
        NodeKind::Internet => ", shape=circle, color=\"#d1242f\"",
        NodeKind::Principal => ", shape=oval",
        NodeKind::Endpoint => ", shape=hexagon",
        NodeKind::Resource | NodeKind::Scope => "",
    };
    let style = if node.existing { ", style=dashed" } else { "" };
    format!("\"{}\" [label={}{shape}{style}]", node.id, quoted(&text::lines(&node.lines)))
}

fn arrow_text(arrow: &Arrow) -> String {
    let style = match arrow.kind {
        ArrowKind::Grant => "",
        ArrowKind::Link => ", style=bold",
        ArrowKind::Public => ", style=dashed, color=\"#d1242f\"",
    };
    format!("  \"{}\" -> \"{}\" [label={}{style}]", arrow.from, arrow.to, quoted(&text::lines(&arrow.lines)))
}

fn quoted(lines: &[String]) -> String {
    let escaped = lines.join("\n").replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
