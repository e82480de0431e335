//! `leadrules bars`: where should a stage begin. In: rules, leads and (if known) what became of them; out: for each place
//! of a bar who gets to the stage, as text or JSON. Nothing is judged here.

use leadrules_decide::bars::{self, Gather, Settings};
use leadrules_decide::sample::{self, Wanted};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::Fields;
use leadrules_language::calendar::format_instant;
use leadrules_language::ir::Rules;
use leadrules_language::visible;
use leadrules_language::words::{Text, say};
use serde::Serialize;

use super::args::{Capacity, Format, capacity, whole};
use super::backtest::{remarks, seen};
use super::data::OverLeads;
use super::exit::{Exit, Failure};
use super::json::rounded;
use super::outcome::{self, Judged, Of, OutcomeIfKnown};
use super::progress::Progress;
use super::terminal::{Terminal, say, write_out};

/// Say where a stage could begin, and what each place of its bar brings
///
/// A bar is the points of a score that a stage asks for, as in `engagement >= 50 => SQL`. For each place that it could have:
/// how many leads would be at the stage or a higher one, in all and in a week; with an outcome, how many of them convert and
/// how much of all that converts they are, with intervals. All else that the stage asks for stays as it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules bars my.leadrules leads.csv --events events.csv
  leadrules bars my.leadrules leads.csv --outcome won --stage SQL --capacity 50/week
  leadrules bars my.leadrules leads.csv --outcome won --score profile --keeps 90
  leadrules bars my.leadrules leads.csv --accounts accounts.csv --events events.csv --of accounts --outcome deal

Exit codes: 0 fine, 1 could not run, 2 the rules have errors or know the outcome.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    #[command(flatten)]
    outcome: OutcomeIfKnown,

    /// Whose stages are meant: those of leads, or of accounts
    #[arg(long, value_enum, default_value_t, value_name = "WHOM")]
    of: Of,

    /// The stage; all that have bars, without it
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,

    /// The score; all that stages have bars on, without it
    #[arg(long, value_name = "SCORE")]
    score: Option<String>,

    /// Mark the lowest place at which no more leads get there: of all in the data or in a time, as in 200 or 50/week
    #[arg(long, value_name = "N", value_parser = capacity)]
    capacity: Option<Capacity>,

    /// Mark the lowest place from which on so many of the leads convert, in percent
    #[arg(long, value_name = "PERCENT", requires = "outcome", value_parser = whole::<u8>(1..=99))]
    rate: Option<u8>,

    /// Mark the highest place that keeps so much of all that converts, in percent
    #[arg(long, value_name = "PERCENT", requires = "outcome", value_parser = whole::<u8>(1..=100))]
    keeps: Option<u8>,

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
    /// Who is counted, if not leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    outcome: Option<&'a str>,
    as_of: String,
    at: Option<&'a str>,
    #[serde(flatten)]
    judged: &'a bars::Judged,
}

/// Judges the places of the bars.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let at = args.outcome.at.as_deref();
    let asked = (args.outcome.outcome.as_deref(), at);
    let judged_by = match Judged::read(args.over.rule_set(), args.of, asked, terminal)? {
        Ok(judged) => judged,
        Err(exit) => return Ok(exit),
    };
    let (rules, whom, outcome) = (&judged_by.rules, judged_by.whom, judged_by.outcome.as_ref());
    let mut gather = args.gather(judged_by.about())?;
    let data = args.over.once(rules, terminal)?;
    let wanted = Wanted {
        request: data.request(rules),
        whom,
        outcome,
        at,
        asked: &gather.asked(),
        draw: args.outcome.draw_moments,
        fields: Fields::All,
    };
    let mut progress = Progress::new(terminal.err.is_terminal);
    let noticed = sample::each(&wanted, &mut |part| gather.add(&part), &mut |step| progress.step(step));
    progress.clear();
    let noticed = noticed.map_err(Failure::new)?;
    let path = args.over.data_of(whom);
    if let Some(outcome) = outcome {
        outcome::is_known(&outcome.text, path, &noticed)?;
    }
    outcome::is_fair(at, path, &noticed)?;
    remarks(&noticed, terminal);
    let judged = gather.finish(args.settings());
    in_time(args.capacity, &judged)?;
    let text = outcome.map(|outcome| outcome.text.as_str());
    match args.format {
        Format::Text => {
            let seen = seen(whom, at, data.as_of);
            say(&bars::render(&judged, (whom, text), &seen, terminal.out.style))?;
        }
        Format::Json => {
            let as_of = format_instant(data.as_of);
            let of = (whom == Whom::Accounts).then_some(whom.many());
            write_out(rounded(&Document { version: 1, of, outcome: text, as_of, at, judged: &judged }).as_bytes())?;
        }
    }
    Ok(Exit::Fine)
}

/// Refuses a capacity in a time where nothing says when leads came.
pub(super) fn in_time(capacity: Option<Capacity>, judged: &bars::Judged) -> Result<(), Failure> {
    if capacity.is_some_and(|capacity| capacity.days.is_some()) && judged.days.is_none() {
        return Err(Failure::new(say!(
            "--capacity: nothing says when leads came, so there is no telling how many get there in a time; declare the \
             date on which they came (`created date`), or say how many of all in the data, as in --capacity 200"
        )));
    }
    Ok(())
}

/// What is said where no stage has a bar.
pub(super) fn without_bars() -> Failure {
    Failure::new(say!(
        "no stage that is asked about holds a score against a number, as `profile >= 40 => MQL` does, so there is no bar \
         to place"
    ))
}

impl Args {
    /// The bars that are asked for, of which there is one at least.
    fn gather<'a>(&self, rules: &'a Rules) -> Result<Gather<'a>, Failure> {
        let (stage, score) = (self.stage.as_deref(), self.score.as_deref());
        let listed = |there: &[&str]| {
            let there: Vec<Text> = there.iter().map(|name| Text::verbatim(format!("`{name}`"))).collect();
            if there.is_empty() { say!("none") } else { Text::row(there, ", ") }
        };
        let stages: Vec<&str> = rules.stages.steps.iter().map(|step| step.name.as_str()).collect();
        let scores: Vec<&str> = rules.scores.iter().map(|score| score.name.as_str()).collect();
        if let Some(name) = stage.filter(|name| !stages.contains(name)) {
            let (stage, stages) = (visible::line(name).into_owned(), listed(&stages));
            return Err(Failure::new(say!("--stage: there is no stage `{stage}`; there are {stages}", stage, stages)));
        }
        if let Some(name) = score.filter(|name| !scores.contains(name)) {
            let (score, scores) = (visible::line(name).into_owned(), listed(&scores));
            return Err(Failure::new(say!("--score: there is no score `{score}`; there are {scores}", score, scores)));
        }
        let gather = Gather::new(rules, stage, score, self.outcome.at.as_deref());
        if gather.is_empty() {
            return Err(without_bars());
        }
        Ok(gather)
    }

    fn settings(&self) -> Settings {
        let share = |percent: Option<u8>| percent.map(|percent| f64::from(percent) / 100.0);
        Settings {
            confidence: f64::from(self.confidence) / 100.0,
            capacity: self.capacity.map(|Capacity { leads, days }| (leads, days)),
            rate: share(self.rate),
            keeps: share(self.keeps),
        }
    }
}
