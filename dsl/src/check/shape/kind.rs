//! `wrong-type`: what kind of value an expression gives, as far as that is known, and what kind a property takes.

use std::fmt;

use types::Type;

use super::place::At;
use super::{Walker, call};
use crate::check::{Check, Finding};
use crate::expr::{BinaryOperator, Expr, UnaryOperator};

/// The kinds of values that Azure and Bicep have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Kind {
    Bool,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    /// What a type takes; nothing where it takes anything.
    pub(super) fn of_type(ty: &Type) -> Option<Kind> {
        match ty {
            Type::Any => None,
            Type::Boolean => Some(Kind::Bool),
            Type::Integer(_) => Some(Kind::Number),
            Type::String(_) | Type::StringLiteral(_) | Type::Union(_) => Some(Kind::Text),
            Type::Array(_) => Some(Kind::List),
            Type::Object(_) | Type::Discriminated(_) => Some(Kind::Object),
        }
    }

    /// What an expression gives, without looking behind the names in it.
    pub(in crate::check) fn of_expr(expr: &Expr) -> Option<Kind> {
        use BinaryOperator as Op;
        match expr {
            Expr::Bool(_) => Some(Kind::Bool),
            Expr::Int(_) => Some(Kind::Number),
            Expr::String(_) | Expr::Multiline(_) | Expr::Interpolated(_) => Some(Kind::Text),
            Expr::Array(_) | Expr::For(_) => Some(Kind::List),
            Expr::Object(_) => Some(Kind::Object),
            Expr::Call(call) => call::kind(call),
            Expr::Unary(unary) => Some(if unary.0 == UnaryOperator::Not { Kind::Bool } else { Kind::Number }),
            Expr::Binary(binary) => match binary.1 {
                Op::Coalesce => None,
                Op::Multiply | Op::Divide | Op::Modulo | Op::Add | Op::Subtract => Some(Kind::Number),
                _ => Some(Kind::Bool),
            },
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Bool => "`true` or `false`",
            Kind::Number => "a number",
            Kind::Text => "a text",
            Kind::List => "a list",
            Kind::Object => "an object",
        })
    }
}

impl Walker<'_, '_> {
    /// Whether a value of that kind may stand here; a finding if not.
    pub(super) fn takes(&mut self, kind: Kind, ty: &Type, at: &At<'_, '_>) -> bool {
        let wanted = Kind::of_type(ty).unwrap_or(kind);
        if wanted != kind {
            let message = format!("takes {wanted}, not {kind}");
            let finding = wrong(at, message).help(format!("give it {wanted}"));
            // Bicep takes nothing but a text as a name.
            self.findings.push(if is_name(at) { finding.inevitable() } else { finding });
        }
        wanted == kind
    }

    /// Null stands here; a finding unless that is as good as nothing.
    pub(super) fn null(&mut self, at: &At<'_, '_>) {
        if !at.nullable {
            let message = if at.direct { "cannot be null" } else { "may get null, which it does not take" };
            let help = "leave it out if it is optional, or say what else it shall be: `.or_else(…)`";
            self.findings.push(wrong(at, message).help(help));
        }
    }
}

fn wrong(at: &At<'_, '_>, message: impl fmt::Display) -> Finding {
    let codes = match (at.is_item, at.direct) {
        (false, true) => "BCP036",
        (true, true) => "BCP034 BCP036",
        (false, false) => "BCP036 BCP321",
        (true, false) => "BCP034 BCP036 BCP321",
    };
    at.finding(Check::WRONG_TYPE, codes, message)
}

/// Whether this is the name of the resource.
pub(super) fn is_name(at: &At<'_, '_>) -> bool {
    matches!(at.path, super::Path::Property(super::Path::Body, "name"))
}
