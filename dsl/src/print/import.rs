//! The names that are imported from a file, to a document. It must not know where lines break.

use super::brackets::OBJECT;
use super::expression::Printer;
use super::string::key;

impl Printer<'_> {
    /// Writes `{ stage, size as sharedSize }`, each name of the other file with the one of this file.
    pub(crate) fn imports(&mut self, names: &[(&str, &str)]) {
        OBJECT.write(self.document, names.iter(), |document, (name, symbol)| {
            document.text_with(|out| {
                key(name, out);
                if name != symbol {
                    out.push_str(" as ");
                    out.push_str(symbol);
                }
            });
        });
    }
}
