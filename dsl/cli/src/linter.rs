//! What the official compiler finds in the files of a scenario, with every rule on, shown at the lines of Rust that made
//! them. It must not know why somebody asks.

use compiler::{Compilation, Compiler, Diagnostic, Folder, Level, locate};
use dsl::{Bundle, Severity};

use crate::draw::Problem;
use crate::session::Session;

/// A running compiler.
pub(crate) struct Linter(Compiler);

/// What was found in a scenario.
pub(crate) struct Linted {
    pub(crate) findings: Vec<LintFinding>,
    /// Bytes of the largest template, its modules included.
    pub(crate) size: usize,
}

/// A finding of the compiler, and where it comes from.
pub(crate) struct LintFinding {
    pub(crate) severity: Severity,
    pub(crate) diagnostic: Diagnostic,
    pub(crate) made_at: Option<&'static std::panic::Location<'static>>,
}

impl Linted {
    pub(crate) fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

impl Linter {
    /// Starts the compiler; none where it is not at hand, which is told.
    pub(crate) fn start(session: &mut Session) -> Result<Option<Self>, String> {
        let program = match locate() {
            Ok(program) => program,
            Err(missing) => {
                session.note(format_args!("note: the files are not linted, for {missing}"));
                return Ok(None);
            }
        };
        let compiler = Compiler::start(&program).map_err(|error| error.to_string())?;
        session.note(format_args!("linting with Bicep {}", compiler.version()));
        Ok(Some(Linter(compiler)))
    }

    /// With a compiler that runs already.
    pub(crate) fn of(compiler: Compiler) -> Self {
        Linter(compiler)
    }

    /// Compiles files of a bundle, each with what it refers to, and shows what is found, each finding once.
    pub(crate) fn lint(&mut self, session: &mut Session, bundle: &Bundle, files: &[&str]) -> Result<Linted, String> {
        // In a folder of its own, whose configuration turns every rule on. A variable that is not set is no finding.
        let texts = bundle.files().map(|(path, text)| (path, compiler::with_defaults(text)));
        let folder = Folder::write(&texts.collect::<Vec<_>>())?;
        let mut linted = Linted { findings: Vec::new(), size: 0 };
        let mut diagnostics = Vec::new();
        for file in files {
            let compilation = self.compile(&folder, file)?;
            linted.size = linted.size.max(compilation.template.as_ref().map_or(0, String::len));
            diagnostics.extend(compilation.diagnostics);
        }
        for diagnostic in &mut diagnostics {
            if let Ok(name) = diagnostic.source.strip_prefix(folder.path()) {
                diagnostic.source = name.to_path_buf();
            }
        }
        linted.findings = shown(session, bundle, diagnostics);
        Ok(linted)
    }

    fn compile(&mut self, folder: &Folder, file: &str) -> Result<Compilation, String> {
        let path = folder.file(file);
        let compiled = if path.extension().is_some_and(|it| it == "bicepparam") {
            self.0.compile_params(&path)
        } else {
            self.0.compile(&path)
        };
        compiled.map_err(|error| error.to_string())
    }
}

/// Shows what the compiler has found in files of a bundle, each finding once.
pub(crate) fn shown(session: &mut Session, bundle: &Bundle, mut diagnostics: Vec<Diagnostic>) -> Vec<LintFinding> {
    diagnostics.sort();
    diagnostics.dedup();
    let findings: Vec<_> = diagnostics.into_iter().filter_map(|it| finding(bundle, it)).collect();
    for finding in &findings {
        session.show(&problem(finding));
    }
    findings
}

/// What the compiler has found, unless it is a remark.
fn finding(bundle: &Bundle, diagnostic: Diagnostic) -> Option<LintFinding> {
    let severity = match diagnostic.level {
        Level::Off | Level::Info => return None,
        Level::Warning => Severity::Warning,
        Level::Error => Severity::Error,
    };
    let path = diagnostic.source.to_string_lossy().replace('\\', "/");
    let made_at = bundle.made_at(&path, diagnostic.line);
    Some(LintFinding { severity, diagnostic, made_at })
}

fn problem(finding: &LintFinding) -> Problem<'_> {
    let Diagnostic { source, line, column, code, message, .. } = &finding.diagnostic;
    let place = format!("{}:{line}:{column}", source.display());
    Problem {
        severity: finding.severity,
        id: code,
        message: if finding.made_at.is_some() { message.clone() } else { format!("{message} ({place})") },
        places: finding.made_at.iter().map(|location| (*location, format!("printed at {place}"))).collect(),
        help: "change what this line says; where the rule is wrong here, say so: `.suppress(code, reason)`",
    }
}
