//! From shapes to the tables of macros: which line stands in which section. It must not know how a table is laid out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use types::{Property, Provider, ResourceType, Type, TypeId};

use super::corrections::{is_demanded, is_guarded, is_secret};
use super::names::Names;
use super::notes::note;
use super::reach::{Item, Mode, is_given, is_map};
use super::words::field;

/// One line: a property with its name and type in Rust.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) field: String,
    pub(crate) ty: String,
    pub(crate) arm: String,
    pub(crate) note: Option<String>,
}

impl Line {
    /// The same property, of which the data does not say that it is a secret.
    fn secret(self) -> Self {
        let mut line = Line { ty: format!("dsl::Secret<{}>", self.ty), ..self };
        line.add_note("secret");
        line
    }

    /// The same property, if it takes secrets as well as other values.
    fn guarded(self, namespace: &str, object: &str) -> Self {
        let is_guarded = self.ty == "String" && is_guarded(namespace, object, &self.arm);
        if is_guarded { Line { ty: format!("dsl::Guarded<{}>", self.ty), ..self } } else { self }
    }

    /// Puts a fact before the others.
    fn add_note(&mut self, fact: &str) {
        self.note = Some(self.note.take().map_or_else(|| fact.to_owned(), |note| format!("{fact}; {note}")));
    }
}

impl Display for Line {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} = {:?}", self.field, self.ty, self.arm)?;
        if let Some(note) = &self.note {
            write!(f, ", {note:?}")?;
        }
        f.write_str(";")
    }
}

/// The lines of an object by what can be done with them.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    pub(crate) required: Vec<Line>,
    pub(crate) required_write_only: Vec<Line>,
    pub(crate) optional: Vec<Line>,
    pub(crate) write_only: Vec<Line>,
    pub(crate) read_only: Vec<Line>,
    /// The type of further names.
    pub(crate) others: Option<String>,
}

/// What is needed to name a type: everything that is known about its namespace, and the file that it is named in.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) provider: &'a Provider,
    pub(crate) names: &'a Names,
    /// The items that are generated, each with the file that it stands in.
    pub(crate) files: &'a BTreeMap<Item, String>,
    pub(crate) file: &'a str,
    pub(crate) resource: &'a ResourceType,
    /// Whether the package has checks of its own, which its resources bring along.
    pub(crate) has_rules: bool,
    /// Of an extension, whose resources need not have what every resource of Azure has.
    pub(crate) is_of_extension: bool,
}

/// Where an object is met that is written.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) path: &'a str,
    /// The name in Azure's data, if the object has one.
    pub(crate) object: &'a str,
    /// Whether it is the body of the resource.
    pub(crate) is_body: bool,
}

impl Scope<'_> {
    /// The sections of an object that is written, or of the body of a resource.
    pub(crate) fn written<'p>(
        self,
        properties: impl Iterator<Item = &'p Property>,
        additional: Option<TypeId>,
        place: Place<'_>,
    ) -> Sections {
        let Place { path, .. } = place;
        let is_body = place.is_body && !self.is_of_extension;
        let mut sections = Sections::default();
        for property in properties.filter(|it| !(is_body && is_given(it))) {
            let flags = property.flags;
            let mode = if flags.is_read_only() { Mode::Read } else { Mode::Written };
            let is_demanded = is_body && !flags.is_read_only() && is_demanded(self.provider, self.resource, property);
            let mut line = self.line(property, mode, path).guarded(self.provider.namespace(), place.object);
            if is_demanded && !flags.is_required() {
                line.add_note("required");
            }
            let section = match (flags.is_required() || is_demanded, flags.is_read_only(), flags.is_write_only()) {
                (_, true, _) => &mut sections.read_only,
                (true, _, false) => &mut sections.required,
                (true, _, true) => &mut sections.required_write_only,
                (false, _, false) => &mut sections.optional,
                (false, _, true) => &mut sections.write_only,
            };
            section.push(line);
        }
        if is_body {
            sections.required.sort_by_key(|line| place_in_body(&line.arm));
            sections.optional.sort_by_key(|line| place_in_body(&line.arm));
        }
        sections.others = additional.map(|it| self.ty(it, Mode::Written));
        sections.tell_apart();
        sections
    }

    /// The lines of an object that is only read.
    pub(crate) fn read<'p>(
        self,
        properties: impl Iterator<Item = &'p Property>,
        mode: Mode,
        is_body: bool,
    ) -> Sections {
        let is_body = is_body && !self.is_of_extension;
        let readable = properties.filter(|it| !(it.flags.is_write_only() || is_body && is_given(it)));
        let lines = readable.map(|it| Line { note: None, ..self.line(it, mode, "") }).collect();
        let mut sections = Sections { read_only: lines, ..Sections::default() };
        sections.tell_apart();
        sections
    }

    fn line(self, property: &Property, mode: Mode, path: &str) -> Line {
        let dot = if path.is_empty() { "" } else { "." };
        let path = format!("{path}{dot}{}", property.name);
        let ty = self.ty(property.ty, mode);
        let is_secret =
            mode == Mode::Written && ty == "String" && is_secret(&self.resource.name, &path, &property.name);
        let note = note(self.provider, property.ty, property.flags);
        let line = Line { field: field(&property.name), ty, arm: property.name.clone(), note };
        if is_secret { line.secret() } else { line }
    }

    /// The type in Rust of values of a type in the data.
    pub(crate) fn ty(self, id: TypeId, mode: Mode) -> String {
        let plain = |ty: &str| if mode == Mode::Secret { format!("dsl::Secret<{ty}>") } else { ty.to_owned() };
        match &self.provider[id] {
            Type::Any => plain("dsl::Any"),
            Type::Boolean => "bool".to_owned(),
            Type::Integer(_) => "i64".to_owned(),
            Type::String(text) if text.sensitive => "dsl::Secret<String>".to_owned(),
            Type::Union(_) if mode == Mode::Written => self.path(Item::Choice(id), ""),
            Type::String(_) | Type::StringLiteral(_) | Type::Union(_) => plain("String"),
            Type::Array(array) => format!("Vec<{}>", self.ty(array.item, mode)),
            Type::Object(object) if is_map(object) => {
                let value = object.additional.map_or_else(|| "dsl::Any".to_owned(), |it| self.ty(it, mode));
                let is_guarded = mode == Mode::Written && is_guarded(self.provider.namespace(), &object.name, "*");
                if is_guarded { format!("dsl::Map<dsl::Guarded<{value}>>") } else { format!("dsl::Map<{value}>") }
            }
            Type::Object(object) => {
                let ty = self.object(id, mode, Item::Object(id));
                if object.sensitive && mode == Mode::Written { format!("dsl::Secret<{ty}>") } else { ty }
            }
            Type::Discriminated(_) => self.object(id, mode, Item::Union(id)),
        }
    }

    fn object(self, id: TypeId, mode: Mode, written: Item) -> String {
        match mode {
            Mode::Secret => self.path(Item::Secrets(id), "View"),
            // One that is written somewhere has a view of its own, which its name stands for.
            _ if self.files.contains_key(&written) => self.path(written, ""),
            Mode::Written => self.path(written, ""),
            Mode::Read => self.path(Item::View(id), "View"),
        }
    }

    /// The name of an item as this file says it.
    pub(crate) fn path(self, item: Item, end: &str) -> String {
        let is_here = self.files.get(&item).is_some_and(|file| file == self.file);
        format!("{}{}{end}", if is_here { "" } else { "super::" }, self.names.item(item))
    }
}

/// Every resource says where it is, what it is and what it costs before it says the rest.
fn place_in_body(property: &str) -> usize {
    const FIRST: [&str; 8] = ["location", "extendedLocation", "zones", "kind", "sku", "plan", "identity", "tags"];
    FIRST.iter().position(|first| *first == property).unwrap_or(FIRST.len() + usize::from(property == "properties"))
}

impl Sections {
    /// All lines, in the order of the sections.
    fn lines_mut(&mut self) -> impl Iterator<Item = &mut Line> {
        let Sections { required, required_write_only, optional, write_only, read_only, .. } = self;
        let sections = [required, required_write_only, optional, write_only, read_only];
        sections.into_iter().flatten()
    }

    /// Of two properties whose names differ only by case, the later one is numbered.
    fn tell_apart(&mut self) {
        let mut taken = BTreeSet::new();
        for line in self.lines_mut() {
            let name = line.field.clone();
            let numbered = (2..).map(|number| format!("{}_{number}", name.trim_start_matches("r#")));
            let free = [name.clone()].into_iter().chain(numbered).find(|name| !taken.contains(name));
            line.field = free.unwrap_or(name);
            taken.insert(line.field.clone());
        }
    }
}
