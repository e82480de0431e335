//! What leads and accounts ask of each other, while rules are resolved: by the places of declarations, since nothing has an id
//! yet.

use crate::ast;
use crate::ir::{self, FieldId};
use crate::source::Span;

/// The name that stands for the account of a lead.
pub(super) const ACCOUNT: &str = "account";

/// What a lead asks of its account, by its place among the declarations.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Itself,
    Field(FieldId),
    Score(usize),
    Label(usize),
    Stage,
}

/// What an account asks of its leads.
pub(super) struct Gather<'a> {
    pub function: Function,
    pub quantity: Option<&'a ast::Name>,
    pub filter: Option<&'a ast::Cond>,
    /// Whether points come from it.
    pub scores: bool,
    /// The field that holds it.
    pub field: ir::Field,
    pub span: Span,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Count,
    CountOthers,
    Total,
    Average,
    Highest,
    Lowest,
}
