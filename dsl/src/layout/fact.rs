//! What a text says of the place that it is deployed to, such as `resourceGroup().id`: in a file that is deployed elsewhere, a
//! param brings it. It must not know which texts get to other files.

use std::panic::Location;

use super::draft::Input;
use super::files::{Files, MAIN};
use super::names::pascal_case;
use super::place::Place;
use super::split::Splitter;
use crate::check::Context;
use crate::expr::{Accessor, Call, Expr, Text};
use crate::graph::{Node, NodeId, NodeKind, ParamNode, RegionId};
use crate::types::Type;

/// What is different in each place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Subscription,
    /// A resource group or management group.
    Group,
    Deployment,
}

impl Fact {
    /// Of a call without arguments, or of a property of what it returns.
    fn of(expr: &Expr) -> Option<Fact> {
        match expr {
            Expr::Call(call) if call.arguments.is_empty() => match &*call.function {
                "subscription" => Some(Fact::Subscription),
                "resourceGroup" | "managementGroup" => Some(Fact::Group),
                "deployment" => Some(Fact::Deployment),
                _ => None,
            },
            Expr::Access(access) if matches!(access.1, Accessor::Property(_)) => {
                Fact::of(&access.0).filter(|_| matches!(access.0, Expr::Call(_)))
            }
            _ => None,
        }
    }
}

/// The module of whose place a text of one region speaks, if that is known neither in another region nor where the file there
/// is called from.
pub(crate) fn unsayable(graph: &Context<'_>, expr: &Expr, from: RegionId, to: RegionId) -> Option<RegionId> {
    let mut found = None;
    for_each(graph, expr, from, &mut Vec::new(), &mut |fact, region| {
        if found.is_none() && !is_known(graph, fact, region, to) {
            found = Some(Place::of(graph, region).module);
        }
    });
    found
}

/// Whether the name of a resource, and those of what it is under, can be written in another region as they stand.
pub(crate) fn is_named_alike(graph: &Context<'_>, node: &Node, to: RegionId) -> bool {
    let NodeKind::Resource(resource) = &node.kind else { return true };
    let texts = resource.body.get("name").into_iter().chain(&resource.scope);
    let parent = resource.parent.and_then(|parent| graph.nodes.get(parent));
    texts.into_iter().all(|text| unsayable(graph, text, node.region, to).is_none())
        && parent.is_none_or(|parent| is_named_alike(graph, parent, to))
}

/// Visits the facts in a text, also behind vars, each with the region whose place it is of.
fn for_each(
    graph: &Context<'_>,
    expr: &Expr,
    region: RegionId,
    vars: &mut Vec<usize>,
    visit: &mut dyn FnMut(Fact, RegionId),
) {
    if let Some(fact) = Fact::of(expr) {
        return visit(fact, region);
    }
    match graph.target(expr) {
        Some((index, node @ Node { kind: NodeKind::Var(var), .. })) if !vars.contains(&index) => {
            vars.push(index);
            for_each(graph, &var.value, node.region, vars, visit);
        }
        _ => expr.for_each_child(&mut |child| for_each(graph, child, region, vars, visit)),
    }
}

/// Whether a place, or one of those from which it is called, has the facts of another region.
fn is_known(graph: &Context<'_>, fact: Fact, of: RegionId, at: RegionId) -> bool {
    let there = Place::of(graph, of);
    let around = graph.nodes.regions.around(at).map(|(id, _)| id).chain([RegionId::FILE]);
    fact == Fact::Deployment || around.map(|id| Place::of(graph, id)).any(|place| place.shares(&there, fact))
}

/// The module around a region that is a file whatever the layout, and so is a deployment.
fn deployment(graph: &Context<'_>, region: RegionId) -> RegionId {
    let regions = &graph.nodes.regions;
    let mut modules = regions.around(region).filter_map(|(id, _)| Some((id, regions.module(id)?)));
    let file = modules.find(|(id, module)| module.scope.is_some() || regions.loop_around(*id).is_some());
    file.map_or(RegionId::FILE, |(id, _)| id)
}

impl Splitter<'_, '_> {
    /// Writes a text that stands in a region, whatever file it gets to.
    pub(super) fn meaning<T>(&mut self, region: RegionId, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.meant, region);
        let written = write(self);
        self.meant = before;
        written
    }

    /// What a file writes for a fact of the place that is meant, if not the same.
    pub(super) fn fact(&mut self, part: &Expr, file: usize) -> Option<Expr> {
        let fact = Fact::of(part)?;
        let callers = std::iter::successors(Some(file), |at| (*at != MAIN).then(|| self.files.all[*at].outer));
        let is_brought = callers.skip(1).any(|caller| self.has(fact, caller));
        (!self.has(fact, file) && is_brought).then(|| Expr::Reference(self.brought(fact, part, file)))
    }

    /// The long form of a call that gets the id of a resource by its type and name, for a file of another place.
    pub(super) fn long_id(&mut self, part: &Expr, file: usize) -> Option<Expr> {
        let Expr::Call(call) = part else { return None };
        let subscription = || Expr::call("subscription", []).member("subscriptionId");
        let group = || Expr::call("resourceGroup", []).member("name");
        let before = match (&*call.function, position_of_type(call)?) {
            ("resourceId", 0) if !self.has(Fact::Group, file) => vec![subscription(), group()],
            ("resourceId", 1) | ("subscriptionResourceId", 0) if !self.has(Fact::Subscription, file) => {
                vec![subscription()]
            }
            _ => return None,
        };
        let arguments: Vec<_> = before.into_iter().chain(call.arguments.iter().cloned()).collect();
        Some(self.expr(&Expr::call(call.function.clone(), arguments), file))
    }

    /// Whether a file is deployed to the place that is meant, as far as a fact goes.
    fn has(&self, fact: Fact, file: usize) -> bool {
        let (graph, Files { all, .. }) = (self.graph, self.files);
        match fact {
            Fact::Deployment => !all[file].is_shard && all[file].region == deployment(graph, self.meant),
            _ => Place::of(graph, all[file].region).shares(&Place::of(graph, self.meant), fact),
        }
    }

    fn brought(&mut self, fact: Fact, part: &Expr, file: usize) -> NodeId {
        let module = match fact {
            Fact::Deployment => RegionId::FILE,
            _ => Place::of(self.graph, self.meant).module,
        };
        let key = (module, part.clone());
        if let Some(known) = self.drafts[file].facts.get(&key) {
            return *known;
        }
        let outer = self.files.all[file].outer;
        let value = self.fact(part, outer).unwrap_or_else(|| part.clone());
        let (word, property) = words(part);
        let location = self.files.all[file].location;
        let draft = &mut self.drafts[file];
        let symbol = draft.symbols.take_unhidden(&[name(&word, &property)]);
        let kind = ParamNode::of(ty(&property));
        let description = description(&word, &property);
        draft.inputs.push(Input { name: Text::from(symbol.clone()), value });
        let param = param(symbol, location, kind).described(description);
        let id = draft.push(param);
        draft.facts.insert(key, id);
        id
    }
}

fn param(symbol: String, location: &'static Location<'static>, kind: ParamNode) -> Node {
    Node::new(symbol.into(), location, NodeKind::Param(Box::new(kind)))
}

/// Which argument says the type.
fn position_of_type(call: &Call) -> Option<usize> {
    call.arguments.iter().position(|argument| matches!(argument, Expr::String(text) if text.contains('/')))
}

/// The function, and the property of what it returns.
fn words(part: &Expr) -> (String, String) {
    match part {
        Expr::Access(access) => match (&access.0, &access.1) {
            (Expr::Call(call), Accessor::Property(name)) => (call.function.to_string(), name.to_string()),
            _ => Default::default(),
        },
        Expr::Call(call) => (call.function.to_string(), String::new()),
        _ => Default::default(),
    }
}

/// `resourceGroupName`, `subscriptionId`
fn name(function: &str, property: &str) -> String {
    if property.starts_with(function) { property.to_owned() } else { format!("{function}{}", pascal_case(property)) }
}

/// All that Bicep tells of a place is text, but for tags and the whole of it.
fn ty(property: &str) -> Type {
    match property {
        "tags" => Type::Map(Type::String.into()),
        "" | "properties" => Type::AnyObject,
        _ => Type::String,
    }
}

fn description(function: &str, property: &str) -> String {
    let what = match function {
        "resourceGroup" => "the resource group",
        "managementGroup" => "the management group",
        "subscription" => "the subscription",
        _ => "the deployment",
    };
    match property {
        "" => format!("What is known of {what} from which this module is called."),
        property => format!("`{property}` of {what} from which this module is called."),
    }
}
