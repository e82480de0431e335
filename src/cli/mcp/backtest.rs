//! `backtest`: were the rules right. In: rules, leads, what became of them; out: figures by stage, by points and by rule.

use leadrules_decide::backtest::{self, Backtest, Judge, Share};
use leadrules_decide::outcome::{self, Outcome, Refused as NoOutcome};
use leadrules_decide::sample::{self, Noticed, Wanted};
use leadrules_decide::statistic::Rate;
use leadrules_decide::whom::Whom;
use leadrules_engine::run::Fields;
use leadrules_language::calendar::format_instant;
use leadrules_language::diagnostic::Diagnostic;
use leadrules_language::ir::Rules;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::outcome::{is_fair, is_known};
use super::data::{DataGiven, Opened, unread};
use super::given::{Given, Set};
use super::refused::{Answer, Refused};
use super::session::Session;

/// At most this many rules are told one by one.
const RULES: usize = 40;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Tested {
    #[serde(flatten)]
    pub(super) rules: Given,
    #[serde(flatten)]
    pub(super) data: DataGiven,
    /// What leads were hoped to become: a condition on fields that no rule looks at, as in `won` or `status is "customer"`.
    pub(super) outcome: String,
    /// The field or column that says when the outcome was known: each lead is seen as of the moment before.
    pub(super) at: Option<String>,
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

fn percent(share: Option<f64>) -> Option<f64> {
    share.map(|share| (share * 1_000.0).round() / 10.0)
}

/// Three places are enough.
pub(super) fn thousandth(number: f64) -> f64 {
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
    pub(super) fn usable(&self, session: &Session) -> Answer<(Set, Rules, Outcome)> {
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
        let help = finding
            .help
            .as_ref()
            .map(|help| format!(" ({})", help.to_string().trim_end_matches('.')))
            .unwrap_or_default();
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
        whom: Whom::Leads,
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
                bands: score.bands.iter().map(|band| Part::new(band.name().to_string(), &band.rate)).collect(),
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
