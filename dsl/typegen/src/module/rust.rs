//! A module as Rust: one macro line a param, as in the catalogue. It must not know where the module was found.

use std::fmt::Write;

use super::found::Found;
use super::interface::{Declared, Interface, Kind, Object, Shape, Value};
use super::names;
use crate::rust::{remark, variants};

/// The struct, and the types that its params and outputs have.
pub(super) fn write(found: &Found, name: &str, interface: &Interface) -> String {
    let name = names::of_module(name);
    let text = Text { types: names::of_types(&name, &interface.types), out: String::new() };
    text.module(found, &name, interface)
}

struct Text {
    /// What the types of the interface are called.
    types: Vec<String>,
    out: String,
}

impl Text {
    fn module(mut self, found: &Found, name: &str, interface: &Interface) -> String {
        self.line("dsl::module! {");
        self.line(&format!("    /// The module `{}`.", found.reference));
        let (reference, scope) = (&found.reference, interface.scope);
        self.line(&format!("    pub struct {name}, {name}Outputs = {reference:?} in {scope};"));
        if let Some(file) = &found.file {
            self.line(&format!("    file include_str!({file:?});"));
        }
        self.written(&interface.params, true);
        self.section("outputs", &names::of_values(&interface.outputs.iter().collect::<Vec<_>>(), false));
        self.line("}");
        for (at, declared) in interface.types.iter().enumerate() {
            self.declared(at, declared, name);
        }
        self.out
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }

    fn declared(&mut self, at: usize, declared: &Declared, module: &str) {
        let name = self.types[at].clone();
        let (macro_name, head) = match &declared.shape {
            Shape::Object(_) => ("object", format!("struct {name}, {name}View;")),
            Shape::Choice(_) => ("choice", format!("closed enum {name} {{")),
            Shape::Union(..) => ("union", format!("enum {name}, {name}View;")),
        };
        self.line(&format!("\ndsl::{macro_name}! {{"));
        self.line(&format!("    /// A part of what [`{module}`] takes or gives."));
        self.line(&format!("    pub {head}"));
        match &declared.shape {
            Shape::Object(object) => self.object(object),
            Shape::Choice(texts) => self.choice(texts),
            Shape::Union(property, members) => self.union(property, members),
        }
        self.line("}");
    }

    fn object(&mut self, object: &Object) {
        if let Some((property, value)) = &object.constant {
            self.line(&format!("    constant {{ {property:?} = {value:?}; }}"));
        }
        self.written(&object.properties, false);
        if let Some(others) = &object.others {
            let ty = self.ty(others);
            self.line(&format!("    others {{ {ty}; }}"));
        }
    }

    fn choice(&mut self, texts: &[String]) {
        for (name, text) in variants(texts) {
            self.line(&format!("        {name} = {text:?};"));
        }
        self.line("    }");
    }

    fn union(&mut self, property: &str, members: &[(String, usize)]) {
        let values: Vec<_> = members.iter().map(|(value, _)| value.clone()).collect();
        self.line("    variants {");
        for ((name, value), (_, at)) in variants(&values).into_iter().zip(members) {
            let object = self.types[*at].clone();
            self.line(&format!("        {name}({object}) = {value:?};"));
        }
        self.line("    }");
        let told = Value { name: property.to_owned(), kind: Kind::Text, is_required: true, note: None };
        self.section("read_only", &names::of_values(&[&told], false));
    }

    /// What is given: first what has to be. The names are chosen among all.
    fn written(&mut self, values: &[Value], is_call: bool) {
        let named = names::of_values(&values.iter().collect::<Vec<_>>(), is_call);
        let (required, optional): (Vec<_>, Vec<_>) = named.into_iter().partition(|(_, it)| it.is_required);
        self.section("required", &required);
        self.section("optional", &optional);
    }

    fn section(&mut self, word: &str, values: &[(String, &Value)]) {
        if values.is_empty() {
            return;
        }
        self.line(&format!("    {word} {{"));
        for (method, value) in values {
            let note = value.note.as_deref().map(remark).filter(|note| !note.is_empty());
            let note = note.map(|note| format!(", {note:?}")).unwrap_or_default();
            let (ty, name) = (self.ty(&value.kind), &value.name);
            self.line(&format!("        {method}: {ty} = {name:?}{note};"));
        }
        self.line("    }");
    }

    fn ty(&self, kind: &Kind) -> String {
        match kind {
            Kind::Text => "String".to_owned(),
            Kind::Number => "i64".to_owned(),
            Kind::Bool => "bool".to_owned(),
            Kind::List(item) => format!("Vec<{}>", self.ty(item)),
            Kind::Map(value) => format!("dsl::Map<{}>", self.ty(value)),
            Kind::Declared(at) => self.types[*at].clone(),
            Kind::Any => "dsl::Any".to_owned(),
            Kind::Secret(inner) => format!("dsl::Secret<{}>", self.ty(inner)),
            Kind::Maybe(inner) => format!("Option<{}>", self.ty(inner)),
        }
    }
}
