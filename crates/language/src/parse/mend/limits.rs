//! What is nested too deeply or is too long to be read, so that no file can bring the program down.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::parse::lex::{Kind, Token};
use crate::source::{FileId, Span};
use crate::words::say;

/// Brackets within brackets, or one `not` after another.
const DEEPEST: usize = 48;

/// Arithmetic signs in a row.
const LONGEST: usize = 500;

/// The finding about a statement that is nested too deeply or whose calculation is too long.
#[must_use]
pub fn beyond(source: &str, file: FileId, tokens: &[Token]) -> Option<Diagnostic> {
    let (mut depth, mut steps) = (0_usize, 0_usize);
    for token in tokens {
        match token.kind {
            Kind::OpenBracket => depth += 1,
            Kind::CloseBracket => depth = depth.saturating_sub(1),
            Kind::Word if matches!(token.text(source), "not" | "where") => depth += 1,
            Kind::Word if matches!(token.text(source), "and" | "or") => {}
            Kind::Sign if matches!(token.text(source), "+" | "-" | "*" | "/") => steps += 1,
            _ => {}
        }
        if depth > DEEPEST || steps > LONGEST {
            let span = Span::new(file, token.start, token.end);
            return Some(if depth > DEEPEST {
                too_deep(span)
            } else {
                Diagnostic::new(
                    &codes::LR0117,
                    say!("this calculation is too long"),
                    span,
                    say!("too many steps before this"),
                )
                .help(say!(
                    "A statement takes at most {steps} of them. Give parts of it a name with `define`.",
                    steps = LONGEST
                ))
            });
        }
    }
    None
}

/// The finding about something that is nested too deeply.
#[must_use]
pub fn too_deep(span: Span) -> Diagnostic {
    let open = Span { end: (span.start + 1).min(span.end), ..span };
    Diagnostic::new(
        &codes::LR0117,
        say!("brackets or braces are nested too deeply here"),
        open,
        say!("too many are open before this"),
    )
    .help(say!("Nobody could follow it. Give parts of it a name with `define`, and use the names."))
}
