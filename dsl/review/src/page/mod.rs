//! The card as a page of Markdown: which sections there are, in which order, and which columns. It must not read the graph.

use askama::Template;

use crate::card::Card;
use crate::markdown::{Table, code, codes, words};
use crate::section::{Access, Deployed, Grant, Keys, Network, Param};

mod reach;

/// Whether the page says in which line of Rust each resource is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// For somebody who reads it now.
    Shown,
    /// For a file that is kept: lines move with every edit above them, and its diff is to show nothing but what changes
    /// for the reviewer.
    Hidden,
}

/// The longest value of a parameter set that is shown as a whole, in characters.
const LONGEST: usize = 120;

/// What the lines of the picture mean.
const LEGEND: &str = "Thin arrows are grants, thick ones private links; dotted ones come from the internet, and what is \
                      dashed is there already. The same as a file: [graph.svg](graph.svg).";

#[derive(Template)]
#[template(path = "card.md", escape = "none")]
struct Page<'a> {
    card: &'a Card,
    summary: String,
    scope: String,
    sources: String,
    sections: Vec<Section>,
}

/// A part of the page under a title. What a reviewer looks for is always there: `None.` is an answer, too, and its change is
/// a line of the diff.
struct Section {
    title: &'static str,
    parts: Vec<String>,
}

impl Section {
    fn new(title: &'static str) -> Self {
        Section { title, parts: Vec::new() }
    }

    /// A table, or the sentence that there is nothing.
    fn table(self, table: &Table, nothing: &str) -> Self {
        let text = if table.is_empty() { format!("{nothing}\n") } else { table.to_string() };
        self.line(text)
    }

    /// A table, if it has rows.
    fn some(self, table: &Table) -> Self {
        if table.is_empty() { self } else { self.line(table.to_string()) }
    }

    fn line(mut self, text: String) -> Self {
        self.parts.push(text);
        self
    }
}

impl Card {
    /// The card as a page of Markdown.
    pub fn markdown(&self, lines: Lines) -> String {
        let page = Page {
            card: self,
            summary: words(&self.summary),
            scope: crate::section::scope_words(&self.scope),
            sources: codes(self.files()),
            sections: self.sections(lines),
        };
        // Nothing can fail here: no part of the template calls a fallible function.
        page.render().unwrap_or_default()
    }

    /// The files of Rust that made resources, each once, the scenario's first.
    fn files(&self) -> Vec<&str> {
        let mut files = vec![self.source.as_str()];
        for resource in &self.resources {
            if !files.contains(&resource.file.as_str()) {
                files.push(&resource.file);
            }
        }
        files
    }

    fn sections(&self, lines: Lines) -> Vec<Section> {
        vec![
            self.drawn(),
            self.deployed(lines),
            self.callers(),
            self.internet(),
            self.private(),
            self.secret(),
            self.given(),
            self.accepted(),
            self.unseen(),
            self.old(),
            self.priced(),
        ]
    }

    fn drawn(&self) -> Section {
        let section = Section::new("Picture");
        if self.picture.is_empty() {
            section.line("There is nothing to draw.\n".to_owned())
        } else if self.has_picture() {
            let text = self.picture.mermaid();
            section.line(format!("{LEGEND}\n\n```mermaid\n{text}```\n"))
        } else {
            let advice = "Too much for a picture that can be read; `graph --format dot` prints it for Graphviz.\n";
            section.line(advice.to_owned())
        }
    }

    fn deployed(&self, lines: Lines) -> Section {
        let headings = ["Symbol", "Type", "Name", "Where and when", "Made in"];
        let is_elsewhere = |it: &Deployed| it.file != self.resources[0].file;
        let has_files = lines == Lines::Shown || self.resources.iter().any(is_elsewhere);
        let table = Table::new(headings, &self.resources, |it| {
            [code(&it.symbol), code(&it.ty), named(it), placed(it), made_in(it, lines)]
        });
        let table = if has_files { table } else { table.without("Made in") };
        let existing = Table::new(["There already", "Type", "Name"], &self.existing, |it| {
            [code(&it.symbol), code(&it.ty), code(&it.resource_name)]
        });
        let modules = Table::new(["File of others", "Path", "Is given", "When"], &self.modules, |it| {
            let params = it.params.iter().map(|(name, value)| format!("{name}: {value}"));
            [code(&it.symbol), code(&it.path), codes(params), codes(&it.when)]
        });
        Section::new("What is deployed").table(&table, "Nothing.").some(&existing).some(&modules)
    }

    fn callers(&self) -> Section {
        let headings = ["Who", "May do what", "On", "Why", "When"];
        let grants = Table::new(headings, &self.grants, |it| {
            [
                who(it),
                words(&it.role),
                code_unless_words(&it.on),
                words(it.why.as_deref().unwrap_or("")),
                codes(&it.when),
            ]
        });
        let of = |taken: Option<bool>| self.keys.iter().filter(move |it| it.taken == taken).collect::<Vec<_>>();
        let mut section = Section::new("Who may call what").table(&grants, "Nobody is granted anything.");
        for (keys, what) in [
            (of(Some(true)), "Keys open, whatever is granted"),
            (of(None), "Keys open if a value says so that is not known now"),
            (of(Some(false)), "No key opens"),
        ] {
            section = section.listed(what, &keys);
        }
        section
    }

    fn secret(&self) -> Section {
        let table = Table::new(["Secret", "Goes to", "There"], &self.secrets, |it| {
            [code(&it.source), code(&it.target), code(&it.path)]
        });
        let read = Table::new(["Read from a vault", "Of", "By", "There"], &self.vault_secrets, |it| {
            [code(&it.secret), code(&it.vault), code(&it.reader), code(&it.path)]
        });
        let nothing = if read.is_empty() { "There is no secret." } else { "No secret goes through the template." };
        Section::new("What is secret, and where it goes").table(&table, nothing).some(&read)
    }

    fn given(&self) -> Section {
        let table = Table::new(["Param", "Type", "Default", "Bounds", "Sets", "What for"], &self.params, |it| {
            let description = words(it.description.as_deref().unwrap_or(""));
            [code(&it.symbol), ty(it), default(it), codes(&it.bounds), settings(it), description]
        });
        Section::new("Params and their bounds").table(&table, "None.")
    }

    fn accepted(&self) -> Section {
        let table = Table::new(["At", "Is not reported", "Why"], &self.allowed, |it| {
            [code(&it.symbol), code(&it.code), words(&it.reason)]
        });
        let warnings = Table::new(["Is reported", "What"], &self.warnings, |it| [code(&it.id), words(&it.message)]);
        Section::new("Findings that are allowed").table(&table, "None.").some(&warnings)
    }

    fn unseen(&self) -> Section {
        let table =
            Table::new(["At", "What no type of Rust has seen"], &self.raw, |it| [code(&it.symbol), code(&it.what)]);
        Section::new("Raw parts").table(&table, "None.")
    }

    fn old(&self) -> Section {
        let table = Table::new(["Used", "Newest", "By"], &self.versions, |it| {
            [code(&it.used), code(&it.newest), codes(&it.symbols)]
        });
        Section::new("API versions that are not the newest").table(&table, "None.")
    }

    fn priced(&self) -> Section {
        let table = Table::new(["Resource", "Choices", "When"], &self.costs, |it| {
            [
                code(&it.symbol),
                codes(it.choices.iter().map(|(path, value)| format!("{path}: {value}"))),
                codes(&it.when),
            ]
        });
        Section::new("What the price depends on").table(&table, "Nothing that is chosen here.")
    }
}

impl Section {
    /// A line with the services of a kind, if there are any.
    fn listed(self, what: &str, keys: &[&Keys]) -> Self {
        if keys.is_empty() {
            return self;
        }
        let services = codes(keys.iter().map(|it| &it.symbol));
        self.line(format!("{what}: {services}.\n"))
    }
}

/// The name; in front of it what the resource is a part of.
fn named(resource: &Deployed) -> String {
    match &resource.of {
        Some(of) => format!("{} of {}", code(&resource.resource_name), code(of)),
        None => code(&resource.resource_name),
    }
}

fn placed(resource: &Deployed) -> String {
    let modules = resource.modules.iter().map(|module| format!("in {}", code(module)));
    let elsewhere = resource.deployed_to.iter().map(|scope| format!("to {}", code(scope)));
    let when = resource.when.iter().map(|when| code(when));
    modules.chain(elsewhere).chain(when).collect::<Vec<_>>().join(", ")
}

fn made_in(resource: &Deployed, lines: Lines) -> String {
    match lines {
        Lines::Shown => code(&format!("{}:{}", resource.file, resource.line)),
        Lines::Hidden => code(&resource.file),
    }
}

fn who(grant: &Grant) -> String {
    let kind = match grant.principal_type.as_deref() {
        // It is what identities of resources are.
        None | Some("ServicePrincipal") => String::new(),
        Some(kind) => format!(" ({})", words(&kind.to_lowercase())),
    };
    let used_by =
        if grant.used_by.is_empty() { String::new() } else { format!(", as {} has it", codes(&grant.used_by)) };
    format!("{}{kind}{used_by}", code(&grant.principal))
}

/// A symbol as code, and `the whole resource group` as it is.
fn code_unless_words(text: &str) -> String {
    if text.contains(' ') { words(text) } else { code(text) }
}

fn ty(param: &Param) -> String {
    let secure = if param.secure { "secure " } else { "" };
    format!("{secure}{}", code(&param.ty))
}

fn default(param: &Param) -> String {
    param.default.as_deref().map_or_else(|| "none".to_owned(), code)
}

fn settings(param: &Param) -> String {
    codes(param.settings.iter().map(|(set, value)| format!("{set}: {}", begin(value))))
}

/// What can be read of a long value in a table; all of it stands in the file of parameters, whose diff lies beside this one.
fn begin(value: &str) -> String {
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// To whom something answers, in words.
fn answers(access: Access) -> &'static str {
    match access {
        Access::Closed => "nobody",
        Access::Limited => "whom it lists",
        Access::Open => "**everybody**",
        Access::Computed => "**as a value says**",
    }
}

/// The ranges and neighbours of a network.
fn network(network: &Network) -> String {
    let peers =
        if network.peers.is_empty() { String::new() } else { format!(", peered with {}", codes(&network.peers)) };
    let others = if network.has_others { "; its subnets are not all known now" } else { "" };
    format!("{}: {}{peers}{others}.\n", code(&network.symbol), code(&network.ranges))
}
