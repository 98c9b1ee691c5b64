//! What stands under a condition is read as if it were always there.

use azure::operational_insights::Workspace;
use azure::prelude::*;

fn build(g: &mut Graph<ResourceGroup>, location: &Param<String>, keep_logs: &Param<bool>) {
    let workspace = g.when(keep_logs, |g| Workspace::new("logs", location).add(g, "workspace"));
    g.output("workspace", workspace.properties()).describe("Read as if it were always there.");
}

fn main() {
    let _ = build;
}
