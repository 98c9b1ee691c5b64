//! A list or a table of TOML, and one more in it: comments, order and layout stay. It must not know what is in them.

use std::iter;

use anyhow::{Context, bail};
use toml_edit::{Array, Item, Key, Table, Value};

/// Adds a path to a list of members, laid out like its neighbours; a pattern may have it already.
pub(super) fn add_member(members: &mut Array, path: &str) {
    let paths: Vec<_> = members.iter().map(|it| it.as_str().unwrap_or_default().to_owned()).collect();
    if paths.iter().any(|it| it == "scenarios/*") {
        return;
    }
    let at = place(&paths, path);
    let (first, other) = (indent(members, 0).unwrap_or_default(), indent(members, 1));
    let other = other.unwrap_or_else(|| if first.is_empty() { " ".to_owned() } else { first.clone() });
    let is_first = at == 0 && first.is_empty();
    members.insert_formatted(at, Value::from(path).decorated(if is_first { "" } else { &other }, ""));
    if is_first && let Some(second) = members.get_mut(1) {
        second.decor_mut().set_prefix(other);
    }
}

/// The blanks in front of an element. What stands before them may be a comment on it.
fn indent(members: &Array, at: usize) -> Option<String> {
    let prefix = members.get(at)?.decor().prefix().and_then(|it| it.as_str()).unwrap_or_default();
    Some(prefix[prefix.rfind('\n').unwrap_or(0)..].to_owned())
}

/// Adds an entry to those lines of a table that `azure` is among.
pub(super) fn add_entry(table: &mut Table, name: &str, item: Item) -> anyhow::Result<()> {
    if table.contains_key(name) {
        bail!("something is called `{name}` already among the dependencies: choose another name");
    }
    let keys: Vec<_> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let azure = keys.iter().position(|key| key == "azure").context("`azure` is not among the dependencies")?;
    let begins = |at: &usize| *at == 0 || lead(table, &keys[*at]).starts_with('\n');
    let first = (0..=azure).rev().find(begins).unwrap_or(0);
    let end = (azure + 1..keys.len()).find(begins).unwrap_or(keys.len());
    let at = first + place(&keys[first..end], name);

    table.insert(name, item);
    if at == first {
        let lead = lead(table, &keys[first]);
        let own = lead.trim_start_matches('\n');
        set_lead(table, name, &lead[..lead.len() - own.len()]);
        set_lead(table, &keys[first], own);
    }
    let order: Vec<_> = keys[..at]
        .iter()
        .map(String::as_str)
        .chain(iter::once(name))
        .chain(keys[at..].iter().map(String::as_str))
        .collect();
    let position = |key: &Key| order.iter().position(|it| *it == key.get());
    table.sort_values_by(|one, _, other, _| position(one).cmp(&position(other)));
    Ok(())
}

/// Where a text belongs among others: in their order if they have one, or else at their end.
fn place(texts: &[String], text: &str) -> usize {
    if texts.is_sorted() { texts.partition_point(|it| it.as_str() < text) } else { texts.len() }
}

/// What stands in front of an entry: blank lines and comments. Of `a.b = 1` it is kept at `b`.
fn lead(table: &Table, key: &str) -> String {
    if let Some(inner) = table.get(key).and_then(Item::as_table).filter(|it| it.is_dotted()) {
        return inner.iter().next().map(|(key, _)| lead(inner, key)).unwrap_or_default();
    }
    let prefix = table.key(key).and_then(|key| key.leaf_decor().prefix()?.as_str());
    prefix.unwrap_or_default().to_owned()
}

fn set_lead(table: &mut Table, key: &str, lead: &str) {
    if let Some(inner) = table.get_mut(key).and_then(Item::as_table_mut).filter(|it| it.is_dotted()) {
        let first = inner.iter().next().map(|(key, _)| key.to_owned());
        if let Some(key) = first {
            set_lead(inner, &key, lead);
        }
    } else if let Some(mut key) = table.key_mut(key) {
        key.leaf_decor_mut().set_prefix(lead);
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::{DocumentMut, value};

    use super::*;

    #[track_caller]
    fn check_member(before: &str, after: &str) {
        let mut document: DocumentMut = before.parse().unwrap();
        add_member(document["m"].as_array_mut().unwrap(), "s/m");
        assert_eq!(document.to_string(), after);
    }

    #[test]
    fn a_member_looks_like_its_neighbours() {
        check_member("m = [\"a\", \"s/z\"] # all\n", "m = [\"a\", \"s/m\", \"s/z\"] # all\n");
        check_member("m = [\"s/z\"]\n", "m = [\"s/m\", \"s/z\"]\n");
        check_member("m = []\n", "m = [\"s/m\"]\n");
        check_member("m = [\"z\", \"a\"]\n", "m = [\"z\", \"a\", \"s/m\"]\n");
        check_member("m = [\n  \"s/z\", # Z\n]\n", "m = [\n  \"s/m\",\n  \"s/z\", # Z\n]\n");
        check_member(
            "m = [\n  # A\n  \"a\",\n  # Z\n  \"s/z\",\n]\n",
            "m = [\n  # A\n  \"a\",\n  \"s/m\",\n  # Z\n  \"s/z\",\n]\n",
        );
        check_member("m = [\"scenarios/*\"]\n", "m = [\"scenarios/*\"]\n");
    }

    #[track_caller]
    fn check_entry(before: &str, after: &str) {
        for ending in [" = 1", ".workspace = true"] {
            let text = |lines: &str| format!("[d]\n{lines}").replace(';', &format!("{ending}\n"));
            let mut document: DocumentMut = text(before).parse().unwrap();
            let item = if ending == " = 1" {
                value(1)
            } else {
                let mut table = Table::from_iter([("workspace", true)]);
                table.set_dotted(true);
                Item::Table(table)
            };
            add_entry(document["d"].as_table_mut().unwrap(), "m", item).unwrap();
            assert_eq!(document.to_string(), text(after));
        }
    }

    #[test]
    fn an_entry_goes_to_the_lines_that_azure_is_among() {
        check_entry("azure;z;\na;z2;", "azure;m;z;\na;z2;");
        check_entry("b;a;\nazure;z; # last\n\n[e]\n", "b;a;\nazure;m;z; # last\n\n[e]\n");
        check_entry("z;azure;", "z;azure;m;");
        check_entry("a2;\nn;# Azure\nazure;", "a2;\nn;# Azure\nazure;m;");
        check_entry("# Ours\nazure;# Last\nz;", "# Ours\nazure;m;# Last\nz;");
    }

    #[test]
    fn the_first_line_may_be_the_new_one() {
        let mut document: DocumentMut = "[d]\nz = 1\n\nazure = 1\nb = 1\n".parse().unwrap();
        add_entry(document["d"].as_table_mut().unwrap(), "a", value(1)).unwrap();
        assert_eq!(document.to_string(), "[d]\nz = 1\n\na = 1\nazure = 1\nb = 1\n");
    }

    #[test]
    fn a_name_that_is_taken_is_refused() {
        let mut document: DocumentMut = "azure = 1\nserde = 1\n".parse().unwrap();
        assert!(add_entry(document.as_table_mut(), "serde", value(1)).is_err());
    }
}
