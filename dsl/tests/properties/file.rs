//! Many expressions in one template, for a compiler starts slowly and then compiles quickly.

use dsl::{Expr, Field, Graph, ResourceGroup, Type, Value};

use crate::trees::Kind;

/// As many outputs as ARM allows, less one that uses all params.
pub(crate) const OUTPUTS: usize = 60;

/// A template with the params that trees refer to, and one output `r0`, `r1`, … for each expression.
pub(crate) fn template(outputs: impl IntoIterator<Item = (Kind, Expr)>) -> String {
    let mut g = Graph::<ResourceGroup>::new();
    for (symbol, ty) in params() {
        g.param_of::<String>(symbol).ty(ty).describe("Something to refer to.");
    }
    let every = Expr::array(params().map(|(symbol, _)| Expr::call("string", [Expr::Symbol(symbol.into())])));
    g.output("all", Value::<Vec<String>>::new(every)).describe("Uses every param.");
    for (index, (kind, expr)) in outputs.into_iter().enumerate() {
        g.output(format!("r{index}"), Value::<String>::new(expr)).ty(ty(kind)).describe("A random expression.");
    }
    g.to_bicep().unwrap_or_else(|report| panic!("{report}"))
}

/// The same template with other values: what stands behind `=` in each output is replaced by a text.
pub(crate) fn with_values(outputs: &[(Kind, String)]) -> String {
    let placeholder = |index: usize| Expr::Raw(format!("<{index}>").into());
    let template = template(outputs.iter().enumerate().map(|(index, (kind, _))| (*kind, placeholder(index))));
    outputs.iter().enumerate().fold(template, |text, (index, (_, value))| text.replace(&format!("<{index}>"), value))
}

fn params() -> [(&'static str, Type); 11] {
    let list = || Type::Array(Box::new(Type::Int));
    [
        ("i", Type::Int),
        ("j", Type::Int),
        ("n", Type::Nullable(Box::new(Type::Int))),
        ("b", Type::Bool),
        ("c", Type::Bool),
        ("s", Type::String),
        ("a", list()),
        ("aRatherLongNameForAListOfNumbers", list()),
        ("o", record()),
        ("q", Type::Nullable(Box::new(record()))),
        ("m", Type::Nullable(Box::new(nested()))),
    ]
}

fn ty(kind: Kind) -> Type {
    match kind {
        Kind::Int => Type::Int,
        Kind::Bool => Type::Bool,
        Kind::Text => Type::String,
        Kind::List => Type::Array(Box::new(Type::Int)),
        Kind::Record => record(),
    }
}

fn nested() -> Type {
    let optional = |name: &'static str, ty| Field::typed(name, Type::Nullable(Box::new(ty)), "A field.");
    Type::Object(vec![optional("deep", record()), optional("list", Type::Array(Box::new(Type::Int)))])
}

fn record() -> Type {
    let field = |name: &'static str, ty| Field::typed(name, ty, "A field.");
    Type::Object(vec![field("x", Type::Int), field("y", Type::String), field("z", Type::Bool)])
}
