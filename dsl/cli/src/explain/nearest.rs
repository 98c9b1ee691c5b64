//! What somebody may have meant by a topic that nothing is called by. It must not know what stands on a page.

use azure::directory::{ROLES, TYPES};
use dsl::Check;
use types::{Damaged, Entry, catalogue};

/// How alike two names must be to suggest one for the other, from 0 to 1.
const ALIKE: f64 = 0.85;

/// Something that has a page.
pub(super) struct Named {
    /// What it is: `role`.
    pub(super) kind: &'static str,
    pub(super) name: &'static str,
}

/// All that has the topic in its name. Of the types, those that are structs come first.
pub(super) fn containing(checks: &[Check], topic: &str) -> Result<Vec<Named>, Damaged> {
    let wanted = plain(topic);
    Ok(all(checks)?.into_iter().filter(|it| plain(it.name).contains(&wanted)).collect())
}

/// The name that is most like the topic, if one is like it.
pub(super) fn nearest(checks: &[Check], topic: &str) -> Result<Option<&'static str>, Damaged> {
    let wanted = plain(topic);
    let alike = all(checks)?.into_iter().map(|it| (strsim::jaro_winkler(&wanted, &plain(it.name)), it.name));
    let nearest = alike.max_by(|(one, _), (other, _)| one.total_cmp(other));
    Ok(nearest.filter(|(likeness, _)| *likeness > ALIKE).map(|(_, name)| name))
}

fn all(checks: &[Check]) -> Result<Vec<Named>, Damaged> {
    let checks = checks.iter().map(|check| Named { kind: "check", name: check.id() });
    let roles = ROLES.iter().map(|role| Named { kind: "role", name: role.name });
    let structs = TYPES.iter().map(|listed| listed.ty);
    let is_struct = |name: &str| TYPES.iter().any(|listed| listed.ty.eq_ignore_ascii_case(name));
    let others = catalogue()?.types().filter_map(<[Entry]>::last).map(|entry| entry.name.as_str());
    let types = structs.chain(others.filter(|name| !is_struct(name)));
    Ok(checks.chain(roles).chain(types.map(|name| Named { kind: "type", name })).collect())
}

/// Without case and blanks, so that a role is found by either of its names.
fn plain(name: &str) -> String {
    name.chars().filter(|char| !char.is_whitespace()).flat_map(char::to_lowercase).collect()
}
