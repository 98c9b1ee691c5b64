//! The snapshots that are Bicep, and what has to lie beside them for the compiler. It must not know what is in them.

use std::path::Path;

use compiler::{Extension, Findings, Gate};

/// All files of one snapshot.
pub(crate) struct Rendering {
    pub(crate) name: String,
    pub(crate) files: Vec<(String, String)>,
}

/// In these, one looks first: they are about the language, and seldom change.
const FIRST: &[&str] =
    &["statement", "expression", "types", "region", "imports", "extension", "module-calls", "found", "this"];

/// These need files that no snapshot shows, and the last is a list of nodes.
const INCOMPLETE: &[&str] =
    &["functions-files", "functions-parameters", "scenario-example-parameters", "scenario-example-graph"];

/// The words that a file of Bicep can begin with, besides comments and decorators.
const BEGINNINGS: &[&str] = &[
    "@",
    "#disable-",
    "// ",
    "targetScope ",
    "metadata ",
    "param ",
    "var ",
    "type ",
    "func ",
    "resource ",
    "module ",
    "output ",
    "import ",
    "extension ",
    "using ",
];

const CONTOSO: Extension<'_> = Extension {
    path: "extensions/contoso.tgz",
    index: include_str!("../files/contoso/index.json"),
    types: include_str!("../files/contoso/types.json"),
};

/// All snapshots that are Bicep.
pub(crate) fn all() -> Vec<Rendering> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../snapshots");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("`{}`: {error}", folder.display()));
    let mut all: Vec<_> = entries.filter_map(|entry| read(&entry.ok()?.path())).collect();
    let place = |name: &str| FIRST.iter().position(|first| name.starts_with(first)).unwrap_or(FIRST.len());
    all.sort_by_key(|rendering| (place(&rendering.name), rendering.name.clone()));
    all
}

fn read(path: &Path) -> Option<Rendering> {
    let name = path.file_stem()?.to_str()?.to_owned();
    let text = std::fs::read_to_string(path).ok()?;
    // In front of it stands what `insta` notes.
    let text = text.splitn(3, "---\n").nth(2)?;
    let named = text.strip_prefix("---- ").map(|text| text.split("\n---- "));
    let files: Vec<_> = match named {
        Some(parts) => parts.filter_map(|part| part.split_once('\n')).collect(),
        None => vec![("main.bicep", text)],
    };
    let files = files.into_iter().filter(|(path, _)| matches!(path.rsplit('.').next(), Some("bicep" | "bicepparam")));
    let files: Vec<_> = files.map(|(path, text)| (path.to_owned(), format!("{}\n", text.trim_end()))).collect();
    let is_bicep = files.iter().all(|(_, text)| BEGINNINGS.iter().any(|word| text.starts_with(word)));
    (is_bicep && !INCOMPLETE.contains(&&*name)).then_some(Rendering { name, files })
}

impl Rendering {
    /// What the compiler says of it.
    pub(crate) fn check(&self, gate: &mut Gate) -> Result<(), String> {
        let mut files = self.files.clone();
        let asks_for = |what: &str| self.files.iter().any(|(_, text)| text.contains(what));
        if asks_for("keepsake:1.0.0") {
            let template = gate.template(include_str!("../files/keepsake.bicep"), Findings::Deny)?.to_string();
            files.extend(compiler::in_registry("keepsake", &template));
            files.push(compiler::in_template_spec("keepsake:1.0.0", &template));
            files.push(("modules/keepsake.json".to_owned(), template));
        }
        if asks_for("'odd.json'") {
            files.push(("odd.json".to_owned(), include_str!("../files/odd.json").to_owned()));
        }
        if !asks_for("contoso.tgz") {
            return gate.check(&files).map(drop);
        }
        files.push(("extensions/README".to_owned(), String::new()));
        gate.check_with_extension(&files, &CONTOSO).map(drop)
    }
}
