//! Shows what Azure has refused, each beside the line of Rust that made it, with its cause. It must not read what `az` says.

use dsl::{Scenario, Severity};

use super::blame::{self, Made};
use super::cause;
use super::failure::Failure;
use crate::draw::Problem;
use crate::session::Session;

/// All of them, in the order in which Azure told them.
pub(super) fn tell(session: &mut Session, scenario: &Scenario, failures: &[Failure]) {
    let made = blame::made(scenario);
    for failure in failures {
        let found = failure.resource.as_ref().map(|named| blame::find(&made, named)).unwrap_or_default();
        session.show(&problem(failure, &found));
    }
}

fn problem<'p>(failure: &'p Failure, found: &[&Made]) -> Problem<'p> {
    let azure = failure.resource.as_ref().map_or_else(String::new, |it| format!(", {} `{}`", it.ty, it.name));
    let word = |made: &Made| if found.len() == 1 { made.symbol.clone() } else { format!("perhaps {}", made.symbol) };
    Problem {
        severity: Severity::Error,
        id: &failure.code,
        message: match failure.resource.as_ref().filter(|_| found.is_empty()) {
            Some(named) => format!("{} ({} `{}`)", failure.message, named.ty, named.name),
            None => failure.message.clone(),
        },
        places: found.iter().map(|made| (made.location, format!("{}{azure}", word(made)))).collect(),
        help: cause::help(failure),
    }
}
