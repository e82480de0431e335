//! Cuts a file into statements before any of them is read, so that a broken one never takes its neighbours with it. In:
//! tokens with paired braces; out: a tree of chunks, one per statement, with the comments and blank lines around each.

use super::balance::starts_item;
use super::context::Context;
use super::lex::{Kind, Token};
use crate::ast::Comment;
use crate::source::{FileId, Span};

/// One statement, unread.
#[derive(Debug)]
pub struct Chunk {
    /// Where its head is among the tokens, including any comments in it; the braces of the block are not part of it.
    pub tokens: std::ops::Range<usize>,
    /// Its head: everything up to the opening brace, without blanks at the ends.
    pub head: Span,
    /// The whole statement.
    pub span: Span,
    /// What kind of line it is.
    pub context: Context,
    /// Comments on lines of their own above it, and those between its lines.
    pub before: Vec<Comment>,
    /// The comment at the end of its last line (of its opening line, for a block).
    pub after: Option<Comment>,
    /// Comments inside braces that are part of the statement, and whether each begins its line.
    pub inner: Vec<(Comment, bool)>,
    /// Whether a blank line is right above it.
    pub blank_before: bool,
    /// What is between its braces.
    pub block: Option<Block>,
    /// Whether those braces are a group's.
    pub titled_group: bool,
}

/// What is between braces.
#[derive(Debug)]
pub struct Block {
    /// The statements.
    pub chunks: Vec<Chunk>,
    /// Comments after the last one.
    pub closing: Vec<Comment>,
    /// The block, with its braces.
    pub span: Span,
    /// Whether it was left unread because blocks are nested too deeply.
    pub too_deep: bool,
}

/// Blocks nested more deeply than this are not read.
const DEEPEST: usize = 32;

/// Splits a whole file.
#[must_use]
pub fn split(source: &str, file: FileId, tokens: &[Token]) -> Block {
    let mut splitter =
        Splitter { source, file, tokens, at: 0, brackets: close_brackets(source, tokens), arrows: arrow_lines(tokens) };
    let (chunks, closing) = splitter.block(Context::File, 0);
    Block { chunks, closing, span: Span::new(file, 0, source.len()), too_deep: false }
}

/// For each token, whether it is an opening bracket that is closed within its statement. A bracket can't extend beyond
/// a brace, an arrow, the start of a new item, or the end of a line with a semicolon in it: a formula from a
/// spreadsheet, `=IF(a;b;c)`, is one statement.
fn close_brackets(source: &str, tokens: &[Token]) -> Vec<bool> {
    let mut closed = vec![false; tokens.len()];
    let mut open = Vec::new();
    let mut parted = None;
    for (at, token) in tokens.iter().enumerate() {
        if parted.is_some_and(|line| token.line > line) {
            open.clear();
            parted = None;
        }
        match token.kind {
            Kind::OpenBracket => open.push(at),
            Kind::CloseBracket => {
                if let Some(opener) = open.pop() {
                    closed[opener] = true;
                }
            }
            Kind::Semicolon if !open.is_empty() => parted = Some(token.line),
            Kind::OpenBrace | Kind::CloseBrace | Kind::Semicolon | Kind::Arrow | Kind::MergeMarker => open.clear(),
            Kind::Word if token.first && !open.is_empty() && starts_item(source, tokens, at) => open.clear(),
            _ => {}
        }
    }
    closed
}

/// For each line, whether there is a `=>` on it.
fn arrow_lines(tokens: &[Token]) -> Vec<bool> {
    let mut lines = vec![false; tokens.last().map_or(0, |last| last.line + 1)];
    for token in tokens.iter().filter(|token| token.kind == Kind::Arrow) {
        lines[token.line] = true;
    }
    lines
}

struct Splitter<'a> {
    source: &'a str,
    file: FileId,
    tokens: &'a [Token],
    at: usize,
    brackets: Vec<bool>,
    arrows: Vec<bool>,
}

impl<'a> Splitter<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    fn text(&self, token: &Token) -> &'a str {
        token.text(self.source)
    }

    fn comment(&self, token: &Token) -> Comment {
        Comment {
            text: self.text(token).to_owned(),
            span: Span::new(self.file, token.start, token.end),
            blank_before: token.blank_above,
        }
    }

    /// Statements up to a closing brace, which is not consumed, or the end.
    fn block(&mut self, context: Context, depth: usize) -> (Vec<Chunk>, Vec<Comment>) {
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut pending = Vec::new();
        let mut last_line = None;
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::CloseBrace if depth > 0 => break,
                Kind::CloseBrace | Kind::Semicolon => self.at += 1,
                Kind::Comment => {
                    self.at += 1;
                    match chunks.last_mut() {
                        Some(chunk) if last_line == Some(token.line) && chunk.after.is_none() && pending.is_empty() => {
                            chunk.after = Some(self.comment(token));
                        }
                        _ => pending.push(self.comment(token)),
                    }
                }
                _ => {
                    let chunk = self.statement(context, depth, std::mem::take(&mut pending));
                    last_line = self.tokens[chunk.tokens.clone()].last().map(|last| last.line);
                    chunks.push(chunk);
                }
            }
        }
        (chunks, pending)
    }

    fn statement(&mut self, context: Context, depth: usize, mut before: Vec<Comment>) -> Chunk {
        let first = self.at;
        let start = self.tokens[first];
        let (mut previous, mut head_end) = (start, first);
        let mut state = Progress::default();
        let mut inner = Vec::new();
        let (mut block, mut titled_group, mut after) = (None, false, None);
        while let Some(next) = self.after_comments() {
            let token = self.tokens[next];
            // A merge marker fills its line and is a statement of its own.
            if token.kind == Kind::CloseBrace
                || (token.kind == Kind::Semicolon && state.open == 0)
                || (next > first && !self.goes_on(context, &state, (start, previous), next))
            {
                break;
            }
            before.extend(self.tokens[self.at..next].iter().map(|comment| self.comment(comment)));
            self.at = next;
            match token.kind {
                Kind::OpenBrace if context.holds_inline(self.source, &self.tokens[first..next]) => {
                    previous = self.inline(&mut inner);
                    head_end = self.at;
                    continue;
                }
                Kind::OpenBrace => {
                    let head = &self.tokens[first..next];
                    let inside = context.inside(self.source, head);
                    titled_group = inside == Context::Group;
                    let opening = self.tokens.get(next + 1).filter(|after| after.kind == Kind::Comment && !after.first);
                    after = opening.map(|comment| self.comment(comment));
                    block = Some(self.nested(inside, depth, usize::from(after.is_some())));
                    break;
                }
                Kind::OpenBracket if self.brackets[next] => state.open += 1,
                Kind::CloseBracket => state.open = state.open.saturating_sub(1),
                Kind::Arrow => state.has_arrow = true,
                Kind::MergeMarker => {
                    self.at += 1;
                    head_end = self.at;
                    break;
                }
                _ => {}
            }
            previous = token;
            self.at += 1;
            head_end = self.at;
        }
        let end = self.tokens[first..head_end].last().map_or(start.start, |last| last.end);
        let head = Span::new(self.file, start.start, end);
        let span = block.as_ref().map_or(head, |block: &Block| Span { end: block.span.end, ..head });
        Chunk {
            tokens: first..head_end,
            head,
            span,
            context,
            before,
            after,
            inner,
            blank_before: start.blank_above,
            block,
            titled_group,
        }
    }

    /// The next token that is not a comment.
    fn after_comments(&self) -> Option<usize> {
        (self.at..self.tokens.len()).find(|&at| self.tokens[at].kind != Kind::Comment)
    }

    /// Whether the token at `next` still belongs to the statement between these tokens.
    fn goes_on(&self, context: Context, state: &Progress, (start, previous): (Token, Token), next: usize) -> bool {
        let token = self.tokens[next];
        if token.kind == Kind::MergeMarker {
            return false;
        }
        if !self.tokens[self.at..=next].iter().any(|token| token.first)
            || token.kind == Kind::OpenBrace
            || state.open > 0
        {
            return true;
        }
        let second_arrow = state.has_arrow && self.arrows[token.line];
        let (before, word) = (self.text(&previous), self.text(&token));
        if second_arrow || starts_item(self.source, self.tokens, next) {
            return false;
        }
        if token.kind == Kind::Arrow || matches!(word, "and" | "or") {
            return true;
        }
        match previous.kind {
            Kind::Arrow => previous.start > start.start,
            Kind::Word => matches!(before, "and" | "or"),
            Kind::Sign => matches!(before, "+" | "-" | "*" | "/" | "=" | "!=" | "<" | "<=" | ">" | ">="),
            Kind::Comma => context.takes_after_comma(self.source, &self.tokens[next..]),
            _ => false,
        }
    }

    /// Skips braces that are part of a statement; returns the closing one.
    fn inline(&mut self, inner: &mut Vec<(Comment, bool)>) -> Token {
        let mut depth = 0_usize;
        loop {
            let token = self.tokens[self.at];
            self.at += 1;
            match token.kind {
                Kind::OpenBrace => depth += 1,
                Kind::CloseBrace => depth -= 1,
                Kind::Comment => inner.push((self.comment(&token), token.first)),
                _ => {}
            }
            if depth == 0 {
                return token;
            }
        }
    }

    /// A block, from its opening brace to its closing one; `comments` of the comments after the brace are already
    /// taken.
    fn nested(&mut self, context: Context, depth: usize, comments: usize) -> Block {
        let open = self.tokens[self.at];
        let too_deep = depth >= DEEPEST;
        let (chunks, closing) = if too_deep {
            let mut skipped = Vec::new();
            self.inline(&mut skipped);
            self.at -= 1;
            (Vec::new(), Vec::new())
        } else {
            self.at += 1 + comments;
            self.block(context, depth + 1)
        };
        let close = self.tokens[self.at];
        self.at += 1;
        Block { chunks, closing, span: Span::new(self.file, open.start, close.end), too_deep }
    }
}

/// How far the reading of a statement has got.
#[derive(Default)]
struct Progress {
    /// How many brackets are open and will be closed.
    open: usize,
    /// Whether `=>` has been seen.
    has_arrow: bool,
}
