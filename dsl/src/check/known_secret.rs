//! Secrets that are known by how they begin: the tokens and keys that well-known services give out. It must not know where a
//! text stands.

/// How a secret begins, which characters follow, and how many at least.
struct Kind {
    start: &'static str,
    least: usize,
    is_exact: bool,
    takes: fn(char) -> bool,
}

const fn from(start: &'static str, least: usize) -> Kind {
    Kind {
        start,
        least,
        is_exact: false,
        takes: |char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '.'),
    }
}

/// Of small letters, capitals and digits alone.
const fn plain(start: &'static str, least: usize) -> Kind {
    Kind { takes: |char| char.is_ascii_alphanumeric(), ..from(start, least) }
}

/// Of capitals and digits, neither more nor fewer.
const fn capitals(start: &'static str, count: usize) -> Kind {
    Kind { is_exact: true, takes: |char| char.is_ascii_uppercase() || char.is_ascii_digit(), ..from(start, count) }
}

const KINDS: &[Kind] = &[
    capitals("AKIA", 16),
    capitals("ASIA", 16),
    from("AIza", 35),
    from("dckr_pat_", 20),
    from("eyJ", 60), // A JSON Web Token, which begins with an object.
    plain("gho_", 36),
    plain("ghp_", 36),
    plain("ghr_", 36),
    plain("ghs_", 36),
    plain("ghu_", 36),
    from("github_pat_", 50),
    from("glpat-", 20),
    plain("hf_", 30),
    plain("npm_", 36),
    from("pypi-", 50),
    plain("rk_live_", 16),
    from("SG.", 60),
    from("sk-ant-", 20),
    from("sk-proj-", 20),
    plain("sk_live_", 16),
    plain("sk_test_", 16),
    from("xapp-", 20),
    from("xoxb-", 20),
    from("xoxp-", 20),
];

/// No secret is shorter.
const SHORTEST: usize = 20;

/// Of fewer different characters, a text only shows what a secret looks like: `ghp_xxxxxxxx`.
const LEAST_VARIETY: usize = 8;

/// How a secret begins that is in a text.
pub(super) fn start(text: &str) -> Option<&'static str> {
    // Most texts are short, and this is asked of all.
    if text.len() < SHORTEST {
        return None;
    }
    let is_joint = |char: char| !char.is_ascii_alphanumeric() && !matches!(char, '_' | '-' | '.');
    let words = text.split(is_joint).filter(|word| word.len() >= SHORTEST);
    words.into_iter().find_map(|word| KINDS.iter().find(|kind| kind.is(word))).map(|kind| kind.start)
}

impl Kind {
    fn is(&self, word: &str) -> bool {
        let Some(rest) = word.strip_prefix(self.start) else { return false };
        let has_length = if self.is_exact { rest.len() == self.least } else { rest.len() >= self.least };
        // A token has three parts; other texts in Base64 begin as one does.
        let has_parts = self.start != "eyJ" || rest.matches('.').count() == 2;
        has_length && has_parts && rest.chars().all(self.takes) && !rest.ends_with("EXAMPLE") && is_varied(rest)
    }
}

fn is_varied(text: &str) -> bool {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars.dedup();
    chars.len() >= LEAST_VARIETY
}

#[cfg(test)]
mod tests {
    use super::start;

    /// Put together here, so that no scanner of secrets takes this file for a leak.
    fn with(start: &str, count: usize) -> String {
        start.chars().chain("A7B2C9D4E1F6G3H8".chars().cycle().take(count)).collect()
    }

    #[test]
    fn secrets_are_known_by_their_beginnings() {
        for (kind, count) in [("sk_live_", 24), ("ghp_", 36), ("AKIA", 16), ("glpat-", 20), ("SG.", 66)] {
            let secret = with(kind, count);
            assert_eq!(start(&secret), Some(kind));
            assert_eq!(start(&format!("Bearer {secret}")), Some(kind), "{secret}");
            assert_eq!(start(&format!("key={secret}\n")), Some(kind), "{secret}");
        }
        let token = [with("eyJ", 20), with("eyJ", 30), with("", 30)].join(".");
        assert_eq!(start(&token), Some("eyJ"));
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            with("AKIA", 17),
            with("AKIA", 9) + "EXAMPLE",
            with("eyJ", 90),
            with("ghp_", 12),
            "ghp_".to_owned() + &"x".repeat(36),
            "sk_live_is_where_live_keys_are_kept".to_owned(),
            with("xsk_live_", 24),
            with("", 88),
        ] {
            assert_eq!(start(&text), None, "{text}");
        }
    }
}
