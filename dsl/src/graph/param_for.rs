//! Params of the type that Azure's data gives a property of a resource. It must not know any resource by name.

use std::panic::Location;

use super::{Graph, ParamBuilder, TypedResource};
use crate::expr::{Expr, Text};
use crate::scope::Scope;
use crate::types::Type;
use crate::value::IntoValue;

impl<S: Scope> Graph<S> {
    /// Begins a param that takes what a property of a resource takes, in Azure's own words; its description completes it.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceBody, ResourceGroup};
    /// # dsl::resource! {
    /// #     /// A zone of names.
    /// #     pub struct Zone, ZoneView = "Microsoft.Network/privateDnsZones" @ "2024-06-01" in [ResourceGroup], [];
    /// #     name [String];
    /// #     required { location: String = "location"; }
    /// #     optional { tags: dsl::Map<String> = "tags"; }
    /// # }
    /// let mut g = Graph::<ResourceGroup>::new();
    /// let tags = g.param_for::<Zone, _>("tags", |zone| zone.tags()).describe("Tags of the zone.");
    /// Zone::new("contoso.internal", "global").tags(&tags).add(&mut g, "zone");
    /// let text = g.to_bicep().unwrap();
    /// assert!(text.contains("param tags resourceInput<'Microsoft.Network/privateDnsZones@2024-06-01'>.tags"), "{text}");
    /// ```
    #[track_caller]
    pub fn param_for<R: TypedResource, V: IntoValue>(
        &mut self,
        symbol: impl Into<Text>,
        property: impl FnOnce(R::View) -> V,
    ) -> ParamBuilder<'_, V::Type> {
        let whole = Expr::Local("resource".into());
        let property: Expr = property(R::View::from(whole)).into_value().into();
        let ty = part_of(&property, R::TYPE_AND_VERSION);
        ParamBuilder::of(&mut self.nodes, symbol.into(), ty, Location::caller())
    }
}

/// The type of what an expression reads of the resource.
fn part_of(expr: &Expr, resource: &'static str) -> Type {
    let Expr::Access(access) = expr else { return Type::ResourceInput(resource.into()) };
    part_of(&access.0, resource).behind(&access.1)
}
