//! A statement that can't be read, as the menders see it, and what they propose. In: its text and how far it could be
//! read; out: tokens around that place. Nothing is decided here.

use std::ops::Range;

use crate::codes::Code;
use crate::parse::context::Context;
use crate::parse::lex::{self, Kind, Token};
use crate::parse::names::Names;
use crate::parse::split::Chunk;
use crate::words::Text;

/// A text that could be read up to `at`.
pub struct Broken<'a> {
    /// The statement, perhaps with a few things mended already.
    pub text: &'a str,
    /// Its tokens, without comments.
    pub tokens: Vec<Token>,
    /// The byte up to which it could be read.
    pub at: usize,
    /// The index of the token there, or the number of tokens at the end.
    pub culprit: usize,
    /// Which block it is in.
    pub context: Context,
    /// Whether it has a block of its own.
    pub has_block: bool,
    /// The names that the author has given.
    pub names: &'a Names<'a>,
}

impl<'a> Broken<'a> {
    pub fn new(text: &'a str, at: usize, chunk: &Chunk, names: &'a Names<'a>) -> Self {
        let mut tokens = lex::lex(text);
        tokens.retain(|token| token.kind != Kind::Comment);
        let culprit = tokens.partition_point(|token| token.end <= at);
        Self { text, tokens, at, culprit, context: chunk.context, has_block: chunk.block.is_some(), names }
    }

    /// The text of a token; empty beyond the last.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// From the first byte of token `from` to the last of token `to`.
    pub fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.tokens[from].start..self.tokens[to].end
    }

    /// Where token `at` is; beyond the last token, the end of the text.
    pub fn place(&self, at: usize) -> Range<usize> {
        self.tokens.get(at).map_or(self.text.len()..self.text.len(), |token| token.start..token.end)
    }

    pub fn written(&self, range: &Range<usize>) -> &'a str {
        &self.text[range.clone()]
    }

    /// Whether there is nothing between token `at` and the next.
    pub fn touches_next(&self, at: usize) -> bool {
        matches!((self.tokens.get(at), self.tokens.get(at + 1)), (Some(one), Some(next)) if one.end == next.start)
    }

    /// The indexes of all tokens that `pass`.
    pub fn positions(&self, pass: impl Fn(&Self, usize) -> bool) -> Vec<usize> {
        (0..self.tokens.len()).filter(|&at| pass(self, at)).collect()
    }

    /// Whether a line of this block has the form `… => …`.
    pub fn decides(&self) -> bool {
        !self.has_block
            && matches!(
                self.context,
                Context::Score | Context::Group | Context::Table | Context::Exclude | Context::Stages | Context::Label
            )
    }

    /// Whether a line of this block gives points.
    pub fn gives_points(&self) -> bool {
        !self.has_block && matches!(self.context, Context::Score | Context::Group | Context::Table)
    }

    /// Whether a token is the name of something with an order: a number, an integer or a date.
    pub fn is_measured(&self, at: usize) -> bool {
        matches!(self.names.get(self.word(at)), Some(&("number" | "integer" | "date")))
    }

    /// Whether a token is a comma within a number, as in `1,5`: without it the number would be another one.
    pub fn is_decimal_comma(&self, at: usize) -> bool {
        at > 0
            && self.kind(at) == Some(Kind::Comma)
            && [at - 1, at + 1].into_iter().all(|at| self.kind(at) == Some(Kind::Number))
            && self.touches_next(at - 1)
            && self.touches_next(at)
    }

    /// Whether a token is the name of a kind of event.
    pub fn is_kind(&self, at: usize) -> bool {
        const TYPES: [&str; 8] = ["text", "number", "integer", "date", "email", "choice", "yes", "list"];
        // What has no type may also be an option, a stage, a score or a definition, of which nobody asks how often they were.
        self.kind(at) == Some(Kind::Word)
            && self.names.get(self.word(at)).is_some_and(|next| !TYPES.contains(next) && !next.is_empty())
    }

    /// A token in lower case.
    pub fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    pub fn arrow(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.kind == Kind::Arrow)
    }
}

/// What may be wrong, and the edit that would mend it. It counts only if the edited text can be read.
#[derive(Clone)]
pub struct Candidate {
    pub code: &'static Code,
    pub message: Text,
    /// What is underlined, in the text being looked at.
    pub span: Range<usize>,
    pub label: Text,
    pub help: Text,
    /// What the edit does.
    pub title: Text,
    pub edits: Vec<(Range<usize>, String)>,
    /// Whether the edited text is certainly what was meant, so that reading can go on as if it had been written.
    pub sure: bool,
    /// Whether it is worth reporting even if there is more wrong on the line.
    pub alone: bool,
    /// Whether it is right even if it does not let reading get any further.
    pub certain: bool,
}

impl Candidate {
    pub fn new(code: &'static Code, span: Range<usize>, message: Text) -> Self {
        Self {
            code,
            message,
            span,
            label: Text::empty(),
            help: Text::empty(),
            title: Text::empty(),
            edits: Vec::new(),
            sure: true,
            alone: true,
            certain: false,
        }
    }

    pub fn label(mut self, label: Text) -> Self {
        self.label = label;
        self
    }

    pub fn help(mut self, help: Text) -> Self {
        self.help = help;
        self
    }

    pub fn edit(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.edits.push((range, text.into()));
        self
    }

    pub fn title(mut self, title: Text) -> Self {
        self.title = title;
        self
    }

    /// A guess that is offered, but not acted on.
    pub fn guess(mut self) -> Self {
        self.sure = false;
        self
    }

    /// A guess that counts only if it mends the whole line.
    pub fn only_whole(mut self) -> Self {
        self.sure = false;
        self.alone = false;
        self
    }

    /// Something that is reported even if no edit mends the line.
    pub fn in_any_case(mut self) -> Self {
        self.sure = false;
        self
    }
}
