//! How two versions of a scenario are compared: by what the compiler foretells of them, or else by the text. It must not know
//! how a version was found.

use compiler::{Compiler, Diagnostic, Unforeseen, locate};
use dsl::{Bundle, Scenario};

use super::compare::{self, Change};
use super::resource::Resource;
use super::version::Version;
use super::{bicep, foretold};
use crate::linter::{self, Linter};
use crate::session::Session;

/// What is compared with an older version.
pub(super) struct Comparison<'c, 's> {
    pub(super) session: &'c mut Session<'s>,
    pub(super) scenario: &'c Scenario,
    pub(super) bundle: &'c Bundle,
    pub(super) set: Option<&'c str>,
}

/// What has come of it.
pub(super) struct Compared {
    pub(super) changes: Vec<Change>,
    /// The compiler has foretold both versions.
    pub(super) is_foretold: bool,
    /// The compiler has found errors in the newer one.
    pub(super) is_refused: bool,
}

/// Why the compiler does not foretell both versions.
enum Obstacle {
    /// It is not at hand.
    Missing(String),
    /// The older files are not what it takes.
    Old(Unforeseen),
    /// The newer ones are not. It can be asked what it finds in them.
    New(Unforeseen, Box<Compiler>),
}

type Files = Vec<(String, String)>;

impl Comparison<'_, '_> {
    /// All changes; none where nothing can be compared, which is told.
    pub(super) fn with(mut self, old: Version) -> Option<Compared> {
        let new: Files = self.bundle.files().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        let obstacle = match self.foretold(&old, &new) {
            Ok((old, new)) => {
                return Some(Compared { changes: compare::changes(old, new), is_foretold: true, is_refused: false });
            }
            Err(obstacle) => obstacle,
        };
        let (reason, is_refused) = self.explained(obstacle);
        match old {
            Version::Snapshot(_) => {
                self.session.note(format_args!("error: there is nothing to compare a snapshot with: {reason}"));
                None
            }
            Version::Files(old) => {
                self.session.note(format_args!("note: compared by the text of the Bicep, for {reason}"));
                if differ(&old, &new) {
                    self.session.note("note: parameter files differ; what that changes, only the compiler foretells");
                }
                let changes = compare::changes(of_text(&old), of_text(&new));
                Some(Compared { changes, is_foretold: false, is_refused })
            }
        }
    }

    fn foretold(&mut self, old: &Version, new: &Files) -> Result<(Vec<Resource>, Vec<Resource>), Obstacle> {
        let program = locate().map_err(|missing| Obstacle::Missing(missing.to_string()))?;
        let mut compiler = Compiler::start(&program).map_err(|error| Obstacle::Missing(error.to_string()))?;
        let with = self.set.map(|set| format!(" with the parameter set `{set}`")).unwrap_or_default();
        self.session.note(format_args!("foretold by Bicep {}{with}", compiler.version()));
        let mut of = |files: &Files| foretold::resources(&mut compiler, files, self.set, self.scenario.scope());
        let new = match of(new) {
            Ok(new) => new,
            Err(unforeseen) => return Err(Obstacle::New(unforeseen, Box::new(compiler))),
        };
        let old = match old {
            Version::Files(files) => of(files).map_err(Obstacle::Old)?,
            Version::Snapshot(resources) => resources.iter().map(Resource::foretold).collect(),
        };
        Ok((old, new))
    }

    /// The obstacle in a clause, and whether it is an error of the scenario. Then the errors have been shown.
    fn explained(&mut self, obstacle: Obstacle) -> (String, bool) {
        match obstacle {
            Obstacle::Old(unforeseen) => (format!("of the older version {unforeseen}"), false),
            Obstacle::Missing(reason) | Obstacle::New(Unforeseen::Failed(reason), _) => (reason, false),
            Obstacle::New(Unforeseen::Refused(errors), compiler) => {
                let is_refused = self.has_errors(&errors, *compiler);
                let names = "with the names of variables of the environment in the place of their values";
                let refuses = "the compiler refuses what the scenario prints".to_owned();
                (if is_refused { refuses } else { format!("{names}, {}", Unforeseen::Refused(errors)) }, is_refused)
            }
        }
    }

    /// Shows errors that are not there only because a name stands for a value.
    fn has_errors(&mut self, errors: &[Diagnostic], compiler: Compiler) -> bool {
        // Of a template with errors, its parameter file only says that it has some.
        let linted = Linter::of(compiler).lint(self.session, self.bundle, &["main.bicep"]);
        if linted.is_ok_and(|linted| linted.has_errors()) {
            return true;
        }
        let is_own = |error: &&Diagnostic| {
            let path = error.source.to_string_lossy();
            let line = self.bundle.get(&path).and_then(|text| text.lines().nth(error.line - 1));
            path.ends_with(".bicepparam") && line.is_some_and(|line| !line.contains("readEnvironmentVariable("))
        };
        let own = errors.iter().filter(is_own).cloned().collect();
        !linter::shown(self.session, self.bundle, own).is_empty()
    }
}

/// Whether a parameter file is not what it was.
fn differ(old: &Files, new: &Files) -> bool {
    let sets =
        |files: &Files| -> Files { files.iter().filter(|(path, _)| path.ends_with(".bicepparam")).cloned().collect() };
    let (mut old, mut new) = (sets(old), sets(new));
    old.sort();
    new.sort();
    old != new
}

fn of_text(files: &Files) -> Vec<Resource> {
    // A parameter file declares no resource.
    files.iter().flat_map(|(_, text)| bicep::resources(text)).collect()
}
