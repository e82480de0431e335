//! Why a statement can't be read, in the author's words, and the edit that mends it. In: a broken statement; out: one finding,
//! and the statement as it was surely meant, where that is certain.

pub mod limits;
pub mod merge;

use super::split::Chunk;
use super::{Failure, Form, Reader};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// The finding for a statement that `form` could not read.
pub fn explain<T>(reader: &Reader<'_>, chunk: &Chunk, _form: Form<T>, failure: Failure) -> (Diagnostic, Option<T>) {
    match failure {
        Failure::Finding(finding) => (*finding, None),
        Failure::At(at) => {
            let at = (chunk.head.start as usize + at).min(chunk.head.end as usize);
            let tokens = &reader.tokens[chunk.tokens.clone()];
            let span = match tokens.iter().find(|token| token.end > at) {
                Some(token) => Span::new(reader.file, token.start, token.end),
                None => chunk.head.after(),
            };
            (Diagnostic::new(&codes::LR0101, "this line can't be read", span, "can't be read from here"), None)
        }
    }
}
