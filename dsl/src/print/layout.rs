//! The layout rule: which lines break. It must not know what is printed.
//!
//! A group stays on one line if its own text fits into the width, whatever follows it on the line. The official formatter
//! works so, and therefore a finished line may be longer than the width.

use super::document::{Document, Element, Line};

/// The official formatter's default.
const WIDTH: u32 = 120;

/// Two blanks for each level.
pub(crate) const INDENT: &str = "  ";

/// Appends the document to `out`. `column` is where the line stands already, in UTF-16 units; `level` is how far in the
/// next lines begin.
pub(crate) fn layout(document: &Document, column: u32, level: u32, out: &mut String) {
    let mut page = Page { column, level, mode: Mode::Broken, out };
    page.write(document);
}

/// Appends the document as one line.
pub(crate) fn layout_flat(document: &Document, out: &mut String) {
    let mut texts = document.texts();
    for element in document.elements() {
        match element {
            Element::Text { bytes, .. } => out.push_str(take(&mut texts, *bytes)),
            Element::Line(line) => out.push_str(line.flat()),
            _ => {}
        }
    }
}

struct Page<'o> {
    column: u32,
    level: u32,
    mode: Mode,
    out: &'o mut String,
}

/// How the innermost group or tail is laid out.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// Its lines do not break.
    Flat,
    /// Its lines do not break, but those of its tail do.
    OpenTail,
    /// Its lines break.
    Broken,
}

impl Page<'_> {
    fn write(&mut self, document: &Document) {
        let mut texts = document.texts();
        let mut enclosing = Vec::new();
        for (index, element) in document.elements().iter().enumerate() {
            match *element {
                Element::Text { bytes, width } => self.text(take(&mut texts, bytes), width),
                Element::Line(line) => self.line(line),
                Element::BeginGroup { broken } => {
                    enclosing.push(self.mode);
                    if !broken {
                        self.mode = self.group(&document.elements()[index + 1..]);
                    }
                }
                Element::BeginTail { open } => {
                    enclosing.push(self.mode);
                    self.mode = if open || self.mode != Mode::Flat { Mode::Broken } else { Mode::Flat };
                }
                Element::EndGroup | Element::EndTail => self.mode = enclosing.pop().unwrap_or(Mode::Broken),
                Element::BeginIndent if self.mode == Mode::Broken => self.level += 1,
                Element::EndIndent if self.mode == Mode::Broken => self.level -= 1,
                Element::BeginIndent | Element::EndIndent => {}
            }
        }
    }

    /// How the group that `rest` begins in is laid out.
    fn group(&self, rest: &[Element]) -> Mode {
        let remaining = WIDTH.checked_sub(self.column);
        if self.mode != Mode::Broken || fits(rest, remaining, false) {
            return Mode::Flat;
        }
        // A tail whose lines break wherever it stands is one that the official formatter takes for an open tail.
        let own_line = WIDTH.checked_sub(width(INDENT) * (self.level + 1));
        let opens = |tail: &[Element]| !fits(tail, own_line, false) && fits(rest, remaining, true);
        if closed_tail(rest).is_some_and(opens) { Mode::OpenTail } else { Mode::Broken }
    }

    fn text(&mut self, text: &str, width: u32) {
        self.out.push_str(text);
        self.column = self.column.saturating_add(width);
    }

    fn line(&mut self, line: Line) {
        if self.mode != Mode::Broken {
            return self.text(line.flat(), width(line.flat()));
        }
        debug_assert!(!self.out.ends_with(' '), "a blank before {line:?} would stay at the end of the line");
        self.out.push('\n');
        (0..self.level).for_each(|_| self.out.push_str(INDENT));
        self.column = width(INDENT) * self.level;
        self.text(line.broken(), width(line.broken()));
    }
}

/// Whether the group or tail that `rest` begins in fits into what remains of the line. A tail that is open, or that is to
/// be `opened`, counts as its opening bracket.
fn fits(rest: &[Element], remaining: Option<u32>, opened: bool) -> bool {
    let Some(mut remaining) = remaining else { return false };
    let mut depth = 0_usize;
    for element in rest {
        let width = match *element {
            Element::Text { width, .. } => width,
            Element::Line(line) => width(line.flat()),
            Element::BeginTail { open } if open || opened && depth == 0 => return remaining > 0,
            Element::BeginGroup { .. } | Element::BeginTail { .. } => {
                depth += 1;
                0
            }
            Element::EndGroup | Element::EndTail if depth == 0 => return true,
            Element::EndGroup | Element::EndTail => {
                depth -= 1;
                0
            }
            Element::BeginIndent | Element::EndIndent => 0,
        };
        match remaining.checked_sub(width) {
            Some(rest) => remaining = rest,
            None => return false,
        }
    }
    true
}

/// What follows the beginning of the tail that belongs to the group that `rest` begins in, if it has one.
fn closed_tail(rest: &[Element]) -> Option<&[Element]> {
    let mut depth = 0_usize;
    for (index, element) in rest.iter().enumerate() {
        match element {
            Element::BeginTail { .. } if depth == 0 => return Some(&rest[index + 1..]),
            Element::EndGroup if depth == 0 => return None,
            Element::BeginGroup { .. } | Element::BeginTail { .. } => depth += 1,
            Element::EndGroup | Element::EndTail => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Splits the next text off.
fn take<'t>(texts: &mut &'t str, bytes: u32) -> &'t str {
    let (text, rest) = texts.split_at(bytes as usize);
    *texts = rest;
    text
}

/// The texts measured here are blanks, bars and commas.
fn width(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(WIDTH)
}
