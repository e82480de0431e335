//! From pest's pieces of one statement to the ast. In: the pieces, and where the statement is; out: nodes with their
//! spans in the file, or the one finding that says why there are none. Names are not looked up here.

mod award;
mod condition;
mod declare;
mod literal;
mod quantity;
mod trial;

use super::lex::Token;
use super::patch::Patch;
use crate::ast::{Comment, Name};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use leadrules_grammar::{Piece, Rule};

pub use declare::{Head, ScoreHead};

/// A node, or why there is none.
pub type Built<T> = Result<T, Box<Diagnostic>>;

/// What building one statement needs to know.
pub struct Builder<'a> {
    /// The text of the whole file.
    pub source: &'a str,
    /// The file.
    pub file: FileId,
    /// Where in the file the text being read begins.
    pub base: usize,
    /// How that text differs from the file's, if it is a mended one.
    pub patch: Option<&'a Patch>,
    /// The statement's tokens, with their places in the file.
    pub tokens: &'a [Token],
    /// The comments inside its braces that have not found a place yet, and whether each begins its line.
    pub inner: Vec<(Comment, bool)>,
    /// Warnings found on the way.
    pub found: Vec<Diagnostic>,
}

impl Builder<'_> {
    /// Where a piece stands in the file, without the blanks and comments after it.
    fn span(&self, piece: &Piece<'_>) -> Span {
        let span = piece.as_span();
        let text = span.as_str();
        let place = self.place(span.start(), span.end());
        if !text.ends_with(super::lex::is_blank) {
            return place;
        }
        let end = place.end as usize;
        let after = self.tokens.partition_point(|token| token.end <= end);
        let last = self.tokens[..after].iter().rev().find(|token| token.kind != super::lex::Kind::Comment);
        match last {
            Some(last) if last.end > place.start as usize => Span::new(self.file, place.start as usize, last.end),
            _ => place,
        }
    }

    /// A stretch of the text being read, as a span of the file.
    fn place(&self, start: usize, end: usize) -> Span {
        let original = |at| self.base + self.patch.map_or(at, |patch: &Patch| patch.original(at));
        Span::new(self.file, original(start), original(end).max(original(start)))
    }

    /// The stretch together with the blanks before it, so that it can be left out.
    fn with_blanks_before(&self, span: Span) -> Span {
        let before = self.source[..span.start as usize].trim_end_matches(super::lex::is_blank).len();
        Span::new(self.file, before, span.end as usize)
    }

    fn name(&self, piece: &Piece<'_>) -> Name {
        Name { text: crate::text::clean(piece.as_str()).into_owned(), span: self.span(piece) }
    }

    /// The comments inside `braces`: gives those of each entry, above and beside it, and the rest.
    fn comments(&mut self, braces: Span, entries: &[Span]) -> (Vec<Beside>, Vec<Comment>) {
        let mut beside: Vec<Beside> = entries.iter().map(|_| Beside::default()).collect();
        let mut closing = Vec::new();
        let inside = |comment: &Comment| comment.span.start >= braces.start && comment.span.end <= braces.end;
        let (mine, others) = std::mem::take(&mut self.inner).into_iter().partition(|(comment, _)| inside(comment));
        self.inner = others;
        let mine: Vec<(Comment, bool)> = mine;
        for (comment, first) in mine {
            let next = entries.partition_point(|entry| entry.start < comment.span.start);
            match next.checked_sub(1) {
                Some(previous) if !first && beside[previous].after.is_none() => beside[previous].after = Some(comment),
                _ => match beside.get_mut(next) {
                    Some(entry) => entry.before.push(comment),
                    None => closing.push(comment),
                },
            }
        }
        (beside, closing)
    }
}

/// The comments of one entry of a list.
#[derive(Default)]
struct Beside {
    before: Vec<Comment>,
    after: Option<Comment>,
}

/// The first piece inside `piece`.
fn first(piece: Piece<'_>) -> Piece<'_> {
    piece.into_inner().next().expect("a rule of the grammar that holds another")
}

/// The first piece inside `piece` that `rule` made, if there is one.
fn find<'a>(piece: &Piece<'a>, rule: Rule) -> Option<Piece<'a>> {
    piece.clone().into_inner().find(|part| part.as_rule() == rule)
}

/// The first piece inside `piece` that `rule` made; the grammar guarantees that there is one.
fn must<'a>(piece: &Piece<'a>, rule: Rule) -> Piece<'a> {
    find(piece, rule).expect("the grammar asks for it here")
}

/// For pieces that the grammar can't produce here. A construct that is new in the grammar ends up here, loudly, until
/// this place says what it means.
fn no_other(piece: &Piece<'_>) -> ! {
    unreachable!("`{}` is a {:?}, which nothing is made of here", piece.as_str(), piece.as_rule())
}

/// Whether there is a piece inside `piece` that `rule` made.
fn has(piece: &Piece<'_>, rule: Rule) -> bool {
    find(piece, rule).is_some()
}

/// The pieces inside `piece` that `rule` made.
fn all<'a>(piece: &Piece<'a>, rule: Rule) -> impl Iterator<Item = Piece<'a>> {
    piece.clone().into_inner().filter(move |part| part.as_rule() == rule)
}
