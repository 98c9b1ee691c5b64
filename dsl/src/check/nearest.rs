//! Which of many names a mistyped one may have meant.

/// How alike two names must be to suggest one for the other, from 0 to 1.
const ALIKE: f64 = 0.8;

/// The name that comes nearest, if any comes near. A difference of case alone is the nearest of all.
pub(super) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    names
        .map(|name| (strsim::jaro_winkler(&wanted, &name.to_lowercase()), name))
        .filter(|(alike, _)| *alike > ALIKE)
        // Of two that are equally near, the first.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_wins_whatever_its_case() {
        let names = ["accessTier", "accessTiers", "kind"];
        assert_eq!(nearest("AccessTier", names.into_iter()), Some("accessTier"));
        assert_eq!(nearest("knd", names.into_iter()), Some("kind"));
        assert_eq!(nearest("zzz", names.into_iter()), None);
    }
}
