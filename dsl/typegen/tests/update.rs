//! From a hand-written folder in the official format to data and back: two files of one namespace, a cycle, a
//! discriminated union, open and closed enums, a map, functions.

#![allow(clippy::unwrap_used, reason = "what fails in a helper of a test fails the test")]

use std::fs;
use std::path::Path;

use indoc::indoc;
use tempfile::TempDir;
use typegen::Exit;
use types::{Catalogue, Provider, Text, Type, TypeId};

use self::common::run;

mod common;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample");

fn update(folder: &Path, out: &Path, more: &[&str]) -> (Exit, String) {
    let fixed = ["update", folder.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let (exit, stdout, stderr) = run(&[&fixed, more].concat());
    assert_eq!(stdout, "");
    (exit, stderr)
}

/// The data of the sample.
fn data() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("types.bin");
    let (exit, notes) = update(Path::new(SAMPLE), &out, &[]);
    assert_eq!(exit, Exit::Fine, "{notes}");
    fs::read(out).unwrap()
}

/// The type of a property.
fn property(provider: &Provider, of: TypeId, name: &str) -> TypeId {
    let Type::Object(object) = &provider[of] else { panic!("an object") };
    object.properties.iter().find(|it| it.name == name).unwrap().ty
}

#[test]
fn all_facts_arrive() {
    let data = data();
    let catalogue = Catalogue::read(&data).unwrap();
    assert_eq!(catalogue.namespaces().collect::<Vec<_>>(), ["microsoft.insights", "sample.one"]);
    let (provider, thing) = catalogue.find("sample.one/things", None).unwrap();
    assert_eq!((&thing.name[..], &thing.api_version[..]), ("Sample.One/things", "2024-01-01"));
    assert_eq!((thing.readable_scopes.bits(), thing.writable_scopes.bits()), (8, 12));
    let ty = |name| &provider[property(&provider, thing.body, name)];

    let Type::String(name) = ty("name") else { panic!("a text") };
    assert_eq!((name.min_length, name.max_length, name.pattern.as_deref()), (Some(3), Some(24), Some("^[a-z]+$")));
    let Type::Union(state) = ty("state") else { panic!("an enum") };
    assert_eq!((state.is_open(), &state.members[..]), (false, &["On".to_owned(), "Off".to_owned()][..]));
    let Type::Union(tier) = ty("tier") else { panic!("an enum") };
    assert_eq!((&tier.others, &tier.members[..]), (&Some(Text::default()), &["On".to_owned()][..]));
    assert!(matches!(ty("secret"), Type::String(Text { sensitive: true, .. })));
    assert!(matches!(ty("size"), Type::Integer(it) if it.min == Some(-1) && it.max == Some(10)));
    let Type::Array(children) = ty("children") else { panic!("a list") };
    assert_eq!((children.min_length, children.max_length), (Some(1), Some(5)));
    assert_eq!(children.item, thing.body, "a cycle");
}

#[test]
fn unions_maps_and_functions_arrive() {
    let data = data();
    let (provider, thing) = Catalogue::read(&data).unwrap().find("Sample.One/things", Some("2024-01-01")).unwrap();
    let Type::Discriminated(kind) = &provider[property(&provider, thing.body, "kind")] else { panic!("a union") };
    assert_eq!((&kind.discriminator[..], kind.base.len(), &kind.variants[0].value[..]), ("kind", 1, "On"));
    let Type::Object(on) = &provider[kind.variants[0].body] else { panic!("an object") };
    assert_eq!(provider[on.additional.unwrap()], Type::Any);
    assert_eq!(provider[property(&provider, kind.variants[0].body, "kind")], Type::StringLiteral("On".to_owned()));
    let [list_keys] = &thing.functions[..] else { panic!("`restart` cannot be called in a template") };
    assert_eq!((&list_keys.name[..], list_keys.output), ("listKeys", kind.variants[0].body));
    assert_eq!(list_keys.input.map(|input| &provider[input]), Some(&Type::Any));
}

#[test]
fn equal_types_of_two_files_are_one() {
    let data = data();
    let provider = Catalogue::read(&data).unwrap().provider("Sample.One").unwrap();
    let [_, preview, part] = provider.resources() else { panic!("three") };
    assert_eq!(preview.body, part.body);
    // Five texts and enums, a number, a truth value, anything, a literal, a list, three objects, a union.
    assert_eq!(provider.types().len(), 14);
}

#[test]
fn a_file_is_written_once_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("types.bin");
    let check = |more: &[&str], exit, last: &str| {
        let (actual, notes) = update(Path::new(SAMPLE), &out, more);
        assert_eq!(actual, exit, "{notes}");
        let last = last.replace("OUT", out.to_str().unwrap());
        assert_eq!(notes.lines().last(), Some(&last[..]));
        assert_eq!(fs::read_dir(&folder).unwrap().filter(|it| it.as_ref().unwrap().path() != out).count(), 0);
    };
    check(&["--check"], Exit::Failure, "error: `OUT` is stale: run the same command without `--check`");
    check(&[], Exit::Fine, "wrote OUT");
    check(&[], Exit::Fine, "unchanged OUT");
    check(&["--check"], Exit::Fine, "fresh OUT, equal to the folder property by property");
    fs::write(&out, "damaged").unwrap();
    check(&["--check"], Exit::Failure, "error: `OUT` is stale: run the same command without `--check`");
}

/// The sample with one text of one of its files replaced.
fn changed(file: &str, from: &str, to: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["index.json", "a/types.json", "b/types.json"] {
        let text = fs::read_to_string(Path::new(SAMPLE).join(name)).unwrap();
        assert!(name != file || text.contains(from));
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, if name == file { text.replace(from, to) } else { text }).unwrap();
    }
    folder
}

#[test]
fn a_folder_that_makes_no_sense_is_an_error() {
    let check = |file, from, to, message: &str| {
        let folder = changed(file, from, to);
        let out = folder.path().join("types.bin");
        let (exit, notes) = update(folder.path(), &out, &[]);
        assert_eq!(exit, Exit::Failure);
        assert!(notes.contains(message), "{notes}");
        assert!(!out.exists());
    };
    check("a/types.json", "#/16", "#/99", "`#/99` leads nowhere");
    check("a/types.json", "#/16", "16", "`16` is no reference of the form `PATH#/NUMBER`");
    check("a/types.json", "\"$ref\": \"#/11\"", "\"$ref\": \"#/14\"", "`#/14` leads to no type");
    check("a/types.json", "AnyType", "VoidType", "is not in the official format");
    check("a/types.json", "AnyType", "NullType", "it is of a kind that only extensions have");
    check("a/types.json", "Sample.One/things@", "Sample.One/others@", "but the index says `Sample.One/things@");
    check(
        "a/types.json",
        "[{ \"$ref\": \"#/3\" }, { \"$ref\": \"#/4\" }]",
        "[{ \"$ref\": \"#/11\" }]",
        "other members",
    );
    check("b/types.json", "\"writableScopes\": 16", "\"writableScopes\": 32", "unknown scope: 32");
    check("index.json", "b/types.json", "c/types.json", "cannot read `");
    check("index.json", "Settings@2021", "Setting@2021", "but the index says");
}

#[test]
fn an_exception_that_makes_no_difference_is_an_error() {
    let folder = changed(
        "index.json",
        "    \"Microsoft.Insights/diagnosticSettings@2016-09-01\": { \"$ref\": \"b/types.json#/3\" },\n",
        "",
    );
    let (exit, notes) = update(folder.path(), &folder.path().join("types.bin"), &[]);
    assert_eq!(exit, Exit::Failure);
    let expected = indoc! {"
        error: mend `EXCEPTIONS` in `dsl/types/src/choice.rs`:
          the rule, too, chooses `Microsoft.Insights/diagnosticSettings@2021-05-01-preview`: its exception is not needed
    "};
    assert_eq!(notes, expected);
}

#[test]
fn older_versions_can_be_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("types.bin");
    let (_, notes) = update(Path::new(SAMPLE), &out, &["--newest"]);
    assert!(notes.contains("its exception is not needed") || notes.contains("2 providers, 3 types"), "{notes}");
}
