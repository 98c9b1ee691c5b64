//! Single faults, each with the check that has to find it. What does not compile in Rust at all is in the table too.

use dsl::{Expr, Mutant};

/// A fault in a graph.
pub(crate) struct Fault {
    pub(crate) graph: &'static str,
    pub(crate) what: &'static str,
    /// The check that has to find it, and nothing else may.
    pub(crate) check: &'static str,
    pub(crate) make: fn(Mutant) -> Mutant,
}

macro_rules! faults {
    ($(in $graph:literal { $($what:literal => $check:literal, $make:expr;)* })*) => {
        /// Every fault that the graph check has to find.
        pub(crate) const FAULTS: &[Fault] = &[$($(
            Fault { graph: $graph, what: $what, check: $check, make: $make },
        )*)*];
    };
}

fn text(text: &'static str) -> Expr {
    Expr::string(text)
}

faults! {
    in "example" {
        "the zone is not linked" => "unlinked-zone", |m| m.without("link");
        "public access is on" => "public-access", |m| m
            .with("account", "properties.publicNetworkAccess", text("Enabled"))
            .with("account", "properties.networkAcls.defaultAction", text("Allow"));
        "public access is left to Azure" => "public-access", |m| m
            .without_value("account", "properties.publicNetworkAccess")
            .without_value("account", "properties.networkAcls");
        "nobody is granted" => "ungranted", |m| m.without("vmCallsAccount").without("cognitiveServicesOpenAIUser");
        "the machine has no identity" => "unset-identity", |m| m.without_value("vm", "identity");
        "a property is misspelt" => "unknown-property", |m| m.with("account", "properties.publicNetworkAcces", text("Disabled"));
        "an open enum is misspelt" => "unlikely-value", |m| m.with("account", "properties.publicNetworkAccess", text("Disable"));
        "a word with a letter too many" => "unlikely-value", |m| m.with("vm", "properties.storageProfile.osDisk.createOption", text("FromImages"));
        "a required value is left out" => "missing-property", |m| m.without_value("chat", "sku.name");
        "a text for a number" => "wrong-type", |m| m.with("chat", "sku.capacity", text("10"));
        "a read-only property is set" => "read-only-property", |m| m.with("account", "properties.endpoint", text("https://example.org"));
        "the zone's id for the subnet's" => "wrong-reference", |m| {
            let zone = m.reference("zone").member("id");
            m.with("endpoint", "properties.subnet.id", zone)
        };
        "a subnet that does not exist" => "unknown-subnet", |m| m.with("workload", "name", text("workloads"));
        "the same machine twice" => "duplicate-resource", |m| m.with_copy("vmNic", "again");
        "two statements of one name" => "duplicate-symbol", |m| m.renamed("vmNic", "account");
        "a name that Bicep keeps" => "invalid-symbol", |m| m.renamed("zone", "resourceGroup");
        "the grant is on another resource" => "ungranted", |m| m.retargeted("vmCallsAccount", "account", "virtualNetwork");
        "the name is known only at run time" => "run-time-value", |m| {
            let endpoint = m.reference("account").member("properties").member("endpoint");
            m.with("vmNic", "name", endpoint)
        };
        "a location that is a run-time value" => "run-time-value", |m| {
            let endpoint = m.reference("account").member("properties").member("endpoint");
            m.with("vmNic", "location", endpoint)
        };
        "a version that is not there" => "unknown-type", |m| m.with_version("zone", "2020-13-01");
        "a secret as a literal" => "secret-literal", |m| {
            m.with("vm", "properties.osProfile.adminPassword", text("hunter2hunter2"))
        };
        "a reference that leads nowhere" => "unknown-reference", |m| m.without("vmNic");
        "a description of blanks" => "missing-description", |m| m.described("vmCallsAccount", " ");
        "a param that nobody reads" => "unused", |m| {
            m.with("vm", "properties.hardwareProfile.vmSize", text("Standard_D2s_v5"))
        };
        "a subnet of its own service" => "blocked-endpoint", |m| {
            let delegation = Expr::object([
                ("name", text("apps")),
                ("properties", Expr::object([("serviceName", text("Microsoft.App/environments"))])),
            ]);
            m.with("virtualNetwork", "properties.subnets[1].properties.delegations", Expr::array([delegation]))
        };
        "statements that need each other" => "cycle", |m| {
            let machine = m.reference("vm").member("id");
            m.with("vmNic", "tags", Expr::object([("machine", machine)]))
        };
    }
    in "vault" {
        "the zone is not linked" => "unlinked-zone", |m| m.without("link");
        "public access is on" => "public-access", |m| m
            .with("vault", "properties.publicNetworkAccess", text("Enabled"))
            .with("vault", "properties.networkAcls.defaultAction", text("Allow"));
        "the endpoint is forgotten" => "grant-without-path", |m| m.without("endpoint");
        "a SKU that does not exist" => "value-not-allowed", |m| m.with("vault", "properties.sku.name", text("basic"));
        "a required value is left out" => "missing-property", |m| m.without_value("vault", "properties.tenantId");
        "a text for a boolean" => "wrong-type", |m| m.with("vault", "properties.enableSoftDelete", text("true"));
        "an object where a list belongs" => "wrong-type", |m| m.with("endpoint", "properties.privateLinkServiceConnections", Expr::object::<&'static str>([]));
        "the machine has no identity" => "unset-identity", |m| m.without_value("vm", "identity");
    }
    in "storage" {
        "one of two zones is not linked" => "unlinked-zone", |m| m.without("tableLink");
        "public access is on" => "public-access", |m| m
            .with("storage", "properties.publicNetworkAccess", text("Enabled"))
            .with("storage", "properties.networkAcls.defaultAction", text("Allow"));
        "nobody is granted" => "ungranted", |m| m
            .without("vmWritesBlobs")
            .without("vmWritesTables")
            .without("storageBlobDataContributor")
            .without("storageTableDataContributor");
        "a single address with a prefix" => "invalid-ip-rule", |m| {
            let rule = Expr::object([("value", text("203.0.113.7/32"))]);
            m.with("storage", "properties.networkAcls.ipRules", Expr::array([rule]))
        };
        "a kind that is misspelt" => "unlikely-value", |m| m.with("storage", "kind", text("BlobStorages"));
        "a name with capitals" => "out-of-bounds", |m| m.with("storage", "name", text("Storage"));
        "the SKU is left out" => "missing-property", |m| m.without_value("storage", "sku");
    }
    in "hub" {
        "the spoke is not linked" => "unlinked-zone", |m| m.without("spokeLink");
        "the networks are not peered" => "grant-without-path", |m| m.without("hubToSpoke").without("hubToSpokeBack");
        "the ranges overlap" => "overlapping-ranges", |m| m
            .with("spoke", "properties.addressSpace.addressPrefixes[0]", text("10.0.0.0/16"))
            .with("spoke", "properties.subnets[0].properties.addressPrefix", text("10.0.5.0/24"));
        "the name of the spoke is the hub's" => "duplicate-resource", |m| {
            let name = m.value("virtualNetwork", "name");
            m.with("spoke", "name", name)
        };
    }
    in "search" {
        "one of three zones is not linked" => "unlinked-zone", |m| m.without("link");
        "search is open" => "public-access", |m| m.with("search", "properties.publicNetworkAccess", text("Enabled"));
        "nobody may query" => "ungranted", |m| m.without("vmQueries").without("searchIndexDataReader");
        "more replicas than there can be" => "out-of-bounds", |m| m.with("search", "properties.replicaCount", 99);
        "an id where a name belongs" => "wrong-reference", |m| {
            let network = m.reference("virtualNetwork").member("id");
            m.with("searchEndpoint", "properties.subnet.id", network)
        };
    }
    in "messages" {
        "the zone is not linked" => "unlinked-zone", |m| m.without("link");
        "public access is on" => "public-access", |m| m.with("bus", "properties.publicNetworkAccess", text("Enabled"));
        "nobody is granted" => "ungranted", |m| m.without("vmSends").without("azureServiceBusDataSender");
        "a SKU that is misspelt" => "value-not-allowed", |m| m.with("bus", "sku.name", text("Premiun"));
        "a boolean as a text" => "wrong-type", |m| m.with("bus", "properties.disableLocalAuth", text("true"));
    }
    in "app" {
        "the app may not pull its image" => "caller-without-grant", |m| m.retargeted("shopPullsImages", "registry", "vault");
        "more cores than memory for them" => "container-limits", |m| {
            m.with("shop", "properties.template.containers[0].resources.cpu", 2)
        };
        "more replicas than there can be" => "container-limits", |m| m.with("shop", "properties.template.scale.maxReplicas", 2000);
        "a password in a variable" => "secret-literal", |m| {
            let variable = Expr::object([("name", text("DB_PASSWORD")), ("value", text("hunter2hunter2"))]);
            m.with("shop", "properties.template.containers[0].env", Expr::array([variable]))
        };
        "the app waits for nothing" => "early-start", |m| m.without_waits("shop");
    }
}
