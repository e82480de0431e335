//! List markers before lines, and full-width characters. In: a broken statement; out: candidates.

use super::broken::{Broken, Candidate};
use super::signs::is_dash;
use crate::codes;
use crate::parse::kept::plain;
use crate::parse::lex::Kind;
use crate::visible;
use crate::words::say;

/// `- benelux => +5`, `• …`, `1. …`: a rule needs no marker.
pub fn listed(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let sign = broken.word(0);
    let is_bullet = broken.kind(0) == Some(Kind::Sign)
        && (is_dash(sign) || matches!(sign, "*" | "•" | "·" | "◦" | "▪" | "‣" | "●" | "○" | "+" | "→" | "➢"));
    let is_numbered = broken.kind(0) == Some(Kind::Number)
        && (broken.word(1) == "." || broken.kind(1) == Some(Kind::CloseBracket))
        && broken.touches_next(0);
    let last = usize::from(is_numbered);
    let Some(next) = broken.tokens.get(last + 1).filter(|_| is_bullet || is_numbered) else { return };
    let range = broken.range(0, last);
    let shown = broken.written(&range);
    let found =
        Candidate::new(&codes::LR0105, range.clone(), say!("lines bear no mark such as `{mark}`", mark = shown))
            .label(say!("the mark of a list"))
            .help(say!("Each rule stands on a line by itself, without a mark or a number before it."))
            .title(say!("leave out `{text}`", text = shown))
            .edit(range.start..next.start, "");
    out.push(if is_numbered { found.guess() } else { found });
}

/// `２０`, `＝＞`: full-width characters, and digits of other scripts, everywhere in a statement at once.
pub fn wide(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let mut edits = Vec::new();
    for (place, token) in broken.tokens.iter().enumerate() {
        if matches!(token.kind, Kind::Text | Kind::QuotedText) {
            continue;
        }
        for (at, c) in token.text(broken.text).char_indices() {
            let write = plain(c);
            if write != c {
                let start = token.start + at;
                let is_points = at == 0 && write.is_ascii_digit() && place > 0 && broken.gives_points();
                let sign = if is_points && broken.kind(place - 1) == Some(Kind::Arrow) { "+" } else { "" };
                edits.push((start..start + c.len_utf8(), format!("{sign}{write}")));
            }
        }
    }
    let Some((first, write)) = edits.first().cloned() else { return };
    let c = broken.written(&first).chars().next().unwrap_or_default();
    let mut found = Candidate::new(
        &codes::LR0105,
        first,
        say!(
            "rules write `{text}`, not `{written}` ({name})",
            text = write,
            written = c.to_string(),
            name = visible::named(c)
        ),
    )
    .label(say!("looks alike"))
    .help(say!(
        "Some keyboards and programs write wide characters, or digits of another script. Rules take the plain ones."
    ))
    .title(say!("write plain characters"));
    found.edits = edits;
    found.certain = true;
    out.push(found);
}
