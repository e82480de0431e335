//! Characters of a rule file that nobody can see, and that can make a line look different from what it means. In: one
//! file's text; out: a finding for each line that holds some. Those that scripts need to join their letters, or emoji
//! to form one, are allowed.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::words::{Text, say};

/// A finding for each line with such characters.
pub(super) fn unseen(source: &str, file: FileId) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    if source.is_ascii()
        && !source.bytes().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\n' | b'\r' | b'\t'))
    {
        return found;
    }
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let mut own: Vec<(Span, String)> = Vec::new();
        for (at, c) in line.char_indices() {
            if let Some(name) = name(c).filter(|_| !is_at_home(source, start + at, c)) {
                own.push((Span::new(file, start + at, start + at + c.len_utf8()), name));
            }
        }
        start += line.len();
        found.extend(finding(own));
    }
    found
}

/// At most this many characters of a line are pointed at.
const SHOWN: usize = 8;

fn finding(own: Vec<(Span, String)>) -> Option<Diagnostic> {
    let (span, name) = own.first()?;
    let message = match own.len() {
        1 => say!("nobody can see a character that stands here: {name}", name),
        count => say!("nobody can see {count} characters that stand here, the first of them {name}", count, name),
    };
    let mut finding = Diagnostic::new(&codes::LR0126, message, *span, Text::verbatim(name));
    for (span, name) in own.iter().take(SHOWN).skip(1) {
        finding = finding.also(*span, Text::verbatim(name));
    }
    let title = if own.len() == 1 { say!("take it out") } else { say!("take them out") };
    let edits = own.iter().map(|(span, _)| (*span, String::new())).collect();
    let finding = finding.help(say!(
        "With it a line can look like another one: who reads and approves the rules sees something else than what counts. \
         Take it out, unless a text of the data really holds it."
    ));
    Some(finding.guess_all(title, edits))
}

/// `U+202E, which turns the text after it from right to left`
fn name(c: char) -> Option<String> {
    let name = match c {
        '\n' | '\t' | '\r' => return None,
        '\u{ad}' => "SOFT HYPHEN",
        '\u{34f}' => "COMBINING GRAPHEME JOINER",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "HANGUL FILLER",
        '\u{180e}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}'..='\u{2064}' => "INVISIBLE OPERATOR",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{206a}'..='\u{206f}' => "FORMAT CHARACTER",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{fff9}'..='\u{fffb}' => "INTERLINEAR ANNOTATION",
        '\u{e0001}' | '\u{e0020}'..='\u{e007f}' => "TAG CHARACTER",
        c if c.is_control() => "CONTROL CHARACTER",
        _ => return None,
    };
    Some(format!("U+{:04X} {name}", u32::from(c)))
}

/// Whether a character is where it is needed: a byte order mark at the very start, a joiner between characters beyond
/// ASCII, tags after a flag.
fn is_at_home(source: &str, at: usize, c: char) -> bool {
    let before = source[..at].chars().next_back();
    let after = source[at + c.len_utf8()..].chars().next();
    match c {
        '\u{feff}' => at == 0,
        '\u{200c}' | '\u{200d}' => {
            [before, after].iter().all(|beside| beside.is_some_and(|c| !c.is_ascii() && name(c).is_none()))
        }
        '\u{e0020}'..='\u{e007f}' => {
            let first = source[..at].chars().rev().find(|c| !matches!(c, '\u{e0020}'..='\u{e007f}'));
            first == Some('\u{1f3f4}')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        unseen(text, FileId(0)).into_iter().map(|finding| finding.message.to_string()).collect()
    }

    #[test]
    fn what_nobody_sees_is_named_with_its_line() {
        let found = unseen("a\r\n\tb\nis \"\u{202e}x\u{2066}\" # \u{1b}\n", FileId(0));
        assert_eq!(found.len(), 1);
        assert!(
            found[0]
                .message
                .to_string()
                .contains("3 characters that stand here, the first of them U+202E RIGHT-TO-LEFT OVERRIDE")
        );
        assert_eq!((found[0].span().start, found[0].labels.len()), (10, 3));
        assert_eq!(named("a\u{200b}b\n\u{ad}").len(), 2);
    }

    #[test]
    fn what_writing_needs_is_no_matter() {
        assert!(named("\u{feff}é 東京 שלום mi\u{301} ❤\u{fe0f} 👩\u{200d}🚀 می\u{200c}خواهم").is_empty());
        assert!(named("🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}").is_empty());
        assert_eq!(named("bud\u{200d}get").len(), 1);
        assert_eq!(named("a\u{feff}\u{e0061}").len(), 1);
    }
}
