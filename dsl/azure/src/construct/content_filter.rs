//! Content filters of Azure OpenAI: what a model must not be asked, and must not answer. They must not know how models are
//! deployed.

use dsl::{Graph, Holds, Resource, Text, Value, ValueOf};

use super::changes::{self, Construct};
use super::keyless_account::KeylessAccount;
use super::open_ai::ServesModels;
use crate::cognitive_services::{
    CustomBlocklistConfig, RaiBlocklist, RaiPolicy, RaiPolicyContentFilter, RaiPolicyContentFilterSource,
    RaiPolicyMode, RaiPolicyProperties, SeverityThreshold,
};

/// Where harm is looked for, in the order of the thresholds.
const SOURCES: [RaiPolicyContentFilterSource; 2] =
    [RaiPolicyContentFilterSource::Prompt, RaiPolicyContentFilterSource::Completion];

/// A content filter policy of an account. Deployments take it by [`Model::filtered_by`](super::Model::filtered_by).
///
/// It begins as strict as Microsoft's own policy: harm of every kind is blocked from `Medium` severity on, in prompts and in
/// completions, and so are jailbreaks and protected material. Every filter is printed, so that a reviewer sees all of them.
/// After [Learn: default content safety
/// policies](https://learn.microsoft.com/azure/ai-services/openai/concepts/default-safety-policies).
#[derive(Clone, Debug)]
#[must_use = "it is no part of the graph yet: `.add(g, \"symbol\")`"]
pub struct ContentFilter<'a, G> {
    account: &'a KeylessAccount<G>,
    /// What is changed by hand.
    policy: RaiPolicy,
    base: Value<String>,
    mode: Value<RaiPolicyMode>,
    harms: [(Harm, [Value<SeverityThreshold>; 2]); 4],
    shields: Vec<(Shield, bool)>,
    blocklists: Vec<Value<String>>,
}

/// A kind of harm, of which a model judges how severe it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Harm {
    /// Against a group of people.
    Hate,
    /// Sexual content.
    Sexual,
    /// Violence against people.
    Violence,
    /// People who hurt themselves.
    SelfHarm,
}

impl Harm {
    fn name(self) -> &'static str {
        match self {
            Harm::Hate => "Hate",
            Harm::Sexual => "Sexual",
            Harm::Violence => "Violence",
            Harm::SelfHarm => "Selfharm",
        }
    }
}

/// What is there or not, without a severity.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shield {
    /// A prompt that tells the model to forget its rules.
    Jailbreak,
    /// A document in a prompt that does so.
    IndirectAttack,
    /// Known text of somebody else's in a completion.
    ProtectedText,
    /// Known code of somebody else's in a completion.
    ProtectedCode,
}

impl Shield {
    fn name(self) -> &'static str {
        match self {
            Shield::Jailbreak => "Jailbreak",
            Shield::IndirectAttack => "Indirect Attack",
            Shield::ProtectedText => "Protected Material Text",
            Shield::ProtectedCode => "Protected Material Code",
        }
    }

    fn source(self) -> RaiPolicyContentFilterSource {
        match self {
            Shield::Jailbreak | Shield::IndirectAttack => RaiPolicyContentFilterSource::Prompt,
            Shield::ProtectedText | Shield::ProtectedCode => RaiPolicyContentFilterSource::Completion,
        }
    }
}

impl<'a, G: ServesModels> ContentFilter<'a, G> {
    /// As strict as Microsoft's own policy `Microsoft.DefaultV2`, on which it is based.
    pub fn new(account: &'a KeylessAccount<G>) -> Self {
        let medium = |harm| (harm, [SeverityThreshold::Medium.into(), SeverityThreshold::Medium.into()]);
        ContentFilter {
            account,
            policy: RaiPolicy::new(account, changes::to_come()),
            base: "Microsoft.DefaultV2".into(),
            mode: RaiPolicyMode::Blocking.into(),
            harms: [Harm::Hate, Harm::Sexual, Harm::Violence, Harm::SelfHarm].map(medium),
            shields: [Shield::Jailbreak, Shield::ProtectedText, Shield::ProtectedCode].map(|it| (it, true)).into(),
            blocklists: Vec::new(),
        }
    }

    /// Another policy that it is based on.
    pub fn based_on(self, policy: impl ValueOf<String>) -> Self {
        ContentFilter { base: policy.into(), ..self }
    }

    /// `AsynchronousFilter` streams completions before they are judged; `Blocking`, the default, judges them first.
    pub fn mode(self, mode: impl ValueOf<RaiPolicyMode>) -> Self {
        ContentFilter { mode: mode.into(), ..self }
    }

    /// Blocks harm of a kind from a severity on, in prompts and in completions: `Low` is the strictest. Less strict than
    /// `High` needs an approval of Microsoft's.
    pub fn block(self, harm: Harm, from: impl ValueOf<SeverityThreshold>) -> Self {
        let from: Value<SeverityThreshold> = from.into();
        self.block_in_prompts(harm, &from).block_in_completions(harm, &from)
    }

    /// As [`block`](Self::block), in prompts only.
    pub fn block_in_prompts(self, harm: Harm, from: impl ValueOf<SeverityThreshold>) -> Self {
        self.threshold(harm, 0, from.into())
    }

    /// As [`block`](Self::block), in completions only.
    pub fn block_in_completions(self, harm: Harm, from: impl ValueOf<SeverityThreshold>) -> Self {
        self.threshold(harm, 1, from.into())
    }

    fn threshold(mut self, harm: Harm, source: usize, from: Value<SeverityThreshold>) -> Self {
        let mut thresholds = self.harms.iter_mut();
        let threshold = thresholds.find_map(|(it, of)| of.get_mut(source).filter(|_| *it == harm));
        if let Some(threshold) = threshold {
            *threshold = from;
        }
        self
    }

    /// Blocks what the shield finds.
    pub fn shield(self, shield: Shield) -> Self {
        self.set_shield(shield, true)
    }

    /// Says in the answer what the shield finds, and blocks nothing.
    pub fn annotate(self, shield: Shield) -> Self {
        self.set_shield(shield, false)
    }

    fn set_shield(mut self, shield: Shield, is_blocking: bool) -> Self {
        match self.shields.iter_mut().find(|(it, _)| *it == shield) {
            Some((_, blocking)) => *blocking = is_blocking,
            None => self.shields.push((shield, is_blocking)),
        }
        self
    }

    /// Blocks the terms of a list of the account, in prompts and in completions.
    pub fn blocklist(mut self, list: &Resource<RaiBlocklist>) -> Self {
        self.blocklists.push(list.name());
        self
    }

    /// Adds it to the graph, after what was added to the account before. Its name in the account is the symbol.
    #[track_caller]
    pub fn add<S: Holds<RaiPolicy>>(self, g: &mut Graph<S>, symbol: impl Into<Text>) -> Resource<RaiPolicy> {
        let symbol = symbol.into();
        let mut properties =
            RaiPolicyProperties::new().base_policy_name(&self.base).mode(&self.mode).content_filters(self.filters());
        if !self.blocklists.is_empty() {
            properties = properties.custom_blocklists(self.lists());
        }
        let policy = changes::fill(self.policy, "name", symbol.clone());
        let policy = changes::complete(policy, "properties", Value::from(properties));
        self.account.add_next(policy, None, g, symbol)
    }

    fn filters(&self) -> Vec<RaiPolicyContentFilter> {
        let filter = |name: &'static str| RaiPolicyContentFilter::new().name(name).enabled(true);
        let harms = self.harms.iter().flat_map(|(harm, thresholds)| {
            let of = |source, from| filter(harm.name()).blocking(true).severity_threshold(from).source(source);
            SOURCES.into_iter().zip(thresholds).map(move |(source, from)| of(source, from))
        });
        let shield = |(shield, is_blocking): &(Shield, bool)| {
            filter(shield.name()).blocking(*is_blocking).source(shield.source())
        };
        harms.chain(self.shields.iter().map(shield)).collect()
    }

    fn lists(&self) -> Vec<CustomBlocklistConfig> {
        let of = |name, source| CustomBlocklistConfig::new().blocklist_name(name).blocking(true).source(source);
        self.blocklists.iter().flat_map(|name| SOURCES.into_iter().map(move |source| of(name, source))).collect()
    }
}

impl<G> Construct for ContentFilter<'_, G> {
    type Resource = RaiPolicy;

    fn main(&mut self) -> &mut RaiPolicy {
        &mut self.policy
    }
}
