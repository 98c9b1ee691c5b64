//! Functions of parameter files, which are evaluated when such a file is compiled, not when it is deployed.

use super::texts;
use crate::expr::Expr;
use crate::value::{Secret, Value, ValueOf};

/// `readEnvironmentVariable(name)`, in parameter sets only: read when the set is compiled.
pub fn read_environment_variable(name: impl ValueOf<String>) -> EnvironmentVariable {
    EnvironmentVariable(Expr::call("readEnvironmentVariable", vec![name.into().into()]))
}

/// `readEnvironmentVariable(name, default)`: as [`read_environment_variable`], with a value where there is no such variable.
pub fn read_environment_variable_or(name: impl ValueOf<String>, default: impl ValueOf<String>) -> EnvironmentVariable {
    EnvironmentVariable(Expr::call("readEnvironmentVariable", texts([name.into(), default.into()])))
}

/// `externalInput(kind)`, in parameter sets only: a value that a tool for deployments puts in.
pub fn external_input<T>(kind: impl ValueOf<String>) -> Value<T> {
    Value::new(Expr::call("externalInput", vec![kind.into().into()]))
}

/// `az.getSecret(subscriptionId, resourceGroup, vault, name)`, in parameter sets only: a secret that Azure reads from a key
/// vault when it deploys. The vault must be enabled for template deployments.
pub fn get_secret(
    subscription_id: impl ValueOf<String>,
    resource_group: impl ValueOf<String>,
    vault: impl ValueOf<String>,
    name: impl ValueOf<String>,
) -> Value<Secret<String>> {
    let place = [subscription_id.into(), resource_group.into(), vault.into(), name.into()];
    Value::new(Expr::call("az.getSecret", texts(place)))
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
