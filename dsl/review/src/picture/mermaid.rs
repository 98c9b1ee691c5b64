//! The picture as a flowchart of Mermaid, which GitHub draws.

use std::fmt::Write;

use super::text::{shortened, title};
use super::{Area, Arrow, ArrowKind, Node, NodeKind, Picture};

impl Picture {
    /// The text of a flowchart.
    pub fn mermaid(&self) -> String {
        let mut text = "flowchart LR\n".to_owned();
        self.write_inside(&mut text, None, 1);
        self.arrows.iter().for_each(|arrow| line(&mut text, 1, &arrow_text(arrow)));
        self.write_styles(&mut text);
        text
    }

    /// What is in an area, or in none.
    fn write_inside(&self, text: &mut String, inside: Option<&str>, depth: usize) {
        for area in self.areas.iter().filter(|area| area.inside.as_deref() == inside) {
            if self.is_filled(area) {
                line(text, depth, &format!("subgraph {}[\"{}\"]", area.id, escaped(&title(&area.lines))));
                self.write_inside(text, Some(&area.id), depth + 1);
                line(text, depth, "end");
            } else {
                line(text, depth, &format!("{}[\"{}\"]", area.id, escaped(&title(&area.lines))));
            }
        }
        for node in self.nodes.iter().filter(|node| node.inside.as_deref() == inside) {
            line(text, depth, &node_text(node));
        }
    }

    /// Colours are left to the theme, light or dark; only lines differ.
    fn write_styles(&self, text: &mut String) {
        let existing = |it: &&Area| it.existing;
        let areas = self.areas.iter().filter(existing).map(|it| it.id.as_str());
        let nodes = self.nodes.iter().filter(|it| it.existing).map(|it| it.id.as_str());
        let existing: Vec<_> = areas.chain(nodes).collect();
        let open: Vec<_> =
            self.nodes.iter().filter(|it| it.kind == NodeKind::Internet).map(|it| it.id.as_str()).collect();
        for (class, style, ids) in
            [("existing", "stroke-dasharray:4 4", existing), ("open", "stroke:#d1242f,stroke-width:2px", open)]
        {
            if !ids.is_empty() {
                line(text, 1, &format!("classDef {class} {style}"));
                line(text, 1, &format!("class {} {class}", ids.join(",")));
            }
        }
        for (at, _) in self.arrows.iter().enumerate().filter(|(_, arrow)| arrow.kind == ArrowKind::Public) {
            line(text, 1, &format!("linkStyle {at} stroke:#d1242f"));
        }
    }
}

fn line(text: &mut String, depth: usize, content: &str) {
    // Writing to a string cannot fail.
    writeln!(text, "{}{content}", "  ".repeat(depth)).ok();
}

fn node_text(node: &Node) -> String {
    let (open, close) = match node.kind {
        NodeKind::Internet => ("((", "))"),
        NodeKind::Principal => ("([", "])"),
        NodeKind::Endpoint => ("{{", "}}"),
        NodeKind::Resource | NodeKind::Scope => ("[", "]"),
    };
    format!("{}{open}\"{}\"{close}", node.id, label(&node.lines))
}

/// A thick arrow is a private link: the same words at all of them would only lie on those of others.
fn arrow_text(arrow: &Arrow) -> String {
    let line = match arrow.kind {
        ArrowKind::Link => return format!("{} ==> {}", arrow.from, arrow.to),
        ArrowKind::Grant => "-->",
        ArrowKind::Public => "-.->",
    };
    format!("{} {line}|\"{}\"| {}", arrow.from, label(&arrow.lines), arrow.to)
}

fn label(lines: &[String]) -> String {
    lines.iter().map(|line| escaped(&shortened(line))).collect::<Vec<_>>().join("<br>")
}

/// What Mermaid or HTML would take for markup becomes an entity, as Mermaid writes them.
fn escaped(text: &str) -> String {
    let entity = |char: char| match char {
        '"' => "#quot;".to_owned(),
        '&' | '#' | '<' | '>' | '`' | '*' | '_' | '~' | '\\' | '$' | ';' | '[' | ']' | '{' | '}' | '|' => {
            format!("#{};", u32::from(char))
        }
        other => other.to_string(),
    };
    text.chars().map(entity).collect()
}
