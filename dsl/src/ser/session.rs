//! How an expression passes through serde unharmed: it stays here, and only a number travels.
//!
//! Serde knows no trees of ours. So `Expr::serialize` deposits a copy in a table and sends its number as a newtype struct
//! with a name that only our serializer knows. A number that never comes back was swallowed by another serializer on the
//! way; that is an error, not a silent loss. A newtype around a scalar is the shape that fails loudly under
//! `#[serde(flatten)]` and in tagged enums, where structs and variants leak.

use std::cell::RefCell;

use serde::Serialize;

use super::ToExpr;
use super::error::{Error, lost, unknown_ticket};
use crate::expr::Expr;

/// The name of the newtype struct that carries a number in place of an expression.
pub(super) const MARKER: &str = "\0dsl::Expr";

#[derive(Default)]
struct Table {
    /// How many calls of `to_expr` are on the stack: with none, expressions serialize as text.
    depth: usize,
    /// What is on its way. Sessions nest, so each owns the entries above those that it found.
    deposits: Vec<Option<Expr>>,
}

thread_local! {
    static TABLE: RefCell<Table> = RefCell::default();
}

/// Ends the session also when `serialize` panics, so that the next one starts clean.
struct Session {
    base: usize,
}

impl Session {
    fn open() -> Self {
        TABLE.with_borrow_mut(|table| {
            table.depth += 1;
            Session { base: table.deposits.len() }
        })
    }

    /// What was deposited in this session and never redeemed.
    fn left(&self) -> Vec<String> {
        TABLE.with_borrow(|table| table.deposits[self.base..].iter().flatten().map(Expr::to_string).collect())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        TABLE.with_borrow_mut(|table| {
            table.depth -= 1;
            table.deposits.truncate(self.base);
        });
    }
}

/// Runs a serialization in which expressions may be deposited, and refuses its result if one of them was lost.
pub(super) fn run(serialize: impl FnOnce() -> Result<Expr, Error>) -> Result<Expr, Error> {
    let session = Session::open();
    let expr = serialize()?;
    let left = session.left();
    if left.is_empty() { Ok(expr) } else { Err(lost(&left)) }
}

/// Keeps a copy and returns its number, or nothing outside a session.
pub(super) fn deposit(expr: &Expr) -> Option<u64> {
    TABLE.with_borrow_mut(|table| {
        (table.depth > 0).then(|| {
            table.deposits.push(Some(expr.clone()));
            table.deposits.len() as u64 - 1
        })
    })
}

/// Takes out the expression whose number `ticket` serializes to.
pub(super) fn redeem<T: Serialize + ?Sized>(ticket: &T) -> Result<Expr, Error> {
    let Some(Expr::Int(number)) = ticket.serialize(ToExpr)? else { return Err(unknown_ticket()) };
    TABLE.with_borrow_mut(|table| {
        let expr = usize::try_from(number).ok().and_then(|number| table.deposits.get_mut(number)?.take());
        while let Some(None) = table.deposits.last() {
            table.deposits.pop();
        }
        expr.ok_or_else(unknown_ticket)
    })
}
