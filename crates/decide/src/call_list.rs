//! Whom to call first. In: batches of results, with what became of the leads where that is known; out: the leads in the
//! highest stages with the most points, the best first. Leads whose outcome is known are closed, and left out.

use std::cmp::Reverse;

use arrow_array::Array;
use leadrules_engine::columns::{Leads, Picked, Results};
use leadrules_engine::run::{self, Counts, Error, Fields, Request, RunReport, Step};
use leadrules_language::ir::{Cond, Rules, ScoreBody, ScoreId, StageId};
use leadrules_language::types::Truth;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::outcome::{Legible, Outcome};
use crate::whom::Whom;

/// Which leads are listed.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// At most this many; `None` for all.
    pub most: Option<usize>,
    /// Leads at these stages only; at all but excluded ones where there are none.
    pub stages: Vec<StageId>,
    /// The score by which leads of a stage are sorted; see [`order`].
    pub order_by: Option<ScoreId>,
}

/// The leads to call, as they come.
#[derive(Debug)]
pub struct CallList {
    settings: Settings,
    order: Vec<usize>,
    /// Those whose outcome is still open, and those that did not convert.
    lists: [List; 2],
    /// How many leads were left out because they converted.
    converted: u64,
}

/// What comes first: the stage, points of the scores in order, and then whoever came first.
type Rank = (u16, Vec<i64>, Reverse<u64>);

/// This many leads more than are wanted are held before the worst are dropped.
const SLACK: usize = 8192;

#[derive(Debug, Default)]
struct List {
    /// How many there are in all.
    leads: u64,
    batches: Vec<Results>,
    ranked: Vec<(Rank, Picked)>,
    /// The last rank that was kept, once there are enough.
    bar: Option<Rank>,
}

/// The leads to call, the best first: those whose outcome is still open, if there are any; otherwise those that did not convert.
#[derive(Debug)]
pub struct Called {
    /// What came of them; `None` if there are no such leads.
    pub results: Option<Results>,
    /// The row of each in the data, from 0.
    pub rows: Vec<u64>,
    /// How many there are, listed or not.
    pub of: u64,
    /// How many others were left out because it is known what became of them.
    pub closed: u64,
    /// Whether the outcome of those that are listed is still open; if that of none is, these are the leads that did not convert.
    pub are_open: bool,
}

impl CallList {
    /// A list with nobody on it.
    #[must_use]
    pub fn new(rules: &Rules, settings: Settings) -> Self {
        let order = settings.order_by.map_or_else(|| order(rules), |id| vec![usize::from(id.0)]);
        Self { settings, order, lists: [List::default(), List::default()], converted: 0 }
    }

    /// The scores by which leads of a stage are sorted, the first one first.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Adds a batch; `outcome` says what became of each lead. Batches come in any order.
    pub fn add(&mut self, results: &Results, outcome: impl Fn(usize) -> Truth) {
        let mut picked: [Vec<(Rank, usize)>; 2] = [Vec::new(), Vec::new()];
        for row in 0..results.rows {
            let stage = StageId::of_number(results.stages[row]);
            let is_wanted = match self.settings.stages.as_slice() {
                [] => stage != StageId::Excluded,
                stages => stages.contains(&stage),
            };
            if !is_wanted {
                continue;
            }
            let list = match outcome(row) {
                Truth::Unknown => 0,
                Truth::False => 1,
                Truth::True => {
                    self.converted += 1;
                    continue;
                }
            };
            self.lists[list].leads += 1;
            let points = |&at: &usize| {
                let points = &results.scores[at].points;
                if points.is_valid(row) { points.value(row) } else { i64::MIN }
            };
            // Excluded leads, where they are asked for, come last.
            let step = if stage == StageId::Excluded { 0 } else { results.stages[row] + 1 };
            let number = Reverse(results.first_row + row as u64);
            let rank = (step, self.order.iter().map(points).collect(), number);
            if self.lists[list].bar.as_ref().is_none_or(|bar| *bar < rank) {
                picked[list].push((rank, row));
            }
        }
        for (list, picked) in self.lists.iter_mut().zip(picked) {
            list.add(results, picked, self.settings.most);
        }
    }

    /// Whom to call; the list is empty afterwards.
    pub fn finish(&mut self) -> Called {
        let [mut open, mut others] = std::mem::take(&mut self.lists);
        let are_open = open.leads > 0;
        let (list, closed) =
            if are_open { (&mut open, self.converted + others.leads) } else { (&mut others, self.converted) };
        list.compact(self.settings.most);
        Called {
            rows: list.ranked.iter().map(|((_, _, row), _)| row.0).collect(),
            results: list.batches.pop(),
            of: list.leads,
            closed,
            are_open,
        }
    }
}

/// Scores the leads, in the order of the data; `take` gets each batch with what became of its leads, which is unknown without an
/// outcome.
///
/// # Errors
/// When a file can't be read, or events are needed and there are none.
pub fn score(
    request: &Request<'_>,
    outcome: Option<&Outcome>,
    take: &mut dyn FnMut(Results, Vec<Truth>),
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<RunReport, Error> {
    let conditions: Vec<Cond> = outcome.iter().map(|outcome| outcome.condition.clone()).collect();
    let legible = Legible::new(outcome, Whom::Leads, request);
    let request = Request { rule_points: true, trace: true, ..legible.request(*request) };
    let mut opened = run::open_asking(&request, &conditions, Fields::Needed, progress)?;
    let mut counts = Counts::new(request.rules);
    loop {
        let batches = opened.next_group()?;
        if batches.is_empty() {
            return Ok(opened.finish(request.as_of, counts));
        }
        let trace = |leads: Leads| {
            let mut trace = opened.plan.trace(&leads, &opened.ledger);
            let outcome = trace.expectations.pop().unwrap_or_else(|| vec![Truth::Unknown; leads.rows]);
            let mut results = trace.results;
            results.first_row = leads.first_row;
            (results, outcome)
        };
        for (results, outcome) in batches.into_par_iter().map(trace).collect::<Vec<_>>() {
            counts.add(&results);
            take(results, outcome);
        }
        progress(opened.step());
    }
}

impl List {
    fn add(&mut self, results: &Results, picked: Vec<(Rank, usize)>, most: Option<usize>) {
        if picked.is_empty() {
            return;
        }
        let rows: Vec<Picked> = picked.iter().map(|(_, row)| (0, *row)).collect();
        let at = self.batches.len();
        self.batches.push(Results::gather(std::slice::from_ref(results), &rows));
        self.ranked.extend(picked.into_iter().enumerate().map(|(row, (rank, _))| (rank, (at, row))));
        if most.is_some_and(|most| self.ranked.len() > 2 * most + SLACK) {
            self.compact(most);
        }
    }

    /// Sorts the leads, drops those that are too many, and holds the others in one batch.
    fn compact(&mut self, most: Option<usize>) {
        self.ranked.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
        if let Some(most) = most.filter(|&most| self.ranked.len() >= most) {
            self.ranked.truncate(most);
            self.bar = self.ranked.last().map(|(rank, _)| rank.clone());
        }
        if self.batches.is_empty() {
            return;
        }
        let picked: Vec<Picked> = self.ranked.iter().map(|(_, picked)| *picked).collect();
        self.batches = vec![Results::gather(&self.batches, &picked)];
        for (row, (_, picked)) in self.ranked.iter_mut().enumerate() {
            *picked = (0, row);
        }
    }
}

/// The scores by which leads of a stage are sorted, the first one first: those that the rules rank by; or else the computed score
/// that most steps ask for, of several the last; or else the scores that the highest step asks for, and the others after them.
#[must_use]
pub fn order(rules: &Rules) -> Vec<usize> {
    if !rules.rank.is_empty() {
        return rules.rank.iter().map(|id| usize::from(id.0)).collect();
    }
    let asking = |at: &usize| {
        let steps = rules.stages.steps.iter().map(|step| rules.dependencies_of_condition(&step.condition).scores);
        steps.filter(|scores| scores.iter().any(|id| usize::from(id.0) == *at)).count()
    };
    let computed = (0..rules.scores.len()).filter(|at| matches!(rules.scores[*at].body, ScoreBody::Computed(_)));
    if let Some(computed) = computed.max_by_key(asking) {
        return vec![computed];
    }
    let mut order: Vec<usize> = Vec::new();
    let asked = rules.stages.steps.last().map(|step| rules.dependencies_of_condition(&step.condition).scores);
    let asked = asked.into_iter().flatten().map(|id| usize::from(id.0));
    for at in asked.chain(0..rules.scores.len()) {
        if !order.contains(&at) {
            order.push(at);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{Int64Array, StringArray, UInt16Array};
    use leadrules_engine::columns::{ScoreColumn, SetAside};

    fn rules() -> Rules {
        let text = "leadrules 1\nlead { id text key\n n number }\nscore a { n > 1 => +1 }\n\
                    stages { a >= 1 => Warm\n a >= 2 => Hot }\n";
        let mut nothing = |_: &str| Err(leadrules_language::words::Text::verbatim("there is no other file"));
        leadrules_language::check::read("my", text.to_owned(), &mut nothing).rules.expect("good rules")
    }

    /// Leads by their numbers: at a stage, with points.
    fn batch(first_row: u64, leads: &[(u16, Option<i64>)]) -> Results {
        let keys = (0..leads.len() as u64).map(|row| Some(format!("L{}", first_row + row)));
        Results {
            rows: leads.len(),
            first_row,
            keys: keys.collect::<StringArray>(),
            scores: vec![ScoreColumn {
                points: leads.iter().map(|(_, points)| *points).collect::<Int64Array>(),
                unknown_rules: vec![0; leads.len()],
            }],
            labels: Vec::new(),
            stages: leads.iter().map(|(stage, _)| *stage).collect(),
            exclusions: UInt16Array::new_null(leads.len()),
            rules: Some(vec![leads.iter().map(|(_, points)| points.unwrap_or(0)).collect()]),
            fired: vec![0],
            overflows: 0,
            set_aside: SetAside::default(),
            broken: Vec::new(),
            kept: Vec::new(),
            changes: None,
            leads: None,
        }
    }

    fn keys(called: &Called) -> Vec<&str> {
        called.results.iter().flat_map(|results| results.keys.iter().flatten()).collect()
    }

    #[test]
    fn the_best_come_first_whatever_comes_first() {
        let rules = rules();
        let leads: Vec<(u16, Option<i64>)> = (0..20_000)
            .map(|at: i64| (u16::try_from(at % 3).unwrap_or(0), (at % 7 != 0).then_some(at * 7919 % 1000)))
            .collect();
        let mut wanted: Vec<usize> = (0..leads.len()).collect();
        wanted.sort_by_key(|&at| (Reverse(leads[at].0), Reverse(leads[at].1.unwrap_or(i64::MIN)), at));
        for most in [0, 1, 50, 3000, 30_000] {
            let mut list = CallList::new(&rules, Settings { most: Some(most), ..Settings::default() });
            for (at, part) in leads.chunks(1000).enumerate().rev() {
                list.add(&batch(at as u64 * 1000, part), |_| Truth::Unknown);
            }
            let called = list.finish();
            let expected: Vec<String> = wanted.iter().take(most).map(|at| format!("L{at}")).collect();
            assert_eq!(keys(&called), expected, "{most}");
            assert_eq!(called.rows, wanted.iter().take(most).map(|&at| at as u64).collect::<Vec<_>>());
            assert_eq!((called.of, called.closed), (20_000, 0));
        }
    }

    #[test]
    fn closed_leads_are_left_out() {
        let rules = rules();
        let leads = batch(0, &[(2, Some(5)), (1, Some(9)), (0, Some(3)), (StageId::EXCLUDED_NUMBER, Some(50))]);
        let called = |outcome: [Truth; 4], stages: Vec<StageId>| {
            let mut list = CallList::new(&rules, Settings { stages, ..Settings::default() });
            list.add(&leads, |row| outcome[row]);
            let called = list.finish();
            (keys(&called).join(" "), called.of, called.closed)
        };
        let [yes, no, open] = [Truth::True, Truth::False, Truth::Unknown];
        assert_eq!(called([open, yes, open, open], vec![]), ("L0 L2".to_owned(), 2, 1));
        assert_eq!(called([open, yes, no, open], vec![]), ("L0".to_owned(), 1, 2));
        // Where every outcome is known, those that did not convert are the ones to call.
        assert_eq!(called([no, yes, no, no], vec![]), ("L0 L2".to_owned(), 2, 1));
        assert_eq!(called([open; 4], vec![StageId::Step(0), StageId::Excluded]), ("L1 L3".to_owned(), 2, 0));
        assert_eq!(called([yes; 4], vec![]), (String::new(), 0, 3));
    }
}
