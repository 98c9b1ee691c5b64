//! Template specs: where all files together are more than Azure takes in one template, each module is published for itself,
//! and the template that is deployed refers to them. It must not run `az`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use dsl::Bundle;

use super::Refused;
use crate::az::Line;

/// The most bytes that Azure takes in one template, all local modules of it included.
pub(super) const LIMIT: usize = 4 << 20;

pub(super) const MAIN: &str = "main.bicep";

/// The modules of a scenario as template specs of a resource group.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Specs {
    group: String,
    /// Changes with the text of any module.
    version: String,
    modules: Vec<Module>,
}

#[derive(Debug, PartialEq, Eq)]
struct Module {
    /// As the main file names it.
    path: String,
    name: String,
}

impl Specs {
    /// Those of the modules that the main file calls.
    pub(super) fn of(scenario: &str, bundle: &Bundle, group: &str) -> Result<Self, Refused> {
        let calls = bundle.get(MAIN).unwrap_or_default().lines().filter_map(called);
        let mut modules: Vec<_> = calls.filter(|path| bundle.get(path).is_some()).collect();
        modules.sort_unstable();
        modules.dedup();
        if modules.is_empty() {
            let message = format!("`{scenario}` has no modules that could be template specs");
            return Err(Refused::new(message, "cut it by --layout sharded, or leave --template-specs out"));
        }
        let mut hasher = DefaultHasher::new();
        bicep(bundle).filter(|(path, _)| *path != MAIN).for_each(|file| file.hash(&mut hasher));
        let module = |path: &str| Module { path: path.to_owned(), name: format!("{scenario}-{}", flat(path)) };
        let modules = modules.into_iter().map(module).collect();
        Ok(Self { group: group.to_owned(), version: format!("{:016x}", hasher.finish()), modules })
    }

    pub(super) fn count(&self) -> usize {
        self.modules.len()
    }

    pub(super) fn group(&self) -> &str {
        &self.group
    }

    /// The main file, calling the template specs of a subscription instead of the files beside it.
    pub(super) fn referred_to(&self, main: &str, subscription: &str) -> String {
        let call = |line: &str| match self.modules.iter().find(|module| called(line) == Some(&module.path)) {
            Some(Module { path, name }) => {
                let spec = format!("'ts:{subscription}/{}/{name}:{}'", self.group, self.version);
                line.replacen(&format!("'{path}'"), &spec, 1)
            }
            None => line.to_owned(),
        };
        main.split_inclusive('\n').map(call).collect()
    }

    /// The commands that publish them, each with the name of its spec.
    pub(super) fn lines(&self, folder: &Path, subscription: Option<&str>) -> impl Iterator<Item = (&str, Line)> {
        self.modules.iter().map(move |module| {
            let line = Line::new("ts create").with("--name", &module.name).with("--version", &self.version);
            let line = line.with("--resource-group", &self.group).with_some("--subscription", subscription);
            (
                &*module.name,
                line.file("--template-file", &folder.join(&module.path)).flag("--yes").with("--output", "none"),
            )
        })
    }
}

/// What to say of files that are too large together; the template that they become is about as large as they are.
pub(super) fn remark(bundle: &Bundle) -> Option<String> {
    let bytes: usize = bicep(bundle).map(|(_, text)| text.len()).sum();
    let megabytes = bytes.div_ceil(1 << 20);
    (bytes > LIMIT).then(|| {
        format!(
            "note: the files have {megabytes} MB, and Azure takes 4 MB in one template; --template-specs RG deploys them one by one"
        )
    })
}

fn bicep(bundle: &Bundle) -> impl Iterator<Item = (&str, &str)> {
    bundle.files().filter(|(path, _)| Path::new(path).extension().is_some_and(|extension| extension == "bicep"))
}

/// The path of the file that a line calls as a module.
fn called(line: &str) -> Option<&str> {
    let mut quoted = line.strip_prefix("module ")?.split('\'');
    quoted.nth(1).filter(|path| !path.contains(':'))
}

/// `modules/network/hub.bicep` as a part of a name: `network-hub`.
fn flat(path: &str) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    stem.strip_prefix("modules/").unwrap_or(stem).replace('/', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "module hub 'modules/network/hub.bicep' = {\n}\nmodule other 'ts:a/b/c:1' = {\n}\n";

    fn specs(hub: &str) -> Specs {
        let mut bundle = Bundle::default();
        bundle.push(MAIN, TEXT.to_owned());
        bundle.push("modules/network/hub.bicep", hub.to_owned());
        Specs::of("example", &bundle, "rg-specs").unwrap_or_else(|refused| panic!("{}", refused.message))
    }

    #[test]
    fn a_module_is_called_by_its_spec() {
        let specs = specs("param a string\n");
        let main = specs.referred_to(TEXT, "0-0");
        let call = format!("module hub 'ts:0-0/rg-specs/example-network-hub:{}' = {{", specs.version);
        assert_eq!(main, TEXT.replacen("module hub 'modules/network/hub.bicep' = {", &call, 1));
    }

    #[test]
    fn the_version_is_that_of_the_text() {
        assert_eq!(specs("param a string\n"), specs("param a string\n"));
        assert_ne!(specs("param a string\n").version, specs("param a int\n").version);
    }

    #[test]
    fn files_that_fit_need_no_specs() {
        let mut bundle = Bundle::default();
        bundle.push(MAIN, "x".repeat(LIMIT));
        assert_eq!(remark(&bundle), None);
        bundle.push("modules/a.bicep", "x".to_owned());
        assert!(remark(&bundle).is_some_and(|remark| remark.contains("the files have 5 MB")));
        assert!(Specs::of("example", &bundle, "rg-specs").is_err());
    }
}
