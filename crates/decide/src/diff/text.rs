//! Moves as a person reads them in a terminal.

use super::{Answer, Edit, Edited, Flow, Mover, Moves, Volume};
use crate::change::ScoreChange;
use crate::whom::Whom;
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::page::{Column, Page, Row, Style, Tone};
use leadrules_language::words::{Locale, Text, Value, say};

/// The moves as text, with the first `most` of the leads that move.
#[must_use]
pub fn render(moves: &Moves, most: usize, style: Style) -> String {
    let mut page = Page::new(style);
    for moves in moves.both() {
        let (leads, instant) = (moves.leads, Text::moment(&moves.as_of));
        page.head(&page.say(&moves.whom.either(
            say!("{leads} {leads|lead|leads} as of {instant}", leads, instant = &instant),
            say!("{accounts} {accounts|account|accounts} as of {instant}", accounts = leads, instant = &instant),
        )));
        page.wrapped(2, HANG, &page.say(&summary(moves)));
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
pub(super) fn summary(moves: &Moves) -> Text {
    let (moved, others) = (moves.moved, moves.only_scores);
    match (moves.whom, moved) {
        (Whom::Leads, 0) => say!("No lead moves; {others} more {others|has|have} other scores.", others),
        (Whom::Accounts, 0) => say!("No account moves; {others} more {others|has|have} other scores.", others),
        (Whom::Leads, _) => say!(
            "{moved} {moved|lead moves|leads move}; {others} more {others|has|have} other scores at the stage that they had.",
            moved,
            others
        ),
        (Whom::Accounts, _) => say!(
            "{moved} {moved|account moves|accounts move}; {others} more {others|has|have} other scores at the stage that they had.",
            moved,
            others
        ),
    }
}

/// What an owner's edits do: `marketing: 2 edits, which decide 41 moves: 30 from Lead to MQL, 11 from MQL to SQL`.
pub(super) fn sentence(owner: &Option<String>, edits: u64, decides: &[Flow]) -> Text {
    let owner = owner.as_ref().map_or_else(|| say!("(no owner)"), Text::verbatim);
    match decides.iter().map(|flow| flow.leads).sum::<u64>() {
        0 => say!("{owner}: {edits} {edits|edit, which decides|edits, which decide} no move", owner, edits),
        moves => say!(
            "{owner}: {edits} {edits|edit, which decides|edits, which decide} {moves} {moves|move|moves}: {flows}",
            owner,
            edits,
            moves,
            flows = flows(decides)
        ),
    }
}

fn flows(flows: &[Flow]) -> Text {
    let flow = |flow: &Flow| {
        say!("{leads} from {before} to {after}", leads = flow.leads, before = &flow.before, after = &flow.after)
    };
    Text::row(flows.iter().map(flow).collect(), ", ")
}

fn points(amount: Option<Amount>) -> Text {
    amount.map_or_else(|| say!("unknown"), |Amount(points)| Text::figure(points))
}

/// `engagement 10 to 25 (+15)`
pub(super) fn change(change: &ScoreChange) -> Text {
    let (score, before, after) = (&change.score, points(change.before), points(change.after));
    match change.before.zip(change.after).map(|(before, after)| Points(after.0.0 - before.0.0)) {
        Some(by) => {
            say!("{score} {before} to {after} ({change})", score, before, after, change = Value::Signed(by))
        }
        None => say!("{what} {before} to {after}", what = score, before, after),
    }
}

/// `webinar +15, limit of e-mail -5`; nothing if nothing is known of it.
pub(super) fn why(change: &ScoreChange) -> Option<Text> {
    let line = |line: &crate::change::Line| Text::row(vec![line.words(), line.points.signed()], " ");
    let lines: Vec<Text> = change.lines.iter().map(line).collect();
    (!lines.is_empty()).then(|| Text::row(lines, ", "))
}

/// Why a lead moves, if its scores do not explain it: `edits` are those of `all` that decide the move alone; `excluded`
/// are the reasons for which it is excluded, before and after.
pub(super) fn besides(all: &[Edit], edits: &[usize], excluded: &(Option<String>, Option<String>)) -> Option<Text> {
    match excluded {
        (before, Some(after)) if before.as_ref() != Some(after) => {
            Some(say!("set apart now: {reason}", reason = after))
        }
        (Some(before), None) => Some(say!("no longer set apart: {reason}", reason = before)),
        _ if edits.is_empty() => Some(say!("no single edit decides it")),
        _ => {
            let edits = edits.iter().map(|&edit| &all[edit]).filter(|edit| edit.what != Edited::Rule);
            let edit = |edit: &Edit| say!("{what} {how}", what = edit.named(), how = edit.kind.word());
            let edits: Vec<Text> = edits.map(edit).collect();
            (!edits.is_empty()).then(|| Text::row(edits, ", "))
        }
    }
}

/// What an edit does: `other points for 7 leads, +15 in all; alone decides 2 moves`; nothing if that is not known.
pub(super) fn effect(edit: &Edit, whom: Whom) -> Option<Text> {
    let points = edit.leads.zip(edit.points).map(|(leads, points)| match (whom, leads) {
        (Whom::Leads, 0) => say!("no lead has other points"),
        (Whom::Accounts, 0) => say!("no account has other points"),
        (Whom::Leads, _) => {
            say!("other points for {leads} {leads|lead|leads}, {points} in all", leads, points = points.signed())
        }
        (Whom::Accounts, _) => say!(
            "other points for {accounts} {accounts|account|accounts}, {points} in all",
            accounts = leads,
            points = points.signed()
        ),
    });
    let decides = match edit.decides.iter().map(|flow| flow.leads).sum::<u64>() {
        0 => None,
        moves => Some(say!("alone decides {moves} {moves|move|moves}", moves)),
    };
    points.into_iter().chain(decides).reduce(|one, other| say!("{one}; {other}", one, other))
}

/// Moves that no single edit decides.
pub(super) fn by_several(moves: &Moves) -> Option<Text> {
    let moves = moves.by_several;
    (moves > 0).then(|| {
        say!(
            "{moves} {moves|move has|moves have} no single edit to decide them: several edits would each be enough",
            moves
        )
    })
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

/// `-12`, `+3`, `0`
fn by(before: u64, after: u64) -> Text {
    let sign = match after.cmp(&before) {
        std::cmp::Ordering::Less => "-",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "+",
    };
    Text::row(vec![Text::verbatim(sign), Text::figure(before.abs_diff(after))], "")
}

/// How many are over capacity, if any.
fn over(after: u64, capacity: Option<u64>) -> Text {
    match capacity {
        None => Text::empty(),
        Some(capacity) if after > capacity => {
            say!("{capacity}, {more} too many", capacity, more = after - capacity)
        }
        Some(capacity) => say!("{capacity}, room for {more}", capacity, more = capacity - after),
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
    page.head(&page.say(&say!("stages")));
    table(page, volumes(moves, Text::empty(), page.style().locale));
}

/// How many are at each stage, as cells, headings first; `of` is the first of these.
pub(super) fn volumes(moves: &Moves, of: Text, locale: Locale) -> Vec<Vec<String>> {
    let has_capacity = moves.stages.iter().any(|stage| stage.capacity.is_some());
    let mut rows = vec![vec![of, say!("before"), say!("after"), say!("change")]];
    rows[0].extend(has_capacity.then(|| say!("capacity")));
    for Volume { stage, before, after, capacity } in &moves.stages {
        let mut row = vec![Text::verbatim(stage), Text::figure(*before), Text::figure(*after), by(*before, *after)];
        row.extend(has_capacity.then(|| over(*after, *capacity)));
        rows.push(row);
    }
    said(rows, locale)
}

/// Cells in a language.
pub(super) fn said(rows: Vec<Vec<Text>>, locale: Locale) -> Vec<Vec<String>> {
    rows.into_iter().map(|row| row.iter().map(|cell| cell.in_locale(locale)).collect()).collect()
}

fn matrix(page: &mut Page, moves: &Moves) {
    page.head(&page.say(&say!("who goes where (a row: the stage before; a column: the stage after)")));
    let none = page.style().sign("·", ".");
    table(page, cells(moves, ["", none], page.style().locale));
}

fn edits(page: &mut Page, moves: &Moves) {
    if moves.edits.is_empty() {
        page.head(&page.say(&moves.whom.either(
            say!("nothing differs that gives a lead other points or another stage"),
            say!("nothing differs that gives an account other points or another stage"),
        )));
    } else {
        page.head(&page.say(&say!("whose edits (an edit decides a move that would not be without it)")));
    }
    for of in &moves.owners {
        page.wrapped(2, HANG, &page.say(&sentence(&of.owner, of.edits, &of.decides)));
        for edit in moves.edits.iter().filter(|edit| edit.owner == of.owner) {
            write_edit(page, 4, (edit, moves.whom));
        }
    }
    if let Some(several) = by_several(moves) {
        page.wrapped(2, HANG, &page.say(&several));
    }
}

/// What was edited, and its lines.
pub(super) fn write_edit(page: &mut Page, indent: usize, (edit, whom): (&Edit, Whom)) {
    let (what, how) = (edit.named(), edit.kind.word());
    let text = match effect(edit, whom) {
        Some(effects) => say!("{what}, {how}: {effects}", what, how, effects),
        None => say!("{what}, {how}", what, how),
    };
    page.wrapped(indent, HANG, &page.say(&text));
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
    let texts = match why(score) {
        Some(why) => vec![change(score), Text::verbatim(page.dash()), why],
        None => vec![change(score)],
    };
    page.wrapped(indent, HANG, &page.say(&Text::row(texts, " ")));
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
    page.head(&page.say(&who_move(moves.whom)));
    for mover in moves.movers.iter().take(most) {
        let who = Text::row(vec![named(mover.key.as_ref(), mover.row), Text::verbatim(kept(mover, "  "))], "");
        page.line(2, &page.say(&say!("{who}  {before} to {after}", who, before = &mover.before, after = &mover.after)));
        mover.scores.iter().for_each(|score| write_change(page, 4, score));
        let besides = besides(&moves.edits, &mover.edits, &mover.excluded);
        for text in mover.asked.iter().map(Answer::said).chain(besides) {
            page.wrapped(4, HANG, &page.say(&text));
        }
    }
    more(page, moves.movers.len(), most);
}

/// `leads that move`
pub(super) fn who_move(whom: Whom) -> Text {
    whom.either(say!("leads that move"), say!("accounts that move"))
}

/// Who is meant: by its key, or by its row in the data.
pub(super) fn named(key: Option<&String>, row: u64) -> Text {
    key.map_or_else(|| say!("row {row} (without a key)", row = row.to_string()), Text::verbatim)
}

/// That there are more of them than `most`, if there are.
pub(super) fn more(page: &mut Page, of: usize, most: usize) {
    if of > most {
        let text = say!("and {more} more; --format json lists all, --leads N more of them", more = of - most);
        page.line(2, &page.say(&text));
    }
}

/// The matrix as cells, headings first; at the corner and where nobody goes stands what is given.
pub(super) fn cells(moves: &Moves, [corner, none]: [&str; 2], locale: Locale) -> Vec<Vec<String>> {
    let figure = |count: u64| Text::figure(count).in_locale(locale);
    let names: Vec<&String> = moves.stages.iter().map(|stage| &stage.stage).collect();
    let leads = |before: &str, after: &str| {
        moves.matrix.iter().find(|flow| flow.before == before && flow.after == after).map_or(0, |flow| flow.leads)
    };
    let head = std::iter::once(corner.to_owned()).chain(names.iter().map(|name| (*name).clone())).collect();
    let row = |before: &&String| {
        let cell = |after: &&String| match leads(before, after) {
            0 => none.to_owned(),
            count if before == after => format!("({})", figure(count)),
            count => figure(count),
        };
        std::iter::once((*before).clone()).chain(names.iter().map(cell)).collect()
    };
    std::iter::once(head).chain(names.iter().map(row)).collect()
}
