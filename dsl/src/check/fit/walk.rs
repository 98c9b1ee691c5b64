//! The way of a value through a type. It must not know bounds.

use super::Declarations;
use super::limits::Limits;
use super::misfit::{Misfit, Path, counted};
use crate::check::follow::DEEPEST;
use crate::check::nearest::nearest;
use crate::check::shape::{Kind, one_of};
use crate::expr::{Expr, Item};
use crate::types::{Field, Type};

/// A value on its way, and what is found there.
pub(super) struct Walk<'g> {
    pub(super) declarations: &'g Declarations<'g>,
    pub(super) misfits: Vec<Misfit>,
}

/// A type without its name, and all that bounds it.
struct Bare<'g> {
    ty: &'g Type,
    limits: Vec<Limits<'g>>,
    is_nullable: bool,
}

impl<'g> Walk<'g> {
    pub(super) fn add(&mut self, path: &Path<'_>, what: impl Into<String>, help: impl Into<String>) {
        self.misfits.push(Misfit { path: path.to_string(), what: what.into(), help: help.into() });
    }

    pub(super) fn extend(&mut self, path: &Path<'_>, problem: Option<(String, String)>) {
        if let Some((what, help)) = problem {
            self.add(path, what, help);
        }
    }

    pub(super) fn value(&mut self, value: &Expr, ty: &'g Type, limits: Limits<'g>, path: &Path<'_>) {
        let Some(bare) = self.bare(ty, limits) else { return };
        let wanted = kind(bare.ty);
        let help = || wanted.map_or("leave it out".to_owned(), |wanted| format!("give it {wanted}"));
        match Kind::of_expr(value) {
            _ if *value == Expr::Null && bare.is_nullable => {}
            _ if *value == Expr::Null => self.add(path, "is null", help()),
            Some(kind) if wanted.is_some_and(|wanted| wanted != kind) => self.add(path, format!("is {kind}"), help()),
            // What is computed is of no known kind, and nothing inside it is known.
            None => {}
            Some(_) => {
                bare.limits.iter().for_each(|limits| self.limits(value, *limits, path));
                self.inside(value, &bare, path);
            }
        }
    }

    /// What a type is behind its name; nothing where that is known to Bicep only.
    fn bare(&self, mut ty: &'g Type, limits: Limits<'g>) -> Option<Bare<'g>> {
        let (mut limits, mut is_nullable) = (vec![limits], false);
        for _ in 0..DEEPEST {
            match ty {
                Type::Nullable(inner) => (ty, is_nullable) = (inner, true),
                Type::Named(name) => {
                    let named = *self.declarations.types.get(&**name)?;
                    limits.push(Limits::of(&named.constraints));
                    ty = &named.ty;
                }
                Type::Any | Type::NonNull(_) | Type::Part(..) | Type::ResourceInput(_) | Type::ResourceOutput(_) => {
                    return None;
                }
                _ => {
                    is_nullable |= literals(ty).is_some_and(|literals| literals.contains(&&Expr::Null));
                    return Some(Bare { ty, limits, is_nullable });
                }
            }
        }
        None
    }

    /// Whether a property of this type must be there.
    pub(super) fn is_required(&self, ty: &'g Type) -> bool {
        self.bare(ty, Limits::default()).is_some_and(|bare| !bare.is_nullable)
    }

    /// The properties of a member of a union, and the literal that tells it from the others.
    pub(super) fn variant(&self, member: &'g Type, discriminator: &str) -> Option<(&'g Expr, &'g [Field])> {
        let Bare { ty: Type::Object(fields), .. } = self.bare(member, Limits::default())? else { return None };
        let Type::Literal(literal) = &fields.iter().find(|field| field.name == discriminator)?.ty else { return None };
        Some((literal, fields))
    }

    fn inside(&mut self, value: &Expr, bare: &Bare<'g>, path: &Path<'_>) {
        match (value, bare.ty) {
            (Expr::Array(items), Type::Array(ty)) => self.items(items, |_| Some(ty), path),
            (Expr::Array(items), Type::Tuple(types)) => self.tuple(items, types, path),
            (Expr::Object(entries), ty) => {
                let discriminator = bare.limits.iter().find_map(|limits| limits.discriminator);
                self.object(entries, ty, discriminator, path);
            }
            (_, ty) => {
                if let Some(literals) = literals(ty) {
                    self.choice(value, &literals, path);
                }
            }
        }
    }

    fn tuple(&mut self, items: &[Item], types: &'g [Type], path: &Path<'_>) {
        let is_known = items.iter().all(|item| matches!(item, Item::Value(_)));
        if is_known && items.len() != types.len() {
            let [found, wanted] = [items.len(), types.len()].map(|count| counted(count, "item"));
            self.add(path, format!("has {found}"), format!("give it {wanted}"));
        }
        self.items(items, |index| types.get(index), path);
    }

    fn items(&mut self, items: &[Item], ty: impl Fn(usize) -> Option<&'g Type>, path: &Path<'_>) {
        for (index, item) in items.iter().enumerate() {
            // Behind what is spread, nobody knows the positions.
            let (Item::Value(item), Some(ty)) = (item, ty(index)) else { return };
            self.value(item, ty, Limits::default(), &Path::Item(path, index));
        }
    }

    /// A value where only some are taken.
    pub(super) fn choice(&mut self, value: &Expr, literals: &[&Expr], path: &Path<'_>) {
        if !matches!(value, Expr::String(_) | Expr::Int(_) | Expr::Bool(_)) || literals.contains(&value) {
            return;
        }
        let texts: Vec<_> = literals.iter().map(|literal| shown(literal)).collect();
        let texts = texts.iter().map(String::as_str);
        let value = shown(value);
        let help = match nearest(&value, texts.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it takes {}", one_of(texts)),
        };
        self.add(path, format!("is `{value}`, which is not allowed"), help);
    }
}

fn shown(literal: &Expr) -> String {
    match literal {
        Expr::String(text) => text.to_string(),
        other => other.to_string(),
    }
}

/// The literals of a type that has nothing else.
fn literals(ty: &Type) -> Option<Vec<&Expr>> {
    match ty {
        Type::Literal(literal) => Some(vec![literal]),
        Type::Union(members) => {
            members.iter().map(|member| if let Type::Literal(it) = member { Some(it) } else { None }).collect()
        }
        _ => None,
    }
}

/// What a type takes; nothing where it takes several kinds.
fn kind(ty: &Type) -> Option<Kind> {
    match ty {
        Type::String => Some(Kind::Text),
        Type::Int => Some(Kind::Number),
        Type::Bool => Some(Kind::Bool),
        Type::Array(_) | Type::Tuple(_) | Type::AnyArray => Some(Kind::List),
        Type::Object(_) | Type::Map(_) | Type::AnyObject => Some(Kind::Object),
        Type::Literal(literal) => Kind::of_expr(literal),
        Type::Union(members) => {
            let mut kinds = members.iter().map(kind);
            let first = kinds.next()??;
            kinds.all(|kind| kind == Some(first)).then_some(first)
        }
        _ => None,
    }
}
