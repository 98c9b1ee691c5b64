//! What the properties of a resource may ask about that very resource, as it is before the deployment. They must not know
//! which resource that is.

use crate::expr::Expr;
use crate::graph::ResourceType;
use crate::value::{IntoValue, Value, safe};

/// `this.exists()`: whether the resource is there already. Only its own properties may ask, and none that Azure must know
/// when the deployment starts, such as names and tags.
///
/// ```
/// # use dsl::{Value, functions::this_exists};
/// let tier: Value<String> = this_exists().then("Cool").otherwise("Hot");
/// assert_eq!(tier.to_string(), "this.exists() ? 'Cool' : 'Hot'");
/// ```
pub fn this_exists() -> Value<bool> {
    Value::new(Expr::call("this.exists", []))
}

/// `this.existingResource()`: a property of the resource as it is, or null where it is not there yet.
///
/// ```
/// # use dsl::{RawResource, functions::this_existing};
/// let tier = this_existing::<RawResource, _>(|it| it.read("properties.accessTier").cast::<String>());
/// assert_eq!(tier.or_else("Hot").to_string(), "this.existingResource().?properties.accessTier ?? 'Hot'");
/// ```
pub fn this_existing<R: ResourceType, V: IntoValue>(read: impl FnOnce(&R::View) -> V) -> Value<Option<V::Type>> {
    let this = Expr::call("this.existingResource", []);
    let value: Expr = read(&R::View::from(this.clone())).into_value().into();
    Value::new(safe(&value, &this))
}
