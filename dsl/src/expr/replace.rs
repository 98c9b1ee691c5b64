//! Replacing parts of a tree. What is not touched stays shared. It must not know what is replaced by what.

use std::rc::Rc;

use super::{Accessor, Call, Entry, Expr, For, Item, Key, Lambda};

/// What to put in the place of an expression; nothing leaves it, and what is inside it is asked about next.
type Replace<'r> = dyn FnMut(&Expr) -> Option<Expr> + 'r;

impl Expr {
    /// This expression with parts replaced, asking from outside to inside.
    pub(crate) fn replaced(&self, replace: &mut Replace<'_>) -> Expr {
        self.changed(replace).unwrap_or_else(|| self.clone())
    }

    fn changed(&self, replace: &mut Replace<'_>) -> Option<Expr> {
        replace(self).or_else(|| self.changed_inside(replace))
    }

    fn changed_inside(&self, replace: &mut Replace<'_>) -> Option<Expr> {
        Some(match self {
            Expr::Interpolated(segments) => Expr::interpolated(list(segments, replace, Expr::changed)?),
            Expr::Array(items) => Expr::Array(list(items, replace, Item::changed)?.into()),
            Expr::Object(entries) => Expr::Object(list(entries, replace, Entry::changed)?.into()),
            Expr::Access(access) => {
                let (base, accessor) = (access.0.changed(replace), access.1.changed(replace));
                let is_same = base.is_none() && accessor.is_none();
                let access =
                    || (base.unwrap_or_else(|| access.0.clone()), accessor.unwrap_or_else(|| access.1.clone()));
                Expr::Access(Rc::new((!is_same).then(access)?))
            }
            Expr::Call(call) => Expr::Call(call.changed(replace)?),
            Expr::Unary(unary) => Expr::Unary(Rc::new((unary.0, unary.1.changed(replace)?))),
            Expr::Binary(binary) => {
                let [left, right] = both([&binary.0, &binary.2], replace)?;
                Expr::Binary(Rc::new((left, binary.1, right)))
            }
            Expr::Ternary(parts) => Expr::Ternary(Rc::new(list(&**parts, replace, Expr::changed)?.try_into().ok()?)),
            Expr::Lambda(lambda) => {
                let body = lambda.body.changed(replace)?;
                Expr::Lambda(Rc::new(Lambda { parameters: lambda.parameters.clone(), body }))
            }
            Expr::For(each) => {
                let [source, body] = both([&each.source, &each.body], replace)?;
                Expr::For(Rc::new(For { item: each.item.clone(), index: each.index.clone(), source, body }))
            }
            _ => return None,
        })
    }
}

/// A list with changed elements, unless all are the same.
fn list<T: Clone>(
    all: &[T],
    replace: &mut Replace<'_>,
    change: impl Fn(&T, &mut Replace<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let changed: Vec<_> = all.iter().map(|one| change(one, replace)).collect();
    let is_changed = changed.iter().any(Option::is_some);
    let together = || changed.into_iter().zip(all).map(|(new, old)| new.unwrap_or_else(|| old.clone())).collect();
    is_changed.then(together)
}

fn both(parts: [&Expr; 2], replace: &mut Replace<'_>) -> Option<[Expr; 2]> {
    list(&parts.map(Clone::clone), replace, Expr::changed)?.try_into().ok()
}

impl Item {
    fn changed(&self, replace: &mut Replace<'_>) -> Option<Item> {
        Some(match self {
            Item::Value(value) => Item::Value(value.changed(replace)?),
            Item::Spread(value) => Item::Spread(Rc::new(value.changed(replace)?)),
        })
    }
}

impl Entry {
    fn changed(&self, replace: &mut Replace<'_>) -> Option<Entry> {
        Some(match self {
            Entry::Property(Key::Computed(key), value) => {
                let [key, value] = both([key, value], replace)?;
                Entry::Property(Key::Computed(Rc::new(key)), value)
            }
            Entry::Property(key, value) => Entry::Property(key.clone(), value.changed(replace)?),
            Entry::Spread(value) => Entry::Spread(value.changed(replace)?),
        })
    }
}

impl Accessor {
    /// This step with the expressions in it replaced.
    pub(crate) fn replaced(&self, replace: &mut Replace<'_>) -> Accessor {
        self.changed(replace).unwrap_or_else(|| self.clone())
    }

    /// The same step behind what may be null; nothing where Bicep has none.
    pub(crate) fn safe(&self) -> Option<Accessor> {
        Some(match self {
            Accessor::Property(name) | Accessor::SafeProperty(name) => Accessor::SafeProperty(name.clone()),
            Accessor::Index(index) | Accessor::SafeIndex(index) => Accessor::SafeIndex(index.clone()),
            Accessor::IndexFromEnd(index) | Accessor::SafeIndexFromEnd(index) => {
                Accessor::SafeIndexFromEnd(index.clone())
            }
            Accessor::Child(_) | Accessor::NonNull | Accessor::Call(_) => return None,
        })
    }

    fn changed(&self, replace: &mut Replace<'_>) -> Option<Accessor> {
        Some(match self {
            Accessor::Index(index) => Accessor::Index(index.changed(replace)?),
            Accessor::SafeIndex(index) => Accessor::SafeIndex(index.changed(replace)?),
            Accessor::IndexFromEnd(index) => Accessor::IndexFromEnd(index.changed(replace)?),
            Accessor::SafeIndexFromEnd(index) => Accessor::SafeIndexFromEnd(index.changed(replace)?),
            Accessor::Call(call) => Accessor::Call(call.changed(replace)?),
            Accessor::Property(_) | Accessor::SafeProperty(_) | Accessor::Child(_) | Accessor::NonNull => return None,
        })
    }
}

impl Call {
    fn changed(&self, replace: &mut Replace<'_>) -> Option<Rc<Call>> {
        let arguments = list(&self.arguments, replace, Expr::changed)?;
        Some(Rc::new(Call { function: self.function.clone(), arguments }))
    }
}
