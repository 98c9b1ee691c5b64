//! Texts that match a regular expression, and texts that do not. It must not know what the texts are for.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::strategy::{Strategy, ValueTree};
use proptest::string::string_regex;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use regress::Regex;
use types::Text;

use super::conditions::without_conditions;
use super::text::{bounds, fitted};

/// Texts that match most patterns, tried in this order: the first ones read best.
const WORDS: &[&str] = &[
    "contoso",
    "Contoso1",
    "contoso-one",
    "a1b2c3d4",
    "1.0",
    "1.0.0",
    "10.0.0.4",
    "10.0.0.0/24",
    "12:30",
    "+09:00",
    "2026-01-31",
    "2026-01-31T12:30:00",
    "PT12H30M",
    "1.12:30:00",
    "-12:30:00",
    "12:30:00",
    "01/31/2026",
    "01/2026",
    "contoso.com",
    "user@contoso.com",
    "https://contoso.com",
    "https://contoso.com/page",
    "https://contoso.vault.azure.cn/keys/contoso",
    "00000000-0000-4000-8000-000000000000",
    "00000000-0000-4000-8000-000000000000.contoso",
    "Endpoint=sb://contoso;SharedAccessKeyName=a;SharedAccessKey=b",
    "AccountName=aAccountKey=bEndpointSuffix=c",
    "/subscriptions/a/resourceGroups/b/providers/Microsoft.Network/virtualNetworks/c/subnets/d",
    "application/json",
    "Contoso.Networking",
    "contoso_ab12",
    "Abcdefghij1!",
    "contoso-1.0",
    "https://raw.githubusercontent.com/contoso",
    "default",
    "global",
    "US",
];

/// Texts that few patterns match.
const OTHERS: &[&str] = &["?", "/", " ", "-", "é", "<>", "a", "0", "A", "_", ""];

/// How many texts are made for a pattern besides the words above.
const SAMPLES: usize = 3;

/// How often that is tried.
const ATTEMPTS: usize = 20;

/// What is known of a pattern with its lengths.
#[derive(Clone, Debug, Default)]
struct Known {
    matching: Vec<String>,
    other: Option<String>,
}

/// A text with the right length that matches the pattern; the seed, if there is one, chooses among several.
pub(super) fn matching(text: &Text, seed: Option<u64>) -> String {
    let known = known(text).matching;
    assert!(!known.is_empty(), "no text is known that matches {text:?}");
    let at = seed.unwrap_or(0) % known.len() as u64;
    known[usize::try_from(at).unwrap_or_default()].clone()
}

/// A text with the right length that does not match the pattern, if there is one.
pub(super) fn other(text: &Text) -> Option<String> {
    known(text).other
}

/// Patterns are compiled once, for many types share them.
fn known(text: &Text) -> Known {
    thread_local! {
        static KNOWN: RefCell<BTreeMap<Text, Known>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|map| map.entry(text.clone()).or_insert_with(|| find(text)).clone())
}

fn find(text: &Text) -> Known {
    let Some(pattern) = &text.pattern else { return Known::default() };
    let regex = Regex::new(pattern).unwrap_or_else(|error| panic!("`{pattern}`: {error}"));
    let (min, max) = bounds(text);
    let fits = |found: &String| (min..=max).contains(&found.chars().count()) && regex.find(found).is_some();
    let word = WORDS.iter().map(|word| fitted(word, text)).find(fits);
    let samples = samples(pattern, fits);
    let other = OTHERS.iter().map(|other| fitted(other, text));
    let other = other.into_iter().find(|other| other.chars().count() >= min && regex.find(other).is_none());
    Known { matching: word.into_iter().chain(samples).collect(), other }
}

/// Some texts that fit; none where the pattern says what the generator does not understand.
fn samples(pattern: &str, fits: impl Fn(&String) -> bool) -> Vec<String> {
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    let pattern = without_conditions(pattern);
    // Classes such as `\d` shall be those of ASCII, where the pattern has nothing that could be any character.
    let ascii = string_regex(&format!("(?-u){pattern}")).ok();
    let Some(strategy) = ascii.or_else(|| string_regex(&pattern).ok()) else { return Vec::new() };
    let made = (0..ATTEMPTS).filter_map(|_| strategy.new_tree(&mut runner).ok()).map(|tree| tree.current());
    // The linter takes no hosts of Azure's public cloud.
    let is_plain = |text: &String| text.chars().all(|char| char.is_ascii_graphic()) && !text.contains(".azure.net");
    made.filter(is_plain).filter(fits).take(SAMPLES).collect()
}
