//! What scores can become. Parts of a score that look at different fields and events are separated: each such piece is
//! tried in all its combinations, and what the pieces can add or take away is summed up.

use serde::Serialize;

use leadrules_engine::engine::{LeadTrace, within};
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{FieldId, KindId, Score, ScoreBody};
use leadrules_language::words::Text;

use super::candidates::{Candidates, Move};
use super::gather::Gathered;
use super::standing::Standing;
use super::things::Whose;

/// At most this many combinations of one piece are tried; beyond that, things are tried one after the other, and the
/// range is no longer certain.
const MOST: usize = 4_000;

/// The same where each is tried with a whole company.
const MOST_AMONG: usize = 200;

/// What a score is and can become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreRange {
    /// Its name.
    pub score: String,
    /// What it is; `None` if it is unknown.
    pub now: Option<Amount>,
    /// The least that it can become.
    pub least: Option<Amount>,
    /// The most that it can become.
    pub most: Option<Amount>,
    /// Whether no value and no combination was left out, so that it can't become more or less.
    pub is_exact: bool,
}

/// What knowing a field is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldWorth {
    /// The field.
    pub field: String,
    /// The other lead of the account whose field it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Text>,
    /// Whether the lead can't change it, so that it is not proposed.
    pub fixed: bool,
    /// The scores that it can change, and by how much at least and at most, if only this field becomes known.
    pub scores: Vec<Worth>,
}

/// What a field can do to a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worth {
    /// The score.
    pub score: String,
    /// The worst that it can do.
    pub least: Amount,
    /// The best.
    pub most: Amount,
}

/// Something that can turn out in several ways, one at a time.
struct Variable {
    whose: Whose,
    field: Option<FieldId>,
    kind: Option<Option<KindId>>,
    ways: Vec<Move>,
}

fn variables(candidates: &Candidates) -> Vec<Variable> {
    let facts = candidates.facts.iter().enumerate().map(|(at, fact)| Variable {
        whose: fact.whose,
        field: Some(fact.field),
        kind: None,
        ways: (0..fact.turns.len()).map(|turn| Move::Fact(at, turn)).collect(),
    });
    let at_once = candidates.events.iter().enumerate().filter(|(_, event)| event.every == 0);
    let events = at_once.map(|(at, event)| Variable {
        whose: event.whose,
        field: None,
        kind: Some(event.event.kind),
        ways: event.times.iter().map(|times| Move::Event(at, *times)).collect(),
    });
    facts.chain(events).collect()
}

/// The ranges of all scores once what is unknown is known, and what each field is worth, the one worth the most first.
pub fn ranges(standing: &Standing<'_>, now: &LeadTrace, unknown: &Candidates) -> (Vec<ScoreRange>, Vec<FieldWorth>) {
    let found = within_reach(standing, now, unknown);
    let mut worth: Vec<FieldWorth> =
        variables(unknown).iter().map(|variable| worth(standing, now, unknown, variable)).collect();
    worth.retain(|field| !field.scores.is_empty());
    let best = |field: &FieldWorth| {
        let sums = field.scores.iter().map(|worth| (worth.most.0.0, worth.most.0.0 - worth.least.0.0));
        std::cmp::Reverse(sums.max().unwrap_or_default())
    };
    worth.sort_by_key(best);
    (found, worth)
}

fn worth(standing: &Standing<'_>, now: &LeadTrace, unknown: &Candidates, variable: &Variable) -> FieldWorth {
    let id = variable.field.expect("only fields can become known");
    let (name, lead) = (standing.field_of(variable.whose, id), standing.lead_of(variable.whose));
    let mut scores = Vec::new();
    let outcomes: Vec<LeadTrace> = variable.ways.iter().map(|one| standing.after(&unknown.supposed(&[*one]))).collect();
    for (at, score) in standing.rules.scores.iter().enumerate() {
        let by = |outcome: &LeadTrace| Some(outcome.scores[at].points?.0 - now.scores[at].points?.0);
        let all: Vec<i64> = outcomes.iter().filter_map(by).collect();
        let (Some(&least), Some(&most)) = (all.iter().min(), all.iter().max()) else { continue };
        if least != 0 || most != 0 {
            scores.push(Worth { score: score.name.clone(), least: Amount(Points(least)), most: Amount(Points(most)) });
        }
    }
    FieldWorth { field: name, lead, fixed: standing.rules_of(variable.whose).field(id).fixed, scores }
}

/// What all scores can become with these candidates.
pub fn within_reach(standing: &Standing<'_>, now: &LeadTrace, candidates: &Candidates) -> Vec<ScoreRange> {
    let variables = variables(candidates);
    let is_told_apart = |gathered: &Gathered<'_>| {
        let own = candidates.facts.iter().filter(|fact| fact.whose == Whose::Own).map(|fact| fact.field);
        let is_of_others = standing.among.is_some() && gathered.looks_at_others(standing.rules);
        !is_of_others && own.filter(|id| gathered.looks_at(*id)).all(|id| gathered.tells_all_apart(standing.rules, id))
    };
    let range = |(at, score): (usize, &Score)| {
        let (least, most, is_exact) = match &score.body {
            ScoreBody::Rules(_) => of_rules(standing, now, candidates, &variables, at),
            ScoreBody::Computed(_) => {
                let all: Vec<&Variable> = looked_at(standing, &Gathered::of_score(standing.rules, score), &variables);
                let points = |outcome: &LeadTrace| outcome.scores[at].points.map(|points| points.0);
                let (least, most, is_exact) = extremes(standing, candidates, &all, &points);
                (least.map(Points), most.map(Points), is_exact)
            }
        };
        ScoreRange {
            score: score.name.clone(),
            now: now.scores[at].points.map(Amount),
            least: least.map(Amount),
            most: most.map(Amount),
            is_exact: is_exact && !candidates.is_cut && is_told_apart(&Gathered::of_score(standing.rules, score)),
        }
    };
    standing.rules.scores.iter().enumerate().map(range).collect()
}

fn looked_at<'v>(standing: &Standing<'_>, gathered: &Gathered<'_>, variables: &'v [Variable]) -> Vec<&'v Variable> {
    // Who asks the others may be asking for anything of theirs, and they for anything of it.
    let is_of_others = standing.among.is_some() && gathered.looks_at_others(standing.rules);
    let looks = |variable: &&Variable| {
        let field = |id: &FieldId| gathered.looks_at(*id);
        let kind = |kind: &Option<KindId>| gathered.times.contains_key(kind) || gathered.times.contains_key(&None);
        let is_own = variable.whose == Whose::Own
            && (variable.field.as_ref().is_some_and(field) || variable.kind.as_ref().is_some_and(kind));
        // What its leads do, an account does.
        let is_done = standing.does_what_leads_do() && variable.kind.as_ref().is_some_and(kind);
        is_of_others || is_own || is_done
    };
    variables.iter().filter(looks).collect()
}

type Extremes = (Option<Points>, Option<Points>, bool);

fn of_rules(
    standing: &Standing<'_>,
    now: &LeadTrace,
    candidates: &Candidates,
    variables: &[Variable],
    at: usize,
) -> Extremes {
    let score = &standing.rules.scores[at];
    // Parts that share a variable belong to the same piece.
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    for part in score.parts() {
        let own = looked_at(standing, &Gathered::of_part(standing.rules, part), variables);
        let mut piece: Vec<usize> = own
            .iter()
            .filter_map(|variable| variables.iter().position(|other| std::ptr::eq(other, *variable)))
            .collect();
        let (joined, apart): (Vec<_>, Vec<_>) =
            pieces.into_iter().partition(|other| other.iter().any(|variable| piece.contains(variable)));
        piece.extend(joined.into_iter().flatten());
        piece.sort_unstable();
        piece.dedup();
        pieces = apart;
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    let uncut = |outcome: &LeadTrace| outcome.scores[at].uncut.map(|points| points.0);
    let base = uncut(now).unwrap_or(0);
    let (mut least, mut most, mut is_exact) = (base, base, true);
    for piece in pieces {
        let own: Vec<&Variable> = piece.iter().map(|&at| &variables[at]).collect();
        let (low, high, exact) = extremes(standing, candidates, &own, &uncut);
        least += low.unwrap_or(base).min(base) - base;
        most += high.unwrap_or(base).max(base) - base;
        is_exact &= exact;
    }
    let cut = |points: i64| Some(Points(within(&score.range, points)));
    (cut(least), cut(most), is_exact)
}

/// The least and the most over all combinations of these variables, each of which may also be left as it is.
fn extremes(
    standing: &Standing<'_>,
    candidates: &Candidates,
    variables: &[&Variable],
    value: &dyn Fn(&LeadTrace) -> Option<i64>,
) -> (Option<i64>, Option<i64>, bool) {
    let count = variables.iter().fold(1_usize, |count, variable| count.saturating_mul(variable.ways.len() + 1));
    let of = |moves: &[Move]| value(&standing.after(&candidates.supposed(moves)));
    let most = if standing.among.is_some() { MOST_AMONG } else { MOST };
    if count <= most {
        let (mut least, mut most) = (None, None);
        each(variables, &mut Vec::new(), &mut |moves| {
            let Some(points) = of(moves) else { return };
            least = Some(least.map_or(points, |least: i64| least.min(points)));
            most = Some(most.map_or(points, |most: i64| most.max(points)));
        });
        return (least, most, true);
    }
    let climb = |sign: i64| {
        let mut moves: Vec<Move> = Vec::new();
        for variable in variables {
            let better = |one: &Move| {
                let mut more = moves.clone();
                more.push(*one);
                of(&more).map(|points| points * sign)
            };
            let here = of(&moves).map(|points| points * sign);
            let best = variable.ways.iter().map(|one| (better(one), one)).max_by_key(|(points, _)| *points);
            if let Some((points, one)) = best.filter(|(points, _)| *points > here) {
                let _ = points;
                moves.push(*one);
            }
        }
        of(&moves)
    };
    (climb(-1), climb(1), false)
}

fn each(variables: &[&Variable], chosen: &mut Vec<Move>, give: &mut dyn FnMut(&[Move])) {
    let Some((first, rest)) = variables.split_first() else {
        give(chosen);
        return;
    };
    each(rest, chosen, give);
    for one in &first.ways {
        chosen.push(*one);
        each(rest, chosen, give);
        chosen.pop();
    }
}
