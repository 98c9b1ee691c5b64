//! Where in a resource a value stands, for messages: kept on the stack, and written only when there is a finding.

use std::fmt;

use types::{Provider, ResourceType, Type, TypeId};

use crate::check::{Check, Finding};
use crate::graph::{Node, ResourceNode};

/// A resource and its type.
pub(super) struct Site<'g> {
    pub(super) node: &'g Node,
    pub(super) resource: &'g ResourceNode,
    pub(super) provider: &'static Provider,
    pub(super) ty: &'static ResourceType,
}

/// The steps from the body of a resource to a value.
pub(super) enum Path<'p> {
    Body,
    Property(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

/// A place in a resource, and what is known of the way there.
#[derive(Clone, Copy)]
pub(super) struct At<'a, 'g> {
    pub(super) site: &'a Site<'g>,
    pub(super) path: &'a Path<'a>,
    /// Null is as good as leaving it out.
    pub(super) nullable: bool,
    /// The value is an item of a list.
    pub(super) is_item: bool,
    /// Nothing stands between the property and the value: no condition, no var.
    pub(super) direct: bool,
    /// The param or var that the value comes from.
    pub(super) via: Option<&'g Node>,
    /// How many vars lie between the property and the value.
    pub(super) depth: u8,
}

impl Site<'_> {
    pub(super) fn type_of(&self, id: TypeId) -> &'static Type {
        &self.provider[id]
    }

    /// Whether the name says which parents the resource has, because no handle does. It has slashes then, and what the
    /// data says of names does not apply.
    pub(super) fn has_long_name(&self) -> bool {
        self.resource.parent.is_none() && self.resource.ty.matches('/').count() > 1
    }
}

impl<'a, 'g> At<'a, 'g> {
    pub(super) fn body(site: &'a Site<'g>, path: &'a Path<'a>) -> Self {
        At { site, path, nullable: false, is_item: false, direct: true, via: None, depth: 0 }
    }

    /// At a property of the object that is here.
    pub(super) fn property<'b>(&self, path: &'b Path<'b>, nullable: bool) -> At<'b, 'g>
    where
        'a: 'b,
    {
        At { path, nullable, is_item: false, ..*self }
    }

    /// At an item of the list that is here.
    pub(super) fn item<'b>(&self, path: &'b Path<'b>) -> At<'b, 'g>
    where
        'a: 'b,
    {
        At { path, nullable: false, is_item: true, ..*self }
    }

    /// The same place, for one of several values that it may get.
    pub(super) fn indirect(self) -> Self {
        At { direct: false, ..self }
    }

    /// The same place, where null does no harm.
    pub(super) fn or_null(self) -> Self {
        At { nullable: true, ..self }
    }

    /// The same place, for what a param or var holds.
    pub(super) fn through(self, node: &'g Node) -> Self {
        At { direct: false, via: Some(node), depth: self.depth + 1, ..self }
    }

    pub(super) fn is_body(&self) -> bool {
        matches!(self.path, Path::Body)
    }

    /// A finding about what is here: "`sku.name` of `account` …". Bicep has the codes for the same.
    pub(super) fn finding(&self, check: Check, codes: &'static str, message: impl fmt::Display) -> Finding {
        let (path, node) = (self.path, self.site.node);
        let finding = Finding::at(check, node, format!("`{path}` of `{}` {message}", node.symbol));
        let finding = finding.silenced_by(codes);
        match self.via {
            Some(via) => finding.note(via, format!("its value comes from `{}`", via.symbol)),
            None => finding,
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Body => Ok(()),
            Path::Property(Path::Body, name) => f.write_str(name),
            Path::Property(outer, name) => write!(f, "{outer}.{name}"),
            Path::Item(outer, index) => write!(f, "{outer}[{index}]"),
        }
    }
}
