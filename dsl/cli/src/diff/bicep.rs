//! Reads the resources of Bicep that this program has printed, by its layout: one property a line, what belongs to it further
//! in. It must not know what they are compared with.

use std::collections::BTreeMap;

use super::resource::Resource;

/// What is deployed by a file; what exists already is none of it.
pub(crate) fn resources(text: &str) -> Vec<Resource> {
    let lines: Vec<_> = text.lines().collect();
    let mut found = Vec::new();
    read(&lines, "", &mut found);
    found
}

/// Reads the declarations among lines of one indentation, those nested in others included.
fn read(lines: &[&str], around: &str, found: &mut Vec<Resource>) {
    for entry in entries(lines) {
        let Some(header) = Header::read(entry[0]) else { continue };
        let ty = if header.ty.contains('.') { header.ty.to_owned() } else { format!("{around}/{}", header.ty) };
        let mut properties = BTreeMap::new();
        let body = body(entry, &mut properties);
        if let Some(version) = header.version {
            properties.insert("apiVersion".to_owned(), format!("'{version}'"));
        }
        members(body, "", &mut properties);
        let name = properties.remove("name").unwrap_or_default();
        if !header.is_existing {
            found.push(Resource { key: header.symbol.to_owned(), ty: ty.clone(), name, properties });
        }
        read(body, &ty, found);
    }
}

/// `resource symbol 'type@version' existing = …`
struct Header<'t> {
    symbol: &'t str,
    ty: &'t str,
    version: Option<&'t str>,
    is_existing: bool,
}

impl<'t> Header<'t> {
    fn read(line: &'t str) -> Option<Self> {
        let (symbol, rest) = line.trim_start().strip_prefix("resource ")?.split_once(" '")?;
        let (ty, rest) = rest.split_once('\'')?;
        let (ty, version) = ty.split_once('@').map_or((ty, None), |(ty, version)| (ty, Some(version)));
        Some(Header { symbol, ty, version, is_existing: rest.starts_with(" existing") })
    }
}

/// The lines between the braces. A condition and a loop are properties, too, for they decide what is deployed.
fn body<'l, 't>(entry: &'l [&'t str], properties: &mut BTreeMap<String, String>) -> &'l [&'t str] {
    let mut start = 0;
    if let Some(each) = entry.get(1).filter(|_| entry[0].ends_with("= [")) {
        properties.insert("for".to_owned(), each.trim().trim_end_matches('{').trim_end().to_owned());
        start = 1;
    } else if let Some((_, condition)) = entry[0].split_once("= if ") {
        properties.insert("if".to_owned(), condition.trim_end_matches('{').trim_end().to_owned());
    }
    let end = entry.len().saturating_sub(1 + start);
    entry.get(start + 1..end).unwrap_or_default()
}

/// Reads lines of one indentation as members of an object.
fn members(lines: &[&str], path: &str, properties: &mut BTreeMap<String, String>) {
    for entry in entries(lines).filter(|entry| Header::read(entry[0]).is_none()) {
        if let Some((key, first)) = entry[0].trim_start().split_once(": ") {
            value(entry, first, &if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }, properties);
        }
    }
}

fn value(entry: &[&str], first: &str, path: &str, properties: &mut BTreeMap<String, String>) {
    let inner = entry.get(1..entry.len() - 1).unwrap_or_default();
    match first {
        "{" => members(inner, path, properties),
        "[" => elements(inner, path, properties),
        _ => {
            let rest = entry[1..].iter().map(|line| line.trim());
            let text = std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" ");
            properties.insert(path.to_owned(), text);
        }
    }
}

/// Reads lines of one indentation as elements of a list, each by its name or its position.
fn elements(lines: &[&str], path: &str, properties: &mut BTreeMap<String, String>) {
    for (position, entry) in entries(lines).enumerate() {
        let first = entry[0].trim_start();
        let name = entry.iter().filter(|_| first == "{").find_map(|line| line.trim_start().strip_prefix("name: "));
        let name = name.map_or_else(|| position.to_string(), |name| name.trim_matches('\'').to_owned());
        value(entry, first, &format!("{path}[{name}]"), properties);
    }
}

/// Lines as entries: a line of the outermost indentation, what is further in, and what closes it.
fn entries<'l, 't>(lines: &'l [&'t str]) -> impl Iterator<Item = &'l [&'t str]> {
    let outermost = lines.iter().find(|line| !line.trim().is_empty()).map_or(0, |line| indent(line));
    let mut rest = lines;
    std::iter::from_fn(move || {
        let start = rest.iter().position(|line| !line.trim().is_empty())?;
        rest = &rest[start..];
        let (entry, behind) = rest.split_at(length(rest, outermost));
        rest = behind;
        Some(entry)
    })
}

/// How many lines the first entry has. The text between `'''` and `'''` may stand anywhere.
fn length(lines: &[&str], outermost: usize) -> usize {
    let mut is_text = false;
    for (at, line) in lines.iter().enumerate() {
        let is_inside = is_text || line.trim().is_empty() || indent(line) > outermost;
        if at > 0 && !is_inside {
            let closes = line.trim_start().starts_with(['}', ']', ')']);
            return if closes { at + 1 } else { at };
        }
        is_text ^= line.matches("'''").count() % 2 == 1;
    }
    lines.len()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use indoc::indoc;

    use super::*;

    #[test]
    fn resources_are_read_with_what_is_nested_in_them() {
        let text = indoc! {"
            param a string

            @description('Net.')
            resource net 'M.N/nets@2026-01-01' = if (a == 'x') {
              name: '${a}-net'
              properties: {
                ranges: ['10.0.0.0/16']
                subnets: [
                  {
                    name: 'one'
                    range: '10.0.0.0/24'
                  }
                ]
                script: '''
            no: indent
              ''' 
                long: guid(
                  a,
                  'b'
                )
              }

              resource link 'links' = {
                name: 'l'
                on: true
              }
            }

            resource many 'M.N/many@2026-01-01' = [
              for x in xs: {
                name: x
              }
            ]

            resource there 'M.N/nets@2026-01-01' existing = {
              name: 'there'
            }
        "};
        let found = resources(text);
        let shown: Vec<_> = found.iter().map(|it| format!("{} {} {}", it.key, it.ty, it.name)).collect();
        assert_eq!(shown, ["net M.N/nets '${a}-net'", "link M.N/nets/links 'l'", "many M.N/many x"]);
        let properties: Vec<_> = found[0].properties.iter().map(|(path, value)| format!("{path} = {value}")).collect();
        let expected = [
            "apiVersion = '2026-01-01'",
            "if = (a == 'x')",
            "properties.long = guid( a, 'b' )",
            "properties.ranges = ['10.0.0.0/16']",
            "properties.script = ''' no: indent '''",
            "properties.subnets[one].name = 'one'",
            "properties.subnets[one].range = '10.0.0.0/24'",
        ];
        assert_eq!(properties, expected);
        assert_eq!(found[2].properties["for"], "for x in xs:");
    }
}
