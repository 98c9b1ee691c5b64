//! Types with names of their own: they are declared where a param or an output needs them. It must not know their text.

use std::panic::Location;

use super::{Constraints, Graph, Imported, Node, NodeKind, Nodes, TypeNode, Users};
use crate::expr::Expr;
use crate::scope::Scope;
use crate::types::{Declare, Definition, Definitions, Type};

impl<S: Scope> Graph<S> {
    /// Declares a type with a name, even if no param needs it, and lets other files import it: `@export()`.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup};
    /// dsl::object_type! {
    ///     /// A subnet of the network.
    ///     pub struct Subnet, SubnetView;
    ///     required { prefix: String = "addressPrefix", "Range of its addresses."; }
    /// }
    ///
    /// let mut g = Graph::<ResourceGroup>::new();
    /// g.export_type::<Subnet>();
    /// assert!(g.to_bicep().unwrap().contains("@export()\ntype Subnet = {"));
    /// ```
    #[track_caller]
    pub fn export_type<T: Declare>(&mut self) {
        self.nodes.define::<T>(Location::caller());
        let Type::Named(name) = T::declare() else { return };
        let mut types = self.nodes.all.iter_mut().filter(|node| node.symbol == name);
        if let Some(Node { kind: NodeKind::Type(ty), .. }) = types.next() {
            ty.users = Users::Everybody;
        }
    }
}

impl Nodes {
    /// Declares the types that `T` needs, each once.
    pub(super) fn define<T: Declare>(&mut self, location: &'static Location<'static>) {
        for definition in self.needed::<T>() {
            let is_there = |node: &Node| {
                let is_same = |known: &TypeNode| known.ty == definition.ty;
                node.symbol == definition.name && matches!(&node.kind, NodeKind::Type(known) if is_same(known))
            };
            if !self.all.iter().any(is_there) {
                self.push(Node::defining(definition, location));
            }
        }
    }

    /// Declares the types that `T` needs for a parameter set: those of the graph, it imports.
    pub(super) fn define_in_set<T: Declare>(&mut self, set: usize, location: &'static Location<'static>) {
        for definition in self.needed::<T>() {
            if !self.parameter_sets[set].types.iter().any(|node| node.symbol == definition.name) {
                self.parameter_sets[set].types.push(Node::defining(definition, location));
            }
        }
        let mut named = Vec::new();
        T::declare().for_each_name(&mut |name| named.push(name.to_owned()));
        let is_there = |node: &&Node| self.all.iter().any(|known| known.symbol == node.symbol && known.is_type());
        let own = self.parameter_sets[set].types.iter().filter(|node| !is_there(node));
        own.for_each(|node| node.for_each_name(&mut |name| named.push(name.to_owned())));
        for node in self.all.iter_mut().filter(|node| named.iter().any(|name| node.symbol == *name)) {
            match &mut node.kind {
                NodeKind::Type(ty) if ty.users == Users::File => ty.users = Users::Sets,
                _ => {}
            }
        }
    }

    /// The types that `T` needs, without those that are imported, and without what only these need.
    fn needed<T: Declare>(&self) -> Vec<Definition> {
        let mut definitions = Definitions::default();
        T::define(&mut definitions);
        // Most types need none, and a graph has very many nodes to look for imports among.
        if definitions.all.is_empty() {
            return definitions.all;
        }
        let imported = self.all.iter().filter(|node| matches!(node.kind, NodeKind::Import(_)) && node.is_type());
        let mut definitions = Definitions::without(imported.map(|node| node.symbol.clone()));
        T::define(&mut definitions);
        definitions.all
    }

    /// The types and functions, which every file has that names them.
    pub(crate) fn definitions(&self) -> Vec<&Node> {
        self.all.iter().filter(|node| node.is_definition() && !node.is_elsewhere()).collect()
    }

    /// Declares, in a file of its own, those of the whole graph's definitions that the file names.
    pub(crate) fn adopt(&mut self, definitions: &[&Node]) {
        let own = self.definitions();
        let is_missing = |node: &&Node| own.iter().all(|known| known.symbol != node.symbol);
        let mut missing: Vec<_> = definitions.iter().copied().filter(is_missing).collect();
        let mut at = 0;
        while at < self.all.len() && !missing.is_empty() {
            let mut named = Vec::new();
            self.all[at].for_each_name(&mut |name| {
                named.extend(missing.iter().find(|node| node.symbol == name).copied());
                missing.retain(|node| node.symbol != name);
            });
            for node in named {
                self.push_placed(node.clone().not_exported());
            }
            at += 1;
        }
    }
}

impl Node {
    fn defining(definition: Definition, location: &'static Location<'static>) -> Self {
        let Definition { name, description, ty, discriminator } = definition;
        let constraints = Constraints { discriminator: discriminator.map(Into::into), ..Constraints::default() };
        let kind = NodeKind::Type(Box::new(TypeNode::new(ty, false, constraints)));
        Node::new(name.into(), location, kind).described(description)
    }

    /// A type that stands in another file.
    fn is_elsewhere(&self) -> bool {
        matches!(&self.kind, NodeKind::Type(ty) if ty.users == Users::Nobody)
    }

    /// Whether others name it by its symbol, whichever file they are in: a type or a function, declared or imported.
    pub(crate) fn is_definition(&self) -> bool {
        match &self.kind {
            NodeKind::Type(_) | NodeKind::Function(_) => true,
            NodeKind::Import(import) => !matches!(import.what, Imported::Var(_)),
            _ => false,
        }
    }

    /// The same statement in a file that nobody imports from.
    fn not_exported(mut self) -> Self {
        match &mut self.kind {
            NodeKind::Type(it) => it.users = Users::File,
            NodeKind::Function(it) => it.exported = false,
            _ => {}
        }
        self
    }

    /// Visits the names by which it means types and functions, those of Bicep among them. Of `shared.Size` that is `shared`.
    pub(crate) fn for_each_name<'n>(&'n self, visit: &mut dyn FnMut(&'n str)) {
        let visit: &mut dyn FnMut(&'n str) = &mut |name| visit(name.split('.').next().unwrap_or(name));
        match &self.kind {
            NodeKind::Type(it) => it.ty.for_each_name(visit),
            NodeKind::Param(it) => it.ty.for_each_name(visit),
            NodeKind::Var(it) => it.ty.iter().for_each(|ty| ty.for_each_name(visit)),
            NodeKind::Output(it) => it.ty.for_each_name(visit),
            NodeKind::Function(it) => {
                let types = it.parameters.iter().map(|(_, ty)| ty);
                types.chain([&it.returns]).for_each(|ty| ty.for_each_name(visit));
            }
            _ => {}
        }
        self.for_each_expr(&mut |_, expr| {
            expr.walk(&mut |expr| {
                if let Expr::Call(call) = expr {
                    visit(&call.function);
                }
            });
        });
    }
}
