//! `score`: what the rules make of leads, in figures. In: rules and leads; out: how many are at each stage, how scores spread,
//! which rules fire, what can't be read, and the best leads by names of this session.

use arrow_array::Array;
use leadrules_decide::call_list::{self, CallList, Settings};
use leadrules_engine::columns::Results;
use leadrules_engine::run::{self, Counts, RunReport};
use leadrules_language::calendar::format_instant;
use leadrules_language::decimal::{Points, divide_rounded};
use leadrules_language::diagnostic;
use leadrules_language::ir::{self, EXCLUDED, Rules, StageId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::is_none;
use super::data::{DataGiven, unread};
use super::given::Given;
use super::refused::{Answer, Refused};
use super::session::Session;

/// At most this many rules are told one by one.
const RULES: usize = 60;

/// At most this many leads are listed.
const LEADS: usize = 50;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    #[serde(flatten)]
    rules: Given,
    #[serde(flatten)]
    data: DataGiven,
    /// How many of the best leads are listed, 0 to 50; 5 without it.
    top: Option<usize>,
    /// List leads at this stage only.
    stage: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Scored {
    /// The instant from which time is seen.
    as_of: String,
    leads: u64,
    /// How many leads are at each stage, the highest first.
    stages: Vec<AtStage>,
    /// Why leads are excluded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded: Vec<Excluded>,
    scores: Vec<Score>,
    /// For how many leads each rule fired.
    rules: Vec<Fired>,
    /// How many more rules there are.
    #[serde(skip_serializing_if = "is_none")]
    more_rules: usize,
    /// Fields with values that do not fit, which are unknown to every rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<Unreadable>,
    /// Events: how many could be read, and how many are of leads that are not in the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<Events>,
    /// Promises that leads break.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    broken: Vec<Broken>,
    /// The accounts of these leads, if the rules are about accounts too.
    #[serde(skip_serializing_if = "Option::is_none")]
    accounts: Option<Accounts>,
    /// The best leads, the highest stage first.
    top: Vec<Lead>,
    /// What to do next.
    next: String,
}

/// What comes out for accounts; what counts leads elsewhere counts accounts here.
#[derive(Debug, Serialize, JsonSchema)]
struct Accounts {
    accounts: u64,
    /// How many are at each stage, the highest first.
    stages: Vec<AtStage>,
    /// Why accounts are excluded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded: Vec<Excluded>,
    scores: Vec<Score>,
    /// For how many accounts each rule fired.
    rules: Vec<Fired>,
    /// How many more rules there are.
    #[serde(skip_serializing_if = "is_none")]
    more_rules: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AtStage {
    stage: String,
    leads: u64,
    percent: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Excluded {
    reason: String,
    leads: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Score {
    score: String,
    least: Option<String>,
    mean: Option<String>,
    most: Option<String>,
    /// For how many leads it is unknown.
    unknown: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Fired {
    score: String,
    rule: String,
    points: String,
    leads: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Unreadable {
    field: String,
    values: u64,
    /// Values that were read.
    known: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Events {
    read: u64,
    of_unknown_leads: u64,
    of_undeclared_kinds: u64,
    without_time: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Broken {
    promise: String,
    leads: u64,
    /// The first of them.
    first: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Lead {
    /// Its name in this session, which `explain` takes; its key where leads may be named.
    lead: Option<String>,
    stage: String,
    scores: Vec<Option<String>>,
}

/// Scores leads.
pub(super) fn score(session: &Session, asked: &Asked) -> Answer<Scored> {
    let (_, rules) = asked.rules.about_both(session)?;
    let opened = asked.data.open(session, &[&rules])?;
    let stages = asked.stage.iter().map(|name| stage_of(&rules, name)).collect::<Answer<_>>()?;
    let top = asked.top.unwrap_or(5).min(LEADS);
    let mut list = CallList::new(&rules, Settings { most: Some(top.max(1)), stages, order_by: None });
    let request = opened.data.request(&rules);
    let mut take =
        |results: Results, outcome: Vec<leadrules_language::types::Truth>| list.add(&results, |row| outcome[row]);
    let mut report =
        call_list::score(&request, None, &mut take, &mut |_| ()).map_err(|error| unread(session, &error))?;
    if rules.accounts.is_some() {
        // What accounts come to is known once all leads are scored, which a list of the best does not wait for.
        let scored = run::score(&request, &mut |_| ());
        let scored = scored.and_then(|scored| scored.map(drop).for_each(&mut |(), _| Ok(()), &mut |_| ()));
        report = scored.map_err(|error| unread(session, &error))?;
    }
    let best = list.finish().results.filter(|_| top > 0);
    Ok(figures(session, &rules, &report, best.as_ref()))
}

fn stage_of(rules: &Rules, name: &str) -> Answer<StageId> {
    let found = rules.stages.ids().find(|id| rules.stages.name(*id).eq_ignore_ascii_case(name));
    found.ok_or_else(|| {
        let names: Vec<&str> = rules.stages.ids().map(|id| rules.stages.name(id)).collect();
        let hint = diagnostic::nearest(name, names.iter().copied())
            .map_or_else(|| format!("the stages are {}", names.join(", ")), |near| format!("did you mean `{near}`?"));
        Refused::new(format!("there is no stage `{name}`"), hint)
    })
}

fn figures(session: &Session, rules: &Rules, report: &RunReport, best: Option<&Results>) -> Scored {
    let counts = &report.counts;
    let unreadable = rules.fields.iter().zip(&report.leads.fields).filter(|(_, of)| of.invalid.count > 0);
    let odd = unreadable.map(|(field, of)| Unreadable {
        field: field.name.clone(),
        values: of.invalid.count,
        known: of.known,
    });
    let unreadable: Vec<Unreadable> = odd.collect();
    let next = match (counts.leads, unreadable.is_empty(), counts.breaks_promises()) {
        (0, ..) => "there is no lead in the data",
        (_, _, true) => "leads break promises: look at one with `explain`, then mend the rules or the promise",
        (_, false, _) => "`check` with this data says more of the values that do not fit",
        _ => "`explain` says why a lead is where it is; `diff` who moves when rules change",
    };
    Scored {
        as_of: format_instant(report.as_of),
        leads: counts.leads,
        stages: stages(rules, counts),
        excluded: excluded(rules, counts),
        scores: scores(rules, counts),
        rules: fired(rules, counts),
        more_rules: rules.rule_count().saturating_sub(RULES),
        unreadable,
        events: report.log.as_ref().map(|log| Events {
            read: log.report.rows,
            of_unknown_leads: log.strangers.events,
            of_undeclared_kinds: log.report.events.as_ref().map_or(0, |events| events.unknown_kind_rows),
            without_time: log.report.events.as_ref().map_or(0, |events| events.without_time.count),
        }),
        broken: broken(session, rules, counts),
        accounts: rules.accounts.as_ref().zip(report.accounts.as_ref()).map(|(about, results)| {
            let (rules, counts) = (&about.rules, Counts::of_accounts(&about.rules, results));
            Accounts {
                accounts: counts.leads,
                stages: stages(rules, &counts),
                excluded: excluded(rules, &counts),
                scores: scores(rules, &counts),
                rules: fired(rules, &counts),
                more_rules: rules.rule_count().saturating_sub(RULES),
            }
        }),
        top: best.map_or_else(Vec::new, |best| (0..best.rows).map(|row| lead(session, rules, best, row)).collect()),
        next: next.to_owned(),
    }
}

fn excluded(rules: &Rules, counts: &Counts) -> Vec<Excluded> {
    let reasons = rules.exclusions.iter().zip(&counts.exclusions).filter(|(_, leads)| **leads > 0);
    reasons.map(|(exclusion, leads)| Excluded { reason: exclusion.reason.clone(), leads: *leads }).collect()
}

fn fired(rules: &Rules, counts: &Counts) -> Vec<Fired> {
    let fired = |((score, rule), leads): ((&ir::Score, &ir::Rule), &u64)| Fired {
        score: score.name.clone(),
        rule: rule.title.clone(),
        points: rule.gain.points().signed(),
        leads: *leads,
    };
    rules.rules().into_iter().zip(&counts.fired).take(RULES).map(fired).collect()
}

fn stages(rules: &Rules, counts: &Counts) -> Vec<AtStage> {
    let steps = rules.stages.steps.iter().zip(&counts.stages[1..]).rev();
    let mut all: Vec<(&str, u64)> = steps.map(|(step, leads)| (step.name.as_str(), *leads)).collect();
    all.push((&rules.stages.none, counts.stages[0]));
    if !rules.exclusions.is_empty() {
        all.push((EXCLUDED, counts.excluded()));
    }
    let at =
        |(stage, leads): (&str, u64)| AtStage { stage: stage.to_owned(), leads, percent: percent(leads, counts.leads) };
    all.into_iter().map(at).collect()
}

/// A share in percent, with one digit.
fn percent(part: u64, all: u64) -> f64 {
    let tenths = (u128::from(part) * 2_000 + u128::from(all)) / (2 * u128::from(all)).max(1);
    f64::from(u32::try_from(tenths).unwrap_or(0)) / 10.0
}

fn scores(rules: &Rules, counts: &Counts) -> Vec<Score> {
    let shown = |points: i64| Points(points).to_string();
    let score = |(score, spread): (&ir::Score, &leadrules_engine::run::Spread)| Score {
        score: score.name.clone(),
        least: spread.least.map(shown),
        mean: (spread.known > 0)
            .then(|| shown(i64::try_from(divide_rounded(spread.sum, spread.known.into())).unwrap_or(i64::MAX))),
        most: spread.most.map(shown),
        unknown: counts.leads - spread.known,
    };
    rules.scores.iter().zip(&counts.scores).map(score).collect()
}

fn broken(session: &Session, rules: &Rules, counts: &Counts) -> Vec<Broken> {
    let lines = rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |_| promise));
    let broken = lines.zip(&counts.broken).filter(|(_, breaches)| breaches.leads > 0);
    let named = |(row, key): &(u64, Option<String>)| {
        key.as_ref().map_or_else(|| format!("row {}", row + 1), |key| session.lead(key))
    };
    broken
        .map(|(promise, breaches)| Broken {
            promise: promise.title.clone(),
            leads: breaches.leads,
            first: breaches.examples.iter().map(named).collect(),
        })
        .collect()
}

fn lead(session: &Session, rules: &Rules, results: &Results, row: usize) -> Lead {
    let key = results.keys.is_valid(row).then(|| session.lead(results.keys.value(row)));
    let points = |at: usize| results.scores[at].points.iter().nth(row).flatten();
    Lead {
        lead: key,
        stage: rules.stages.name(StageId::of_number(results.stages[row])).to_owned(),
        scores: (0..rules.scores.len())
            .map(|at| points(at).map(|points| format!("{} {}", rules.scores[at].name, Points(points))))
            .collect(),
    }
}
