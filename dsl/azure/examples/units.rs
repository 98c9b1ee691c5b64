//! Prints the unit of the benchmarks as often as asked, to measure whole processes: `units 1000 > units.bicep`.

use std::io::Write;
use std::process::ExitCode;

#[path = "../benches/unit/mod.rs"]
mod unit;

fn main() -> ExitCode {
    let units = std::env::args().nth(1).and_then(|units| units.parse().ok()).unwrap_or(1);
    match unit::graph(units).to_bicep() {
        Ok(text) => std::io::stdout().write_all(text.as_bytes()).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS),
        Err(_) => ExitCode::FAILURE,
    }
}
