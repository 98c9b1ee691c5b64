//! `unknown-property`, `missing-property`, `read-only-property`: the names in an object.

use types::{Array, Object, Property, Type, TypeId};

use super::Walker;
use super::kind::Kind;
use super::place::{At, Path};
use super::words::{all_of, one_of};
use crate::check::nearest::nearest;
use crate::check::{Check, Finding};
use crate::expr::{Entry, Expr, Item, Key};

/// What Bicep takes at the top of any resource, with a warning where Azure's data does not tell of it.
pub(super) const TOP: &[&str] = &[
    "eTag",
    "extendedLocation",
    "identity",
    "kind",
    "location",
    "managedBy",
    "managedByExtended",
    "placement",
    "plan",
    "properties",
    "scale",
    "sku",
    "tags",
    "zones",
];
/// What a name with slashes is.
static ANY_TEXT: Type =
    Type::String(types::Text { min_length: None, max_length: None, pattern: None, sensitive: false });

/// The properties that an object may have: its own ones, and those of the union that it is a variant of.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) own: &'static [Property],
    pub(super) base: &'static [Property],
    /// The type of the values of any further name.
    pub(super) others: Option<TypeId>,
}

impl Fields {
    pub(super) fn of(object: &'static Object) -> Self {
        Fields { own: &object.properties, base: &[], others: object.additional }
    }

    /// The property of that name. Names mostly come in the order of the data, so the search goes on where the last one
    /// has ended.
    pub(super) fn find(&self, name: &str, cursor: &mut usize) -> Option<&'static Property> {
        let (before, after) = self.own.split_at(*cursor);
        let is_it = |property: &&Property| property.name == name;
        if let Some(ahead) = after.iter().position(|property| property.name == name) {
            *cursor += ahead + 1;
            return Some(&after[ahead]);
        }
        before.iter().find(is_it).or_else(|| self.base.iter().find(is_it))
    }

    /// All properties; one that a variant has again comes twice, its own first.
    fn all(self) -> impl Iterator<Item = &'static Property> + Clone {
        self.own.iter().chain(self.base)
    }

    /// The properties that have to be there.
    pub(super) fn required(self) -> impl Iterator<Item = &'static Property> {
        let base = self.base.iter().filter(move |base| self.own.iter().all(|own| own.name != base.name));
        self.own.iter().chain(base).filter(|property| property.flags.is_required())
    }

    fn writable(self) -> impl Iterator<Item = &'static str> + Clone {
        self.all().filter(|property| !property.flags.is_read_only()).map(|property| property.name.as_str())
    }
}

impl<'g> Walker<'_, 'g> {
    /// An object stands here.
    pub(super) fn object(&mut self, entries: &'g [Entry], fields: &Fields, at: &At<'_, 'g>) {
        let is_complete = self.entries(entries, fields, at);
        if is_complete {
            let missing = fields.required().filter(|property| !is_given(entries, &property.name));
            missing.for_each(|property| self.missing(property, at));
        }
    }

    /// Checks what is there; says whether that is all, so that what is not there is missing.
    fn entries(&mut self, entries: &'g [Entry], fields: &Fields, at: &At<'_, 'g>) -> bool {
        let (mut cursor, mut is_complete) = (0, true);
        for entry in entries {
            match entry {
                Entry::Property(Key::Name(name), value) => {
                    let property = fields.find(name, &mut cursor);
                    self.property(name, property, value, fields, at);
                }
                Entry::Property(Key::Computed(_), value) => {
                    is_complete = false;
                    self.computed_key(value, fields, at);
                }
                Entry::Spread(value) => {
                    is_complete = false;
                    self.spread(value, fields, at);
                }
            }
        }
        is_complete
    }

    fn property(
        &mut self,
        name: &str,
        property: Option<&'static Property>,
        value: &'g Expr,
        fields: &Fields,
        at: &At<'_, 'g>,
    ) {
        let path = Path::Property(at.path, name);
        match (property, fields.others) {
            (Some(property), _) if property.flags.is_read_only() => self.read_only(&at.property(&path, true)),
            (Some(_), _) if at.is_body() && name == "name" && at.site.has_long_name() => {
                self.value(value, &ANY_TEXT, &at.property(&path, false));
            }
            (Some(property), _) => {
                let here = at.property(&path, !property.flags.is_required());
                self.plain(name, value, fields, &here);
                self.value(value, at.site.type_of(property.ty), &here);
            }
            (None, Some(others)) => self.value(value, at.site.type_of(others), &at.property(&path, false)),
            (None, None) => self.unknown(name, fields, &at.property(&path, false)),
        }
    }

    fn computed_key(&mut self, value: &'g Expr, fields: &Fields, at: &At<'_, 'g>) {
        let path = Path::Property(at.path, "…");
        let here = at.property(&path, false);
        if let Some(others) = fields.others {
            return self.value(value, at.site.type_of(others), &here);
        }
        let finding = here.finding(Check::UNKNOWN_PROPERTY, "BCP040", "has a computed name");
        let finding = finding.help("write the name out: this object has certain properties only");
        self.findings.push(if at.is_body() { finding.inevitable() } else { finding });
    }

    /// What a spread brings, where it is written out or the value of a var.
    fn spread(&mut self, value: &'g Expr, fields: &Fields, at: &At<'_, 'g>) {
        let (value, via) = self.graph.behind(value);
        if let Expr::Object(entries) = value {
            let at = via.map_or(at.indirect(), |var| at.through(var));
            self.entries(entries, fields, &at);
        }
    }

    /// The path is that of the property.
    pub(super) fn read_only(&mut self, here: &At<'_, 'g>) {
        let finding = here.finding(Check::READ_ONLY_PROPERTY, "BCP073", "can only be read");
        self.findings.push(finding.help("take it out: Azure sets it"));
    }

    pub(super) fn missing(&mut self, property: &Property, at: &At<'_, 'g>) {
        let path = Path::Property(at.path, &property.name);
        let finding = at.property(&path, false).finding(Check::MISSING_PROPERTY, "BCP035", "is missing");
        let finding = finding.help(match at.site.type_of(property.ty) {
            Type::Union(union) if !union.members.is_empty() => {
                format!("set it: Azure requires {}", one_of(union.members.iter().map(String::as_str)))
            }
            ty => match Kind::of_type(ty) {
                Some(kind) => format!("set it: Azure requires {kind}"),
                None => "set it: Azure requires it".to_owned(),
            },
        });
        let is_name = at.is_body() && property.name == "name";
        self.findings.push(if is_name { finding.inevitable() } else { finding });
    }

    /// The path is that of the property.
    pub(super) fn unknown(&mut self, name: &str, fields: &Fields, here: &At<'_, 'g>) {
        let is_top = matches!(here.path, Path::Property(Path::Body, _));
        // At the top, Bicep itself takes no further names.
        let is_refused = is_top && !TOP.contains(&name);
        let codes = if is_top { "BCP187" } else { "BCP037 BCP089" };
        let finding = here.finding(Check::UNKNOWN_PROPERTY, codes, "is no property that Azure's data has");
        let help = match name {
            "parent" if is_top => "give the parent by its handle: `.child_of(&parent)`".to_owned(),
            "scope" if is_top => "give the scope by its handle: `.on(&resource)`".to_owned(),
            "dependsOn" if is_top => "give the other resource by its handle: `.depends_on(&other)`".to_owned(),
            _ => match nearest(name, fields.writable()) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None if fields.writable().next().is_none() => "leave it out: Azure takes no properties here".to_owned(),
                None if is_refused => {
                    format!("Bicep takes no further names here; known are {}", all_of(fields.writable()))
                }
                None => format!("known are {}", all_of(fields.writable())),
            },
        };
        let finding: Finding = finding.help(help);
        self.findings.push(if is_refused { finding.inevitable() } else { finding });
    }

    /// A list stands here.
    pub(super) fn list(&mut self, items: &'g [Item], array: &Array, at: &At<'_, 'g>) {
        let ty = at.site.type_of(array.item);
        let mut is_complete = true;
        for (index, item) in items.iter().enumerate() {
            match item {
                Item::Value(value) => self.value(value, ty, &at.item(&Path::Item(at.path, index))),
                Item::Spread(_) => is_complete = false,
            }
        }
        if is_complete {
            self.list_length(items.len(), array, at);
        }
    }
}

fn is_given(entries: &[Entry], name: &str) -> bool {
    entries.iter().any(|entry| entry.name() == Some(name))
}
