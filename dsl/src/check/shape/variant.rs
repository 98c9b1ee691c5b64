//! Objects that come in variants: one property tells which, and so which other properties there are.

use types::{Discriminated, Type};

use super::kind::Kind;
use super::object::Fields;
use super::place::{At, Path};
use super::words::one_of;
use super::{Walker, literal};
use crate::check::{Check, Finding};
use crate::expr::{Entry, Expr};

/// What an object says about its variant.
enum Tag<'g> {
    Text(&'g str),
    /// Something that is known only when the template is deployed, or no text.
    Other(&'g Expr),
    Missing,
    /// A spread or a computed key may bring it.
    Hidden,
}

impl<'g> Walker<'_, 'g> {
    /// An object in variants stands here.
    pub(super) fn variant(&mut self, entries: &'g [Entry], union: &'static Discriminated, at: &At<'_, 'g>) {
        if let Some(fields) = self.fields_of_variant(entries, union, at) {
            self.object(entries, &fields, at);
        }
    }

    /// The properties of the variant that the object says it is; a finding if there is none.
    pub(super) fn fields_of_variant(
        &mut self,
        entries: &'g [Entry],
        union: &'static Discriminated,
        at: &At<'_, 'g>,
    ) -> Option<Fields> {
        let tag = self.tag(entries, &union.discriminator);
        if let Tag::Text(text) = tag
            && let Some(variant) = union.variants.iter().find(|variant| variant.value == text)
        {
            return fields(union, at.site.type_of(variant.body));
        }
        self.findings.extend(no_variant(&tag, union, at));
        None
    }

    fn tag(&self, entries: &'g [Entry], name: &str) -> Tag<'g> {
        if let Some(value) = value_of(entries, name) {
            return match self.graph.behind(value).0 {
                Expr::String(text) => Tag::Text(text),
                other => Tag::Other(other),
            };
        }
        let mut hidden = entries.iter().filter(|entry| entry.name().is_none()).map(|entry| match entry {
            Entry::Spread(value) => match self.graph.behind(value).0 {
                Expr::Object(entries) => self.tag(entries, name),
                _ => Tag::Hidden,
            },
            Entry::Property(..) => Tag::Hidden,
        });
        hidden.rfind(|tag| !matches!(tag, Tag::Missing)).unwrap_or(Tag::Missing)
    }
}

/// Why the object is of no variant.
fn no_variant(tag: &Tag<'_>, union: &'static Discriminated, at: &At<'_, '_>) -> Option<Finding> {
    let path = Path::Property(at.path, &union.discriminator);
    let here = at.property(&path, false);
    match tag {
        Tag::Hidden => None,
        Tag::Text(text) => {
            let problem = literal::not_allowed(text, values(union));
            Some(here.finding(problem.check, problem.codes, problem.message).help(problem.help))
        }
        Tag::Other(expr) => {
            let (check, help) = match Kind::of_expr(expr) {
                Some(kind) if kind != Kind::Text => (Check::WRONG_TYPE, format!("give it a text, not {kind}")),
                _ => (
                    Check::VALUE_NOT_ALLOWED,
                    "write it out as a literal: it tells which other properties there are".to_owned(),
                ),
            };
            Some(here.finding(check, "BCP036 BCP225", "is no literal text").help(help))
        }
        Tag::Missing => {
            let help = format!("set it: Azure requires {}", one_of(values(union)));
            let finding = here.finding(Check::MISSING_PROPERTY, "BCP078", "is missing").help(help);
            // At the top, Bicep refuses what the others only lead it to warn of.
            Some(if at.is_body() { finding.inevitable() } else { finding })
        }
    }
}

fn value_of<'g>(entries: &'g [Entry], name: &str) -> Option<&'g Expr> {
    entries.iter().find_map(|entry| match entry {
        Entry::Property(key, value) if key.as_name() == Some(name) => Some(value),
        _ => None,
    })
}

/// A variant's own properties win over those that all variants have.
fn fields(union: &'static Discriminated, body: &'static Type) -> Option<Fields> {
    let Type::Object(object) = body else { return None };
    Some(Fields { base: &union.base, ..Fields::of(object) })
}

fn values(union: &'static Discriminated) -> impl Iterator<Item = &'static str> + Clone {
    union.variants.iter().map(|variant| variant.value.as_str())
}
