//! The layout rule: which lines break. It must not know what is printed.
//!
//! A group stays on one line if its own text fits into the width, whatever follows it on the line. The official formatter
//! works so, and therefore a finished line may be longer than the width.

use super::document::{Document, Element};

/// The official formatter's default.
const WIDTH: u32 = 120;

/// Two blanks for each level.
pub(crate) const INDENT: &str = "  ";

/// Appends the document to `out`. `column` is where the line stands already, in UTF-16 units; `level` is how far in the
/// next lines begin.
pub(crate) fn layout(document: &Document, column: u32, level: usize, out: &mut String) {
    let mut page = Page { column, level, broken: true, out };
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
    level: usize,
    /// Whether the lines of the innermost group break.
    broken: bool,
    out: &'o mut String,
}

impl Page<'_> {
    fn write(&mut self, document: &Document) {
        let mut texts = document.texts();
        let mut enclosing = Vec::new();
        for (index, element) in document.elements().iter().enumerate() {
            match *element {
                Element::Text { bytes, width } => self.text(take(&mut texts, bytes), width),
                Element::Line(line) if self.broken => {
                    debug_assert!(
                        !self.out.ends_with(' '),
                        "a blank before {line:?} would stay at the end of the line"
                    );
                    self.line_break();
                    self.text(line.broken(), width(line.broken()));
                }
                Element::Line(line) => self.text(line.flat(), width(line.flat())),
                Element::BeginGroup { broken } => {
                    enclosing.push(self.broken);
                    let rest = &document.elements()[index + 1..];
                    self.broken = self.broken && (broken || !fits(rest, WIDTH.checked_sub(self.column)));
                }
                Element::BeginTail => {
                    enclosing.push(self.broken);
                    self.broken = true;
                }
                Element::EndGroup | Element::EndTail => self.broken = enclosing.pop().unwrap_or(true),
                Element::BeginIndent if self.broken => self.level += 1,
                Element::EndIndent if self.broken => self.level -= 1,
                Element::BeginIndent | Element::EndIndent => {}
            }
        }
    }

    fn text(&mut self, text: &str, width: u32) {
        self.out.push_str(text);
        self.column = self.column.saturating_add(width);
    }

    fn line_break(&mut self) {
        self.out.push('\n');
        (0..self.level).for_each(|_| self.out.push_str(INDENT));
        self.column = width(INDENT) * u32::try_from(self.level).unwrap_or(WIDTH);
    }
}

/// Whether the group that `rest` begins in fits into what remains of the line. A tail counts as its opening bracket.
fn fits(rest: &[Element], remaining: Option<u32>) -> bool {
    let Some(mut remaining) = remaining else { return false };
    let mut depth = 0_usize;
    for element in rest {
        let (width, last) = match *element {
            Element::Text { width, .. } => (width, false),
            Element::Line(line) => (width(line.flat()), false),
            Element::BeginTail => (1, true),
            Element::BeginGroup { .. } => {
                depth += 1;
                continue;
            }
            Element::EndGroup if depth == 0 => return true,
            Element::EndGroup => {
                depth -= 1;
                continue;
            }
            Element::EndTail | Element::BeginIndent | Element::EndIndent => continue,
        };
        match remaining.checked_sub(width) {
            Some(_) if last => return true,
            Some(rest) => remaining = rest,
            None => return false,
        }
    }
    true
}

/// Splits the next text off.
fn take<'t>(texts: &mut &'t str, bytes: u32) -> &'t str {
    let (text, rest) = texts.split_at(bytes as usize);
    *texts = rest;
    text
}

/// The texts measured here are blanks and commas.
fn width(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(WIDTH)
}
