//! From a checked graph to files: every reference is written as the way from where it stands to what it names asks for. It
//! must not know how a statement is printed.

mod resolve;

pub(crate) use self::resolve::resolved;
