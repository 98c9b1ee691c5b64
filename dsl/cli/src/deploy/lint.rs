//! What the official compiler says about files before they are deployed, where it is at hand. It must not deploy them.

use compiler::{Compilation, Compiler, Diagnostic, Folder, Level, locate};
use dsl::Bundle;

use crate::session::Session;

/// Azure takes no larger template, all local modules of it included.
const LARGEST: usize = 4 * 1024 * 1024;

/// Whether nothing speaks against deploying: findings are shown, and errors do.
pub(super) fn passes(session: &mut Session, bundle: &Bundle, set: Option<&str>) -> bool {
    let program = match locate() {
        Ok(program) => program,
        Err(missing) => {
            session.note(format_args!("note: the files are not linted, for {missing}"));
            return true;
        }
    };
    let compiled = Compiler::start(&program).map_err(|error| error.to_string()).and_then(|mut compiler| {
        session.note(format_args!("linting with Bicep {}", compiler.version()));
        compile(&mut compiler, bundle, set)
    });
    match compiled {
        Ok((folder, compilation)) => judge(session, &folder, &compilation),
        Err(error) => {
            session.note(format_args!("error: {error}"));
            false
        }
    }
}

fn compile(compiler: &mut Compiler, bundle: &Bundle, set: Option<&str>) -> Result<(Folder, Compilation), String> {
    let files: Vec<_> = bundle.files().collect();
    // In a folder of its own, whose configuration turns every rule on.
    let folder = Folder::write(&files)?;
    let compilation = match set {
        Some(set) => compiler.compile_params(&folder.file(format!("{set}.bicepparam"))),
        None => compiler.compile(&folder.file("main.bicep")),
    };
    compilation.map(|compilation| (folder, compilation)).map_err(|error| error.to_string())
}

fn judge(session: &mut Session, folder: &Folder, compilation: &Compilation) -> bool {
    for diagnostic in compilation.diagnostics.iter().filter(|it| it.level >= Level::Warning) {
        session.note(shown(folder, diagnostic));
    }
    if !compilation.success {
        session.note("error: the compiler refuses the files; nothing was deployed");
        return false;
    }
    let size = compilation.template.as_ref().map_or(0, String::len);
    if size > LARGEST {
        session.note(format_args!("error: the template has {size} bytes, and Azure takes {LARGEST} in one deployment"));
        session.note("  help: generate it with --layout sharded and deploy shard by shard, as the README says (`Cut what is too large`)");
    }
    size <= LARGEST
}

fn shown(folder: &Folder, diagnostic: &Diagnostic) -> String {
    let mut diagnostic = diagnostic.clone();
    if let Ok(name) = diagnostic.source.strip_prefix(folder.path()) {
        diagnostic.source = name.to_path_buf();
    }
    diagnostic.to_string()
}
