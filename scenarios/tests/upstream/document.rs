//! The list of differences in a document beside the rows that are found. It must not know how they are found.

/// What is wrong with the document: rows that it lacks, that no longer occur, that stand twice or give no reason.
pub(crate) fn faults(document: &str, rows: &[String]) -> Vec<String> {
    let listed: Vec<_> = document.lines().filter(|line| line.starts_with("| `")).collect();
    let mut faults = Vec::new();
    for row in rows {
        match listed.iter().filter(|line| line.starts_with(row.as_str())).count() {
            0 => faults.push(format!("not listed: {row}")),
            1 => {}
            _ => faults.push(format!("listed twice: {row}")),
        }
    }
    for line in listed {
        match rows.iter().find_map(|row| line.strip_prefix(row.as_str())) {
            None => faults.push(format!("no longer so: {line}")),
            Some(reason) if reason.trim_matches([' ', '|']).is_empty() => {
                faults.push(format!("without reason: {line}"));
            }
            Some(_) => {}
        }
    }
    faults
}
