//! Properties of what is printed, asked of the official compiler: random trees and random texts.
//!
//! `cargo test` runs a few thousand cases with a fixed seed; the long run has its own seeds:
//! `cargo test --release -p dsl --test properties -- --ignored`.

mod choices;
mod expressions;
mod file;
mod insertion;
mod literals;
mod names;
mod parenthesised;
mod trees;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// Asks for `cases` random inputs; the same `seed` gives the same inputs.
#[track_caller]
fn run<S: Strategy>(seed: u8, cases: u32, strategy: &S, test: impl Fn(S::Value) -> Result<(), String>) {
    let config = Config { cases, max_shrink_iters: 400, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let result = runner.run(strategy, |input| test(input).map_err(TestCaseError::fail));
    if let Err(error) = result {
        panic!("{error}");
    }
}
