//! The rules of network security groups, wherever they are written: inside of the group, or as resources of their own.
//! It must not know what is wrong with them.

use dsl::{Facts, ResourceFacts, ValueFacts};

pub(super) const SECURITY_GROUP: &str = "Microsoft.Network/networkSecurityGroups";
const SECURITY_RULE: &str = "Microsoft.Network/networkSecurityGroups/securityRules";

/// A rule about what comes in.
#[derive(Clone, Copy, Debug)]
pub(super) struct SecurityRule<'g> {
    /// The resource that declares it: itself, or its group.
    pub(super) declared_by: ResourceFacts<'g>,
    /// An object with `name` and `properties`.
    value: ValueFacts<'g>,
}

/// The rules of all groups about what comes in.
pub(super) fn all<'g>(facts: &Facts<'g>) -> impl Iterator<Item = SecurityRule<'g>> {
    let groups = facts.resources(SECURITY_GROUP).flat_map(|group| inside(&group));
    let beside = facts.resources(SECURITY_RULE).map(of_its_own);
    groups.chain(beside).filter(SecurityRule::is_inbound)
}

/// The rules of a group about what comes in. None, if it may have others.
pub(super) fn of<'g>(group: &ResourceFacts<'g>) -> Option<Vec<SecurityRule<'g>>> {
    let is_known = match group.at_path("properties.securityRules") {
        Some(list) => list.is_whole_list(),
        None => group.body().lacks("properties.securityRules"),
    };
    let beside = group.children().filter(|child| child.is(SECURITY_RULE)).map(of_its_own);
    let rules = inside(group).into_iter().chain(beside).filter(SecurityRule::is_inbound);
    (group.is_deployed() && is_known).then(|| rules.collect())
}

fn inside<'g>(group: &ResourceFacts<'g>) -> Vec<SecurityRule<'g>> {
    let declared_by = *group;
    let rules = group.body().items_at("properties.securityRules");
    rules.map(|value| SecurityRule { declared_by, value }).collect()
}

fn of_its_own(declared_by: ResourceFacts<'_>) -> SecurityRule<'_> {
    SecurityRule { declared_by, value: declared_by.body() }
}

impl<'g> SecurityRule<'g> {
    /// Its name, as far as it is known now.
    pub(super) fn name(&self) -> &'g str {
        self.value.text_at("name").unwrap_or("…")
    }

    fn text(&self, name: &str) -> Option<&'g str> {
        self.value.at("properties")?.text_at(name)
    }

    fn is_inbound(&self) -> bool {
        self.text("direction") == Some("Inbound")
    }

    pub(super) fn allows(&self) -> bool {
        self.text("access") == Some("Allow")
    }

    pub(super) fn denies(&self) -> bool {
        self.text("access") == Some("Deny")
    }

    /// Whether it lets in the internet.
    pub(super) fn is_open(&self) -> bool {
        self.allows() && self.sources().iter().any(|source| is_anybody(source))
    }

    /// The lower, the earlier it counts.
    pub(super) fn priority(&self) -> Option<i64> {
        self.value.at("properties.priority")?.number()
    }

    /// The addresses and tags that it is about, as far as they are known now.
    pub(super) fn sources(&self) -> Vec<&'g str> {
        self.texts("sourceAddressPrefix", "sourceAddressPrefixes")
    }

    /// The ports that it opens or closes, as far as they are known now: `22`, `3000-3999`, `*`.
    pub(super) fn ports(&self) -> Vec<&'g str> {
        self.texts("destinationPortRange", "destinationPortRanges")
    }

    /// Whether it is about every protocol, port and destination.
    pub(super) fn is_about_everything(&self) -> bool {
        let destinations = self.texts("destinationAddressPrefix", "destinationAddressPrefixes");
        let is_wide = |it: &&str| ["*", "VirtualNetwork"].contains(it);
        self.text("protocol") == Some("*") && self.ports() == ["*"] && destinations.iter().any(is_wide)
    }

    fn texts(&self, one: &str, several: &str) -> Vec<&'g str> {
        let Some(properties) = self.value.at("properties") else { return Vec::new() };
        let several = properties.items_at(several).filter_map(|item| item.text());
        properties.text_at(one).into_iter().chain(several).collect()
    }
}

/// Whether a source stands for the internet.
fn is_anybody(source: &str) -> bool {
    ["*", "any", "internet", "0.0.0.0/0", "::/0"].iter().any(|it| it.eq_ignore_ascii_case(source))
}
