//! From the table of roles to their list in Rust. It must not know what a role may do.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use askama::Template;

use super::words::pascal;

/// Roles that may do nearly everything, or give away roles.
const PRIVILEGED: &[&str] =
    &["Contributor", "Owner", "Role Based Access Control Administrator", "User Access Administrator"];

/// A type of the catalogue, for the roles that mean something on it.
pub(crate) struct Target {
    /// The feature and the struct, as the macro wants them.
    pub(crate) text: String,
}

#[derive(Template)]
#[template(path = "roles.rs.txt", escape = "none")]
struct Roles {
    roles: Vec<RoleLine>,
}

struct RoleLine {
    breadth: &'static str,
    ident: String,
    name: String,
    guid: String,
    targets: String,
}

/// The list, from the lines of the table: name, GUID and types, separated by tabs. `targets` are the types of the catalogue
/// by their names in lower case.
pub(crate) fn roles_file(table: &str, targets: &BTreeMap<String, Target>) -> anyhow::Result<String> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let roles = lines.map(|line| role(line, targets)).collect::<anyhow::Result<_>>()?;
    Ok(Roles { roles }.render()? + "\n")
}

fn role(line: &str, targets: &BTreeMap<String, Target>) -> anyhow::Result<RoleLine> {
    let mut fields = line.split('\t');
    let mut field = || fields.next().with_context(|| format!("`{line}` lacks a field of three"));
    let (name, guid, types) = (field()?, field()?, field()?);
    Ok(RoleLine {
        breadth: if PRIVILEGED.contains(&name) { "privileged" } else { "narrow" },
        ident: pascal(name),
        name: format!("{name:?}"),
        guid: format!("{guid:?}"),
        targets: if types == "any" { types.to_owned() } else { listed(types, targets) },
    })
}

/// The types that a role is for, and those that they are declared under: what holds for all children is granted there.
fn listed(types: &str, targets: &BTreeMap<String, Target>) -> String {
    let types = types.split(',').map(str::to_ascii_lowercase);
    let with_parents: BTreeSet<_> = types.flat_map(|ty| ancestors(&ty)).collect();
    let texts: Vec<_> = with_parents.iter().filter_map(|ty| targets.get(ty)).map(|it| &*it.text).collect();
    format!("[{}]", texts.join(", "))
}

fn ancestors(ty: &str) -> Vec<String> {
    let parts: Vec<_> = ty.split('/').collect();
    (2..=parts.len()).map(|count| parts[..count].join("/")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_listed_with_the_types_above_its_own() {
        let target = |text: &str| Target { text: text.to_owned() };
        let targets = BTreeMap::from([
            ("a.b/accounts".to_owned(), target("\"b\" b::Account")),
            ("a.b/accounts/parts".to_owned(), target("\"b\" b::Part")),
        ]);
        let table = "# A comment.\nPart Reader\tguid\tA.B/accounts/parts,A.B/others\nOwner\tother\tany\n";
        let list = roles_file(table, &targets).unwrap();
        assert!(
            list.contains("    narrow PartReader = \"Part Reader\", \"guid\" on [\"b\" b::Account, \"b\" b::Part];\n")
        );
        assert!(list.contains("    privileged Owner = \"Owner\", \"other\" on any;\n"));
        assert!(roles_file("Reader\tguid\n", &targets).is_err());
    }
}
