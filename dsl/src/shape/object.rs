//! Objects of Azure: what is set, in the order in which it is set. It must not know any of them.

use crate::expr::{Entry, Expr, Key, Text};

/// An object that grows: properties stand in the order in which they are set, and one that is set again keeps its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<Entry>);

impl Object {
    /// With a property, instead of the one of that name if there is one.
    pub fn with(mut self, name: impl Into<Text>, value: impl Into<Expr>) -> Self {
        self.set(name.into(), value.into());
        self
    }

    /// With all properties of an object that the deployment knows: `...object`. What is set later counts.
    pub fn spread(mut self, object: impl Into<Expr>) -> Self {
        self.0.push(Entry::Spread(object.into()));
        self
    }

    /// Of entries that are there already.
    pub(crate) fn of(entries: &[Entry]) -> Self {
        Object(entries.to_vec())
    }

    /// With all properties of another object.
    pub(crate) fn with_all(mut self, other: Object) -> Self {
        for entry in other.0 {
            match entry {
                Entry::Property(Key::Name(name), value) => self.set(name, value),
                other => self.0.push(other),
            }
        }
        self
    }

    /// These properties over those of another object, and over those of the objects in it. What both have keeps its place there.
    pub(crate) fn over(self, below: Object) -> Self {
        self.0.into_iter().fold(below, |mut object, entry| {
            match entry {
                Entry::Property(Key::Name(name), value) => {
                    let value = object.get(&name).map_or_else(|| value.clone(), |below| value.over(below.clone()));
                    object.set(name, value);
                }
                other => object.0.push(other),
            }
            object
        })
    }

    /// Sets the property at a path such as `properties.networkAcls.bypass`. Objects on the way are made where they are
    /// missing; a value on the way that is no object is replaced.
    pub(crate) fn set_path(&mut self, path: &str, value: Expr) {
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let place = self.place(name);
        let Some(rest) = rest else {
            *place = value;
            return;
        };
        let mut inner = match place {
            Expr::Object(entries) => Object::of(entries),
            _ => Object::default(),
        };
        inner.set_path(rest, value);
        *place = inner.into();
    }

    /// With a property behind the others, unless what follows it is spread and may hold the same property.
    pub(crate) fn with_last(mut self, name: &str) -> Self {
        let at = self.0.iter().rposition(|entry| matches!(entry, Entry::Spread(_)) || entry.name() == Some(name));
        if let Some(at) = at.filter(|at| matches!(self.0[*at], Entry::Property(..))) {
            let last = self.0.remove(at);
            self.0.push(last);
        }
        self
    }

    /// The property of that name, if it is set.
    pub fn get(&self, name: &str) -> Option<&Expr> {
        self.0.iter().find_map(|entry| match entry {
            Entry::Property(key, value) if key.as_name() == Some(name) => Some(value),
            _ => None,
        })
    }

    fn set(&mut self, name: Text, value: Expr) {
        let found = self.0.iter().position(|entry| entry.name() == Some(&name));
        let property = Entry::Property(Key::Name(name), value);
        match found {
            // What is spread behind a property replaces it, so one that is set again goes behind that.
            Some(at) if self.0[at..].iter().any(|entry| matches!(entry, Entry::Spread(_))) => {
                self.0.remove(at);
                self.0.push(property);
            }
            Some(at) => self.0[at] = property,
            None => self.0.push(property),
        }
    }

    /// The place of a property that keeps it when it changes.
    fn place(&mut self, name: &str) -> &mut Expr {
        let found = self.0.iter().position(|entry| entry.name() == Some(name));
        let at = found.unwrap_or(self.0.len());
        if found.is_none() {
            self.0.push(Entry::Property(Key::Name(name.to_owned().into()), Expr::Null));
        }
        match &mut self.0[at] {
            Entry::Property(_, value) | Entry::Spread(value) => value,
        }
    }
}

impl Expr {
    /// This value instead of another one; where both are objects, its properties over those of the other.
    pub fn over(&self, below: Expr) -> Expr {
        match (self, below) {
            (Expr::Object(above), Expr::Object(below)) => Object::of(above).over(Object::of(&below)).into(),
            _ => self.clone(),
        }
    }
}

impl From<Object> for Expr {
    fn from(object: Object) -> Self {
        Expr::Object(object.0.into())
    }
}

/// A struct that models an object of Azure, and a view of one that is deployed.
///
/// What is `required` (on write) is an argument of `new`, and the rest is set by a method of its name; what is `read_only`
/// can be read from the view only, and what is `write_only` cannot be read. `constant` properties have one value.
/// `others` takes values of any further name.
///
/// ```
/// dsl::object! {
///     /// What is paid for.
///     pub struct Sku, SkuView;
///     required {
///         name: String = "name", "required; at most 64 characters";
///     }
///     optional {
///         capacity: i64 = "capacity";
///     }
///     read_only {
///         tier: String = "tier";
///     }
/// }
///
/// let sku: dsl::Value<Sku> = Sku::new("S0").capacity(10).into();
/// assert_eq!(sku.to_string(), "{\n  name: 'S0'\n  capacity: 10\n}");
/// assert!(sku.view().tier().to_string().ends_with("}.tier"));
/// ```
#[macro_export]
macro_rules! object {
    (
        $(#[$doc:meta])*
        pub struct $name:ident, $view:ident;
        $(constant { $($c_arm:literal = $c_value:literal;)* })?
        $(required { $($r:ident: $r_type:ty = $r_arm:literal $(, $r_note:literal)?;)* })?
        $(required_write_only { $($rw:ident: $rw_type:ty = $rw_arm:literal $(, $rw_note:literal)?;)* })?
        $(optional { $($o:ident: $o_type:ty = $o_arm:literal $(, $o_note:literal)?;)* })?
        $(write_only { $($w:ident: $w_type:ty = $w_arm:literal $(, $w_note:literal)?;)* })?
        $(read_only { $($ro:ident: $ro_type:ty = $ro_arm:literal $(, $ro_note:literal)?;)* })?
        $(others { $others:ty; })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        #[must_use = "it is no part of the graph yet"]
        pub struct $name($crate::Object);

        impl $name {
            /// With what Azure requires.
            #[allow(clippy::new_without_default, reason = "an object says by its name what it is")]
            #[allow(clippy::too_many_arguments, reason = "Azure requires as many")]
            pub fn new(
                $($($r: impl $crate::ValueOf<$r_type>,)*)?
                $($($rw: impl $crate::ValueOf<$rw_type>,)*)?
            ) -> Self {
                Self($crate::Object::default()$($(.with($c_arm, $c_value))*)?)$($(.$r($r))*)?$($(.$rw($rw))*)?
            }

            $(
                /// Sets a property of any further name.
                pub fn other(self, name: impl Into<$crate::Text>, value: impl $crate::ValueOf<$others>) -> Self {
                    Self(self.0.with(name, value.into()))
                }
            )?
        }

        $crate::replay_object! { $name { $($($c_arm = $c_value;)*)? } { $($others)? }
            $($($r: $r_type = $r_arm;)*)?
            $($($rw: $rw_type = $rw_arm;)*)?
            $($($o: $o_type = $o_arm;)*)?
            $($($w: $w_type = $w_arm;)*)?
        }

        $crate::setters! { $name (0)
            $($($r: $r_type = $r_arm $(, $r_note)?;)*)?
            $($($rw: $rw_type = $rw_arm $(, $rw_note)?;)*)?
            $($($o: $o_type = $o_arm $(, $o_note)?;)*)?
            $($($w: $w_type = $w_arm $(, $w_note)?;)*)?
        }

        impl From<$name> for $crate::Object {
            fn from(object: $name) -> Self {
                object.0
            }
        }

        impl From<$name> for $crate::Value<$name> {
            fn from(object: $name) -> Self {
                $crate::Value::new(object.0)
            }
        }

        $crate::into_value! { $name => $name }

        impl $crate::Shape for $name {
            type View = $view;
        }

        $crate::view! {
            #[doc = concat!("What can be read of a deployed [`", stringify!($name), "`].")]
            pub struct $view of $name;
            read_only {
                $($($r: $r_type = $r_arm $(, $r_note)?;)*)?
                $($($o: $o_type = $o_arm $(, $o_note)?;)*)?
                $($($ro: $ro_type = $ro_arm $(, $ro_note)?;)*)?
            }
        }
    };
}

/// What says by itself of which type it is, because it converts to values of one type only.
#[doc(hidden)]
#[macro_export]
macro_rules! into_value {
    ($source:ident => $type:ident) => {
        impl $crate::IntoValue for $source {
            type Type = $type;
            fn into_value(self) -> $crate::Value<$type> {
                self.into()
            }
        }
    };
}

/// One method a property that sets it. The number says where the struct keeps its object.
#[doc(hidden)]
#[macro_export]
macro_rules! setters {
    ($name:ident ($at:tt) $($field:ident: $type:ty = $arm:literal $(, $note:literal)?;)*) => {
        impl $name {
            $(
                #[doc = concat!("Sets `", $arm, "`", $(": ", $note,)? ".")]
                pub fn $field(mut self, value: impl $crate::ValueOf<$type>) -> Self {
                    self.$at = self.$at.with($arm, value.into());
                    self
                }
            )*
        }
    };
}

/// A type with one method for each property that can be read of a deployed object.
#[macro_export]
macro_rules! view {
    (
        $(#[$doc:meta])*
        pub struct $view:ident $(of $name:ident)?;
        $(read_only { $($field:ident: $type:ty = $arm:literal $(, $note:literal)?;)* })?
        $(functions { $($functions:tt)* })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $view($crate::Expr);

        impl From<$crate::Expr> for $view {
            fn from(object: $crate::Expr) -> Self {
                $view(object)
            }
        }

        impl $view {
            $($(
                #[doc = concat!("Reads `", $arm, "`", $(": ", $note,)? ".")]
                #[inline]
                pub fn $field(&self) -> $crate::ViewOf<$type> {
                    self.0.clone().access(<$type as $crate::Shape>::step($arm)).into()
                }
            )*)?
        }

        $($crate::resource_functions! { $view $($functions)* })?
        $crate::viewed! { $view $($name)? }
    };
}

/// What a view is of: an object that can be set too, or one that can only be read.
#[doc(hidden)]
#[macro_export]
macro_rules! viewed {
    ($view:ident) => {
        impl $crate::Shape for $view {
            type View = Self;
        }

        impl $crate::IntoValue for $view {
            type Type = Self;
            fn into_value(self) -> $crate::Value<Self> {
                $crate::Value::new(self.0)
            }
        }
    };
    ($view:ident $name:ident) => {
        impl From<$view> for $crate::Value<$name> {
            fn from(view: $view) -> Self {
                $crate::Value::new(view.0)
            }
        }

        impl From<&$view> for $crate::Value<$name> {
            fn from(view: &$view) -> Self {
                $crate::Value::new(view.0.clone())
            }
        }

        $crate::into_value! { $view => $name }
    };
}

/// One method for each function of a deployed resource: `function() -> Result = "listKeys"`.
#[doc(hidden)]
#[macro_export]
macro_rules! resource_functions {
    ($view:ident $($name:ident($($input:ident: $input_type:ty)?) -> $output:ty = $function:literal @ $version:literal;)*) => {
        impl $view {
            $(
                #[doc = concat!("Calls `", $function, "` once the resource is deployed. What it returns is secret.")]
                #[inline]
                pub fn $name(&self, $($input: impl $crate::ValueOf<$input_type>)?) -> $crate::ViewOf<$output> {
                    let arguments: Vec<$crate::Expr> = vec![$($version.into(), $input.into().into())?];
                    self.0.clone().invoke($function, arguments).into()
                }
            )*
        }
    };
}
