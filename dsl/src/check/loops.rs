//! `loop-element`, `loop-name`, `loop-variable`, `nested-loop`, `loop-place`: what Bicep does not take of loops.

use super::{Check, Context, Finding, page, variable};
use crate::expr::{Accessor, Entry, Expr};
use crate::graph::{Loop, Node, NodeId, NodeKind, Region, RegionId, RegionKind};

/// What is found about loops.
pub(super) const CHECKS: &[Check] = &[
    page::loop_element::CHECK,
    page::loop_name::CHECK,
    page::loop_variable::CHECK,
    page::nested_loop::CHECK,
    page::loop_place::CHECK,
];

pub(super) fn check(graph: &Context<'_>, findings: &mut Vec<Finding>) {
    for node in &graph.nodes.all {
        findings.extend(misplaced(node));
    }
    findings.extend(variable::of_values(graph));
    if graph.nodes.regions.is_empty() {
        return;
    }
    for node in &graph.nodes.all {
        findings.extend(wrapped(graph, node));
        findings.extend(nested(graph, node));
        findings.extend(same_name(graph, node));
        findings.extend(far_element(graph, node));
        let mut outside = Vec::new();
        node.for_each_expr(&mut |_, expr| collect_whole(expr, &mut outside));
        if let NodeKind::Resource(resource) = &node.kind
            && resource.parent_position.is_empty()
        {
            outside.extend(resource.parent);
        }
        outside.dedup();
        findings.extend(outside.into_iter().filter_map(|target| element(graph, node, target)));
    }
    for (_, region) in graph.nodes.regions.iter() {
        match &region.kind {
            RegionKind::Each(each) => findings.extend(variable::of_loop(graph, each, region)),
            RegionKind::Module(module) => {
                let message = format!("the module `{}` stands in a loop inside a loop", module.symbol);
                let about = |check| Finding::new(check, region.location, message);
                findings.extend(nested_at(graph, region.outer, false, about));
            }
            RegionKind::When(_) => {}
        }
    }
}

/// The nodes that are named as a whole, without the position of an element.
fn collect_whole(expr: &Expr, found: &mut Vec<NodeId>) {
    match expr {
        Expr::Reference(node) => found.push(*node),
        Expr::Access(access) if matches!((&access.0, &access.1), (Expr::Reference(_), Accessor::Index(_))) => {
            access.1.for_each_inside(&mut |index| collect_whole(index, found));
        }
        other => other.for_each_child(&mut |child| collect_whole(child, found)),
    }
}

fn element(graph: &Context<'_>, node: &Node, target: NodeId) -> Option<Finding> {
    let regions = &graph.nodes.regions;
    let whole = graph.nodes.get(target)?;
    let (id, _) = regions.loop_around(whole.region)?;
    if regions.encloses(id, node.region) || depends_on(node, target) {
        return None;
    }
    let message = format!("`{}` refers to `{}` as if it were one, and a loop makes several", node.symbol, whole.symbol);
    let finding = Finding::at(page::loop_element::CHECK, node, message).note(whole, "the loop is here");
    Some(finding.help("use what `g.each(…)` returned: `.at(index)` is one of them, `.map(|it| …)` a value of each"))
}

/// One of those that loops in each other make, from outside of both: what brings its value to another file is a list of one
/// of the loops, and so only the position in that one can vary.
fn far_element(graph: &Context<'_>, node: &Node) -> Option<Finding> {
    let is_told = matches!(node.kind, NodeKind::Output(_)) && !graph.layout.is_sharded();
    let mut found = None;
    let mut look = |expr: &Expr| {
        if let Some((target, count, varying)) = positions(expr)
            && (count > 2 || varying > 1 && !is_told)
        {
            found = found.or(graph.nodes.get(target).map(|target| (target, count)));
        }
    };
    node.for_each_expr(&mut |_, expr| expr.walk(&mut look));
    let (target, count) = found?;
    let (what, help) = if count > 2 {
        ("which three loops in each other make", "walk lists that hold all combinations, so that two loops are enough")
    } else {
        ("by two positions that vary", "give one of the positions as a number, or read it in an output")
    };
    let message = format!("`{}` refers to one of `{}`, {what}", node.symbol, target.symbol);
    Some(Finding::at(page::nested_loop::CHECK, node, message).note(target, "the loops are here").help(help))
}

/// The node that loops in each other make, how many positions are behind it, and how many of these vary.
fn positions(expr: &Expr) -> Option<(NodeId, usize, usize)> {
    match expr {
        Expr::Reference(node) => Some((*node, 0, 0)),
        Expr::Access(access) => {
            let (Accessor::Index(index), (node, count, varying)) = (&access.1, positions(&access.0)?) else {
                return None;
            };
            let mut varies = false;
            index.walk(&mut |part| varies |= matches!(part, Expr::Local(_)));
            Some((node, count + 1, varying + usize::from(varies)))
        }
        _ => None,
    }
}

/// `dependsOn` takes all that a loop makes.
fn depends_on(node: &Node, target: NodeId) -> bool {
    matches!(&node.kind, NodeKind::Resource(resource) if resource.depends_on.contains(&Expr::Reference(target)))
}

fn nested(graph: &Context<'_>, node: &Node) -> Option<Finding> {
    // Outputs are those of the whole template, and so no module parts the loops around them.
    let is_output = matches!(node.kind, NodeKind::Output(_));
    let message = format!("`{}` stands in a loop inside a loop", node.symbol);
    nested_at(graph, node.region, is_output, |check| Finding::at(check, node, message))
}

/// What is found where two loops are around a place and no module is between them: one in a loop is always a file.
fn nested_at(
    graph: &Context<'_>,
    place: RegionId,
    is_output: bool,
    about: impl FnOnce(Check) -> Finding,
) -> Option<Finding> {
    let regions = graph.nodes.regions.around(place).map(|(_, region)| region);
    let in_file = regions.take_while(|region| is_output || !matches!(region.kind, RegionKind::Module(_)));
    let loops: Vec<_> = in_file.filter(|region| region.is_loop()).collect();
    let [inner, outer, ..] = loops.as_slice() else { return None };
    let finding = about(page::nested_loop::CHECK).note_at(inner.location, "the inner loop");
    let finding = finding.note_at(outer.location, "the outer loop");
    Some(finding.help("walk one list that holds all combinations, or put the inner loop into a module"))
}

/// Whether the resources of a loop all have one name.
fn same_name(graph: &Context<'_>, node: &Node) -> Option<Finding> {
    let NodeKind::Resource(resource) = &node.kind else { return None };
    let (id, each) = graph.nodes.regions.loop_around(node.region)?;
    let parent = resource.parent.and_then(|parent| graph.nodes.get(parent));
    let is_under_element = parent.is_some_and(|parent| graph.nodes.regions.encloses(id, parent.region));
    // What tells the resources of extensions apart, only they know.
    let name = if resource.extension.is_some() { Some(&resource.body) } else { resource.body.get("name") };
    let scopes = graph.nodes.regions.scopes_within(node.region, id);
    let of_place = [name, resource.scope.as_ref()].into_iter().flatten().chain(&resource.parent_position).chain(scopes);
    let tells_apart = |expr: &Expr| varies(graph, expr, each, id);
    if is_under_element || of_place.into_iter().any(tells_apart) {
        return None;
    }
    let message = format!("`{}` has the same name for every item of its loop", node.symbol);
    Some(Finding::at(page::loop_name::CHECK, node, message).help("make the item or its position a part of the name"))
}

/// Whether an expression differs from item to item: it has a variable of the loop in it, or something of the same loop.
fn varies(graph: &Context<'_>, expr: &Expr, each: &Loop, id: RegionId) -> bool {
    let (mut found, item, index) = (false, each.item(), each.index());
    expr.walk(&mut |part| {
        let of_loop =
            |node: &NodeId| graph.nodes.get(*node).is_some_and(|node| graph.nodes.regions.encloses(id, node.region));
        found |= *part == item || *part == index || matches!(part, Expr::Reference(node) if of_loop(node));
    });
    found
}

/// A loop is the whole value of a var or an output, or stands in the properties of a resource, not in another loop.
fn misplaced(node: &Node) -> Option<Finding> {
    let mut is_wrong = false;
    node.for_each_expr(&mut |path, expr| match &node.kind {
        NodeKind::Resource(_) if path.is_empty() => is_wrong |= has_misplaced(expr, true),
        NodeKind::Var(_) | NodeKind::Output(_) => is_wrong |= is_not_whole(expr),
        _ => is_wrong |= has_misplaced(expr, false),
    });
    is_wrong.then(|| {
        let message = format!("`{}` has a loop where Bicep takes none", node.symbol);
        let help = "make it a var of its own: `g.var(…)`, or use the functions `map` and `filter`";
        Finding::at(page::loop_place::CHECK, node, message).help(help)
    })
}

/// Whether there is a loop that is not the whole value.
pub(super) fn is_not_whole(value: &Expr) -> bool {
    match value {
        Expr::For(each) => has_misplaced(&each.source, false) || has_misplaced(&each.body, false),
        other => has_misplaced(other, false),
    }
}

/// A loop that would be a part of the value: the condition or loop around an output, or the loop around a var, is written there.
fn wrapped(graph: &Context<'_>, node: &Node) -> Option<Finding> {
    let regions = &graph.nodes.regions;
    let (value, is_wrapped) = match &node.kind {
        NodeKind::Output(output) => {
            (&output.value, (|region| !matches!(region.kind, RegionKind::Module(_))) as fn(&Region) -> bool)
        }
        NodeKind::Var(var) => (&var.value, Region::is_loop as fn(&Region) -> bool),
        _ => return None,
    };
    let (_, around) =
        regions.around(node.region).find(|(_, region)| is_wrapped(region)).filter(|_| matches!(value, Expr::For(_)))?;
    let message = format!("`{}` has a loop where Bicep takes none", node.symbol);
    let finding = Finding::at(page::loop_place::CHECK, node, message).note_at(around.location, "it stands in this");
    Some(finding.help("add it outside of the closure, or use the functions `map` and `filter`"))
}

/// Whether there is a loop anywhere but in the values of objects and arrays.
fn has_misplaced(expr: &Expr, is_allowed: bool) -> bool {
    match expr {
        Expr::For(each) => !is_allowed || has_misplaced(&each.source, false) || has_misplaced(&each.body, false),
        Expr::Object(entries) => entries.iter().any(|entry| match entry {
            Entry::Property(_, value) => has_misplaced(value, is_allowed),
            Entry::Spread(value) => has_misplaced(value, false),
        }),
        Expr::Array(items) => items.iter().any(|item| has_misplaced(item.expr(), is_allowed)),
        other => {
            let mut is_wrong = false;
            other.for_each_child(&mut |child| is_wrong |= has_misplaced(child, false));
            is_wrong
        }
    }
}
