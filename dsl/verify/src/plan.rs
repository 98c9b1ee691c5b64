//! What of a graph there is to prove: a machine that may call an account over a private endpoint. It must not know what is
//! deployed.

use std::fmt;

use azure::check::{grants, reach, subnet};
use dsl::{Expr, Facts, ResourceFacts};

const MACHINE: &str = "Microsoft.Compute/virtualMachines";
const ACCOUNT: &str = "Microsoft.CognitiveServices/accounts";
const DEPLOYMENT: &str = "Microsoft.CognitiveServices/accounts/deployments";
const IDENTITY: &str = "Microsoft.ManagedIdentity/userAssignedIdentities";

/// Words in the names of models that embed, draw, speak or listen instead of chatting.
const OTHERS: &[&str] = &["embed", "dall-e", "image", "sora", "whisper", "transcribe", "tts", "realtime"];

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

/// What the graph lacks, the earliest part first. Of several calls, the one that lacks the latest part comes nearest.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Missing {
    /// No machine is granted a role on an account.
    Caller,
    /// The machine of that symbol runs Windows.
    Linux(String),
    /// No private endpoint leads to the account of that symbol.
    Endpoint(String),
    /// The account of that symbol has no model that chats.
    Deployment(String),
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Caller => f.write_str("it has no virtual machine with a role on an Azure AI account that it deploys"),
            Self::Linux(machine) => write!(f, "`{machine}` runs Windows, and the proofs are a script for Linux"),
            Self::Endpoint(account) => write!(f, "it has no private endpoint that leads to `{account}`"),
            Self::Deployment(account) => write!(f, "`{account}` has no deployment of a model that chats"),
        }
    }
}

impl std::error::Error for Missing {}

impl Plan {
    /// The first grant of the graph that lets a machine call an account over a private endpoint; or what is missing for one.
    pub fn of(facts: &Facts<'_>) -> Result<Self, Missing> {
        let reach = reach::Reach::new(facts);
        let mut nearest = Missing::Caller;
        for call in grants::all(facts).filter_map(|grant| Call::of(&grant)) {
            match call.plan(&reach) {
                Ok(plan) => return Ok(plan),
                Err(missing) => nearest = nearest.max(missing),
            }
        }
        Err(nearest)
    }
}

/// Who calls what.
struct Call<'g> {
    machine: ResourceFacts<'g>,
    identity: Identity,
    account: ResourceFacts<'g>,
}

impl<'g> Call<'g> {
    fn of(grant: &ResourceFacts<'g>) -> Option<Self> {
        let account = grant.scope().filter(|scope| scope.is(ACCOUNT) && scope.is_deployed())?;
        let machine = grants::callers(grant)?.into_iter().find(|caller| caller.is(MACHINE))?;
        let principal = grant.references("properties.principalId").into_iter().find(|it| it.is(IDENTITY));
        let identity = principal.map_or(Identity::System, |it| Identity::User(it.symbol().to_owned()));
        Some(Self { machine, identity, account })
    }

    fn plan(self, reach: &reach::Reach<'g>) -> Result<Plan, Missing> {
        let [machine, account] = [&self.machine, &self.account].map(|it| it.symbol().to_owned());
        if self.machine.value("properties.osProfile.windowsConfiguration").is_some() {
            return Err(Missing::Linux(machine));
        }
        let endpoint = reach.endpoints(&self.account).first().ok_or_else(|| Missing::Endpoint(account.clone()))?;
        let deployment = self.account.children().find(|it| it.is(DEPLOYMENT) && it.is_deployed() && chats(it));
        let deployment = deployment.ok_or_else(|| Missing::Deployment(account.clone()))?.symbol().to_owned();
        let (identity, ranges) = (self.identity, ranges(endpoint));
        Ok(Plan { machine, identity, account, deployment, endpoint: endpoint.symbol().to_owned(), ranges })
    }
}

/// Whether a model answers in a chat, as far as its name says.
fn chats(deployment: &ResourceFacts<'_>) -> bool {
    match deployment.value("properties.model.name") {
        Some(Expr::String(name)) => !OTHERS.iter().any(|word| name.to_ascii_lowercase().contains(word)),
        _ => true,
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
