//! Who may read and write the data of Azure Cosmos DB: its own roles, which are no roles of Azure. They must not know how an
//! account is set up.

use dsl::functions::guid;
use dsl::{Graph, Holds, Resource, ResourceBody, Text};

use super::Principal;
use crate::document_db::{DatabaseAccount, SqlRoleAssignment, SqlRoleAssignmentResource};

/// A built-in role of Azure Cosmos DB for NoSQL: [Learn: data plane
/// roles](https://learn.microsoft.com/azure/cosmos-db/nosql/reference-data-plane-security).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CosmosDataRole {
    /// Cosmos DB Built-in Data Reader.
    Reader,
    /// Cosmos DB Built-in Data Contributor: reads and writes.
    Contributor,
}

impl CosmosDataRole {
    fn name(self) -> &'static str {
        match self {
            CosmosDataRole::Reader => "Cosmos DB Built-in Data Reader",
            CosmosDataRole::Contributor => "Cosmos DB Built-in Data Contributor",
        }
    }

    /// The last part of its id, the same in every account.
    fn guid(self) -> &'static str {
        match self {
            CosmosDataRole::Reader => "00000000-0000-0000-0000-000000000001",
            CosmosDataRole::Contributor => "00000000-0000-0000-0000-000000000002",
        }
    }
}

/// `account.grant_data(…)`.
pub trait GrantsCosmosData {
    /// Grants a role on all data of the account to `who`, for a reason, to which the name of the role is added.
    #[track_caller]
    fn grant_data<S: Holds<SqlRoleAssignment>>(
        &self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        who: &impl Principal,
        role: CosmosDataRole,
        why: &str,
    ) -> Resource<SqlRoleAssignment>;
}

impl GrantsCosmosData for Resource<DatabaseAccount> {
    #[track_caller]
    fn grant_data<S: Holds<SqlRoleAssignment>>(
        &self,
        g: &mut Graph<S>,
        symbol: impl Into<Text>,
        who: &impl Principal,
        role: CosmosDataRole,
        why: &str,
    ) -> Resource<SqlRoleAssignment> {
        let definition = self.id() + "/sqlRoleDefinitions/" + role.guid();
        let properties = SqlRoleAssignmentResource::new()
            .principal_id(who.principal_id())
            .role_definition_id(definition)
            .scope(self.id());
        SqlRoleAssignment::new(self, guid([self.id(), who.source_id(), role.guid().into()]))
            .properties(properties)
            .describe(format!("{}: {}.", why.trim().trim_end_matches('.'), role.name()))
            .add(g, symbol)
    }
}
