//! The files that follow from the list of types. It must not know how a type is written in Rust.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use types::catalogue;

use super::{LIST, List};
use crate::rust::{
    self, Listed, Module, Target, diagnostics, directory_file, identities_file, interfaces_file, module_files,
    roles_file, types_file,
};

/// The list of all structs that the tests go through, seen from the package.
const TYPES: &str = "tests/catalogue/types.rs";
/// The table of roles, which a package may have, and the list in Rust that follows from it.
const ROLES: &str = "roles.tsv";
const ROLE_LIST: &str = "src/role/list.rs";
/// The module of rules, which a package may have.
const RULES: &str = "src/check/mod.rs";
/// The module of identities, which a package may have.
const IDENTITIES: &str = "src/identity";
/// The module that tells of the catalogue as data, which a package may have.
const DIRECTORY: &str = "src/directory";
/// The table of what resources emit, and the list of the common interfaces of all types.
const DIAGNOSTICS: &str = "diagnostics.tsv";
const INTERFACE_LIST: &str = "src/interface/list.rs";
/// What stands around the lines that are kept in files that people write.
const BEGIN: &str = "providers of the catalogue, kept by typegen: begin";
const END: &str = "providers of the catalogue: end";

/// Every file that follows from the list, by its path; files of the package that do not are to be removed.
pub(crate) fn files(package: &Path, list: &List) -> anyhow::Result<BTreeMap<PathBuf, String>> {
    let mut files = BTreeMap::from([(package.join(LIST), list.text())]);
    let modules: Vec<_> =
        list.namespaces().iter().map(|it| module(package, list, it)).collect::<anyhow::Result<_>>()?;
    for module in &modules {
        let folder = package.join("src").join(&module.name);
        files.extend(module.files.iter().map(|(name, text)| (folder.join(name), text.clone())));
    }
    files.extend(lists_of_types(package, &modules)?);
    files.extend(lists(package, &modules.into_iter().map(|module| module.name).collect())?);
    Ok(files)
}

fn module(package: &Path, list: &List, namespace: &str) -> anyhow::Result<Module> {
    let provider = catalogue()?.provider(namespace)?;
    let (all, own) = list.resources(&provider)?;
    let problems: Vec<_> = own.iter().flat_map(|it| rust::idle(&provider, it)).collect();
    ensure!(problems.is_empty(), "mend `dsl/typegen/src/rust/corrections.rs`:\n  {}", problems.join("\n  "));
    module_files(&provider, &all, &own, package.join(RULES).is_file())
}

/// The lists of all types: for tests, and where the package has a place for them, of roles and identities.
fn lists_of_types(package: &Path, modules: &[Module]) -> anyhow::Result<BTreeMap<PathBuf, String>> {
    let (mut types, mut targets, mut identities, mut entries) = (Vec::new(), BTreeMap::new(), Vec::new(), Vec::new());
    for (module, resource) in modules.iter().flat_map(|module| module.resources.iter().map(move |it| (module, it))) {
        let path = format!("{}::{}", module.name, resource.name);
        let text = format!("{:?} {path}", feature(&module.name));
        entries.push(format!("{text} = {:?}, {:?}", resource.ty, resource.version));
        identities.extend(resource.has_identity.then(|| text.clone()));
        targets.insert(resource.ty.to_ascii_lowercase(), Target { text });
        types.push(path);
    }
    let mut files = BTreeMap::from([(package.join(TYPES), types_file(&types)?)]);
    if let Ok(table) = fs::read_to_string(package.join(ROLES)) {
        files.insert(package.join(ROLE_LIST), roles_file(&table, &targets)?);
    }
    if package.join(DIRECTORY).is_dir() {
        files.insert(package.join(DIRECTORY).join("list.rs"), directory_file(&entries)?);
    }
    if package.join(IDENTITIES).is_dir() {
        files.insert(package.join(IDENTITIES).join("list.rs"), identities_file(&identities)?);
    }
    if let Ok(table) = fs::read_to_string(package.join(DIAGNOSTICS)) {
        files.insert(package.join(INTERFACE_LIST), interfaces_file(&interfaces(modules, &diagnostics(&table)?))?);
    }
    Ok(files)
}

/// One line for each type: its feature, its struct and its common interfaces.
fn interfaces(modules: &[Module], emitted: &BTreeMap<String, String>) -> Vec<String> {
    let all = modules.iter().flat_map(|module| module.resources.iter().map(move |it| (module, it)));
    let line = |(module, resource): (&Module, &Listed)| {
        let emitted = emitted.get(&resource.ty.to_ascii_lowercase());
        let interfaces: Vec<_> = resource.interfaces.iter().chain(emitted).map(String::as_str).collect();
        let (feature, name, list) = (feature(&module.name), &resource.name, interfaces.join(", "));
        (!list.is_empty()).then(|| format!("{feature:?} {}::{name}: {list}", module.name))
    };
    all.filter_map(line).collect()
}

/// The lines in the files that people write: the modules of the library, and the features of the package.
fn lists(package: &Path, modules: &BTreeSet<String>) -> anyhow::Result<[(PathBuf, String); 2]> {
    let (library, manifest) = (package.join("src/lib.rs"), package.join("Cargo.toml"));
    let earlier = fs::read_to_string(&manifest).with_context(|| format!("cannot read `{}`", manifest.display()))?;
    let (mut lines, mut all, mut each) = (String::new(), String::new(), String::new());
    let features: BTreeSet<_> = modules.iter().map(|name| feature(name)).collect();
    for (name, feature) in modules.iter().map(|name| (name, feature(name))) {
        writeln!(lines, "#[cfg(feature = {feature:?})]\npub mod {name};")?;
        writeln!(all, "    {feature:?},")?;
        writeln!(each, "{feature} = {:?}", brought(&earlier, &feature, &features))?;
    }
    let library_text = between(&library, "// ", &lines)?;
    let manifest_text = between(&manifest, "# ", &format!("full = [\n{all}]\n{each}"))?;
    Ok([(library, library_text), (manifest, manifest_text)])
}

/// The features that one brings along, which people write, without those whose modules are gone.
fn brought<'m>(manifest: &'m str, feature: &str, features: &BTreeSet<String>) -> Vec<&'m str> {
    let list = manifest.lines().find_map(|line| line.strip_prefix(feature)?.trim_start().strip_prefix('='));
    let names = list.into_iter().flat_map(|list| list.split(['[', ',', ']']));
    names.map(|name| name.trim().trim_matches('"')).filter(|name| features.contains(*name)).collect()
}

/// A module as a feature of cargo.
pub(super) fn feature(module: &str) -> String {
    module.trim_start_matches("r#").replace('_', "-")
}

/// The text of a file with other lines between the two marks.
fn between(path: &Path, comment: &str, lines: &str) -> anyhow::Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let (begin, end) = (format!("{comment}{BEGIN}\n"), format!("{comment}{END}\n"));
    let parts = text.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let (before, after) = parts
        .with_context(|| format!("`{}` lacks the lines `{}` and `{}`", path.display(), begin.trim(), end.trim()))?;
    Ok(format!("{before}{begin}{lines}{end}{after}"))
}

/// The files of the package that a generator has written at some time.
pub(crate) fn generated(package: &Path) -> anyhow::Result<BTreeSet<PathBuf>> {
    let source = package.join("src");
    let folders = fs::read_dir(&source).with_context(|| format!("cannot read `{}`", source.display()))?;
    let mut found = BTreeSet::new();
    for folder in folders.filter_map(Result::ok).map(|it| it.path()).filter(|it| it.is_dir()) {
        let files = fs::read_dir(&folder).with_context(|| format!("cannot read `{}`", folder.display()))?;
        found.extend(files.filter_map(Result::ok).map(|it| it.path()).filter(|it| is_generated(it)));
    }
    Ok(found)
}

fn is_generated(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.starts_with("//! Generated by `cargo run -p typegen"))
}
