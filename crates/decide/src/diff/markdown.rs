//! Moves as Markdown, for a pull request.

use std::fmt::Write;

use super::text::{
    besides, by_several, cells, change, effect, kept, lines, said, sentence, summary, volumes, who_move, why,
};
use super::{Answer, Edit, Mover, Moves};
use crate::whom::Whom;
use leadrules_language::visible;
use leadrules_language::words::{Locale, Text, say};

/// The moves as Markdown, with the first `most` of the leads that move.
#[must_use]
pub fn markdown(moves: &Moves, most: usize, locale: Locale) -> String {
    let parts: Vec<String> = moves.both().map(|moves| part(moves, most, locale)).collect();
    parts.join("\n")
}

/// Those of leads, or of accounts.
fn part(moves: &Moves, most: usize, locale: Locale) -> String {
    let mut page = String::new();
    let say = |text: &Text| cell(&text.in_locale(locale));
    let (leads, instant) = (moves.leads, Text::moment(&moves.as_of));
    let title = moves.whom.either(
        say!("Who moves: {leads} {leads|lead|leads} as of {instant}", leads, instant = &instant),
        say!("Who moves: {accounts} {accounts|account|accounts} as of {instant}", accounts = leads, instant = &instant),
    );
    let _ = writeln!(page, "### {}\n", title.in_locale(locale));
    let _ = writeln!(page, "**{}**\n", say(&summary(moves)));
    table(&mut page, &volumes(moves, say!("stage"), locale));
    if moves.moved > 0 {
        let _ = writeln!(page, "#### {}\n", say(&say!("From (row) to (column)")));
        table(&mut page, &cells(moves, [" ", ""], locale));
    }
    if !moves.edits.is_empty() {
        let _ = writeln!(page, "#### {}\n", say(&say!("Whose edits")));
    }
    for of in &moves.owners {
        let _ = writeln!(page, "- {}", say(&sentence(&of.owner, of.edits, &of.decides)));
    }
    if let Some(several) = by_several(moves) {
        let _ = writeln!(page, "- {}", say(&several));
    }
    for edit in &moves.edits {
        let _ = writeln!(page, "\n{}\n", say(&edited(edit, moves.whom)));
        let shown = |line: String| {
            visible::line(&line.strip_prefix("= ").map_or(line.clone(), |line| format!("  {line}"))).into_owned()
        };
        fenced(&mut page, &lines(edit).into_iter().map(shown).collect::<Vec<_>>().join("\n"));
    }
    movers(&mut page, moves, most, locale);
    page
}

/// What was edited, by whom, and what that does.
fn edited(edit: &Edit, whom: Whom) -> Text {
    let (what, how) = (edit.named(), edit.kind.word());
    match (&edit.owner, effect(edit, whom)) {
        (Some(owner), Some(effects)) => {
            say!("{what}, {how} ({owner}): {effects}", what, how, owner, effects)
        }
        (Some(owner), None) => say!("{what}, {how} ({owner})", what, how, owner),
        (None, Some(effects)) => say!("{what}, {how}: {effects}", what, how, effects),
        (None, None) => say!("{what}, {how}", what, how),
    }
}

/// A table whose first row is its head.
pub(super) fn table(page: &mut String, rows: &[Vec<String>]) {
    for (at, row) in rows.iter().enumerate() {
        let _ = writeln!(page, "| {} |", row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | "));
        if at == 0 {
            let marks = (0..row.len()).map(|column| if column == 0 { "---" } else { "---:" });
            let _ = writeln!(page, "| {} |", marks.collect::<Vec<_>>().join(" | "));
        }
    }
    page.push('\n');
}

/// Changed lines in a fence that none of them can close.
pub(super) fn fenced(page: &mut String, text: &str) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(3.max(longest + 1));
    let _ = writeln!(page, "{fence}diff\n{text}\n{fence}");
}

/// A text that can neither end its cell nor be taken for markup.
pub(super) fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => safe.push(' '),
            '|' | '*' | '_' | '`' | '\\' | '<' | '>' | '[' | ']' | '&' | '~' | '$' => {
                safe.push('\\');
                safe.push(character);
            }
            other if visible::is_obeyed(other) => safe.push_str(&visible::spelt(other).replace('\\', "\\\\")),
            other => safe.push(other),
        }
    }
    safe
}

fn movers(page: &mut String, moves: &Moves, most: usize, locale: Locale) {
    // The table of stages says how many.
    if moves.movers.is_empty() || most == 0 {
        return;
    }
    let _ = writeln!(page, "\n<details>\n<summary>{}</summary>\n", who_move(moves.whom).capital().in_locale(locale));
    let whom = moves.whom.either(say!("lead"), say!("account"));
    let mut rows = vec![vec![whom, say!("from"), say!("to"), say!("why")]];
    for mover in moves.movers.iter().take(most) {
        let row = || say!("row {row}", row = mover.row.to_string());
        let key = mover.key.as_ref().map_or_else(row, Text::verbatim);
        let who = Text::row(vec![key, Text::verbatim(kept(mover, ", "))], "");
        rows.push(vec![who, Text::verbatim(&mover.before), Text::verbatim(&mover.after), reasons(moves, mover)]);
    }
    for (at, row) in said(rows, locale).iter().enumerate() {
        let _ = writeln!(page, "| {} |", row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | "));
        if at == 0 {
            page.push_str("| --- | --- | --- | --- |\n");
        }
    }
    if moves.movers.len() > most {
        let _ = writeln!(page, "\n{}", say!("and {more} more", more = moves.movers.len() - most).in_locale(locale));
    }
    let _ = writeln!(page, "\n</details>");
}

fn reasons(moves: &Moves, mover: &Mover) -> Text {
    let score = |score: &crate::change::ScoreChange| match why(score) {
        Some(why) => say!("{change}: {why}", change = change(score), why),
        None => change(score),
    };
    let mut reasons: Vec<Text> = mover.scores.iter().map(score).collect();
    reasons.extend(mover.asked.iter().map(Answer::said));
    reasons.extend(besides(&moves.edits, &mover.edits, &mover.excluded));
    reasons.into_iter().reduce(|one, other| say!("{one}; {other}", one, other)).unwrap_or_else(Text::empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_text_in_markdown() {
        assert_eq!(cell("a|b\n&lt; ~~x~~ $y$ [z](u)"), "a\\|b \\&lt; \\~\\~x\\~\\~ \\$y\\$ \\[z\\](u)");
        assert_eq!(cell("\u{1b}]0;\u{202e}"), "\\\\x1b\\]0;\\\\u{202e}");
        let mut page = String::new();
        fenced(&mut page, "+ a is \"```\"");
        assert_eq!(page, "````diff\n+ a is \"```\"\n````\n");
    }
}
