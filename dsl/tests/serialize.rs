//! Every shape that serde knows, on its way to an expression: what survives, what is left out, what is refused.

use std::collections::BTreeMap;

use dsl::{Expr, Graph, ResourceGroup, Value, to_expr};
use indoc::indoc;
use serde::Serialize;

#[track_caller]
fn assert_printed(value: &(impl Serialize + ?Sized), expected: &str) {
    let expr = to_expr(value).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(expr.to_string(), expected.trim_end());
}

#[track_caller]
fn assert_refused(value: &(impl Serialize + ?Sized), path: &str, message: &str) {
    let error = to_expr(value).expect_err("it should be refused");
    assert_eq!(error.path(), path);
    assert!(error.message().contains(message), "{error}");
}

fn prefix() -> Value<String> {
    Value::new(Expr::Symbol("prefix".into()))
}

#[derive(Serialize)]
struct Everything {
    text: &'static str,
    number: i64,
    flag: bool,
    nothing: Option<String>,
    something: Option<Value<String>>,
    list: Vec<Value<String>>,
    #[serde(rename = "odd-name")]
    odd: Newtype,
    pair: (u8, String),
    map: BTreeMap<u8, Kind>,
}

#[derive(Serialize)]
struct Newtype(Value<String>);

#[derive(Serialize)]
enum Kind {
    Plain,
    Holds(Value<String>),
    Pair(i8, Value<String>),
    Named { name: Value<String>, nothing: Option<i8> },
}

#[test]
fn structs_lists_maps_and_enums() {
    let kinds =
        [Kind::Plain, Kind::Holds(prefix()), Kind::Pair(1, prefix()), Kind::Named { name: prefix(), nothing: None }];
    let value = Everything {
        text: "it's",
        number: i64::MIN,
        flag: true,
        nothing: None,
        something: Some(&prefix() + "-a"),
        list: vec![prefix(), "b".into()],
        odd: Newtype(prefix()),
        pair: (1, "two".into()),
        map: (0..).zip(kinds).collect(),
    };
    assert_printed(
        &value,
        indoc! {r"
            {
              text: 'it\'s'
              number: -9223372036854775808
              flag: true
              something: '${prefix}-a'
              list: [prefix, 'b']
              'odd-name': prefix
              pair: [1, 'two']
              map: {
                '0': 'Plain'
                '1': {
                  Holds: prefix
                }
                '2': {
                  Pair: [1, prefix]
                }
                '3': {
                  Named: {
                    name: prefix
                  }
                }
              }
            }
        "},
    );
}

#[test]
fn flattened_and_tagged_containers_keep_expressions() {
    #[derive(Serialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        own: Value<String>,
    }
    #[derive(Serialize)]
    struct Inner {
        name: Value<String>,
        nothing: Option<String>,
    }
    #[derive(Serialize)]
    #[serde(tag = "kind")]
    enum Tagged {
        Internally { name: Value<String> },
    }
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Untagged {
        Plain(Value<String>),
    }
    let outer = Outer { inner: Inner { name: prefix(), nothing: None }, own: prefix() };
    assert_printed(&outer, "{\n  name: prefix\n  own: prefix\n}");
    assert_printed(&Tagged::Internally { name: prefix() }, "{\n  kind: 'Internally'\n  name: prefix\n}");
    assert_printed(&Untagged::Plain(prefix()), "prefix");
}

#[test]
fn keys_may_be_computed() {
    struct Computed;
    impl Serialize for Computed {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([(prefix(), 1), (&prefix() + "-b", 2)])
        }
    }
    assert_printed(&Computed, "{\n  '${prefix}': 1\n  '${prefix}-b': 2\n}");
}

#[test]
fn what_bicep_has_no_form_for_is_refused_with_its_path() {
    assert_refused(&BTreeMap::from([("sizes", vec![(1, 1.5)])]), "sizes[0][1]", "no floats");
    assert_refused(&[Some(1), None], "[1]", "`None` leaves out a field");
    assert_refused(&None::<i8>, "", "`None` leaves out a field");
    assert_refused(&BTreeMap::from([("big", u64::MAX)]), "big", "64-bit");
    assert_refused(&i128::MAX, "", "64-bit");
    assert_refused(&['c'], "[0]", "no characters");
    assert_refused(&[()], "[0]", "`()`");
    assert_refused(&BTreeMap::from([(vec![1], 1)]), "", "key");
}

#[test]
fn an_expression_that_is_flattened_is_refused() {
    #[derive(Serialize)]
    struct Flat {
        #[serde(flatten)]
        expr: Expr,
    }
    assert!(to_expr(&Flat { expr: Expr::object([("a", Expr::Int(1))]) }).is_err());
}

#[test]
fn an_expression_that_another_serializer_swallows_is_an_error() {
    struct Swallowed(Value<String>);
    impl Serialize for Swallowed {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let json = serde_json::to_string(&self.0).map_err(serde::ser::Error::custom)?;
            serializer.serialize_str(&json)
        }
    }
    assert_refused(&Swallowed(prefix()), "", "were lost on the way through another serializer: `prefix`");
    // The next session starts clean.
    assert_printed(&prefix(), "prefix");
}

#[test]
fn outside_a_session_an_expression_is_its_text() {
    assert_eq!(serde_json::to_string(&(&prefix() + "-a")).ok().as_deref(), Some(r#""'${prefix}-a'""#));
}

#[test]
fn sessions_nest_and_survive_a_panic() {
    struct Nested;
    impl Serialize for Nested {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Value::<String>::of(&[prefix()]).serialize(serializer)
        }
    }
    struct Panics;
    impl Serialize for Panics {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            panic!("on purpose")
        }
    }
    assert_printed(&[Nested, Nested], "[[prefix], [prefix]]");
    assert!(std::panic::catch_unwind(|| to_expr(&Panics).is_ok()).is_err());
    assert_printed(&[prefix()], "[prefix]");
}

#[test]
fn a_user_struct_becomes_a_value() {
    #[derive(Serialize)]
    struct Rule {
        name: &'static str,
        port: u16,
    }
    let mut g = Graph::<ResourceGroup>::new();
    let rules = g.var("rules", Value::<Vec<String>>::of(&[Rule { name: "https", port: 443 }])).describe("Rules.");
    g.output("first", rules.at(0)).describe("The first.");
    let text = g.to_bicep().unwrap_or_else(|report| panic!("{report}"));
    assert!(text.contains("    name: 'https'\n    port: 443\n"), "{text}");
}
