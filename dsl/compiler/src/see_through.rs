//! Modules that the compiler sees through when it foretells a deployment, so that it does not matter how a template is cut
//! into files; it must not know what is foretold.
//!
//! The compiler follows a value into a module only if it can compute the name of the module's deployment, and never where
//! the value is a secret. So a copy of the files gets such names, and outputs that anyone may read.

/// Copies of files, each a path and a text, in which every module has a name that can be computed.
pub(crate) fn see_through<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Vec<(String, String)> {
    let mut calls = 0;
    files.into_iter().map(|(path, text)| (path.to_owned(), named(&opened(&plain(text)), &mut calls))).collect()
}

/// Without the decorators that make outputs secret.
fn plain(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    let is_of_output = |index: usize| {
        let statement = lines[index..].iter().find(|line| !line.starts_with('@'));
        statement.is_some_and(|line| line.starts_with("output "))
    };
    let kept = lines.iter().enumerate().filter(|(index, line)| **line != "@secure()" || !is_of_output(*index));
    kept.flat_map(|(_, line)| [line, "\n"]).collect()
}

/// With the braces of a call without params on lines of their own.
fn opened(text: &str) -> String {
    let lines = text.lines().map(|line| match line.strip_suffix("{}") {
        Some(start) if line.starts_with("module ") => format!("{start}{{\n}}\n"),
        Some(start) if line.starts_with("  for ") => format!("{start}{{\n  }}\n"),
        _ => format!("{line}\n"),
    });
    lines.collect::<Vec<_>>().concat()
}

/// With the name of its caller, its number and, in a loop, its position as the name of each module.
fn named(text: &str, calls: &mut usize) -> String {
    let mut named = Vec::new();
    // What tells calls apart and how far the header is indented, from its line to the one that opens the braces.
    let mut header: Option<(String, usize)> = None;
    for line in text.lines() {
        let mut line = line.to_owned();
        let indent = line.len() - line.trim_start().len();
        if line.starts_with("module ") {
            *calls += 1;
            header = Some((position(&mut line), indent));
        } else if header.is_some() && line.starts_with("  for ") {
            header = Some((position(&mut line), indent));
        }
        let opened = header.take_if(|(_, of_header)| *of_header == indent && line.ends_with(" {"));
        named.push(line + "\n");
        named.extend(
            opened.map(|(position, _)| format!("{:indent$}  name: '${{deployment().name}}.{calls}{position}'\n", "")),
        );
    }
    named.concat()
}

/// What tells the calls of a loop apart; it gets a variable for that if it has none.
fn position(line: &mut String) -> String {
    let Some((call, each)) = line.split_once("for ") else { return String::new() };
    let Some((variables, source)) = each.split_once(" in ") else { return String::new() };
    if let Some((_, index)) = variables.split_once(", ") {
        return format!("-${{{}}}", index.trim_end_matches(')'));
    }
    *line = format!("{call}for ({variables}, positionOfCall) in {source}");
    "-${positionOfCall}".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_call_gets_a_name() {
        let text = "module a 'a.bicep' = {\n}\n\nmodule b 'b.bicep' = [\n  for (x, i) in [\n    {\n    }\n  ]: {\n    \
                    params: {\n    }\n  }\n]\nmodule c 'c.bicep' = [for x in xs: if (x) {\n}]\nresource d 'e' = {\n}\n";
        let expected = "module a 'a.bicep' = {\n  name: '${deployment().name}.1'\n}\n\nmodule b 'b.bicep' = [\n  \
                        for (x, i) in [\n    {\n    }\n  ]: {\n    name: '${deployment().name}.2-${i}'\n    \
                        params: {\n    }\n  }\n]\nmodule c 'c.bicep' = [for (x, positionOfCall) in xs: if (x) {\n  \
                        name: '${deployment().name}.3-${positionOfCall}'\n}]\nresource d 'e' = {\n}\n";
        assert_eq!(see_through([("main.bicep", text)]), [("main.bicep".to_owned(), expected.to_owned())]);
    }

    #[test]
    fn calls_without_params_get_one_as_well() {
        let text = "module a 'a.bicep' = if (x) {}\nmodule b 'b.bicep' = [\n  for x in xs: {}\n]\n";
        let expected = "module a 'a.bicep' = if (x) {\n  name: '${deployment().name}.1'\n}\nmodule b 'b.bicep' = [\n  \
                        for (x, positionOfCall) in xs: {\n    name: '${deployment().name}.2-${positionOfCall}'\n  }\n]\n";
        assert_eq!(see_through([("main.bicep", text)])[0].1, expected);
    }

    #[test]
    fn outputs_are_no_secrets_and_params_stay_as_they_are() {
        let text = "@secure()\nparam a string\n\n@description('A.')\n@secure()\noutput b string = a\n";
        let expected = "@secure()\nparam a string\n\n@description('A.')\noutput b string = a\n";
        assert_eq!(see_through([("main.bicep", text)])[0].1, expected);
    }
}
