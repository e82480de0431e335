//! The grammar (`grammar/leadrules.pest`) as pest reads it. In: the text of one statement; out: its pieces, or how far
//! reading got. What pest says about a failure stays here.

#![allow(missing_docs, reason = "pest makes the list of rules")]

use pest::Parser as _;
use pest::error::InputLocation;
use pest::iterators::Pair;

#[derive(pest_derive::Parser)]
#[grammar = "leadrules.pest"]
struct Grammar;

/// A piece of a statement.
pub type Piece<'a> = Pair<'a, Rule>;

/// Reads a whole statement.
///
/// # Errors
/// The byte up to which it could be read.
pub fn read(rule: Rule, text: &str) -> Result<Piece<'_>, usize> {
    match Grammar::parse(rule, text) {
        Ok(mut pieces) => Ok(pieces.next().expect("a rule that matches gives one piece")),
        Err(error) => Err(match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        }),
    }
}
