//! `deploy --template-specs` with a stand-in for `az`: what is published, and what the template calls then.

use compiler::{Findings, Gate};

use crate::deploy::without_folder;
use crate::machine::Machine;

/// Each module is published, and the template calls it there.
#[test]
fn modules_are_published_as_template_specs() {
    let machine = Machine::new();
    machine.put("deployment-group-create", "folder=$(dirname \"$9\"); cat \"$folder/main.bicep\" > \"$MACHINE/main\"");
    let shown = machine.run(&["deploy", "zones", "--yes", "--template-specs", "rg-specs"]);
    assert_eq!(shown.exit, Some(0), "{shown:?}");
    assert!(shown.stderr.contains("publishing `zones-second` (2 of 2)"), "{}", shown.stderr);
    let calls = without_folder(&machine.calls());
    let of = |name: &str| calls.lines().find(|line| line.contains(&format!("[zones-{name}]"))).unwrap().to_owned();
    let (before, behind) =
        ("az [ts] [create] [--name] [zones-first] [--version] [", "] [--resource-group] [rg-specs] ");
    let version = of("first").strip_prefix(before).unwrap().split(']').next().unwrap().to_owned();
    let rest = "[--template-file] [modules/first.bicep] [--yes] [--output] [none]";
    assert_eq!(of("first"), format!("{before}{version}{behind}{rest}"));
    let published = calls.find("zones-second").unwrap();
    assert!(published < calls.find("[deployment]").unwrap(), "{calls}");
    let main = machine.read("main");
    assert!(main.contains(&format!("module second 'ts:0-0/rg-specs/zones-second:{version}' = {{")), "{main}");
}

/// The template that calls them compiles, and is small: they are linked, where modules would stand in it.
#[test]
fn a_template_links_its_template_specs() {
    let Some(mut gate) = Gate::shared() else { return };
    let (machine, subscription) = (Machine::new(), "00000000-0000-0000-0000-000000000000");
    let specs = ["--template-specs", "rg-specs", "--subscription", subscription];
    let out_dir = machine.path("out");
    let place = ["--print", "--out-dir", out_dir.to_str().unwrap()];
    let shown = machine.run(&[&["deploy", "zones"], &place[..], &specs[..]].concat());
    assert_eq!(shown.exit, Some(0), "{shown:?}");
    let mut files = vec![("main.bicep".to_owned(), machine.read("out/zones/main.bicep"))];
    let published = shown.stdout.lines().filter(|line| line.starts_with("az ts create "));
    for line in published {
        let words: Vec<_> = line.split(' ').collect();
        let after = |option| words[words.iter().position(|word| *word == option).unwrap() + 1];
        let text = machine.read(after("--template-file").strip_prefix("MACHINE/").unwrap());
        let template = gate.template(&text, Findings::Deny).unwrap().to_string();
        files.push(compiler::in_template_spec(&format!("{}:{}", after("--name"), after("--version")), &template));
    }
    assert_eq!(files.len(), 3, "{}", shown.stdout);
    gate.assert_clean(&files);
    let template = gate.check(&files).unwrap().remove(0).template.unwrap();
    assert!(template.contains("\"templateLink\"") && !template.contains("privateDnsZones"), "{template}");

    let shown = machine.run(&[&["deploy", "zones"], &place[..], &specs[..2]].concat());
    assert!(shown.exit == Some(2) && shown.stderr.contains("add --subscription ID"), "{shown:?}");
}

#[test]
fn template_specs_need_a_group_and_modules() {
    let machine = Machine::new();
    machine.put("group-exists", r#"case "$*" in *rg-specs*) echo false ;; *) echo true ;; esac"#);
    let shown = machine.run(&["deploy", "zones", "--yes", "--template-specs", "rg-specs"]);
    assert_eq!(shown.exit, Some(1), "{shown:?}");
    assert!(shown.stderr.contains("`rg-specs` of the template specs does not exist"), "{}", shown.stderr);
    assert!(!machine.calls().contains("[deployment]"), "{}", machine.calls());
    let shown = machine.run(&["deploy", "plain", "--yes", "--template-specs", "rg-specs"]);
    assert_eq!(shown.exit, Some(2), "{shown:?}");
    assert!(shown.stderr.contains("`plain` has no modules that could be template specs"), "{}", shown.stderr);
    let shown = machine.run(&["deploy", "zones", "--what-if", "--template-specs", "rg-specs"]);
    assert_eq!(shown.exit, Some(2), "publishing changes Azure: {shown:?}");
}

/// By the size of the template where the compiler is at hand, and else by that of the files.
#[test]
fn more_than_azure_takes_is_linked() {
    let run = |args: &[&str], compiler: &str| {
        let machine = Machine::new();
        let mut program = machine.program(&[&["deploy", "large", "--yes"], args].concat());
        program.env("BICEP", compiler).env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        machine.seen(program.output().unwrap())
    };
    let linked = ["--template-specs", "rg-specs"];
    let shown = run(&[], "none");
    assert!(shown.exit == Some(0) && shown.stderr.contains("note: the files have 5 MB"), "{}", shown.stderr);
    let shown = run(&linked, "none");
    assert!(shown.exit == Some(0) && !shown.stderr.contains("the files have"), "{}", shown.stderr);

    let Some(gate) = Gate::shared() else { return };
    drop(gate);
    let compiler = compiler::locate().unwrap();
    let shown = run(&[], compiler.to_str().unwrap());
    assert!(
        shown.exit == Some(1) && shown.stderr.contains("add --layout sharded --template-specs RG"),
        "{}",
        shown.stderr
    );
    let shown = run(&linked, compiler.to_str().unwrap());
    assert!(shown.exit == Some(0) && shown.stderr.contains("publishing `large-second` (2 of 2)"), "{}", shown.stderr);
}
