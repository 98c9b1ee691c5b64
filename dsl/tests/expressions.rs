//! How expressions print, construct by construct, as the official formatter would have it.

mod common;

use common::assert_rendered;
use dsl::functions::{guid, replace, resource_group, string, to_lower, unique_string};
use dsl::{Accessor, BinaryOperator as Op, Entry, Expr, Field, Graph, Item, Key, ResourceGroup, Type, Value};

/// A graph with one output for each expression, and params to refer to.
#[track_caller]
fn assert_expressions(name: &str, outputs: impl IntoIterator<Item = (Type, Expr)>) {
    let mut g = Graph::<ResourceGroup>::new();
    let outputs: Vec<_> = outputs.into_iter().collect();
    let text = format!("{outputs:?}");
    for (symbol, ty) in params() {
        if text.contains(&format!("Symbol(\"{symbol}\")")) {
            g.param_of::<String>(symbol).ty(ty).describe("Something to refer to.");
        }
    }
    for (index, (ty, expr)) in outputs.into_iter().enumerate() {
        g.output(format!("r{index}"), Value::<String>::new(expr)).ty(ty).describe("An expression.");
    }
    assert_rendered(name, &g);
}

fn params() -> [(&'static str, Type); 6] {
    [
        ("count", Type::Int),
        ("maybe", Type::Nullable(Box::new(Type::Int))),
        ("flag", Type::Bool),
        ("name", Type::String),
        ("names", list(Type::String)),
        ("settings", settings()),
    ]
}

fn settings() -> Type {
    let field = |name: &'static str, ty| Field::typed(name, ty, "A setting.");
    Type::Object(vec![
        field("size", Type::Int),
        field("display name", Type::String),
        field("zone", Type::Nullable(Box::new(Type::String))),
    ])
}

fn list(ty: Type) -> Type {
    Type::Array(Box::new(ty))
}

fn s(symbol: &str) -> Expr {
    Expr::Symbol(symbol.into())
}

fn infix(left: Expr, operator: Op, right: Expr) -> Expr {
    Expr::binary(left, operator, right)
}

#[test]
fn operators() {
    let sum = || infix(s("count"), Op::Add, Expr::Int(1));
    let less = || infix(s("count"), Op::Less, Expr::Int(3));
    let not = |expr| Expr::unary(dsl::UnaryOperator::Not, expr);
    let minus = |expr| Expr::unary(dsl::UnaryOperator::Minus, expr);
    assert_expressions(
        "expression-operators",
        [
            (Type::Int, infix(sum(), Op::Multiply, Expr::Int(2))),
            (Type::Int, infix(s("count"), Op::Subtract, sum())),
            (Type::Int, infix(infix(s("count"), Op::Subtract, Expr::Int(1)), Op::Subtract, Expr::Int(-1))),
            (Type::Int, minus(minus(s("count")))),
            (Type::Int, minus(Expr::Int(7)).pipe(|seven| infix(seven, Op::Modulo, s("count")))),
            (Type::Int, infix(infix(s("count"), Op::Divide, Expr::Int(2)), Op::Multiply, sum())),
            (
                Type::Bool,
                infix(
                    infix(s("count"), Op::LessOrEqual, sum()),
                    Op::NotEqual,
                    infix(sum(), Op::GreaterOrEqual, s("count")),
                ),
            ),
            (Type::Bool, not(not(less()))),
            (Type::Bool, infix(infix(less(), Op::Equal, s("flag")), Op::And, infix(less(), Op::Or, s("flag")))),
            (Type::Bool, infix(s("name"), Op::EqualIgnoringCase, Expr::string("hub"))),
            (Type::Bool, Value::<String>::new(s("name")).ne_ignore_case("hub").into()),
            (Type::Int, infix(infix(s("maybe"), Op::Coalesce, s("count")), Op::Add, Expr::Int(1))),
        ],
    );
}

trait Pipe: Sized {
    fn pipe<T>(self, function: impl FnOnce(Self) -> T) -> T {
        function(self)
    }
}

impl Pipe for Expr {}

#[test]
fn conditions() {
    let choose = |condition, then, otherwise| Expr::ternary(condition, then, otherwise);
    let long = || {
        Expr::string("a text that is long enough to make the whole conditional expression too wide for a single line")
    };
    assert_expressions(
        "expression-conditions",
        [
            (Type::Int, choose(s("flag"), Expr::Int(1), s("count"))),
            (Type::Int, choose(choose(s("flag"), s("flag"), s("flag")), s("count"), Expr::Int(2))),
            (Type::Int, choose(s("flag"), Expr::Int(1), choose(s("flag"), Expr::Int(2), s("count")))),
            (Type::String, choose(s("flag"), s("name"), Expr::interpolated([long(), s("name")]))),
            (list(Type::String), choose(s("flag"), Expr::array([s("name")]), s("names"))),
        ],
    );
}

#[test]
fn strings() {
    let name: Value<String> = Value::new(s("name"));
    let count: Value<i64> = Value::new(s("count"));
    assert_expressions(
        "expression-strings",
        [
            (Type::String, Expr::from(&name + "-vnet")),
            (Type::String, Expr::from("it's $" + &name + "${not a hole}")),
            (Type::String, Expr::from(&name + "" + "-" + to_lower(&name))),
            (Type::String, Expr::interpolated([Expr::string("n"), Expr::from(&count)])),
            (Type::String, Expr::from(&name + "\u{2028}tab\tquote' backslash\\ 名前 🦀")),
            (Type::String, Expr::call("format", [Expr::Multiline("two\n  lines {0}\n".into()), s("name")])),
            (Type::String, (Value::multiline("#!/bin/sh\necho ") + &name + "\n").into()),
            (Type::String, (Value::multiline("it's ${HOME} $${x}$\n") + &name + "'" + Value::multiline("\n$")).into()),
            (Type::String, (Value::multiline("no ''' here\n") + &name + "\r").into()),
            (Type::String, Expr::call("format", [Expr::Multiline("no ''' here {0}".into()), s("name")])),
        ],
    );
}

#[test]
fn calls() {
    let name: Value<String> = Value::new(s("name"));
    let group = resource_group();
    let deep = replace(replace(unique_string([group.id()]), "a", &name), to_lower(&name), string(&name));
    assert_expressions(
        "expression-calls",
        [
            (Type::String, unique_string([group.id()]).into()),
            (
                Type::String,
                guid([group.id(), group.name(), name.clone(), "a text that makes it too long".into()]).into(),
            ),
            (Type::String, (replace(deep, "another", "text that makes it far too long") + "-" + &name).into()),
        ],
    );
}

#[test]
fn objects_and_arrays() {
    let size = || ("size", s("count"));
    let names = || s("names");
    let object = Expr::object([size(), ("display name", s("name"))]);
    let spread = Expr::Object(vec![Entry::Spread(s("settings"))].into());
    let both =
        Expr::Object(vec![Entry::Spread(s("settings")), Entry::Property(Key::from("size"), Expr::Int(1))].into());
    // What is no string with holes becomes one, and what is known is a name.
    let key = |key: Expr| Entry::Property(Key::Computed(key.into()), s("count"));
    let count = infix(s("count"), Op::Add, Expr::Int(1));
    let keys = [
        s("name"),
        count,
        Expr::string("plain"),
        Expr::string("two words"),
        Expr::interpolated([s("name"), Expr::string("-b")]),
    ];
    let keyed = Expr::Object(keys.map(key).into());
    assert_expressions(
        "expression-objects-and-arrays",
        [
            (settings(), object.clone()),
            (list(settings()), Expr::array([spread, both, s("settings")])),
            (settings(), Expr::call("union", [s("settings"), object])),
            (list(Type::String), Expr::array([s("name"), Expr::string("b")])),
            (list(Type::String), Expr::Array(vec![Item::Spread(names().into()), Item::Value(s("name"))].into())),
            (list(settings()), Expr::array([s("settings"), Expr::object([size(), ("display name", s("name"))])])),
            (
                list(Type::String),
                Expr::call("union", [names(), Expr::array([s("name"), Expr::string("x".repeat(120))])]),
            ),
            (
                list(Type::String),
                Expr::call("union", [names(), Expr::array([s("name"), Expr::string("x".repeat(90))])]),
            ),
            (list(Type::String), Expr::call("union", [Expr::call("union", [names(), Expr::array([])]), names()])),
            (Type::Map(Type::Int.into()), keyed),
        ],
    );
}

#[test]
fn access() {
    let at = |accessor| s("names").access(accessor);
    assert_expressions(
        "expression-access",
        [
            (Type::Int, s("settings").member("size")),
            (Type::String, s("settings").member("display name")),
            (Type::Nullable(Box::new(Type::String)), s("settings").access(Accessor::SafeProperty("zone".into()))),
            (Type::Int, s("maybe").access(Accessor::NonNull)),
            (Type::String, at(Accessor::Index(Expr::Int(0)))),
            (Type::String, at(Accessor::IndexFromEnd(Expr::Int(1)))),
            (Type::Nullable(Box::new(Type::String)), at(Accessor::SafeIndex(s("count")))),
            (Type::Nullable(Box::new(Type::String)), at(Accessor::SafeIndexFromEnd(s("count")))),
        ],
    );
}

#[test]
fn lambdas_and_loops() {
    let local = |name: &str| Expr::Local(name.into());
    let greeting = |name: &str| Expr::interpolated([Expr::string("hello "), local(name)]);
    let long = |name: &str| {
        Expr::interpolated([
            Expr::string("a text that is so long that the lambda or the loop around it does not fit into one line, "),
            greeting(name),
        ])
    };
    let object = Expr::object([("size", s("count")), ("display name", local("name"))]);
    let each = |name: &str, body| Expr::each(name.to_owned(), s("names"), body);
    assert_expressions(
        "expression-lambdas-and-loops",
        [
            (list(Type::String), Expr::call("map", [s("names"), Expr::lambda(["name"], greeting("name"))])),
            (list(Type::String), Expr::call("map", [s("names"), Expr::lambda(["name"], long("name"))])),
            (list(settings()), Expr::call("map", [s("names"), Expr::lambda(["name"], object.clone())])),
            (
                list(Type::String),
                Expr::call("sort", [s("names"), Expr::lambda(["a", "b"], infix(local("a"), Op::Less, local("b")))]),
            ),
            (list(Type::String), each("item", greeting("item"))),
            (list(settings()), each("name", object)),
        ],
    );
}
