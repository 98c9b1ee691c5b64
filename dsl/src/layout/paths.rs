//! Paths of other files, which the graph has as the main file writes them: of imports, extensions, and what is read when the
//! template is compiled. It must not know what is in those files.

use super::Page;
use super::files::{Files, MAIN};
use crate::expr::Expr;
use crate::functions::with_path;
use crate::graph::NodeKind;

/// Writes them as the file of a page needs them.
pub(super) fn make_relative(files: &Files, file: usize, page: &mut Page<'_>) {
    for node in &mut page.nodes.all {
        match &mut node.kind {
            NodeKind::Import(import) if import.is_local() => {
                import.path = files.relative(file, &import.path).into();
            }
            NodeKind::Extension(it) if it.is_local() => it.source = files.relative(file, &it.source).into(),
            _ => {}
        }
    }
    let mut readers = std::mem::take(&mut page.nodes.survey.files);
    readers.dedup();
    if file == MAIN || readers.is_empty() {
        return;
    }
    let write = |path: &str| files.relative(file, path);
    let relative = |expr: &Expr| {
        expr.replaced(&mut |part| match part {
            Expr::Call(call) => with_path(call, &write),
            _ => None,
        })
    };
    for index in readers {
        page.nodes.all[index].map_exprs(&mut |expr| relative(expr));
    }
    page.nodes.regions = page.nodes.regions.map(|_, expr| relative(expr));
}
