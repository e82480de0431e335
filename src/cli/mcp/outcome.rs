//! `backtest` and `suggest`: were the rules right, and what the data would say. In: rules, leads, what became of them; out:
//! figures, and a draft that a person decides on.

use leadrules_decide::backtest::{self, Backtest, Judge, Share};
use leadrules_decide::outcome::{self, Outcome, Refused as NoOutcome};
use leadrules_decide::sample::{self, Noticed, Wanted};
use leadrules_decide::statistic::Rate;
use leadrules_decide::suggest::{Goal, Quoted, Settings, areas};
use leadrules_engine::run::Fields;
use leadrules_language::calendar::format_instant;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::Rules;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::outcome::{is_fair, is_known};
use super::super::progress::Progress;
use super::super::suggest::{Proposed, Task, Wrong};
use super::data::{DataGiven, Opened, unread};
use super::given::{Given, Set, further};
use super::refused::{Answer, Refused};
use super::session::Session;

/// At most this many rules are told one by one.
const RULES: usize = 40;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Tested {
    #[serde(flatten)]
    rules: Given,
    #[serde(flatten)]
    data: DataGiven,
    /// What leads were hoped to become: a condition on fields that no rule looks at, as in `won` or `status is "customer"`.
    outcome: String,
    /// The field or column that says when the outcome was known: each lead is seen as of the moment before.
    at: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Suggesting {
    #[serde(flatten)]
    of: Tested,
    /// The score to propose for; the first that is made of rules, without it.
    score: Option<String>,
    /// Fields not to use, since they are filled in or changed once the outcome is known.
    ignore: Option<Vec<String>>,
    /// True to keep the sign of the points of rules that are there.
    keep_signs: Option<bool>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Judged {
    as_of: String,
    outcome: String,
    leads: u64,
    /// How many have no known outcome; they count for nothing.
    unknown: u64,
    all: Part,
    /// From the highest stage to the lowest.
    stages: Vec<Part>,
    scores: Vec<Ranked>,
    rules: Vec<RuleJudged>,
}

/// A part of the leads.
#[derive(Debug, Serialize, JsonSchema)]
struct Part {
    name: String,
    leads: u64,
    converted: u64,
    /// The share that converted, in percent; with 95 % between `low` and `high`.
    percent: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Ranked {
    score: String,
    /// How well it ranks (AUC): 0.5 is chance, 1 is perfect.
    auc: Option<f64>,
    /// Leads by points, the highest first.
    bands: Vec<Part>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RuleJudged {
    score: String,
    rule: String,
    points: String,
    /// Leads for which it fired.
    with: Part,
    /// The share that converted of the others, in percent.
    without_percent: Option<f64>,
    /// Above 0: the score would rank better without it.
    auc_change_if_dropped: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Suggested {
    score: String,
    /// How many leads were learnt from, and on how many others it was tried.
    learnt_from: usize,
    tried_on: usize,
    /// How well the score ranks those others (AUC), as it is and as suggested.
    auc_before: Option<f64>,
    auc_after: Option<f64>,
    /// Points of rules that are there: `employees 50..500: 20 to 25`.
    changes: Vec<String>,
    /// New lines.
    lines: Vec<String>,
    /// Where stages would begin: `SQL: fit 40 to 45`.
    bars: Vec<String>,
    /// Fields that were not used, and why.
    left_aside: Vec<String>,
    /// The file as it would be; nothing was written.
    path: String,
    text: String,
    /// What to do next.
    next: String,
}

fn percent(share: Option<f64>) -> Option<f64> {
    share.map(|share| (share * 1_000.0).round() / 10.0)
}

fn thousandth(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}

impl Part {
    fn new(name: impl Into<String>, rate: &Rate) -> Self {
        Self {
            name: name.into(),
            leads: rate.leads,
            converted: rate.conversions,
            percent: percent(rate.rate),
            low: percent(rate.low),
            high: percent(rate.high),
        }
    }

    fn of(share: &Share) -> Self {
        Self::new(&share.name, &share.rate)
    }
}

impl Tested {
    /// The rules, and the outcome that they are judged by.
    fn usable(&self, session: &Session) -> Answer<(Set, Rules, Outcome)> {
        let (set, _) = self.rules.usable(session)?;
        let (rules, outcome) = outcome::read_at(&set.checked.loaded, &self.outcome, self.at.as_deref())
            .map_err(|refused| no_outcome(&refused))?;
        Ok((set, rules, outcome))
    }

    /// Whether the outcome can judge at all.
    fn judges(&self, session: &Session, outcome: &Outcome, opened: &Opened, noticed: &Noticed) -> Answer<()> {
        let known = is_known(&outcome.text, &opened.path, noticed);
        known.and_then(|()| is_fair(self.at.as_deref(), &opened.path, noticed)).map_err(|failure| {
            Refused::failure(&failure, "look at the outcome: name another condition, or another column with `at`")
                .told(|text| session.told(text))
        })
    }
}

fn no_outcome(refused: &NoOutcome) -> Refused {
    let said = |finding: &Diagnostic| {
        let help = finding.help.as_ref().map(|help| format!(" ({})", help.trim_end_matches('.'))).unwrap_or_default();
        format!("{}{help}", finding.message)
    };
    let first = refused.findings.first().map(said).unwrap_or_default();
    Refused::new(
        format!("the outcome can't be used: {first}"),
        "write a condition on fields that no rule, stage or exclusion looks at, as in `won` or `status is \"customer\"`",
    )
}

/// Says whether the rules were right.
pub(super) fn backtest(session: &Session, asked: &Tested) -> Answer<Judged> {
    let (_, rules, outcome) = asked.usable(session)?;
    let opened = asked.data.open(session, &[&rules])?;
    let wanted = Wanted {
        request: opened.data.request(&rules),
        outcome: Some(&outcome),
        at: asked.at.as_deref(),
        asked: &[],
        draw: false,
        fields: Fields::Needed,
    };
    let mut judge = Judge::new(&rules);
    let noticed = sample::each(&wanted, &mut |part| judge.add(&part), &mut |_| ());
    let noticed = noticed.map_err(|error| unread(session, &error))?;
    asked.judges(session, &outcome, &opened, &noticed)?;
    let judged = judge.finish(backtest::Settings::default());
    Ok(figures(&judged, &outcome, format_instant(opened.data.as_of)))
}

fn figures(judged: &Backtest, outcome: &Outcome, as_of: String) -> Judged {
    Judged {
        as_of,
        outcome: outcome.text.clone(),
        leads: judged.leads,
        unknown: judged.unknown,
        all: Part::new("all", &judged.all),
        stages: judged.stages.iter().map(Part::of).collect(),
        scores: judged
            .scores
            .iter()
            .map(|score| Ranked {
                score: score.name.clone(),
                auc: score.area.as_ref().map(|area| thousandth(area.auc)),
                bands: score.bands.iter().map(|band| Part::new(band.name(), &band.rate)).collect(),
            })
            .collect(),
        rules: judged
            .rules
            .iter()
            .take(RULES)
            .map(|rule| RuleJudged {
                score: rule.score.clone(),
                rule: rule.title.clone(),
                points: rule.points.0.signed(),
                with: Part::new("fired", &rule.with),
                without_percent: percent(rule.without.rate),
                auc_change_if_dropped: rule.auc_change.map(thousandth),
            })
            .collect(),
    }
}

/// Proposes points and rules.
pub(super) fn suggest(session: &Session, asked: &Suggesting) -> Answer<Suggested> {
    let (set, rules, outcome) = asked.of.usable(session)?;
    let (_, drafts) = asked.of.rules.drafts(session)?;
    let opened = asked.of.data.open(session, &[&rules])?;
    let read = |path: &str| further(session, path, &drafts);
    let task = Task {
        loaded: &set.checked.loaded,
        rules: &rules,
        outcome: &outcome,
        condition: &asked.of.outcome,
        at: asked.of.at.as_deref(),
        draw: false,
        data: &opened.data,
        leads: &opened.path,
        settings: Settings {
            score: asked.score.clone(),
            ignored: asked.ignore.clone().unwrap_or_default(),
            trusted: Vec::new(),
            at: asked.of.at.clone(),
            rules: 25,
            holdout: 0.3,
            latest: true,
            seed: 1,
            keep_signs: asked.keep_signs == Some(true),
            signs_of: Vec::new(),
        },
        goal: Goal::Same,
        quoted: if session.show_leads { Quoted::Texts } else { Quoted::Declared },
        further: &read,
    };
    let proposed = task.propose(&mut Progress::new(false), &mut |_, _| ());
    let proposed = proposed.map_err(|wrong| match wrong {
        Wrong::Read(error) => unread(session, &error),
        Wrong::Refused(refused) => {
            Refused::new(refused.to_string(), "`backtest` says how well the rules do as they are")
        }
        Wrong::Failure(failure) => {
            Refused::failure(&failure, "look at the outcome: name another condition, or another column with `at`")
                .told(|text| session.told(text))
        }
    })?;
    Ok(said(session, &proposed))
}

fn said(session: &Session, Proposed { suggestion, before, after }: &Proposed) -> Suggested {
    let areas = areas(&suggestion.score, before, after);
    let change = |change: &leadrules_decide::suggest::Change| {
        let to = change.to.map_or_else(|| "dropped".to_owned(), |to| to.0.to_string());
        format!("{}: {} to {to}", change.title, change.from.0)
    };
    let is_worse = areas.is_some_and(|(before, after)| after < before);
    let leaks = suggestion.leaks.iter().map(|leak| (&leak.field, &leak.why));
    let aside = suggestion.left_aside.iter().map(|(field, why)| (field, why)).chain(leaks);
    // Reasons may quote the values of a text.
    let told =
        |why: &str| if session.show_leads { why.to_owned() } else { why.split('`').next().unwrap_or("").to_owned() };
    Suggested {
        score: suggestion.score.clone(),
        learnt_from: suggestion.learnt_from,
        tried_on: suggestion.held_out,
        auc_before: areas.map(|(before, _)| thousandth(before)),
        auc_after: areas.map(|(_, after)| thousandth(after)),
        changes: suggestion.changes.iter().map(change).collect(),
        lines: suggestion.lines.clone(),
        bars: suggestion
            .bars
            .iter()
            .map(|bar| format!("{}: {} {} to {}", bar.stage, bar.score, bar.from.0, bar.to.0))
            .collect(),
        left_aside: aside.map(|(field, why)| format!("{field}: {}", told(why).trim_end())).collect(),
        path: suggestion.edited.path.clone(),
        text: suggestion.edited.after.clone(),
        next: if is_worse {
            "it ranks worse than the rules as they are: keep those".to_owned()
        } else {
            "show the user what would change; `diff` says who moves; a person decides".to_owned()
        },
    }
}
