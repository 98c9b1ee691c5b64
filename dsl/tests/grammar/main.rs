//! Everything that the language has occurs in what is printed: the snapshots are read, each production is looked for in them, and
//! the compiler accepts those in which it was found.

mod bodies;
mod declarations;
mod expressions;
mod lexer;
mod parser;
mod productions;
mod renderings;
mod types;

#[path = "../common/snapshot.rs"]
mod snapshot;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use compiler::Gate;

use self::productions::SECTIONS;
use self::renderings::{Rendering, all};

/// Each production with the first rendering in which it occurs.
type Found<'r> = BTreeMap<String, &'r Rendering>;

fn find(renderings: &[Rendering]) -> Found<'_> {
    let mut found = Found::new();
    for rendering in renderings {
        for (path, text) in &rendering.files {
            let name = &rendering.name;
            let seen = parser::productions(text).unwrap_or_else(|rest| panic!("`{name}`, `{path}`: what is {rest}?"));
            for production in seen {
                found.entry(production).or_insert(rendering);
            }
        }
    }
    found
}

/// The list of productions, each with where it occurs.
fn table(found: &Found<'_>) -> String {
    let (mut table, mut count, mut missing) = (String::new(), 0, 0);
    for (section, productions) in SECTIONS {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{section}");
        for production in *productions {
            let place = found.get(*production).map_or("nowhere", |rendering| &rendering.name);
            let _ = writeln!(table, "  {production:<42} {place}");
            count += 1;
            missing += usize::from(!found.contains_key(*production));
        }
    }
    let _ = write!(table, "{} of {count} productions, {} %", count - missing, (count - missing) * 100 / count);
    table
}

#[test]
fn every_production_occurs_in_a_rendering_that_the_compiler_accepts() {
    let renderings = all();
    let found = find(&renderings);
    let table = table(&found);
    assert!(table.ends_with(", 100 %"), "{table}");
    let listed: BTreeSet<_> = SECTIONS.iter().flat_map(|(_, productions)| *productions).copied().collect();
    let unlisted: Vec<_> = found.keys().filter(|production| !listed.contains(production.as_str())).collect();
    assert!(unlisted.is_empty(), "no section lists {unlisted:?}");
    if let Some(mut gate) = Gate::shared() {
        let used: BTreeSet<_> = found.values().map(|rendering| &rendering.name).collect();
        for rendering in renderings.iter().filter(|rendering| used.contains(&rendering.name)) {
            rendering.check(&mut gate).unwrap_or_else(|report| panic!("`{}`: {report}", rendering.name));
        }
    }
    snapshot::assert_snapshot("grammar", &table);
}

/// The reader tells apart what looks alike, so that nothing is found where it is not.
#[test]
fn nothing_is_found_where_it_is_not() {
    let seen = |text: &str| parser::productions(text).unwrap_or_else(|rest| panic!("{text}: {rest}"));
    let in_text = seen("var a = 'x ?? y => $z'\n// a / b\n");
    assert_eq!(in_text.into_iter().collect::<Vec<_>>(), ["'text'", "var NAME = a"]);
    let ternary = seen("var a = b ? c : d\n");
    assert!(ternary.contains("c ? a : b") && !ternary.contains("a ?? b") && !ternary.contains("type T?"));
    let decorated = seen("@description('param')\nvar a = b\n");
    assert!(decorated.contains("@description on var") && !decorated.contains("@description on param"));
    for wrong in ["var a = b +\n", "param a\n", "resource a 'b' = {\n", "output a = b\n", "assert a = true\n"] {
        assert!(parser::productions(wrong).is_err(), "{wrong}");
    }
}
