//! What a merge left behind: both versions of some lines, between markers.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::parse::lex::{Kind, Token};
use crate::source::{FileId, Span};
use crate::words::say;

/// The tokens without markers and without the second version of each conflict, so that what is in both is not reported
/// twice; and one finding per conflict.
#[must_use]
pub fn without_conflicts(source: &str, file: FileId, tokens: Vec<Token>) -> (Vec<Token>, Vec<Diagnostic>) {
    if tokens.iter().all(|token| token.kind != Kind::MergeMarker) {
        return (tokens, Vec::new());
    }
    let (mut kept, mut found) = (Vec::with_capacity(tokens.len()), Vec::new());
    let mut in_conflict = false;
    let mut second = false;
    for token in tokens {
        if token.kind != Kind::MergeMarker {
            if !second {
                kept.push(token);
            }
            continue;
        }
        let sign = token.text(source).as_bytes()[0];
        if sign == b'<' || !in_conflict {
            found.push(
                Diagnostic::new(
                    &codes::LR0120,
                    say!("a merge left two versions of these lines"),
                    Span::new(file, token.start, token.end),
                    say!("the first version begins here"),
                )
                .help(say!(
                    "Keep the version that is right and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`."
                )),
            );
        }
        in_conflict = sign != b'>';
        second = matches!(sign, b'=' | b'|');
    }
    (kept, found)
}
