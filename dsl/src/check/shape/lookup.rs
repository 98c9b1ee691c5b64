//! `unknown-type`: a type or version that Azure's data does not have. Each is looked up once in a run.

use std::collections::BTreeMap;

use types::{Error, NotFound, Provider, ResourceType, catalogue, find_shared};

use super::object::TOP;
use super::words::all_of;
use crate::check::{Check, Finding};
use crate::expr::{Entry, Expr};
use crate::graph::{Node, ResourceNode};

/// What the data says about a type at a version.
pub(super) enum Lookup {
    Known(&'static Provider, &'static ResourceType),
    Unknown {
        message: String,
        help: String,
        /// Azure's data has the type, at other versions.
        is_named: bool,
    },
}

/// The types of a run, by name and version.
#[derive(Default)]
pub(super) struct Types<'g>(BTreeMap<(&'g str, &'g str), Lookup>);

impl<'g> Types<'g> {
    pub(super) fn find(&mut self, resource: &'g ResourceNode) -> &Lookup {
        let (ty, version) = (&*resource.ty, &*resource.api_version);
        self.0.entry((ty, version)).or_insert_with(|| match find_shared(ty, Some(version)) {
            Ok((provider, ty)) => Lookup::Known(provider, ty),
            Err(error) => unknown(ty, version, error),
        })
    }
}

fn unknown(ty: &str, version: &str, error: Error) -> Lookup {
    let NotFound { nearest, .. } = match error {
        Error::NotFound(missing) => missing,
        Error::Damaged(damaged) => {
            let help = "it comes with this program: report it".to_owned();
            return Lookup::Unknown { message: format!("cannot be looked up: {damaged}"), help, is_named: true };
        }
    };
    let is_named = catalogue().is_ok_and(|catalogue| !catalogue.versions(ty).is_empty());
    let (message, help) = match &nearest[..] {
        versions if is_named && version.is_empty() => {
            (format!("names no version of `{ty}`"), format!("write `{ty}@VERSION` with one of {}", versions.join(", ")))
        }
        versions if is_named => (
            format!("is a `{ty}@{version}`, a version that Azure's data does not have"),
            format!("use one of {}, or allow it: `.allow(Check::UNKNOWN_TYPE, \"why\")`", versions.join(", ")),
        ),
        [] => (
            format!("is a `{ty}`, a type that Azure's data does not have"),
            "search with `cargo run -p typegen -- list FILTER`, or allow it: `.allow(Check::UNKNOWN_TYPE, \"why\")`"
                .to_owned(),
        ),
        names => (
            format!("is a `{ty}`, a type that Azure's data does not have"),
            format!("did you mean {}?", names.join(", ")),
        ),
    };
    Lookup::Unknown { message, help, is_named }
}

pub(super) fn finding(node: &Node, message: &str, help: &str) -> Finding {
    Finding::at(Check::UNKNOWN_TYPE, node, format!("`{}` {message}", node.symbol)).help(help).silenced_by("BCP081")
}

/// Of a type that is allowed though nobody knows it, Bicep takes properties of the usual names only.
pub(super) fn refused_properties<'g>(node: &'g Node, resource: &'g ResourceNode) -> impl Iterator<Item = Finding> {
    let is_allowed = resource.allowances.iter().any(|allowance| allowance.check == Check::UNKNOWN_TYPE.id());
    let entries = match &resource.body {
        Expr::Object(entries) if is_allowed => &entries[..],
        _ => &[],
    };
    let refused = entries.iter().filter_map(Entry::name).filter(|name| *name != "name" && !TOP.contains(name));
    refused.map(|name| {
        let message = format!("`{name}` of `{}`: Bicep takes no such property of an unknown type", node.symbol);
        let help = format!("known are {}", all_of(TOP.iter().copied()));
        Finding::at(Check::UNKNOWN_PROPERTY, node, message).help(help).inevitable()
    })
}
