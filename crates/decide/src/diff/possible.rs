//! Which moves are possible at all when rules change, for every lead that could exist. In: two rule sets and an
//! instant; out: each move with a lead that shows it and what made the difference, or that both sets mean the same.
//! `analyze` proves it.

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
use leadrules_language::words::{Locale, Text, say};

/// What can move.
#[derive(Clone, Debug, Serialize)]
pub struct Possible {
    /// The instant from which leads are seen.
    pub as_of: String,
    /// Whether both sets give every lead that could exist the same stage and the same points; `None` if that was not
    /// decided, or where they read the data in different ways.
    pub same: Option<bool>,
    /// Why nothing was asked, if the sets can't be compared.
    pub incomparable: Option<Text>,
    /// What the two read from the data in another way, so that the same row may be another lead: moves and scores are then those of one
    /// and the same lead.
    pub read_otherwise: Option<Text>,
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
    pub undecided: Option<Text>,
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
    pub undecided: Option<Text>,
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
        read_otherwise: None,
        moves: Vec::new(),
        scores: Vec::new(),
        edits: Vec::new(),
    };
    // A lead alone does not show what its account comes to.
    let about_accounts = [old, new].map(|rules| Whom::Accounts.rules(rules));
    let compared_by_proof = match about_accounts {
        [None, None] => differences(old, new, as_of),
        _ => Err(say!(
            "the rules are about accounts too, and how these move depends on the leads that they have: name leads with --data"
        )),
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
            let is_same = !open && differences.read_otherwise.is_none();
            found.same = if differs { Some(false) } else { is_same.then_some(true) };
            found.read_otherwise = differences.read_otherwise;
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
        Reach::Undecided(_, reason) => one.undecided = Some(reason),
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
        Reach::Undecided(_, reason) => PossibleScore { can_differ: None, undecided: Some(reason), ..none },
        Reach::Proved(seen) => {
            let change = scores_of(compared, &moved(compared, &seen));
            let change = change.into_iter().find(|change| change.score == none.score);
            PossibleScore { can_differ: Some(true), lead: seen.lines, change, ..none }
        }
    }
}

/// The result in a sentence or two.
fn summary(possible: &Possible) -> Text {
    match (&possible.read_otherwise, &possible.incomparable) {
        (Some(why), None) => {
            say!("The same data may give other leads: {why}. What follows is said of one and the same lead.", why)
                .and_then(summary_of_rules(possible))
        }
        _ => summary_of_rules(possible),
    }
}

/// What can move for a lead that both see alike.
fn summary_of_rules(possible: &Possible) -> Text {
    let can = possible.moves.iter().filter(|one| one.undecided.is_none()).count() as u64;
    let open = possible.moves.len() as u64 - can;
    match (&possible.incomparable, possible.same) {
        (Some(reason), _) => return say!("What can move is not decided: {reason}.", reason),
        (None, Some(true)) if possible.edits.iter().any(|edit| edit.what == edits::Edited::Declaration) => {
            return say!("No lead that could exist has another stage or other points; what labels say differs.");
        }
        (None, Some(true)) => {
            return say!("Both mean the same: no lead that could exist has another stage or other points.");
        }
        (None, None) if can + open == 0 && possible.scores.iter().all(|one| one.can_differ == Some(false)) => {
            return say!("No lead that could exist has another stage or other points.");
        }
        (None, None) if can + open == 0 => {
            return say!("No lead that could exist changes its stage, whether scores can differ is not decided.");
        }
        (None, Some(false)) if can + open == 0 => {
            return say!("No lead that could exist changes its stage, but scores can differ.");
        }
        (None, _) => {}
    }
    let moves = say!("{moves} {moves|move can be|moves can be, each shown by a lead}.", moves = can);
    match (can, open) {
        (_, 0) => moves.and_then(say!("No other can, for any lead that could exist.")),
        (0, _) => undecided(open),
        _ => moves.and_then(undecided(open)),
    }
}

/// Of how many moves it is not decided.
fn undecided(moves: u64) -> Text {
    say!("Of {moves} {moves|move|moves} it is not decided.", moves)
}

/// What can move, as text.
#[must_use]
pub fn render_possible(possible: &Possible, style: Style) -> String {
    let mut page = Page::new(style);
    let instant = Text::moment(&possible.as_of);
    page.head(&page.say(&say!("every lead that could exist, as of {instant}", instant)));
    page.wrapped(2, HANG, &page.say(&summary(possible)));
    write_details(&mut page, possible);
    page.into_text()
}

/// Each move, each score, each edit.
fn write_details(page: &mut Page, possible: &Possible) {
    if possible.moves.iter().any(|one| one.undecided.is_none()) {
        page.head(&page.say(&say!("moves that can be, each with a lead that shows it")));
    }
    for one in possible.moves.iter().filter(|one| one.undecided.is_none()) {
        page.line(2, &page.say(&say!("{before} to {after}", before = &one.before, after = &one.after)));
        for line in condensed(&one.lead, page.style().locale) {
            page.line(4, &line);
        }
        one.scores.iter().for_each(|score| text::write_change(page, 4, score));
        if let Some(besides) = text::besides(&possible.edits, &one.edits, &one.excluded) {
            page.wrapped(4, HANG, &page.say(&besides));
        }
    }
    if possible.moves.iter().any(|one| one.undecided.is_some()) {
        page.head(&page.say(&say!("moves of which it is not decided")));
    }
    for PossibleMove { before, after, undecided, .. } in &possible.moves {
        if let Some(reason) = undecided {
            page.wrapped(2, HANG, &page.say(&say!("{before} to {after}: {reason}", before, after, reason)));
        }
    }
    if !possible.scores.is_empty() {
        page.head(&page.say(&say!("scores")));
    }
    for one in &possible.scores {
        let score = &one.score;
        match one.can_differ {
            Some(true) => page.line(2, &page.say(&say!("{score} can have other points", score))),
            Some(false) => page.line(2, &page.say(&say!("{score} is the same for every lead", score))),
            None => {
                let reason = one.undecided.clone().unwrap_or_else(Text::empty);
                page.wrapped(2, HANG, &page.say(&say!("{score}: not decided, {reason}", score, reason)));
            }
        }
        for line in condensed(&one.lead, page.style().locale) {
            page.line(4, &line);
        }
        one.change.iter().for_each(|change| text::write_change(page, 4, change));
    }
    page.head(&page.say(&if possible.edits.is_empty() {
        say!("no rule, limit, formula, exclusion or stage differs in its line")
    } else {
        say!("what differs")
    }));
    possible.edits.iter().for_each(|edit| text::write_edit(page, 2, (edit, Whom::Leads)));
}

/// What can move, as Markdown.
#[must_use]
pub fn markdown_possible(possible: &Possible, locale: Locale) -> String {
    let mut details = Page::new(Style { locale, ..Style::default() });
    write_details(&mut details, possible);
    let (title, summary) = (say!("What can move").in_locale(locale), summary(possible).in_locale(locale));
    let mut page = format!("### {title}\n\n**{}**\n\n", markdown::cell(&summary));
    markdown::fenced(&mut page, details.into_text().trim_end());
    page
}
