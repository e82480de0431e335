//! Rule text to `ast::File`. In: one file's text; out: what could be read of it, and a
//! finding for each statement that could not be. The file is cut into statements first, so that a broken one takes no
//! other with it. Names are not looked up here, and no other file is opened.

mod balance;
mod build;
mod context;
pub(crate) mod kept;
mod lex;
mod lines;
mod mend;
mod names;
mod patch;
mod reader;
mod split;
mod statements;
pub mod tokens;
mod unseen;

#[cfg(test)]
mod tests;

use std::cell::Cell;

use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};
use reader::Reader;

/// Reads a file of `sources`. A statement that can't be read is left out of the ast, or, where it is certain what was
/// meant, is taken that way; either way there is one finding about it.
#[must_use]
pub fn parse(sources: &Sources, file: FileId) -> (ast::File, Vec<Diagnostic>) {
    let source = &sources.file(file).text;
    let (tokens, mut found) = mend::merge::without_conflicts(source, file, lex::lex(source));
    let (tokens, unpaired) = balance::balance(source, file, tokens);
    found.extend(unpaired);
    let tree = split::split(source, file, &tokens);
    let excused = found.iter().map(|finding| sources.file(file).line(finding.span().range().start)).collect();
    let guesses = Cell::new(reader::MOST_GUESSED);
    let names = names::names(source, &tokens);
    let mut reader =
        Reader { sources, source, file, tokens: &tokens, names, found, excused, unread: Vec::new(), guesses };
    let body = reader.file(tree);
    let Reader { mut found, unread, .. } = reader;
    found.extend(unseen::unseen(source, file));
    crate::diagnostic::sort(&mut found);
    (ast::File { body, unread }, found)
}
