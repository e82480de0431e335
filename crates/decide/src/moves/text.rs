//! Moves as a person reads them in a terminal.

use std::fmt::Write;

use super::{Edit, Edited, Flow, Moves};
use crate::change::ScoreChange;
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::Points;
use leadrules_language::diagnostic::Style;
use leadrules_language::text::{grouped, wrap};

/// The moves as text; of the leads that move the first `most`.
#[must_use]
pub fn render(moves: &Moves, most: usize, style: Style) -> String {
    let mut page = Page::new(style);
    page.head(&format!("{} as of {}", counted(moves.leads, "lead", "leads"), moves.as_of));
    page.wrapped(2, &summary(moves));
    page.stages(moves);
    if moves.moved > 0 {
        page.matrix(moves);
    }
    page.edits(moves);
    page.movers(moves, most);
    page.text
}

/// What there is to say in one sentence or two.
pub(super) fn summary(moves: &Moves) -> String {
    if moves.moved == 0 {
        return format!("No lead moves; {} other scores.", keeps(moves.only_scores));
    }
    let moved =
        if moves.moved == 1 { "1 lead moves".to_owned() } else { format!("{} leads move", grouped(moves.moved)) };
    format!("{moved}; {} other scores at the stage that they had.", keeps(moves.only_scores))
}

fn keeps(leads: u64) -> String {
    if leads == 1 { "1 more has".to_owned() } else { format!("{} more have", grouped(leads)) }
}

pub(super) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
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

/// Why a lead moves, where its scores do not say it: `edits` are those that decide the move alone, of `all`; `excluded` the
/// reasons for which it is set apart, before and after.
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
pub(super) fn effect(edit: &Edit) -> String {
    let points = match edit.leads.zip(edit.points) {
        None => None,
        Some((0, _)) => Some("no lead has other points".to_owned()),
        Some((leads, points)) => {
            Some(format!("other points for {}, {} in all", counted(leads, "lead", "leads"), points.signed()))
        }
    };
    let decides = match edit.decides.iter().map(|flow| flow.leads).sum() {
        0 => None,
        moves => Some(format!("alone decides {}", counted(moves, "move", "moves"))),
    };
    let effects: Vec<String> = points.into_iter().chain(decides).collect();
    if effects.is_empty() { String::new() } else { format!(": {}", effects.join("; ")) }
}

/// Moves that no edit decides alone.
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

/// `−12`, `+3`, or nothing for none.
pub(super) fn by(before: u64, after: u64) -> String {
    match after.cmp(&before) {
        std::cmp::Ordering::Less => format!("-{}", grouped(before - after)),
        std::cmp::Ordering::Equal => "0".to_owned(),
        std::cmp::Ordering::Greater => format!("+{}", grouped(after - before)),
    }
}

/// How many are over capacity, if they are.
pub(super) fn over(after: u64, capacity: Option<u64>) -> String {
    match capacity {
        None => String::new(),
        Some(capacity) if after > capacity => format!("{}, {} too many", grouped(capacity), grouped(after - capacity)),
        Some(capacity) => format!("{}, room for {}", grouped(capacity), grouped(capacity - after)),
    }
}

/// The text so far.
pub(super) struct Page {
    pub(super) text: String,
    width: usize,
    style: Style,
}

impl Page {
    pub(super) fn new(style: Style) -> Self {
        Self { text: String::new(), width: style.width.clamp(60, 120), style }
    }

    pub(super) fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{}", line.trim_end());
    }

    fn painted(&mut self, code: &str, line: &str) {
        if self.style.colour { self.line(&format!("\u{1b}[{code}m{line}\u{1b}[0m")) } else { self.line(line) }
    }

    pub(super) fn head(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.line("");
        }
        self.painted("1", line);
    }

    pub(super) fn wrapped(&mut self, indent: usize, text: &str) {
        for (at, part) in wrap(text, self.width.saturating_sub(indent + 4)).iter().enumerate() {
            let blanks = " ".repeat(if at == 0 { indent } else { indent + 4 });
            self.line(&format!("{blanks}{part}"));
        }
    }

    /// Rows whose first cell is a text and the others numbers.
    fn table(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
        let widths: Vec<usize> = (0..columns).map(|at| width(at).unwrap_or(0)).collect();
        for row in rows {
            let cell = |(at, cell): (usize, &String)| {
                let width = widths[at];
                if at == 0 { format!("{cell:width$}") } else { format!("{cell:>width$}") }
            };
            self.line(&format!("  {}", row.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ")));
        }
    }

    fn stages(&mut self, moves: &Moves) {
        self.head("stages");
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
        self.table(&rows);
    }

    fn matrix(&mut self, moves: &Moves) {
        self.head("who goes where (a row: the stage before; a column: the stage after)");
        self.table(&cells(moves, if self.style.unicode { "·" } else { "." }));
    }

    fn edits(&mut self, moves: &Moves) {
        if moves.edits.is_empty() {
            self.head("nothing differs that gives a lead other points or another stage");
        } else {
            self.head("whose edits (an edit decides a move that would not be without it)");
        }
        for of in &moves.owners {
            self.wrapped(2, &sentence(owner(&of.owner), of.edits, &of.decides));
            for edit in moves.edits.iter().filter(|edit| edit.owner == of.owner) {
                self.edit(4, edit);
            }
        }
        if let Some(several) = by_several(moves) {
            self.wrapped(2, &several);
        }
    }

    /// What was edited, and its lines.
    pub(super) fn edit(&mut self, indent: usize, edit: &Edit) {
        self.wrapped(indent, &format!("{}, {}{}", edit.named(), edit.kind.word(), effect(edit)));
        for line in lines(edit) {
            let code = match line.as_bytes().first() {
                Some(b'-') => "31",
                Some(b'+') => "32",
                _ => "2",
            };
            self.painted(code, &format!("{}{line}", " ".repeat(indent + 2)));
        }
    }

    /// How a score changes, and why.
    pub(super) fn change(&mut self, indent: usize, score: &ScoreChange) {
        let dash = if self.style.unicode { "—" } else { "-" };
        let why = why(score);
        let why = if why.is_empty() { why } else { format!(" {dash} {why}") };
        self.wrapped(indent, &format!("{}{why}", change(score)));
    }

    fn movers(&mut self, moves: &Moves, most: usize) {
        if moves.movers.is_empty() {
            return;
        }
        self.head("leads that move");
        for mover in moves.movers.iter().take(most) {
            let key = mover.key.clone().unwrap_or_else(|| format!("row {} (without a key)", mover.row));
            self.line(&format!("  {key}  {} to {}", mover.before, mover.after));
            mover.scores.iter().for_each(|score| self.change(4, score));
            if let Some(besides) = besides(&moves.edits, &mover.edits, &mover.excluded) {
                self.wrapped(4, &besides);
            }
        }
        if moves.movers.len() > most {
            let more = grouped((moves.movers.len() - most) as u64);
            self.line(&format!("  and {more} more; --format json lists all, --leads N more of them"));
        }
    }
}

/// The matrix as cells, its head first; `none` where nobody goes.
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
