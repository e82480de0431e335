//! Characters that a terminal obeys instead of showing: control characters, and those that change the direction of a
//! text. In: any text; out: the same with each of them spelt out (`\x1b`, `\u{202e}`). What programs read is never
//! changed here.

mod alike;

use std::borrow::Cow;

pub use alike::{looks_like, named, skeleton};

/// Whether a character is obeyed rather than shown: a control character, a line or paragraph separator, or one that
/// changes the direction of the text around it.
#[must_use]
pub fn is_obeyed(c: char) -> bool {
    c.is_control() || is_direction(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a character changes the direction of the text around it.
#[must_use]
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A character as it is spelt out.
#[must_use]
pub fn spelt(c: char) -> String {
    match c {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        c if c.is_ascii() => format!("\\x{:02x}", u32::from(c)),
        c => format!("\\u{{{:x}}}", u32::from(c)),
    }
}

/// One line, or part of one: everything that is obeyed is spelt out, line ends too.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    spell(text, |_| false)
}

/// Several lines: their ends and tabs stay.
#[must_use]
pub fn lines(text: &str) -> Cow<'_, str> {
    spell(text, |c| matches!(c, '\n' | '\t'))
}

fn spell(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_spelt = |c: char| is_obeyed(c) && !stays(c);
    if !text.chars().any(is_spelt) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_spelt(c) {
            shown.push_str(&spelt(c));
        } else {
            shown.push(c);
        }
    }
    shown.into()
}

/// A finished page, checked one last time before it is shown: its lines and colours stay.
#[must_use]
pub fn page(text: &str) -> Cow<'_, str> {
    if !text.contains('\u{1b}') {
        return lines(text);
    }
    let mut shown = String::with_capacity(text.len());
    for (at, part) in text.split('\u{1b}').enumerate() {
        let colour = if at == 0 { 0 } else { colour(part) };
        if at > 0 {
            shown.push_str(if colour > 0 { "\u{1b}" } else { "\\x1b" });
        }
        shown.push_str(&part[..colour]);
        shown.push_str(&lines(&part[colour..]));
    }
    shown.into()
}

/// The length of the colour sequence at the start of a text that follows an escape character: `[1;31m`.
fn colour(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('[') else { return 0 };
    let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    if rest.as_bytes().get(digits) == Some(&b'm') { digits + 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_obeyed_is_spelt_out() {
        assert_eq!(line("\u{1b}]0;x\u{7}"), "\\x1b]0;x\\x07");
        assert_eq!(line("a\u{202e}b\u{9b}31m\u{7f}\r\n\t"), "a\\u{202e}b\\u{9b}31m\\x7f\\r\\n\\t");
        assert_eq!(line("\u{2028}\u{2029}\u{200e}\u{200f}\u{2066}\u{2069}").matches("\\u{").count(), 6);
        assert_eq!(lines("a\n\tb\r"), "a\n\tb\\r");
        assert!(matches!(line("é 東京 👩‍🚀 שלום"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_page_keeps_its_colours() {
        assert_eq!(page("\u{1b}[1;31merror\u{1b}[0m: x\n"), "\u{1b}[1;31merror\u{1b}[0m: x\n");
        assert_eq!(page("\u{1b}[2Jx\u{1b}]8;;y\u{1b}\\\u{202e}\u{1b}["), "\\x1b[2Jx\\x1b]8;;y\\x1b\\\\u{202e}\\x1b[");
    }
}
