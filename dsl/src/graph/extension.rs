//! Extensions: what Bicep deploys beside the resources of Azure, such as the objects of a Kubernetes cluster. It must not
//! know any of them by name.

use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;

use super::remarks::{Remarks, remarks};
use super::{Existing, Graph, Node, NodeId, NodeKind, Nodes, RawResource};
use crate::expr::{Expr, Text};
use crate::print::is_identifier;
use crate::scope::Scope;
use crate::shape::Object;

/// An extension that the file uses.
#[derive(Clone, Debug)]
pub(crate) struct ExtensionNode {
    /// A name that the compiler knows, a path, or a reference to a registry.
    pub(crate) source: Text,
    /// What it has to know, an object. Only with one Bicep takes another name for it.
    pub(crate) config: Expr,
}

impl ExtensionNode {
    /// Whether it is called by its symbol in the file, and not by the name that it gives itself.
    pub(crate) fn is_renamed(&self) -> bool {
        matches!(&self.config, Expr::Object(entries) if !entries.is_empty())
    }

    /// Whether the compiler, or its configuration, knows the extension by name.
    pub(crate) fn is_named(&self) -> bool {
        is_identifier(&self.source)
    }

    /// Whether the source is a file beside the template.
    pub(crate) fn is_local(&self) -> bool {
        !self.is_named() && !self.source.starts_with("br:") && !self.source.starts_with("br/")
    }
}

impl<S: Scope> Graph<S> {
    /// Begins an extension: one that the compiler or its configuration knows by name, a file that `bicep publish-extension`
    /// made, or a reference to a registry such as `br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0`. `.named`
    /// completes it.
    ///
    /// ```
    /// use dsl::{Graph, ResourceBody, ResourceGroup};
    ///
    /// let mut g = Graph::<ResourceGroup>::new();
    /// let kube_config = g.secret("kubeConfig").describe("How to reach the cluster.");
    /// let k8s = g.extension("kubernetes").with("namespace", "shop").with("kubeConfig", &kube_config).named("k8s");
    /// let shop = k8s.resource("core/Namespace@v1").property("metadata.name", "shop").add(&mut g, "shop");
    /// g.output("namespace", shop.read("metadata.name").cast::<String>()).describe("Where the shop is.");
    /// let text = g.to_bicep().unwrap();
    /// assert!(text.starts_with("extension kubernetes with {\n  namespace: 'shop'\n  kubeConfig: kubeConfig\n} as k8s\n"));
    /// assert!(text.contains("resource shop 'k8s:core/Namespace@v1' = {"), "{text}");
    /// ```
    #[track_caller]
    pub fn extension(&mut self, source: impl Into<Text>) -> ExtensionBuilder<'_> {
        ExtensionBuilder {
            nodes: &mut self.nodes,
            source: source.into(),
            config: Object::default(),
            location: Location::caller(),
            remarks: Remarks::default(),
            ty: PhantomData,
        }
    }
}

/// An extension to be, whose types of resources `T` stands for. See [`Graph::extension`].
#[derive(Debug)]
#[must_use = "an extension is added by its last word, `.named(\"symbol\")`"]
pub struct ExtensionBuilder<'g, T = ()> {
    nodes: &'g mut Nodes,
    source: Text,
    config: Object,
    location: &'static Location<'static>,
    remarks: Remarks,
    ty: PhantomData<fn() -> T>,
}

remarks! { ExtensionBuilder<'g, T> }

impl<'g, T> ExtensionBuilder<'g, T> {
    /// Tells it all that it has to know, by the struct that `cargo run -p typegen -- extension` has written from its types.
    /// The structs of its resources then take it, and no other extension: see
    /// [`extension_resource!`](crate::extension_resource).
    pub fn typed<C: Into<Object>>(self, configuration: C) -> ExtensionBuilder<'g, C> {
        let ExtensionBuilder { nodes, source, config, location, remarks, .. } = self;
        let config = config.with_all(configuration.into());
        ExtensionBuilder { nodes, source, config, location, remarks, ty: PhantomData }
    }

    /// Tells it something that it has to know. Bicep must know it when the deployment starts; in a module with a scope
    /// of its own, it may come from a resource outside.
    pub fn with(mut self, name: impl Into<Text>, value: impl Into<Expr>) -> Self {
        self.config = self.config.with(name, value);
        self
    }

    /// Adds it to the graph. The symbol is its name in the Bicep if anything has been told to it by `.with(…)`; else it goes
    /// by the name that it gives itself, for Bicep renames no other.
    pub fn named(self, symbol: impl Into<Text>) -> Extension<T> {
        let extension = ExtensionNode { source: self.source, config: self.config.into() };
        let node = Node::new(symbol.into(), self.location, NodeKind::Extension(Box::new(extension)));
        Extension { node: self.nodes.push(node.with_remarks(self.remarks)), ty: PhantomData }
    }
}

/// An extension of the graph. `T` stands for the types of its resources; nothing is known of them where it is `()`.
pub struct Extension<T = ()> {
    node: NodeId,
    ty: PhantomData<fn() -> T>,
}

impl<T> Clone for Extension<T> {
    fn clone(&self) -> Self {
        Extension { node: self.node, ty: PhantomData }
    }
}

impl<T> fmt::Debug for Extension<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Extension").field(&self.node).finish()
    }
}

impl<T> Extension<T> {
    /// The identity of the node.
    pub(super) fn node(&self) -> NodeId {
        self.node
    }

    /// A resource of the extension, by its type and version. Its properties are set by path, and only the official compiler
    /// looks at them: `k8s.resource("core/Namespace@v1").property("metadata.name", "shop")`.
    pub fn resource(&self, type_and_version: impl Into<Text>) -> RawResource {
        RawResource::of_extension(type_and_version.into(), self.node, Object::default())
    }

    /// A resource of the extension that is there already, by the properties that tell it from others:
    /// `k8s.existing("core/Service@v1", [("metadata.name", "web"), ("metadata.namespace", "shop")])`.
    pub fn existing<E: Into<Expr>>(
        &self,
        type_and_version: impl Into<Text>,
        properties: impl IntoIterator<Item = (&'static str, E)>,
    ) -> Existing<RawResource> {
        let mut body = Object::default();
        properties.into_iter().for_each(|(path, value)| body.set_path(path, value.into()));
        RawResource::of_extension(type_and_version.into(), self.node, body).found()
    }
}
