//! The card as data: one list for each section. It must not know how a section is read or shown.

use dsl::{Facts, Report, Scenario};
use serde::Serialize;

use crate::picture::Picture;
use crate::section::{
    self, Allowed, Cost, Deployed, Endpoint, Existing, Exposure, Grant, Keys, ModuleCall, Network, Param, Raw, Rule,
    Secret, VaultSecret, Version, Warning,
};

/// A scenario as a reviewer wants to see it. Everything is in the order of the graph, so that equal graphs have equal cards.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// The name of the scenario.
    pub name: String,
    /// What it deploys, in one sentence.
    pub summary: String,
    /// Where it is deployed to: `resourceGroup`.
    pub scope: String,
    /// The file of Rust that it is made in.
    pub source: String,
    /// What is deployed.
    pub resources: Vec<Deployed>,
    /// What is there already, and is used.
    pub existing: Vec<Existing>,
    /// The files of others that are deployed with it.
    pub modules: Vec<ModuleCall>,
    /// Who may call what.
    pub grants: Vec<Grant>,
    /// Which services let in whoever has a key.
    pub keys: Vec<Keys>,
    /// What answers over the public network, and what does not.
    pub exposures: Vec<Exposure>,
    /// The rules of networks that let in the internet.
    pub rules: Vec<Rule>,
    /// The private endpoints.
    pub endpoints: Vec<Endpoint>,
    /// The networks.
    pub networks: Vec<Network>,
    /// Where each secret goes.
    pub secrets: Vec<Secret>,
    /// Which secrets are read from key vaults, by whom.
    pub vault_secrets: Vec<VaultSecret>,
    /// What a deployment is given.
    pub params: Vec<Param>,
    /// What checks and linter would find, and are told to accept.
    pub allowed: Vec<Allowed>,
    /// What the checks find and nobody has given a reason for.
    pub warnings: Vec<Warning>,
    /// What no type of Rust has seen.
    pub raw: Vec<Raw>,
    /// API versions that are not the newest.
    pub versions: Vec<Version>,
    /// What the price depends on.
    pub costs: Vec<Cost>,
    /// The picture.
    pub picture: Picture,
}

impl Card {
    /// Of a graph and what the checks find about it.
    pub(crate) fn of(scenario: &Scenario, facts: &Facts<'_>, report: &Report) -> Card {
        Card {
            name: scenario.name().to_owned(),
            summary: scenario.summary().to_owned(),
            scope: scenario.scope().to_owned(),
            source: scenario.source(),
            resources: section::deployed(facts),
            existing: section::existing(facts),
            modules: section::modules(facts),
            grants: section::grants(facts),
            keys: section::keys(facts),
            exposures: section::exposures(facts),
            rules: section::rules(facts),
            endpoints: section::endpoints(facts),
            networks: section::networks(facts),
            secrets: section::secrets(facts),
            vault_secrets: section::vault_secrets(facts),
            params: section::params(facts),
            allowed: section::allowed(facts),
            warnings: section::warnings(report),
            raw: section::raw(facts),
            versions: section::versions(facts),
            costs: section::costs(facts),
            picture: Picture::of(facts),
        }
    }

    /// Whether there is a picture that a person can read.
    pub fn has_picture(&self) -> bool {
        !self.picture.is_empty() && self.picture.is_legible()
    }

    /// The picture as SVG.
    pub fn svg(&self) -> String {
        self.picture.svg(&self.name, &self.source)
    }
}
