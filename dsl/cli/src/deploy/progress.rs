//! Tells how far a deployment is while `az` waits for it. It must not know how a deployment is started.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use super::blame::{self, Made, Named};
use crate::az::{Az, Line, Watch};
use crate::session::Session;

/// The first look; later ones come less often, for each costs a second of work.
const FIRST: Duration = Duration::from_secs(3);
const AGAIN: Duration = Duration::from_secs(10);

/// How often it is said that nothing has happened.
const SILENCE: Duration = Duration::from_secs(60);

/// Asks for the operations of a deployment now and then, and tells which resources are in another state than before.
pub(super) struct Progress<'p, 's> {
    pub(super) session: &'p mut Session<'s>,
    az: &'p Az,
    /// What lists the operations; nothing where they cannot be listed.
    operations: Option<Line>,
    made: &'p [Made],
    /// The operations of the deployment before, which had the same name: until Azure begins, they are still there.
    old: Vec<Value>,
    states: BTreeMap<String, String>,
    next: Duration,
    spoken: Duration,
}

impl<'p, 's> Progress<'p, 's> {
    pub(super) fn new(session: &'p mut Session<'s>, az: &'p Az, operations: Option<Line>, made: &'p [Made]) -> Self {
        let mut progress = Self {
            session,
            az,
            operations,
            made,
            old: Vec::new(),
            states: BTreeMap::new(),
            next: FIRST,
            spoken: Duration::ZERO,
        };
        progress.old = progress.list().iter().map(|operation| operation["operationId"].clone()).collect();
        progress
    }

    /// The operations as they are now; none where they cannot be read.
    fn list(&self) -> Vec<Value> {
        let answer = self.operations.as_ref().and_then(|line| self.az.ask(line).ok());
        let is_new = |operation: &Value| !self.old.contains(&operation["operationId"]);
        let listed = answer.as_ref().and_then(Value::as_array).into_iter().flatten();
        listed.filter(|operation| is_new(operation)).cloned().collect()
    }

    /// Tells what has changed; what cannot be read now is told another time.
    fn look(&mut self, since: Duration) {
        for (id, state) in self.list().iter().filter_map(operation) {
            if self.states.get(id).is_none_or(|known| known != state) {
                self.session.note(format_args!("  {state:<12} {}", described(self.made, id)));
                self.states.insert(id.to_owned(), state.to_owned());
                self.spoken = since;
            }
        }
    }
}

fn operation(operation: &Value) -> Option<(&str, &str)> {
    let properties = &operation["properties"];
    Some((properties["targetResource"]["id"].as_str()?, properties["provisioningState"].as_str()?))
}

/// The resource by its symbol, where the graph has it, and as Azure names it.
fn described(made: &[Made], id: &str) -> String {
    let Some(named) = Named::of_id(id) else { return id.to_owned() };
    match blame::find(made, &named).as_slice() {
        [only] => format!("{} ({} `{}`)", only.symbol, named.ty, named.name),
        _ => format!("{} `{}`", named.ty, named.name),
    }
}

impl Watch for Progress<'_, '_> {
    fn line(&mut self, line: &str) {
        // What may be an error is told when it is understood, and the wheel that `az` turns is nothing to read.
        if line.starts_with("WARNING: ") {
            self.session.note(line);
        }
    }

    fn tick(&mut self, since: Duration) {
        if since < self.next {
            return;
        }
        self.look(since);
        self.next = since + AGAIN;
        if since.saturating_sub(self.spoken) > SILENCE {
            self.session.note(format_args!("  … {} s", since.as_secs()));
            self.spoken = since;
        }
    }
}
