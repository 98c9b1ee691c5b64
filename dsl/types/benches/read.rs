//! How long it takes to look facts up. Run it by `cargo bench -p types`.

use divan::{Bencher, black_box};
use types::{Catalogue, Provider, catalogue};

const PROVIDERS: [&str; 5] =
    ["microsoft.network", "microsoft.compute", "microsoft.search", "microsoft.datafactory", "microsoft.awsconnector"];

fn main() {
    divan::main();
}

/// The directory of all types.
#[divan::bench]
fn directory(bencher: Bencher<'_, '_>) {
    let data = include_bytes!("../data/types.bin");
    bencher.bench(|| Catalogue::read(black_box(data)).map(|catalogue| catalogue.entries().count()));
}

/// One provider, from compressed bytes to types.
#[divan::bench(args = PROVIDERS)]
fn provider(bencher: Bencher<'_, '_>, namespace: &str) {
    assert!(Provider::read(namespace).is_ok());
    bencher.bench(|| Provider::read(black_box(namespace)));
}

/// The names that come near to a mistyped one.
#[divan::bench]
fn suggestion() -> bool {
    catalogue().is_ok_and(|it| it.entry(black_box("Microsoft.Search/searchService"), None).is_err())
}
