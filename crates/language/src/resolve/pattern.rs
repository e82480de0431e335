//! `matches "re"`: the regular expressions of the language, checked and put into the syntax that Rust's regex, RE2,
//! `PostgreSQL` and Java read alike. In: a pattern as written; out: a [`Pattern`], or what is wrong with it.

use unicode_normalization::UnicodeNormalization;

use crate::ir::Pattern;
use crate::text::fold_char;
use crate::words::{Text, say};

/// A repetition asks for at most this many: the limit of `PostgreSQL`.
const MOST_REPEATS: u32 = 255;

/// Repetitions within repetitions multiply to no more than this: RE2's limit.
const MOST_TOGETHER: u32 = 1000;

/// How deeply brackets may be nested.
const DEEPEST: usize = 50;

/// What is wrong with a pattern, and what to do.
#[derive(Debug)]
pub(super) struct Wrong {
    pub message: Text,
    pub help: Text,
}

/// Checks and translates a pattern.
pub(super) fn translate(written: &str) -> Result<Pattern, Wrong> {
    let mut reader = Reader { chars: written.nfc().collect(), at: 0, folded: String::new(), depth: 0 };
    reader.alternatives()?;
    if reader.peek().is_some() {
        return Err(wrong(say!("a `)` without its `(`"), say!("To look for the bracket itself, write `\\)`.")));
    }
    Pattern::new(written, reader.folded).ok_or_else(|| {
        wrong(say!("the pattern is too large"), say!("Ask for fewer repetitions, or split it into two conditions."))
    })
}

fn wrong(message: Text, help: Text) -> Wrong {
    Wrong { message, help }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    folded: String,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    /// `a|b|c`; returns the most that its repetitions multiply to.
    fn alternatives(&mut self) -> Result<u32, Wrong> {
        let mut most = 1;
        loop {
            most = most.max(self.sequence()?);
            if self.peek() != Some('|') {
                return Ok(most);
            }
            self.at += 1;
            self.folded.push('|');
        }
    }

    fn sequence(&mut self) -> Result<u32, Wrong> {
        let start = self.at;
        let mut most = 1;
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                break;
            }
            let (repeatable, inner) = self.atom()?;
            most = most.max(self.repetition(repeatable, inner)?);
        }
        if self.at == start {
            return Err(wrong(
                say!("the pattern has an empty part"),
                say!("An empty pattern matches anything; write what to look for."),
            ));
        }
        Ok(most)
    }

    /// One piece; whether it can be repeated, and what its own repetitions multiply to.
    fn atom(&mut self) -> Result<(bool, u32), Wrong> {
        let Some(c) = self.next() else { return Ok((false, 1)) };
        match c {
            '^' | '$' => {
                self.folded.push(c);
                return Ok((false, 1));
            }
            // Engines differ on which line ends a dot matches; this spells it out.
            '.' => self.folded.push_str("[^\\n]"),
            '[' => self.class()?,
            '(' => {
                if self.peek() == Some('?') {
                    return Err(wrong(
                        say!("`(?` is not known here"),
                        say!(
                            "Plain brackets group; a pattern is made of letters, `.`, `[…]`, `( )`, `|`, `* + ? \
                             {{m,n}}`, `^`, `$`, `\\d`, `\\w` and `\\s`."
                        ),
                    ));
                }
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(wrong(
                        say!("the brackets go too deep"),
                        say!("Split the pattern into two conditions."),
                    ));
                }
                self.folded.push('(');
                let most = self.alternatives()?;
                if self.next() != Some(')') {
                    return Err(wrong(
                        say!("a `(` without its `)`"),
                        say!("To look for the bracket itself, write `\\(`."),
                    ));
                }
                self.folded.push(')');
                self.depth -= 1;
                return Ok((true, most));
            }
            '*' | '+' | '?' => {
                return Err(wrong(
                    say!("`{character}` has nothing before it to repeat", character = c.to_string()),
                    say!("To look for the character itself, write `\\{character}`.", character = c.to_string()),
                ));
            }
            '{' | '}' | ']' => {
                return Err(wrong(
                    say!("a `{character}` that belongs to nothing", character = c.to_string()),
                    say!("To look for the character itself, write `\\{character}`.", character = c.to_string()),
                ));
            }
            '\\' => match self.escape()? {
                Escape::Class(inside) => {
                    self.folded.push('[');
                    self.folded.push_str(inside);
                    self.folded.push(']');
                }
                Escape::Literal(c) => self.literal(c),
            },
            _ => self.literal(c),
        }
        Ok((true, 1))
    }

    fn literal(&mut self, c: char) {
        let c = fold_char(c);
        if "\\.+*?()|[]{}^$".contains(c) {
            self.folded.push('\\');
        }
        self.folded.push(c);
    }

    fn escape(&mut self) -> Result<Escape, Wrong> {
        match self.next() {
            Some('d') => Ok(Escape::Class("0-9")),
            Some('w') => Ok(Escape::Class("0-9a-z_")),
            // There is a blank after `\x0B` because PostgreSQL takes as many hexadecimal digits as follow.
            Some('s') => Ok(Escape::Class("\\x0B \\t\\n\\r\\f")),
            Some('t') => Ok(Escape::Literal('\t')),
            Some('n') => Ok(Escape::Literal('\n')),
            Some(c) if c.is_ascii_punctuation() || c == ' ' => Ok(Escape::Literal(c)),
            Some(c) => {
                let help = match c {
                    'D' => say!("For anything but a digit write `[^0-9]`."),
                    'W' => say!("For anything but a letter, digit or `_` write `[^0-9a-z_]`."),
                    'S' => say!("For anything but a blank write `[^\\s]`."),
                    'b' | 'B' => say!("Whole words are found by `mentions`."),
                    _ => say!(
                        "A pattern is made of letters, `.`, `[…]`, `( )`, `|`, `* + ? {{m,n}}`, `^`, `$`, `\\d`, `\\w` \
                         and `\\s`."
                    ),
                };
                Err(wrong(say!("`\\{character}` is not known here", character = c.to_string()), help))
            }
            None => Err(wrong(say!("a `\\` at the end"), say!("To look for the character itself, write it twice."))),
        }
    }

    /// `[…]`, once its opening bracket has been read.
    fn class(&mut self) -> Result<(), Wrong> {
        let unclosed = || wrong(say!("a `[` without its `]`"), say!("To look for the bracket itself, write `\\[`."));
        self.folded.push('[');
        if self.peek() == Some('^') {
            self.at += 1;
            self.folded.push('^');
        }
        let mut empty = true;
        loop {
            let c = self.next().ok_or_else(unclosed)?;
            let from = match c {
                ']' if empty => {
                    return Err(wrong(say!("an empty `[]`"), say!("Write the characters that may stand there.")));
                }
                ']' => break,
                '[' => {
                    return Err(wrong(
                        say!("a `[` inside `[…]`"),
                        say!("To look for the bracket itself, write `\\[`."),
                    ));
                }
                '\\' => match self.escape()? {
                    Escape::Class(inside) => {
                        self.folded.push_str(inside);
                        empty = false;
                        continue;
                    }
                    Escape::Literal(c) => c,
                },
                _ => c,
            };
            empty = false;
            let is_range = self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|&c| c != ']');
            if !is_range {
                self.member(from);
                continue;
            }
            self.at += 1;
            let to = match self.next().ok_or_else(unclosed)? {
                '\\' => match self.escape()? {
                    Escape::Literal(c) => c,
                    Escape::Class(_) => {
                        return Err(wrong(
                            say!("a range to many characters"),
                            say!("A range goes from one character to another."),
                        ));
                    }
                },
                '[' => {
                    return Err(wrong(
                        say!("a `[` inside `[…]`"),
                        say!("To look for the bracket itself, write `\\[`."),
                    ));
                }
                c => c,
            };
            if from > to || fold_char(from) > fold_char(to) {
                return Err(wrong(
                    say!("the range `{from}-{to}` is upside down", from = from.to_string(), to = to.to_string()),
                    say!("The lower character stands first; case makes no difference, so `a-z` takes capitals too."),
                ));
            }
            self.member(from);
            self.folded.push('-');
            self.member(to);
        }
        self.folded.push(']');
        Ok(())
    }

    /// A character inside `[…]`.
    fn member(&mut self, c: char) {
        match fold_char(c) {
            '\n' => self.folded.push_str("\\n"),
            '\t' => self.folded.push_str("\\t"),
            c => {
                if "\\[]^-&~".contains(c) {
                    self.folded.push('\\');
                }
                self.folded.push(c);
            }
        }
    }

    /// What follows a piece: `*`, `+`, `?`, `{m,n}`.
    fn repetition(&mut self, repeatable: bool, inner: u32) -> Result<u32, Wrong> {
        let mark = match self.peek() {
            Some(c @ ('*' | '+' | '?')) => {
                self.at += 1;
                (c.to_string(), 1)
            }
            Some('{') => self.counted()?,
            _ => return Ok(inner),
        };
        if !repeatable {
            return Err(wrong(
                say!("`^` and `$` can't be repeated"),
                say!("They stand for the start and the end of the text, which are there once."),
            ));
        }
        let together = inner.saturating_mul(mark.1);
        if together > MOST_TOGETHER {
            return Err(wrong(
                say!("too many repetitions within repetitions"),
                say!("Together they may come to {most}.", most = MOST_TOGETHER.to_string()),
            ));
        }
        self.folded.push_str(&mark.0);
        if let Some(c @ ('*' | '+' | '?' | '{')) = self.peek() {
            return Err(wrong(
                say!("`{character}` after a repetition", character = c.to_string()),
                say!("Whether a match is long or short makes no difference here; take it out."),
            ));
        }
        Ok(together)
    }

    /// `{3}`, `{2,}`, `{2,5}`
    fn counted(&mut self) -> Result<(String, u32), Wrong> {
        let form = || {
            wrong(
                say!("a `{{` that gives no number"),
                say!("Write `{{3}}`, `{{2,}}` or `{{2,5}}`; to look for the bracket itself, `\\{{`."),
            )
        };
        self.at += 1;
        let low = self.number().ok_or_else(form)?;
        let (text, most) = if self.peek() == Some(',') {
            self.at += 1;
            match self.number() {
                Some(high) if high < low => {
                    return Err(wrong(
                        say!("`{{{low},{high}}}` is upside down", low = low.to_string(), high = high.to_string()),
                        say!("The lower number stands first."),
                    ));
                }
                Some(high) => (format!("{{{low},{high}}}"), high),
                None => (format!("{{{low},}}"), low),
            }
        } else {
            (format!("{{{low}}}"), low)
        };
        if self.next() != Some('}') {
            return Err(form());
        }
        if most > MOST_REPEATS {
            return Err(wrong(
                say!("{most} repetitions are too many", most = most.to_string()),
                say!("There may be at most {most}.", most = MOST_REPEATS.to_string()),
            ));
        }
        Ok((text, most.max(1)))
    }

    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        let digits: String = self.chars[start..self.at].iter().collect();
        if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(u32::MAX)) }
    }
}

enum Escape {
    /// What is inside `[…]`.
    Class(&'static str),
    Literal(char),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(written: &str) -> String {
        translate(written).unwrap().folded
    }

    #[test]
    fn literals_are_folded_and_classes_spelt_out() {
        assert_eq!(folded(r"^BE *0\d{3}"), r"^be *0[0-9]{3}");
        assert_eq!(folded(r"b\.?v\.?$"), r"b\.?v\.?$");
        assert_eq!(folded(r"[A-Z\d_-]+"), r"[a-z0-9_\-]+");
        assert_eq!(folded(r"a.b"), r"a[^\n]b");
        assert_eq!(folded(r"(É|ς)\w"), r"(é|σ)[0-9a-z_]");
        assert_eq!(folded(r"[^\s,]"), "[^\\x0B \\t\\n\\r\\f,]");
        assert_eq!(folded(r"x{2,}y{1,3}"), r"x{2,}y{1,3}");
        assert_eq!(folded(r"a\/b\-c\ d"), "a/b-c d");
    }

    #[test]
    fn blanks_are_those_of_ascii() {
        let regex = regex::Regex::new(&folded(r"^\s$")).unwrap();
        for c in ['\t', '\n', '\u{b}', '\u{c}', '\r', ' '] {
            assert!(regex.is_match(&c.to_string()), "{c:?}");
        }
        assert!(!regex.is_match("\u{a0}") && !regex.is_match("0") && !regex.is_match("b"));
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in [
            "",
            "a|",
            "()",
            "(?:a)",
            "(?i)a",
            r"\bfoo",
            r"\D",
            r"\p{L}",
            "a**",
            "a+?",
            "^*",
            "*a",
            "a{",
            "a{2",
            "a{3,2}",
            "a{256}",
            "((a{100}){100})",
            "[z-a]",
            "[]",
            "[a",
            "(a",
            "a)",
            r"a\",
            "[[:alpha:]]",
            "a]",
            "a}",
            "{2}",
        ] {
            assert!(translate(bad).is_err(), "{bad}");
        }
    }
}
