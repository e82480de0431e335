//! What a draft does to leads, in figures. In: what came of batches by the draft, and by the saved rules; out: leads at
//! each stage, how scores are spread, who moved, and what each place of a bar would mean.

mod spread;

use leadrules_decide::bars::{self, Gather, Settings};
use leadrules_decide::diff;
use leadrules_engine::run::Counts;
use leadrules_language::decimal::{Amount, Points, divide_rounded};
use leadrules_language::ir::{EXCLUDED, Rules, StageId};
use leadrules_language::source::one_line;
use leadrules_language::types::Truth;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use crate::outline::main_scores;
use crate::scored::{Batch, Side};
use spread::{Bin, Heat, heat, histogram};

/// What a draft does.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    leads: u64,
    /// Whether these are all leads.
    complete: bool,
    stages: Vec<Stage>,
    exclusions: Vec<Exclusion>,
    scores: Vec<Score>,
    rules: Vec<Rule>,
    heat: Option<Heat>,
    moved: Option<Moved>,
    promises: Vec<Promise>,
    bars: Vec<Bar>,
    outcome: Option<OutcomeFigure>,
}

/// A stage, and how many are there.
#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    name: String,
    kind: Kind,
    count: u64,
    before: Option<u64>,
    converted: Option<u64>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Stage,
    None,
    Excluded,
}

#[derive(Clone, Debug, Serialize)]
struct Exclusion {
    reason: String,
    count: u64,
    before: u64,
}

#[derive(Clone, Debug, Serialize)]
struct Score {
    name: String,
    least: Option<Amount>,
    mean: Option<Amount>,
    most: Option<Amount>,
    unknown: u64,
    histogram: Vec<Bin>,
}

#[derive(Clone, Debug, Serialize)]
struct Rule {
    fired: u64,
    points: Amount,
}

#[derive(Clone, Debug, Serialize)]
struct Moved {
    total: u64,
    up: u64,
    down: u64,
    only_scores: u64,
    flows: Vec<Flow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Flow {
    from: String,
    to: String,
    count: u64,
}

#[derive(Clone, Debug, Serialize)]
struct Promise {
    title: String,
    says: String,
    broken: u64,
    examples: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct Bar {
    stage: String,
    score: String,
    at: Amount,
    places: Vec<Place>,
}

#[derive(Clone, Debug, Serialize)]
struct Place {
    at: Amount,
    leads: u64,
    converted: Option<u64>,
}

#[derive(Clone, Debug, Serialize)]
struct OutcomeFigure {
    known: u64,
    converted: u64,
}

impl Figures {
    /// The figures of a draft; `base` are the saved rules, if they can be run.
    #[must_use]
    pub fn new(draft: Side<'_>, base: Option<Side<'_>>, complete: bool, has_outcome: bool) -> Self {
        let rules = draft.rules;
        let counts = counted(draft);
        let before = base.map(|base| (base.rules, counted(base)));
        let converted = has_outcome.then(|| converted(draft));
        let moved = base.map(|base| Moved::between(base, draft));
        let (bars, outcome) = gathered(draft);
        Self {
            leads: counts.leads,
            complete,
            stages: stages(rules, &counts, before.as_ref(), converted.as_deref()),
            exclusions: exclusions(rules, &counts, before.as_ref()),
            scores: (0..rules.scores.len()).map(|at| score(at, draft, base, &counts)).collect(),
            rules: fired(draft, &counts),
            heat: main_scores(rules).and_then(|(x, y)| heat(draft, x, y)),
            moved,
            promises: promises(rules, &counts),
            bars: bars.into_iter().map(|bar| Bar::new(bar, has_outcome)).collect(),
            outcome: outcome.filter(|_| has_outcome),
        }
    }
}

/// All batches added up.
pub(crate) fn counted(side: Side<'_>) -> Counts {
    let none = || Counts::new(side.rules);
    let add = |mut counts: Counts, batch: &&Batch| {
        counts.join(batch.counts.clone());
        counts
    };
    let join = |mut one: Counts, other| {
        one.join(other);
        one
    };
    side.batches.into_par_iter().fold(none, add).reduce(none, join)
}

/// By stage number, those of the leads at it that converted.
fn converted(side: Side<'_>) -> Vec<u64> {
    let mut converted = vec![0; side.rules.stages.steps.len() + 2];
    for batch in side.batches {
        for (_, &stage) in batch.stages.iter().enumerate().filter(|&(row, _)| batch.outcome(row) == Truth::True) {
            let at = if stage == StageId::EXCLUDED_NUMBER { converted.len() - 1 } else { usize::from(stage) };
            converted[at] += 1;
        }
    }
    converted
}

/// How many leads there are at the stage with this name.
pub(crate) fn at_stage(rules: &Rules, counts: &Counts, name: &str) -> Option<u64> {
    if name == EXCLUDED {
        return Some(counts.excluded());
    }
    let step = rules.stages.steps.iter().position(|step| step.name == name);
    step.map(|at| counts.stages[at + 1]).or_else(|| (name == rules.stages.none).then(|| counts.stages[0]))
}

/// How many are at each stage, also by the saved rules; nothing where there are no stages.
pub(crate) fn at_stages(draft: Side<'_>, base: Option<Side<'_>>) -> Vec<Stage> {
    let before = base.map(|base| (base.rules, counted(base)));
    stages(draft.rules, &counted(draft), before.as_ref(), None)
}

fn stages(rules: &Rules, counts: &Counts, before: Option<&(&Rules, Counts)>, converted: Option<&[u64]>) -> Vec<Stage> {
    let one = |name: &str, kind: Kind, count: u64, number: usize| Stage {
        name: name.to_owned(),
        kind,
        count,
        before: before.and_then(|(rules, counts)| at_stage(rules, counts, name)),
        converted: converted.map(|converted| converted[number]),
    };
    let steps = &rules.stages.steps;
    let mut stages: Vec<Stage> =
        (0..steps.len()).rev().map(|at| one(&steps[at].name, Kind::Stage, counts.stages[at + 1], at + 1)).collect();
    stages.push(one(&rules.stages.none, Kind::None, counts.stages[0], 0));
    if !rules.exclusions.is_empty() {
        stages.push(one(EXCLUDED, Kind::Excluded, counts.excluded(), steps.len() + 1));
    }
    stages
}

fn exclusions(rules: &Rules, counts: &Counts, before: Option<&(&Rules, Counts)>) -> Vec<Exclusion> {
    let was = |reason: &str| {
        before.map_or(0, |(rules, counts)| {
            let lines = rules.exclusions.iter().zip(&counts.exclusions);
            lines.filter(|(line, _)| line.reason == reason).map(|(_, count)| count).sum()
        })
    };
    let line = |(line, &count): (&leadrules_language::ir::Exclusion, &u64)| Exclusion {
        reason: line.reason.clone(),
        count,
        before: was(&line.reason),
    };
    rules.exclusions.iter().zip(&counts.exclusions).map(line).collect()
}

fn score(at: usize, draft: Side<'_>, base: Option<Side<'_>>, counts: &Counts) -> Score {
    let spread = &counts.scores[at];
    let name = &draft.rules.scores[at].name;
    let was = base.and_then(|base| {
        let at = base.rules.scores.iter().position(|score| score.name == *name)?;
        Some((base, at))
    });
    let mean = || i64::try_from(divide_rounded(spread.sum, spread.known.into())).ok();
    Score {
        name: name.clone(),
        least: spread.least.map(|points| Amount(Points(points))),
        mean: (spread.known > 0).then(mean).flatten().map(|points| Amount(Points(points))),
        most: spread.most.map(|points| Amount(Points(points))),
        unknown: counts.leads - spread.known,
        histogram: histogram(draft, at, was),
    }
}

fn fired(draft: Side<'_>, counts: &Counts) -> Vec<Rule> {
    let points = |rule: usize| {
        let sum: i128 = draft.batches.iter().map(|batch| batch.points[rule]).sum();
        Amount(Points(i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })))
    };
    counts.fired.iter().enumerate().map(|(rule, &fired)| Rule { fired, points: points(rule) }).collect()
}

fn promises(rules: &Rules, counts: &Counts) -> Vec<Promise> {
    let lines = rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |line| (promise, line)));
    let line = |((promise, line), breaches): (
        (&leadrules_language::ir::Promise, &leadrules_language::ir::PromiseLine),
        &leadrules_engine::run::Breaches,
    )| {
        let name = |(row, key): &(u64, Option<String>)| key.clone().unwrap_or_else(|| (row + 1).to_string());
        Promise {
            title: promise.title.clone(),
            says: format!("{} {}", line.word(), one_line(rules.text(line.condition.span))),
            broken: breaches.leads,
            examples: breaches.examples.iter().map(name).collect(),
        }
    };
    lines.zip(&counts.broken).map(line).collect()
}

/// What each place of each bar would mean, and how many leads converted in all.
fn gathered(draft: Side<'_>) -> (Vec<bars::BarJudged>, Option<OutcomeFigure>) {
    fn add<'r>(mut gather: Gather<'r>, batch: &Batch) -> Gather<'r> {
        gather.take(&batch.results(), &batch.met(), |row| batch.outcome(row), |_| None);
        gather
    }
    fn join<'r>(mut one: Gather<'r>, other: Gather<'r>) -> Gather<'r> {
        one.join(other);
        one
    }
    let none = || Gather::new(draft.rules, None, None, None);
    let gathered = draft.batches.into_par_iter().copied().fold(none, add).reduce(none, join);
    let settings = Settings { confidence: 0.95, capacity: None, rate: None, keeps: None };
    let judged = gathered.finish(settings);
    let outcome = OutcomeFigure { known: judged.all.leads, converted: judged.all.conversions };
    (judged.bars, Some(outcome))
}

impl Bar {
    fn new(bar: bars::BarJudged, has_outcome: bool) -> Self {
        let place = |place: &bars::Place| Place {
            at: place.at,
            leads: place.leads,
            converted: has_outcome.then_some(place.kept.conversions),
        };
        Self { places: bar.places.iter().map(place).collect(), stage: bar.stage, score: bar.score, at: bar.now }
    }
}

impl Moved {
    fn between(base: Side<'_>, draft: Side<'_>) -> Self {
        let names = diff::names(base.rules, draft.rules);
        let place = |rules: &Rules, number: u16| {
            let name = rules.stages.name(StageId::of_number(number));
            names.iter().position(|other| other == name).unwrap_or(0)
        };
        let numbers = |rules: &Rules| -> Vec<usize> {
            let steps = 0..=u16::try_from(rules.stages.steps.len()).expect("stages are counted in 16 bits");
            steps.map(|number| place(rules, number)).collect()
        };
        let (was, is) = (numbers(base.rules), numbers(draft.rules));
        let excluded = names.iter().position(|name| name == EXCLUDED).unwrap_or(0);
        let at = |places: &[usize], number: u16| {
            if number == StageId::EXCLUDED_NUMBER { excluded } else { places[usize::from(number)] }
        };
        let scores: Vec<(Option<usize>, Option<usize>)> = pairs(base.rules, draft.rules);
        let none = || (vec![0_u64; names.len() * names.len()], 0_u64);
        let add = |(mut flows, mut only_scores): (Vec<u64>, u64), (before, after): (&&Batch, &&Batch)| {
            for row in 0..after.rows() {
                let (from, to) = (at(&was, before.stages[row]), at(&is, after.stages[row]));
                flows[from * names.len() + to] += 1;
                only_scores += u64::from(from == to && scores.iter().any(|&pair| differ(before, after, pair, row)));
            }
            (flows, only_scores)
        };
        let join = |(mut flows, only): (Vec<u64>, u64), (others, more): (Vec<u64>, u64)| {
            flows.iter_mut().zip(others).for_each(|(sum, other)| *sum += other);
            (flows, only + more)
        };
        let both: Vec<(&&Batch, &&Batch)> = base.batches.iter().zip(draft.batches).collect();
        let (flows, only_scores) = both.into_par_iter().fold(none, add).reduce(none, join);
        let mut moved = Self { total: 0, up: 0, down: 0, only_scores, flows: Vec::new() };
        for (from, to) in (0..names.len()).flat_map(|from| (0..names.len()).map(move |to| (from, to))) {
            let count = flows[from * names.len() + to];
            if from == to || count == 0 {
                continue;
            }
            moved.total += count;
            *(if from < to { &mut moved.up } else { &mut moved.down }) += count;
            moved.flows.push(Flow { from: names[from].clone(), to: names[to].clone(), count });
        }
        moved.flows.sort_by_key(|flow| std::cmp::Reverse(flow.count));
        moved
    }
}

/// The scores of both sides by name; `None` where one side lacks it.
fn pairs(base: &Rules, draft: &Rules) -> Vec<(Option<usize>, Option<usize>)> {
    let find = |rules: &Rules, name: &str| rules.scores.iter().position(|score| score.name == name);
    let new = (0..draft.scores.len()).map(|at| (find(base, &draft.scores[at].name), Some(at)));
    let gone =
        (0..base.scores.len()).filter(|&at| find(draft, &base.scores[at].name).is_none()).map(|at| (Some(at), None));
    new.chain(gone).collect()
}

fn differ(before: &Batch, after: &Batch, (was, is): (Option<usize>, Option<usize>), row: usize) -> bool {
    let points = |batch: &Batch, at: Option<usize>| batch.scores[at?].get(row);
    points(before, was) != points(after, is)
}
