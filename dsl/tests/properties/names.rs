//! Any symbol that the check accepts comes back from the compiled template as it went in.

use compiler::{Findings, Gate};
use dsl::{Graph, ResourceGroup};
use proptest::collection::btree_set;

use crate::expressions::unchanged_by_the_formatter;
use crate::run;

/// Symbols in one file; 40 files make 2,000 symbols.
const SYMBOLS: usize = 50;

#[test]
fn symbols_come_back() {
    let Some(mut gate) = Gate::shared() else { return };
    let gate = std::cell::RefCell::new(&mut *gate);
    run(4, 40, &btree_set("[A-Za-z_][A-Za-z0-9_]{0,12}", SYMBOLS), |symbols| {
        let mut g = Graph::<ResourceGroup>::new();
        let mut accepted = Vec::new();
        for symbol in symbols.into_iter().filter(|symbol| is_accepted(symbol)) {
            // Symbols that differ only by case are refused together, so the later one is left out.
            if accepted.iter().any(|other: &String| other.eq_ignore_ascii_case(&symbol)) {
                continue;
            }
            let param = g.param(symbol.clone()).describe("A random symbol.");
            g.output(symbol.clone(), &param + "").describe("The same symbol.");
            accepted.push(symbol);
        }
        let text = g.to_bicep().map_err(|report| report.to_string())?;
        let gate = &mut gate.borrow_mut();
        unchanged_by_the_formatter(gate, &text)?;
        let template = gate.template(&text, Findings::AllowWarnings)?;
        let lost = accepted
            .iter()
            .find(|symbol| template["parameters"].get(symbol).is_none() || template["outputs"].get(symbol).is_none());
        lost.map_or(Ok(()), |lost| Err(format!("`{lost}` is lost")))
    });
}

fn is_accepted(symbol: &str) -> bool {
    let mut g = Graph::<ResourceGroup>::new();
    let param = g.param(symbol.to_owned()).describe("A random symbol.");
    g.output("used", &param + "-").describe("Uses it.");
    g.check().is_ok()
}
