//! Ported scenarios beside their originals: what the official tool foretells of both, and the document that says why it
//! differs.
//!
//! `<name>.json` holds facts of the original: its parameter values, and the resources that the tool foretells with them.

mod difference;
mod document;

use std::error::Error;
use std::fs;
use std::path::Path;

use compiler::{Compiler, Folder, Gate, Place};
use serde_json::{Value, json};

const SUBSCRIPTION: &str = "11111111-1111-1111-1111-111111111111";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A file of the package.
fn read(path: &str) -> Result<String> {
    Ok(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))?)
}

/// The files of a scenario on disk.
fn rendered(name: &str) -> Result<Folder> {
    let scenarios = scenarios::all();
    let scenario = scenarios.iter().find(|scenario| scenario.name() == name).ok_or("no scenario has this name")?;
    let bundle = scenario.bundle().map_err(|report| report.to_string())?;
    Ok(Folder::write(&bundle.files().collect::<Vec<_>>())?)
}

/// The values that the parameter file gives.
fn parameters(compiler: &mut Compiler, file: &Path) -> Result<Value> {
    let compilation = compiler.compile_params(file)?;
    let parameters = compilation.parameters.ok_or_else(|| format!("{:?}", compilation.diagnostics))?;
    Ok(serde_json::from_str::<Value>(&parameters)?["parameters"].take())
}

/// What the tool foretells of a scenario beside what it foretells of the original with the same values: rows of a table.
fn differences(compiler: &mut Compiler, name: &str) -> Result<Vec<String>> {
    let original: Value = serde_json::from_str(&read(&format!("tests/upstream/{name}.json"))?)?;
    let folder = rendered(name)?;
    let file = folder.file("main.bicepparam");

    let given = parameters(compiler, &file)?;
    for (parameter, value) in original["parameters"].as_object().ok_or("no parameters")? {
        assert_eq!(given[parameter]["value"], *value, "{parameter}");
    }

    let resource_group = Some(format!("rg-{name}"));
    let place = Place { subscription: SUBSCRIPTION.to_owned(), resource_group, location: "japaneast".to_owned() };
    let here = compiler.snapshot(&file, &place)?.resources;
    Ok(difference::rows(original["resources"].as_array().ok_or("no resources")?, &here))
}

/// Fails unless the document of a scenario lists these differences and no others.
fn assert_listed(name: &str) -> Result<()> {
    let Some(mut gate) = Gate::shared() else { return Ok(()) };
    let rows = differences(gate.compiler()?, name)?;
    let faults = document::faults(&read(&format!("{name}/DIFFERENCES.md"))?, &rows);
    assert!(faults.is_empty(), "scenarios/{name}/DIFFERENCES.md:\n{}", faults.join("\n"));
    Ok(())
}

#[test]
fn aoai_apim() {
    assert_listed("aoai-apim").unwrap();
}

#[test]
fn iot_hub_routing() {
    assert_listed("iot-hub-routing").unwrap();
}

#[test]
fn workshop_azure_openai() {
    assert_listed("workshop-azure-openai").unwrap();
}

#[test]
fn every_kind_of_difference_is_a_row() {
    let resource =
        |name: &str, tier: Value| json!({"id": format!("/s/1/providers/T/{name}"), "name": name, "sku": tier});
    let original =
        [resource("gone", json!(1)), resource("same", json!(1)), resource("other", json!({"a": [1, 2], "b": "x|y"}))];
    let here = [resource("new", json!(1)), resource("same", json!(1)), resource("other", json!({"a": [1], "c": null}))];
    let expected = [
        "| `T/gone` | | present | absent |",
        "| `T/new` | | absent | present |",
        "| `T/other` | `sku.a.1` | `2` | absent |",
        "| `T/other` | `sku.b` | `\"x\\|y\"` | absent |",
        "| `T/other` | `sku.c` | absent | `null` |",
    ];
    assert_eq!(difference::rows(&original, &here), expected);
}

#[test]
fn a_document_lists_each_difference_once_with_its_reason() {
    let rows = ["| `T/a` | | absent | present |", "| `T/b` | `x` | `1` | `2` |"].map(str::to_owned);
    let complete = format!("# Title\n\n|a|\n|---|\n{} new |\n{} newer |\n", rows[0], rows[1]);
    assert_eq!(document::faults(&complete, &rows), [""; 0]);

    let faulty = format!("{0} once |\n{0} twice |\n| `T/c` | | present | absent | old |\n", rows[0]);
    let expected = [
        format!("listed twice: {}", rows[0]),
        format!("not listed: {}", rows[1]),
        "no longer so: | `T/c` | | present | absent | old |".to_owned(),
    ];
    assert_eq!(document::faults(&faulty, &rows), expected);
    let blank = format!("{} |\n{} so |\n", rows[0], rows[1]);
    assert_eq!(document::faults(&blank, &rows), [format!("without reason: {} |", rows[0])]);
}
