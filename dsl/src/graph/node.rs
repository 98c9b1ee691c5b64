//! What a graph holds: one statement-to-be for each node. Plain data; it must not know its text.

use std::panic::Location;

use super::{Allowance, ExtensionNode, ImportNode, Imported, NodeId, RegionId, Remarks};
use crate::expr::{Expr, Text};
use crate::shape::Given;
use crate::types::Type;

/// One statement-to-be and where it was made.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Its position in the graph.
    pub(crate) index: u32,
    /// The condition or loop that it stands in.
    pub(crate) region: RegionId,
    pub(crate) symbol: Text,
    pub(crate) location: &'static Location<'static>,
    pub(crate) description: Option<Text>,
    /// The resource inside whose braces it is declared. Kept here and not with the rest of a resource, because every
    /// check asks every node for it.
    pub(crate) nested_in: Option<NodeId>,
    pub(crate) remarks: Option<Box<Remarks>>,
    pub(crate) kind: NodeKind,
}

#[derive(Clone, Debug)]
pub(crate) enum NodeKind {
    Metadata(MetadataNode),
    Import(Box<ImportNode>),
    Extension(Box<ExtensionNode>),
    Type(Box<TypeNode>),
    Var(VarNode),
    Function(Box<FunctionNode>),
    // The larger ones are boxed, so that a graph of many small nodes stays small.
    Param(Box<ParamNode>),
    Resource(Box<ResourceNode>),
    Module(Box<ModuleNode>),
    Output(Box<OutputNode>),
}

#[derive(Clone, Debug)]
pub(crate) struct MetadataNode {
    pub(crate) value: Expr,
}

/// A type with a name of its own.
#[derive(Clone, Debug)]
pub(crate) struct TypeNode {
    pub(crate) ty: Type,
    pub(crate) secure: bool,
    pub(crate) constraints: Constraints,
    pub(crate) users: Users,
}

/// For which files a type stands in its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Users {
    /// For this one only.
    File,
    /// For parameter sets, too.
    Sets,
    /// For all that import it.
    Everybody,
    /// For none: it stands in another file, and this one leaves it out.
    Nobody,
}

impl TypeNode {
    pub(crate) fn new(ty: Type, secure: bool, constraints: Constraints) -> Self {
        TypeNode { ty, secure, constraints, users: Users::File }
    }

    /// Whether other files can import it from the one that it stands in.
    pub(crate) fn is_exported(&self) -> bool {
        matches!(self.users, Users::Sets | Users::Everybody)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct ParamNode {
    pub(crate) ty: Type,
    pub(crate) secure: bool,
    pub(crate) default: Option<Expr>,
    pub(crate) constraints: Constraints,
}

impl ParamNode {
    /// Neither secret nor bounded, and without a default.
    pub(crate) fn of(ty: Type) -> Self {
        ParamNode { ty, secure: false, default: None, constraints: Constraints::default() }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct VarNode {
    /// What the user declares it as; Bicep finds it out by itself.
    pub(crate) ty: Option<Type>,
    pub(crate) value: Expr,
    pub(crate) exported: bool,
    /// What a module gets it as. Without that, every file that uses the var has it.
    pub(crate) passed_as: Option<Type>,
    /// Left out of the file where nothing refers to it.
    pub(crate) where_used: bool,
}

/// A function of the user's own.
#[derive(Clone, Debug)]
pub(crate) struct FunctionNode {
    pub(crate) parameters: Vec<(Text, Type)>,
    pub(crate) returns: Type,
    pub(crate) body: Expr,
    pub(crate) exported: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct OutputNode {
    pub(crate) ty: Type,
    pub(crate) secure: bool,
    pub(crate) value: Expr,
    pub(crate) constraints: Constraints,
}

/// The decorators that bound a value, as params and outputs carry them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Constraints {
    pub(crate) allowed: Vec<Expr>,
    pub(crate) min_value: Option<i64>,
    pub(crate) max_value: Option<i64>,
    pub(crate) min_length: Option<i64>,
    pub(crate) max_length: Option<i64>,
    pub(crate) metadata: Option<Expr>,
    pub(crate) sealed: bool,
    pub(crate) discriminator: Option<Text>,
}

/// A file that is deployed as a part of this one.
#[derive(Clone, Debug)]
pub(crate) struct ModuleNode {
    /// The file or the reference to a registry.
    pub(crate) path: Text,
    /// What stands in the file, if it comes with the graph.
    pub(crate) content: Option<&'static str>,
    pub(crate) scope: Option<Expr>,
    /// An object: who deploys what is in it.
    pub(crate) identity: Option<Expr>,
    /// An object: the values of its params.
    pub(crate) params: Expr,
    pub(crate) depends_on: Vec<Expr>,
    /// The types of its outputs, as far as they are known.
    pub(crate) outputs: Vec<(Text, Given)>,
}

/// Whether a statement makes a resource or finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Deployed,
    Existing,
    /// Found, and left out of the file where nothing refers to it.
    ExistingWhereUsed,
}

#[derive(Clone, Debug)]
pub(crate) struct ResourceNode {
    /// `Microsoft.Network/virtualNetworks`
    pub(crate) ty: Text,
    pub(crate) api_version: Text,
    pub(crate) presence: Presence,
    /// What it is a resource of, if not of Azure.
    pub(crate) extension: Option<NodeId>,
    pub(crate) parent: Option<NodeId>,
    /// Which element, where the parent is one of several that a loop makes: a position, and where loops stand in loops, those of
    /// the outer ones behind it.
    pub(crate) parent_position: Vec<Expr>,
    pub(crate) scope: Option<Expr>,
    /// An object: `name` and the properties.
    pub(crate) body: Expr,
    /// References, or elements of what loops make.
    pub(crate) depends_on: Vec<Expr>,
    pub(crate) only_if_not_exists: bool,
    /// It exists already or not at all.
    pub(crate) null_if_not_found: bool,
    /// Error codes, and how often at most.
    pub(crate) retry_on: Option<(Vec<Text>, Option<i64>)>,
    pub(crate) allowances: Vec<Allowance>,
    pub(crate) raw: RawParts,
    /// Types of properties, as far as Rust tells them of a resource of an extension.
    pub(crate) gives: Vec<(Text, Given)>,
}

/// What Rust's types have not seen of a resource.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawParts {
    /// All of it.
    pub(crate) whole: bool,
    /// The properties at these paths.
    pub(crate) properties: Vec<Text>,
}

impl Node {
    pub(crate) fn new(symbol: Text, location: &'static Location<'static>, kind: NodeKind) -> Self {
        Node {
            index: 0,
            region: RegionId::FILE,
            symbol,
            location,
            description: None,
            nested_in: None,
            remarks: None,
            kind,
        }
    }

    pub(crate) fn described(mut self, description: impl Into<Text>) -> Self {
        self.description = Some(description.into());
        self
    }

    pub(crate) fn with_remarks(mut self, remarks: Remarks) -> Self {
        self.remarks = remarks.boxed();
        self
    }

    /// Whether it is deployed, and so can wait for something else.
    pub(crate) fn is_deployed(&self) -> bool {
        match &self.kind {
            NodeKind::Resource(resource) => resource.presence == Presence::Deployed,
            kind => matches!(kind, NodeKind::Module(_)),
        }
    }

    /// Whether it is written even where nothing refers to it.
    pub(crate) fn is_always_written(&self) -> bool {
        match &self.kind {
            NodeKind::Resource(resource) => resource.presence != Presence::ExistingWhereUsed,
            NodeKind::Var(var) => !var.where_used,
            NodeKind::Type(ty) => ty.users != Users::Nobody,
            _ => true,
        }
    }

    /// Whether a file is worth having for it. Types and functions are wherever they are needed.
    pub(crate) fn is_content(&self) -> bool {
        match &self.kind {
            NodeKind::Type(ty) => ty.is_exported(),
            NodeKind::Function(function) => function.exported,
            _ => self.is_always_written() && !self.is_definition(),
        }
    }

    /// The word that Bicep declares it with.
    pub(crate) fn keyword(&self) -> &'static str {
        match self.kind {
            NodeKind::Metadata(_) => "metadata",
            NodeKind::Import(_) => "import",
            NodeKind::Extension(_) => "extension",
            NodeKind::Type(_) => "type",
            NodeKind::Param(_) => "param",
            NodeKind::Var(_) => "var",
            NodeKind::Function(_) => "func",
            NodeKind::Resource(_) => "resource",
            NodeKind::Module(_) => "module",
            NodeKind::Output(_) => "output",
        }
    }

    /// Visits every expression of the statement, each with the path at which a message shows it.
    pub(crate) fn for_each_expr<'n>(&'n self, visit: &mut dyn FnMut(&'static str, &'n Expr)) {
        match &self.kind {
            NodeKind::Metadata(metadata) => visit("", &metadata.value),
            NodeKind::Import(_) => {}
            NodeKind::Extension(extension) => visit("with", &extension.config),
            NodeKind::Type(ty) => ty.constraints.for_each_expr(visit),
            NodeKind::Var(var) => visit("", &var.value),
            NodeKind::Function(function) => visit("", &function.body),
            NodeKind::Param(param) => {
                param.default.iter().for_each(|default| visit("default", default));
                param.constraints.for_each_expr(visit);
            }
            NodeKind::Output(output) => {
                visit("", &output.value);
                output.constraints.for_each_expr(visit);
            }
            NodeKind::Resource(resource) => {
                resource.scope.iter().for_each(|scope| visit("scope", scope));
                resource.parent_position.iter().for_each(|index| visit("parent", index));
                visit("", &resource.body);
                resource.depends_on.iter().for_each(|other| visit("dependsOn", other));
            }
            NodeKind::Module(module) => {
                module.scope.iter().for_each(|scope| visit("scope", scope));
                module.identity.iter().for_each(|identity| visit("identity", identity));
                visit("params", &module.params);
                module.depends_on.iter().for_each(|other| visit("dependsOn", other));
            }
        }
    }

    /// The same statement with other expressions.
    pub(crate) fn map_exprs(&mut self, change: &mut dyn FnMut(&Expr) -> Expr) {
        let mut change = |expr: &mut Expr| *expr = change(expr);
        match &mut self.kind {
            NodeKind::Metadata(metadata) => change(&mut metadata.value),
            NodeKind::Type(_) | NodeKind::Import(_) => {}
            NodeKind::Extension(extension) => change(&mut extension.config),
            NodeKind::Var(var) => change(&mut var.value),
            NodeKind::Function(function) => change(&mut function.body),
            NodeKind::Param(param) => param.default.iter_mut().for_each(change),
            NodeKind::Output(output) => change(&mut output.value),
            NodeKind::Resource(resource) => {
                resource.scope.iter_mut().for_each(&mut change);
                resource.parent_position.iter_mut().for_each(&mut change);
                change(&mut resource.body);
                resource.depends_on.iter_mut().for_each(change);
            }
            NodeKind::Module(module) => {
                module.scope.iter_mut().for_each(&mut change);
                module.identity.iter_mut().for_each(&mut change);
                change(&mut module.params);
                module.depends_on.iter_mut().for_each(change);
            }
        }
    }

    /// Whether it can stand under a condition or in a loop. Params are given from outside, before any of them.
    pub(crate) fn may_repeat(&self) -> bool {
        matches!(self.kind, NodeKind::Var(_) | NodeKind::Resource(_) | NodeKind::Module(_) | NodeKind::Output(_))
    }

    /// Whether it is the name of a type, declared here or imported.
    pub(crate) fn is_type(&self) -> bool {
        match &self.kind {
            NodeKind::Type(_) => true,
            NodeKind::Import(import) => matches!(import.what, Imported::Type(_)),
            _ => false,
        }
    }

    /// The nodes that this one names outside its expressions.
    pub(crate) fn named_apart(&self) -> impl Iterator<Item = NodeId> {
        let extension = match &self.kind {
            NodeKind::Resource(resource) => resource.extension,
            _ => None,
        };
        self.parent().into_iter().chain(extension)
    }

    /// The resource under which this one is declared.
    pub(crate) fn parent(&self) -> Option<NodeId> {
        match &self.kind {
            NodeKind::Resource(resource) => resource.parent,
            _ => None,
        }
    }
}

impl Constraints {
    fn for_each_expr<'n>(&'n self, visit: &mut dyn FnMut(&'static str, &'n Expr)) {
        self.allowed.iter().for_each(|allowed| visit("allowed", allowed));
        self.metadata.iter().for_each(|metadata| visit("metadata", metadata));
    }
}
