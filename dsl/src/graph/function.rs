//! Functions of the user's own: a closure of Rust with typed arguments becomes a `func` statement, and what is returned calls
//! it. It must not know how a function is printed.

use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;

use super::remarks::{Remarks, remarks};
use super::{FunctionNode, Graph, Node, NodeKind, Nodes};
use crate::expr::{Expr, Text};
use crate::scope::Scope;
use crate::types::{Declare, Type};
use crate::value::{IntoValue, Value, ValueOf};

impl<S: Scope> Graph<S> {
    /// Begins a function; its description completes it. Its parameters are called `names` in the Bicep, and their types are
    /// those of the closure. The closure uses its arguments and literals only, for functions know nothing of the file.
    ///
    /// ```
    /// # use dsl::{Graph, ResourceGroup, Value, functions::{string, to_lower}};
    /// # let mut g = Graph::<ResourceGroup>::new();
    /// let prefix = g.param("prefix").describe("Prefix of every resource name.");
    /// let storage_name = g
    ///     .function("storageName", ["prefix", "number"], |prefix: Value<String>, number: Value<i64>| {
    ///         to_lower(prefix) + "st" + string(number)
    ///     })
    ///     .describe("Name of a storage account.");
    /// g.output("name", storage_name.call(&prefix, 3)).describe("Name of the third account.");
    /// let text = g.to_bicep().unwrap();
    /// assert!(text.contains("func storageName(prefix string, number int) string => '${toLower(prefix)}st${string(number)}'"));
    /// assert!(text.contains("= storageName(prefix, 3)"));
    /// ```
    #[track_caller]
    pub fn function<A, F: FunctionBody<A>>(
        &mut self,
        symbol: impl Into<Text>,
        names: F::Names,
        body: F,
    ) -> FunctionBuilder<'_, A, F::Returns> {
        let (parameters, body) = body.apply(names);
        let function = FunctionNode { parameters, returns: F::Returns::declare(), body, exported: false };
        let (nodes, location) = (&mut self.nodes, Location::caller());
        F::define(nodes, location);
        FunctionBuilder {
            nodes,
            symbol: symbol.into(),
            location,
            function,
            remarks: Remarks::default(),
            types: PhantomData,
        }
    }
}

/// A function to be. See [`Graph::function`].
#[derive(Debug)]
#[must_use = "a function is added by its last word, `.describe(…)`"]
pub struct FunctionBuilder<'g, A, R> {
    nodes: &'g mut Nodes,
    symbol: Text,
    location: &'static Location<'static>,
    function: FunctionNode,
    remarks: Remarks,
    types: PhantomData<fn(A) -> R>,
}

remarks! { FunctionBuilder<'g, A, R> }

impl<A, R> FunctionBuilder<'_, A, R> {
    /// `@export()`: other files may import it.
    pub fn export(mut self) -> Self {
        self.function.exported = true;
        self
    }

    /// Says what it is for, and adds it to the graph.
    pub fn describe(self, description: impl Into<Text>) -> Function<A, R> {
        let kind = NodeKind::Function(Box::new(self.function));
        let node = Node::new(self.symbol.clone(), self.location, kind);
        self.nodes.push(node.described(description).with_remarks(self.remarks));
        Function::called(self.symbol)
    }
}

/// A function of the graph, which takes arguments of the types `A` and returns an `R`.
pub struct Function<A, R> {
    symbol: Text,
    types: PhantomData<fn(A) -> R>,
}

impl<A, R> Function<A, R> {
    /// By the name that this file has for it.
    pub(super) fn called(symbol: Text) -> Self {
        Function { symbol, types: PhantomData }
    }
}

impl<A, R> Clone for Function<A, R> {
    fn clone(&self) -> Self {
        Function::called(self.symbol.clone())
    }
}

impl<A, R> fmt::Debug for Function<A, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Function").field(&self.symbol).finish()
    }
}

/// A closure that can be the body of a function with arguments of the types `A`, a tuple of up to four.
#[diagnostic::on_unimplemented(
    message = "this is no body of a function of Bicep",
    note = "it is a closure with one to four arguments, each with its type: `|name: Value<String>| …`"
)]
pub trait FunctionBody<A> {
    /// The names of the parameters.
    type Names;
    /// What the function returns.
    type Returns: Declare;

    #[doc(hidden)]
    fn apply(self, names: Self::Names) -> (Vec<(Text, Type)>, Expr);

    #[doc(hidden)]
    #[allow(private_interfaces, reason = "only closures are bodies")]
    fn define(nodes: &mut Nodes, location: &'static Location<'static>);
}

macro_rules! arities {
    ($(($($type:ident $name:ident),*);)*) => {$(
        impl<F, R, $($type: Declare),*> FunctionBody<($($type,)*)> for F
        where
            F: FnOnce($(Value<$type>),*) -> R,
            R: IntoValue<Type: Declare>,
        {
            type Names = [&'static str; [$(stringify!($name)),*].len()];
            type Returns = R::Type;

            fn apply(self, [$($name),*]: Self::Names) -> (Vec<(Text, Type)>, Expr) {
                let body = self($(Value::new(Expr::Local($name.into()))),*).into_value();
                (vec![$(($name.into(), $type::declare())),*], body.into())
            }

            #[allow(private_interfaces, reason = "only closures are bodies")]
            fn define(nodes: &mut Nodes, location: &'static Location<'static>) {
                $(nodes.define::<$type>(location);)*
                nodes.define::<R::Type>(location);
            }
        }

        impl<R, $($type),*> Function<($($type,)*), R> {
            /// Calls it.
            pub fn call(&self, $($name: impl ValueOf<$type>),*) -> Value<R> {
                Value::new(Expr::call(self.symbol.clone(), vec![$($name.into().into()),*]))
            }
        }
    )*};
}

arities! {
    (A a);
    (A a, B b);
    (A a, B b, C c);
    (A a, B b, C c, D d);
}
