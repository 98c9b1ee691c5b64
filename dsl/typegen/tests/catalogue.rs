//! The commands that change the catalogue: on that of this repository only whether it is fresh, else on a package of their own.

#![allow(clippy::unwrap_used, reason = "what fails in a helper of a test fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use typegen::Exit;

use self::common::{assert_snapshot, run};

mod common;

const PACKAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../azure");
const MANIFEST: &str =
    "[features]\n# providers of the catalogue, kept by typegen: begin\n# providers of the catalogue: end\n";
const LIBRARY: &str = "// providers of the catalogue, kept by typegen: begin\n// providers of the catalogue: end\n";

/// An empty package for a catalogue.
fn package() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for inner in ["src", "tests/catalogue"] {
        fs::create_dir_all(folder.path().join(inner)).unwrap();
    }
    for (name, text) in [("Cargo.toml", MANIFEST), ("src/lib.rs", LIBRARY), ("catalogue.txt", "")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Runs a command on a package: how it ended, and what it said.
fn on(package: &Path, args: &[&str]) -> (Exit, String) {
    let (exit, stdout, notes) = run(&[&["--package", package.to_str().unwrap()], args].concat());
    assert_eq!(stdout, "");
    (exit, notes)
}

fn read(package: &TempDir, path: &str) -> String {
    fs::read_to_string(package.path().join(path)).unwrap()
}

#[test]
fn the_catalogue_is_fresh() {
    let (exit, notes) = on(&PathBuf::from(PACKAGE), &["--check"]);
    assert_eq!(exit, Exit::Fine, "{notes}");
}

#[test]
fn a_type_is_added_with_all_that_it_is_declared_under() {
    let package = package();
    let (exit, notes) = on(package.path(), &["add", "microsoft.keyvault/VAULTS/secrets"]);
    assert_eq!(exit, Exit::Fine, "{notes}");
    assert!(
        notes.contains("added Microsoft.KeyVault/vaults/secrets@")
            && notes.contains("added Microsoft.KeyVault/vaults@")
    );
    assert_snapshot("catalogue-secret", &read(&package, "src/key_vault/vault_secret.rs"));
    assert_snapshot("catalogue-key-vault", &read(&package, "src/key_vault/mod.rs"));
    assert!(read(&package, "Cargo.toml").contains("full = [\n    \"key-vault\",\n]\nkey-vault = []\n"));
    assert!(read(&package, "src/lib.rs").contains("#[cfg(feature = \"key-vault\")]\npub mod key_vault;\n"));
    assert_eq!(on(package.path(), &["--check"]).0, Exit::Fine);
}

#[test]
fn every_kind_of_shape_has_its_macro() {
    let package = package();
    let types = ["Microsoft.EventGrid/namespaces/topics/eventSubscriptions", "Microsoft.Insights/diagnosticSettings"];
    assert_eq!(on(package.path(), &[&["add"], &types[..]].concat()).0, Exit::Fine);
    let name = "src/event_grid/namespace_topic_event_subscription.rs";
    assert_snapshot("catalogue-event-subscription", &read(&package, name));
    assert_snapshot("catalogue-diagnostic-setting", &read(&package, "src/insights/diagnostic_setting.rs"));
}

#[test]
fn a_name_does_not_depend_on_what_else_is_in_the_catalogue() {
    let (few, many) = (package(), package());
    assert_eq!(on(few.path(), &["add", "Microsoft.Web/sites"]).0, Exit::Fine);
    assert_eq!(
        on(many.path(), &["add", "Microsoft.Web/sites", "Microsoft.Web/staticSites", "Microsoft.Web/serverfarms"]).0,
        Exit::Fine
    );
    let heads = |package: &TempDir| {
        let texts = ["src/web/site.rs", "src/web/shapes.rs"].map(|path| fs::read_to_string(package.path().join(path)));
        let lines = texts.iter().flatten().flat_map(|text| text.lines()).filter(|line| line.starts_with("    pub "));
        lines.map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    assert!(heads(&few).is_subset(&heads(&many)), "a name has changed");
}

#[test]
fn a_stale_file_and_one_too_many_are_found() {
    let package = package();
    on(package.path(), &["add", "Microsoft.Search/searchServices"]);
    let file = package.path().join("src/search/search_service.rs");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("replica_count", "replicas")).unwrap();
    fs::write(package.path().join("src/search/left.rs"), &text).unwrap();
    let (exit, notes) = on(package.path(), &["--check"]);
    assert_eq!(exit, Exit::Failure);
    assert!(
        notes.contains("stale: src/search/left.rs") && notes.contains("stale: src/search/search_service.rs"),
        "{notes}"
    );
    assert!(notes.ends_with("run `cargo run -p typegen -- generate`\n"));
    assert_eq!(on(package.path(), &["generate"]).0, Exit::Fine);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert!(!package.path().join("src/search/left.rs").exists());
}

#[test]
fn a_type_is_removed_after_its_children() {
    let package = package();
    on(package.path(), &["add", "Microsoft.KeyVault/vaults/keys"]);
    let (exit, notes) = on(package.path(), &["remove", "Microsoft.KeyVault/vaults"]);
    assert_eq!(exit, Exit::Failure);
    assert!(notes.contains("is the parent of Microsoft.KeyVault/vaults/keys: remove that first"), "{notes}");
    assert_eq!(
        on(package.path(), &["remove", "microsoft.keyvault/vaults/keys", "Microsoft.KeyVault/vaults"]).0,
        Exit::Fine
    );
    assert!(!package.path().join("src/key_vault").exists());
    assert_eq!(on(package.path(), &["remove", "Microsoft.KeyVault/vaults"]).0, Exit::Failure);
}

#[test]
fn what_a_feature_brings_along_stays_as_long_as_it_is_there() {
    let package = package();
    on(package.path(), &["add", "Microsoft.KeyVault/vaults", "Microsoft.Search/searchServices"]);
    let manifest = read(&package, "Cargo.toml").replace("key-vault = []", "key-vault = [\"search\", \"gone\"]");
    fs::write(package.path().join("Cargo.toml"), manifest).unwrap();
    assert_eq!(on(package.path(), &["generate"]).0, Exit::Fine);
    assert!(read(&package, "Cargo.toml").contains("\nkey-vault = [\"search\"]\nsearch = []\n"));
    assert_eq!(on(package.path(), &["remove", "Microsoft.Search/searchServices"]).0, Exit::Fine);
    assert!(read(&package, "Cargo.toml").contains("\nkey-vault = []\n"));
}

#[test]
fn a_version_can_be_chosen_and_an_unknown_name_suggests_others() {
    let package = package();
    assert_eq!(on(package.path(), &["add", "Microsoft.Search/searchServices@2022-09-01"]).0, Exit::Fine);
    assert!(read(&package, "catalogue.txt").contains("Microsoft.Search/searchServices@2022-09-01\n"));
    let (exit, notes) = on(package.path(), &["add", "Microsoft.Search/searchService"]);
    assert_eq!(exit, Exit::Usage);
    assert!(notes.contains("did you mean `Microsoft.Search/searchServices`?"), "{notes}");
    let (exit, notes) = on(package.path(), &["add", "Microsoft.Search/searchServices@2001-01-01"]);
    assert_eq!((exit, notes.contains("`2022-09-01`")), (Exit::Usage, true), "{notes}");
}
