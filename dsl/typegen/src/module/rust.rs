//! A module as Rust: one macro line a param, as in the catalogue. It must not know where the module was found.

use std::collections::BTreeSet;
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
    let mut taken = BTreeSet::new();
    section(&mut out, "required", &name, &required, &mut taken);
    section(&mut out, "optional", &name, &optional, &mut taken);
    section(&mut out, "outputs", &name, &interface.outputs.iter().collect::<Vec<_>>(), &mut BTreeSet::new());
    let _ = writeln!(out, "}}");
    for (object, properties) in &interface.objects {
        let object = format!("{name}{}", pascal(object));
        let _ = writeln!(out, "\ndsl::object! {{");
        let _ = writeln!(out, "    /// A part of what [`{name}`] takes or gives.");
        let _ = writeln!(out, "    pub struct {object}, {object}View;");
        let (required, optional): (Vec<_>, Vec<_>) = properties.iter().partition(|property| property.is_required);
        let mut taken = BTreeSet::new();
        section(&mut out, "required", &name, &required, &mut taken);
        section(&mut out, "optional", &name, &optional, &mut taken);
        let _ = writeln!(out, "}}");
    }
    out
}

fn section(out: &mut String, word: &str, module: &str, values: &[&Value], taken: &mut BTreeSet<String>) {
    if values.is_empty() {
        return;
    }
    let _ = writeln!(out, "    {word} {{");
    for value in values {
        let note = value.note.as_deref().map(sentence).filter(|note| !note.is_empty());
        let note = note.map(|note| format!(", {note:?}")).unwrap_or_default();
        let (method, ty, name) = (untaken(field(&value.name), taken), ty(module, &value.kind), &value.name);
        // What a module gives may be null; what it takes is left out instead.
        let ty = if word == "outputs" && !value.is_required { format!("Option<{ty}>") } else { ty };
        let _ = writeln!(out, "        {method}: {ty} = {name:?}{note};");
    }
    let _ = writeln!(out, "    }}");
}

/// A method that no other value has: `fooBar` and `foo_bar` are two params of Bicep, and would be one method.
fn untaken(method: String, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2_u32..).map(|number| format!("{}{number}", method.trim_start_matches("r#")));
    let free = std::iter::once(method.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(method);
    taken.insert(free.clone());
    free
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
