//! `exposed-secret` at a property that has another one beside it, which Azure's data has for secrets: `settings` beside
//! `protectedSettings`. Elsewhere the data does not tell: many properties that take secrets are not marked, so there is nothing
//! to find.

use super::Walker;
use super::object::Fields;
use super::place::At;
use crate::check::exposed_secret;
use crate::expr::Expr;

/// Properties that Azure returns to everybody who may read the resource, and those that are for secrets in their stead.
const PLAIN_AND_GUARDED: &[(&str, &str)] = &[
    ("files", "protectedFiles"),
    ("parameters", "protectedParameters"),
    ("settings", "protectedSettings"),
    ("value", "secretRef"),
    ("value", "secretValue"),
    ("value", "secureValue"),
];

impl<'g> Walker<'_, 'g> {
    /// The path is that of the property.
    pub(super) fn plain(&mut self, name: &str, value: &'g Expr, fields: &Fields, here: &At<'_, 'g>) {
        let mut beside = PLAIN_AND_GUARDED.iter().filter(|(plain, _)| *plain == name).map(|(_, guarded)| *guarded);
        if let Some(guarded) = beside.find(|guarded| fields.find(guarded, &mut 0).is_some()) {
            let found = exposed_secret::misplaced(self.graph, here.site.node, here.path, guarded, value);
            self.findings.extend(found);
        }
    }
}
