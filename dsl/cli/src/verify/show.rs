//! Proofs, for people or for programs. It must not know where they come from.

use ::verify::Proof;
use serde_json::json;

/// A paragraph for each, and the snippet.
pub(super) fn text(proofs: &[Proof], snippet: &str) -> String {
    let proofs: String = proofs.iter().zip(1..).map(|(proof, number)| paragraph(number, proof)).collect();
    format!("{proofs}\n{}\n", snippet.trim_end())
}

fn paragraph(number: usize, proof: &Proof) -> String {
    let word = if proof.holds { "ok    " } else { "FAILED" };
    let cause = proof.cause.as_ref().map(|cause| format!("          likely cause: {cause}\n"));
    format!("{number}. {word} {}\n          {}\n{}", proof.claim, proof.seen, cause.unwrap_or_default())
}

/// `{"proofs": [{claim, holds, seen, cause}], "snippet"}`.
pub(super) fn record(proofs: &[Proof], snippet: &str) -> String {
    let record =
        |proof: &Proof| json!({ "claim": proof.claim, "holds": proof.holds, "seen": proof.seen, "cause": proof.cause });
    format!("{:#}\n", json!({ "proofs": proofs.iter().map(record).collect::<Vec<_>>(), "snippet": snippet }))
}
