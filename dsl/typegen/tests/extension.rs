//! What `extension` prints: of a folder, of what the official compiler packs and keeps, and of what is none.

#![allow(clippy::unwrap_used, reason = "what fails in a helper of a test fails the test")]

mod common;

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use typegen::Exit;

use self::common::{assert_snapshot, run};

const CONTOSO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/files/contoso");

/// A packed file, as the compiler makes it.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        archive.append_data(&mut header, name, *bytes).unwrap();
    }
    archive.into_inner().unwrap().finish().unwrap()
}

#[test]
fn the_structs_that_tests_use_are_fresh() {
    let (exit, stdout, stderr) = run(&["extension", CONTOSO]);
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert_eq!(std::fs::read_to_string(format!("{CONTOSO}.rs")).unwrap(), stdout);
}

#[test]
fn the_index_and_packed_files_print_the_same() {
    let expected = run(&["extension", CONTOSO]).1;
    let [index, types] = ["index.json", "types.json"].map(|name| std::fs::read(Path::new(CONTOSO).join(name)).unwrap());
    let inner = packed(&[("index.json", &index), ("types.json", &types)]);
    let outer = packed(&[("types.tgz", &inner), ("linux-x64.bin", &[0, 1, 2])]);
    for (name, bytes) in [("kept.tgz", inner), ("published.tgz", outer)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::File::create(&path).unwrap().write_all(&bytes).unwrap();
        let (exit, stdout, stderr) = run(&["extension", path.to_str().unwrap()]);
        assert_eq!((exit, &stdout), (Exit::Fine, &expected), "{name}: {stderr}");
    }
    assert_eq!(run(&["extension", &format!("{CONTOSO}/index.json")]).1, expected);
}

#[test]
fn only_what_is_asked_for_is_printed_with_what_it_needs() {
    let (exit, stdout, stderr) = run(&["extension", CONTOSO, "contoso.things/WRAPPING", "Contoso.Things/label@v1"]);
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(stdout.contains("pub struct Wrapping,") && stdout.contains("pub closed enum Color {"), "{stdout}");
    assert!(stdout.contains("pub struct Label,") && !stdout.contains("Lid") && !stdout.contains("Shelf"), "{stdout}");
}

#[test]
fn all_kinds_of_types_have_a_form() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/odd-extension");
    let (exit, stdout, stderr) = run(&["extension", folder.to_str().unwrap()]);
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert_snapshot("typegen-extension", &stdout);
}

#[test]
fn what_is_no_extension_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let azure = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample");
    let broken = folder.path().join("broken.tgz");
    std::fs::write(&broken, "no archive").unwrap();
    let empty = folder.path().join("empty.tgz");
    std::fs::write(&empty, packed(&[("readme.md", b"nothing")])).unwrap();
    for (source, expected) in [
        (folder.path().to_str().unwrap(), "index.json"),
        (azure.to_str().unwrap(), "no `settings`"),
        (broken.to_str().unwrap(), "cannot unpack"),
        (empty.to_str().unwrap(), "it has no `index.json`"),
        ("readme.md", "is neither a folder"),
        ("br:contoso.azurecr.io/none:0.0.0", "is not in the cache of the compiler"),
    ] {
        let (exit, stdout, stderr) = run(&["extension", source]);
        assert_eq!((exit, stdout.as_str()), (Exit::Failure, ""), "{source}");
        assert!(stderr.contains(expected), "{stderr}");
    }
    let (exit, _, stderr) = run(&["extension", CONTOSO, "Contoso.Things/boxes"]);
    assert_eq!(exit, Exit::Failure);
    assert!(stderr.contains("no type `Contoso.Things/boxes`; it has: Contoso.Things/box@v1, "), "{stderr}");
}
