//! Which names come near to a mistyped one. It must not know what they name.

/// How alike two names have to be, from 0 to 1.
const ALIKE: f64 = 0.85;
/// How many names are worth reading.
const MOST: usize = 3;

/// The names that the wanted one may have meant, the nearest first. Without a slash, only last parts are compared.
pub(crate) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let wanted = wanted.to_ascii_lowercase();
    let compared = |name: &'a str| if wanted.contains('/') { name } else { name.rsplit('/').next().unwrap_or(name) };
    let likeness = |name| strsim::normalized_damerau_levenshtein(&wanted, &compared(name).to_ascii_lowercase());
    let mut near: Vec<_> = names.map(|name| (likeness(name), name)).filter(|(alike, _)| *alike >= ALIKE).collect();
    // Stable: of two that are equally near, the one that is listed first, which has the fewest parts.
    near.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(parts(one).cmp(&parts(other))));
    near.into_iter().take(MOST).map(|(_, name)| name.to_owned()).collect()
}

fn parts(name: &str) -> usize {
    name.matches('/').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first() {
        let names = ["A.B/sites", "A.B/sites/slots", "A.C/servers", "A.B/servers"];
        let nearest = |wanted| nearest(wanted, names.into_iter());
        assert_eq!(nearest("a.b/site"), ["A.B/sites"]);
        assert_eq!(nearest("Server"), ["A.C/servers", "A.B/servers"]);
        assert_eq!(nearest("Slots"), ["A.B/sites/slots"]);
        assert!(nearest("unheard/of").is_empty());
    }
}
