//! The examples of a page: code that is compiled, and its own text. It must not know what a check looks for.

use crate::graph::Graph;
use crate::scope::ResourceGroup;

/// A graph as code, and the text of that code.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    build: Option<fn(&mut Graph<ResourceGroup>)>,
    file: &'static str,
    line: u32,
}

impl Example {
    /// Made by [`example!`](crate::example).
    #[doc(hidden)]
    pub const fn new(build: Option<fn(&mut Graph<ResourceGroup>)>, file: &'static str, line: u32) -> Self {
        Example { build, file, line }
    }

    /// The graph; nothing if it needs a feature that is off.
    pub fn graph(&self) -> Option<Graph<ResourceGroup>> {
        let build = self.build?;
        let mut graph = Graph::new();
        build(&mut graph);
        Some(graph)
    }

    /// What stands between the braces, without its indentation.
    pub fn text(&self) -> String {
        let mut lines = self.file.lines().skip((self.line as usize).saturating_sub(1));
        let outer = lines.next().map_or(0, indentation);
        let body: Vec<_> = lines.take_while(|line| line.is_empty() || indentation(line) > outer).collect();
        let inner = body.iter().filter(|line| !line.is_empty()).map(|line| indentation(line)).min().unwrap_or(0);
        body.iter().flat_map(|line| [line.get(inner..).unwrap_or_default(), "\n"]).collect()
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// An example of a page, whose text is the code itself: `example!("unused.rs", |g| { … })`. The file is the one in which
/// this stands, and every line of the code has a line of its own there.
#[macro_export]
macro_rules! example {
    ($file:literal, $build:expr) => {
        $crate::Example::new(Some($build), include_str!($file), line!())
    };
}
