//! Custom roles: what a role may do is written out, and where it means something is a type. They must not know who has them.

use std::marker::PhantomData;

use dsl::functions::{guid, management_group, resource_group, subscription};
use dsl::{
    DeploymentScope, Graph, Holds, ManagementGroup, Resource, ResourceBody, ResourceGroup, ResourceType, Scope,
    Subscription, Text, Value, ValueOf,
};

use super::Principal;
use super::changes::{self, Construct};
use super::grant::{GrantBuilder, assignment};
use crate::authorization::{Permission, RoleAssignment, RoleDefinition, RoleDefinitionProperties};
use crate::check::BROAD_ROLE;

/// A role of the customer's own, for resources of the type `T`, granted by `g.grant_custom(…)`.
///
/// A role that allows everything, or giving away roles, is found by the check `broad-role`;
/// [`privileged`](Self::privileged) says why it has to. After [Learn: Azure custom
/// roles](https://learn.microsoft.com/azure/role-based-access-control/custom-roles).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet: `.add(g, \"symbol\")`"]
pub struct CustomRole<T> {
    /// What is changed by hand.
    definition: RoleDefinition,
    name: Text,
    role_name: Option<Value<String>>,
    description: Text,
    permission: Permission,
    scopes: Option<Value<Vec<String>>>,
    reason: Option<Text>,
    target: PhantomData<fn() -> T>,
}

impl<T: ResourceType> CustomRole<T> {
    /// A role that may do nothing yet: `CustomRole::<VirtualMachine>::new("Machine Operator", "Starts and stops machines.")`.
    /// No other role in the tenant may have the name.
    pub fn new(name: impl Into<Text>, description: impl Into<Text>) -> Self {
        CustomRole {
            definition: RoleDefinition::new(DeploymentScope, changes::to_come()),
            name: name.into(),
            role_name: None,
            description: description.into(),
            permission: Permission::new(),
            scopes: None,
            reason: None,
            target: PhantomData,
        }
    }

    /// Shown under another name in the portal, for templates that are deployed more than once in a tenant:
    /// `"Machine Operator of " + resource_group().name()`.
    pub fn shown_as(self, name: impl ValueOf<String>) -> Self {
        CustomRole { role_name: Some(name.into()), ..self }
    }

    /// May manage resources in these ways: `["Microsoft.Compute/virtualMachines/start/action"]`.
    pub fn actions<const N: usize>(self, actions: [&'static str; N]) -> Self {
        CustomRole { permission: self.permission.actions(actions), ..self }
    }

    /// May not do this of what [`actions`](Self::actions) allows by a wildcard. Another role can still allow it.
    pub fn not_actions<const N: usize>(self, actions: [&'static str; N]) -> Self {
        CustomRole { permission: self.permission.not_actions(actions), ..self }
    }

    /// May use the data in resources in these ways. Azure takes none at the scope of a management group.
    pub fn data_actions<const N: usize>(self, actions: [&'static str; N]) -> Self {
        CustomRole { permission: self.permission.data_actions(actions), ..self }
    }

    /// May not do this of what [`data_actions`](Self::data_actions) allows by a wildcard.
    pub fn not_data_actions<const N: usize>(self, actions: [&'static str; N]) -> Self {
        CustomRole { permission: self.permission.not_data_actions(actions), ..self }
    }

    /// Can be granted in these scopes, by their ids, instead of the one that is deployed to.
    pub fn assignable_in(self, scopes: impl ValueOf<Vec<String>>) -> Self {
        CustomRole { scopes: Some(scopes.into()), ..self }
    }

    /// Says why it may do everything, or give away roles. The reason is printed: `… It is broad, because it gives away roles.`
    pub fn privileged(self, reason: impl Into<Text>) -> Self {
        CustomRole { reason: Some(reason.into()), ..self }
    }

    /// Adds it to the graph. It has the same id at every deployment to the same scope.
    #[track_caller]
    pub fn add<S: AssignableScope + Holds<RoleDefinition>>(
        self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
    ) -> CustomRoleFor<T> {
        let symbol = symbol.into();
        let properties = RoleDefinitionProperties::new()
            .role_name(self.role_name.unwrap_or_else(|| self.name.clone().into()))
            .description(self.description.clone())
            .r#type("CustomRole")
            .permissions([self.permission])
            .assignable_scopes(self.scopes.unwrap_or_else(|| [S::id()].into()));
        let definition = changes::fill(self.definition, "name", guid([S::id(), symbol.clone().into()]));
        let mut definition = changes::complete(definition, "properties", Value::from(properties));
        let mut description = self.description;
        if let Some(reason) = self.reason {
            description = format!("{description} It is broad, because {}.", reason.trim_end_matches('.')).into();
            definition = definition.allow(BROAD_ROLE, reason);
        }
        let definition = definition.describe(description).add(g, symbol);
        CustomRoleFor { definition, name: self.name, target: PhantomData }
    }
}

impl<T> Construct for CustomRole<T> {
    type Resource = RoleDefinition;

    fn main(&mut self) -> &mut RoleDefinition {
        &mut self.definition
    }
}

/// A scope in which custom roles can be declared, and granted.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no custom roles",
    label = "Azure takes custom roles in resource groups, subscriptions and management groups"
)]
pub trait AssignableScope: Scope {
    /// The id of the scope that is deployed to.
    fn id() -> Value<String>;
}

impl AssignableScope for ResourceGroup {
    fn id() -> Value<String> {
        resource_group().id()
    }
}

impl AssignableScope for Subscription {
    fn id() -> Value<String> {
        subscription().id()
    }
}

impl AssignableScope for ManagementGroup {
    fn id() -> Value<String> {
        management_group().id()
    }
}

/// A custom role in a graph, for resources of the type `T`.
#[derive(Debug)]
pub struct CustomRoleFor<T> {
    definition: Resource<RoleDefinition>,
    name: Text,
    target: PhantomData<fn() -> T>,
}

impl<T> CustomRoleFor<T> {
    /// The same role, for resources of another type that its actions name as well.
    pub fn also_for<U: ResourceType>(&self) -> CustomRoleFor<U> {
        CustomRoleFor { definition: self.definition.clone(), name: self.name.clone(), target: PhantomData }
    }
}

impl<T> Clone for CustomRoleFor<T> {
    fn clone(&self) -> Self {
        CustomRoleFor { definition: self.definition.clone(), name: self.name.clone(), target: PhantomData }
    }
}

impl<T> std::ops::Deref for CustomRoleFor<T> {
    type Target = Resource<RoleDefinition>;
    fn deref(&self) -> &Resource<RoleDefinition> {
        &self.definition
    }
}

/// A custom role for `R` means something on this type of resource: each on its own.
#[diagnostic::on_unimplemented(
    message = "the custom role is for `{R}`, and means nothing on `{Self}`",
    label = "this is another type of resource",
    note = "where its actions name this type as well, say so: `role.also_for::<Type>()`"
)]
pub trait TakesCustomRole<R>: ResourceType {}

#[diagnostic::do_not_recommend]
impl<T: ResourceType> TakesCustomRole<T> for T {}

/// `g.grant_custom(…)`.
pub trait GrantsCustomRoles<S: Scope> {
    /// Begins to grant a custom role on `target` to `who`; its description completes it.
    #[track_caller]
    fn grant_custom<'g, R, T: TakesCustomRole<R>>(
        &'g mut self,
        symbol: impl Into<Text>,
        who: &impl Principal,
        role: &CustomRoleFor<R>,
        target: &Resource<T>,
    ) -> GrantBuilder<'g, S>;
}

impl<S: Holds<RoleAssignment>> GrantsCustomRoles<S> for Graph<S> {
    #[track_caller]
    fn grant_custom<'g, R, T: TakesCustomRole<R>>(
        &'g mut self,
        symbol: impl Into<Text>,
        who: &impl Principal,
        role: &CustomRoleFor<R>,
        target: &Resource<T>,
    ) -> GrantBuilder<'g, S> {
        let assignment = assignment(&role.definition.id(), who, target.into());
        GrantBuilder::new(self, symbol.into(), role.name.clone(), assignment)
    }
}
