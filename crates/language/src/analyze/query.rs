//! Questions to the space of leads: whether this condition can be true of some lead, what the most of a score is, which
//! totals occur. In: a formula or a score; out: a verdict, with cells that show it, or the reason why there is none.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::doubt::{Covered, Doubt};
use super::formula::{Facts, Formula, Measure, ScoreTest};
use super::model::Model;
use super::problem::{Mode, Problem};
use super::question::Question;
use super::solve::{self, Budget};
use super::space::Picked;
use super::witness::Witness;
use crate::decimal::Points;
use crate::ir::{Comparison, NumberRange, ScoreId};
use crate::types::Truth;
use crate::words::{Text, say};

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// This lead shows it.
    Yes(Picked),
    /// No lead that could exist does.
    No(Covered),
    /// It was not decided, and why.
    Undecided(Text),
}

/// The most or the least that a score can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Extreme {
    pub(super) points: Points,
    pub(super) lead: Picked,
    /// Whether there may be more.
    pub(super) doubt: Doubt,
}

/// Why a question was given up.
fn spent() -> Text {
    say!("too many fields and events meet in these rules to try them all")
}

/// A formula as cases, one of which must be true: each is a list of formulas that must all be true.
fn cases(formula: &Formula) -> Vec<Vec<Formula>> {
    match formula {
        Formula::Or(all) if formula.has_scores() && all.len() <= CASES => all.iter().flat_map(cases).collect(),
        Formula::And(all) if formula.has_scores() => {
            let mut together: Vec<Vec<Formula>> = vec![Vec::new()];
            for one in all {
                let mut ways = cases(one);
                if ways.len() * together.len() > CASES {
                    ways = vec![vec![one.clone()]];
                }
                if let [way] = ways.as_slice() {
                    for before in &mut together {
                        before.extend(way.iter().cloned());
                    }
                    continue;
                }
                let with = |before: &Vec<Formula>| -> Vec<Vec<Formula>> {
                    ways.iter().map(|way| before.iter().chain(way).cloned().collect()).collect()
                };
                together = together.iter().flat_map(with).collect();
            }
            together
        }
        Formula::Or(_)
        | Formula::And(_)
        | Formula::Constant(_)
        | Formula::Table(_)
        | Formula::Not(_)
        | Formula::Scores(_) => vec![vec![formula.clone()]],
    }
}

/// Whether two of these require a score to be where the other forbids it: above what it must be below.
fn contradict(parts: &[Formula]) -> bool {
    let mut bounds: BTreeMap<ScoreId, NumberRange> = BTreeMap::new();
    for part in parts {
        let (test, is_turned) = match part {
            Formula::Scores(test) => (test, false),
            Formula::Not(inner) => match inner.as_ref() {
                Formula::Scores(test) => (test, true),
                _ => continue,
            },
            _ => continue,
        };
        let ScoreTest::Number(Measure::Score(id), ranges) = test.as_ref() else { continue };
        let [range] = ranges.as_slice() else { continue };
        let range = match (is_turned, range.low, range.high) {
            (false, ..) => *range,
            (true, Some((low, closed)), None) => NumberRange { low: None, high: Some((low, !closed)) },
            (true, None, Some((high, closed))) => NumberRange { low: Some((high, !closed)), high: None },
            (true, ..) => continue,
        };
        let known = bounds.entry(*id).or_default();
        // Of two ends the tighter one; if they are the same number, the one that leaves it out.
        if range.low.is_some_and(|(low, closed)| known.low.is_none_or(|(old, was)| (old, !was) < (low, !closed))) {
            known.low = range.low;
        }
        if range.high.is_some_and(|(high, closed)| known.high.is_none_or(|(old, was)| (high, closed) < (old, was))) {
            known.high = range.high;
        }
    }
    bounds.values().any(|range| match (range.low, range.high) {
        (Some((low, from)), Some((high, to))) => high < low || (low == high && !(from && to)),
        _ => false,
    })
}

/// How many times another lead is looked for, if no values that would make one were found.
const ROUNDS: usize = 12;

/// At most this many totals are each shown by a lead, where fields are asked about together.
const MOST_TOTALS: usize = 60;

/// A question is divided into at most this many cases.
const CASES: usize = 12;

impl Model<'_> {
    /// Whether a formula can be true. The question is divided first: one case of an `or` is enough; and if a part of an
    /// `and`, or an easier question, can't be true, the whole can't.
    pub(super) fn can_be_true(&self, formula: &Formula) -> Verdict {
        let mut undecided = None;
        for case in cases(&formula.positive()) {
            match self.case_can_be_true(&case) {
                Verdict::No(_) => {}
                Verdict::Yes(lead) => return Verdict::Yes(lead),
                Verdict::Undecided(reason) => undecided = Some(reason),
            }
        }
        // In no case: each was covered, or contradicts itself.
        undecided.map_or(Verdict::No(Covered::by_logic()), Verdict::Undecided)
    }

    /// Whether all of these can be true together.
    fn case_can_be_true(&self, parts: &[Formula]) -> Verdict {
        let all = |parts: &[Formula]| match parts {
            [one] => one.clone(),
            parts => Formula::And(parts.to_vec()),
        };
        let whole = all(parts);
        if contradict(parts) {
            return Verdict::No(Covered::by_logic());
        }
        let plain: Vec<Formula> = parts.iter().filter(|part| !part.has_scores()).cloned().collect();
        if plain.len() < parts.len()
            && !plain.is_empty()
            && let no @ Verdict::No(_) = self.solved(&all(&plain))
        {
            return no;
        }
        let easy = self.easy(parts);
        if easy.len() < parts.len() {
            match self.solved(&all(&easy)) {
                Verdict::No(covered) => return Verdict::No(covered),
                Verdict::Yes(lead) if self.is_true(&whole, &lead) => return Verdict::Yes(lead),
                Verdict::Yes(_) | Verdict::Undecided(_) => {}
            }
        }
        self.solved(&whole)
    }

    /// The parts that together ask of each score only that it is high, or only that it is low.
    fn easy(&self, parts: &[Formula]) -> Vec<Formula> {
        let mut together = Question::new(self);
        let mut easy = Vec::new();
        for part in parts {
            let modes = together.modes.clone();
            together.modes_of(part, false);
            if together.modes.values().any(|mode| *mode == Mode::All) {
                together.modes = modes;
            } else {
                easy.push(part.clone());
            }
        }
        easy
    }

    /// Whether a formula is true of this lead, as far as its cells say everything that it asks.
    fn is_true(&self, formula: &Formula, lead: &Picked) -> bool {
        let cells = &lead.cells;
        if formula.variables().iter().any(|variable| cells.get(*variable).copied().flatten().is_none()) {
            return false;
        }
        let Some(outcome) = self.outcome(&Witness::of(&self.space, lead)) else { return false };
        let scores: Vec<Option<Points>> = outcome.scores.iter().map(|score| score.points).collect();
        let cells: Vec<usize> = cells.iter().map(|cell| cell.unwrap_or(0)).collect();
        formula.truth(&Facts { cells: &cells, sizes: &self.space.sizes, scores: &scores }) == Truth::True
    }

    /// Whether a formula can be true, asked as a whole.
    fn solved(&self, formula: &Formula) -> Verdict {
        let tables = if formula.has_scores() { self.count_tables() } else { 0 };
        self.within_budget(tables + formula.weight(), |budget| self.solved_within(formula, budget))
    }

    fn solved_within(&self, formula: &Formula, budget: &mut Budget) -> Verdict {
        if budget.spend(formula.weight()).is_err() {
            return Verdict::Undecided(spent());
        }
        let mut question = Question::new(self);
        question.modes_of(formula, false);
        let Some(goal) = question.goal(formula, false) else { return Verdict::Undecided(spent()) };
        let mut problem = match question.problem(Some(formula)) {
            Ok(problem) => problem,
            Err(reason) => return Verdict::Undecided(reason),
        };
        let mut doubt = question.doubt(Some(formula));
        for _ in 0..ROUNDS {
            let Ok(solution) = solve::solve(&problem, budget) else {
                return Verdict::Undecided(doubt.reason().unwrap_or_else(spent));
            };
            let outcomes = solution.outcomes();
            let Some(row) = outcomes.iter().find(|row| question.truth(&goal, row) == Truth::True) else {
                return match doubt.covered() {
                    Ok(covered) => Verdict::No(covered),
                    Err(reason) => Verdict::Undecided(reason),
                };
            };
            let cells = solution.cells(row);
            match self.space.realise(cells.clone()) {
                Ok(lead) => return Verdict::Yes(lead),
                Err(together) => {
                    doubt = doubt.or(&self.not_found(together));
                    question.leave_out(&mut problem, together, &cells);
                }
            }
        }
        Verdict::Undecided(doubt.reason().unwrap_or_else(spent))
    }

    /// The doubt that values which interval arithmetic does not exclude were looked for in vain.
    fn not_found(&self, together: usize) -> Doubt {
        let text = self.space.text_together(together);
        Doubt::of(say!("`{calculation}` is reckoned from values that can't all be tried", calculation = text))
    }

    /// The most (or the least) of a score; `None` if it is always unknown. The error is the reason why this can't be
    /// said.
    pub(super) fn extreme(&self, score: ScoreId, mode: Mode) -> Result<Option<Extreme>, Text> {
        let mut question = Question::new(self);
        question.needs(score, mode);
        self.within_budget(self.count_tables(), |budget| {
            if budget.0 == 0 {
                return Err(spent());
            }
            let problem = question.problem(None)?;
            self.best(&question, problem, mode, budget, |question, row| question.score(score, row))
        })
    }

    /// The most (or the least) that the parts of a group of a score have together, before the group's cap.
    pub(super) fn group_extreme(&self, score: usize, group: usize, mode: Mode) -> Result<Option<Extreme>, Text> {
        let mut question = Question::new(self);
        self.within_budget(self.count_tables(), |budget| {
            if budget.0 == 0 {
                return Err(spent());
            }
            let problem = question.group(score, group, mode)?;
            self.best(&question, problem, mode, budget, |_, row| Some(Points(row[0])))
        })
    }

    /// The outcome with the most (or the least) points, with a lead that has it.
    fn best(
        &self,
        question: &Question<'_, '_>,
        mut problem: Problem,
        mode: Mode,
        budget: &mut Budget,
        points: impl Fn(&Question<'_, '_>, &[i64]) -> Option<Points>,
    ) -> Result<Option<Extreme>, Text> {
        let certain = question.doubt(None);
        let mut doubt = certain.clone();
        // No lead has more than the first outcome, from which nothing was left out.
        let mut bound = None;
        for _ in 0..ROUNDS {
            let solution = solve::solve(&problem, budget).map_err(|_| spent())?;
            let values = solution.outcomes().into_iter().filter_map(|row| Some((points(question, row)?, row)));
            let best = match mode {
                Mode::Least => values.min_by_key(|(points, _)| *points),
                Mode::Most | Mode::All => values.max_by_key(|(points, _)| *points),
            };
            let Some((points, row)) = best else { return doubt.covered().map(|_| None) };
            let cells = solution.cells(row);
            let bound = *bound.get_or_insert(points);
            match self.space.realise(cells.clone()) {
                Ok(lead) if points == bound => return Ok(Some(Extreme { points, lead, doubt: certain })),
                Ok(lead) => return Ok(Some(Extreme { points, lead, doubt })),
                Err(together) => {
                    doubt = doubt.or(&self.not_found(together));
                    question.leave_out(&mut problem, together, &cells);
                }
            }
        }
        Err(doubt.reason().unwrap_or_else(spent))
    }

    /// All totals that a score can have, in order, and whether there may be others.
    pub(super) fn totals(&self, score: ScoreId) -> Result<(Vec<Points>, Doubt), Text> {
        let mut question = Question::new(self);
        question.needs(score, Mode::All);
        let mut problem = question.problem(None)?;
        let mut doubt = question.doubt(None);
        if question.is_guess() {
            return Err(doubt.reason().unwrap_or_else(spent));
        }
        let mut shown: BTreeSet<Points> = BTreeSet::new();
        let mut open: Option<BTreeMap<Points, usize>> = None;
        for _ in 0..ROUNDS {
            let Ok(solution) = self.within_budget(self.count_tables(), |budget| solve::solve(&problem, budget)) else {
                if open.is_none() {
                    return Err(doubt.reason().unwrap_or_else(spent));
                }
                break;
            };
            let mut left_out: Vec<(usize, Vec<Option<usize>>)> = Vec::new();
            let mut not_shown: BTreeMap<Points, usize> = BTreeMap::new();
            let outcomes = solution.outcomes();
            if question.is_tied() && outcomes.len() > MOST_TOTALS {
                return Err(say!("there are too many totals to show each by a lead"));
            }
            for row in outcomes {
                let points = question.score(score, row);
                let Some(points) = points.filter(|points| !shown.contains(points)) else { continue };
                let cells = if question.is_tied() { solution.cells(row) } else { Vec::new() };
                match self.space.realise(cells.clone()) {
                    Ok(_) => {
                        shown.insert(points);
                        not_shown.remove(&points);
                    }
                    Err(together) => {
                        not_shown.insert(points, together);
                        left_out.push((together, cells));
                    }
                }
            }
            let open = open.get_or_insert(not_shown);
            open.retain(|points, _| !shown.contains(points));
            if open.is_empty() || left_out.is_empty() {
                break;
            }
            for (together, cells) in left_out {
                question.leave_out(&mut problem, together, &cells);
            }
        }
        // Each total that was not excluded must be shown by a lead.
        for together in open.into_iter().flat_map(BTreeMap::into_values) {
            doubt = doubt.or(&self.not_found(together));
        }
        Ok((shown.into_iter().collect(), doubt))
    }

    /// The least of a score among leads of which a formula is true; `None` if there are none, or it was not decided.
    pub(super) fn least_where(&self, score: ScoreId, formula: &Formula) -> Option<Points> {
        let mut question = Question::new(self);
        question.modes_of(formula, false);
        question.needs(score, Mode::Least);
        let goal = question.goal(formula, false)?;
        let measured =
            Formula::Scores(Rc::new(ScoreTest::Compare(Comparison::Eq, Measure::Score(score), Measure::Score(score))));
        let all = Formula::And(vec![formula.clone(), measured]);
        let problem = question.problem(Some(&all)).ok()?;
        let solution = self.within_budget(self.count_tables(), |budget| solve::solve(&problem, budget)).ok()?;
        question.doubt(Some(&all)).covered().ok()?;
        let outcomes = solution.outcomes().into_iter();
        let good = outcomes.filter(|row| question.truth(&goal, row) == Truth::True);
        good.filter_map(|row| question.score(score, row)).min()
    }
}
