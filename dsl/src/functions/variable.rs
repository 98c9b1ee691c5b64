//! The names of the variables of lambdas and of loops over values: readable, and never hiding another one that is meant
//! inside. It must not know what these are for.
//!
//! A closure is called before anybody knows what its body names. So it gets variables that no Bicep can have, and they are
//! named when the body is there.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::expr::{Expr, For, Text};

/// `(a, b) => body`, with variables that are called as wished, or with a number where that name is meant inside.
pub(crate) fn lambda<const N: usize>(wishes: [&'static str; N], body: impl FnOnce([Expr; N]) -> Expr) -> Expr {
    let unnamed = wishes.map(unnamed);
    let mut body = body(unnamed.clone().map(local));
    let mut names: Vec<Text> = Vec::with_capacity(N);
    for (wish, unnamed) in wishes.into_iter().zip(unnamed) {
        let mut meant = free(&body);
        meant.extend(names.iter().cloned());
        let name = unlike(wish, &meant);
        // What stands further in gives way, so that the outer variable has the plain name.
        body = rename(&body, &name, &unlike(&name, &all(&body)));
        body = rename(&body, &unnamed, &name);
        names.push(name);
    }
    Expr::lambda(names, body)
}

/// `[for item in source: body]`, with a variable that is called as wished, or with a number where that name is meant inside:
/// a variable or a function.
pub(crate) fn for_each(wish: &str, source: Expr, body: impl FnOnce(Expr) -> Expr) -> Expr {
    let unnamed = unnamed(wish);
    let (name, body) = named(&body(local(unnamed.clone())), &unnamed, wish);
    Expr::each(name, source, body)
}

/// The name for a variable that has none, and the body with it: as wished, or with a number where that name is meant inside. What
/// is declared further in gives way.
pub(crate) fn named(body: &Expr, unnamed: &str, wish: &str) -> (Text, Expr) {
    let meant = [free(body), called(body)].concat();
    let name = unlike(wish, &meant);
    if !meant.iter().any(|meant| meant == unnamed) {
        return (name, body.clone());
    }
    let apart = rename(body, &name, &unlike(&name, &all(body)));
    let body = rename(&apart, unnamed, &name);
    (name, body)
}

/// The variables that lambdas and loops in an expression declare.
pub(crate) fn variables(expr: &Expr) -> Vec<Text> {
    let mut found = Vec::new();
    expr.walk(&mut |part| match part {
        Expr::Lambda(lambda) => found.extend(lambda.parameters.iter().cloned()),
        Expr::For(each) => found.extend([&each.item].into_iter().chain(&each.index).cloned()),
        _ => {}
    });
    found
}

/// With the variables that are declared inside under one of the names called otherwise, and like nothing that is taken. What
/// is declared outside keeps its name.
pub(crate) fn set_apart(expr: &Expr, names: &[Text], taken: &[Text]) -> Expr {
    let declared = variables(expr);
    names.iter().filter(|name| declared.contains(name)).fold(expr.clone(), |expr, name| {
        let meant: Vec<_> = all(&expr).into_iter().chain(taken.iter().cloned()).collect();
        rename_declared(&expr, name, &unlike(name, &meant))
    })
}

fn local(name: Text) -> Expr {
    Expr::Local(name.into())
}

/// A name that no other variable has, and that is no identifier.
pub(crate) fn unnamed(wish: &str) -> Text {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{wish} {}", NEXT.fetch_add(1, Ordering::Relaxed)).into()
}

/// The name, with a number behind it if it is taken.
fn unlike(name: &str, taken: &[Text]) -> Text {
    let is_free = |name: &Text| !taken.contains(name);
    let numbered = (2_u32..).map(|number| format!("{name}{number}").into());
    [Text::Owned(name.to_owned())].into_iter().chain(numbered).find(is_free).unwrap_or_default()
}

/// The functions that an expression calls.
pub(crate) fn called(expr: &Expr) -> Vec<Text> {
    let mut found = Vec::new();
    expr.walk(&mut |part| {
        if let Expr::Call(call) = part {
            found.push(call.function.clone());
        }
    });
    found
}

/// The variables that an expression means and does not declare.
pub(crate) fn free(expr: &Expr) -> Vec<Text> {
    let mut found = Vec::new();
    collect_free(expr, &mut Vec::new(), &mut found);
    found
}

fn collect_free(expr: &Expr, declared: &mut Vec<Text>, found: &mut Vec<Text>) {
    let outside = declared.len();
    match expr {
        Expr::Local(name) if !declared.iter().any(|it| **it == **name) => found.push(name.to_string().into()),
        Expr::Lambda(lambda) => declared.extend(lambda.parameters.iter().cloned()),
        Expr::For(each) => declared.extend([&each.item].into_iter().chain(&each.index).cloned()),
        _ => {}
    }
    expr.for_each_child(&mut |child| collect_free(child, declared, found));
    declared.truncate(outside);
}

/// The variables that an expression means or declares.
fn all(expr: &Expr) -> Vec<Text> {
    let mut found = variables(expr);
    expr.walk(&mut |part| {
        if let Expr::Local(name) = part {
            found.push(name.to_string().into());
        }
    });
    found
}

/// As [`rename`], where a variable of that name may be meant besides that is declared outside.
fn rename_declared(expr: &Expr, from: &str, to: &str) -> Expr {
    expr.replaced(&mut |part| match part {
        Expr::Lambda(lambda) if lambda.parameters.iter().any(|name| name == from) => Some(rename(part, from, to)),
        Expr::For(each) if each.declares(from) => {
            // The list is computed outside.
            Some(each.renamed(from, to, rename_declared(&each.source, from, to)))
        }
        _ => None,
    })
}

/// With a variable and what declares it called otherwise.
fn rename(expr: &Expr, from: &str, to: &str) -> Expr {
    expr.replaced(&mut |part| match part {
        Expr::Local(name) if **name == *from => Some(Expr::Local(to.into())),
        Expr::Lambda(lambda) if lambda.parameters.iter().any(|name| name == from) => {
            let parameters = lambda.parameters.iter().map(|name| renamed(name, from, to));
            Some(Expr::lambda(parameters, rename(&lambda.body, from, to)))
        }
        Expr::For(each) if each.declares(from) => Some(each.renamed(from, to, rename(&each.source, from, to))),
        _ => None,
    })
}

impl For {
    fn declares(&self, name: &str) -> bool {
        self.item == name || self.index.as_ref().is_some_and(|index| index == name)
    }

    fn renamed(&self, from: &str, to: &str, source: Expr) -> Expr {
        let (item, index) = (renamed(&self.item, from, to), self.index.as_ref().map(|name| renamed(name, from, to)));
        Expr::For(For { item, index, source, body: rename(&self.body, from, to) }.into())
    }
}

fn renamed(name: &Text, from: &str, to: &str) -> Text {
    if name == from { to.to_owned().into() } else { name.clone() }
}
