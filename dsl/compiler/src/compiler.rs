//! The requests that the compiler understands, as functions; it must not know what is done with their results.

use std::path::{self, Path};
use std::time::Duration;

use serde_json::{Value, json};

use crate::environment::with_names;
use crate::rpc::Rpc;
use crate::see_through::see_through;
use crate::{Diagnostic, Error, Folder, Level, Place, Snapshot, Unforeseen, answer};

/// Far above the few seconds that thousands of resources take on a busy machine, far below the end of a CI job.
const PATIENCE: Duration = Duration::from_secs(120);

/// A running compiler. Starting one costs about a second, a request a few milliseconds: keep it.
#[derive(Debug)]
pub struct Compiler {
    rpc: Rpc,
    version: String,
}

/// What the compiler made of a file and of everything that the file refers to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Compilation {
    /// Whether there is no diagnostic of level error.
    pub success: bool,
    /// The ARM template as JSON text, on success; for a parameters file, that of the file it names in `using`.
    pub template: Option<String>,
    /// The ARM parameters as JSON text, on success of a parameters file.
    pub parameters: Option<String>,
    /// The findings, those about modules included.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiler {
    /// Starts the program and asks for its version, so that another program than the compiler is noticed at once.
    pub fn start(program: &Path) -> Result<Self, Error> {
        let mut rpc = Rpc::start(program, PATIENCE)?;
        let version =
            ask(&mut rpc, "bicep/version", &json!({}), |answer| answer::text(answer, "/version").map(str::to_owned))?;
        Ok(Self { rpc, version })
    }

    /// The version that the compiler gives itself.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Whether the conversation is intact. After [`Error::Broken`] it is not, and only a new compiler helps.
    pub fn is_intact(&self) -> bool {
        self.rpc.is_intact()
    }

    /// Compiles a `.bicep` file.
    pub fn compile(&mut self, file: &Path) -> Result<Compilation, Error> {
        let params = json!({"path": absolute(file)?});
        ask(&mut self.rpc, "bicep/compile", &params, |answer| Compilation::read(answer, "/contents"))
    }

    /// Compiles a `.bicepparam` file together with the `.bicep` file that it names.
    pub fn compile_params(&mut self, file: &Path) -> Result<Compilation, Error> {
        // The overrides may be empty but not absent: without them, the compiler fails on a null reference.
        let params = json!({"path": absolute(file)?, "parameterOverrides": {}});
        ask(&mut self.rpc, "bicep/compileParams", &params, |answer| Compilation::read(answer, "/template"))
    }

    /// What a deployment of a `.bicepparam` file to a place would make, as far as it is known without Azure.
    pub fn snapshot(&mut self, file: &Path, place: &Place) -> Result<Snapshot, Error> {
        let params = json!({"path": absolute(file)?, "metadata": place.metadata()});
        ask(&mut self.rpc, "bicep/getSnapshot", &params, Snapshot::read)
    }

    /// What a deployment of a set of files would make by one of them, a `.bicepparam` file. How the set is cut into modules
    /// makes no difference: the compiler is made to see through them. What a parameter file reads from the environment has
    /// its name as value.
    pub fn foretell(
        &mut self,
        files: &[(impl AsRef<str>, impl AsRef<str>)],
        parameters: &str,
        place: &Place,
    ) -> Result<Snapshot, Unforeseen> {
        let texts: Vec<_> = files.iter().map(|(path, text)| (path.as_ref(), with_names(text.as_ref()))).collect();
        let folder = Folder::write(&see_through(texts.iter().map(|(path, text)| (*path, text.as_str()))))?;
        let file = folder.file(parameters);
        self.snapshot(&file, place).map_err(|error| match self.compile_params(&file) {
            // It does not say why it has no foresight of files with errors.
            Ok(compilation) if !compilation.success => Unforeseen::refused(compilation.errors(), folder.path()),
            _ => Unforeseen::Failed(error.to_string()),
        })
    }

    /// The text of a `.bicep` or `.bicepparam` file as the formatter lays it out; a faulty text is no error here.
    pub fn format(&mut self, file: &Path) -> Result<String, Error> {
        let params = json!({"path": absolute(file)?});
        ask(&mut self.rpc, "bicep/format", &params, |answer| answer::text(answer, "/contents").map(str::to_owned))
    }
}

impl Compilation {
    /// The findings because of which there is no template.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error)
    }

    fn read(answer: &Value, template: &str) -> Result<Self, String> {
        Ok(Self {
            success: answer::boolean(answer, "/success")?,
            template: answer::optional_text(answer, template)?,
            parameters: answer::optional_text(answer, "/parameters")?,
            diagnostics: answer::list(answer, "/diagnostics")?
                .iter()
                .map(Diagnostic::read)
                .collect::<Result<_, _>>()?,
        })
    }
}

fn ask<T>(
    rpc: &mut Rpc,
    method: &str,
    params: &Value,
    read: impl FnOnce(&Value) -> Result<T, String>,
) -> Result<T, Error> {
    let answer = rpc.request(method, params)?;
    read(&answer).map_err(|reason| Error::Unexpected { method: method.to_owned(), reason })
}

/// The compiler resolves paths against a current folder of its own, so it is sent absolute ones.
fn absolute(file: &Path) -> Result<String, Error> {
    let absolute = path::absolute(file).ok().and_then(|path| path.into_os_string().into_string().ok());
    absolute.ok_or_else(|| Error::Path(file.to_owned()))
}
