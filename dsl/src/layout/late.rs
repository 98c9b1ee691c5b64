//! Modules that are files in every layout, because something in them must know, before it is deployed, what is made outside:
//! as their param it is known, in one file it would come too late. It must not know other reasons for files.

use std::collections::BTreeSet;

use crate::check::{Context, for_each_late_read};
use crate::graph::RegionId;

/// Those modules, besides those that are files anyway.
pub(super) fn modules(graph: &Context<'_>, is_file: impl Fn(RegionId) -> bool) -> BTreeSet<RegionId> {
    let mut modules = BTreeSet::new();
    let regions = &graph.nodes.regions;
    if regions.iter().any(|(id, _)| regions.module(id).is_some()) {
        for_each_late_read(graph, &mut |place, made| {
            let between = || regions.modules_between(place, made);
            if !between().any(&is_file) {
                modules.extend(between().next());
            }
        });
    }
    modules
}
