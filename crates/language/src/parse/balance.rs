//! Gives every brace its partner. In: the tokens of a file; out: tokens whose braces pair up, with a finding for each
//! brace that had no partner. A file whose braces pair up is left as it is; otherwise indentation, and lines that can
//! only stand outside all blocks, tell where the missing one belongs.

use super::lex::{Kind, Token};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::keyword;
use crate::source::{FileId, Span};
use crate::words::{Text, say};

/// How many tokens back the line that lacks its opening brace is sought.
const REACH: usize = 4000;

/// The tokens with paired braces, and what was found.
#[must_use]
pub fn balance(source: &str, file: FileId, tokens: Vec<Token>) -> (Vec<Token>, Vec<Diagnostic>) {
    if is_balanced(&tokens) {
        return (tokens, Vec::new());
    }
    let mut balancer =
        Balancer { source, file, out: Vec::with_capacity(tokens.len()), open: Vec::new(), found: Vec::new() };
    for (at, token) in tokens.iter().enumerate() {
        balancer.take(&tokens, at, *token);
    }
    while let Some(open) = balancer.open.pop() {
        balancer.close_missing(open);
    }
    (balancer.out, balancer.found)
}

fn is_balanced(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    for token in tokens {
        match token.kind {
            Kind::OpenBrace => depth += 1,
            Kind::CloseBrace if depth == 0 => return false,
            Kind::CloseBrace => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// Whether the token at `at` begins a statement that can only stand at the top level of a file: `score NAME … {`,
/// `define NAME =`.
#[must_use]
pub fn starts_item(source: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens[at];
    if token.kind != Kind::Word || !token.first {
        return false;
    }
    let following = |ahead: usize| tokens.get(at + ahead).filter(|next| !next.first);
    let kind = |ahead| following(ahead).map(|next| next.kind);
    let word = |ahead| following(ahead).filter(|next| next.kind == Kind::Word).map(|next| next.text(source));
    let is_text = |ahead| matches!(kind(ahead), Some(Kind::Text | Kind::QuotedText | Kind::OpenText));
    let opens_or_equals = || {
        (2..).map_while(following).enumerate().any(|(ahead, next)| match next.kind {
            Kind::OpenBrace => tokens[at + ahead + 1].text(source) != "choice",
            Kind::Sign => next.text(source) == "=",
            _ => false,
        })
    };
    match token.text(source) {
        "exclude" if word(1) == Some("account") => kind(2) == Some(Kind::OpenBrace),
        "stages" if word(1) == Some("of") => word(2) == Some("account") && kind(3) == Some(Kind::OpenBrace),
        "exclude" | "stages" => kind(1) == Some(Kind::OpenBrace),
        "account" => kind(1) == Some(Kind::OpenBrace) && !gives(tokens, at + 2),
        name if keyword::BLOCKS.contains(&name) => kind(1) == Some(Kind::OpenBrace),
        "score" | "label" => word(1).is_some_and(|name| name != "choice") && opens_or_equals(),
        "promise" | "test" | "agreement" | "use" => is_text(1),
        "time" => word(1) == Some("zone") && is_text(2),
        "rank" => word(1) == Some("by") && word(2).is_some(),
        "leadrules" => kind(1) == Some(Kind::Number),
        "define" => word(1).is_some() && following(2).is_some_and(|next| next.text(source) == "="),
        "list" => {
            word(1).is_some_and(|name| name != "choice")
                && (kind(2) == Some(Kind::OpenBrace) || (word(2) == Some("from") && is_text(3)))
        }
        _ => false,
    }
}

/// Whether the line that begins at `at` has a `=>`: a row of a table on a field called `account`, then.
fn gives(tokens: &[Token], at: usize) -> bool {
    let inside = tokens.get(at..).unwrap_or_default();
    let Some(first) = inside.iter().find(|token| token.kind != Kind::Comment) else { return false };
    let line = inside.iter().skip_while(|token| token.line < first.line).take_while(|token| token.line == first.line);
    line.take_while(|token| token.kind != Kind::CloseBrace).any(|token| token.kind == Kind::Arrow)
}

/// An opening brace that waits for its partner.
#[derive(Copy, Clone)]
struct Open {
    /// Its index among the tokens put out.
    at: usize,
    /// The indentation of its line.
    indent: usize,
}

struct Balancer<'a> {
    source: &'a str,
    file: FileId,
    out: Vec<Token>,
    open: Vec<Open>,
    found: Vec<Diagnostic>,
}

impl Balancer<'_> {
    fn take(&mut self, tokens: &[Token], at: usize, token: Token) {
        if token.first && !matches!(token.kind, Kind::Comment | Kind::CloseBrace | Kind::OpenBrace) {
            let column = self.column(token);
            while let Some(open) =
                self.open.last().copied().filter(|open| column <= open.indent && self.holds_deeper(*open))
            {
                self.open.pop();
                self.close_missing(open);
            }
        }
        match token.kind {
            Kind::Word if token.first && !self.open.is_empty() && starts_item(self.source, tokens, at) => {
                let indent = self.column(token);
                while let Some(open) = self.open.pop_if(|open| open.indent >= indent) {
                    self.close_missing(open);
                }
            }
            _ if token.first && self.open.last().is_some_and(|open| self.ends_unclosed(*open, tokens, at)) => {
                if let Some(open) = self.open.pop() {
                    self.close_missing(open);
                }
                return self.take(tokens, at, token);
            }
            Kind::OpenBrace => {
                let indent = self.indent_of_line(token, self.out.len());
                self.open.push(Open { at: self.out.len(), indent });
            }
            Kind::CloseBrace => {
                if token.first {
                    self.settle_indentation(self.column(token));
                } else if self.open.last().is_none_or(|open| self.out[open.at].line != token.line) {
                    self.open_on_line(token);
                }
                let too_early =
                    self.open.last().is_some_and(|open| self.is_too_early(*open, token, tokens.get(at + 1)));
                if too_early || self.open.pop().is_none() {
                    self.stray(token);
                    return;
                }
            }
            _ => {}
        }
        self.out.push(token);
    }

    /// At a closing brace that begins its line: first closes the blocks that it is too far left for, and opens the one
    /// that it is too far right for.
    fn settle_indentation(&mut self, indent: usize) {
        if self.open.iter().any(|open| open.indent == indent) {
            while let Some(open) = self.open.pop_if(|open| open.indent > indent) {
                self.close_missing(open);
            }
        } else if self.open.last().is_none_or(|open| open.indent < indent) {
            self.open_missing(indent);
        }
    }

    /// Puts the brace that `open` lacks after the last token so far.
    fn close_missing(&mut self, open: Open) {
        let brace = self.out[open.at];
        if self.is_too_many(open) {
            self.out.remove(open.at);
            if let Some(next) = self.out.get_mut(open.at).filter(|next| next.line == brace.line) {
                next.first |= brace.first;
            }
            let span = Span::new(self.file, brace.start, brace.end);
            self.found.push(
                Diagnostic::new(
                    &codes::LR0102,
                    say!("this `{{` is one too many"),
                    span,
                    say!("nothing begins here, and no `}}` ends it"),
                )
                .help(say!("A block stands between `{{` and `}}`. Leave it out, if no block was meant."))
                .guess(say!("leave out `{text}`", text = "{"), span, ""),
            );
            return;
        }
        let last = self.out.iter().rev().find(|token| token.kind != Kind::Comment).map_or(brace, |token| *token);
        let head = self.never_closed(open.at);
        let close = Token {
            kind: Kind::CloseBrace,
            start: last.end,
            end: last.end,
            line: last.line,
            first: false,
            blank_above: false,
        };
        if self.is_inline(open) {
            // Reading the statement will bring it to light.
            self.out.push(close);
            return;
        }
        let place = Span::new(self.file, last.end, last.end);
        let text = if last.line == brace.line { " }".to_owned() } else { format!("\n{}}}", " ".repeat(open.indent)) };
        self.found.push(
            Diagnostic::new(
                &codes::LR0102,
                head,
                Span::new(self.file, brace.start, brace.end),
                say!("no `}}` ends what begins here"),
            )
            .help(say!("A block ends with `}}`. Without it, the lines below would belong to the block too."))
            .guess(say!("write `}}` at its end"), place, text),
        );
        self.out.push(close);
    }

    /// Opens the block whose closing brace is at `indent`, if it can be told which line should open it.
    fn open_missing(&mut self, indent: usize) {
        let floor = self.open.last().map_or(0, |open| open.at + 1).max(self.out.len().saturating_sub(REACH));
        let Some(start) = (floor..self.out.len()).rev().find(|&at| {
            let token = self.out[at];
            token.first && token.kind != Kind::Comment && self.column(token) == indent
        }) else {
            return;
        };
        let line = self.out[start].line;
        let end = start + self.out[start..].iter().take_while(|token| token.line == line).count();
        let words = &self.out[start..end];
        let word = words[0].text(self.source);
        let below = self.out.get(end).map(|token| self.column(*token));
        let is_keyword = keyword::STATEMENTS.contains(&word) || word == "group";
        if below.is_none_or(|below| below < indent || (below == indent && !is_keyword)) {
            return;
        }
        if words.iter().any(|token| matches!(token.kind, Kind::Arrow | Kind::OpenBrace | Kind::CloseBrace)) {
            return;
        }
        let Some(last) = words.iter().rposition(|token| token.kind != Kind::Comment) else { return };
        let (head, at) = (Span::new(self.file, words[0].start, words[last].end), start + last + 1);
        self.found.push(
            Diagnostic::new(
                &codes::LR0102,
                say!("the block `{head}` has no opening `{{`", head = &self.source[head.range()]),
                head,
                say!("`{{` is missing after this"),
            )
            .help(say!("The lines up to the next `}}` look as if they belong to this block. It begins with `{{`."))
            .guess(say!("write `{{` after it"), head.after(), " {"),
        );
        let brace = Token {
            kind: Kind::OpenBrace,
            start: head.end as usize,
            end: head.end as usize,
            line,
            first: false,
            blank_above: false,
        };
        self.out.insert(at, brace);
        self.open.push(Open { at, indent });
    }

    /// Whether `open`'s braces are part of a statement: options of a choice, entries of a list.
    fn is_inline(&self, open: Open) -> bool {
        let before = self.out[..open.at].last().map_or("", |token| token.text(self.source));
        let first = self.line_before(open.at).next().map_or("", |token| token.text(self.source));
        before == "choice" || first == "list"
    }

    /// The tokens before `at` that are on its line.
    fn line_before(&self, at: usize) -> impl Iterator<Item = &Token> {
        let line = self.out.get(at).or(self.out.last()).map_or(0, |token| token.line);
        let start = self.out[..at].iter().rposition(|token| token.line != line).map_or(0, |before| before + 1);
        self.out[start..at].iter()
    }

    /// Whether the line of `open`, the last one read, holds the beginning of a block that certainly ends there:
    /// something follows the brace, no comma asks for more, and no closing brace below can belong to it.
    fn ends_unclosed(&self, open: Open, tokens: &[Token], at: usize) -> bool {
        let brace = self.out[open.at];
        let Some(last) = self.out.last().filter(|last| last.line == brace.line && self.out.len() > open.at + 1) else {
            return false;
        };
        if matches!(last.kind, Kind::Comma | Kind::Comment) || tokens[at].kind == Kind::CloseBrace {
            return false;
        }
        let next =
            tokens[at..].iter().take(REACH).find(|token| matches!(token.kind, Kind::OpenBrace | Kind::CloseBrace));
        next.is_none_or(|next| next.kind == Kind::OpenBrace || (next.first && self.column(*next) != open.indent))
    }

    /// At a closing brace at the end of a line without an opening one: opens it where a list, the options of a choice
    /// or the properties of an event begin.
    fn open_on_line(&mut self, close: Token) {
        let start = self.out.iter().rposition(|token| token.line != close.line).map_or(0, |before| before + 1);
        let words: Vec<&str> = self.out[start..].iter().map(|token| token.text(self.source)).collect();
        let choice = words.iter().rposition(|word| *word == "choice");
        let has_type =
            words.last().is_some_and(|word| matches!(*word, "text" | "email" | "number" | "integer" | "date" | "no"));
        let (after, inline) = match (choice, words.as_slice()) {
            (Some(choice), _) => (choice, true),
            (None, ["list", _, ..]) => (1, true),
            (None, [_, "from", ..]) if has_type => {
                (self.out[start..].iter().rposition(|token| token.kind == Kind::Text).unwrap_or(0), false)
            }
            (None, [_, _, _, ..]) if has_type => (0, false),
            _ => return,
        };
        let before = self.out[start + after];
        let brace = Token {
            kind: Kind::OpenBrace,
            start: before.end,
            end: before.end,
            line: before.line,
            first: false,
            blank_above: false,
        };
        if !inline {
            let place = Span::new(self.file, before.end, before.end);
            self.found.push(
                Diagnostic::new(
                    &codes::LR0102,
                    say!("this `}}` ends what has no `{{`"),
                    Span::new(self.file, close.start, close.end),
                    say!("where does it begin?"),
                )
                .help(say!("The properties of an event stand between `{{` and `}}` after its name."))
                .guess(say!("write `{text}`", text = "{"), place, " {"),
            );
        }
        let indent = self.column(self.out[start]);
        self.out.insert(start + after + 1, brace);
        self.open.push(Open { at: start + after + 1, indent });
    }

    /// Whether an opening brace without a partner can't have been meant: it follows a whole rule or another brace, begins
    /// its line, or has nothing further right below it.
    fn is_too_many(&self, open: Open) -> bool {
        let brace = self.out[open.at];
        let next = self.out.get(open.at + 1);
        brace.first
            || self.line_before(open.at).any(|token| token.kind == Kind::Arrow)
            || (open.at > 0 && self.out[open.at - 1].kind == Kind::OpenBrace)
            || next.is_some_and(|next| next.kind == Kind::OpenBrace && next.line == brace.line)
            || next.is_some_and(|next| next.line > brace.line && open.indent > 0 && self.column(*next) <= open.indent)
    }

    /// Whether the lines right after an opening brace are indented further than the line it is on.
    fn holds_deeper(&self, open: Open) -> bool {
        let line = self.out[open.at].line;
        let next = self.out.get(open.at + 1);
        next.is_some_and(|next| next.line > line && self.column(*next) > open.indent)
    }

    /// Whether a closing brace would end `open` although what follows is still part of it.
    fn is_too_early(&self, open: Open, close: Token, next: Option<&Token>) -> bool {
        if close.first && self.column(close) == open.indent {
            return false;
        }
        let Some(next) = next else { return false };
        let column = self.column(*next);
        let outer =
            self.open.len() > 1 && self.open[..self.open.len() - 1].iter().any(|other| other.indent == open.indent);
        if !next.first {
            return close.first && next.kind != Kind::Comment && next.kind != Kind::CloseBrace;
        }
        column > open.indent || (next.kind == Kind::CloseBrace && column == open.indent && !outer)
    }

    fn stray(&mut self, token: Token) {
        let span = Span::new(self.file, token.start, token.end);
        self.found.push(
            Diagnostic::new(
                &codes::LR0102,
                say!("this `}}` is one too many"),
                span,
                say!("ends no block, or too early"),
            )
            .help(say!(
                "Every `}}` ends a block that began with `{{`. Leave it out, or open the block that it should end."
            ))
            .guess(say!("leave out `{text}`", text = "}"), span, ""),
        );
    }

    /// How far a token stands from the start of its line, in bytes.
    fn column(&self, token: Token) -> usize {
        token.start - self.source[..token.start].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The indentation of the line that `token`, which would come at index `at`, is on.
    fn indent_of_line(&self, token: Token, at: usize) -> usize {
        let first = self.out[..at].iter().rev().take_while(|other| other.line == token.line).last();
        self.column(first.copied().unwrap_or(token))
    }

    /// That the block is never closed, with the author's words before its opening brace.
    fn never_closed(&self, at: usize) -> Text {
        let brace = self.out[at];
        let first = self.out[..at].iter().rev().take_while(|token| token.line == brace.line).last();
        let head = first.map_or("", |first| self.source[first.start..brace.start].trim());
        if head.is_empty() {
            say!("the block that begins here is never closed")
        } else {
            say!("the block `{head}` is never closed", head)
        }
    }
}
