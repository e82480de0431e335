//! Why a lead is not at a stage, and what would lift it there. In: rules, a lead with its events, a stage; out: the fewest
//! things that would do it (unknown facts that turn out well, things that the lead does now), each combination verified
//! by evaluating it; what each score can still become; and, if nothing would do it, why not.
//!
//! What is known of the lead is never contradicted, and fields that are `fixed` are never proposed. For each field,
//! only values that rules tell apart are tried. All combinations of a number of things are tried before any of more
//! things, up to the limits set by [`Limits`].

mod amount;
mod candidates;
mod company;
mod gather;
mod ranges;
mod search;
mod standing;
mod text;
mod things;
mod values;

use serde::Serialize;

use crate::change::{self, Matched, ScoreChange, Side, changes};
use crate::company::{Company, Plans, Together, Who};
use crate::replay::Case;
use leadrules_engine::engine::{Asked, LeadTrace, Plan};
use leadrules_language::calendar::{Instant, format_instant};
use leadrules_language::decimal::Amount;
use leadrules_language::ir::{Cond, CondKind, FieldId, Quantity, QuantityKind, Rules, ScoreId, StageId};
use leadrules_language::source::one_line;
use leadrules_language::types::{Truth, Type, Value};
use leadrules_language::words::{Text, say};

pub use ranges::{FieldWorth, ScoreRange, Worth};
pub use text::render;
pub use things::{Limits, Thing, WAYS};

use company::Deciding;
use gather::Gathered;
use standing::{Among, Standing};

pub use candidates::After;
use candidates::{Candidates, Move};

/// Where a lead stands in relation to a stage.
#[derive(Clone, Debug, Serialize)]
pub struct Reach {
    /// Its key.
    pub key: Option<String>,
    /// The instant from which the lead is seen.
    pub as_of: String,
    /// Its stage.
    pub stage: String,
    /// The stage that it had, where the rules ask for it; what it is counted by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The stage that is asked about.
    pub to: String,
    /// Whether it is there already, or higher.
    pub is_there: bool,
    /// Why it is excluded, if it is.
    pub excluded: Option<String>,
    /// The ways to that stage, the one with the fewest things first.
    pub ways: Vec<Way>,
    /// How many combinations were tried.
    pub tried: usize,
    /// All combinations of up to this many things were tried.
    pub things: usize,
    /// If no way was found: what stands in the way.
    pub obstacles: Vec<Obstacle>,
    /// What each score is, and can become once what is unknown is known.
    pub scores: Vec<ScoreRange>,
    /// The fields that are unknown, the one worth the most first.
    pub unknown: Vec<FieldWorth>,
}

/// A way to a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Way {
    /// What it takes: all of these.
    pub things: Vec<Thing>,
    /// The stage that it leads to.
    pub stage: String,
    /// The scores that change, and why.
    pub scores: Vec<ScoreChange>,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// The piece of the condition that does not hold.
    pub condition: Text,
    /// What the lead has now, if the condition asks about a score.
    pub now: Option<Amount>,
    /// The most that the score can become with everything that can be learnt and done.
    pub most: Option<Amount>,
    /// The least that it can become.
    pub least: Option<Amount>,
    /// Whether these limits are certain because nothing that could be asked or done was left out.
    pub is_exact: bool,
}

/// What a lead did up to an instant.
fn up_to(case: &Case, as_of: Instant) -> Case {
    let mut case = case.clone();
    case.events.iter_mut().for_each(|events| events.retain(|event| event.time <= as_of));
    case
}

/// Looks for ways to the stage of this step, or a higher one.
#[must_use]
pub fn reach(rules: &Rules, case: &Case, as_of: Instant, step: u16, limits: Limits) -> Reach {
    let case = &up_to(case, as_of);
    let plan = &change::plan(rules, case.events.is_some());
    let standing = &Standing { rules, case, as_of, plan, among: None };
    let unknown = Candidates::unknown(standing, &Gathered::of_scores(rules));
    found(standing, step, limits, &unknown, &|| Candidates::all(standing, &Gathered::of_stage(rules, step)))
}

/// At most this many other leads are asked what they could do.
const OTHERS: usize = 4;

/// Looks for ways of an account, or of a lead of one, to the stage of this step (of accounts, or of leads) or a higher one: what may turn
/// out of each of them, and what it or any other lead of the account can do. Nothing if the rules say nothing about accounts.
#[must_use]
pub fn reach_among(
    rules: &Rules,
    (company, who): (&Company, Who),
    as_of: Instant,
    step: u16,
    limits: Limits,
) -> Option<Reach> {
    let plans = &Plans::new(rules, company.has_log())?;
    let about = plans.about;
    let members = company.members(as_of);
    let mut together = Together::new(plans, &company.account, &members);
    let look = together.at(as_of);
    let events = |taken: &dyn Fn(usize) -> bool| {
        let taken = members.iter().enumerate().filter(|(place, _)| taken(*place));
        company.has_log().then(|| taken.flat_map(|(_, (_, events, _))| events.to_vec()).collect::<Vec<_>>())
    };
    let counts = |place: usize| members[place].2 && look.leads[place].exclusion.is_none();
    let account = Case {
        row: 0,
        key: Some(company.key.clone()),
        lead: together.account().clone(),
        events: events(&counts),
        kept: Vec::new(),
    };
    let (case, whose) = match who {
        Who::Account => (account.clone(), &about.rules),
        Who::Lead(place) => (Case { lead: together.lead(place).clone(), ..up_to(company.lead(place), as_of) }, rules),
    };
    let others = others(&look.leads, who, &counts);
    let plan = &change::plan(whose, company.has_log());
    let among = Among { plans, company, who, others: &others };
    let standing = &Standing { rules: whose, case: &case, as_of, plan, among: Some(among) };
    let unknown = company::unknown(standing, &among, &Deciding::of_scores(rules, about, who), &account);
    // Each combination is tried with the whole company.
    let limits = Limits { combinations: limits.combinations / (3 * members.len().max(1)), ..limits };
    let deciding = || Deciding::of_stage(rules, about, who, step);
    Some(found(standing, step, limits, &unknown, &|| company::all(standing, &among, &deciding(), &account)))
}

/// Of the other leads of an account that count, one of each that rules do not tell apart, those with the most points first.
fn others(leads: &[LeadTrace], who: Who, counts: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let mut others: Vec<usize> = Vec::new();
    for place in (0..leads.len()).filter(|&place| counts(place) && who != Who::Lead(place)) {
        if !others.iter().any(|&other| leads[other] == leads[place]) {
            others.push(place);
        }
    }
    let points = |place: &usize| -> i64 {
        leads[*place].scores.iter().filter_map(|score| score.points).map(|points| points.0).sum()
    };
    others.sort_by_key(|place| std::cmp::Reverse(points(place)));
    others.truncate(OTHERS);
    others
}

fn found(
    standing: &Standing<'_>,
    step: u16,
    limits: Limits,
    unknown: &Candidates,
    candidates: &dyn Fn() -> Candidates,
) -> Reach {
    let Standing { rules, case, as_of, .. } = *standing;
    let now = standing.now();
    let is_there = matches!(now.stage, StageId::Step(at) if at >= step);
    let (scores, worth) = ranges::ranges(standing, &now, unknown);
    let mut found = Reach {
        key: case.key.clone(),
        before: rules.before.and_then(|id| {
            let had = case.lead.fields[usize::from(id.0)].as_ref()?;
            Some(had.shown(&rules.field(id).ty))
        }),
        as_of: format_instant(as_of),
        stage: rules.stages.name(now.stage).to_owned(),
        to: rules.stages.name(StageId::Step(step)).to_owned(),
        is_there,
        excluded: now.exclusion.map(|at| rules.exclusions[at].reason.clone()),
        ways: Vec::new(),
        tried: 0,
        things: 0,
        obstacles: Vec::new(),
        scores,
        unknown: worth,
    };
    if is_there {
        return found;
    }
    let candidates = candidates();
    let searched = search::search(standing, step, &candidates, limits);
    (found.tried, found.things) = (searched.tried, searched.things);
    let matched = Matched::same(rules);
    found.ways =
        searched.ways.iter().filter_map(|moves| way(standing, &now, step, &candidates, moves, &matched)).collect();
    let mut told: Vec<Vec<Thing>> = Vec::new();
    found.ways.retain(|way| {
        let is_new = !told.contains(&way.things);
        told.push(way.things.clone());
        is_new
    });
    if found.ways.is_empty() {
        found.obstacles = obstacles(standing, &now, step, &candidates);
    }
    found
}

/// A way as it is reported, if it leads there for this lead by itself as it did in a batch.
fn way(
    standing: &Standing<'_>,
    before: &LeadTrace,
    step: u16,
    candidates: &Candidates,
    moves: &[Move],
    matched: &Matched,
) -> Option<Way> {
    let rules = standing.rules;
    let (candidates, moves) = &named(standing, step, candidates, moves);
    let after = standing.after(&candidates.supposed(moves));
    let StageId::Step(at) = after.stage else { return None };
    if at < step {
        debug_assert!(false, "a lead comes to the same by itself as among others");
        return None;
    }
    Some(Way {
        things: moves.iter().map(|one| candidates.thing(standing, one)).collect(),
        stage: rules.stages.name(after.stage).to_owned(),
        scores: changes(matched, &standing.side(before), &Side { rules, outcome: &after }),
    })
}

/// The same without things that are not needed, everything happening as often as necessary and no more, and in amounts
/// that a person would name.
fn named(standing: &Standing<'_>, step: u16, candidates: &Candidates, moves: &[Move]) -> (Candidates, Vec<Move>) {
    let moves = needed(moves, &|moves| standing.reaches(step, &candidates.supposed(moves)));
    let mut moves = fewest(moves, &|moves| standing.reaches(step, &candidates.supposed(moves)));
    let mut candidates = candidates.clone();
    for at in 0..moves.len() {
        let Move::Event(event, times) = moves[at] else { continue };
        let happening = candidates.events[event].clone();
        for (property, value) in happening.event.properties.iter().enumerate() {
            let Some(Value::Number(number)) = value else { continue };
            let ty = standing.rules.log.as_ref().map(|log| &log.properties[property].ty);
            for rounder in amount::rounder(*number).into_iter().map(Value::Number) {
                if !ty.is_some_and(|ty| values::fits(&rounder, ty)) {
                    continue;
                }
                let mut other = candidates.events[event].clone();
                other.event.properties[property] = Some(rounder);
                candidates.events.push(other);
                let mut tried = moves.clone();
                tried[at] = Move::Event(candidates.events.len() - 1, times);
                if standing.reaches(step, &candidates.supposed(&tried)) {
                    moves = tried;
                    break;
                }
            }
        }
    }
    // Of two amounts made rounder, one may do by itself.
    let moves = needed(&moves, &|moves| standing.reaches(step, &candidates.supposed(moves)));
    (candidates, moves)
}

/// Without the things that may as well be left out.
fn needed(moves: &[Move], reaches: &dyn Fn(&[Move]) -> bool) -> Vec<Move> {
    let mut kept = moves.to_vec();
    let mut at = 0;
    while at < kept.len() {
        let mut without = kept.clone();
        without.remove(at);
        if !without.is_empty() && reaches(&without) {
            kept = without;
            at = 0;
        } else {
            at += 1;
        }
    }
    kept
}

/// With everything happening as often as necessary and no more, and no waiting longer than necessary.
fn fewest(moves: Vec<Move>, reaches: &dyn Fn(&[Move]) -> bool) -> Vec<Move> {
    let mut fewest = moves;
    for at in 0..fewest.len() {
        let (count, with): (u32, &dyn Fn(u32) -> Move) = match fewest[at] {
            Move::Fact(..) => continue,
            Move::Event(event, times) => (times, &move |times| Move::Event(event, times)),
            Move::Wait(days) => (days, &Move::Wait),
        };
        for fewer in 1..count {
            let mut tried = fewest.clone();
            tried[at] = with(fewer);
            if reaches(&tried) {
                fewest = tried;
                break;
            }
        }
    }
    fewest
}

/// Whether nothing can be done and no day passes that the score looks at.
fn is_of_facts(rules: &Rules, gathered: &Gathered<'_>) -> bool {
    let dates = (0..).map(FieldId).zip(&rules.fields).filter(|(_, field)| matches!(field.ty, Type::Date(_)));
    gathered.events.is_empty()
        && !gathered.looks_at_others(rules)
        && !dates.into_iter().any(|(id, _)| gathered.looks_at(id))
}

/// What a lead looks like after a way, for those who want to verify it: the fields, the events including the new ones,
/// and the instant by then.
#[must_use]
pub fn after(rules: &Rules, case: &Case, as_of: Instant, step: u16, limits: Limits) -> Vec<After> {
    let case = &up_to(case, as_of);
    let plan = &change::plan(rules, case.events.is_some());
    let standing = &Standing { rules, case, as_of, plan, among: None };
    let gathered = Gathered::of_stage(rules, step);
    let candidates = Candidates::all(standing, &gathered);
    let searched = search::search(standing, step, &candidates, limits);
    let apply = |moves: &Vec<Move>| {
        let (candidates, moves) = named(standing, step, &candidates, moves);
        candidates.apply(case, as_of, &moves)
    };
    searched.ways.iter().map(apply).collect()
}

/// The pieces of the stage's condition that do not hold, with what their scores can become; and what excludes the lead.
fn obstacles(standing: &Standing<'_>, now: &LeadTrace, step: u16, candidates: &Candidates) -> Vec<Obstacle> {
    let rules = standing.rules;
    let asked_for = &rules.stages.steps[usize::from(step)];
    // What keeps leads at a stage helps only those that were there.
    let had = rules.before.and_then(|id| standing.case.lead.fields[usize::from(id.0)].clone());
    let was_there = matches!(had, Some(Value::Choice(at)) if Some(at) >= Rules::had(Some(StageId::Step(step))));
    let pieces = unmet(standing, if was_there { &asked_for.condition } else { asked_for.own() });
    let mut found: Vec<Obstacle> = now
        .exclusion
        .map(|at| &rules.exclusions[at])
        .map(|line| Obstacle {
            condition: say!(
                "set apart, {reason}: {condition}",
                reason = &line.reason,
                condition = one_line(rules.text(line.condition.span))
            ),
            now: None,
            most: None,
            least: None,
            is_exact: false,
        })
        .into_iter()
        .collect();
    let ranges = ranges::within_reach(standing, now, candidates);
    let is_of_facts = |score| is_of_facts(rules, &Gathered::of_score(rules, rules.score(score)));
    for piece in pieces {
        let score = asked(piece).map(|id| usize::from(id.0));
        let range = score.and_then(|id| ranges.get(id));
        found.push(Obstacle {
            condition: Text::verbatim(one_line(rules.text(piece.span))),
            now: score.and_then(|id| now.scores[id].points).map(Amount),
            most: range.and_then(|range| range.most),
            least: range.and_then(|range| range.least),
            is_exact: range.is_some_and(|range| range.is_exact) && asked(piece).is_some_and(is_of_facts),
        });
    }
    found
}

/// A condition, followed by the parts if it is an `and` or an `or`, each with how many come before the next one beside
/// it.
fn pieces<'a>(cond: &'a Cond, found: &mut Vec<(&'a Cond, usize)>) {
    let at = found.len();
    found.push((cond, 0));
    if let CondKind::And(parts) | CondKind::Or(parts) = &cond.kind {
        for part in parts {
            pieces(part, found);
        }
    }
    found[at].1 = found.len();
}

/// The pieces that do not hold: of an `and`, each of those; of an `or`, all; anything else as a whole.
fn unmet<'a>(standing: &Standing<'_>, cond: &'a Cond) -> Vec<&'a Cond> {
    let mut all = Vec::new();
    pieces(cond, &mut all);
    let conditions: Vec<Cond> = all.iter().map(|(cond, _)| (*cond).clone()).collect();
    let asked = Asked { conditions: &conditions, ..Asked::default() };
    let plan = Plan::asking(standing.rules, standing.plan.options(), asked);
    let truths = Standing { plan: &plan, ..*standing }.now().truths;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&(piece, next)) = all.get(at) {
        let has_parts = next > at + 1;
        if truths[at] != Truth::True && !has_parts {
            found.push(piece);
        }
        at = if truths[at] == Truth::True { next } else { at + 1 };
    }
    found
}

/// The score that a condition asks about, if it asks about a single one.
fn asked(cond: &Cond) -> Option<ScoreId> {
    match &cond.kind {
        CondKind::Number(Quantity { kind: QuantityKind::Score(id), .. }, _) => Some(*id),
        _ => None,
    }
}
