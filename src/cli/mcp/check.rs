//! `check`: all that can be said of rules at once: findings, proofs, tests, promises, and what data shows. In: rules; out:
//! whether they may be saved, and what is wrong.

use leadrules_engine::data::ReadOptions;
use leadrules_engine::run::Error;
use leadrules_engine::survey::{self, Surveyed};
use leadrules_language::calendar::format_instant;
use leadrules_language::codes;
use leadrules_language::explain::{Explanation, PartExplained, RuleExplained};
use leadrules_language::fix;
use leadrules_language::ir::StageId;
use leadrules_language::testing::{self, TestOutcome};
use leadrules_language::words::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::check::counted_only;
use super::super::data;
use super::data::unread;
use super::finding::{Counts, Finding, shown};
use super::given::{Given, Set, as_of};
use super::refused::{Answer, Refused};
use super::session::{Session, Use};

/// At most this many of each are listed.
const SHOWN: usize = 10;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    #[serde(flatten)]
    rules: Given,
    /// Also compare the rules with these leads: columns that are missing, values that do not fit, rules that never fire.
    leads: Option<String>,
    /// The event log that belongs to `leads`.
    events: Option<String>,
    /// The accounts' own data that belongs to `leads`, where rules are about accounts.
    accounts: Option<String>,
    /// The instant from which proofs are seen: a day (2026-11-23); now without it.
    as_of: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Checked {
    /// Whether the rules have no errors, their tests pass and no promise can be broken.
    pub(super) ok: bool,
    /// What there is: "6 fields, 3 kinds of event, 12 rules, 3 stages".
    #[serde(skip_serializing_if = "Option::is_none")]
    holds: Option<Holds>,
    #[serde(flatten)]
    pub(super) counts: Counts,
    /// The worst first.
    findings: Vec<Finding>,
    /// How many more findings there are.
    #[serde(skip_serializing_if = "is_none")]
    more_findings: usize,
    /// What could be neither proved nor refuted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    undecided: Vec<String>,
    /// The tests of the rules; nothing while there are errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tests: Option<Tests>,
    /// The promises of the rules; nothing while there are errors in what they promise about.
    #[serde(skip_serializing_if = "Option::is_none")]
    promises: Option<Promises>,
    /// What to do next.
    pub(super) next: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Holds {
    fields: usize,
    events: usize,
    scores: usize,
    rules: usize,
    /// Lowest first, after the stage of leads that reach none.
    stages: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tests {
    passed: usize,
    /// Those that failed, with what came out.
    pub(super) failed: Vec<Failed>,
    /// How many rules gave points in a test, of how many.
    fired: [usize; 2],
    /// Rules that no test made fire, the first of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    never_fired: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Failed {
    pub(super) title: String,
    /// File and line.
    place: String,
    /// What was expected and did not come: `fit = 40; fit is 30`.
    pub(super) expected: Vec<String>,
    /// Promises that its lead breaks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    breaks: Vec<String>,
    /// What its lead got points for.
    points: Vec<String>,
    stage: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Promises {
    declared: usize,
    broken: usize,
    /// The instant from which all leads are seen.
    as_of: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
pub(super) fn is_none(count: &usize) -> bool {
    *count == 0
}

/// Checks the rules.
pub(super) fn check(session: &Session, asked: Asked) -> Answer<Checked> {
    let mut set = asked.rules.read(session)?;
    if asked.leads.is_none() && asked.events.is_some() {
        return Err(Refused::new("`events` belong to leads, and there are none", "name the leads with `leads`, too"));
    }
    if asked.leads.is_none() && asked.accounts.is_some() {
        return Err(Refused::new("`accounts` belong to leads, and there are none", "name the leads with `leads`, too"));
    }
    if let Some(leads) = &asked.leads {
        let of_data = (leads.as_str(), asked.events.as_ref(), asked.accounts.as_ref());
        look(session, &mut set, of_data, asked.as_of.as_ref())?;
    }
    judged(session, &mut set, asked.as_of.as_ref())
}

/// Adds what data shows.
fn look(
    session: &Session,
    set: &mut Set,
    (leads, events, accounts): (&str, Option<&String>, Option<&String>),
    given: Option<&String>,
) -> Answer<()> {
    let Some(rules) = set.checked.rules.clone() else { return Ok(()) };
    let instant = as_of(given, &rules)?;
    let input = |path: &str| Ok(leadrules_engine::data::Input::path(&session.find(path, Use::Data)?));
    let accounts = match (accounts, &rules.accounts) {
        (Some(path), Some(about)) => {
            let fitness = data::usual_fitness_of_accounts(about, instant);
            Some((input(path)?, ReadOptions::default(), fitness))
        }
        (Some(_), None) => {
            return Err(Refused::new(
                "the rules say nothing about accounts",
                "leave `accounts` out, or declare them: `account { … }`",
            ));
        }
        (None, _) => None,
    };
    let surveyed = Surveyed {
        leads: input(leads)?,
        options: ReadOptions::default(),
        events: events.map(|events| Ok((input(events)?, ReadOptions::default()))).transpose()?,
        accounts,
    };
    let fitness = data::usual_fitness(&[&rules], instant, true);
    let found = survey::survey(&rules, &surveyed, fitness.as_ref(), instant);
    let found = found.map_err(|error: Error| unread(session, &error))?;
    let found = if session.show_leads { found } else { found.iter().map(counted_only).collect() };
    set.checked.add(found);
    Ok(())
}

/// All that is to be said of a rule set.
pub(super) fn judged(session: &Session, set: &mut Set, given: Option<&String>) -> Answer<Checked> {
    let mut promises = None;
    let mut tests = None;
    let mut holds = None;
    if let Some(rules) = set.checked.rules.clone() {
        let instant = as_of(given, &rules)?;
        set.checked.prove(instant);
        let broken = set.checked.findings.iter().filter(|finding| finding.code.id == codes::LR0706.id).count();
        let as_of = format_instant(instant);
        promises = (!rules.promises.is_empty()).then_some(Promises { declared: rules.promises.len(), broken, as_of });
        tests = Some(Tests::new(&testing::run(&rules, &|_| true)));
        holds = Some(Holds {
            fields: rules.declared().count(),
            events: rules.log.as_ref().map_or(0, |log| log.kinds.len()),
            scores: rules.scores.len(),
            rules: rules.rule_count(),
            stages: rules
                .stages
                .ids()
                .filter(|id| *id != StageId::Excluded && !rules.stages.steps.is_empty())
                .map(|id| rules.stages.name(id).to_owned())
                .collect(),
        });
    }
    let counts = Counts::of(&set.checked.findings);
    let failed = tests.as_ref().map_or(0, |tests| tests.failed.len());
    let (findings, more_findings) = shown(set.checked.sources(), &set.checked.findings);
    let undecided = set.checked.undecided.iter().take(SHOWN).map(|one| format!("{}: {}", one.question, one.reason));
    Ok(Checked {
        ok: counts.errors == 0 && failed == 0 && tests.is_some(),
        holds,
        counts,
        findings,
        more_findings,
        undecided: undecided.collect(),
        next: next(session, set, (counts, failed), tests.as_ref()),
        tests,
        promises,
    })
}

fn next(session: &Session, set: &Set, (counts, failed): (Counts, usize), tests: Option<&Tests>) -> String {
    if counts.errors > 0 {
        let sure = fix::apply(&set.checked.findings, set.checked.sources(), fix::Which::Sure);
        let sure: usize = sure.iter().map(|mended| mended.count).sum();
        let mends = if sure > 0 { format!("`fix` mends {sure} for certain; ") } else { String::new() };
        return format!("{mends}mend the errors and check again; `language` with a code explains a finding");
    }
    if failed > 0 {
        return "either a rule or an expectation is wrong: compare both with what the user said, and ask where that is not clear"
            .to_owned();
    }
    let saves = if session.allow_write {
        "`write` saves it"
    } else {
        "this server may not write: give the text to the user (or start it with --allow-write)"
    };
    match tests {
        Some(tests) if tests.passed == 0 => {
            format!(
                "there is no test: add one for each case the user told, so that what was meant is proved; then {saves}"
            )
        }
        _ if counts.warnings > 0 => format!("look at the warnings; then {saves}"),
        _ if counts.advice > 0 => format!("read the advice: is it what the user meant? Then {saves}"),
        _ => saves.to_owned(),
    }
}

impl Checked {
    /// The errors, each in a line, with the lead that shows it.
    pub(super) fn worst(&self) -> impl Iterator<Item = String> + '_ {
        self.findings.iter().filter_map(Finding::error)
    }
}

impl Tests {
    fn new(report: &testing::Report) -> Self {
        let failed: Vec<Failed> = report.tests.iter().filter(|test| !test.passed()).map(Failed::new).collect();
        let (fired, rules) = report.coverage.rules_fired();
        let never = report.coverage.rules.iter().filter(|rule| !rule.fired);
        Self {
            passed: report.tests.len() - failed.len(),
            failed,
            fired: [fired, rules],
            never_fired: never.take(SHOWN).map(|rule| format!("{} ({})", rule.title, rule.place)).collect(),
        }
    }
}

impl Failed {
    fn new(test: &TestOutcome) -> Self {
        let came = |failure: &testing::Failure| Text::row(failure.came(), ", ");
        let expected = |failure: &testing::Failure| format!("{}; {}", failure.expected, came(failure));
        Self {
            title: test.title.clone(),
            place: test.place.clone(),
            expected: test.failures.iter().map(expected).collect(),
            breaks: test.broken().map(|breach| breach.promise.clone()).collect(),
            points: points(&test.explanation),
            stage: test.explanation.stage.clone(),
        }
    }
}

/// What a lead got points for: `fit: +20 employees 100..200`.
pub(super) fn points(explanation: &Explanation) -> Vec<String> {
    let mut all = Vec::new();
    for score in &explanation.scores {
        let mut rules = Vec::new();
        rules_of(&score.parts, &mut rules);
        let given = rules.iter().filter(|rule| rule.points.0.0 != 0);
        all.extend(given.map(|rule| format!("{}: {} {}", score.name, rule.points.0.signed(), rule.title)));
        if score.range_changed.0.0 != 0 {
            all.push(format!("{}: {} by its range", score.name, score.range_changed.0.signed()));
        }
    }
    all
}

/// All rules of parts.
pub(super) fn rules_of<'e>(parts: &'e [PartExplained], all: &mut Vec<&'e RuleExplained>) {
    for part in parts {
        match part {
            PartExplained::Rule(rule) => all.push(rule),
            PartExplained::Table { rows, .. } => all.extend(rows),
            PartExplained::Group { parts, .. } => rules_of(parts, all),
        }
    }
}
