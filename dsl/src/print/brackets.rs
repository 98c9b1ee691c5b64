//! Lists in brackets, the one shape that arrays, objects, calls, tuples and parameter lists share.
//! It must not know what stands in them.

use super::document::{Document, Line};

/// How a list is held together.
#[derive(Clone, Copy)]
pub(super) struct Brackets {
    open: &'static str,
    close: &'static str,
    /// After the opening bracket and before the closing one.
    pad: Line,
    /// Between two items; a comma that stays when the line breaks is part of the item.
    separator: Line,
}

pub(super) const ARRAY: Brackets = Brackets { open: "[", close: "]", pad: Line::Empty, separator: Line::CommaSpace };

pub(super) const OBJECT: Brackets = Brackets { open: "{", close: "}", pad: Line::Space, separator: Line::CommaSpace };

/// Its items bring their commas, which stay where the line breaks.
pub(super) const CALL: Brackets = Brackets { open: "(", close: ")", pad: Line::Empty, separator: Line::Space };

impl Brackets {
    /// Writes a list that breaks as a whole where one of its items does.
    pub(super) fn write<T>(
        self,
        document: &mut Document,
        items: impl ExactSizeIterator<Item = T>,
        mut write: impl FnMut(&mut Document, T),
    ) {
        let group = document.begin_group();
        document.text(self.open);
        if items.len() > 0 {
            document.indented(|document| {
                for (index, item) in items.enumerate() {
                    document.line(if index == 0 { self.pad } else { self.separator });
                    write(document, item);
                }
            });
            document.line(self.pad);
        }
        document.text(self.close);
        document.end_group(group);
    }
}
