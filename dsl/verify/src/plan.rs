//! What of a graph there is to prove: a machine that may call an account over a private endpoint. It must not know what is
//! deployed.

use std::fmt;

use azure::check::{grants, reach, subnet};
use dsl::{Facts, ResourceFacts};

const MACHINE: &str = "Microsoft.Compute/virtualMachines";
const ACCOUNT: &str = "Microsoft.CognitiveServices/accounts";
const DEPLOYMENT: &str = "Microsoft.CognitiveServices/accounts/deployments";
const IDENTITY: &str = "Microsoft.ManagedIdentity/userAssignedIdentities";

/// The resources that take part, by their symbols.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Plan {
    /// The virtual machine that calls.
    pub machine: String,
    /// Who the machine is when it calls.
    pub identity: Identity,
    /// The account that it calls.
    pub account: String,
    /// The deployment of a model there.
    pub deployment: String,
    /// The private endpoint that leads to the account.
    pub endpoint: String,
    /// The ranges of the endpoint's subnet, where the graph writes them out.
    pub ranges: Vec<String>,
}

/// An identity of a machine.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Identity {
    /// The one that comes and goes with it.
    System,
    /// One that is a resource of its own, by its symbol.
    User(String),
}

/// The graph has nothing of the kind.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Missing {
    /// No machine is granted a role on an account that has a private endpoint.
    Caller,
    /// The account has no model.
    Deployment,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Caller => "no virtual machine is granted a role on an Azure AI account with a private endpoint",
            Self::Deployment => "the account has no deployment of a model that could be called",
        })
    }
}

impl std::error::Error for Missing {}

impl Plan {
    /// The first grant of the graph that lets a machine call an account over a private endpoint.
    pub fn of(facts: &Facts<'_>) -> Result<Self, Missing> {
        let reach = reach::Reach::new(facts);
        let call = grants::all(facts).find_map(|grant| Call::of(&grant, &reach)).ok_or(Missing::Caller)?;
        let deployment = call.account.children().find(|it| it.is(DEPLOYMENT) && it.is_deployed());
        Ok(Plan {
            machine: call.machine.symbol().to_owned(),
            identity: call.identity,
            account: call.account.symbol().to_owned(),
            deployment: deployment.ok_or(Missing::Deployment)?.symbol().to_owned(),
            endpoint: call.endpoint.symbol().to_owned(),
            ranges: ranges(&call.endpoint),
        })
    }
}

/// Who calls what, over what.
struct Call<'g> {
    machine: ResourceFacts<'g>,
    identity: Identity,
    account: ResourceFacts<'g>,
    endpoint: ResourceFacts<'g>,
}

impl<'g> Call<'g> {
    fn of(grant: &ResourceFacts<'g>, reach: &reach::Reach<'g>) -> Option<Self> {
        let account = grant.scope().filter(|scope| scope.is(ACCOUNT) && scope.is_deployed())?;
        let endpoint = *reach.endpoints(&account).first()?;
        let machine = grants::callers(grant)?.into_iter().find(|caller| caller.is(MACHINE))?;
        let principal = grant.references("properties.principalId").into_iter().find(|it| it.is(IDENTITY));
        let identity = principal.map_or(Identity::System, |it| Identity::User(it.symbol().to_owned()));
        Some(Self { machine, identity, account, endpoint })
    }
}

/// The ranges of the subnet that an endpoint is in; none where they are no literals.
fn ranges(endpoint: &ResourceFacts<'_>) -> Vec<String> {
    let named = endpoint.references("properties.subnet").into_iter().find(|it| it.is(subnet::SUBNET));
    let Some(found) = named.and_then(|it| subnet::find(&it)) else { return Vec::new() };
    let one = found.property("addressPrefix").and_then(|it| it.text());
    let several = found.property("addressPrefixes").into_iter().flat_map(|it| it.items()).filter_map(|it| it.text());
    one.into_iter().chain(several).map(str::to_owned).collect()
}
