//! Cuts a file's text into words, numbers, texts, signs and comments: enough to find where statements begin and end, and
//! to look closely at a broken one. In: text; out: tokens that cover all of it except blanks. Nothing is rejected here.

use crate::text::is_word;

/// What a token is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or a word of the language.
    Word,
    /// What starts with a digit: `10k`, `2026-11-23`, `3days`.
    Number,
    /// `"text"`.
    Text,
    /// A text in other quotes: `“text”`, `'text'`.
    QuotedText,
    /// A text without its closing quote, up to the end of the line (not including a brace at its end).
    OpenText,
    /// `# …`
    Comment,
    /// `{`
    OpenBrace,
    /// `}`
    CloseBrace,
    /// `(`
    OpenBracket,
    /// `)`
    CloseBracket,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `=>`
    Arrow,
    /// Any other sign, one or several characters: `<=`, `..`, `->`, `[`.
    Sign,
    /// A line left behind by a merge: `<<<<<<< HEAD`.
    MergeMarker,
}

/// A piece of the text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Its line, from 0.
    pub line: usize,
    /// Whether it is the first token on its line.
    pub first: bool,
    /// Whether a blank line is right above its line; only set for the first token on a line.
    pub blank_above: bool,
}

impl Token {
    /// Its text.
    #[must_use]
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        &source[self.start..self.end]
    }
}

/// Signs of more than one character; each comes before any that it starts with.
const SIGNS: [&str; 28] = [
    "===", "==>", "-->", "!==", "..<", "...", "->", "<=", ">=", "!=", "<>", "==", "=<", "~=", "&&", "||", "..", ":=",
    "**", ">>", "<<", "–>", "—>", "=~", "!~", "//", "++", "--",
];

/// Whether a character is a blank: white space, or one that has no width.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'
}

/// All tokens of a text.
#[must_use]
pub fn lex(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 5);
    let (mut at, mut line, mut first, mut blank_lines) = (0, 0, true, false);
    let mut line_is_empty = true;
    while let Some(c) = source[at..].chars().next() {
        if c == '\n' {
            blank_lines |= line_is_empty && !tokens.is_empty();
            (at, line, first, line_is_empty) = (at + 1, line + 1, true, true);
            continue;
        }
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let (kind, length) = next(&source[at..], c, first && source[..at].ends_with('\n') || at == 0);
        let end = at + length;
        tokens.push(Token { kind, start: at, end, line, first, blank_above: first && blank_lines });
        (at, first, line_is_empty, blank_lines) = (end, false, false, false);
    }
    tokens
}

/// The kind and length of the first token of `rest`, which is not empty.
fn next(rest: &str, c: char, at_margin: bool) -> (Kind, usize) {
    match c {
        '#' => (Kind::Comment, line_of(rest).trim_end_matches(is_blank).len()),
        '"' => text(rest),
        '{' => (Kind::OpenBrace, 1),
        '}' => (Kind::CloseBrace, 1),
        '(' => (Kind::OpenBracket, 1),
        ')' => (Kind::CloseBracket, 1),
        ',' => (Kind::Comma, 1),
        ';' => (Kind::Semicolon, 1),
        '<' | '=' | '>' | '|' if at_margin && is_merge_marker(rest, c) => {
            (Kind::MergeMarker, line_of(rest).trim_end_matches(is_blank).len())
        }
        '“' | '”' | '„' | '«' | '‘' | '‚' | '\'' | '`' | '´' => {
            quoted(rest, c).map_or((Kind::Sign, c.len_utf8()), |length| (Kind::QuotedText, length))
        }
        _ if c.is_ascii_digit() => (Kind::Number, number(rest)),
        _ if c.is_alphabetic() || c == '_' => (Kind::Word, rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
        _ if rest.starts_with("=>") => (Kind::Arrow, 2),
        _ => {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
            (Kind::Sign, sign.map_or(c.len_utf8(), |sign| sign.len()))
        }
    }
}

fn line_of(rest: &str) -> &str {
    rest.split('\n').next().unwrap_or(rest)
}

fn is_merge_marker(rest: &str, c: char) -> bool {
    let line = line_of(rest);
    let run = line.chars().take_while(|&other| other == c).count();
    run == 7 && line[7..].chars().next().is_none_or(is_blank)
}

/// A text in double quotes, closed or not.
fn text(rest: &str) -> (Kind, usize) {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\n' => break,
            '"' if !escaped => return (Kind::Text, at + 1),
            _ => escaped = c == '\\' && !escaped,
        }
    }
    let line = line_of(rest).trim_end_matches(is_blank);
    let length = line.trim_end_matches(|c| is_blank(c) || c == '{' || c == '}').len();
    (Kind::OpenText, length.max(1))
}

/// A text in foreign quotes, if it is closed on its line.
fn quoted(rest: &str, open: char) -> Option<usize> {
    let closers: &[char] = match open {
        '“' | '”' | '„' => &['”', '“', '"'],
        '«' => &['»'],
        '‘' | '‚' => &['’', '‘'],
        '\'' => &['\''],
        _ => &['`', '´'],
    };
    line_of(rest).char_indices().skip(1).find(|(_, c)| closers.contains(c)).map(|(at, c)| at + c.len_utf8())
}

/// What starts with a digit: a number with its suffix, or a date, or an instant.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let run = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let year = run(0);
    let is_date = year == 4 && bytes.get(4) == Some(&b'-') && (1..=2).contains(&run(5)) && {
        let month = 5 + run(5);
        bytes.get(month) == Some(&b'-') && (1..=2).contains(&run(month + 1))
    };
    let mut at = if is_date {
        let month = 5 + run(5);
        let day = month + 1 + run(month + 1);
        if bytes.get(day) == Some(&b'T') && digit(day + 1) {
            let time = |b: &&u8| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'+' | b'-' | b'Z');
            day + 1 + bytes[day + 1..].iter().take_while(time).count()
        } else {
            day
        }
    } else {
        0
    };
    loop {
        let Some(c) = rest[at..].chars().next() else { return at };
        if is_word(c) || c == '%' || (c == '.' && !is_date && digit(at + 1)) {
            at += c.len_utf8();
        } else {
            return at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(Kind, &str)> {
        lex(source).iter().map(|token| (token.kind, token.text(source))).collect()
    }

    #[test]
    fn words_numbers_and_signs() {
        use Kind::{Arrow, Number, Sign, Word};
        assert_eq!(
            kinds("naïef 1_000..10.5k => 2026-11-23 -5"),
            [
                (Word, "naïef"),
                (Number, "1_000"),
                (Sign, ".."),
                (Number, "10.5k"),
                (Arrow, "=>"),
                (Number, "2026-11-23"),
                (Sign, "-"),
                (Number, "5"),
            ]
        );
    }

    #[test]
    fn a_text_ends_on_its_line() {
        assert_eq!(kinds("\"a # b\" # c"), [(Kind::Text, "\"a # b\""), (Kind::Comment, "# c")]);
        assert_eq!(kinds("\"a\nb"), [(Kind::OpenText, "\"a"), (Kind::Word, "b")]);
        assert_eq!(kinds("\"a {"), [(Kind::OpenText, "\"a"), (Kind::OpenBrace, "{")]);
        assert_eq!(kinds(r#""\\" "\"""#), [(Kind::Text, r#""\\""#), (Kind::Text, r#""\"""#)]);
        assert_eq!(kinds("“a b” 'c'"), [(Kind::QuotedText, "“a b”"), (Kind::QuotedText, "'c'")]);
    }

    #[test]
    fn blank_lines_are_seen() {
        let source = "\n\na\n  \n# b\nc";
        assert_eq!(lex(source).iter().map(|token| token.blank_above).collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn merge_markers_fill_their_line() {
        assert_eq!(
            kinds("<<<<<<< HEAD\n=======\n"),
            [(Kind::MergeMarker, "<<<<<<< HEAD"), (Kind::MergeMarker, "=======")]
        );
    }
}
