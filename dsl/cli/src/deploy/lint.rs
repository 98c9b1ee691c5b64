//! What the official compiler says about files before they are deployed, where it is at hand. It must not deploy them.

use dsl::Bundle;

use super::specs::LIMIT;
use crate::linter::Linter;
use crate::session::Session;

/// Whether nothing speaks against deploying: findings are shown, and errors do. A template that is linked to its modules has
/// none of them in it.
pub(super) fn passes(session: &mut Session, bundle: &Bundle, set: Option<&str>, is_linked: bool) -> bool {
    let mut linter = match Linter::start(session) {
        Ok(Some(linter)) => linter,
        Ok(None) => return true,
        Err(error) => return refused(session, &error),
    };
    let file = set.map_or_else(|| "main.bicep".to_owned(), |set| format!("{set}.bicepparam"));
    match linter.lint(session, bundle, &[&file]) {
        Ok(linted) if linted.has_errors() => refused(session, "the compiler refuses the files; nothing was deployed"),
        Ok(linted) => is_linked || is_small_enough(session, linted.size),
        Err(error) => refused(session, &error),
    }
}

fn refused(session: &mut Session, error: &str) -> bool {
    session.note(format_args!("error: {error}"));
    false
}

fn is_small_enough(session: &mut Session, size: usize) -> bool {
    if size > LIMIT {
        session.note(format_args!("error: the template has {size} bytes, and Azure takes {LIMIT} in one deployment"));
        session.note("  help: add --layout sharded --template-specs RG: then the modules are no part of it");
    }
    size <= LIMIT
}
