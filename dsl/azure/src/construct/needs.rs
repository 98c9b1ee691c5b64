//! What an app waits for, because it needs it when it starts. It must not know what that is.

use dsl::{Graph, Resource, ResourceBody, ResourceFacts, Scope};

use crate::check::needs;
use crate::check::reach::Reach;

/// `g.wait_for_needs(&app)`.
pub trait WaitsForNeeds {
    /// Lets an app wait for what it needs when it starts, as far as that is in the graph by now: the private endpoints of the
    /// registry that it pulls its image from and of the vaults that it reads secrets from, the links by which its network sees
    /// them, and the grants of its identities. Constructs of apps do so when they are added; what is added later is waited for
    /// by calling it again.
    fn wait_for_needs<T: ResourceBody>(&mut self, app: &Resource<T>);
}

impl<S: Scope> WaitsForNeeds for Graph<S> {
    #[track_caller]
    fn wait_for_needs<T: ResourceBody>(&mut self, app: &Resource<T>) {
        let found = self.so_far(|facts| {
            let unawaited = facts.resource(app).map(|app| needs::unawaited(&app, &Reach::new(facts)));
            let open = unawaited.into_iter().flatten().flat_map(|(_, open)| open);
            open.map(|it: ResourceFacts<'_>| it.found()).collect::<Vec<_>>()
        });
        if !found.is_empty() {
            self.adjust(app, |app| found.iter().fold(app, ResourceBody::depends_on));
        }
    }
}
