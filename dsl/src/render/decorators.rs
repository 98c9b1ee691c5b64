//! The decorators of a statement, in the order in which they stand.

use super::ink::{Ink, Printed};
use crate::check::Context;
use crate::expr::{Expr, Text};
use crate::graph::{Constraints, NodeKind, ResourceNode};

/// Every decorator of the node: its description first, then what kind of value, then its bounds.
pub(super) fn decorators<'i>(ink: &'i Ink<'_>, graph: &Context<'_>, index: usize, level: usize) -> Vec<Printed<'i>> {
    let node = &graph.nodes.all[index];
    let nothing = Constraints::default();
    let mut list = List(Vec::new());
    if let Some(description) = &node.description {
        list.add("description", [Expr::String(description.clone())]);
    }
    match &node.kind {
        NodeKind::Param(param) => {
            list.value(param.secure, &param.constraints, graph.inferred.get(&index).unwrap_or(&nothing));
        }
        NodeKind::Output(output) => list.value(output.secure, &output.constraints, &nothing),
        NodeKind::Var(var) if var.exported => list.add("export", []),
        NodeKind::Function(function) if function.exported => list.add("export", []),
        NodeKind::Type(ty) => {
            list.value(ty.secure, &ty.constraints, &nothing);
            if ty.is_exported() {
                list.add("export", []);
            }
        }
        NodeKind::Resource(resource) => {
            let each = graph.nodes.regions.loop_around(node.region);
            list.batch_size(each.and_then(|(_, each)| each.batch_size));
            list.resource(resource);
        }
        NodeKind::Module(_) => {
            let each = graph.nodes.regions.loop_around(node.region);
            list.batch_size(each.and_then(|(_, each)| each.batch_size));
        }
        NodeKind::Var(_)
        | NodeKind::Function(_)
        | NodeKind::Metadata(_)
        | NodeKind::Import(_)
        | NodeKind::Extension(_) => {}
    }
    list.0.into_iter().map(|call| ink.owned(call, level)).collect()
}

struct List(Vec<Expr>);

impl List {
    fn add(&mut self, name: &'static str, arguments: impl Into<Vec<Expr>>) {
        self.0.push(Expr::call(name, arguments));
    }

    /// What the user says, and what the data says besides.
    fn value(&mut self, secure: bool, constraints: &Constraints, inferred: &Constraints) {
        if secure {
            self.add("secure", []);
        }
        if constraints.sealed {
            self.add("sealed", []);
        }
        if let Some(property) = &constraints.discriminator {
            self.add("discriminator", [Expr::String(property.clone())]);
        }
        let allowed = if constraints.allowed.is_empty() { &inferred.allowed } else { &constraints.allowed };
        if !allowed.is_empty() {
            self.add("allowed", [Expr::array(allowed.iter().cloned())]);
        }
        let bounds = [
            ("minLength", constraints.min_length.or(inferred.min_length)),
            ("maxLength", constraints.max_length.or(inferred.max_length)),
            ("minValue", constraints.min_value.or(inferred.min_value)),
            ("maxValue", constraints.max_value.or(inferred.max_value)),
        ];
        for (name, bound) in bounds {
            if let Some(bound) = bound {
                self.add(name, [Expr::Int(bound)]);
            }
        }
        constraints.metadata.iter().for_each(|metadata| self.add("metadata", [metadata.clone()]));
    }

    fn batch_size(&mut self, size: Option<i64>) {
        if let Some(size) = size {
            self.add("batchSize", [Expr::Int(size)]);
        }
    }

    fn resource(&mut self, resource: &ResourceNode) {
        if resource.null_if_not_found {
            self.add("nullIfNotFound", []);
        }
        if resource.only_if_not_exists {
            self.add("onlyIfNotExists", []);
        }
        if let Some((codes, times)) = &resource.retry_on {
            let codes = Expr::array(codes.iter().map(|code: &Text| Expr::String(code.clone())));
            let arguments: Vec<Expr> = [codes].into_iter().chain(times.map(Expr::Int)).collect();
            self.add("retryOn", arguments);
        }
    }
}
