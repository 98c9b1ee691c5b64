//! A computed text as it becomes where params have certain values: what is known of it, in pieces. It must not judge.

use super::{Context, Facts, ValueFacts, shape};
use crate::expr::{Call, Expr};
use crate::graph::{Node, NodeKind, ParamNode};

/// How deep expressions, vars and params are followed.
const DEEPEST: u8 = 16;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These characters.
    Text(String),
    /// Something that is not known now.
    Unknown,
}

impl<'g> Facts<'g> {
    /// The names of the parameter sets that deployments are made with.
    pub fn parameter_sets(&self) -> impl Iterator<Item = &'g str> + use<'g> {
        self.0.nodes.parameter_sets.iter().filter(|set| !set.shared).map(|set| &*set.name)
    }
}

impl ValueFacts<'_> {
    /// The text where params have the values of a parameter set, or their defaults where there is none in it. Texts that touch
    /// each other are one piece.
    pub fn pieces(&self, set: Option<&str>) -> Vec<Piece> {
        let mut pieces = Pieces { graph: self.graph(), set, found: Vec::new() };
        pieces.add(self.expr(), DEEPEST);
        pieces.found
    }
}

struct Pieces<'p, 'g> {
    graph: &'g Context<'g>,
    set: Option<&'p str>,
    found: Vec<Piece>,
}

impl Pieces<'_, '_> {
    fn add(&mut self, expr: &Expr, depth: u8) {
        let Some(depth) = depth.checked_sub(1) else { return self.unknown() };
        match expr {
            Expr::String(text) => self.text(text),
            Expr::Multiline(text) => self.text(text),
            Expr::Int(number) => self.text(&number.to_string()),
            Expr::Interpolated(parts) => parts.iter().for_each(|part| self.add(part, depth)),
            Expr::Call(call) => self.call(call, depth),
            _ => match self.graph.target(expr) {
                Some((_, Node { kind: NodeKind::Var(var), .. })) => self.add(&var.value, depth),
                Some((index, Node { kind: NodeKind::Param(param), .. })) => self.param(index, param, depth),
                _ => self.unknown(),
            },
        }
    }

    fn param(&mut self, index: usize, param: &ParamNode, depth: u8) {
        let given = self.set.and_then(|set| self.graph.given(index, set));
        match given.or(param.default.as_ref()) {
            Some(value) if !param.secure => self.add(value, depth),
            _ => self.unknown(),
        }
    }

    /// The functions that change a text character by character.
    fn call(&mut self, call: &Call, depth: u8) {
        let (change, inner): (fn(&str) -> String, _) = match (shape::name_of(call), &call.arguments[..]) {
            ("toLower", [inner]) => (str::to_lowercase, inner),
            ("toUpper", [inner]) => (str::to_uppercase, inner),
            ("string", [inner]) => (str::to_owned, inner),
            _ => return self.unknown(),
        };
        let mut pieces = Pieces { graph: self.graph, set: self.set, found: Vec::new() };
        pieces.add(inner, depth);
        for piece in pieces.found {
            match piece {
                Piece::Text(text) => self.text(&change(&text)),
                Piece::Unknown => self.unknown(),
            }
        }
    }

    fn text(&mut self, text: &str) {
        match self.found.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ => self.found.push(Piece::Text(text.to_owned())),
        }
    }

    fn unknown(&mut self) {
        self.found.push(Piece::Unknown);
    }
}

impl Context<'_> {
    /// What a set gives to a param, itself or by the sets that it extends.
    fn given(&self, param: usize, set: &str) -> Option<&Expr> {
        let sets = &self.nodes.parameter_sets;
        let mut name = set;
        // Where sets extend each other in a circle, a check has said so.
        for _ in sets {
            let set = sets.iter().find(|it| it.name == name)?;
            if let Some(own) = set.values.iter().find(|value| value.param.index() == param) {
                return Some(&own.value);
            }
            name = set.base.as_ref()?;
        }
        None
    }
}
