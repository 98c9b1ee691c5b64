//! Bicep's functions, typed. It must not know where in a template each may be called.
//!
//! One line a function, with Bicep's signature; see
//! [Learn: Bicep functions](https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions).

use crate::expr::Expr;
use crate::value::{IntoValue, Secret, Value, ValueOf};

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*) -> $returns:ty = $bicep:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name($($argument: impl ValueOf<$type>),*) -> Value<$returns> {
            Value::new(Expr::call($bicep, vec![$($argument.into().into()),*]))
        }
    )*};
}

functions! {
    /// `toLower(text)`
    to_lower(text: String) -> String = "toLower";
    /// `toUpper(text)`
    to_upper(text: String) -> String = "toUpper";
    /// `trim(text)`: without blanks at both ends.
    trim(text: String) -> String = "trim";
    /// `replace(text, old, new)`
    replace(text: String, old: String, new: String) -> String = "replace";
    /// `substring(text, start, length)`, counted from 0.
    substring(text: String, start: i64, length: i64) -> String = "substring";
    /// `take(text, count)`: the first characters.
    take(text: String, count: i64) -> String = "take";
    /// `split(text, delimiter)`
    split(text: String, delimiter: String) -> Vec<String> = "split";
    /// `join(parts, delimiter)`
    join(parts: Vec<String>, delimiter: String) -> String = "join";
    /// `base64(text)`
    base64(text: String) -> String = "base64";
    /// `startsWith(text, prefix)`, without regard to case.
    starts_with(text: String, prefix: String) -> bool = "startsWith";
    /// `endsWith(text, suffix)`, without regard to case.
    ends_with(text: String, suffix: String) -> bool = "endsWith";
    /// `range(start, count)`
    range(start: i64, count: i64) -> Vec<i64> = "range";
    /// `cidrSubnet(network, prefixLength, index)`: `cidrSubnet('10.0.0.0/16', 24, 1)` is `10.0.1.0/24`.
    cidr_subnet(network: String, prefix_length: i64, index: i64) -> String = "cidrSubnet";
}

/// Functions whose arguments are listed one by one in Bicep, however many they are.
macro_rules! variadic {
    ($($(#[$doc:meta])* $name:ident = $bicep:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name<V: ValueOf<String>>(strings: impl IntoIterator<Item = V>) -> Value<String> {
            let arguments: Vec<Expr> = strings.into_iter().map(|string| string.into().into()).collect();
            Value::new(Expr::call($bicep, arguments))
        }
    )*};
}

variadic! {
    /// `guid(…)`: a GUID that is always the same for the same strings.
    guid = "guid";
    /// `uniqueString(…)`: 13 characters that are always the same for the same strings.
    unique_string = "uniqueString";
}

/// `string(value)`: any value as text; objects and arrays as JSON.
pub fn string(value: impl IntoValue) -> Value<String> {
    Value::new(Expr::call("string", vec![value.into_value().into()]))
}

/// `subscriptionResourceId(type, name, …)`: the id of a resource of the subscription that is deployed to.
pub fn subscription_resource_id<V: ValueOf<String>>(
    resource_type: &'static str,
    names: impl IntoIterator<Item = V>,
) -> Value<String> {
    let names = names.into_iter().map(|name| name.into().into());
    let arguments: Vec<Expr> = [Expr::string(resource_type)].into_iter().chain(names).collect();
    Value::new(Expr::call("subscriptionResourceId", arguments))
}

/// `readEnvironmentVariable(name)`, in parameter sets only: read when the set is compiled.
pub fn read_environment_variable(name: impl ValueOf<String>) -> EnvironmentVariable {
    EnvironmentVariable(Expr::call("readEnvironmentVariable", vec![name.into().into()]))
}

/// What is read when a parameter set is compiled. It may be given to a secure param too: it is in no file.
#[derive(Clone, Debug)]
pub struct EnvironmentVariable(Expr);

impl From<EnvironmentVariable> for Value<String> {
    fn from(variable: EnvironmentVariable) -> Self {
        Value::new(variable.0)
    }
}

impl From<EnvironmentVariable> for Value<Secret<String>> {
    fn from(variable: EnvironmentVariable) -> Self {
        Value::new(variable.0)
    }
}

/// `resourceGroup()`: the resource group that is deployed to.
pub fn resource_group() -> ResourceGroupFacts {
    ResourceGroupFacts(Expr::call("resourceGroup", []))
}

/// `subscription()`: the subscription that is deployed to.
pub fn subscription() -> SubscriptionFacts {
    SubscriptionFacts(Expr::call("subscription", []))
}

/// What Bicep knows of a resource group.
#[derive(Clone, Debug)]
pub struct ResourceGroupFacts(Expr);

impl ResourceGroupFacts {
    /// The resource id.
    pub fn id(&self) -> Value<String> {
        Value::new(self.0.clone().member("id"))
    }

    /// The name.
    pub fn name(&self) -> Value<String> {
        Value::new(self.0.clone().member("name"))
    }

    /// The region: allowed in defaults of params only, so that a deployment may choose another one.
    pub fn location(&self) -> Value<String> {
        Value::new(self.0.clone().member("location"))
    }
}

/// What Bicep knows of a subscription.
#[derive(Clone, Debug)]
pub struct SubscriptionFacts(Expr);

impl SubscriptionFacts {
    /// The resource id.
    pub fn id(&self) -> Value<String> {
        Value::new(self.0.clone().member("id"))
    }

    /// The id alone, a GUID.
    pub fn subscription_id(&self) -> Value<String> {
        Value::new(self.0.clone().member("subscriptionId"))
    }

    /// The tenant that the subscription trusts, a GUID.
    pub fn tenant_id(&self) -> Value<String> {
        Value::new(self.0.clone().member("tenantId"))
    }
}
