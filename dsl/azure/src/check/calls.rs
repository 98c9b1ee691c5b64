//! Who calls a service: machines and apps that are granted a role on it, or are told where it is. It must not know whether
//! the calls arrive.

use dsl::ResourceFacts;

use super::{data_role, grants, reach};

/// The machines and apps of the graph that call a service, each once.
pub(super) fn callers<'g>(service: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let assignments = grants::within(service).into_iter().filter(data_role::is_granted);
    let granted = assignments.filter_map(|it| grants::callers(&it)).flatten();
    let permitted = service.references("properties.accessPolicies");
    let told = service.users().into_iter().filter(|user| is_told(user, service)).filter_map(|user| owner(&user));
    let mut found: Vec<ResourceFacts<'g>> = Vec::new();
    for caller in granted.chain(permitted).chain(told) {
        if caller.is_deployed() && found.iter().all(|known| !known.is_same(&caller)) {
            found.push(caller);
        }
    }
    found
}

/// The assignments by which people call a service, or what stands for people: none of the services of Azure is one.
pub(super) fn of_people<'g>(service: &ResourceFacts<'g>) -> Vec<ResourceFacts<'g>> {
    let is_person = |it: &ResourceFacts<'_>| matches!(it.text("properties.principalType"), Some("Group" | "User"));
    grants::within(service).into_iter().filter(|it| is_person(it) && data_role::is_granted(it)).collect()
}

/// The machine or the app that a resource is, or is a part of.
fn owner<'g>(resource: &ResourceFacts<'g>) -> Option<ResourceFacts<'g>> {
    resource.lineage().find(reach::is_caller)
}

/// Whether the code in it learns where the service is. What the host of a machine writes there, it writes by itself.
fn is_told(user: &ResourceFacts<'_>, service: &ResourceFacts<'_>) -> bool {
    let Some(properties) = user.at_path("properties") else { return false };
    let parts = properties.names().filter(|name| *name != "diagnosticsProfile").filter_map(|name| properties.at(name));
    let mut reads = parts.flat_map(|part| part.reads());
    reads.any(|(of, path)| of.is_same(service) && (path == "name" || is_address(&path)))
}

/// Whether what is read is where a service is called.
pub(super) fn is_address(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.contains("endpoints")
        || ["endpoint", "uri", "fqdn", "hostname", "loginserver"].iter().any(|it| path.ends_with(it))
}
