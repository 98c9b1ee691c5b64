//! `interpolation`: its page.

use crate::check::{Check, Page, Severity};
use crate::example;
use crate::expr::Expr;
use crate::value::Value;

pub(in crate::check) const CHECK: Check = Check::new(&Page {
    id: "interpolation",
    severity: Severity::Error,
    summary: "An object, an array or a multi-line text inside a string.",
    why: "Bicep takes expressions inside `${…}`, but none that has brackets or lines of its own.",
    help: "declare a var for it and use the var",
    constant: None,
    wrong: example!("interpolation.rs", |g| {
        let words = Expr::call("join", [Expr::array(["a".into(), "b".into()]), "-".into()]);
        let name = Value::<String>::new(Expr::interpolated([Expr::string("net-"), words]));
        g.output("networkName", name).describe("Name of the network.");
    }),
    right: example!("interpolation.rs", |g| {
        let words = g.var("words", ["a", "b"]).describe("Parts of the name.");
        let words = Expr::call("join", [(&*words).into(), "-".into()]);
        let name = Value::<String>::new(Expr::interpolated([Expr::string("net-"), words]));
        g.output("networkName", name).describe("Name of the network.");
    }),
});
