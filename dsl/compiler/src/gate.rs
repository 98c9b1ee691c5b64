//! Test support: refuses a text about which the compiler has anything to say; it must not know where texts come from.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use serde_json::Value;

use crate::report::Report;
use crate::skip::skip;
use crate::{Compilation, Compiler, Error, Extension, Folder, Level, Missing, locate};

const MAIN: &str = "main.bicep";

/// A compiler under the strict configuration. A test that gets none has been skipped and returns.
///
/// ```
/// use compiler::Gate;
///
/// let Some(mut gate) = Gate::shared() else { return };
/// gate.assert_clean(&[("main.bicep", "@export()\n@description('The answer.')\nvar answer = 42\n")]);
/// ```
#[derive(Debug)]
pub struct Gate {
    program: PathBuf,
    compiler: Compiler,
}

/// Which findings refuse a text of which only the template is wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Findings {
    /// All of them.
    Deny,
    /// Errors only.
    AllowWarnings,
}

impl Gate {
    /// A gate of one's own. Without a compiler the test is skipped, and says so; if `CI` is `true`, it fails instead.
    #[track_caller]
    pub fn open() -> Option<Self> {
        match locate() {
            Ok(program) => Some(Self::start(program)),
            Err(missing) => skip(&missing),
        }
    }

    /// The gate that all tests of a program share, because starting a compiler takes longer than most checks. It is a
    /// lock: a test that asks for it again while holding it waits for ever.
    #[track_caller]
    pub fn shared() -> Option<MutexGuard<'static, Self>> {
        // A static is never dropped; the compiler then ends because its input does.
        static SHARED: OnceLock<Result<Mutex<Gate>, Missing>> = OnceLock::new();
        match SHARED.get_or_init(|| locate().map(Gate::start).map(Mutex::new)) {
            // A test that has failed while holding the gate says nothing about the gate.
            Ok(gate) => Some(gate.lock().unwrap_or_else(PoisonError::into_inner)),
            Err(missing) => skip(missing),
        }
    }

    /// Compiles and formats every `.bicep` and `.bicepparam` file of a set; other files only lie beside them. A finding
    /// of any level, a failure, or a single byte that the formatter would change is reported.
    pub fn check(&mut self, files: &[(impl AsRef<Path>, impl AsRef<str>)]) -> Result<Vec<Compilation>, String> {
        self.check_in(&Folder::write(files)?, files)
    }

    /// As [`Gate::check`], with an extension beside them that the texts ask for.
    pub fn check_with_extension(
        &mut self,
        files: &[(impl AsRef<Path>, impl AsRef<str>)],
        extension: &Extension<'_>,
    ) -> Result<Vec<Compilation>, String> {
        let folder = Folder::write(files)?;
        extension.publish(&self.program, &folder)?;
        self.check_in(&folder, files)
    }

    fn check_in(
        &mut self,
        folder: &Folder,
        files: &[(impl AsRef<Path>, impl AsRef<str>)],
    ) -> Result<Vec<Compilation>, String> {
        let files: Vec<_> = files.iter().map(|(name, text)| (name.as_ref(), text.as_ref())).collect();
        let mut report = Report::new(folder, &files);
        let mut compilations = Vec::new();
        for &(name, text) in files.iter().filter(|(name, _)| has_extension(name, "bicep") || is_params(name)) {
            match self.examine(folder, name, text, &mut report) {
                Ok(compilation) => compilations.push(compilation),
                Err(error) => report.add_remark(name, error),
            }
        }
        report.finish()?;
        if compilations.is_empty() { Err("none of the files is Bicep".to_owned()) } else { Ok(compilations) }
    }

    /// Fails the test with the report of [`Gate::check`].
    ///
    /// # Panics
    ///
    /// If there is a report.
    #[track_caller]
    pub fn assert_clean(&mut self, files: &[(impl AsRef<Path>, impl AsRef<str>)]) {
        if let Err(report) = self.check(files) {
            panic!("the Bicep compiler {} refuses the files:\n{report}", self.compiler.version());
        }
    }

    /// The ARM template of a single file, whose layout does not matter. A template nested more than 127 levels deep
    /// is beyond the JSON reader; [`Gate::check`] gives it as text.
    pub fn template(&mut self, text: &str, findings: Findings) -> Result<Value, String> {
        let files = [(Path::new(MAIN), text)];
        let folder = Folder::write(&files)?;
        let compiler = self.compiler().map_err(|error| error.to_string())?;
        let compilation = compiler.compile(&folder.file(MAIN)).map_err(|error| error.to_string())?;

        let mut report = Report::new(&folder, &files);
        for diagnostic in compilation.diagnostics.iter().filter(|diagnostic| findings.deny(diagnostic.level)) {
            report.add_diagnostic(diagnostic);
        }
        report.finish()?;
        let template = compilation.template.ok_or("the compiler gave neither a template nor an error")?;
        serde_json::from_str(&template).map_err(|error| format!("the template is not readable as JSON: {error}"))
    }

    /// A single `.bicep` text as the formatter lays it out; a faulty text is laid out as well, as far as it goes.
    pub fn format(&mut self, text: &str) -> Result<String, String> {
        let folder = Folder::write(&[(MAIN, text)])?;
        let formatted = self.compiler().and_then(|compiler| compiler.format(&folder.file(MAIN)));
        formatted.map_err(|error| error.to_string())
    }

    /// The compiler, for what the gate has no function for. One that a text has brought down is replaced: the next text
    /// shall be judged for itself.
    pub fn compiler(&mut self) -> Result<&mut Compiler, Error> {
        if !self.compiler.is_intact() {
            self.compiler = Compiler::start(&self.program)?;
        }
        Ok(&mut self.compiler)
    }

    #[track_caller]
    fn start(program: PathBuf) -> Self {
        match Compiler::start(&program) {
            Ok(compiler) => Self { program, compiler },
            // There is a compiler, so this is no reason to skip the test.
            Err(error) => panic!("{error}"),
        }
    }

    fn examine(
        &mut self,
        folder: &Folder,
        name: &Path,
        text: &str,
        report: &mut Report<'_>,
    ) -> Result<Compilation, Error> {
        let file = folder.file(name);
        let compiler = self.compiler()?;
        let compilation = if is_params(name) { compiler.compile_params(&file)? } else { compiler.compile(&file)? };
        for diagnostic in &compilation.diagnostics {
            report.add_diagnostic(diagnostic);
        }
        if !compilation.success && compilation.diagnostics.is_empty() {
            report.add_remark(name, "the compiler refuses it and does not say why");
        }
        report.add_layout(name, text, &compiler.format(&file)?);
        Ok(compilation)
    }
}

impl Findings {
    fn deny(self, level: Level) -> bool {
        match self {
            Self::Deny => true,
            Self::AllowWarnings => level == Level::Error,
        }
    }
}

fn is_params(name: &Path) -> bool {
    has_extension(name, "bicepparam")
}

fn has_extension(name: &Path, extension: &str) -> bool {
    name.extension().is_some_and(|found| found == extension)
}
