//! What answers over the public network, and what does not.

use azure::check::bypass;
use azure::check::exposure::{self, LISTS, PublicAccess};
use azure::check::reach::Reach;
use dsl::{Facts, ResourceFacts};
use serde::Serialize;

use crate::kind::{ADDRESSES, NAT_GATEWAY};

/// How a resource answers over the public network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exposure {
    /// The resource.
    pub symbol: String,
    /// To whom it answers.
    pub access: Access,
    /// Why it is so, or whom it lists, as Bicep writes it.
    pub details: Vec<String>,
    /// The private endpoints that lead to it.
    pub endpoints: Vec<String>,
}

/// To whom something answers over the public network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Access {
    /// To nobody.
    Closed,
    /// To the addresses and networks that it lists.
    Limited,
    /// To everybody.
    Open,
    /// As a value says that is not known now.
    Computed,
}

/// A rule of a network security group that lets in the internet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// The resource that declares it.
    pub symbol: String,
    /// Its name.
    pub name: String,
    /// The ports that it opens.
    pub ports: Vec<String>,
}

/// All that says something of it. What has no switch, such as a key of a vault, is not named.
pub(crate) fn exposures(facts: &Facts<'_>) -> Vec<Exposure> {
    exposed(facts).map(|(_, exposure)| exposure).collect()
}

/// The same, with the resources.
pub(crate) fn exposed<'g>(facts: &Facts<'g>) -> impl Iterator<Item = (ResourceFacts<'g>, Exposure)> {
    let reach = Reach::new(facts);
    facts.all().filter(ResourceFacts::is_deployed).filter_map(move |resource| {
        let (access, details) = access(&resource)?;
        let endpoints = reach.endpoints(&resource).iter().map(|it| it.symbol().to_owned()).collect();
        Some((resource, Exposure { symbol: resource.symbol().to_owned(), access, details, endpoints }))
    })
}

fn access(resource: &ResourceFacts<'_>) -> Option<(Access, Vec<String>)> {
    let switch = || resource.at_path(exposure::switch(resource)).map(|it| format!("`{}`", it.bicep()));
    let known = match exposure::of_service(resource) {
        PublicAccess::Closed => (Access::Closed, bypass(resource).into_iter().collect()),
        // Whoever is not on the list is let in all the same.
        PublicAccess::Open if exposure::allows_others(resource) && !lists(resource).is_empty() => {
            (Access::Open, vec!["its rules let in whom they do not name: `defaultAction` is `Allow`".to_owned()])
        }
        PublicAccess::Limited => (Access::Limited, lists(resource)),
        PublicAccess::Open => (Access::Open, Vec::new()),
        PublicAccess::OpenByDefault if is_in_its_own_subnet(resource) => {
            (Access::Closed, vec!["it is in a subnet of its own".to_owned()])
        }
        PublicAccess::OpenByDefault => {
            (Access::Open, vec!["it does not say so, and Azure's default is open".to_owned()])
        }
        PublicAccess::Computed => (Access::Computed, switch().into_iter().collect()),
        PublicAccess::Unknown => by_nature(resource).or_else(|| by_default(resource))?,
    };
    Some(known)
}

/// Servers that are deployed into a subnet have no public address, whatever their switch says.
fn is_in_its_own_subnet(resource: &ResourceFacts<'_>) -> bool {
    resource.value("properties.network.delegatedSubnetResourceId").is_some()
}

/// Nearly every type that has the switch is open where nothing is said: that is for the reviewer to know.
fn by_default(resource: &ResourceFacts<'_>) -> Option<(Access, Vec<String>)> {
    let is_silent = resource.body().lacks(exposure::SWITCH) && resource.takes(exposure::SWITCH);
    is_silent.then(|| (Access::Open, vec!["it does not say so, and Azure's default is open as a rule".to_owned()]))
}

/// A public address counts for whoever has it; behind that of a NAT gateway, nothing is reached.
fn by_nature(resource: &ResourceFacts<'_>) -> Option<(Access, Vec<String>)> {
    let Some(why) = exposure::by_nature(resource) else {
        return exposure::may_be_public(resource).then_some((Access::Closed, Vec::new()));
    };
    let users = resource.users();
    let names: Vec<_> = users.iter().map(|user| format!("`{}`", user.symbol())).collect();
    if !resource.is_any(&ADDRESSES) || users.is_empty() {
        return Some((Access::Open, vec![why.to_owned()]));
    }
    let is_way_out = users.iter().all(|user| user.is(NAT_GATEWAY));
    let access = if is_way_out { Access::Closed } else { Access::Open };
    let what = if is_way_out { "only the way out of" } else { "the address of" };
    Some((access, vec![format!("{what} {}", names.join(", "))]))
}

/// Whom a limited service lets in.
fn lists(resource: &ResourceFacts<'_>) -> Vec<String> {
    let own = LISTS.iter().filter_map(|path| written(resource, path));
    let children = resource.children().flat_map(|it| LISTS.iter().filter_map(move |path| written(&it, path)));
    own.chain(children).chain(bypass(resource)).collect()
}

fn written(resource: &ResourceFacts<'_>, path: &str) -> Option<String> {
    let list = resource.at_path(path).map(|list| list.bicep()).filter(|list| list != "[]")?;
    Some(format!("`{}`: `{list}`", path.trim_start_matches("properties.")))
}

/// The services of Azure that are let in past the rules, where that is said.
fn bypass(resource: &ResourceFacts<'_>) -> Option<String> {
    let said = bypass::said(resource).filter(|it| !it.eq_ignore_ascii_case("None"))?;
    Some(format!("services of Azure by `bypass`: `{said}`"))
}

/// The rules that let in the internet.
pub(crate) fn rules(facts: &Facts<'_>) -> Vec<Rule> {
    let rule = |it: exposure::OpenRule<'_>| Rule {
        symbol: it.declared_by.symbol().to_owned(),
        name: it.name.to_owned(),
        ports: it.ports.iter().map(|&port| port.to_owned()).collect(),
    };
    exposure::open_rules(facts).into_iter().map(rule).collect()
}
