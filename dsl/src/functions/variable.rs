//! The names of the variables of lambdas: readable, and never hiding another one that is meant inside. It must not know
//! what the lambda is for.
//!
//! A closure is called before anybody knows what its body names. So it gets variables that no Bicep can have, and they are
//! named when the body is there.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::expr::{Expr, Lambda, Text};

/// `(a, b) => body`, with variables that are called as wished, or with a number where that name is meant inside.
pub(crate) fn lambda<const N: usize>(wishes: [&'static str; N], body: impl FnOnce([Expr; N]) -> Expr) -> Expr {
    let unnamed = wishes.map(unnamed);
    let mut body = body(unnamed.clone().map(|name| Expr::Local(name.into())));
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

/// The variables that lambdas in an expression declare.
pub(crate) fn variables(expr: &Expr) -> Vec<Text> {
    let mut found = Vec::new();
    expr.walk(&mut |part| {
        if let Expr::Lambda(lambda) = part {
            found.extend(lambda.parameters.iter().cloned());
        }
    });
    found
}

/// With the variables of lambdas that have one of the names called otherwise, and like nothing that is taken.
pub(crate) fn set_apart(expr: &Expr, names: &[Text], taken: &[Text]) -> Expr {
    let declared = variables(expr);
    names.iter().filter(|name| declared.contains(name)).fold(expr.clone(), |expr, name| {
        let meant: Vec<_> = all(&expr).into_iter().chain(taken.iter().cloned()).collect();
        rename(&expr, name, &unlike(name, &meant))
    })
}

/// A name that no other variable has, and that is no identifier.
fn unnamed(wish: &'static str) -> Text {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{wish} {}", NEXT.fetch_add(1, Ordering::Relaxed)).into()
}

/// The name, with a number behind it if it is taken.
fn unlike(name: &str, taken: &[Text]) -> Text {
    let is_free = |name: &Text| !taken.contains(name);
    let numbered = (2_u32..).map(|number| format!("{name}{number}").into());
    [Text::Owned(name.to_owned())].into_iter().chain(numbered).find(is_free).unwrap_or_default()
}

/// The variables that an expression means and does not declare.
fn free(expr: &Expr) -> Vec<Text> {
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

/// With a variable and what declares it called otherwise.
fn rename(expr: &Expr, from: &str, to: &str) -> Expr {
    expr.replaced(&mut |part| match part {
        Expr::Local(name) if **name == *from => Some(Expr::Local(to.into())),
        Expr::Lambda(lambda) if lambda.parameters.iter().any(|name| name == from) => Some(declaring(lambda, from, to)),
        _ => None,
    })
}

fn declaring(lambda: &Lambda, from: &str, to: &str) -> Expr {
    let parameter = |name: &Text| if name == from { to.to_owned().into() } else { name.clone() };
    Expr::lambda(lambda.parameters.iter().map(parameter), rename(&lambda.body, from, to))
}
