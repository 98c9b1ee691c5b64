//! What `module` prints: of a file that the official compiler reads, of ARM JSON, and of what is none.

use std::path::Path;

use compiler::Gate;
use typegen::Exit;

fn module(arguments: &[&str]) -> (Exit, String, String) {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let arguments = ["typegen", "module"].iter().chain(arguments).map(Into::into);
    let exit = typegen::run(arguments, &mut stdout, &mut stderr);
    (exit, String::from_utf8_lossy(&stdout).into_owned(), String::from_utf8_lossy(&stderr).into_owned())
}

#[test]
fn the_structs_that_tests_use_are_fresh() {
    if Gate::open().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/files");
    for name in ["keepsake", "awkward"] {
        let (exit, stdout, stderr) = module(&[folder.join(format!("{name}.bicep")).to_str().unwrap()]);
        assert_eq!(exit, Exit::Fine, "{stderr}");
        let written = std::fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap();
        let (_, kept) = written.split_once("\n\n").unwrap();
        assert_eq!(kept, stdout);
    }
}

#[test]
fn arm_json_needs_no_compiler() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hello-world.json");
    let template = indoc::indoc! {r#"
        {
          "$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
          "parameters": { "type": { "type": "string" }, "sizes": { "type": "array", "defaultValue": [] } },
          "outputs": { "settings": { "type": "object" } }
        }
    "#};
    std::fs::write(&path, template).unwrap();
    let (exit, stdout, _) = module(&[path.to_str().unwrap(), "--name", "greeting"]);
    assert_eq!(exit, Exit::Fine);
    insta::assert_snapshot!(stdout, @r#"
    dsl::module! {
        /// The module `modules/hello-world.json`.
        pub struct Greeting, GreetingOutputs = "modules/hello-world.json" in Subscription;
        file include_str!("hello-world.json");
        required {
            r#type: String = "type";
        }
        optional {
            sizes: Vec<dsl::Any> = "sizes";
        }
        outputs {
            settings: dsl::Any = "settings";
        }
    }
    "#);
}

/// A tuple is a list of anything, params that differ in their form only are two methods, and outputs may be null.
#[test]
fn values_that_rust_knows_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("odd.json");
    let template = indoc::indoc! {r#"
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "parameters": {
            "fooBar": { "type": "string" },
            "foo_bar": { "type": "int", "defaultValue": 1 },
            "pair": { "type": "array", "prefixItems": [{ "type": "string" }, { "type": "int" }], "items": false }
          },
          "outputs": { "foo": { "type": "string", "nullable": true } }
        }
    "#};
    std::fs::write(&path, template).unwrap();
    let (exit, stdout, stderr) = module(&[path.to_str().unwrap()]);
    assert_eq!(exit, Exit::Fine, "{stderr}");
    insta::assert_snapshot!(stdout, @r#"
    dsl::module! {
        /// The module `modules/odd.json`.
        pub struct Odd, OddOutputs = "modules/odd.json" in ResourceGroup;
        file include_str!("odd.json");
        required {
            foo_bar: String = "fooBar";
            pair: Vec<dsl::Any> = "pair";
        }
        optional {
            foo_bar2: i64 = "foo_bar";
        }
        outputs {
            foo: Option<String> = "foo";
        }
    }
    "#);
}

#[test]
fn what_is_no_module_is_an_error() {
    for (source, expected) in [
        ("nothing.json", "cannot read `nothing.json`"),
        ("readme.md", "is neither a `.bicep` nor a `.json` file"),
        ("br/public:avm/res/none/none:0.0.0", "is not in the cache of the compiler"),
        ("br/public:none", "names no"),
    ] {
        let (exit, stdout, stderr) = module(&[source]);
        assert_eq!((exit, stdout.as_str()), (Exit::Failure, ""), "{source}");
        assert!(stderr.contains(expected), "{stderr}");
    }
}

#[test]
fn a_file_that_reads_another_does_not_land_without_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("shared.bicep"), "@export()\ntype size = int\n").unwrap();
    let path = folder.path().join("odd.bicep");
    std::fs::write(&path, "import { size } from 'shared.bicep'\nparam large size\noutput it int = large\n").unwrap();
    let (exit, stdout, stderr) = module(&[path.to_str().unwrap()]);
    assert_eq!((exit, stdout.as_str()), (Exit::Failure, ""));
    assert!(stderr.contains("reads `shared.bicep`, which would not land beside it"), "{stderr}");
}

#[test]
fn a_reference_that_leads_to_no_type_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    for (reference, expected) in [("none", "leads nowhere"), ("round", "leads to no type")] {
        let path = folder.path().join("odd.json");
        let template = format!(
            r##"{{
              "parameters": {{ "size": {{ "$ref": "#/definitions/{reference}" }} }},
              "definitions": {{ "round": {{ "$ref": "#/definitions/round" }} }}
            }}"##
        );
        std::fs::write(&path, template).unwrap();
        let (exit, _, stderr) = module(&[path.to_str().unwrap()]);
        assert_eq!(exit, Exit::Failure);
        assert!(stderr.contains(expected), "{stderr}");
    }
}

#[test]
fn a_template_spec_is_read_from_the_cache_of_the_compiler() {
    let cache = tempfile::tempdir().unwrap();
    let subscription = "00000000-0000-0000-0000-000000000001";
    let folder = cache.path().join("ts").join(subscription).join("rg-specs/keepsake/1.0.0");
    std::fs::create_dir_all(&folder).unwrap();
    let template = r#"{
      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      "parameters": { "size": { "type": "int" } },
      "outputs": { "name": { "type": "string" } }
    }"#;
    std::fs::write(folder.join("main.json"), format!(r#"{{ "properties": {{ "mainTemplate": {template} }} }}"#))
        .unwrap();
    let call = |reference: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_typegen"));
        let command = command.args(["module", reference]).env("BICEP_CACHE_DIRECTORY", cache.path());
        let output = command.output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let reference = format!("ts:{subscription}/rg-Specs/keepsake:1.0.0");
    let (stdout, stderr) = call(&reference);
    assert!(stdout.contains(&format!("pub struct Keepsake, KeepsakeOutputs = \"{reference}\"")), "{stdout}{stderr}");
    assert!(stdout.contains("size: i64 = \"size\";") && stdout.contains("name: String = \"name\";"), "{stdout}");
    assert!(call(&reference.replace("1.0.0", "2.0.0")).1.contains("is not in the cache of the compiler"));
    assert!(call("ts/specs:keepsake:1.0.0").1.contains("write `ts:SUBSCRIPTION/GROUP/NAME:VERSION`"));
}
