//! `Microsoft.Network/privateDnsZones`

dsl::resource! {
    /// Names that only linked networks resolve, version 2024-06-01:
    /// [reference](https://learn.microsoft.com/azure/templates/microsoft.network/privatednszones).
    pub struct PrivateDnsZone(location: String) = "Microsoft.Network/privateDnsZones" @ "2024-06-01" in [ResourceGroup] {
        /// `global`, always.
        location: String = "location",
    }
    view PrivateDnsZoneView {}
}
