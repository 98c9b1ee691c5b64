//! The review card: what a scenario deploys, who may call what, what is reachable from where, what is secret, what is out of
//! the ordinary. It must not know files, processes or terminals, nor judge: the checks do.
//!
//! Facts of the graph become a [`Card`], which is plain data, and [`Card::markdown`] makes a page of it.

mod card;
mod kind;
mod markdown;
mod page;
mod picture;
mod place;
mod section;

use dsl::{Bundle, Layout, Report, Scenario};

pub use self::card::Card;
pub use self::page::Lines;
pub use self::picture::{Area, Arrow, ArrowKind, Node, NodeKind, Picture};
pub use self::section::{
    Access, Allowed, Cost, Deployed, Endpoint, Existing, Exposure, Grant, Keys, ModuleCall, Network, Param, Raw, Rule,
    Secret, Subnet, VaultSecret, Version, Warning, Zone,
};

/// The file of the card, beside the template.
pub const FILE: &str = "REVIEW.md";
/// The file of the picture, beside the card.
pub const PICTURE: &str = "graph.svg";

/// All files of a scenario as [`Scenario::bundle_in`] makes them, and the card beside them.
///
/// # Errors
/// As [`Scenario::bundle_in`].
pub fn bundle(scenario: &Scenario, layout: Option<Layout>) -> Result<Bundle, Report> {
    let read = |facts: &dsl::Facts<'_>, report: &Report| Card::of(scenario, facts, report);
    let (mut bundle, card) = scenario.bundle_and(layout, read)?;
    bundle.push(FILE, card.markdown(Lines::Hidden));
    if card.has_picture() {
        bundle.push(PICTURE, card.svg());
    }
    Ok(bundle)
}

/// The card of a scenario although the checks find errors, with all that they find: see [`Scenario::examine_draft`].
///
/// # Errors
/// All findings of the checks, if there is no draft.
pub fn draft(scenario: &Scenario) -> Result<(Card, Report), Report> {
    scenario.examine_draft(|facts, report| (Card::of(scenario, facts, report), report.clone()))
}

/// The card of a scenario.
///
/// # Errors
/// All findings of the checks, if one of them is an error.
pub fn card(scenario: &Scenario) -> Result<Card, Report> {
    scenario.examine(|facts, report| Card::of(scenario, facts, report))
}
