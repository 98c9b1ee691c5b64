//! What rendering returns: texts by their paths, and the lines of Rust behind them. It must not know the disk.

use std::panic::Location;

use crate::check::Report;
use crate::render::Place;

/// The files of a scenario, in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    files: Vec<File>,
    warnings: Report,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    path: String,
    text: String,
    /// What made its parts, in their order.
    places: Vec<Place>,
}

impl Bundle {
    pub(crate) fn new(warnings: Report) -> Self {
        Bundle { files: Vec::new(), warnings }
    }

    /// What the checks found and is rendered all the same: warnings, and in a draft errors, too.
    pub fn warnings(&self) -> &Report {
        &self.warnings
    }

    /// Adds a file beside those of the template, such as a page for reviewers.
    pub fn push(&mut self, path: impl Into<String>, text: String) {
        self.push_placed(path, text, Vec::new());
    }

    pub(crate) fn push_placed(&mut self, path: impl Into<String>, text: String, places: Vec<Place>) {
        self.files.push(File { path: path.into(), text, places });
    }

    /// Path (relative, with slashes) and text of each file.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|file| (file.path.as_str(), file.text.as_str()))
    }

    /// The text of one file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files().find(|(candidate, _)| *candidate == path).map(|(_, text)| text)
    }

    /// The line of Rust that made what stands at a line of a file, counted from 1: a statement, a resource nested in one, or a
    /// value of a parameter set. There is none for the first lines of a file, and for files that came with the graph.
    pub fn made_at(&self, path: &str, line: usize) -> Option<&'static Location<'static>> {
        let file = self.files.iter().find(|file| file.path == path)?;
        let end: usize = file.text.split_inclusive('\n').take(line).map(str::len).sum();
        let behind = file.places.partition_point(|(start, _)| *start < end);
        file.places[..behind].last().map(|(_, location)| *location)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Graph, ResourceBody, ResourceGroup, Scenario, raw};

    const BUILD: u32 = line!() + 1;
    fn build(g: &mut Graph<ResourceGroup>) {
        let name = g.param("zoneName").describe("Name of the zone.");
        let zone =
            raw("Microsoft.Network/privateDnsZones@2024-06-01", &name).property("location", "global").add(g, "zone");
        let hosts = raw("Microsoft.Network/privateDnsZones/A@2024-06-01", "hosts").child_of(&zone);
        hosts.nested().add(g, "hosts");
        g.parameter_set("main").value(&name, "contoso.internal");
    }

    #[test]
    fn a_line_is_traced_to_the_line_of_rust_that_made_it() {
        let bundle = Scenario::new("zone", build).describe("A zone.").bundle().unwrap();
        let made_at = |path: &str, start: &str| {
            let mut lines = bundle.get(path).unwrap().lines();
            let line = lines.position(|line| line.trim_start().starts_with(start)).unwrap();
            bundle.made_at(path, line + 1).map(|location| location.line() - BUILD)
        };
        assert_eq!(made_at("main.bicep", "param zoneName"), Some(1));
        assert_eq!(made_at("main.bicep", "resource zone"), Some(3));
        assert_eq!(made_at("main.bicep", "location: 'global'"), Some(3));
        assert_eq!(made_at("main.bicep", "resource hosts"), Some(5));
        assert_eq!(made_at("main.bicepparam", "param zoneName"), Some(6));
        assert_eq!(made_at("main.bicep", "// Generated"), None);
    }
}
