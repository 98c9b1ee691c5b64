//! Findings beside the lines of Rust that made them, as compilers show theirs. It must not know how sources came to be.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::panic::Location;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use dsl::{Finding, Report, Severity};

/// All findings, and a line that concludes. One whose source cannot be read is shown without it.
pub(crate) fn report(report: &Report, conclusion: String, root: &Path, is_colored: bool) -> String {
    let mut sources = Sources { root: root.to_owned(), texts: BTreeMap::new() };
    let findings = report.findings();
    for finding in findings {
        places(finding).for_each(|place| sources.load(place));
    }
    let renderer = if is_colored { Renderer::styled() } else { Renderer::plain() };
    let drawn = findings.iter().map(|finding| match groups(finding, &sources) {
        Some(groups) => format!("{}\n\n", renderer.render(&groups)),
        None => format!("{finding}\n"),
    });
    drawn.chain([conclusion]).collect()
}

/// What another program has found, and the lines of Rust that it can be about, each with a word on it.
pub(crate) struct Problem<'p> {
    pub(crate) severity: Severity,
    pub(crate) id: &'p str,
    pub(crate) message: String,
    pub(crate) places: Vec<(&'static Location<'static>, String)>,
    pub(crate) help: &'p str,
}

/// The problem; a place whose source cannot be read is named all the same.
pub(crate) fn problem(problem: &Problem<'_>, root: &Path, is_colored: bool) -> String {
    let mut sources = Sources { root: root.to_owned(), texts: BTreeMap::new() };
    problem.places.iter().for_each(|(place, _)| sources.load(place));
    let mut group =
        level(problem.severity).primary_title(&problem.message).id(problem.id).elements(None::<Element<'_>>);
    for (place, word) in &problem.places {
        group = match sources.find(place) {
            Some((text, span)) => {
                group.element(source(text, place).annotation(AnnotationKind::Primary.span(span).label(word)))
            }
            None => group.element(Level::NOTE.message(format!("{word}, made in {place}"))),
        };
    }
    let renderer = if is_colored { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.render(&[group, Group::with_title(Level::HELP.secondary_title(problem.help))]);
    format!("{text}\n")
}

fn places(finding: &Finding) -> impl Iterator<Item = &'static Location<'static>> {
    finding.notes().iter().map(dsl::Note::location).chain([finding.location()])
}

/// The texts of the files that findings point to, where they can be read.
struct Sources {
    root: PathBuf,
    texts: BTreeMap<&'static str, Option<String>>,
}

impl Sources {
    fn load(&mut self, place: &'static Location<'static>) {
        let read = || fs::read_to_string(self.root.join(place.file().replace('\\', "/"))).ok();
        self.texts.entry(place.file()).or_insert_with(read);
    }

    /// The file, and what to underline in it.
    fn find(&self, place: &Location<'_>) -> Option<(&str, Range<usize>)> {
        let text = self.texts.get(place.file())?.as_deref()?;
        Some((text, word(text, place.line(), place.column())?))
    }
}

/// Where the word is, in bytes, that begins at a line and column, both counted from 1.
fn word(text: &str, line: u32, column: u32) -> Option<Range<usize>> {
    let before = text.split_inclusive('\n').take(line as usize - 1).map(str::len).sum::<usize>();
    let of_line = text.get(before..)?.lines().next()?;
    let (start, _) = of_line.char_indices().nth(column as usize - 1)?;
    let rest = &of_line[start..];
    let length = rest.find(|char: char| !char.is_alphanumeric() && char != '_' && char != ':').unwrap_or(rest.len());
    let length = length.max(rest.chars().next().map_or(0, char::len_utf8));
    Some(before + start..before + start + length)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn groups<'s>(finding: &'s Finding, sources: &'s Sources) -> Option<Vec<Group<'s>>> {
    let title = level(finding.severity()).primary_title(finding.message()).id(finding.id());
    let mut groups = vec![title.element(snippet(finding.location(), sources)?)];
    for note in finding.notes() {
        groups.push(Level::NOTE.secondary_title(note.message()).element(snippet(note.location(), sources)?));
    }
    groups.push(Group::with_title(Level::HELP.secondary_title(finding.help_text())));
    Some(groups)
}

fn snippet<'s>(
    place: &'static Location<'static>,
    sources: &'s Sources,
) -> Option<Snippet<'s, annotate_snippets::Annotation<'s>>> {
    let (text, span) = sources.find(place)?;
    Some(source(text, place).annotation(AnnotationKind::Primary.span(span)))
}

fn source<'s>(text: &'s str, place: &Location<'_>) -> Snippet<'s, annotate_snippets::Annotation<'s>> {
    Snippet::source(text).path(place.file().replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_at_a_place_is_underlined() {
        let text = "a\n  é.add(g)\n";
        let at = |line, column| word(text, line, column).map(|span| &text[span]);
        assert_eq!([at(1, 1), at(2, 3), at(2, 4), at(2, 5)], [Some("a"), Some("é"), Some("."), Some("add")]);
        assert_eq!([at(2, 99), at(9, 1)], [None, None], "the file has changed since");
    }

    #[test]
    fn a_finding_without_its_source_is_shown_in_the_plain_form() {
        let mut g = dsl::Graph::<dsl::ResourceGroup>::new();
        g.param("prefix").describe("Prefix.");
        let found = g.report();
        assert_eq!(report(&found, found.conclusion(), Path::new("no/such/folder"), false), found.to_string());
        let colored = report(&found, found.conclusion(), &crate::root::folder(), true);
        assert!(colored.contains("\u{1b}["), "{colored}");
        let plain = report(&found, found.conclusion(), &crate::root::folder(), false);
        assert!(
            plain.starts_with("error[unused]: nothing refers to the param `prefix`\n") && !plain.contains('\u{1b}'),
            "{plain}"
        );
        assert!(plain.contains(r#"g.param("prefix").describe("Prefix.");"#) && plain.contains("^^^^^"), "{plain}");
    }
}
