//! What is deployed of what a plan names: ids, host, identity, ranges, as Azure tells them. It must not judge them.

use std::time::Duration;

use ::verify::{Expected, Identity, Plan, Question};
use anyhow::{Context, bail};
use dsl::Scenario;
use serde_json::Value;

use crate::az::Az;
use crate::deploy::{self, Made, Named, Target};

/// The parts of a deployed system that take part in the proofs.
pub(super) struct System {
    machine: String,
    host: String,
    deployment: String,
    client_id: Option<String>,
    principal: String,
    ranges: Vec<String>,
}

impl System {
    pub(super) fn find(az: &Az, target: &Target, scenario: &Scenario, plan: &Plan) -> anyhow::Result<Self> {
        let deployed = Deployed { az, target, made: deploy::made(scenario), ids: ids(az, target)? };
        let machine = deployed.id(&plan.machine)?;
        let host =
            host(&deployed.show(&plan.account)?).with_context(|| format!("`{}` tells no endpoint", plan.account))?;
        let (principal, client_id) = deployed.identity(plan)?;
        let deployment = deployed.id(&plan.deployment)?;
        Ok(Self {
            host,
            deployment: deployment.rsplit('/').next().unwrap_or_default().to_owned(),
            ranges: if plan.ranges.is_empty() { deployed.ranges(plan)? } else { plan.ranges.clone() },
            machine,
            client_id,
            principal,
        })
    }

    pub(super) fn machine(&self) -> &str {
        &self.machine
    }

    pub(super) fn question(&self, patience: Duration) -> Question {
        let (host, deployment, client_id) = (self.host.clone(), self.deployment.clone(), self.client_id.clone());
        Question { host, deployment, client_id, patience }
    }

    pub(super) fn expected(&self) -> Expected {
        Expected { host: self.host.clone(), ranges: self.ranges.clone(), principal: self.principal.clone() }
    }
}

/// The ids of all that a deployment or a stack has made.
fn ids(az: &Az, target: &Target) -> anyhow::Result<Vec<String>> {
    let answer = az.ask(&target.show())?;
    let lists = [&answer["properties"]["outputResources"], &answer["resources"]];
    let resources = lists.into_iter().filter_map(Value::as_array).flatten();
    Ok(resources.filter_map(|it| it["id"].as_str()).map(str::to_owned).collect())
}

/// The host that calls of models go to; an account of several services has several.
fn host(account: &Value) -> Option<String> {
    let properties = &account["properties"];
    let of_models = properties["endpoints"]["OpenAI Language Model Instance API"].as_str();
    let url = of_models.or_else(|| properties["endpoint"].as_str())?;
    let host = url.trim_start_matches("https://").split(['/', ':']).next()?;
    let is_host = !host.is_empty() && host.chars().all(|char| char.is_ascii_alphanumeric() || "-.".contains(char));
    is_host.then(|| host.to_owned())
}

struct Deployed<'d> {
    az: &'d Az,
    target: &'d Target,
    made: Vec<Made>,
    ids: Vec<String>,
}

impl Deployed<'_> {
    /// The id of a resource of the graph.
    fn id(&self, symbol: &str) -> anyhow::Result<String> {
        let is_it = |id: &&String| {
            let named = Named::of_id(id);
            named.is_some_and(|named| deploy::find(&self.made, &named).iter().any(|made| made.symbol == symbol))
        };
        match self.ids.iter().filter(is_it).collect::<Vec<_>>().as_slice() {
            [only] => Ok((*only).clone()),
            [] => bail!("`{symbol}` is not among what `{}` has deployed to {}", self.target.name, self.target.place),
            several => bail!("`{symbol}` can be any of {several:?}"),
        }
    }

    fn show(&self, symbol: &str) -> anyhow::Result<Value> {
        Ok(self.az.ask(&self.target.resource(&self.id(symbol)?))?)
    }

    /// The object id of the identity and, unless it is the machine's own, its client id.
    fn identity(&self, plan: &Plan) -> anyhow::Result<(String, Option<String>)> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let (principal, client_id) = match &plan.identity {
            Identity::System => (text(&self.show(&plan.machine)?["identity"]["principalId"]), None),
            Identity::User(symbol) => {
                let properties = &self.show(symbol)?["properties"];
                (text(&properties["principalId"]), text(&properties["clientId"]))
            }
        };
        Ok((
            principal.with_context(|| format!("`{}` has no identity in Azure: deploy it again", plan.machine))?,
            client_id,
        ))
    }

    /// The ranges of the endpoint's subnet.
    fn ranges(&self, plan: &Plan) -> anyhow::Result<Vec<String>> {
        let endpoint = self.show(&plan.endpoint)?;
        let id = endpoint["properties"]["subnet"]["id"].as_str();
        let id = id.with_context(|| format!("`{}` tells no subnet", plan.endpoint))?;
        let subnet = self.az.ask(&self.target.resource(id))?;
        let (one, several) = (&subnet["properties"]["addressPrefix"], &subnet["properties"]["addressPrefixes"]);
        let ranges = [one].into_iter().chain(several.as_array().into_iter().flatten());
        Ok(ranges.filter_map(Value::as_str).map(str::to_owned).collect())
    }
}
