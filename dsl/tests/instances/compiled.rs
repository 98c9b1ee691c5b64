//! What the official compiler and its formatter say about instances. It must not know what instances consist of.

use std::collections::BTreeMap;
use std::fmt;

use compiler::{Folder, Gate};
use dsl::Expr;

use super::{Fill, Instance, bicep};

/// Resources in a file. The linter takes 800, existing ones included.
const BATCH: usize = 250;

/// What no instance of a type can avoid: the type, the rule, and why.
pub(crate) const INEVITABLE: [(&str, &str, &str); 2] = [
    (
        "Microsoft.Insights/diagnosticSettings@2021-05-01-preview",
        "use-recent-api-versions",
        "the version is an exception to the rule that chooses versions",
    ),
    ("Microsoft.Resources/deployments@2026-06-01", "no-deployments-resources", "the rule is against the type itself"),
];

/// Something that speaks against an instance.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    /// The position of the instance, if it stands in one.
    pub(crate) instance: Option<usize>,
    pub(crate) ty: String,
    pub(crate) code: String,
    message: String,
    line: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}\n    {}", self.ty, self.code, self.message, self.line)
    }
}

/// Compiles instances, many in a file, each with its own properties or others.
#[track_caller]
pub(crate) fn problems(gate: &mut Gate, instances: &[(&Instance<'_>, &Expr)], fill: Fill<'_>) -> Vec<Problem> {
    let (mut groups, mut met) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, usize>::new());
    for (index, (instance, _)) in instances.iter().enumerate() {
        // Instances of one type may have the same name, so no file has two of them.
        let round = met.entry(&instance.resource.name).or_default();
        *round += 1;
        // Types of one depth do not have each other as parents, so no file declares what it also refers to.
        let depth = instance.resource.name.matches('/').count();
        groups.entry((instance.place.level, depth, *round)).or_default().push(index);
    }
    let mut problems = Vec::new();
    for ((level, ..), indexes) in groups {
        for batch in indexes.chunks(BATCH) {
            let members: Vec<_> = batch.iter().map(|index| instances[*index]).collect();
            let text = bicep(level, &members, fill).unwrap_or_else(|report| panic!("{report}"));
            let found = problems_of(gate, &text).into_iter();
            problems.extend(found.map(|it| Problem { instance: it.instance.map(|index| batch[index]), ..it }));
        }
    }
    problems
}

/// The position of the instance is its position in the file.
fn problems_of(gate: &mut Gate, text: &str) -> Vec<Problem> {
    let folder = Folder::write(&[("main.bicep", text)]).unwrap_or_else(|error| panic!("{error}"));
    let file = folder.file("main.bicep");
    let compiler = gate.compiler().unwrap_or_else(|error| panic!("{error}"));
    let compilation = match compiler.compile(&file) {
        Ok(compilation) => compilation,
        Err(error) => return vec![Problem::at(&[], 0, "failure".to_owned(), error.to_string())],
    };
    let formatted = compiler.format(&file).unwrap_or_else(|error| panic!("{error}"));
    let lines: Vec<_> = text.lines().collect();
    let findings = compilation.diagnostics.into_iter();
    let findings = findings.map(|it| Problem::at(&lines, it.line, it.code, it.message));
    let changed = text.lines().zip(formatted.lines()).take_while(|(before, after)| before == after).count();
    let layout = || Problem::at(&lines, changed + 1, "format".to_owned(), "the formatter changes it".to_owned());
    findings.chain((text != formatted).then(layout)).collect()
}

impl Problem {
    /// Whether no instance of the type can avoid it.
    pub(crate) fn is_inevitable(&self) -> bool {
        INEVITABLE.iter().any(|(ty, rule, _)| self.ty == *ty && self.code == *rule)
    }

    /// The line is counted from 1.
    fn at(lines: &[&str], line: usize, code: String, message: String) -> Self {
        let above = &lines[..line.min(lines.len())];
        // The head of a statement is the last line above that begins with its keyword: `resource symbol 'type' = {`.
        let head = above.iter().rev().find(|line| line.starts_with("resource ") || line.starts_with("param "));
        let mut words = head.copied().unwrap_or_default().split(' ').skip(1);
        let instance = words.next().and_then(|symbol| symbol.strip_prefix("instance")).and_then(|it| it.parse().ok());
        let ty = words.next().unwrap_or_default().trim_matches('\'').to_owned();
        let line = above.last().copied().unwrap_or_default().trim().to_owned();
        Problem { instance, ty, code, message, line }
    }
}
