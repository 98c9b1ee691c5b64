//! Finds the resources of a graph that an id of Azure can mean, and the lines of Rust that made them. It must not know why
//! somebody asks.

use std::panic::Location;

use dsl::{Facts, ResourceFacts, Scenario};

use super::pattern::Pattern;

/// A resource that the graph deploys.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) symbol: String,
    pub(crate) ty: String,
    pub(crate) location: &'static Location<'static>,
    /// The names of those that it is declared under, and its own, as far as they are known.
    names: Vec<Pattern>,
}

/// A resource as Azure names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Named {
    /// `Microsoft.Network/virtualNetworks/subnets`.
    pub(crate) ty: String,
    /// `hub/default`.
    pub(crate) name: String,
}

impl Named {
    /// The resource that the end of an id is about.
    pub(crate) fn of_id(id: &str) -> Option<Self> {
        let at = id.rfind("/providers/")? + "/providers/".len();
        let mut words = id[at..].split('/').map(str::trim).filter(|word| !word.is_empty());
        let provider = words.next().filter(|word| word.contains('.'))?;
        let (mut ty, mut names) = (provider.to_owned(), Vec::new());
        while let (Some(kind), Some(name)) = (words.next(), words.next()) {
            ty = format!("{ty}/{kind}");
            names.push(name);
        }
        (!names.is_empty()).then(|| Named { ty, name: names.join("/") })
    }
}

/// All resources that a scenario deploys; none while it has problems.
pub(crate) fn made(scenario: &Scenario) -> Vec<Made> {
    let read = |facts: &Facts<'_>| facts.all().filter(ResourceFacts::is_deployed).map(|it| Made::of(&it)).collect();
    scenario.examine(|facts, _| read(facts)).unwrap_or_default()
}

/// Those that a name can mean, the most alike only: of several, the graph does not tell which one it is.
pub(crate) fn find<'m>(made: &'m [Made], named: &Named) -> Vec<&'m Made> {
    let candidates = made.iter().filter(|made| made.ty.eq_ignore_ascii_case(&named.ty));
    let alike: Vec<_> = candidates.filter_map(|made| Some((made.likeness(&named.name)?, made))).collect();
    let best = alike.iter().map(|(likeness, _)| *likeness).max();
    alike.into_iter().filter(|(likeness, _)| Some(*likeness) == best).map(|(_, made)| made).collect()
}

impl Made {
    pub(crate) fn of(resource: &ResourceFacts<'_>) -> Self {
        let name = |it: ResourceFacts<'_>| it.at_path("name").map_or(Pattern::any(), |it| Pattern::of(&it.bicep()));
        let mut names: Vec<_> = resource.lineage().map(name).collect();
        names.reverse();
        Self {
            symbol: resource.symbol().to_owned(),
            ty: resource.ty().to_owned(),
            location: resource.statement().location(),
            names,
        }
    }

    /// How many characters of a name are as the graph says; nothing where the name cannot be this one's.
    fn likeness(&self, name: &str) -> Option<usize> {
        let parts: Vec<_> = name.split('/').collect();
        // Where a parent is not declared, the name holds those of several.
        let parts = if parts.len() == self.names.len() { parts } else { vec![name] };
        let patterns = &self.names[self.names.len().checked_sub(parts.len())?..];
        patterns.iter().zip(parts).map(|(pattern, part)| pattern.likeness(part)).sum()
    }
}

#[cfg(test)]
mod tests {
    use dsl::{Graph, ResourceBody, ResourceGroup, raw};

    use super::*;

    #[test]
    fn ids_are_taken_apart() {
        let named = |id: &str| Named::of_id(id).map(|it| format!("{} {}", it.ty, it.name)).unwrap_or_default();
        let group = "/subscriptions/0/resourceGroups/rg";
        assert_eq!(named(&format!("{group}/providers/A.B/c/d/e/f")), "A.B/c/e d/f");
        assert_eq!(named(&format!("{group}/providers/A.B/c/d/providers/X.Y/z/1")), "X.Y/z 1");
        assert_eq!([named(group), named("/providers/A.B"), named("no id")], ["", "", ""]);
    }

    fn build(g: &mut Graph<ResourceGroup>) {
        let prefix = g.param("prefix").describe("Prefix of names.");
        for (symbol, end) in [("hub", "-hub"), ("spoke", "-spoke")] {
            let name = &prefix + end;
            raw("Microsoft.Network/privateDnsZones@2024-06-01", name).property("location", "global").add(g, symbol);
        }
    }

    #[test]
    fn the_most_alike_is_found() {
        let made = made(&Scenario::new("two", build).describe("Two zones."));
        let find = |ty: &str, name: &str| {
            let named = Named { ty: ty.to_owned(), name: name.to_owned() };
            find(&made, &named).iter().map(|it| it.symbol.clone()).collect::<Vec<_>>()
        };
        assert_eq!(find("microsoft.network/PRIVATEDNSZONES", "contoso-SPOKE"), ["spoke"]);
        assert_eq!(find("Microsoft.Network/privateDnsZones", "contoso-hub"), ["hub"]);
        assert!(find("Microsoft.Network/privateDnsZones", "other").is_empty());
        assert!(find("Microsoft.Network/dnsZones", "contoso-hub").is_empty());
    }
}
