//! `leadrules cohorts`: what became of those who entered a stage in a month. In: rules, leads with what they did and (if known) what
//! became of them; out: a line for each month, as text or JSON. Nothing is judged here.

use leadrules_decide::cohorts::{self, Cohorts, Settings};
use leadrules_decide::outcome::Outcome;
use leadrules_language::calendar::format_instant;
use leadrules_language::ir::{FieldId, Rules};
use leadrules_language::types::Truth;
use serde::Serialize;

use super::args::{Format, span, whole};
use super::data::OverLeads;
use super::entered;
use super::exit::{Exit, Failure};
use super::json::rounded;
use super::outcome;
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, say, write_out};

/// Say what became of the leads that entered a stage, month by month
///
/// For each month: how many leads entered the stage, how many of them went on to each higher stage and after how many days, and
/// with an outcome how many converted, with intervals.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules cohorts my.leadrules leads.csv --events events.csv --stage MQL
  leadrules cohorts my.leadrules leads.csv --events events.csv --stage MQL --within '90 days'
  leadrules cohorts my.leadrules leads.csv --events events.csv --outcome 'status is \"won\"' --at closed

Exit codes: 0 fine, 1 could not run, 2 the rules have errors or know the outcome.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// The stage whose entry counts; the lowest without it
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,

    /// What the leads were hoped to become: a condition on fields that no rule looks at, as in `won` or
    /// `status is "customer"`
    #[arg(long, value_name = "CONDITION")]
    outcome: Option<String>,

    /// The date field that says when the outcome was known
    #[arg(long, value_name = "FIELD", requires = "outcome")]
    at: Option<String>,

    /// Count only what came within this time of entering, and only leads that entered that long ago, as in `90 days`
    #[arg(long, value_name = "TIME", value_parser = span)]
    within: Option<i64>,

    /// How sure the intervals are, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 95, value_parser = whole::<u8>(50..=99))]
    confidence: u8,

    /// How it is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// What a program gets.
#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    as_of: String,
    outcome: Option<&'a str>,
    at: Option<&'a str>,
    #[serde(flatten)]
    cohorts: &'a Cohorts,
}

/// Looks what became of them.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let (rules, outcome) = match args.usable(terminal)? {
        Ok(usable) => usable,
        Err(exit) => return Ok(exit),
    };
    let step = match &args.stage {
        Some(name) => entered::step(&rules, Some(name))?,
        // Refused where there is none at all.
        None => entered::step(&rules, None).map(|_| 0)?,
    };
    let at = args.at.as_deref().map(|name| entered::day_field(&rules, "--at", name)).transpose()?;
    let data = args.over.held(&[&rules], terminal)?;
    let request = data.request(&rules);
    let fields: Vec<FieldId> = at.into_iter().collect();
    let (cases, reached) = entered::read(&request, outcome.as_ref(), &fields, Some(&[]), terminal)?;
    let became = outcome.as_ref().map(|outcome| entered::outcomes(&request, outcome, &cases));
    if let (Some(outcome), Some(became)) = (&outcome, &became)
        && !became.is_empty()
        && became.iter().all(|became| *became == Truth::Unknown)
    {
        return Err(outcome::known_of_none(&outcome.text, &args.over.leads, became.len()));
    }
    let settings =
        Settings { step, within: args.within, at, confidence: f64::from(args.confidence) / 100.0, as_of: data.as_of };
    let cohorts = cohorts::cohorts(&rules, &cases, &reached, became.as_deref(), &settings);
    let text = outcome.as_ref().map(|outcome| outcome.text.as_str());
    let as_of = format_instant(data.as_of);
    match args.format {
        Format::Text => say(&cohorts::render(&cohorts, text, &as_of, terminal.out.style))?,
        Format::Json => {
            let at = args.at.as_deref();
            write_out(rounded(&Document { version: 1, as_of, outcome: text, at, cohorts: &cohorts }).as_bytes())?;
        }
    }
    Ok(Exit::Fine)
}

impl Args {
    /// The rules, and the outcome if one was named; otherwise their errors are shown.
    fn usable(&self, terminal: &Terminal) -> Result<Result<(Rules, Option<Outcome>), Exit>, Failure> {
        let rule_set = self.over.rule_set();
        let Some(condition) = &self.outcome else {
            let rules = RuleSet::usable_with_accounts(rule_set, terminal, Quiet::No)?;
            return Ok(rules.map(|rules| (rules, None)));
        };
        let usable = outcome::usable_with_accounts(rule_set, (condition, self.at.as_deref()), terminal)?;
        Ok(usable.map(|(_, rules, outcome)| (rules, Some(outcome))))
    }
}
