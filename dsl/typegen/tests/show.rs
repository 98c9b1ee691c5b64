//! The commands that look types up, on the built-in data.

use typegen::Exit;

use self::common::{assert_snapshot, run};

mod common;

/// The page of a type.
fn show(args: &[&str]) -> String {
    let (exit, page, notes) = run(&[&["show"], args].concat());
    assert_eq!((exit, &notes[..]), (Exit::Fine, ""));
    page
}

#[test]
fn a_page_shows_a_type() {
    assert_snapshot("types-show-search-services", &show(&["microsoft.search/searchservices"]));
}

#[test]
fn a_page_shows_scopes_children_and_a_singleton() {
    assert_snapshot("types-show-locks", &show(&["Microsoft.Authorization/locks"]));
    assert_snapshot("types-show-queue-services", &show(&["Microsoft.Storage/storageAccounts/queueServices"]));
}

#[test]
fn a_page_tells_why_its_version_was_chosen() {
    let line = |ty| show(&[ty, "--depth", "1"]).lines().find(|it| it.starts_with("version")).map(str::to_owned);
    let check = |ty, why: &str| assert_eq!(line(ty).unwrap(), format!("version   {why}"));
    check("Microsoft.Insights/diagnosticSettings@2016-09-01", "not the one that is chosen when nobody names a version");
    check("Microsoft.Search/searchServices", "newest stable version");
    assert!(line("Microsoft.Insights/diagnosticSettings").unwrap().contains("by exception: the newest stable version"));
}

#[test]
fn recursion_and_depth_end_a_page() {
    let ty = "Microsoft.DataFactory/factories/pipelines";
    let page = show(&[ty, "--depth", "60"]);
    assert!(page.contains("(as around it)") && !page.contains('…'), "recursion");
    let page = show(&[ty, "--depth", "1"]);
    assert!(page.ends_with("…: there is more below; see it with `--depth N`\n"));
}

#[test]
fn an_unknown_name_is_a_mistake_of_usage() {
    let (exit, page, notes) = run(&["show", "Microsoft.Search/searchService"]);
    assert_eq!((exit, &page[..]), (Exit::Usage, ""));
    assert_eq!(
        notes,
        "error: there is no resource type `Microsoft.Search/searchService`; did you mean \
         `Microsoft.Search/searchServices`?\n"
    );
    assert_eq!(run(&["show", "Microsoft.Search/searchServices@1999-01-01"]).0, Exit::Usage);
    assert_eq!(run(&["show"]).0, Exit::Usage);
}

#[test]
fn the_list_can_be_searched() {
    let (exit, table, notes) = run(&["list", "search/SEARCH"]);
    assert_eq!((exit, &notes[..]), (Exit::Fine, "4 types\n"));
    assert_snapshot("types-list-search", &table);
    assert_eq!(run(&["list"]).2, "3556 types\n");
    let (exit, table, notes) = run(&["list", "no such thing"]);
    assert_eq!((exit, &table[..]), (Exit::Failure, ""));
    assert_eq!(notes, "error: no resource type has `no such thing` in its name\n");
}
