//! What a command works with: the scenarios, the two streams, and somebody to ask. It must not know any command.

use std::fmt::Display;
use std::io::Write;

use anyhow::Context;
use clap::ArgMatches;
use dsl::{Bundle, Check, Layout, Report, Scenario};
use terminal::Streams;

use crate::draw::Problem;
use crate::secrets::Secrets;
use crate::{draw, question, root};

/// One run of the program.
pub(crate) struct Session<'a> {
    pub(crate) scenarios: &'a [Scenario],
    /// The checks that can be explained.
    pub(crate) checks: Vec<Check>,
    is_colored: bool,
    is_interactive: bool,
    streams: Streams<'a>,
    secrets: Secrets,
}

impl<'a> Session<'a> {
    pub(crate) fn new(
        scenarios: &'a [Scenario],
        checks: Vec<Check>,
        (is_colored, is_interactive): (bool, bool),
        stdout: &'a mut dyn Write,
        stderr: &'a mut dyn Write,
    ) -> Self {
        Self {
            scenarios,
            checks,
            is_colored,
            is_interactive,
            streams: Streams::new(stdout, stderr),
            secrets: Secrets::default(),
        }
    }

    /// Prints a result.
    pub(crate) fn print(&mut self, text: &str) -> anyhow::Result<()> {
        self.streams.print(&self.secrets.hidden_in(text))
    }

    /// Tells the user something that is not the result.
    pub(crate) fn note(&mut self, message: impl Display) {
        self.streams.note(self.secrets.hidden_in(&message.to_string()));
    }

    /// From now on, these texts are not shown, wherever they come from.
    pub(crate) fn hide(&mut self, secrets: Vec<String>) {
        self.secrets.add(secrets);
    }

    /// Whether standard error is a terminal that shows colours.
    pub(crate) fn is_colored(&self) -> bool {
        self.is_colored
    }

    /// Whether somebody can be asked.
    pub(crate) fn is_interactive(&self) -> bool {
        self.is_interactive
    }

    /// Whether the user says yes; nobody, or nothing, is no.
    pub(crate) fn ask(&mut self, question: &str) -> anyhow::Result<bool> {
        self.note(format_args!("{question} [y/N]"));
        question::is_yes()
    }

    /// Shows a problem beside the lines of Rust that it is about.
    pub(crate) fn show(&mut self, problem: &Problem<'_>) {
        self.note(draw::problem(problem, &root::folder(), self.is_colored));
    }

    /// The scenario that the argument `name` names.
    pub(crate) fn scenario(&self, matches: &ArgMatches) -> anyhow::Result<&'a Scenario> {
        self.named(matches.get_one::<String>("name").context("clap requires a name")?)
    }

    /// The scenario of a name that clap has let pass.
    pub(crate) fn named(&self, name: &str) -> anyhow::Result<&'a Scenario> {
        let named = |scenario: &&Scenario| scenario.name() == name;
        self.scenarios.iter().find(named).context("clap let an unknown scenario pass")
    }

    /// The card of the scenario that the argument `name` names, a draft where the checks find errors, and what they find; these
    /// errors are told. None where there is not even a draft.
    pub(crate) fn card(&mut self, matches: &ArgMatches) -> anyhow::Result<Option<(review::Card, Report)>> {
        let draft = review::draft(self.scenario(matches)?);
        Ok(self.drafted(draft))
    }

    /// The files of a scenario for Azure in its own layout, as [`card`](Self::card), but warnings are told, too.
    pub(crate) fn draft(&mut self, scenario: &Scenario) -> Option<(Bundle, Report)> {
        let draft = scenario.draft(|_, report| report.clone());
        let draft = self.drafted(draft)?;
        if !draft.1.has_errors() {
            self.tell(&draft.1);
        }
        Some(draft)
    }

    fn drafted<T>(&mut self, draft: Result<(T, Report), Report>) -> Option<(T, Report)> {
        match &draft {
            Ok((_, report)) if report.has_errors() => {
                self.note(draw::report(report, report.conclusion_of_draft(), &root::folder(), self.is_colored));
            }
            Ok(_) => {}
            Err(report) => self.tell(report),
        }
        draft.ok()
    }

    /// Builds the files of a scenario for Azure, in a layout or else in its own, and tells what the checks find; where one of
    /// that is an error, there is no bundle.
    pub(crate) fn bundle(&mut self, scenario: &Scenario, layout: Option<Layout>) -> Option<Bundle> {
        self.told(layout.map_or_else(|| scenario.bundle(), |layout| scenario.bundle_in(layout)))
    }

    /// As [`bundle`](Self::bundle), with the files for the reviewer beside them. Drawing takes longer than all the rest.
    pub(crate) fn reviewed_bundle(&mut self, scenario: &Scenario, layout: Option<Layout>) -> Option<Bundle> {
        self.told(review::bundle(scenario, layout))
    }

    fn told(&mut self, bundle: Result<Bundle, Report>) -> Option<Bundle> {
        let report = bundle.as_ref().map_or_else(|report| report, Bundle::warnings);
        self.tell(report);
        bundle.ok()
    }

    /// Shows findings beside the lines of Rust that made them; nothing where there are none.
    pub(crate) fn tell(&mut self, report: &Report) {
        if !report.is_empty() {
            self.note(draw::report(report, report.conclusion(), &root::folder(), self.is_colored));
        }
    }
}
