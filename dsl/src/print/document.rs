//! The document: texts, possible line breaks, groups and indentation, in the order of the text.
//! It must not know what the texts mean, nor how wide a line may be.
//!
//! The tree is kept flat, as a list of elements with begin and end marks, over one string that holds all the texts:
//! nothing is allocated for a node, and a document is used again for the next statement.

/// What a possible line break is when it does not break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// nothing
    Empty,
    /// one blank
    Space,
    /// a comma and a blank; when it breaks, the break alone separates
    CommaSpace,
    /// nothing; when it breaks, a bar begins the next line
    BarFirst,
    /// a bar between blanks; when it breaks, the bar begins the next line
    Bar,
}

impl Line {
    pub(crate) fn flat(self) -> &'static str {
        match self {
            Line::Empty | Line::BarFirst => "",
            Line::Space => " ",
            Line::CommaSpace => ", ",
            Line::Bar => " | ",
        }
    }

    /// What the next line begins with when this one breaks.
    pub(crate) fn broken(self) -> &'static str {
        match self {
            Line::Empty | Line::Space | Line::CommaSpace => "",
            Line::BarFirst | Line::Bar => "| ",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    /// The next `bytes` of the texts. The width is in UTF-16 units, as the official formatter counts.
    Text {
        bytes: u32,
        width: u32,
    },
    /// A line break, if the group around it breaks.
    Line(Line),
    /// What follows stays on one line if it fits, unless it is `broken` in any case.
    BeginGroup {
        broken: bool,
    },
    EndGroup,
    /// Lines inside begin two blanks further in.
    BeginIndent,
    EndIndent,
    /// The last argument of a call, whose lines may break while the call itself counts as one line up to here. If it is
    /// not `open`, that holds only should it be too wide for a line of its own.
    BeginTail {
        open: bool,
    },
    EndTail,
}

/// See the module's documentation.
#[derive(Debug, Default)]
pub(crate) struct Document {
    texts: String,
    elements: Vec<Element>,
    /// How many line breaks were forced so far: a construct that sees the number grow must break too.
    forced: u32,
}

/// Where a group began, to close it.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub(crate) struct Group {
    begin: usize,
    forced: u32,
}

impl Document {
    pub(crate) fn clear(&mut self) {
        self.texts.clear();
        self.elements.clear();
        self.forced = 0;
    }

    pub(crate) fn texts(&self) -> &str {
        &self.texts
    }

    pub(crate) fn elements(&self) -> &[Element] {
        &self.elements
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.text_with(|texts| texts.push_str(text));
    }

    /// Lets `write` append to the texts; what it appends is one text that never breaks.
    pub(crate) fn text_with(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.texts.len();
        write(&mut self.texts);
        let (bytes, width) = measure(&self.texts[start..]);
        if let Some(Element::Text { bytes: last_bytes, width: last_width }) = self.elements.last_mut() {
            *last_bytes += bytes;
            *last_width += width;
        } else {
            self.elements.push(Element::Text { bytes, width });
        }
    }

    pub(crate) fn line(&mut self, line: Line) {
        self.elements.push(Element::Line(line));
    }

    /// Makes every construct around this place break.
    pub(crate) fn force_break(&mut self) {
        self.forced += 1;
    }

    pub(crate) fn indented(&mut self, content: impl FnOnce(&mut Self)) {
        self.elements.push(Element::BeginIndent);
        content(self);
        self.elements.push(Element::EndIndent);
    }

    pub(crate) fn begin_group(&mut self) -> Group {
        self.elements.push(Element::BeginGroup { broken: false });
        Group { begin: self.elements.len() - 1, forced: self.forced }
    }

    /// Closes a group, which breaks if anything inside it was forced to.
    pub(crate) fn end_group(&mut self, group: Group) {
        let broken = self.is_forced_since(group);
        self.elements[group.begin] = Element::BeginGroup { broken };
        self.elements.push(Element::EndGroup);
    }

    pub(crate) fn is_forced_since(&self, group: Group) -> bool {
        self.forced > group.forced
    }

    /// Closes a group whose only forced breaks are in its tail: it may stay on one line, what is around it may not.
    pub(crate) fn end_group_around_tail(&mut self) {
        self.elements.push(Element::EndGroup);
    }

    /// Where the next element will stand.
    pub(crate) fn position(&self) -> usize {
        self.elements.len()
    }

    /// Makes what was written since `start` a tail.
    pub(crate) fn make_tail(&mut self, start: usize, open: bool) {
        self.elements.insert(start, Element::BeginTail { open });
        self.elements.push(Element::EndTail);
    }
}

fn measure(text: &str) -> (u32, u32) {
    let width = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
    (saturate(text.len()), saturate(width))
}

/// A text of over four gigabytes would not fit a template in any case.
fn saturate(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
