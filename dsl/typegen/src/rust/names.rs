//! How the types of a namespace are called in Rust. The names follow from all types of the namespace, in the catalogue or
//! not, so that adding one renames nothing. It must not know what is generated.
//!
//! A resource is called by the fewest last parts of its type that no other type ends with; an object by its name in Azure's
//! data, with `Inline` before it where a resource has that name, and with its resource before it where other objects have
//! that name and more resources use them; an enum by its property, with its owner before it where the property alone says
//! too little or stands for several enums.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use types::{Provider, ResourceType, Type, TypeId};

use super::reach::{Item, Meeting, reach};
use super::words::{pascal, singular};

/// Properties whose names say too little to name an enum.
const VAGUE: &[&str] = &[
    "access",
    "action",
    "behavior",
    "category",
    "code",
    "default",
    "direction",
    "effect",
    "family",
    "format",
    "kind",
    "level",
    "method",
    "mode",
    "name",
    "operation",
    "operator",
    "option",
    "order",
    "policy",
    "priority",
    "protocol",
    "provider",
    "result",
    "role",
    "scope",
    "severity",
    "size",
    "source",
    "state",
    "status",
    "target",
    "tier",
    "type",
    "unit",
    "usage",
    "value",
    "version",
];

/// What the macros of the catalogue, and scenarios, mean by these words must not be hidden by a type.
const RESERVED: &[&str] = &[
    "Any",
    "Box",
    "Check",
    "Clone",
    "Debug",
    "Default",
    "Err",
    "From",
    "Graph",
    "Guarded",
    "Into",
    "Map",
    "None",
    "Ok",
    "Option",
    "Param",
    "Resource",
    "Result",
    "Scenario",
    "Secret",
    "Some",
    "String",
    "Subscription",
    "Tenant",
    "Value",
    "Var",
    "Vec",
];

/// Whether a type of that name would hide another one.
pub(crate) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// The names of one namespace.
pub(crate) struct Names {
    resources: BTreeMap<String, String>,
    items: BTreeMap<Item, String>,
}

impl Names {
    /// From all resource types of the namespace, one version each.
    pub(crate) fn new(provider: &Provider, resources: &[&ResourceType]) -> Self {
        let types: Vec<_> = resources.iter().map(|it| it.name.as_str()).collect();
        let named = types.iter().map(|name| (name.to_ascii_lowercase(), resource_name(name, &types)));
        Self::of(provider, resources, named.collect())
    }

    /// From all resource types, with the names of their structs by their own names in lower case.
    pub(crate) fn of(
        provider: &Provider,
        resources: &[&ResourceType],
        resources_by_type: BTreeMap<String, String>,
    ) -> Self {
        let mut naming =
            Naming { provider, taken: BTreeSet::new(), uses: uses(provider, resources, &resources_by_type) };
        RESERVED.iter().copied().chain(resources_by_type.values().map(String::as_str)).for_each(|it| naming.take(it));
        let mut items = BTreeMap::new();
        naming.objects(&resources_by_type.values().cloned().collect(), &mut items);
        naming.choices(&mut items);
        Names { resources: resources_by_type, items }
    }

    /// Gives an item the name of a resource that has no struct of its own.
    pub(crate) fn rename(&mut self, item: Item, name: &str) {
        self.items.insert(item, name.to_owned());
    }

    /// The struct of a resource type.
    pub(crate) fn resource(&self, name: &str) -> &str {
        self.resources.get(&name.to_ascii_lowercase()).map_or("", String::as_str)
    }

    /// The type of an item, without the `View` of those that can only be read.
    pub(crate) fn item(&self, item: Item) -> &str {
        self.items.get(&item).map_or("", String::as_str)
    }
}

/// A meeting of an item in a resource.
struct Use {
    /// The struct of the resource.
    resource: String,
    /// What comes first, chooses its names first: stable versions, then resources near the top.
    rank: (bool, usize),
    meeting: Meeting,
}

/// Every meeting of an item.
type Uses = BTreeMap<Item, Vec<Use>>;

fn uses(provider: &Provider, resources: &[&ResourceType], names: &BTreeMap<String, String>) -> Uses {
    let mut uses = Uses::new();
    for resource in resources {
        let name = names.get(&resource.name.to_ascii_lowercase()).cloned().unwrap_or_default();
        let rank = (resource.api_version.contains("preview"), resource.name.matches('/').count());
        for meeting in reach(provider, resource) {
            uses.entry(meeting.item).or_default().push(Use { resource: name.clone(), rank, meeting });
        }
    }
    for uses in uses.values_mut() {
        uses.sort_by_key(|it| it.rank);
    }
    uses
}

/// The fewest last parts of the type that no other type of the namespace ends with, or all parts. One more if they make
/// a word that is reserved.
fn resource_name(name: &str, types: &[&str]) -> String {
    let parts: Vec<_> = name.split('/').skip(1).collect();
    let is_unique = |count: usize| {
        let end = parts[parts.len() - count..].join("/");
        let ends = |other: &&&str| {
            let other = other.split_once('/').map_or("", |(_, rest)| rest).to_ascii_lowercase();
            other == end.to_ascii_lowercase() || other.ends_with(&format!("/{}", end.to_ascii_lowercase()))
        };
        types.iter().filter(ends).count() == 1
    };
    let name =
        |count: usize| parts[parts.len() - count..].iter().map(|part| pascal(&singular(part))).collect::<String>();
    let is_good = |count: &usize| is_unique(*count) && !RESERVED.contains(&&*name(*count));
    name((1..parts.len()).find(is_good).unwrap_or(parts.len()))
}

struct Naming<'p> {
    provider: &'p Provider,
    taken: BTreeSet<String>,
    uses: Uses,
}

impl Naming<'_> {
    fn take(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
        self.taken.insert(format!("{name}View"));
    }

    fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name) && !self.taken.contains(&format!("{name}View"))
    }

    /// The items of the first rank choose first, then those with the most uses.
    fn objects(&mut self, resources: &BTreeSet<String>, items: &mut BTreeMap<Item, String>) {
        let mut objects: Vec<_> = self.uses.keys().copied().filter(|item| !matches!(item, Item::Choice(_))).collect();
        objects.sort_by_key(|item| {
            let uses = &self.uses[item];
            (order(*item), uses[0].rank, Reverse(uses.len()), uses[0].resource.clone())
        });
        for item in objects {
            if let Item::View(id) = item
                && let Some(written) = items.get(&Item::Object(id)).or_else(|| items.get(&Item::Union(id)))
            {
                items.insert(item, written.clone());
                continue;
            }
            let name = self.object_name(item, resources);
            self.take(&name);
            items.insert(item, name);
        }
    }

    fn object_name(&self, item: Item, resources: &BTreeSet<String>) -> String {
        let Use { resource, meeting, .. } = &self.uses[&item][0];
        let is_body = meeting.path.is_empty();
        let plain = match (item, self.official_name(item)) {
            (Item::Union(_), _) if is_body => format!("{resource}Body"),
            (Item::Variant(id, index), _) if is_body => format!("{resource}{}", pascal(self.value(id, index))),
            (_, name) if name.is_empty() => pascal(&meeting.property),
            (_, name) => shortened(&pascal(&name)).to_owned(),
        };
        let plain = if resources.contains(&plain) { format!("Inline{plain}") } else { plain };
        let named = [plain.clone(), join(resource, &plain)];
        let numbered = (2..).map(|number| format!("{}{number}", join(resource, &plain)));
        named.into_iter().chain(numbered).find(|name| self.is_free(name)).unwrap_or(plain)
    }

    /// The value that tells a variant apart.
    fn value(&self, id: TypeId, index: usize) -> &str {
        match &self.provider[id] {
            Type::Discriminated(union) => &union.variants[index].value,
            _ => "",
        }
    }

    fn official_name(&self, item: Item) -> String {
        let name = |id| match &self.provider[id] {
            Type::Object(object) => object.name.clone(),
            Type::Discriminated(union) => union.name.clone(),
            _ => String::new(),
        };
        match item {
            Item::Object(id) | Item::View(id) | Item::Secrets(id) | Item::Union(id) | Item::Choice(id) => name(id),
            Item::Variant(id, index) => match &self.provider[id] {
                Type::Discriminated(union) => name(union.variants[index].body),
                _ => String::new(),
            },
        }
    }

    /// What the owners of an enum have in common.
    fn owner(&self, item: Item, items: &BTreeMap<Item, String>) -> String {
        let name = |it: &Use| it.meeting.owner.and_then(|owner| items.get(&owner)).unwrap_or(&it.resource).clone();
        let owners: Vec<_> = self.uses[&item].iter().map(|it| without_properties(&name(it))).collect();
        shared_end(&owners)
    }

    fn choices(&mut self, items: &mut BTreeMap<Item, String>) {
        let choices: Vec<_> = self.uses.keys().copied().filter(|item| matches!(item, Item::Choice(_))).collect();
        let mut by_property: BTreeMap<String, usize> = BTreeMap::new();
        for item in &choices {
            let names: BTreeSet<_> = self.uses[item].iter().map(|it| pascal(&it.meeting.property)).collect();
            for name in names {
                *by_property.entry(name).or_default() += 1;
            }
        }
        for item in choices {
            let meeting = &self.uses[&item][0].meeting;
            let property = pascal(&singular(&meeting.property));
            let is_plain = by_property.get(&pascal(&meeting.property)) == Some(&1)
                && !VAGUE.contains(&&*meeting.property.to_ascii_lowercase());
            let owned = join(&self.owner(item, items), &property);
            let plain = is_plain.then_some(property);
            let numbered = (2..).map(|number| format!("{owned}{number}"));
            let name = plain.into_iter().chain([owned.clone()]).chain(numbered).find(|name| self.is_free(name));
            let name = name.unwrap_or(owned);
            self.take(&name);
            items.insert(item, name);
        }
    }
}

/// The data joins the names of what is written and of what is read by `Or`; the first of them is enough.
fn shortened(name: &str) -> &str {
    let is_end = |at: &usize| *at > 0 && name[at + 2..].starts_with(|next: char| next.is_ascii_uppercase());
    name.rmatch_indices("Or").map(|(at, _)| at).find(is_end).map_or(name, |at| &name[..at])
}

/// The words that all names end with, or the first name.
fn shared_end(names: &[String]) -> String {
    let Some(first) = names.first() else { return String::new() };
    let is_word = |at: &usize| first[*at..].starts_with(|next: char| next.is_ascii_uppercase());
    let ends: Vec<_> = (0..first.len()).filter(is_word).map(|at| &first[at..]).collect();
    let shared = ends.into_iter().find(|end| names.iter().all(|name| name.ends_with(end)));
    shared.unwrap_or(first).to_owned()
}

/// What is written comes before what is only read.
fn order(item: Item) -> u8 {
    match item {
        Item::Object(_) | Item::Union(_) | Item::Choice(_) => 0,
        Item::Variant(..) => 1,
        Item::View(_) => 2,
        Item::Secrets(_) => 3,
    }
}

/// Both names; words that end the first and begin the second stand once: `ZoneLink` and `LinkProperties` become
/// `ZoneLinkProperties`.
fn join(owner: &str, name: &str) -> String {
    let is_word = |at: &usize| name[*at..].starts_with(|next: char| next.is_ascii_uppercase()) || *at == name.len();
    let shared = (0..=name.len()).rev().filter(is_word).find(|at| owner.ends_with(&name[..*at])).unwrap_or(0);
    if name.starts_with(owner) { name.to_owned() } else { format!("{owner}{}", &name[shared..]) }
}

/// An owner's name without the words that Azure's data puts on every object inside a resource.
fn without_properties(owner: &str) -> String {
    let short = ["PropertiesFormat", "Properties", "Property"].iter().find_map(|end| owner.strip_suffix(end));
    short.filter(|short| !short.is_empty()).unwrap_or(owner).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_has_the_shortest_name_that_no_other_has() {
        assert_eq!(resource_name("A.B/builds/results", &["A.B/builds/results"]), "BuildResult");
        let types = ["A.B/sites", "A.B/sites/config", "A.B/sites/slots", "A.B/sites/slots/config", "A.B/certificates"];
        let name = |name| resource_name(name, &types);
        assert_eq!(name("A.B/sites"), "Site");
        assert_eq!(name("A.B/sites/slots"), "Slot");
        assert_eq!(name("A.B/sites/config"), "SiteConfig");
        assert_eq!(name("A.B/sites/slots/config"), "SlotConfig");
        assert_eq!(name("A.B/certificates"), "Certificate");
    }

    #[test]
    fn joined_names_say_no_word_twice() {
        assert_eq!(join("Account", "Sku"), "AccountSku");
        assert_eq!(join("Account", "AccountSku"), "AccountSku");
        assert_eq!(join("ZoneLink", "LinkProperties"), "ZoneLinkProperties");
    }

    #[test]
    fn owners_share_the_words_at_their_ends() {
        let shared = |names: &[&str]| shared_end(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        assert_eq!(shared(&["GalleryIdentity", "VirtualMachineIdentity"]), "Identity");
        assert_eq!(shared(&["Gallery", "VirtualMachine"]), "Gallery");
    }

    #[test]
    fn of_two_joined_names_the_first_is_enough() {
        assert_eq!(shortened("ApiCreateOrUpdatePropertiesOrApiContract"), "ApiCreateOrUpdateProperties");
        assert_eq!(shortened("OriginGroup"), "OriginGroup");
    }
}
