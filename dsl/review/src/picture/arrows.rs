//! Arrows: private endpoints to what they lead to, grants from who has them, and the internet to what it reaches.

use azure::check::subnet::SUBNET;
use azure::check::{exposure, grants, reach};
use dsl::{Facts, ResourceFacts};

use super::boxes::Boxes;
use super::{Arrow, ArrowKind, NodeKind};
use crate::kind::{INTERFACE, NETWORK, PRIVATE_ENDPOINT};
use crate::section::{self, Access, Grant};

pub(super) fn add(facts: &Facts<'_>, boxes: &mut Boxes) {
    internet(facts, boxes);
    links(facts, boxes);
    // The list has the access policies of vaults behind the assignments.
    let told = section::grants(facts);
    for (assignment, told) in grants::all(facts).zip(&told) {
        grant(boxes, &assignment, told);
    }
}

fn links(facts: &Facts<'_>, boxes: &mut Boxes) {
    for endpoint in facts.resources(PRIVATE_ENDPOINT).filter(ResourceFacts::is_deployed) {
        let from = boxes.ensure(&endpoint);
        for target in reach::targets(&endpoint) {
            let to = boxes.ensure(&target);
            arrow(boxes, &from, &to, "private link", ArrowKind::Link);
        }
    }
}

fn grant(boxes: &mut Boxes, assignment: &ResourceFacts<'_>, told: &Grant) {
    let Some(target) = assignment.scope().or_else(|| assignment.parent()) else {
        let to = boxes.other("the_scope", &[&told.on], NodeKind::Scope);
        return from_all(boxes, assignment, told, &to, &told.role);
    };
    // A box with others inside has no arrows: its title says it.
    if target.is_any(&[NETWORK, SUBNET]) {
        return boxes.tell(&target, format!("{}: {}", told.role, told.principal));
    }
    let to = boxes.ensure(&target);
    let is_part = target.parent().is_some();
    let label = if is_part { format!("{} on {}", told.role, target.symbol()) } else { told.role.clone() };
    from_all(boxes, assignment, told, &to, &label);
}

/// From everybody who has the grant.
fn from_all(boxes: &mut Boxes, assignment: &ResourceFacts<'_>, told: &Grant, to: &str, label: &str) {
    let principal = assignment.references("properties.principalId").into_iter().next();
    let holders = grants::callers(assignment).unwrap_or_else(|| principal.into_iter().collect());
    let holders: Vec<_> = holders.iter().map(|holder| boxes.ensure(holder)).collect();
    let holders = if holders.is_empty() { vec![stranger(boxes, told)] } else { holders };
    for from in holders {
        arrow(boxes, &from, to, label, ArrowKind::Grant);
    }
}

/// Somebody whom the graph does not make.
fn stranger(boxes: &mut Boxes, told: &Grant) -> String {
    let word: String = told.principal.chars().filter(char::is_ascii_alphanumeric).collect();
    let kind = told.principal_type.as_deref().unwrap_or("given by its object id");
    boxes.other(&format!("p_{word}"), &[&told.principal, kind], NodeKind::Principal)
}

fn internet(facts: &Facts<'_>, boxes: &mut Boxes) {
    for (resource, told) in section::exposed(facts).filter(|(_, it)| it.access != Access::Closed) {
        let label = match told.access {
            Access::Limited => "listed addresses",
            Access::Computed => "if a value says so",
            Access::Open | Access::Closed => "everybody",
        };
        for reached in reached(boxes, &resource) {
            let from = boxes.other("internet", &["Internet"], NodeKind::Internet);
            arrow(boxes, &from, &reached, label, ArrowKind::Public);
        }
    }
}

/// The node that answers: of an address, that of who has it.
fn reached(boxes: &Boxes, resource: &ResourceFacts<'_>) -> Vec<String> {
    let is_address = exposure::by_nature(resource).is_some() && boxes.node_of(resource).is_none();
    if !is_address {
        return boxes.node_of(resource).map(str::to_owned).into_iter().collect();
    }
    let users = resource.users();
    let behind = users.iter().filter(|it| it.is(INTERFACE)).flat_map(ResourceFacts::users);
    let all = users.iter().copied().chain(behind);
    all.filter_map(|user| boxes.node_of(&user).map(str::to_owned)).collect()
}

/// Adds an arrow; between the same two, one says all of a kind.
fn arrow(boxes: &mut Boxes, from: &str, to: &str, label: &str, kind: ArrowKind) {
    if from == to {
        return;
    }
    let (arrows, key) = (&mut boxes.picture.arrows, (from.to_owned(), to.to_owned(), kind));
    let at = *boxes.arrows.entry(key).or_insert(arrows.len());
    match arrows.get_mut(at) {
        Some(known) if known.lines.iter().any(|line| line == label) => {}
        Some(known) => known.lines.push(label.to_owned()),
        None => arrows.push(Arrow { from: from.to_owned(), to: to.to_owned(), lines: vec![label.to_owned()], kind }),
    }
}
