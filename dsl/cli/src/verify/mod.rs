//! `verify`: proves on the deployed system that a machine calls a model over a private endpoint and without a key. It must not
//! know what is proven: that is in the package `verify`.

mod machine;
mod outside;
mod show;
mod system;

use std::time::Duration;

use ::verify::{Plan, Question};
use clap::{ArgMatches, value_parser};
use dsl::Scenario;

use self::system::System;
use crate::az::Az;
use crate::command::{Command, examples};
use crate::deploy::{self, Refused, Target};
use crate::session::Session;
use crate::{Exit, options};

pub(crate) const COMMAND: Command = Command { name: "verify", declare, run };

const WHAT: &str = "What the scenario has to deploy, so that there is something to prove:
  - an account of Azure OpenAI or Azure AI services, with a deployment of a model that chats (the first of them is called)
  - a private endpoint that leads to the account
  - a virtual machine with Linux, and a grant that lets its identity call the account (the first such grant is taken)
Other systems are not proven: functions, containers, machines that are there already, other services than Azure AI.

What is proven, from inside of the machine:
  1. the account's host name leads to the private endpoint
  2. the machine gets a token for its identity from the metadata service
  3. the model answers without a key
  4. the same call from here, outside, is refused
  5. keys are refused
Each with what was seen and, where it does not hold, the likely cause. The machine runs a script by `az vm run-command`; nothing
is opened for that, and nothing is left. At the end stands the Python that does the same; with --sdk it is run there, too.
The exit code is 1 if a proof fails, and 2 if the scenario lacks one of these parts: then it is said which one.";

fn declare(command: clap::Command, scenarios: &[Scenario]) -> clap::Command {
    let wait = options::valued("wait", "SECONDS").value_parser(value_parser!(u64)).default_value("600");
    let lines = ["verify NAME -g rg-NAME", "verify NAME -g rg-NAME --sdk --format json"];
    deploy::declare_place(
        command.about("Prove that a deployed machine calls Azure OpenAI over a private endpoint and without a key"),
        scenarios,
        "Region of the deployment, where its scope is no group",
    )
    // Which scenarios have what it needs, only building them would tell.
    .after_help(format!("{WHAT}\n\n{}", examples(&[], lines)))
    .arg(deploy::stack("It was deployed by `deploy --stack`"))
    .arg(options::flag("sdk").help("Run the Python snippet, too; the machine needs a way to PyPI"))
    .arg(wait.help("How long to wait for what takes time in Azure, such as a new role"))
    .arg(options::format(["human", "json"], "Form of the proofs"))
}

fn run(session: &mut Session, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let scenario = session.scenario(matches)?;
    let target = match deploy::target(scenario, matches, matches.get_flag("stack")) {
        Ok(target) => target,
        Err(refused) => return Ok(refused.tell(session)),
    };
    let plan = match scenario.examine(|facts, _| Plan::of(facts)) {
        Ok(Ok(plan)) => Ok(plan),
        Ok(Err(missing)) => return Ok(nothing_to_prove(scenario, &missing).tell(session)),
        Err(report) => Err(report),
    };
    let az = Az::ready()?;
    let plan = match plan {
        Ok(plan) => plan,
        Err(report) => {
            session.tell(&report);
            return Ok(Exit::Failure);
        }
    };
    deploy::tell_place(session, &az, &target)?;
    let system = System::find(&az, &target, scenario, &plan)?;
    Verification { session, az: &az, target: &target, system: &system }.run(matches)
}

fn nothing_to_prove(scenario: &Scenario, missing: &::verify::Missing) -> Refused {
    let message = format!("there is nothing to prove of `{}`: {missing}", scenario.name());
    Refused::new(message, "what a scenario needs for it stands in `verify --help`")
}

struct Verification<'v, 's> {
    session: &'v mut Session<'s>,
    az: &'v Az,
    target: &'v Target,
    system: &'v System,
}

impl Verification<'_, '_> {
    fn run(&mut self, matches: &ArgMatches) -> anyhow::Result<Exit> {
        let patience = Duration::from_secs(matches.get_one("wait").copied().unwrap_or_default());
        let question = self.system.question(patience);
        let inside = self.inside(&question.script())?;
        let sdk = if matches.get_flag("sdk") { Some(self.inside(&question.sdk_script())?) } else { None };
        let mut proofs = ::verify::judge(&inside, sdk.as_deref(), &self.system.expected());
        proofs.insert(3, self.outside(&question));
        let is_json = options::is_json(matches);
        let snippet = question.snippet();
        self.session.print(&if is_json { show::record(&proofs, &snippet) } else { show::text(&proofs, &snippet) })?;
        Ok(Exit::fine_if(proofs.iter().all(|proof| proof.holds)))
    }

    fn inside(&mut self, script: &str) -> anyhow::Result<String> {
        self.session.note(format_args!("running a script in {}", self.system.machine()));
        machine::run(self.session, self.az, self.target, (self.system.machine(), script))
    }

    fn outside(&mut self, question: &Question) -> ::verify::Proof {
        self.session.note(format_args!("calling {} from here", question.url()));
        let token = outside::token(self.session, self.az, self.target);
        ::verify::outside(question, &outside::call(question, token.as_deref()))
    }
}
