//! `container-limits`: cores and memory that Azure Container Apps has no pair of, or replicas that it does not run.

use dsl::{Check, Expr, Facts, Finding, Page, ResourceFacts, Rule, Severity, ValueFacts};

/// Cores and memory that Azure Container Apps has no pair of, or replicas that it does not run.
pub const CONTAINER_LIMITS: Check = Check::new(&Page {
    id: "container-limits",
    severity: Severity::Error,
    summary: "The containers of an app have cores and memory that Azure Container Apps has no pair of, or it has more replicas than there can be.",
    why: "Azure refuses the app: in the profile `Consumption`, its containers together have 0.25 to 4 cores in steps of 0.25, and 2 GiB for each core; there are at most 1000 replicas.",
    help: "give each core 2 GiB: `.size(\"0.5\", \"1Gi\")`; let the least number of replicas not be above the greatest",
    constant: Some("azure::check::CONTAINER_LIMITS"),
    wrong: example!("container_limits.rs", |g| {
        use azure::managed_identity::UserAssignedIdentity;
        use azure::network::{Subnet, VirtualNetwork};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
        let apps = Subnet::existing(&network, "apps").nested().add(g, "apps");
        let environment = ContainerAppsEnvironment::new("cae-contoso", &location, &apps).add(g, "appEnvironment");
        let identity = UserAssignedIdentity::new("id-contoso", &location).add(g, "identity");
        let image = "mcr.microsoft.com/k8se/quickstart:latest";
        ContainerApp::new("shop", &location, &environment, &identity, image).size("0.5", "2Gi").add(g, "shop");
    }),
    right: example!("container_limits.rs", |g| {
        use azure::managed_identity::UserAssignedIdentity;
        use azure::network::{Subnet, VirtualNetwork};
        use azure::prelude::*;

        let location = g.param("location").default(resource_group().location()).describe("Region.");
        let network = VirtualNetwork::existing("vnet-contoso").add(g, "network");
        let apps = Subnet::existing(&network, "apps").nested().add(g, "apps");
        let environment = ContainerAppsEnvironment::new("cae-contoso", &location, &apps).add(g, "appEnvironment");
        let identity = UserAssignedIdentity::new("id-contoso", &location).add(g, "identity");
        let image = "mcr.microsoft.com/k8se/quickstart:latest";
        ContainerApp::new("shop", &location, &environment, &identity, image).size("1", "2Gi").add(g, "shop");
    }),
});

pub(super) const RULE: Rule = Rule { check: CONTAINER_LIMITS, run };

const TYPES: &[&str] = &["Microsoft.App/containerApps", "Microsoft.App/jobs"];

/// Cores in thousandths: the least number, which is a step as well, and the greatest one. [Learn: vCPUs and
/// memory](https://learn.microsoft.com/azure/container-apps/containers#configuration)
const STEP: u64 = 250;
const MOST_CORES: u64 = 4000;

/// The greatest number of replicas, and how many there are at most where nothing says so.
const MOST_REPLICAS: i64 = 1000;
const DEFAULT_REPLICAS: i64 = 10;

fn run(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let apps = TYPES.iter().flat_map(|ty| facts.resources(ty)).filter(ResourceFacts::is_deployed);
    for app in apps {
        findings.extend(size(&app).into_iter().chain(replicas(&app)));
    }
}

/// Other profiles of an environment have machines of their own, whose cores and memory are shared as one likes.
fn size(app: &ResourceFacts<'_>) -> Option<Finding> {
    let profile = "properties.workloadProfileName";
    let is_consumption = app.text(profile).is_some_and(|it| it.eq_ignore_ascii_case("Consumption"));
    let containers = app.at_path("properties.template.containers").filter(ValueFacts::is_whole_list)?;
    if !is_consumption && !app.body().lacks(profile) {
        return None;
    }
    let sizes: Vec<_> = containers.items().map(|container| size_of(&container)).collect::<Option<_>>()?;
    let (cores, memory) = sizes.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    let is_pair = memory == 2 * cores && cores % STEP == 0 && (STEP..=MOST_CORES).contains(&cores);
    let (shown, other) = (decimal(cores), decimal(memory));
    let message = format!("`{}` has {shown} cores and {other}Gi of memory, which is no pair", app.symbol());
    let help = format!("give it {}", pair(cores));
    (!sizes.is_empty() && !is_pair).then(|| app.finding(CONTAINER_LIMITS, message).help(help))
}

/// The next larger pair: `0.5` cores and `1Gi`.
fn pair(cores: u64) -> String {
    let cores = cores.next_multiple_of(STEP).clamp(STEP, MOST_CORES);
    let (cores, memory) = (decimal(cores), decimal(2 * cores));
    format!("2 GiB for each core, `{cores}` and `{memory}Gi`; there are steps of 0.25 cores, up to 4")
}

/// Thousandths of cores and of GiB, where both are written out.
fn size_of(container: &ValueFacts<'_>) -> Option<(u64, u64)> {
    let memory = thousandths(container.text_at("resources.memory")?.strip_suffix("Gi")?)?;
    let cores = match container.at("resources.cpu")?.expr() {
        Expr::Int(cores) => thousandths(&cores.to_string())?,
        // Bicep has no fractions.
        Expr::Call(call) if &*call.function == "json" => match &call.arguments[..] {
            [Expr::String(cores)] => thousandths(cores)?,
            _ => return None,
        },
        _ => return None,
    };
    Some((cores, memory))
}

/// Of a decimal number such as `0.25`, with three digits behind the point at most.
fn thousandths(number: &str) -> Option<u64> {
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let whole: u64 = whole.parse().ok().filter(|whole| *whole < MOST_CORES)?;
    if rest.len() > 3 {
        return None;
    }
    format!("{rest:0<3}").parse::<u64>().ok().map(|rest| 1000 * whole + rest)
}

fn decimal(thousandths: u64) -> String {
    let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn replicas(app: &ResourceFacts<'_>) -> Option<Finding> {
    let scale = app.at_path("properties.template.scale")?;
    let count = |name: &str| scale.at(name).and_then(|it| it.number());
    let least = count("minReplicas").or_else(|| scale.lacks("minReplicas").then_some(0));
    let most = count("maxReplicas").or_else(|| scale.lacks("maxReplicas").then_some(DEFAULT_REPLICAS));
    let wrong = if most.is_some_and(|most| !(1..=MOST_REPLICAS).contains(&most)) {
        format!("has {} replicas at most; Azure takes 1 to {MOST_REPLICAS}", most.unwrap_or_default())
    } else if least.is_some_and(|least| !(0..=MOST_REPLICAS).contains(&least)) {
        format!("has {} replicas at least; Azure takes 0 to {MOST_REPLICAS}", least.unwrap_or_default())
    } else {
        let (least, most) = least.zip(most).filter(|(least, most)| least > most)?;
        format!("has {least} replicas at least, and {most} at most")
    };
    let help = "let the least number of replicas not be above the greatest, `.replicas(1, 10)`";
    Some(app.finding(CONTAINER_LIMITS, format!("`{}` {wrong}", app.symbol())).help(help))
}
