//! Puts instances into a graph, with the params and the existing resources that they need. It must not know types.

use std::collections::{BTreeMap, BTreeSet};

use dsl::{
    Entry, Expr, Graph, ManagementGroup, RawResource, Report, Resource, ResourceBody, ResourceGroup, Scope, Secret,
    Subscription, Tenant, Value, raw, raw_existing,
};

use super::{Instance, Level, Place};

/// What extension resources are put on.
const TARGET: &str = "Microsoft.Storage/storageAccounts@2026-09-01";

/// How a resource gets the properties of an instance.
pub(crate) type Fill<'f> = &'f dyn Fn(RawResource, &Instance<'_>, &Expr) -> RawResource;

/// What the check says about one instance with these properties.
pub(crate) fn check(instance: &Instance<'_>, body: &Expr) -> Result<(), Report> {
    let instances = [(instance, body)];
    match instance.place.level {
        Level::ResourceGroup => Assembly::<ResourceGroup>::graph(&instances, &set_each).check(),
        Level::Subscription => Assembly::<Subscription>::graph(&instances, &set_each).check(),
        Level::ManagementGroup => Assembly::<ManagementGroup>::graph(&instances, &set_each).check(),
        Level::Tenant => Assembly::<Tenant>::graph(&instances, &set_each).check(),
    }
}

/// Instances of one scope in one file, each with its own properties or others. The symbol of the first is `instance0`.
pub(crate) fn bicep(level: Level, instances: &[(&Instance<'_>, &Expr)], fill: Fill<'_>) -> Result<String, Report> {
    match level {
        Level::ResourceGroup => Assembly::<ResourceGroup>::graph(instances, fill).to_bicep(),
        Level::Subscription => Assembly::<Subscription>::graph(instances, fill).to_bicep(),
        Level::ManagementGroup => Assembly::<ManagementGroup>::graph(instances, fill).to_bicep(),
        Level::Tenant => Assembly::<Tenant>::graph(instances, fill).to_bicep(),
    }
}

/// Sets each property by its name.
pub(crate) fn set_each(resource: RawResource, _: &Instance<'_>, body: &Expr) -> RawResource {
    let Expr::Object(entries) = body else { panic!("the properties of a resource are an object") };
    entries.iter().fold(resource, |resource, entry| {
        let Entry::Property(key, value) = entry else { panic!("all properties have names") };
        let name = key.as_name().expect("all names are known");
        resource.property(name.to_owned(), value.clone())
    })
}

/// A graph that instances are added to.
struct Assembly<S: Scope> {
    graph: Graph<S>,
    params: BTreeSet<String>,
    /// The existing resources by type and name, with those of their parents before them.
    existing: BTreeMap<String, Resource<RawResource>>,
    instances: usize,
}

impl<S: Scope> Assembly<S> {
    /// A graph of instances, each with its own properties or others.
    fn graph(instances: &[(&Instance<'_>, &Expr)], fill: Fill<'_>) -> Graph<S> {
        let (graph, params, existing) = Default::default();
        let mut assembly = Assembly { graph, params, existing, instances: 0 };
        for (instance, body) in instances {
            assembly.add(instance, body, fill);
        }
        assembly.graph
    }

    fn add(&mut self, instance: &Instance<'_>, body: &Expr, fill: Fill<'_>) {
        self.declare_params(instance, body);
        let name: Value<String> = Value::new(instance.name.clone());
        let mut resource = raw(instance.type_and_version(), name);
        let place = &instance.place;
        if let Some(parent) = self.parent(place) {
            resource = resource.child_of(&parent);
        } else if place.extends {
            resource = resource.on(&self.target());
        }
        let resource = fill(resource, instance, body);
        resource.add(&mut self.graph, format!("instance{}", self.instances));
        self.instances += 1;
    }

    /// Declares the params that are referred to: another one would be a finding.
    fn declare_params(&mut self, instance: &Instance<'_>, body: &Expr) {
        body.walk(&mut |expr| {
            let Expr::Symbol(symbol) = expr else { return };
            if !self.params.insert(symbol.to_string()) {
                return;
            }
            let (symbol, input) = (symbol.to_string(), &instance.inputs[&**symbol]);
            if input.secure {
                self.graph.param_of::<Secret<String>>(symbol).ty(input.ty.clone()).describe("A secret.");
            } else {
                self.graph.param(symbol).ty(input.ty.clone()).describe("Given from outside.");
            }
        });
    }

    fn parent(&mut self, place: &Place) -> Option<Resource<RawResource>> {
        let (mut innermost, mut path) = (None, if place.extends { "extension".to_owned() } else { String::new() });
        for parent in &place.parents {
            path = format!("{path} {} {:?}", parent.type_and_version, parent.name);
            if let Some(known) = self.existing.get(&path) {
                innermost = Some(known.clone());
                continue;
            }
            let name: Value<String> = Value::new(parent.name.clone());
            let existing = raw_existing(parent.type_and_version.clone(), name);
            let existing = match &innermost {
                Some(outer) => existing.child_of(outer),
                None if place.extends => existing.in_scope(self.target().expr()),
                None => existing,
            };
            let added = existing.add(&mut self.graph, format!("existing{}", self.existing.len()));
            self.existing.insert(path.clone(), added.clone());
            innermost = Some(added);
        }
        innermost
    }

    fn target(&mut self) -> Resource<RawResource> {
        let (existing, graph) = (&mut self.existing, &mut self.graph);
        let add = || raw_existing(TARGET, "contosoextended").add(graph, "target");
        existing.entry(TARGET.to_owned()).or_insert_with(add).clone()
    }
}
