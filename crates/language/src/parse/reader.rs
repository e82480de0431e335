//! Reads one line by its form. In: the tokens of a file, and a stretch of them; out: its node, or how far reading got.
//! If that fails, it is for `mend` to say what was meant.

use std::cell::Cell;
use std::collections::HashSet;

use super::build::{Builder, Built};
use super::context::Context;
use super::lex::{self, Token};
use super::names::Names;
use super::patch::Patch;
use super::split::Chunk;
use crate::ast::{Comment, Name};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources, Span};
use crate::text::is_word;
use leadrules_grammar::{Piece, Rule};

/// Reads the statements of one file.
pub(super) struct Reader<'a> {
    pub(super) sources: &'a Sources,
    pub(super) source: &'a str,
    pub(super) file: FileId,
    pub(super) tokens: &'a [Token],
    /// The names that the author has given.
    pub(super) names: Names<'a>,
    pub(super) found: Vec<Diagnostic>,
    /// The lines that something was said about before they were read: one cause, one message.
    pub(super) excused: HashSet<usize>,
    /// The words of statements that could not be read.
    pub(super) unread: Vec<Name>,
    /// How many more bytes may be read to find out what broken statements mean.
    pub(super) guesses: Cell<usize>,
}

/// At most this many bytes are read, in one file, to find out what broken statements mean; for further ones, only the
/// place where they break is reported.
pub(super) const MOST_GUESSED: usize = 2_500_000;

/// How a line is read: the rule of the grammar, and what makes a node of its pieces.
pub(super) struct Form<T> {
    pub(super) rule: Rule,
    pub(super) build: fn(&mut Builder<'_>, &Piece<'_>) -> Built<T>,
}

impl<T> Clone for Form<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Form<T> {}

/// A line that could be read.
pub(super) struct Attempt<T> {
    pub(super) node: T,
    pub(super) warnings: Vec<Diagnostic>,
    /// Comments from inside its braces that belong to no entry.
    pub(super) comments: Vec<Comment>,
}

/// Why a text could not be read as a line of its form.
pub(super) enum Failure {
    /// It could be read up to this byte of the text.
    At(usize),
    /// It has the form, but says something that is not allowed.
    Finding(Box<Diagnostic>),
}

impl Reader<'_> {
    /// Whether this many more bytes may be read to find out what a statement means; if so, they count as read.
    pub(super) fn may_guess(&self, bytes: usize) -> bool {
        let left = self.guesses.get().checked_sub(bytes);
        self.guesses.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Reads `text`, which is the head of `chunk` or a mended version of it, with `form`.
    pub(super) fn attempt<T>(
        &self,
        chunk: &Chunk,
        text: &str,
        patch: Option<&Patch>,
        form: Form<T>,
    ) -> Result<Attempt<T>, Failure> {
        let piece = leadrules_grammar::read(form.rule, text).map_err(Failure::At)?;
        let mut builder = Builder {
            source: self.source,
            file: self.file,
            base: chunk.head.start as usize,
            patch,
            tokens: &self.tokens[chunk.tokens.clone()],
            inner: chunk.inner.clone(),
            found: Vec::new(),
        };
        let node = (form.build)(&mut builder, &piece).map_err(Failure::Finding)?;
        let comments = builder.inner.into_iter().map(|(comment, _)| comment).collect();
        Ok(Attempt { node, warnings: builder.found, comments })
    }

    /// Leaves out a statement, with one finding, and keeps its words: names among them must not be reported as missing
    /// or unused.
    pub(super) fn give_up(&mut self, chunk: &Chunk, finding: Diagnostic) {
        self.report(finding);
        self.keep_words(chunk);
    }

    /// Adds a finding, unless something was already said about its line.
    pub(super) fn report(&mut self, finding: Diagnostic) {
        let line = self.sources.file(self.file).line(finding.span().range().start);
        if !self.excused.contains(&line) {
            self.found.push(finding);
        }
    }

    pub(super) fn keep_words(&mut self, chunk: &Chunk) {
        let tokens = &self.tokens[chunk.tokens.clone()];
        for token in tokens {
            let word = match token.kind {
                lex::Kind::Word => token.text(self.source),
                lex::Kind::Text | lex::Kind::QuotedText => token.text(self.source).trim_matches(|c| !is_word(c)),
                _ => continue,
            };
            let span = Span::new(self.file, token.start, token.end);
            self.unread.push(Name { text: crate::text::clean(word).into_owned(), span });
        }
        // A declaration whose name can't be told: any name may be the one it declares.
        let word = |at: usize| tokens.get(at).map_or("", |token: &Token| token.text(self.source));
        let has_name = tokens.get(1).is_some_and(|next| !matches!(next.kind, lex::Kind::Number | lex::Kind::Sign));
        if chunk.context == Context::File && matches!(word(0), "score" | "label" | "define" | "list") && !has_name {
            self.unread.push(Name { text: String::new(), span: chunk.head });
        }
        for inner in chunk.block.iter().flat_map(|block| &block.chunks) {
            self.keep_words(inner);
        }
    }
}
