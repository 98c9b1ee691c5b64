//! A param as somebody sees it who reads the graph: its type, its bounds, and who gives it a value. It must not judge.

use super::{Context, Facts, StatementFacts};
use crate::expr::Expr;
use crate::graph::{Constraints, Node, NodeKind, ParamNode};

/// A param.
#[derive(Clone, Copy)]
pub struct ParamFacts<'g> {
    graph: &'g Context<'g>,
    node: &'g Node,
    param: &'g ParamNode,
}

/// A value that a parameter set gives to a param.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<'g> {
    /// The name of the set.
    pub set: &'g str,
    /// The value, as Bicep writes it.
    pub value: String,
    /// The same, for who writes it in another language.
    pub expr: Expr,
}

impl<'g> Facts<'g> {
    /// All params.
    pub fn params(&self) -> impl Iterator<Item = ParamFacts<'g>> + use<'g> {
        let graph = self.0;
        graph.nodes.all.iter().filter_map(move |node| match &node.kind {
            NodeKind::Param(param) => Some(ParamFacts { graph, node, param }),
            _ => None,
        })
    }
}

impl<'g> ParamFacts<'g> {
    /// What it says of itself as a statement.
    pub fn statement(&self) -> StatementFacts<'g> {
        StatementFacts::new(self.graph, self.node)
    }

    /// Its type, as Bicep writes it.
    pub fn ty(&self) -> String {
        self.graph.written_type(&self.param.ty)
    }

    /// Whether its values must not be shown.
    pub fn is_secure(&self) -> bool {
        self.param.secure
    }

    /// The value where a deployment gives none, as Bicep writes it.
    pub fn default(&self) -> Option<String> {
        self.param.default.as_ref().map(|default| self.graph.written(default))
    }

    /// The values that it takes, if it takes no others.
    pub fn allowed(&self) -> Vec<String> {
        let own = &self.param.constraints.allowed;
        let inferred = self.inferred().map_or(&[][..], |it| &it.allowed);
        let allowed = if own.is_empty() { inferred } else { own };
        allowed.iter().map(|value| self.graph.written(value)).collect()
    }

    /// The least and the greatest length.
    pub fn length(&self) -> (Option<i64>, Option<i64>) {
        (self.bound(|it| it.min_length), self.bound(|it| it.max_length))
    }

    /// The least and the greatest value.
    pub fn range(&self) -> (Option<i64>, Option<i64>) {
        (self.bound(|it| it.min_value), self.bound(|it| it.max_value))
    }

    /// What the parameter sets give to it.
    pub fn settings(&self) -> Vec<Setting<'g>> {
        let sets = self.graph.nodes.parameter_sets.iter();
        let values = sets.flat_map(|set| set.values.iter().map(move |value| (&*set.name, value)));
        let own = values.filter(|(_, value)| value.param.index() == self.node.index as usize);
        own.map(|(set, value)| Setting { set, value: self.graph.written(&value.value), expr: value.value.clone() })
            .collect()
    }

    /// What a set gives to it, itself or by the sets that it extends.
    pub fn setting_in(&self, set: &str) -> Option<Setting<'g>> {
        let sets = &self.graph.nodes.parameter_sets;
        let settings = self.settings();
        let mut name = set;
        // Where sets extend each other in a circle, a check has said so.
        for _ in sets {
            if let Some(own) = settings.iter().find(|setting| setting.set == name) {
                return Some(own.clone());
            }
            name = sets.iter().find(|it| it.name == name)?.base.as_ref()?;
        }
        None
    }

    /// What the user says, and else what Azure's data says.
    fn bound(&self, read: impl Fn(&Constraints) -> Option<i64>) -> Option<i64> {
        read(&self.param.constraints).or_else(|| read(self.inferred()?))
    }

    fn inferred(&self) -> Option<&'g Constraints> {
        self.graph.inferred.get(&(self.node.index as usize))
    }
}

impl std::fmt::Debug for ParamFacts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "param {} {}", self.node.symbol, self.ty())
    }
}
