//! A typed graph of Azure resources that is checked and rendered to Bicep.
//!
//! This crate knows the language and the rules that every resource follows; it must not know any Azure resource by name
//! (those are in `azure`), nor files, processes or terminals (those are in `cli`).
//!
//! A value flows one way: scenario → [`Graph`] → checks → statements → expressions → [`Bundle`].

mod bundle;
mod check;
mod expr;
mod fingerprints;
pub mod functions;
mod graph;
mod layout;
#[cfg(feature = "replay")]
mod mutant;
mod names;
mod print;
mod render;
mod scenario;
mod scope;
mod ser;
mod shape;
mod types;
mod value;

pub use self::bundle::Bundle;
pub use self::check::{
    Check, Example, Facts, Finding, ModuleFacts, Note, OutputFacts, Page, ParamFacts, Piece, Report, ResourceFacts,
    Rule, SecretFlow, Setting, Severity, StatementFacts, ValueFacts,
};
pub use self::expr::{Accessor, BinaryOperator, Call, Entry, Expr, For, Item, Key, Lambda, Text, UnaryOperator};
/// For handles of constructs, so that they can leave a condition or loop.
#[doc(hidden)]
pub use self::graph::Perspective;
pub use self::graph::{
    Accepts, Declaration, Dependency, DeploymentScope, Each, Existing, Extension, ExtensionBuilder, ExtensionResource,
    ExtensionTarget, Found, Function, FunctionBody, FunctionBuilder, Graph, Handle, HasLength, Holds, Identifier,
    Import, Maybe, Module, ModuleBody, ModuleCall, ModuleScope, NodeId, OutputBuilder, Param, ParamBuilder,
    ParameterSetBuilder, ParentOf, RawResource, RawView, Resource, ResourceBody, ResourceType, ScopeOf, ScopeResource,
    ScopeTarget, Settable, TypeBuilder, TypedResource, Var, VarBuilder, Whole, raw, raw_existing,
};
pub use self::layout::{Layout, Limits};
#[cfg(feature = "replay")]
pub use self::mutant::Mutant;
pub use self::scenario::{Inventory, Scenario};
pub use self::scope::{ManagementGroup, Reaches, ResourceGroup, Scope, Subscription, Tenant};
pub use self::ser::{Error as SerializeError, to_expr};
#[doc(hidden)]
pub use self::shape::bounded;
pub use self::shape::{Any, Choice, List, Map, Object, OpenChoice, Shape, ViewOf};
/// For outputs of modules.
#[doc(hidden)]
pub use self::shape::{Ask, Declared, Given, Undeclared};
#[cfg(feature = "replay")]
pub use self::shape::{Replay, ReplayResource, properties, refuse, replayed};
pub use self::types::{Bounds, Declare, Definitions, Field, Part, Type};
pub use self::value::{Guarded, IntoValue, Secret, SecretText, Then, Value, ValueOf};
