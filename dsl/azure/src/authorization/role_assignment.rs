//! `Microsoft.Authorization/roleAssignments`

dsl::resource! {
    /// Gives a principal a role on a resource, version 2022-04-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.authorization/roleassignments).
    pub struct RoleAssignment(properties: RoleAssignmentProperties)
    = "Microsoft.Authorization/roleAssignments" @ "2022-04-01"
    in [ResourceGroup, Subscription, ManagementGroup, Tenant], extension {
        properties: RoleAssignmentProperties = "properties",
    }
    view RoleAssignmentView {}
}

dsl::object! {
    /// Who is given which role.
    pub struct RoleAssignmentProperties(principal_id: String, role_definition_id: String) {
        principal_id: String = "principalId",
        principal_type: PrincipalType = "principalType",
        role_definition_id: String = "roleDefinitionId",
    }
}

dsl::choice! {
    /// What a principal is. Azure need not look it up then, which fails for identities made a moment ago.
    pub open enum PrincipalType {
        User = "User",
        Group = "Group",
        ServicePrincipal = "ServicePrincipal",
        ForeignGroup = "ForeignGroup",
        Device = "Device",
    }
}
