//! The variables of loops and lambdas: which of them begin in the file that is written, and so mean nothing outside of it. It
//! must not know what they are used for.

use super::split::Splitter;
use crate::expr::{Expr, For, Lambda, Text};
use crate::graph::{RegionId, RegionKind};

impl Splitter<'_, '_> {
    /// Writes something of a region of a file, where the loops of that file around it have variables.
    pub(super) fn within<T>(&mut self, file: usize, region: RegionId, write: impl FnOnce(&mut Self) -> T) -> T {
        let (regions, around) = (&self.graph.nodes.regions, self.files.all[file].region);
        let inside =
            regions.around(region).take_while(|(id, _)| file == super::files::MAIN || !regions.encloses(*id, around));
        let variables = inside.filter_map(|(_, region)| match &region.kind {
            RegionKind::Each(each) => Some(each.variables()),
            _ => None,
        });
        let bound = variables.flatten().collect();
        let before = std::mem::replace(&mut self.bound, bound);
        let written = write(self);
        self.bound = before;
        written
    }

    /// Writes something in which these variables mean something, too.
    pub(super) fn binding<T>(
        &mut self,
        variables: impl IntoIterator<Item = Text>,
        write: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let before = self.bound.len();
        self.bound.extend(variables);
        let written = write(self);
        self.bound.truncate(before);
        written
    }

    /// A loop or lambda that stands in an expression.
    pub(super) fn with_variables(&mut self, part: &Expr, file: usize) -> Option<Expr> {
        Some(match part {
            Expr::For(each) => {
                let For { item, index, .. } = &**each;
                let source = self.expr(&each.source, file);
                let variables = [item.clone()].into_iter().chain(index.clone());
                let body = self.binding(variables, |splitter| splitter.expr(&each.body, file));
                Expr::For(For { item: item.clone(), index: index.clone(), source, body }.into())
            }
            Expr::Lambda(lambda) => {
                let parameters = lambda.parameters.clone();
                let body = self.binding(parameters.iter().cloned(), |splitter| splitter.expr(&lambda.body, file));
                Expr::Lambda(Lambda { parameters: parameters.clone(), body }.into())
            }
            _ => return None,
        })
    }

    /// Whether a variable is one of those.
    pub(super) fn binds(&self, name: &str) -> bool {
        self.bound.iter().any(|bound| bound == name)
    }

    /// Whether an expression has a variable in it that means nothing outside of the file.
    pub(super) fn is_bound(&self, expr: &Expr) -> bool {
        let mut found = false;
        expr.walk(&mut |part| found |= matches!(part, Expr::Local(name) if self.binds(name)));
        found
    }
}
