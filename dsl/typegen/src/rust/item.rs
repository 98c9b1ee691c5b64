//! Each item as a call of a macro. It must not know in which file it stands.

use askama::Template;
use types::{Discriminated, EXCEPTIONS, Provider, ResourceType, Scopes, Type, TypeId, catalogue};

use super::reach::{Item, Meeting, Mode, variant};
use super::table::{Line, Place, Scope, Sections};
use super::words::{pascal, snake};

#[derive(Template)]
#[template(path = "sections.rs.txt", escape = "none")]
struct SectionsText<'a> {
    sections: [(&'static str, &'a [Line]); 5],
}

#[derive(Template)]
#[template(path = "object.rs.txt", escape = "none")]
struct ObjectText<'a> {
    doc: &'a str,
    name: &'a str,
    constant: Option<(&'a str, &'a str)>,
    sections: String,
    others: Option<String>,
}

#[derive(Template)]
#[template(path = "view.rs.txt", escape = "none")]
struct ViewText<'a> {
    doc: &'a str,
    name: &'a str,
    sections: String,
}

#[derive(Template)]
#[template(path = "choice.rs.txt", escape = "none")]
struct ChoiceText<'a> {
    doc: &'a str,
    name: &'a str,
    is_open: bool,
    variants: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "union.rs.txt", escape = "none")]
struct UnionText<'a> {
    doc: &'a str,
    name: &'a str,
    variants: Vec<(String, String, String)>,
    sections: String,
}

#[derive(Template)]
#[template(path = "resource.rs.txt", escape = "none")]
struct ResourceText<'a> {
    ty: &'a str,
    version: &'a str,
    reason: Option<String>,
    name: &'a str,
    scopes: String,
    place: String,
    naming: String,
    sections: String,
    functions: Vec<String>,
    has_rules: bool,
    others: Option<String>,
}

/// The call of a macro that declares the resource itself.
pub(crate) fn resource(scope: Scope<'_>) -> anyhow::Result<String> {
    let Scope { provider, resource, .. } = scope;
    let sections = body(scope);
    let exception = EXCEPTIONS.iter().find(|it| it.name == resource.name && it.api_version == resource.api_version);
    let functions = resource.functions.iter().map(|function| {
        let input = function.input.map_or(String::new(), |it| format!("input: {}", scope.ty(it, Mode::Written)));
        let output = scope.ty(function.output, Mode::Secret);
        let (name, version) = (&function.name, &resource.api_version);
        format!("{}({input}) -> {output} = {name:?} @ {version:?};", snake(name))
    });
    let text = ResourceText {
        ty: &resource.name,
        version: &resource.api_version,
        reason: exception.map(|it| format!("{:?}", sentence(it.reason))),
        name: scope.names.resource(&resource.name),
        scopes: scopes(resource.writable_scopes),
        place: place(scope)?,
        naming: naming(scope),
        functions: functions.collect(),
        has_rules: scope.has_rules,
        sections: text_of(&sections)?,
        others: sections.others,
    };
    debug_assert!(provider.resources().contains(resource));
    render(&text)
}

/// A reason as it is printed: with a capital and a full stop.
fn sentence(reason: &str) -> String {
    let first = reason.chars().next().map_or(0, char::len_utf8);
    let (first, rest) = reason.split_at(first);
    format!("{}{rest}.", first.to_uppercase())
}

fn body(scope: Scope<'_>) -> Sections {
    let Scope { provider, resource, .. } = scope;
    match &provider[resource.body] {
        Type::Object(body) if resource.writable_scopes.is_empty() => {
            scope.read(body.properties.iter(), Mode::Read, true)
        }
        Type::Object(body) => scope.written(
            body.properties.iter(),
            body.additional,
            Place { path: "", object: &body.name, is_body: true },
        ),
        Type::Discriminated(body) => scope.read(body.base.iter(), Mode::Read, true),
        _ => Sections::default(),
    }
}

/// The graphs that can hold it. What can extend a resource can do so in each; the check of the graph sees the rest.
pub(crate) fn scopes(scopes: Scopes) -> String {
    let all = scopes.extension();
    let names = [
        (scopes.resource_group(), "ResourceGroup"),
        (scopes.subscription(), "Subscription"),
        (scopes.management_group(), "ManagementGroup"),
        (scopes.tenant(), "Tenant"),
    ];
    names.into_iter().filter(|(is, _)| *is || all).map(|(_, name)| name).collect::<Vec<_>>().join(", ")
}

fn place(scope: Scope<'_>) -> anyhow::Result<String> {
    let resource = scope.resource;
    let scopes = resource.writable_scopes;
    Ok(match parent(resource)? {
        Some(parent) => format!("child of super::{}", scope.names.resource(&parent)),
        None if !scopes.extension() => String::new(),
        None if scopes.bits() == Scopes::EXTENSION_BITS => "extension".to_owned(),
        None => "extension or scope".to_owned(),
    })
}

/// The type that a resource is declared under: none where the data has no such type, or has it at other scopes only.
pub(crate) fn parent(resource: &ResourceType) -> anyhow::Result<Option<String>> {
    let Some((parent, _)) = resource.name.rsplit_once('/').filter(|(parent, _)| parent.contains('/')) else {
        return Ok(None);
    };
    let scopes = |readable: Scopes, writable: Scopes| readable.bits() | writable.bits();
    let own = scopes(resource.readable_scopes, resource.writable_scopes);
    let versions = catalogue()?.versions(parent);
    let is_beside = versions.iter().any(|it| scopes(it.readable_scopes, it.writable_scopes) & own != 0);
    Ok(versions.first().filter(|_| is_beside).map(|it| it.name.clone()))
}

/// Where the name comes from, as the macro wants it said.
fn naming(scope: Scope<'_>) -> String {
    let Scope { provider, resource, .. } = scope;
    match &provider[resource.body] {
        Type::Object(body) => name(scope, body.properties.iter().find(|it| it.name == "name").map(|it| it.ty)),
        Type::Discriminated(_) if resource.writable_scopes.is_empty() => "String".to_owned(),
        Type::Discriminated(body) if body.discriminator == "name" => {
            format!("; one of {}", scope.path(Item::Union(resource.body), ""))
        }
        Type::Discriminated(body) => {
            let name = name(scope, body.base.iter().find(|it| it.name == "name").map(|it| it.ty));
            format!("{name}; one of {}", scope.path(Item::Union(resource.body), ""))
        }
        _ => "String".to_owned(),
    }
}

fn name(scope: Scope<'_>, ty: Option<TypeId>) -> String {
    let Some(id) = ty else { return "String".to_owned() };
    match &scope.provider[id] {
        Type::StringLiteral(constant) => format!("= {constant:?}"),
        Type::Union(_) if scope.resource.writable_scopes.is_empty() => "String".to_owned(),
        Type::Integer(_) => "i64".to_owned(),
        _ => {
            let note = super::notes::note(scope.provider, id, types::Flags::default());
            let note = note.map_or(String::new(), |note| format!(", {note:?}"));
            format!("{}{note}", scope.ty(id, Mode::Written))
        }
    }
}

/// The call of a macro that declares an item.
pub(crate) fn item(scope: Scope<'_>, meeting: &Meeting, doc: &str) -> anyhow::Result<String> {
    let name = scope.names.item(meeting.item);
    match meeting.item {
        Item::Object(id) => object(scope, id, &meeting.path, name, doc),
        Item::View(id) => view(scope, id, Mode::Read, name, doc),
        Item::Secrets(id) => view(scope, id, Mode::Secret, name, doc),
        Item::Choice(id) => choice(scope.provider, id, name, doc),
        Item::Union(id) => union(scope, id, name, doc),
        Item::Variant(id, index) => a_variant(scope, (id, index), &meeting.path, name, doc),
    }
}

fn object(scope: Scope<'_>, id: TypeId, path: &str, name: &str, doc: &str) -> anyhow::Result<String> {
    let Type::Object(object) = &scope.provider[id] else { return Ok(String::new()) };
    let place = Place { path, object: &object.name, is_body: false };
    let sections = scope.written(object.properties.iter(), object.additional, place);
    let text = text_of(&sections)?;
    render(&ObjectText { doc, name, constant: None, sections: text, others: sections.others })
}

fn a_variant(
    scope: Scope<'_>,
    (id, index): (TypeId, usize),
    path: &str,
    name: &str,
    doc: &str,
) -> anyhow::Result<String> {
    let Type::Discriminated(union) = &scope.provider[id] else { return Ok(String::new()) };
    let properties = variant(scope.provider, union, index).into_iter();
    let additional = match &scope.provider[union.variants[index].body] {
        Type::Object(object) => object.additional,
        _ => None,
    };
    let place = Place { path, object: "", is_body: id == scope.resource.body };
    let sections = scope.written(properties, additional, place);
    let constant = Some((union.discriminator.as_str(), union.variants[index].value.as_str()));
    let text = text_of(&sections)?;
    render(&ObjectText { doc, name, constant, sections: text, others: sections.others })
}

fn view(scope: Scope<'_>, id: TypeId, mode: Mode, name: &str, doc: &str) -> anyhow::Result<String> {
    let sections = match &scope.provider[id] {
        Type::Object(object) => scope.read(object.properties.iter(), mode, false),
        Type::Discriminated(union) => scope.read(union.base.iter(), mode, false),
        _ => Sections::default(),
    };
    render(&ViewText { doc, name, sections: text_of(&sections)? })
}

fn union(scope: Scope<'_>, id: TypeId, name: &str, doc: &str) -> anyhow::Result<String> {
    let Type::Discriminated(union) = &scope.provider[id] else { return Ok(String::new()) };
    let variants = union.variants.iter().enumerate().map(|(index, it)| {
        let object = scope.path(Item::Variant(id, index), "");
        (pascal(&it.value), object, format!("{:?}", it.value))
    });
    let variants = variants.collect();
    let sections = scope.read(union.base.iter(), Mode::Read, id == scope.resource.body);
    render(&UnionText { doc, name, variants, sections: text_of(&discriminated(union, sections))? })
}

/// The discriminator can be read, too.
fn discriminated(union: &Discriminated, mut sections: Sections) -> Sections {
    if union.discriminator != "name" && sections.read_only.iter().all(|line| line.arm != union.discriminator) {
        let arm = union.discriminator.clone();
        let line = Line { field: super::words::field(&arm), ty: "String".to_owned(), arm, note: None };
        sections.read_only.insert(0, line);
    }
    sections
}

fn choice(provider: &Provider, id: TypeId, name: &str, doc: &str) -> anyhow::Result<String> {
    let Type::Union(union) = &provider[id] else { return Ok(String::new()) };
    let variants = variants(&union.members).into_iter().map(|(name, value)| (name, format!("{value:?}"))).collect();
    render(&ChoiceText { doc, name, is_open: union.is_open(), variants })
}

/// The variants for texts, in their order. Of two that would have one name, the later one is numbered.
pub(crate) fn variants(texts: &[String]) -> Vec<(String, &str)> {
    let mut taken = std::collections::BTreeSet::new();
    let named = texts.iter().map(|value| {
        let name = pascal(value);
        let numbered = (2..).map(|number| format!("{name}{number}"));
        let free = [name.clone()].into_iter().chain(numbered).find(|it| taken.insert(it.clone())).unwrap_or(name);
        (free, value.as_str())
    });
    named.collect()
}

pub(crate) fn text_of(sections: &Sections) -> anyhow::Result<String> {
    let text = SectionsText {
        sections: [
            ("required", &sections.required),
            ("required_write_only", &sections.required_write_only),
            ("optional", &sections.optional),
            ("write_only", &sections.write_only),
            ("read_only", &sections.read_only),
        ],
    };
    Ok(text.render()?)
}

fn render(template: &impl Template) -> anyhow::Result<String> {
    Ok(template.render()?)
}
