//! The plainest printing there is: one line, every part in parentheses. It shares nothing with the real printer but the
//! escaping of strings, which has its own property.

use dsl::{Accessor, Entry, Expr, Item, Key, UnaryOperator};

/// The expression with parentheses around everything that has parts.
pub(crate) fn parenthesised(expr: &Expr) -> String {
    match expr {
        Expr::Array(items) => format!("[{}]", list(items.iter().map(item))),
        Expr::Object(entries) => format!("{{ {} }}", list(entries.iter().map(entry))),
        Expr::Call(call) => format!("{}({})", call.function, list(call.arguments.iter().map(parenthesised))),
        Expr::Lambda(lambda) => format!("({}) => {}", lambda.parameters.join(", "), parenthesised(&lambda.body)),
        Expr::Unary(unary) => format!("({}({}))", sign(unary.0), parenthesised(&unary.1)),
        Expr::Binary(binary) => {
            let one = Expr::binary(Expr::Raw("l".into()), binary.1, Expr::Raw("r".into())).to_string();
            let operator = one.trim_start_matches('l').trim_end_matches('r');
            format!("({}{operator}{})", parenthesised(&binary.0), parenthesised(&binary.2))
        }
        Expr::Ternary(parts) => {
            let [condition, then, otherwise] = &**parts;
            let parts = [condition, then, otherwise].map(parenthesised);
            format!("({} ? {} : {})", parts[0], parts[1], parts[2])
        }
        // One chain: where a safe step leads nowhere, those behind it are not taken. Parentheses would end it.
        Expr::Access(access) if matches!(access.0, Expr::Access(_)) => {
            format!("{}{}", parenthesised(&access.0), accessor(&access.1))
        }
        Expr::Access(access) => format!("({}){}", parenthesised(&access.0), accessor(&access.1)),
        Expr::Interpolated(segments) => format!("'{}'", segments.iter().map(segment).collect::<String>()),
        Expr::For(each) => {
            let variables = each.index.iter().fold(each.item.to_string(), |item, index| format!("({item}, {index})"));
            format!("[for {variables} in {}: {}]", parenthesised(&each.source), parenthesised(&each.body))
        }
        Expr::Multiline(text) => Expr::string(text.to_string()).to_string(),
        Expr::Int(value) if *value < 0 => format!("({value})"),
        leaf => leaf.to_string(),
    }
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

fn item(item: &Item) -> String {
    match item {
        Item::Value(value) => parenthesised(value),
        Item::Spread(value) => format!("...{}", parenthesised(value)),
    }
}

fn entry(entry: &Entry) -> String {
    match entry {
        Entry::Property(Key::Name(name), value) => format!("'{name}': {}", parenthesised(value)),
        Entry::Property(Key::Computed(name), value) => format!("{name}: {}", parenthesised(value)),
        Entry::Spread(value) => format!("...{}", parenthesised(value)),
    }
}

fn sign(operator: UnaryOperator) -> char {
    match operator {
        UnaryOperator::Not => '!',
        UnaryOperator::Minus => '-',
    }
}

fn accessor(accessor: &Accessor) -> String {
    match accessor {
        Accessor::Property(name) => format!(".{name}"),
        Accessor::SafeProperty(name) => format!(".?{name}"),
        Accessor::Index(index) => format!("[{}]", parenthesised(index)),
        Accessor::SafeIndex(index) => format!("[?{}]", parenthesised(index)),
        Accessor::IndexFromEnd(index) => format!("[^{}]", parenthesised(index)),
        Accessor::SafeIndexFromEnd(index) => format!("[?^{}]", parenthesised(index)),
        Accessor::NonNull => "!".to_owned(),
        other => panic!("the trees have no {other:?}"),
    }
}

/// A literal inside an interpolated string; the quotes of its own printing are taken off.
fn segment(segment: &Expr) -> String {
    match segment {
        Expr::String(_) | Expr::Multiline(_) => {
            let quoted = parenthesised(segment);
            quoted[1..quoted.len() - 1].to_owned()
        }
        hole => format!("${{{}}}", parenthesised(hole)),
    }
}
