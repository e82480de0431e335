//! Reads statements and their blocks, and says of each one that can't be read why. In: the chunks of a file; out: nodes
//! with their comments, and a finding for each statement that is broken.

use super::mend;
use super::reader::{Attempt, Failure, Form, Reader};
use super::split::{self, Chunk};
use crate::ast::{Block, Statement};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::words::say;

impl Reader<'_> {
    /// Reads the head of a statement; if that fails, says why.
    pub(super) fn head<T>(&mut self, chunk: &mut Chunk, form: Form<T>) -> Option<T> {
        if let Some(finding) = mend::limits::beyond(self.source, self.file, &self.tokens[chunk.tokens.clone()]) {
            self.give_up(chunk, finding);
            return None;
        }
        let text = &self.source[chunk.head.range()];
        let trap = mend::trap(self.source, &self.tokens[chunk.tokens.clone()], &self.names);
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

    /// The statements of a block, each read by `read`.
    pub(super) fn block<T>(
        &mut self,
        block: split::Block,
        mut read: impl FnMut(&mut Self, &mut Chunk) -> Option<T>,
    ) -> Block<T> {
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
    pub(super) fn line<T>(&mut self, chunk: &mut Chunk, form: Form<T>) -> Option<T> {
        let node = self.head(chunk, form)?;
        if let Some(block) = &chunk.block {
            let finding = Diagnostic::new(
                &codes::LR0122,
                say!("a block in braces can't stand here"),
                Span { end: block.span.start + 1, ..block.span },
                say!("nothing here takes braces"),
            )
            .help(say!("This line is complete without braces. Leave them out, with what stands between them."));
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
