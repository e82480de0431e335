//! Rule text to `ast::File`, the only room that knows pest. In: one file's text; out: what could be read of it, and a
//! finding for each statement that could not. The file is cut into statements first, so that a broken one takes no other
//! with it. Names are not looked up here, and no other file is opened.

mod balance;
mod build;
mod context;
mod lex;
mod lines;
mod mend;
mod patch;
mod split;

#[cfg(test)]
mod tests;

use crate::ast::{self, Block, Comment, Name, Statement};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources, Span};
use build::{Builder, Built};
use leadrules_grammar::{Piece, Rule};
use lex::Token;
use split::Chunk;

/// Reads a file of `sources`. A statement that can't be read is left out of the ast, or stands in it as it was surely
/// meant; either way one finding speaks of it.
#[must_use]
pub fn parse(sources: &Sources, file: FileId) -> (ast::File, Vec<Diagnostic>) {
    let source = &sources.file(file).text;
    let (tokens, mut found) = mend::merge::without_conflicts(source, file, lex::lex(source));
    let (tokens, unpaired) = balance::balance(source, file, tokens);
    found.extend(unpaired);
    let tree = split::split(source, file, &tokens);
    let excused = found.iter().map(|finding| sources.file(file).line_column(finding.span().range().start).0).collect();
    let mut reader = Reader { sources, source, file, tokens: &tokens, found, excused, unread: Vec::new() };
    let body = reader.file(tree);
    let Reader { mut found, unread, .. } = reader;
    crate::diagnostic::sort(&mut found);
    (ast::File { body, unread }, found)
}

/// Reads the statements of one file.
struct Reader<'a> {
    sources: &'a Sources,
    source: &'a str,
    file: FileId,
    tokens: &'a [Token],
    found: Vec<Diagnostic>,
    /// The lines of which something was said before they were read: one cause, one message.
    excused: Vec<usize>,
    /// The words of statements that could not be read.
    unread: Vec<Name>,
}

/// How a line is read: the rule of the grammar, and what is made of its pieces.
struct Form<T> {
    rule: Rule,
    build: fn(&mut Builder<'_>, &Piece<'_>) -> Built<T>,
}

impl<T> Clone for Form<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Form<T> {}

/// A line that could be read.
struct Attempt<T> {
    node: T,
    warnings: Vec<Diagnostic>,
    /// Comments from inside its braces that belong to no entry.
    comments: Vec<Comment>,
}

/// Why a text could not be read as a line of its form.
enum Failure {
    /// It could be read up to this byte of the text.
    At(usize),
    /// It has the form, but says something that can't be.
    Finding(Box<Diagnostic>),
}

impl Reader<'_> {
    /// Reads the head of a statement; where that fails, says why.
    fn head<T>(&mut self, chunk: &mut Chunk, form: Form<T>) -> Option<T> {
        if let Some(finding) = mend::limits::beyond(self.source, self.file, &self.tokens[chunk.tokens.clone()]) {
            self.give_up(chunk, finding);
            return None;
        }
        let text = &self.source[chunk.head.range()];
        let trap = mend::trap(self.source, &self.tokens[chunk.tokens.clone()]);
        let read = match trap {
            Some(at) => Err(Failure::At(at - chunk.head.start as usize)),
            None => self.attempt(chunk, text, None, form),
        };
        let failure = match read {
            Ok(Attempt { node, warnings, comments }) => {
                self.found.extend(warnings);
                chunk.before.extend(comments);
                return Some(node);
            }
            Err(failure) => failure,
        };
        let (finding, node) = mend::explain(self, chunk, form, failure);
        if node.is_some() {
            self.report(finding);
        } else {
            self.give_up(chunk, finding);
        }
        node
    }

    /// Reads `text`, which is the head of `chunk` or a mended one, with `form`.
    fn attempt<T>(
        &self,
        chunk: &Chunk,
        text: &str,
        patch: Option<&patch::Patch>,
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

    /// Leaves a statement out, with one finding, and keeps its words: what they name must not be reported as missing or
    /// unused.
    fn give_up(&mut self, chunk: &Chunk, finding: Diagnostic) {
        self.report(finding);
        self.keep_words(chunk);
    }

    /// Adds a finding, unless something was said of its line before.
    fn report(&mut self, finding: Diagnostic) {
        let line = self.sources.file(self.file).line_column(finding.span().range().start).0;
        if !self.excused.contains(&line) {
            self.found.push(finding);
        }
    }

    fn keep_words(&mut self, chunk: &Chunk) {
        for token in &self.tokens[chunk.tokens.clone()] {
            if token.kind == lex::Kind::Word {
                let span = Span::new(self.file, token.start, token.end);
                self.unread.push(Name { text: crate::text::clean(token.text(self.source)).into_owned(), span });
            }
        }
        for inner in chunk.block.iter().flat_map(|block| &block.chunks) {
            self.keep_words(inner);
        }
    }

    /// The statements of a block, each read by `read`.
    fn block<T>(&mut self, block: split::Block, mut read: impl FnMut(&mut Self, &mut Chunk) -> Option<T>) -> Block<T> {
        if block.too_deep {
            self.found.push(mend::limits::too_deep(block.span));
        }
        let mut statements = Vec::with_capacity(block.chunks.len());
        for mut chunk in block.chunks {
            if let Some(node) = read(self, &mut chunk) {
                statements.push(statement(node, chunk));
            }
        }
        Block { statements, closing: block.closing, span: block.span }
    }

    /// Reads a line that has no block of its own.
    fn line<T>(&mut self, chunk: &mut Chunk, form: Form<T>) -> Option<T> {
        let node = self.head(chunk, form)?;
        if let Some(block) = &chunk.block {
            let finding = Diagnostic::new(
                &codes::LR0122,
                "a block in braces can't stand here",
                Span { end: block.span.start + 1, ..block.span },
                "nothing here takes braces",
            )
            .help("This line is complete without braces. Leave them out, with what stands between them.");
            self.give_up(chunk, finding);
            return None;
        }
        Some(node)
    }
}

/// A node with the comments around it.
fn statement<T>(node: T, chunk: Chunk) -> Statement<T> {
    Statement { node, span: chunk.span, before: chunk.before, blank_before: chunk.blank_before, after: chunk.after }
}
