//! A module as Rust: one macro line a param, as in the catalogue. It must not know where the module was found.

use std::fmt::Write;

use super::found::Found;
use super::interface::{Interface, Kind, Value};
use crate::rust::{field, pascal};

/// The struct, and those of the objects that it takes.
pub(super) fn write(found: &Found, name: &str, interface: &Interface) -> String {
    let name = pascal(name);
    let mut out = String::new();
    let _ = writeln!(out, "dsl::module! {{");
    let _ = writeln!(out, "    /// The module `{}`.", found.reference);
    let (reference, scope) = (&found.reference, interface.scope);
    let _ = writeln!(out, "    pub struct {name}, {name}Outputs = {reference:?} in {scope};");
    if let Some(file) = &found.file {
        let _ = writeln!(out, "    file include_str!({file:?});");
    }
    let (required, optional): (Vec<_>, Vec<_>) = interface.params.iter().partition(|param| param.is_required);
    section(&mut out, "required", &name, &required);
    section(&mut out, "optional", &name, &optional);
    section(&mut out, "outputs", &name, &interface.outputs.iter().collect::<Vec<_>>());
    let _ = writeln!(out, "}}");
    for (object, properties) in &interface.objects {
        let object = format!("{name}{}", pascal(object));
        let _ = writeln!(out, "\ndsl::object! {{");
        let _ = writeln!(out, "    /// A part of what [`{name}`] takes or gives.");
        let _ = writeln!(out, "    pub struct {object}, {object}View;");
        let (required, optional): (Vec<_>, Vec<_>) = properties.iter().partition(|property| property.is_required);
        section(&mut out, "required", &name, &required);
        section(&mut out, "optional", &name, &optional);
        let _ = writeln!(out, "}}");
    }
    out
}

fn section(out: &mut String, word: &str, module: &str, values: &[&Value]) {
    if values.is_empty() {
        return;
    }
    let _ = writeln!(out, "    {word} {{");
    for value in values {
        let note = value.note.as_deref().map(sentence).filter(|note| !note.is_empty());
        let note = note.map(|note| format!(", {note:?}")).unwrap_or_default();
        let (method, ty, name) = (field(&value.name), ty(module, &value.kind), &value.name);
        let _ = writeln!(out, "        {method}: {ty} = {name:?}{note};");
    }
    let _ = writeln!(out, "    }}");
}

/// The first sentence of what the module says, for the documentation of the method.
fn sentence(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    line.split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned()
}

fn ty(module: &str, kind: &Kind) -> String {
    match kind {
        Kind::Text => "String".to_owned(),
        Kind::Number => "i64".to_owned(),
        Kind::Bool => "bool".to_owned(),
        Kind::List(item) => format!("Vec<{}>", ty(module, item)),
        Kind::Object(name) => format!("{module}{}", pascal(name)),
        Kind::Any => "dsl::Any".to_owned(),
        Kind::Secret(inner) => format!("dsl::Secret<{}>", ty(module, inner)),
    }
}
