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
fn the_struct_that_tests_use_is_fresh() {
    if Gate::open().is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/files");
    let (exit, stdout, stderr) = module(&[folder.join("keepsake.bicep").to_str().unwrap()]);
    assert_eq!(exit, Exit::Fine, "{stderr}");
    let written = std::fs::read_to_string(folder.join("keepsake.rs")).unwrap();
    let (_, kept) = written.split_once("\n\n").unwrap();
    assert_eq!(kept, stdout);
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
