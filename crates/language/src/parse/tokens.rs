//! What each piece of a file is, as the grammar reads it, for whoever colours it: the grammars of editors are held to
//! this. In: one file's text; out: its pieces in order. Nothing is mended: of a statement that can't be read as it
//! stands only its texts and comments are told.

use super::context::Context;
use super::lex::{self, Kind, Token as Lexed};
use super::split::{self, Block, Chunk};
use super::{balance, mend};
use crate::source::{FileId, Span};
use leadrules_grammar::{Piece, Rule};

/// What a piece of a file is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word of the language, where it is meant as one.
    Keyword,
    /// A name that the author gave, though it may be spelt like a word of the language.
    Name,
    /// `"text"`
    Text,
    /// `10k`, `-5`, the points `+20`, the 30 of `30 days`.
    Number,
    /// A day or an instant.
    Date,
    /// A sign that compares, computes, spans a range or gives: `<=`, `+`, `..`, `=>`.
    Operator,
    /// `# …`
    Comment,
    /// A statement that can't be read, up to its brace; its texts and comments come after it.
    Unread,
}

/// The pieces of a file, by where they begin.
#[must_use]
pub fn tokens(source: &str, file: FileId) -> Vec<(Span, Token)> {
    let (lexed, _) = mend::merge::without_conflicts(source, file, lex::lex(source));
    let (lexed, _) = balance::balance(source, file, lexed);
    let tree = split::split(source, file, &lexed);
    let mut reader = Reader { source, file, lexed: &lexed, found: Vec::new() };
    for token in &lexed {
        match token.kind {
            Kind::Comment => reader.add(token.start, token.end, Token::Comment),
            Kind::Arrow => reader.add(token.start, token.end, Token::Operator),
            Kind::Sign if matches!(token.text(source), ".." | "..<") => {
                reader.add(token.start, token.end, Token::Operator);
            }
            _ => {}
        }
    }
    reader.block(&tree);
    let mut found = reader.found;
    // A broken statement comes before what is in it.
    found.sort_by_key(|(span, token)| (span.start, *token != Token::Unread));
    found
}

struct Reader<'a> {
    source: &'a str,
    file: FileId,
    lexed: &'a [Lexed],
    found: Vec<(Span, Token)>,
}

impl Reader<'_> {
    fn add(&mut self, start: usize, end: usize, token: Token) {
        self.found.push((Span::new(self.file, start, end), token));
    }

    fn block(&mut self, block: &Block) {
        for chunk in &block.chunks {
            self.statement(chunk);
            if let Some(block) = &chunk.block {
                self.block(block);
            }
        }
    }

    fn statement(&mut self, chunk: &Chunk) {
        let base = chunk.head.start as usize;
        let text = &self.source[chunk.head.range()];
        let Some(piece) = form(chunk).and_then(|rule| leadrules_grammar::read(rule, text).ok()) else {
            self.found.push((chunk.head, Token::Unread));
            for token in self.lexed[chunk.tokens.clone()].iter().filter(|token| token.kind == Kind::Text) {
                self.add(token.start, token.end, Token::Text);
            }
            return;
        };
        // Pieces come before the ones that they are made of, which add nothing.
        let mut end = 0;
        for piece in piece.into_inner().flatten() {
            let span = piece.as_span();
            if let Some(token) = token(&piece).filter(|_| span.start() >= end) {
                end = span.end();
                self.add(base + span.start(), base + end, token);
            }
        }
    }
}

/// How a statement is read where it stands.
fn form(chunk: &Chunk) -> Option<Rule> {
    Some(match chunk.context {
        Context::File => Rule::item,
        Context::Lead => Rule::lead_line,
        Context::Account => Rule::account_line,
        Context::Events => Rule::events_line,
        Context::Properties => Rule::property_line,
        Context::Ignore => Rule::ignore_line,
        Context::Exclude => Rule::exclude_line,
        Context::Score | Context::Group if chunk.titled_group => Rule::group_head,
        Context::Score | Context::Group if chunk.block.is_some() => Rule::table_head,
        Context::Score | Context::Group => Rule::rule_line,
        Context::Table => Rule::row_line,
        Context::Stages => Rule::stage_line,
        Context::Label => Rule::label_line,
        Context::Promise => Rule::promise_line,
        Context::Test => Rule::test_line,
        Context::Agreement => Rule::agreement_line,
        Context::Unknown => return None,
    })
}

/// What a piece is, if it is one that is not made of others.
fn token(piece: &Piece<'_>) -> Option<Token> {
    Some(match piece.as_rule() {
        Rule::unit | Rule::truth | Rule::yes_no | Rule::log_role | Rule::function | Rule::quantifier => Token::Keyword,
        Rule::name => Token::Name,
        Rule::text => Token::Text,
        Rule::number | Rule::unsigned | Rule::count | Rule::points => Token::Number,
        Rule::date | Rule::instant => Token::Date,
        Rule::equals | Rule::less | Rule::greater | Rule::add_op | Rule::multiply_op => Token::Operator,
        Rule::compare_op if piece.clone().into_inner().next().is_none() => Token::Operator,
        // The grammar names each word of the language so.
        rule if format!("{rule:?}").starts_with("k_") => Token::Keyword,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<(&str, Token)> {
        tokens(source, FileId::default()).into_iter().map(|(span, token)| (&source[span.range()], token)).collect()
    }

    #[test]
    fn a_word_is_one_only_where_it_is_meant() {
        use Token::{Comment, Keyword, Name, Number, Operator};
        assert_eq!(
            told("score last {\n  last in last 3 days => +1 # last\n}"),
            [
                ("score", Keyword),
                ("last", Name),
                ("last", Name),
                ("in", Keyword),
                ("last", Keyword),
                ("3", Number),
                ("days", Keyword),
                ("=>", Operator),
                ("+1", Number),
                ("# last", Comment),
            ]
        );
    }

    #[test]
    fn a_broken_statement_takes_no_other_with_it() {
        use Token::{Keyword, Name, Number, Operator, Text, Unread};
        assert_eq!(
            told("score fit {\n  a is is \"b\" => +1\n  c => +2\n}"),
            [
                ("score", Keyword),
                ("fit", Name),
                ("a is is \"b\" => +1", Unread),
                ("\"b\"", Text),
                ("=>", Operator),
                ("c", Name),
                ("=>", Operator),
                ("+2", Number),
            ]
        );
    }
}
