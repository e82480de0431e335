//! Shares and parts in words: `50% of profile`, `0.5 x profile`, `email domain`. In: a broken statement; out: candidates.

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::parse::lex::Kind;
use crate::words::say;

/// `50% of profile`, `50% profile`, `0.5 x profile`: there should be a `*` between them.
pub fn shares(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        let is_operand = |at: usize| matches!(broken.kind(at), Some(Kind::Word | Kind::OpenBracket | Kind::Number));
        let word = broken.lower(at + 1);
        let is_share = broken.kind(at) == Some(Kind::Number) && broken.word(at).ends_with('%');
        let is_left = matches!(broken.kind(at), Some(Kind::Word | Kind::Number | Kind::CloseBracket));
        let is_of = is_share && matches!(word.as_str(), "of" | "van" | "de" | "von");
        let is_times = matches!(word.as_str(), "x" | "times" | "keer" | "fois" | "mal") && is_left;
        let (range, write) = if (is_of || is_times) && is_operand(at + 2) && !broken.names.contains_key(word.as_str()) {
            (broken.range(at + 1, at + 1), "*")
        } else if is_share && is_factor(broken, at + 1) {
            let end = broken.tokens[at].end;
            (end..end, " *")
        } else {
            continue;
        };
        let whole = broken.range(at, if write == "*" { at + 2 } else { at + 1 });
        out.push(
            Candidate::new(
                &codes::LR0105,
                whole.clone(),
                say!("`{written}` is a calculation: `*` stands between its parts", written = broken.written(&whole)),
            )
            .label(say!("a share of it"))
            .help(say!("Shares are multiplied: `50% * profile` is half of it."))
            .title(say!("write `{text}`", text = "*"))
            .edit(range, write),
        );
    }
}

/// Whether a share can be taken of something.
fn is_factor(broken: &Broken<'_>, at: usize) -> bool {
    let word = broken.word(at);
    broken.kind(at) == Some(Kind::Word)
        && (broken.names.contains_key(word) || !crate::keyword::all().any(|known| known == word))
}

/// `email domain in "a.be"`, `domain of email`
pub fn members(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 0..broken.tokens.len() {
        let found = |range: std::ops::Range<usize>, name: &str| {
            Candidate::new(
                &codes::LR0105,
                range.clone(),
                say!("rules write `{name}.domain`, not `{written}`", name, written = broken.written(&range)),
            )
            .label(say!("the part after `@`"))
            .help(say!("A point stands between a field of type email and its part."))
            .title(say!("write `{name}.domain`", name))
        };
        let is_name = |at: usize| {
            broken.kind(at) == Some(Kind::Word)
                && !crate::keyword::is_reserved(broken.word(at))
                && broken.word(at) != "of"
        };
        if broken.word(at) == "domain" && at > 0 && is_name(at - 1) {
            let gap = broken.tokens[at - 1].end..broken.tokens[at].start;
            out.push(found(broken.range(at - 1, at), broken.word(at - 1)).edit(gap, "."));
        } else if broken.word(at) == "domain" && broken.word(at + 1) == "of" && is_name(at + 2) {
            let range = broken.range(at, at + 2);
            let name = broken.word(at + 2);
            out.push(found(range.clone(), name).edit(range, format!("{name}.domain")));
        }
    }
}
