//! Moves as a person reads them in a terminal.

use super::{Edit, Edited, Flow, Mover, Moves};
use crate::change::ScoreChange;
use crate::whom::Whom;
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::Points;
use leadrules_language::page::{Column, Page, Row, Style, Tone};
use leadrules_language::text::{counted, grouped};

/// The moves as text, with the first `most` of the leads that move.
#[must_use]
pub fn render(moves: &Moves, most: usize, style: Style) -> String {
    let mut page = Page::new(style);
    for moves in moves.both() {
        page.head(&format!("{} as of {}", moves.whom.counted(moves.leads), moves.as_of));
        page.wrapped(2, HANG, &summary(moves));
        stages(&mut page, moves);
        if moves.moved > 0 {
            matrix(&mut page, moves);
        }
        edits(&mut page, moves);
        movers(&mut page, moves, most);
    }
    page.into_text()
}

/// The result in a sentence or two.
pub(super) fn summary(moves: &Moves) -> String {
    if moves.moved == 0 {
        return format!("No {} moves; {} other scores.", moves.whom.one(), keeps(moves.only_scores));
    }
    let moved = moves.whom.counted_that(moves.moved, "moves", "move");
    format!("{moved}; {} other scores at the stage that they had.", keeps(moves.only_scores))
}

fn keeps(leads: u64) -> String {
    counted(leads, "more has", "more have")
}

/// What an owner's edits do: `marketing: 2 edits move 41 leads: 30 from Lead to MQL, 11 from MQL to SQL`.
pub(super) fn sentence(who: &str, edits: u64, decides: &[Flow]) -> String {
    let leads: u64 = decides.iter().map(|flow| flow.leads).sum();
    let edits = if edits == 1 { "1 edit".to_owned() } else { format!("{edits} edits") };
    let verb = if edits.starts_with("1 ") { "decides" } else { "decide" };
    match leads {
        0 => format!("{who}: {edits}, which {verb} no move"),
        _ => format!("{who}: {edits}, which {verb} {}: {}", counted(leads, "move", "moves"), flows(decides)),
    }
}

pub(super) fn flows(flows: &[Flow]) -> String {
    let flow = |flow: &Flow| format!("{} from {} to {}", grouped(flow.leads), flow.before, flow.after);
    flows.iter().map(flow).collect::<Vec<_>>().join(", ")
}

/// The owner's name, or what stands for none.
pub(super) fn owner(owner: &Option<String>) -> &str {
    owner.as_deref().unwrap_or("(no owner)")
}

pub(super) fn points(amount: Option<Amount>) -> String {
    amount.map_or("unknown".to_owned(), |Amount(points)| points.to_string())
}

/// `engagement 10 to 25 (+15)`
pub(super) fn change(change: &ScoreChange) -> String {
    let by = change.before.zip(change.after).map(|(before, after)| Points(after.0.0 - before.0.0));
    let by = by.map_or(String::new(), |by| format!(" ({})", by.signed()));
    format!("{} {} to {}{by}", change.score, points(change.before), points(change.after))
}

/// `webinar +15, limit of e-mail -5`
pub(super) fn why(change: &ScoreChange) -> String {
    let line = |line: &crate::change::Line| format!("{} {}", line.words(), line.points.signed());
    change.lines.iter().map(line).collect::<Vec<_>>().join(", ")
}

/// Why a lead moves, if its scores do not explain it: `edits` are those of `all` that decide the move alone; `excluded`
/// are the reasons for which it is excluded, before and after.
pub(super) fn besides(all: &[Edit], edits: &[usize], excluded: &(Option<String>, Option<String>)) -> Option<String> {
    match excluded {
        (before, Some(after)) if before.as_ref() != Some(after) => Some(format!("set apart now: {after}")),
        (Some(before), None) => Some(format!("no longer set apart: {before}")),
        _ if edits.is_empty() => Some("no single edit decides it".to_owned()),
        _ => {
            let edits = edits.iter().map(|&edit| &all[edit]).filter(|edit| edit.what != Edited::Rule);
            let edits: Vec<String> = edits.map(|edit| format!("{} {}", edit.named(), edit.kind.word())).collect();
            (!edits.is_empty()).then(|| edits.join(", "))
        }
    }
}

/// What an edit does: `: other points for 7 leads, +15 in all; alone decides 2 moves`.
pub(super) fn effect(edit: &Edit, whom: Whom) -> String {
    let points = match edit.leads.zip(edit.points) {
        None => None,
        Some((0, _)) => Some(format!("no {} has other points", whom.one())),
        Some((leads, points)) => Some(format!("other points for {}, {} in all", whom.counted(leads), points.signed())),
    };
    let decides = match edit.decides.iter().map(|flow| flow.leads).sum() {
        0 => None,
        moves => Some(format!("alone decides {}", counted(moves, "move", "moves"))),
    };
    let effects: Vec<String> = points.into_iter().chain(decides).collect();
    if effects.is_empty() { String::new() } else { format!(": {}", effects.join("; ")) }
}

/// Moves that no single edit decides.
pub(super) fn by_several(moves: &Moves) -> Option<String> {
    let leads = counted(moves.by_several, "move has", "moves have");
    (moves.by_several > 0).then(|| format!("{leads} no single edit to decide them: several edits would each be enough"))
}

/// What an edit did to its line.
pub(super) fn lines(edit: &Edit) -> Vec<String> {
    let mut lines = Vec::new();
    if edit.before == edit.after {
        lines.extend(edit.after.iter().map(|line| format!("= {line}")));
    } else {
        lines.extend(edit.before.iter().map(|line| format!("- {line}")));
        lines.extend(edit.after.iter().map(|line| format!("+ {line}")));
    }
    lines
}

/// `−12`, `+3`, or nothing if there is no difference.
pub(super) fn by(before: u64, after: u64) -> String {
    match after.cmp(&before) {
        std::cmp::Ordering::Less => format!("-{}", grouped(before - after)),
        std::cmp::Ordering::Equal => "0".to_owned(),
        std::cmp::Ordering::Greater => format!("+{}", grouped(after - before)),
    }
}

/// How many are over capacity, if any.
pub(super) fn over(after: u64, capacity: Option<u64>) -> String {
    match capacity {
        None => String::new(),
        Some(capacity) if after > capacity => format!("{}, {} too many", grouped(capacity), grouped(after - capacity)),
        Some(capacity) => format!("{}, room for {}", grouped(capacity), grouped(capacity - after)),
    }
}

/// How much further in a text continues on later lines.
pub(super) const HANG: usize = 4;

/// Rows whose first cell is a text and whose others are numbers.
pub(super) fn table(page: &mut Page, rows: Vec<Vec<String>>) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let form: Vec<Column> = (0..columns).map(|at| if at == 0 { Column::Left(0) } else { Column::Right(0) }).collect();
    page.table(2, &form, &rows.into_iter().map(Row::plain).collect::<Vec<_>>());
}

fn stages(page: &mut Page, moves: &Moves) {
    page.head("stages");
    let has_capacity = moves.stages.iter().any(|stage| stage.capacity.is_some());
    let mut head = vec![String::new(), "before".to_owned(), "after".to_owned(), "change".to_owned()];
    head.extend(has_capacity.then(|| "capacity".to_owned()));
    let mut rows = vec![head];
    for stage in &moves.stages {
        let (before, after) = (grouped(stage.before), grouped(stage.after));
        let mut row = vec![stage.stage.clone(), before, after, by(stage.before, stage.after)];
        row.extend(has_capacity.then(|| over(stage.after, stage.capacity)));
        rows.push(row);
    }
    table(page, rows);
}

fn matrix(page: &mut Page, moves: &Moves) {
    page.head("who goes where (a row: the stage before; a column: the stage after)");
    let none = page.style().sign("·", ".");
    table(page, cells(moves, none));
}

fn edits(page: &mut Page, moves: &Moves) {
    if moves.edits.is_empty() {
        page.head(&format!("nothing differs that gives {} other points or another stage", moves.whom.a_or_an()));
    } else {
        page.head("whose edits (an edit decides a move that would not be without it)");
    }
    for of in &moves.owners {
        page.wrapped(2, HANG, &sentence(owner(&of.owner), of.edits, &of.decides));
        for edit in moves.edits.iter().filter(|edit| edit.owner == of.owner) {
            write_edit(page, 4, (edit, moves.whom));
        }
    }
    if let Some(several) = by_several(moves) {
        page.wrapped(2, HANG, &several);
    }
}

/// What was edited, and its lines.
pub(super) fn write_edit(page: &mut Page, indent: usize, (edit, whom): (&Edit, Whom)) {
    page.wrapped(indent, HANG, &format!("{}, {}{}", edit.named(), edit.kind.word(), effect(edit, whom)));
    for line in lines(edit) {
        let tone = match line.as_bytes().first() {
            Some(b'-') => Tone::Removed,
            Some(b'+') => Tone::Added,
            _ => Tone::Dim,
        };
        page.toned(tone, indent + 2, &line);
    }
}

/// How a score changes, and why.
pub(super) fn write_change(page: &mut Page, indent: usize, score: &ScoreChange) {
    let why = why(score);
    let why = if why.is_empty() { why } else { format!(" {} {why}", page.dash()) };
    page.wrapped(indent, HANG, &format!("{}{why}", change(score)));
}

/// What is passed on of a lead, after its key: `, An Peeters, Acme`.
pub(super) fn kept(mover: &Mover, before: &str) -> String {
    kept_of(&mover.kept, before)
}

pub(super) fn kept_of(kept: &[Option<String>], before: &str) -> String {
    let known: Vec<&str> = kept.iter().flatten().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    if known.is_empty() { String::new() } else { format!("{before}{}", known.join(", ")) }
}

fn movers(page: &mut Page, moves: &Moves, most: usize) {
    if moves.movers.is_empty() {
        return;
    }
    page.head(&format!("{} that move", moves.whom.many()));
    for mover in moves.movers.iter().take(most) {
        let key = mover.key.clone().unwrap_or_else(|| format!("row {} (without a key)", mover.row));
        page.line(2, &format!("{key}{}  {} to {}", kept(mover, "  "), mover.before, mover.after));
        mover.scores.iter().for_each(|score| write_change(page, 4, score));
        mover.asked.iter().for_each(|answer| page.wrapped(4, HANG, &answer.said()));
        if let Some(besides) = besides(&moves.edits, &mover.edits, &mover.excluded) {
            page.wrapped(4, HANG, &besides);
        }
    }
    if moves.movers.len() > most {
        let more = grouped((moves.movers.len() - most) as u64);
        page.line(2, &format!("and {more} more; --format json lists all, --leads N more of them"));
    }
}

/// The matrix as cells, headings first; `none` is written where nobody goes.
pub(super) fn cells(moves: &Moves, none: &str) -> Vec<Vec<String>> {
    let names: Vec<&String> = moves.stages.iter().map(|stage| &stage.stage).collect();
    let leads = |before: &str, after: &str| {
        moves.matrix.iter().find(|flow| flow.before == before && flow.after == after).map_or(0, |flow| flow.leads)
    };
    let head = std::iter::once(String::new()).chain(names.iter().map(|name| (*name).clone())).collect();
    let row = |before: &&String| {
        let cell = |after: &&String| match leads(before, after) {
            0 => none.to_owned(),
            count if before == after => format!("({})", grouped(count)),
            count => grouped(count),
        };
        std::iter::once((*before).clone()).chain(names.iter().map(cell)).collect()
    };
    std::iter::once(head).chain(names.iter().map(row)).collect()
}
