//! What can be changed about every account of Azure AI before it is added. It must not know their kinds.

use dsl::{Expr, Item, Value, ValueOf};

use super::changes::{Construct, Sets};
use super::{AiServices, CognitiveServices, OpenAi};
use crate::cognitive_services::{Account, IpRule};

macro_rules! options {
    ($($construct:ident),*) => {$(
        impl $construct {
            /// Takes its keys as well, for callers that know no tokens.
            pub fn local_auth(self) -> Self {
                self.set("properties.disableLocalAuth", false)
            }

            /// Opens it to every network. Who calls it still needs a role.
            pub fn public_access(self) -> Self {
                self.set("properties.publicNetworkAccess", "Enabled").set("properties.networkAcls.defaultAction", "Allow")
            }

            /// Opens it to addresses of the internet, in CIDR notation: `["203.0.113.0/24"]`, or a param that holds a list.
            /// Without any, it stays closed.
            pub fn public_access_from(self, ranges: impl ValueOf<Vec<String>>) -> Self {
                let rules = rules(&ranges.into());
                self.set("properties.publicNetworkAccess", "Enabled").set("properties.networkAcls.ipRules", rules)
            }

            /// Another custom subdomain than its name: small letters, digits and dashes, free in all of Azure.
            pub fn custom_subdomain(self, subdomain: impl ValueOf<String>) -> Self {
                let subdomain: Value<String> = subdomain.into();
                self.set("properties.customSubDomainName", subdomain)
            }
        }

        impl Construct for $construct {
            type Resource = Account;

            fn main(&mut self) -> &mut Account {
                &mut self.0
            }
        }
    )*};
}

options! { OpenAi, AiServices, CognitiveServices }

/// One rule for each range: written out where the ranges are known here, else in a loop.
fn rules(ranges: &Value<Vec<String>>) -> Value<Vec<IpRule>> {
    let range = |item: &Item| match item {
        Item::Value(range) => Some(IpRule::new(Value::<String>::new(range.clone()))),
        Item::Spread(_) => None,
    };
    let rules: Option<Vec<_>> = match ranges.expr() {
        Expr::Array(items) => items.iter().map(range).collect(),
        _ => None,
    };
    rules.map_or_else(|| ranges.each("addressRange", IpRule::new), Into::into)
}
