//! Habits of SQL: patterns of `like`, and `case when`. In: a broken statement; out: candidates.

use super::broken::{Broken, Candidate};
use super::words;
use crate::codes;
use crate::parse::lex::Kind;
use crate::words::{Text, say};

/// `job_title like "%CEO%"`
pub fn like(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    for at in 1..broken.tokens.len() {
        let is_like = matches!(broken.lower(at).as_str(), "like" | "ilike");
        if !is_like || !matches!(broken.kind(at + 1), Some(Kind::Text | Kind::QuotedText)) {
            continue;
        }
        let mut inside = broken.word(at + 1).chars();
        inside.next();
        inside.next_back();
        let pattern = inside.as_str();
        // Some write `*` for it.
        let any = ['%', '*'];
        let text = pattern.trim_matches(any);
        let (before, after) = (pattern.starts_with(any), pattern.ends_with(any));
        let operator = match (before, after) {
            (true, true) => "contains",
            (false, true) => "starts with",
            (true, false) => "ends with",
            (false, false) => "is",
        };
        let range = broken.range(at, at + 1);
        let found = |message: Text| {
            Candidate::new(&codes::LR0106, range.clone(), message)
                .label(say!("a pattern of SQL"))
                .help(say!("`contains`, `starts with` and `ends with` take a text as it is; `%` has no meaning in it."))
        };
        if text.contains(any) || text.is_empty() {
            out.push(
                found(say!("rules have no `like`: this pattern needs a test for each of its parts")).in_any_case(),
            );
            return;
        }
        let write = format!("{operator} \"{text}\"");
        let mut made =
            found(say!("rules say `{text}`, not `{written}`", text = &write, written = broken.written(&range)));
        if broken.lower(at - 1) == "not" && at > 1 {
            let mut turned = Vec::new();
            words::negated(broken, (at - 1, at + 1), &write, &mut turned);
            for turned in turned {
                made.title.clone_from(&turned.title);
                made.edits = turned.edits;
            }
        } else {
            made = made.title(say!("write `{text}`", text = &write)).edit(range.clone(), write);
        }
        // `_` stands for any one character in SQL, and a text without `%` must be equal except for case.
        let is_sure = !text.contains('_') && (before || after);
        out.push(if is_sure { made } else { made.guess() });
    }
}

/// `case when benelux then 10 else 0 end`
pub fn case(broken: &Broken<'_>, out: &mut Vec<Candidate>) {
    let starts = usize::from(broken.lower(0) == "case");
    let arrow = (1..broken.tokens.len()).find(|&at| broken.lower(at) == "then");
    let Some(then) = arrow.filter(|_| starts == 1 && broken.lower(1) == "when") else { return };
    let end = broken.tokens.len() - 1;
    let other = (then..end).find(|&at| broken.lower(at) == "else");
    let gives_last = other.unwrap_or(end) - 1;
    if broken.lower(end) != "end" || gives_last <= then {
        return;
    }
    let is_nothing = other.is_none_or(|other| other + 2 == end && broken.word(other + 1) == "0");
    let found = Candidate::new(&codes::LR0121, broken.range(0, 1), say!("a rule is not written as `case when` of SQL"))
        .label(say!("an expression of SQL begins here"))
        .help(say!(
            "A rule reads `condition => points`, as in `employees > 100 => +20`. A line that holds gives its points."
        ));
    if is_nothing {
        let arrow = broken.place(then);
        let given = broken.place(gives_last);
        out.push(
            found
                .title(say!("write `=>` before what it gives, and nothing around it"))
                .edit(0..broken.tokens[2].start, "")
                .edit(arrow, "=>")
                .edit(given.end..broken.text.len(), ""),
        );
    } else {
        out.push(found.in_any_case());
    }
}
