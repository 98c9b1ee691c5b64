//! Granting roles. Who is granted must have an identity, and the role must mean something on the resource.

use dsl::functions::{guid, subscription_resource_id};
use dsl::{ExtensionTarget, Graph, Holds, Object, Resource, ResourceBody, ResourceType, Scope, Text, Value, Var};

use super::Principal;
use super::changes::Construct;
use crate::authorization::{RoleAssignment, RoleAssignmentProperties};
use crate::role::{Narrow, Role, TakesRole, symbol};

/// `g.grant(…)`.
pub trait Grants<S: Scope> {
    /// Begins to grant `role` on `target` to `who`; its description completes it.
    #[track_caller]
    fn grant<'g, R: Narrow, T: ResourceType + TakesRole<R>>(
        &'g mut self,
        symbol: impl Into<Text>,
        who: &impl Principal,
        role: R,
        target: &Resource<T>,
    ) -> GrantBuilder<'g, S>;

    /// As [`grant`](Self::grant), for a role that may do nearly everything or give away roles; `reason` says why no
    /// narrower one will do, and is printed: `…: Owner, because it gives away roles.`
    #[track_caller]
    fn grant_privileged<'g, R: Role, T: ResourceType + TakesRole<R>>(
        &'g mut self,
        symbol: impl Into<Text>,
        who: &impl Principal,
        role: R,
        target: &Resource<T>,
        reason: &'static str,
    ) -> GrantBuilder<'g, S>;
}

impl<S: Scope> Grants<S> for Graph<S>
where
    S: Holds<RoleAssignment>,
{
    #[track_caller]
    fn grant<'g, R: Narrow, T: ResourceType + TakesRole<R>>(
        &'g mut self,
        symbol: impl Into<Text>,
        who: &impl Principal,
        _role: R,
        target: &Resource<T>,
    ) -> GrantBuilder<'g, S> {
        let assignment = assignment(&Value::from(&role_definition::<R, S>(self)), who, target.into());
        GrantBuilder::new(self, symbol.into(), R::NAME.into(), assignment)
    }

    #[track_caller]
    fn grant_privileged<'g, R: Role, T: ResourceType + TakesRole<R>>(
        &'g mut self,
        symbol: impl Into<Text>,
        who: &impl Principal,
        _role: R,
        target: &Resource<T>,
        reason: &'static str,
    ) -> GrantBuilder<'g, S> {
        let assignment = assignment(&Value::from(&role_definition::<R, S>(self)), who, target.into());
        let grant = GrantBuilder::new(self, symbol.into(), R::NAME.into(), assignment);
        GrantBuilder { reason: Some(reason), ..grant }
    }
}

/// Of a role, by the id of its definition, on a target.
pub(super) fn assignment(definition: &Value<String>, who: &impl Principal, target: ExtensionTarget) -> RoleAssignment {
    let name = guid([target.id(), who.source_id(), definition.clone()]);
    // The catalogue would begin with the role, and a sentence begins with who has it.
    let properties = Object::default()
        .with("principalId", who.principal_id())
        .with("principalType", Value::from(who.principal_type()))
        .with("roleDefinitionId", definition);
    RoleAssignment::new(target, name, Value::<RoleAssignmentProperties>::new(properties))
}

/// The definition's id as a var that carries the role's name. Grants of one role share it.
#[track_caller]
fn role_definition<R: Role, S: Scope>(g: &mut Graph<S>) -> Var<String> {
    let id = subscription_resource_id("Microsoft.Authorization/roleDefinitions", [R::GUID]);
    g.var(symbol::<R>(), id).describe_once(format!("Role definition: {}.", R::NAME))
}

/// A grant to be.
#[derive(Debug)]
#[must_use = "a grant is added by its last word, `.describe(…)`"]
pub struct GrantBuilder<'g, S: Scope> {
    graph: &'g mut Graph<S>,
    symbol: Text,
    role: Text,
    reason: Option<&'static str>,
    assignment: RoleAssignment,
}

impl<'g, S: Scope> GrantBuilder<'g, S> {
    pub(super) fn new(graph: &'g mut Graph<S>, symbol: Text, role: Text, assignment: RoleAssignment) -> Self {
        GrantBuilder { graph, symbol, role, reason: None, assignment }
    }
}

impl<S: Scope> GrantBuilder<'_, S>
where
    S: Holds<RoleAssignment>,
{
    /// Says why it is granted, and adds it to the graph. The role's name is added to the sentence, and the reason why no
    /// narrower role will do.
    #[track_caller]
    pub fn describe(self, why: &str) -> Resource<RoleAssignment> {
        let plain = |text: &str| text.trim().trim_end_matches('.').to_owned();
        let description = match (plain(why), self.reason.map(plain)) {
            // What is blank stays blank, so that the check of descriptions finds it.
            (why, reason) if why.is_empty() || reason.as_deref() == Some("") => String::new(),
            (why, None) => format!("{why}: {}.", self.role),
            (why, Some(reason)) => format!("{why}: {}, because {reason}.", self.role),
        };
        self.assignment.describe(description).add(self.graph, self.symbol)
    }
}

impl<S: Scope> Construct for GrantBuilder<'_, S> {
    type Resource = RoleAssignment;

    fn main(&mut self) -> &mut RoleAssignment {
        &mut self.assignment
    }
}
