//! Quotes: those that word processors make, those that are missing, and texts without any.

use super::broken::{Broken, Candidate};
use crate::codes;
use crate::parse::lex::{self, Kind};
use crate::visible;
use crate::words::say;

/// Foreign quotes, everywhere in a statement at once.
pub fn foreign(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let mut edits = Vec::new();
    let has_open = broken.tokens.iter().any(|token| token.kind == Kind::OpenText);
    for token in &broken.tokens {
        let text = token.text(broken.text);
        match token.kind {
            Kind::QuotedText => {
                let mut inside = text.chars();
                inside.next();
                inside.next_back();
                // `« director »`: the blanks belong to the quotes.
                let inside = inside.as_str().trim_matches(|c: char| c.is_whitespace());
                edits.push((token.start..token.end, format!("\"{}\"", inside.replace('"', "\\\""))));
            }
            Kind::OpenText | Kind::Text if has_open => {
                if let Some(at) = text.find(['”', '“']) {
                    let quote = text[at..].chars().next().map_or(0, char::len_utf8);
                    edits.push((token.start + at..token.start + at + quote, "\"".to_owned()));
                }
            }
            Kind::Sign if matches!(text, "“" | "”" | "„" | "«" | "»") => {
                edits.push((token.start..token.end, "\"".to_owned()));
            }
            _ => {}
        }
    }
    let Some((first, _)) = edits.first().cloned() else { return };
    let written = broken.written(&first);
    let sign = written.chars().next().unwrap_or_default();
    let written = sign.to_string();
    let message = if sign.is_ascii() {
        say!("texts stand between `\"`, not `{written}`", written)
    } else {
        say!("texts stand between `\"`, not `{written}` ({name})", written, name = visible::named(sign))
    };
    let mut candidate = Candidate::new(&codes::LR0105, first, message)
        .label(say!("quotes of a word processor"))
        .help(say!("Programs for writing letters turn straight quotes into curly ones. Rules take the straight ones."))
        .title(say!("write straight quotes"));
    candidate.edits = edits;
    out.push(candidate);
}

/// A quote without its partner.
pub fn unpaired(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    if broken.tokens.iter().all(|token| token.kind != Kind::OpenText) {
        return;
    }
    for token in &broken.tokens {
        if !matches!(token.kind, Kind::OpenText | Kind::Text) {
            continue;
        }
        let text = token.text(broken.text);
        let inside_end = if token.kind == Kind::Text { text.len() - 1 } else { text.len() };
        let mut ends: Vec<usize> = Vec::new();
        for (at, c) in text[..inside_end].char_indices().skip(1) {
            let rest = &text[at..];
            if matches!(c, ',' | ')' | '}' | ';') || (lex::is_blank(c) && stops(rest.trim_start_matches(lex::is_blank)))
            {
                ends.push(at);
            }
        }
        if token.kind == Kind::OpenText {
            ends.push(text.len());
        }
        for end in ends {
            let trimmed = text[..end].trim_end_matches(lex::is_blank).len();
            let place = token.start + trimmed.max(1);
            out.push(
                Candidate::new(&codes::LR0104, token.start..place, say!("this text has no closing quote"))
                    .label(say!("begins here and does not end"))
                    .help(say!("A text stands between two `\"` on one line."))
                    .title(say!("write `\"` at its end"))
                    .edit(place..place, "\"")
                    .only_whole(),
            );
        }
    }
    // It may be the opening quote that is missing.
    for (at, token) in broken.tokens.iter().enumerate().rev() {
        if !matches!(token.kind, Kind::Word | Kind::Number) || (at > 0 && broken.touches_next(at - 1)) {
            continue;
        }
        let closes = broken.tokens[at..].iter().find(|next| matches!(next.kind, Kind::Text | Kind::OpenText));
        let end = closes.map_or(token.end, |closing| closing.start + 1);
        out.push(
            Candidate::new(&codes::LR0104, token.start..end, say!("this text has no opening quote"))
                .label(say!("ends with a quote and begins without one"))
                .help(say!("A text stands between two `\"` on one line."))
                .title(say!("write `\"` before it"))
                .edit(token.start..token.start, "\"")
                .only_whole(),
        );
    }
    if let Some(open) = broken.tokens.iter().find(|token| token.kind == Kind::OpenText) {
        out.push(
            Candidate::new(&codes::LR0104, open.start..open.end, say!("a quote on this line has no partner"))
                .help(say!("A text stands between two `\"` on one line. Inside a text, write `\\\"` for a quote."))
                .in_any_case(),
        );
    }
}

fn stops(rest: &str) -> bool {
    ["=>", "{", "and ", "or ", "=", "is ", "in ", "contains ", "where ", "from ", "as ", "because "]
        .iter()
        .any(|stop| rest.starts_with(stop))
}

/// Words that are a text but lack quotes.
pub fn bare(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let is_part = |at: usize| match broken.kind(at) {
        Some(Kind::Word | Kind::Number | Kind::QuotedText) => {
            !matches!(broken.word(at), "and" | "or" | "in" | "where" | "because" | "known" | "unknown")
        }
        Some(Kind::Sign) => matches!(broken.word(at), "." | "-" | "/" | "&" | "@" | "'" | "’" | "+" | ":" | "!" | "?"),
        _ => false,
    };
    let mut starts: Vec<usize> = (0..=broken.culprit.min(broken.tokens.len().saturating_sub(1)))
        .rev()
        .take(8)
        .filter(|&at| is_part(at) && at > 0 && broken.kind(at) != Some(Kind::Sign))
        .collect();
    starts.sort_by_key(|&start| (broken.culprit.abs_diff(start) > 1, std::cmp::Reverse(start)));
    for start in starts {
        let before = broken.word(start - 1);
        let opens = matches!(
            before,
            "is" | "not"
                | "="
                | "!="
                | "contains"
                | "all"
                | "with"
                | "mentions"
                | "matches"
                | "in"
                | ","
                | "{"
                | "=>"
                | "as"
                | "because"
                | "from"
                | "use"
                | "zone"
                | "test"
                | "promise"
                | "agreement"
                | "group"
                | "missing"
                | "by"
                | "("
                | ";"
                | "below"
                | "least"
        ) || (broken.context == crate::parse::context::Context::Test
            && broken.kind(start - 1) == Some(Kind::Word));
        let is_span = before == "in" && matches!(broken.word(start), "last" | "next");
        let is_formula = before == "=" && broken.context == crate::parse::context::Context::File;
        if !opens || is_span || is_formula {
            continue;
        }
        let end = (start..broken.tokens.len()).take_while(|&at| is_part(at)).last().unwrap_or(start);
        for end in [end, start.max(end.saturating_sub(1))] {
            let range = broken.range(start, end);
            let written = broken.written(&range).replace('"', "");
            // The words inside include some of the language: if anything else is wrong too, they are not a text.
            let is_doubtful = end > start
                && (start..=end)
                    .any(|at| broken.kind(at) == Some(Kind::Word) && super::words::is_understood(broken.word(at)));
            let found = Candidate::new(
                &codes::LR0112,
                range.clone(),
                say!("the text `{written}` stands without quotes", written = &written),
            )
            .label(say!("a text"))
            .help(say!("A text stands between `\"`, so that its words are not taken for names."))
            .title(say!("write `\"{text}\"`", text = &written))
            .edit(range, format!("\"{written}\""));
            out.push(if is_doubtful { found.only_whole() } else { found });
        }
    }
}
