//! Values of all that a loop makes, for files in which another loop walks them. It must not know which loop that is.

use super::chain::Chain;
use super::split::Splitter;
use super::value_type::{self, ValueType};
use crate::expr::{Accessor, Expr};
use crate::graph::{Loop, NodeId, ParamNode};
use crate::types::Type;

impl Splitter<'_, '_> {
    /// A param that brings a value of every element. The chain means that of one turn of the loop.
    pub(super) fn list_input(&mut self, file: usize, chain: &Chain, each: &Loop) -> NodeId {
        let key = each.around(chain.behind(Expr::Reference(chain.node)));
        if let Some(known) = self.known_input(file, &key) {
            return known;
        }
        let guard = self.guard(file, chain);
        let value = self.given(file, |splitter, outer| splitter.list(chain, each, guard.as_ref(), outer));
        let ValueType { ty, secure } = self.type_of(chain);
        let ty = Type::Array(Box::new(if guard.is_some() { ty.or_null() } else { ty }));
        let kind = ParamNode { secure, ..ParamNode::of(ty) };
        let description = value_type::description(self.node(chain.node), chain);
        let description = format!("{description} One for each item of its loop.");
        self.add_value(file, key, value, chain, kind, description)
    }

    /// A value of every element, as a file outside of the loop writes it.
    fn list(&mut self, chain: &Chain, each: &Loop, guard: Option<&Expr>, file: usize) -> Expr {
        let home = self.home(chain.node);
        if home != file && self.files.towards(file, home).is_none() {
            return Expr::Reference(self.list_input(file, chain, each));
        }
        let value = self.binding(each.variables(), |splitter| splitter.guarded(chain, guard, file));
        match &value {
            // A module gives the whole list.
            Expr::Access(access) if access.1 == Accessor::Index(each.index()) => access.0.clone(),
            _ => Loop { source: self.source_around(chain, each, file), ..each.clone() }.around(value),
        }
    }
}
