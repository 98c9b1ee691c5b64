//! Params that are ranges of addresses. It must not know which network takes them.

use dsl::{Graph, ParamBuilder, Scope, Text};

/// Params that are ranges of addresses, on every graph.
pub trait AddressParams {
    /// A param that is a range of IPv4 addresses in CIDR notation, between `0.0.0.0/0` and `255.255.255.255/32`: it has 9
    /// to 18 characters. What it says, only the deployment sees.
    fn address_prefix(&mut self, symbol: impl Into<Text>) -> ParamBuilder<'_, String>;
}

impl<S: Scope> AddressParams for Graph<S> {
    #[track_caller]
    fn address_prefix(&mut self, symbol: impl Into<Text>) -> ParamBuilder<'_, String> {
        self.param(symbol).length(9..=18)
    }
}
