//! A value of a parameter set as JSON in which azd puts variables of its environment: `${NAME}`. It must not know a param.

use dsl::{Call, Entry, Expr, Item};
use serde_json::{Map, Value};

/// The value; nothing where only the compiler of Bicep could tell it, or where azd would change it on the way.
pub(super) fn json(expr: &Expr) -> Option<Value> {
    match expr {
        Expr::Null => Some(Value::Null),
        Expr::Bool(value) => Some(Value::from(*value)),
        Expr::Int(value) => Some(Value::from(*value)),
        Expr::Array(items) => items.iter().map(item).collect::<Option<Vec<_>>>().map(Value::from),
        Expr::Object(entries) => entries.iter().map(entry).collect::<Option<Map<_, _>>>().map(Value::from),
        _ => text(expr).map(Value::from),
    }
}

fn item(item: &Item) -> Option<Value> {
    match item {
        Item::Value(value) => json(value),
        Item::Spread(_) => None,
    }
}

fn entry(entry: &Entry) -> Option<(String, Value)> {
    match entry {
        Entry::Property(key, value) => Some((plain(key.as_name()?)?.to_owned(), json(value)?)),
        Entry::Spread(_) => None,
    }
}

/// A text, variables among it; azd makes numbers and truth values of those that are wanted as such.
fn text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::String(text) => plain(text).map(str::to_owned),
        Expr::Multiline(text) => plain(text).map(str::to_owned),
        Expr::Interpolated(parts) => parts.iter().map(text).collect(),
        Expr::Call(call) => variable(call),
        _ => None,
    }
}

fn variable(call: &Call) -> Option<String> {
    match (&*call.function, &*call.arguments) {
        ("int" | "bool", [Expr::Call(inner)]) => variable(inner),
        ("readEnvironmentVariable", [Expr::String(name)]) => Some(format!("${{{name}}}")),
        ("readEnvironmentVariable", [Expr::String(name), Expr::String(default)]) if default.is_empty() => {
            Some(format!("${{{name}}}"))
        }
        ("readEnvironmentVariable", [Expr::String(name), Expr::String(default)]) => {
            let default = plain(default).filter(|text| !text.contains(['}', '$', '"', '\n']))?;
            Some(format!("${{{name}={default}}}"))
        }
        _ => None,
    }
}

/// The text, if azd leaves it as it is: it reads `${`, `$$` and backslashes in its own way.
fn plain(text: &str) -> Option<&str> {
    let is_read = ["${", "$$", "\\"].iter().any(|read| text.contains(read)) || text.ends_with('$');
    (!is_read).then_some(text)
}

#[cfg(test)]
mod tests {
    use dsl::functions::{
        int, read_environment_variable as read, read_environment_variable_or as read_or, resource_group,
    };
    use dsl::{Expr, Value as Typed};
    use serde_json::{Value, json};

    #[track_caller]
    fn check<T>(value: impl Into<Typed<T>>, expected: impl Into<Option<Value>>) {
        assert_eq!(super::json(&Expr::from(value.into())), expected.into());
    }

    #[test]
    fn literals_are_themselves() {
        check::<String>("a \"b\" $c\n{d}", Some(json!("a \"b\" $c\n{d}")));
        check::<i64>(-3, Some(json!(-3)));
        check::<bool>(true, Some(json!(true)));
        check::<Vec<String>>(["a", "b"], Some(json!(["a", "b"])));
        check::<dsl::Map<String>>([("a", "b")], Some(json!({ "a": "b" })));
    }

    #[test]
    fn variables_are_put_in_by_azd() {
        let a = || Typed::<String>::from(read("A"));
        check::<String>(a(), Some(json!("${A}")));
        check::<String>(a() + "-b-" + read_or("C", "d"), Some(json!("${A}-b-${C=d}")));
        check::<String>(read_or("A", ""), Some(json!("${A}")));
        check::<i64>(int(a()), Some(json!("${A}")));
    }

    #[test]
    fn what_azd_would_read_in_its_own_way_is_none() {
        for text in ["${a}", "a$$b", "a\\b", "a$"] {
            check::<String>(text, None);
            check::<Vec<String>>([text], None);
        }
        for default in ["a}", "$", "a\"", "a\\"] {
            check::<String>(read_or("A", default), None);
        }
    }

    #[test]
    fn what_only_the_compiler_can_tell_is_none() {
        check::<String>(resource_group().location(), None);
        check::<String>(Typed::<String>::from("a") + resource_group().name(), None);
    }
}
