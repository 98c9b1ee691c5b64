//! The page of a built-in role. It must not know how a role is found.

use azure::directory::BuiltIn;

use super::{indented, table};

/// Where Azure's own pages say what each role may do.
const LEARN: &str = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles";

/// Whether a topic names the role: as the portal does, as Rust does, or by its GUID.
pub(super) fn is_called(role: &BuiltIn, topic: &str) -> bool {
    let topic = topic.rsplit("::").next().unwrap_or(topic);
    [role.name, role.ident, role.guid].iter().any(|name| name.eq_ignore_ascii_case(topic))
}

pub(super) fn page(role: &BuiltIn) -> String {
    let BuiltIn { name, guid, ident, .. } = role;
    format!(
        "{name}\n\nBuilt-in role {guid}; in Rust `role::{ident}`, with the feature `authorization`.\n\n{}\n{}\n{}",
        grant(role),
        targets(role),
        actions(name)
    )
}

/// The call that gives it to somebody.
fn grant(role: &BuiltIn) -> String {
    let ident = role.ident;
    if role.is_privileged {
        let call = format!("g.grant_privileged(\"symbol\", &who, role::{ident}, &resource, \"why\").describe(\"…\");");
        return format!("It may do nearly everything, or give away roles, so a grant says why:\n\n  {call}\n");
    }
    format!("It is granted by\n\n  g.grant(\"symbol\", &who, role::{ident}, &resource).describe(\"…\");\n")
}

/// What it is for.
fn targets(role: &BuiltIn) -> String {
    let types: Vec<_> = role.types().map(|listed| (listed.ty, format!("azure::{}", listed.path))).collect();
    match role.targets {
        None => "It means something on every type of resource.\n".to_owned(),
        Some([]) => "No type that is a struct takes it; a `dsl::raw` resource does.\n".to_owned(),
        Some(_) => {
            let rows = table(types.iter().map(|(ty, path)| (*ty, path.as_str())));
            format!("It means something on these types, or on what is declared under them:\n\n{}", indented(&rows))
        }
    }
}

/// How to see what a role may do. Azure changes that now and then, so it stands nowhere here.
pub(super) fn actions(name: &str) -> String {
    format!(
        "Its actions, as Azure has them today:\n\n  az role definition list --name \"{name}\" --query \"[].permissions\"\n  {LEARN}\n"
    )
}
