//! The `extension` statement. It must not know any extension by name.

use askama::Template;

use super::annotations::Annotations;
use super::ink::{Ink, Printed};
use crate::graph::ExtensionNode;

#[derive(Template)]
#[template(path = "extension.bicep", escape = "none")]
pub(super) struct Extension<'i> {
    annotations: Annotations<'i>,
    source: Printed<'i>,
    config: Option<Printed<'i>>,
    symbol: &'i str,
}

pub(super) fn statement<'i>(
    ink: &'i Ink<'i>,
    annotations: Annotations<'i>,
    symbol: &'i str,
    extension: &'i ExtensionNode,
) -> Extension<'i> {
    let config = extension.is_renamed().then(|| ink.expr(&extension.config));
    Extension { annotations, source: ink.source(extension), config, symbol }
}
