//! Areas and nodes: which resources have a box of their own, and which are told of in another one's.

use std::collections::{BTreeMap, BTreeSet};

use azure::check::exposure;
use azure::check::subnet;
use dsl::{Facts, ResourceFacts};

use super::{Area, ArrowKind, Node, NodeKind, Picture};
use crate::kind::{IDENTITY, NETWORK, PRIVATE_ENDPOINT};
use crate::place::{self, Place};
use crate::section::{self, Network};

/// A picture that is being made, and where each resource is in it.
#[derive(Default)]
pub(super) struct Boxes {
    pub(super) picture: Picture,
    /// The id of the node of each resource, by its position.
    nodes: BTreeMap<usize, String>,
    /// All ids, those of areas, too.
    ids: BTreeSet<String>,
    /// Where the arrow of each kind between two nodes is.
    pub(super) arrows: BTreeMap<(String, String, ArrowKind), usize>,
    /// The ids of areas, by the network's position and the subnet's name.
    areas: BTreeMap<(usize, Option<String>), String>,
}

/// What is told of in the box of a network, a subnet or a machine, or by an arrow.
const TOLD_ELSEWHERE: &[&str] = &[
    "microsoft.authorization/",
    "microsoft.insights/diagnosticsettings",
    "microsoft.network/dnsforwardingrulesets",
    "microsoft.network/natgateways",
    "microsoft.network/networkinterfaces",
    "microsoft.network/networksecuritygroups",
    "microsoft.network/privatednszones",
    "microsoft.network/publicipaddresses",
    "microsoft.network/publicipprefixes",
    "microsoft.network/routetables",
    "microsoft.network/virtualnetworks",
];

impl Boxes {
    pub(super) fn of(facts: &Facts<'_>) -> Boxes {
        let mut boxes = Boxes::default();
        let mut networks = section::networks(facts).into_iter();
        for network in facts.resources(NETWORK).filter(ResourceFacts::is_deployed) {
            boxes.add_network(facts, &network, networks.next());
        }
        for resource in facts.all().filter(|it| it.is_deployed() && has_a_box(it)) {
            boxes.ensure(&resource);
        }
        boxes
    }

    pub(super) fn into_picture(self) -> Picture {
        self.picture
    }

    /// The node that stands for a resource, if it has one: a child is told of in its parent's.
    pub(super) fn node_of(&self, resource: &ResourceFacts<'_>) -> Option<&str> {
        self.nodes.get(&top(resource).position()).map(String::as_str)
    }

    /// The same, and makes it where there is none yet: for what is there already.
    pub(super) fn ensure(&mut self, resource: &ResourceFacts<'_>) -> String {
        let top = top(resource);
        if let Some(known) = self.node_of(&top) {
            return known.to_owned();
        }
        let inside = place::of(&top).first().map(|place| self.area(place));
        let id = self.free(&format!("r_{}", top.symbol()), top.position());
        let kind = if top.is(PRIVATE_ENDPOINT) { NodeKind::Endpoint } else { NodeKind::Resource };
        let node = Node { id: id.clone(), lines: lines(&top), kind, inside, existing: !top.is_deployed() };
        self.picture.nodes.push(node);
        self.nodes.insert(top.position(), id.clone());
        id
    }

    /// A node that stands for no resource, each once.
    pub(super) fn other(&mut self, id: &str, lines: &[&str], kind: NodeKind) -> String {
        if self.ids.insert(id.to_owned()) {
            let lines = lines.iter().map(|&line| line.to_owned()).collect();
            self.picture.nodes.push(Node { id: id.to_owned(), lines, kind, inside: None, existing: false });
        }
        id.to_owned()
    }

    fn add_network(&mut self, facts: &Facts<'_>, network: &ResourceFacts<'_>, told: Option<Network>) {
        let Some(told) = told else { return };
        let id = self.free(&format!("n_{}", network.symbol()), network.position());
        let mut lines = vec![told.symbol.clone(), place::plain_list(&told.ranges)];
        lines.extend((!told.peers.is_empty()).then(|| format!("peered with {}", told.peers.join(", "))));
        self.picture.areas.push(Area { id: id.clone(), lines, inside: None, existing: false });
        self.areas.insert((network.position(), None), id.clone());
        let open = open_groups(facts);
        for (told, subnet) in told.subnets.iter().zip(subnet::of(network).unwrap_or_default()) {
            let mut lines = vec![told.name.clone(), told.range.clone()];
            let groups = subnet.value.references("properties.networkSecurityGroup");
            lines.extend(groups.iter().filter_map(|group| open.get(&group.position())).cloned());
            self.add_subnet(network, &told.name, lines, &id);
        }
    }

    fn add_subnet(&mut self, network: &ResourceFacts<'_>, name: &str, lines: Vec<String>, inside: &str) -> String {
        let id = self.free(&format!("s_{}_{}", network.symbol(), word(name)), network.position());
        let (lines, inside) = (lines.into_iter().filter(|line| !line.is_empty()).collect(), Some(inside.to_owned()));
        self.picture.areas.push(Area { id: id.clone(), lines, inside, existing: !network.is_deployed() });
        self.areas.insert((network.position(), Some(name.to_owned())), id.clone());
        id
    }

    /// The area of a place; of a network that is there already, it is made when something is in it.
    fn area(&mut self, place: &Place<'_>) -> String {
        let network = &place.network;
        let known = |boxes: &Boxes, subnet: Option<String>| boxes.areas.get(&(network.position(), subnet)).cloned();
        if let Some(known) = known(self, place.subnet.clone()) {
            return known;
        }
        let outer = known(self, None).unwrap_or_else(|| {
            let id = self.free(&format!("n_{}", network.symbol()), network.position());
            let lines = vec![network.symbol().to_owned()];
            self.picture.areas.push(Area { id: id.clone(), lines, inside: None, existing: true });
            self.areas.insert((network.position(), None), id.clone());
            id
        });
        match &place.subnet {
            Some(name) => self.add_subnet(network, name, vec![name.clone()], &outer),
            None => outer,
        }
    }

    /// Adds a line to what is written at a network or a subnet.
    pub(super) fn tell(&mut self, place: &ResourceFacts<'_>, line: String) {
        let id = place::at(place).map(|place| self.area(&place));
        if let Some(area) = self.picture.areas.iter_mut().find(|area| Some(&area.id) == id.as_ref()) {
            area.lines.push(line);
        }
    }

    /// Symbols of two modules may be the same.
    fn free(&mut self, id: &str, position: usize) -> String {
        let id = if self.ids.contains(id) { format!("{id}_{position}") } else { id.to_owned() };
        self.ids.insert(id.clone());
        id
    }
}

/// Letters, digits and `_` only.
fn word(text: &str) -> String {
    text.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect()
}

/// The resource that has the box: the one that it is declared under at last, or extends.
fn top<'g>(resource: &ResourceFacts<'g>) -> ResourceFacts<'g> {
    let top = resource.lineage().last().unwrap_or(*resource);
    top.scope().map_or(top, |scope| scope.lineage().last().unwrap_or(scope))
}

fn has_a_box(resource: &ResourceFacts<'_>) -> bool {
    let ty = resource.ty().to_ascii_lowercase();
    let is_told = TOLD_ELSEWHERE.iter().any(|start| ty.starts_with(start));
    // An identity that a machine or an app has is told by the arrows of these.
    let is_had = resource.is(IDENTITY) && resource.users().iter().any(|user| has(user, resource));
    resource.parent().is_none() && !resource.has_scope() && !is_told && !is_had
}

fn has(user: &ResourceFacts<'_>, identity: &ResourceFacts<'_>) -> bool {
    user.references("identity").iter().any(|it| it.is_same(identity))
}

/// What is written in the box of a resource.
fn lines(resource: &ResourceFacts<'_>) -> Vec<String> {
    let ty = resource.ty();
    let mut lines = vec![resource.symbol().to_owned(), ty.strip_prefix("Microsoft.").unwrap_or(ty).to_owned()];
    let zones = section::zones(resource);
    lines
        .extend(zones.iter().map(|zone| place::plain(&zone.at_path("name").map_or_else(String::new, |it| it.bicep()))));
    lines.extend(parts(resource));
    lines.extend(section::when(&resource.statement()));
    lines
}

/// What is declared under it: `deployments: chat`, or how many where they are many.
fn parts(resource: &ResourceFacts<'_>) -> Vec<String> {
    if resource.is(PRIVATE_ENDPOINT) {
        return Vec::new();
    }
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut open: Vec<_> = resource.children().collect();
    while let Some(child) = open.pop() {
        let inner: Vec<_> = child.children().collect();
        if child.is_deployed() && inner.is_empty() {
            found.entry(child.ty().rsplit('/').next().unwrap_or_default()).or_default().push(child.symbol());
        }
        open.extend(inner);
    }
    let told = |(kind, mut symbols): (&str, Vec<&str>)| {
        symbols.reverse();
        let told = symbols.join(", ");
        if told.len() > 24 { format!("{kind}: {}", symbols.len()) } else { format!("{kind}: {told}") }
    };
    found.into_iter().map(told).collect()
}

/// For each security group that lets in the internet, by its position, at which ports.
fn open_groups(facts: &Facts<'_>) -> BTreeMap<usize, String> {
    let mut open: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for rule in exposure::open_rules(facts) {
        open.entry(top(&rule.declared_by).position()).or_default().extend(rule.ports);
    }
    open.into_iter().map(|(group, ports)| (group, format!("open to the internet: {}", ports.join(", ")))).collect()
}
