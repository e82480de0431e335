//! Moves as Markdown, for a pull request.

use std::fmt::Write;

use super::text::{besides, by, by_several, cells, change, effect, kept, lines, over, owner, sentence, summary, why};
use super::{Answer, Mover, Moves};
use leadrules_language::text::grouped;
use leadrules_language::visible;

/// The moves as Markdown, with the first `most` of the leads that move.
#[must_use]
pub fn markdown(moves: &Moves, most: usize) -> String {
    let parts: Vec<String> = moves.both().map(|moves| part(moves, most)).collect();
    parts.join("\n")
}

/// Those of leads, or of accounts.
fn part(moves: &Moves, most: usize) -> String {
    let mut page = String::new();
    let _ = writeln!(page, "### Who moves: {} as of {}\n", moves.whom.counted(moves.leads), moves.as_of);
    let _ = writeln!(page, "**{}**\n", cell(&summary(moves)));
    stages(&mut page, moves);
    if moves.moved > 0 {
        let _ = writeln!(page, "#### From (row) to (column)\n");
        let mut rows = cells(moves, "");
        rows[0][0] = " ".to_owned();
        table(&mut page, &rows);
    }
    if !moves.edits.is_empty() {
        let _ = writeln!(page, "#### Whose edits\n");
    }
    for of in &moves.owners {
        let _ = writeln!(page, "- {}", cell(&sentence(owner(&of.owner), of.edits, &of.decides)));
    }
    if let Some(several) = by_several(moves) {
        let _ = writeln!(page, "- {several}");
    }
    for edit in &moves.edits {
        let (name, kind) = (cell(&edit.named()), edit.kind.word());
        let owner = edit.owner.as_ref().map_or(String::new(), |owner| format!(" ({})", cell(owner)));
        let _ = writeln!(page, "\n{name}, {kind}{owner}{}\n", cell(&effect(edit, moves.whom)));
        let shown = |line: String| {
            visible::line(&line.strip_prefix("= ").map_or(line.clone(), |line| format!("  {line}"))).into_owned()
        };
        fenced(&mut page, &lines(edit).into_iter().map(shown).collect::<Vec<_>>().join("\n"));
    }
    movers(&mut page, moves, most);
    page
}

fn stages(page: &mut String, moves: &Moves) {
    let has_capacity = moves.stages.iter().any(|stage| stage.capacity.is_some());
    let mut rows = vec![vec!["stage".to_owned(), "before".to_owned(), "after".to_owned(), "change".to_owned()]];
    rows[0].extend(has_capacity.then(|| "capacity".to_owned()));
    for stage in &moves.stages {
        let (before, after) = (grouped(stage.before), grouped(stage.after));
        let mut row = vec![stage.stage.clone(), before, after, by(stage.before, stage.after)];
        row.extend(has_capacity.then(|| over(stage.after, stage.capacity)));
        rows.push(row);
    }
    table(page, &rows);
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

fn movers(page: &mut String, moves: &Moves, most: usize) {
    // The table of stages says how many.
    if moves.movers.is_empty() || most == 0 {
        return;
    }
    let _ = writeln!(page, "\n<details>\n<summary>{} that move</summary>\n", moves.whom.headed());
    let mut rows = vec![vec![moves.whom.one().to_owned(), "from".to_owned(), "to".to_owned(), "why".to_owned()]];
    for mover in moves.movers.iter().take(most) {
        let key = mover.key.clone().unwrap_or_else(|| format!("row {}", mover.row));
        let key = format!("{key}{}", kept(mover, ", "));
        rows.push(vec![key, mover.before.clone(), mover.after.clone(), reasons(moves, mover)]);
    }
    for (at, row) in rows.iter().enumerate() {
        let _ = writeln!(page, "| {} |", row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | "));
        if at == 0 {
            page.push_str("| --- | --- | --- | --- |\n");
        }
    }
    if moves.movers.len() > most {
        let _ = writeln!(page, "\nand {} more", grouped((moves.movers.len() - most) as u64));
    }
    let _ = writeln!(page, "\n</details>");
}

fn reasons(moves: &Moves, mover: &Mover) -> String {
    let score = |score: &crate::change::ScoreChange| {
        let why = why(score);
        if why.is_empty() { change(score) } else { format!("{}: {why}", change(score)) }
    };
    let mut reasons: Vec<String> = mover.scores.iter().map(score).collect();
    reasons.extend(mover.asked.iter().map(Answer::said));
    reasons.extend(besides(&moves.edits, &mover.edits, &mover.excluded));
    reasons.join("; ")
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
