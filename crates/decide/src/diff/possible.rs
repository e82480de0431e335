//! Which moves are possible at all when rules change, for every lead that could exist. In: two rule sets and an
//! instant; out: each move with a lead that shows it and what made the difference, or that both sets mean the same.
//! `analyze` proves it.

use std::fmt::Write;

use serde::Serialize;

use super::edits::{self, Edit, EditKind};
use super::markdown;
use super::moved::{Found, Moved, exclusion_of};
use super::text::{self, HANG};
use super::undone::Compared;
use crate::change::{self, Matched, ScoreChange, Side, changes};
use crate::whom::Whom;
use leadrules_engine::engine::Plan;
use leadrules_language::analyze::{Reach, Seen, condensed, differences};
use leadrules_language::calendar::{Instant, format_instant};
use leadrules_language::ir::Rules;
use leadrules_language::page::{Page, Style};

/// Why nothing is asked of rules about accounts.
const ACCOUNTS: &str =
    "the rules are about accounts too, and how these move depends on the leads that they have: name leads with --data";

/// What can move.
#[derive(Clone, Debug, Serialize)]
pub struct Possible {
    /// The instant from which leads are seen.
    pub as_of: String,
    /// Whether both sets give every lead that could exist the same stage and the same points; `None` if that was not
    /// decided.
    pub same: Option<bool>,
    /// Why nothing was asked, if the sets can't be compared.
    pub incomparable: Option<String>,
    /// The moves that are possible, and those for which this was not decided. No other is possible.
    pub moves: Vec<PossibleMove>,
    /// The scores of both sets that do not plainly mean the same.
    pub scores: Vec<PossibleScore>,
    /// What differs.
    pub edits: Vec<Edit>,
}

/// A move that is possible.
#[derive(Clone, Debug, Serialize)]
pub struct PossibleMove {
    /// The stage before.
    pub before: String,
    /// The stage after.
    pub after: String,
    /// Why it was not decided, if so; there is no lead then.
    pub undecided: Option<String>,
    /// A lead that makes this move, in the lines of a test.
    pub lead: Vec<String>,
    /// Its scores that change, and why.
    pub scores: Vec<ScoreChange>,
    /// Why it is excluded, before and after.
    pub excluded: (Option<String>, Option<String>),
    /// The edits that decide its move alone, by index in [`Possible::edits`].
    pub edits: Vec<usize>,
}

/// Whether a score can differ.
#[derive(Clone, Debug, Serialize)]
pub struct PossibleScore {
    /// The score.
    pub score: String,
    /// Whether a lead can have different points; `None` if that was not decided.
    pub can_differ: Option<bool>,
    /// Why it was not decided.
    pub undecided: Option<String>,
    /// A lead that has different points, in the lines of a test.
    pub lead: Vec<String>,
    /// Its points, and why they differ.
    pub change: Option<ScoreChange>,
}

/// What was edited of rules, groups, scores, exclusions and steps.
#[must_use]
pub fn edits_between(old: &Rules, new: &Rules, as_of: Instant) -> Vec<Edit> {
    let matched = Matched::between(old, new);
    let plans = [old, new].map(|rules| change::plan(rules, rules.log.is_some()));
    let compared = Compared::new((old, new), plans.each_ref(), as_of, &matched);
    let effects = vec![(0, 0); matched.rules.len()];
    let mut all = edits::edits(&compared, &effects);
    // What has the same line was not edited.
    all.retain(|edit| edit.kind != EditKind::Indirect);
    all.into_iter().map(|edit| Edit { leads: None, points: None, ..edit }).collect()
}

/// Says what can move, seen from an instant.
#[must_use]
pub fn possible(old: &Rules, new: &Rules, as_of: Instant) -> Possible {
    let matched = Matched::between(old, new);
    let plans = [old, new].map(|rules| change::plan(rules, rules.log.is_some()));
    let compared = Compared::new((old, new), plans.each_ref(), as_of, &matched);
    let effects = vec![(0, 0); matched.rules.len()];
    let mut all: Vec<(Edit, bool)> = edits::edits(&compared, &effects)
        .into_iter()
        .map(|edit| (Edit { leads: None, points: None, ..edit }, false))
        .collect();
    let mut found = Possible {
        as_of: format_instant(as_of),
        same: None,
        incomparable: None,
        moves: Vec::new(),
        scores: Vec::new(),
        edits: Vec::new(),
    };
    // A lead alone does not show what its account comes to.
    let about_accounts = [old, new].map(|rules| Whom::Accounts.rules(rules));
    let compared_by_proof = match about_accounts {
        [None, None] => differences(old, new, as_of).map_err(|reason| reason.to_string()),
        _ => Err(ACCOUNTS.to_owned()),
    };
    match compared_by_proof {
        Err(reason) => found.incomparable = Some(reason),
        Ok(differences) => {
            for one in differences.moves {
                let names = (old.stages.name(one.before), new.stages.name(one.after));
                found.moves.extend(a_move(&compared, &mut all, names, one.found));
            }
            found.scores =
                differences.scores.into_iter().map(|(name, found)| a_score(&compared, name, found)).collect();
            let open = found.moves.iter().any(|one| one.undecided.is_some())
                || found.scores.iter().any(|one| one.can_differ.is_none());
            let differs = found.moves.iter().any(|one| one.undecided.is_none())
                || found.scores.iter().any(|one| one.can_differ == Some(true));
            found.same = if differs { Some(false) } else { (!open).then_some(true) };
        }
    }
    // Something that has the same line and decides nothing is not an edit.
    let stays: Vec<bool> = all.iter().map(|(edit, decides)| *decides || edit.kind != EditKind::Indirect).collect();
    let place = |edit: usize| stays[..edit].iter().filter(|stays| **stays).count();
    for one in &mut found.moves {
        one.edits.iter_mut().for_each(|edit| *edit = place(*edit));
    }
    found.edits = all.into_iter().zip(&stays).filter(|(_, stays)| **stays).map(|((edit, _), _)| edit).collect();
    found.edits.extend(edits::labels(old, new));
    if let [Some(old), Some(new)] = about_accounts {
        found.edits.extend(edits_between(old, new, as_of));
        found.edits.extend(edits::labels(old, new));
    }
    found
}

/// The lead under both rule sets.
fn moved(compared: &Compared<'_>, seen: &Seen) -> Moved {
    let [old, new] = compared.plans;
    let known = |plan: &Plan, witness: &leadrules_language::analyze::Witness| {
        plan.single(compared.as_of).known(&witness.lead, &witness.events)
    };
    let found =
        Found { row: 0, key: None, kept: Vec::new(), known: [known(old, &seen.before), known(new, &seen.after)] };
    Moved::new(compared.plans, compared.as_of, found)
}

fn scores_of(compared: &Compared<'_>, moved: &Moved) -> Vec<ScoreChange> {
    let before = Side { rules: compared.old, outcome: &moved.before.1 };
    let after = Side { rules: compared.new, outcome: &moved.after.1 };
    changes(compared.matched, &before, &after)
}

fn a_move(
    compared: &Compared<'_>,
    all: &mut [(Edit, bool)],
    (before, after): (&str, &str),
    found: Reach<Seen>,
) -> Option<PossibleMove> {
    let mut one = PossibleMove {
        before: before.to_owned(),
        after: after.to_owned(),
        undecided: None,
        lead: Vec::new(),
        scores: Vec::new(),
        excluded: (None, None),
        edits: Vec::new(),
    };
    match found {
        Reach::Never => return None,
        Reach::Undecided(_, reason) => one.undecided = Some(reason.to_string()),
        Reach::Proved(seen) => {
            let moved = moved(compared, &seen);
            one.scores = scores_of(compared, &moved);
            one.excluded = (exclusion_of(compared.old, &moved.before.1), exclusion_of(compared.new, &moved.after.1));
            for (at, (edit, decides)) in all.iter_mut().enumerate() {
                if compared.stage(&moved, &[edit.place]) != after {
                    *decides = true;
                    one.edits.push(at);
                }
            }
            one.lead = seen.lines;
        }
    }
    Some(one)
}

fn a_score(compared: &Compared<'_>, score: String, found: Reach<Seen>) -> PossibleScore {
    let none = PossibleScore { score, can_differ: Some(false), undecided: None, lead: Vec::new(), change: None };
    match found {
        Reach::Never => none,
        Reach::Undecided(_, reason) => PossibleScore { can_differ: None, undecided: Some(reason.to_string()), ..none },
        Reach::Proved(seen) => {
            let change = scores_of(compared, &moved(compared, &seen));
            let change = change.into_iter().find(|change| change.score == none.score);
            PossibleScore { can_differ: Some(true), lead: seen.lines, change, ..none }
        }
    }
}

/// The result in a sentence or two.
fn summary(possible: &Possible) -> String {
    let can = possible.moves.iter().filter(|one| one.undecided.is_none()).count() as u64;
    let open = possible.moves.len() as u64 - can;
    match (&possible.incomparable, possible.same) {
        (Some(reason), _) => format!("What can move is not decided: {reason}."),
        (None, Some(true)) if possible.edits.iter().any(|edit| edit.what == edits::Edited::Declaration) => {
            "No lead that could exist has another stage or other points; what labels say differs.".to_owned()
        }
        (None, Some(true)) => {
            "Both mean the same: no lead that could exist has another stage or other points.".to_owned()
        }
        (None, same) => {
            let moves = match can {
                0 if open == 0 => {
                    let scores = if same.is_none() {
                        "whether scores can differ is not decided"
                    } else {
                        "but scores can differ"
                    };
                    format!("No lead that could exist changes its stage, {scores}.")
                }
                0 => String::new(),
                1 => "1 move can be.".to_owned(),
                _ => format!("{can} moves can be, each shown by a lead."),
            };
            let open = match open {
                0 if can > 0 => "No other can, for any lead that could exist.".to_owned(),
                0 => String::new(),
                1 => "Of 1 move it is not decided.".to_owned(),
                _ => format!("Of {open} moves it is not decided."),
            };
            format!("{moves} {open}").trim().to_owned()
        }
    }
}

/// What can move, as text.
#[must_use]
pub fn render_possible(possible: &Possible, style: Style) -> String {
    let mut page = Page::new(style);
    page.head(&format!("every lead that could exist, as of {}", possible.as_of));
    page.wrapped(2, HANG, &summary(possible));
    if possible.moves.iter().any(|one| one.undecided.is_none()) {
        page.head("moves that can be, each with a lead that shows it");
    }
    for one in possible.moves.iter().filter(|one| one.undecided.is_none()) {
        page.line(2, &format!("{} to {}", one.before, one.after));
        for line in condensed(&one.lead) {
            page.line(4, &line);
        }
        one.scores.iter().for_each(|score| text::write_change(&mut page, 4, score));
        if let Some(besides) = text::besides(&possible.edits, &one.edits, &one.excluded) {
            page.wrapped(4, HANG, &besides);
        }
    }
    if possible.moves.iter().any(|one| one.undecided.is_some()) {
        page.head("moves of which it is not decided");
    }
    for one in &possible.moves {
        if let Some(reason) = &one.undecided {
            page.wrapped(2, HANG, &format!("{} to {}: {reason}", one.before, one.after));
        }
    }
    if !possible.scores.is_empty() {
        page.head("scores");
    }
    for one in &possible.scores {
        match (one.can_differ, &one.undecided) {
            (Some(true), _) => page.line(2, &format!("{} can have other points", one.score)),
            (Some(false), _) => page.line(2, &format!("{} is the same for every lead", one.score)),
            (None, reason) => {
                let reason = reason.as_deref().unwrap_or_default();
                page.wrapped(2, HANG, &format!("{}: not decided, {reason}", one.score));
            }
        }
        for line in condensed(&one.lead) {
            page.line(4, &line);
        }
        one.change.iter().for_each(|change| text::write_change(&mut page, 4, change));
    }
    if possible.edits.is_empty() {
        page.head("no rule, limit, formula, exclusion or stage differs in its line");
    } else {
        page.head("what differs");
    }
    possible.edits.iter().for_each(|edit| text::write_edit(&mut page, 2, (edit, Whom::Leads)));
    page.into_text()
}

/// What can move, as Markdown.
#[must_use]
pub fn markdown_possible(possible: &Possible) -> String {
    let text = render_possible(possible, Style::default());
    let mut page = String::new();
    let _ = writeln!(page, "### What can move\n\n**{}**\n", markdown::cell(&summary(possible)));
    let body = text.splitn(3, '\n').nth(2).unwrap_or_default().trim_start_matches('\n');
    markdown::fenced(&mut page, body.trim_end());
    page
}
