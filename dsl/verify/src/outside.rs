//! The same call from outside, and what its refusal says. It must not make the call.

use crate::{Proof, Question};

/// What came of a call.
#[derive(Clone, Debug)]
pub enum Call {
    /// Somebody answered: the status, and the text.
    Answered(u16, String),
    /// Nobody did, and why.
    Unanswered(String),
    /// It could not be made at all, and why.
    Impossible(String),
}

/// How a service says that it is the network which it refuses.
const NETWORK: &[&str] = &["public access", "public network access", "private endpoint", "virtual network", "firewall"];

/// Whether a refusal is about where a call comes from.
pub(crate) fn is_about_network(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    NETWORK.iter().any(|word| text.contains(word))
}

/// Judges the call from outside.
pub fn outside(question: &Question, call: &Call) -> Proof {
    const CLAIM: &str = "the same call from outside is refused";
    let host = &question.host;
    match call {
        Call::Answered(403, text) if is_about_network(text) => Proof::holds(CLAIM, format!("HTTP 403: {text}")),
        Call::Unanswered(why) => Proof::holds(CLAIM, format!("{host} does not answer: {why}")),
        Call::Answered(status @ 200..300, _) => {
            Proof::fails(CLAIM, format!("HTTP {status}"), "the account is open: set publicNetworkAccess to Disabled")
        }
        Call::Answered(status, text) => {
            let cause = "it is not the network that is refused, so others may come through: set publicNetworkAccess to \
                         Disabled; or this command runs inside of the network, and has to run elsewhere";
            Proof::fails(CLAIM, format!("HTTP {status}: {text}"), cause)
        }
        Call::Impossible(why) => {
            Proof::fails(CLAIM, why.clone(), "the call was not made: install curl, or try it by hand")
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn only_a_refusal_of_the_network_is_a_proof() {
        let (host, deployment) = ("contoso.example".to_owned(), "chat".to_owned());
        let question = Question { host, deployment, client_id: None, patience: Duration::ZERO };
        let holds = |call| outside(&question, &call).holds;
        let answered = |status, text: &str| holds(Call::Answered(status, text.to_owned()));
        assert!(answered(403, "Public access is disabled. Please configure private endpoint."));
        assert!(answered(403, "Access denied due to Virtual Network/Firewall rules."));
        assert!(holds(Call::Unanswered("cannot connect".to_owned())));
        assert!(!answered(403, "The principal lacks the data action") && !answered(401, "public access"));
        assert!(!answered(200, "") && !holds(Call::Impossible("no curl".to_owned())));
    }
}
