//! `leadrules drift`: is it still right. In: rules, leads of now, and leads of before or the day that parts them; out: what has shifted,
//! as text or JSON, and an exit code for the nightly job. Nothing is judged here.

use std::path::PathBuf;

use leadrules_decide::drift::{self, Drift, Gather, Settings, Side, Since};
use leadrules_decide::outcome::Outcome;
use leadrules_decide::sample::{self, Noticed, Part, Wanted};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::Fields;
use leadrules_language::calendar::format_instant;
use leadrules_language::ir::Rules;
use leadrules_language::words::{Text, say};
use serde::Serialize;

use super::args::{Format, whole};
use super::data::{Data, OverLeads};
use super::entered::day_field;
use super::exit::{Exit, Failure, shown};
use super::json::rounded;
use super::mistyped::Mistyped;
use super::outcome::{self, remark_illegible};
use super::progress::Progress;
use super::terminal::{Terminal, say, write_out};

/// Say whether leads of now are still like those of before
///
/// Scores both by the same rules, and says how far stages, points, rules and fields have shifted (the population stability index),
/// and with an outcome whether scores rank worse. The leads of before are another file (`--before`), or those that came before a
/// day (`--since`). Exit code 3 says that something drifted: a form changed, a column broke, or the market moved on.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules drift my.leadrules leads.csv --before leads-in-june.csv
  leadrules drift my.leadrules leads.csv --events events.csv --since 2026-10-01 --came created
  leadrules drift my.leadrules tonight.csv --before reference.csv --outcome won --limit 0.1 || mail …

Exit codes: 0 fine, 1 could not run, 2 the rules have errors or know the outcome, 3 something drifted.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// The leads of before, read as LEADS are
    #[arg(long, value_name = "LEADS", required_unless_present = "since", conflicts_with = "since")]
    before: Option<PathBuf>,

    /// The events of the leads of before; those of --events without it
    #[arg(long, value_name = "EVENTS", requires = "before")]
    before_events: Option<PathBuf>,

    /// The instant from which the leads of before are seen, that of their run; that of --as-of without it
    #[arg(long, value_name = "INSTANT", requires = "before")]
    before_as_of: Option<String>,

    /// The day from which on leads count as those of now
    #[arg(long, value_name = "DAY")]
    since: Option<String>,

    /// The date field that says when leads came; without it one whose name says so
    #[arg(long, value_name = "FIELD", requires = "since")]
    came: Option<String>,

    /// What the leads were hoped to become, as in `won` or `status is \"customer\"`: then it is also held against how well scores
    /// rank
    #[arg(long, value_name = "CONDITION")]
    outcome: Option<String>,

    /// From which index on something counts as drifted: 0.1 is some shift, 0.25 is much
    #[arg(long, value_name = "INDEX", default_value_t = drift::LIMIT, value_parser = index)]
    limit: f64,

    /// How sure it must be that a shift is no chance, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 99, value_parser = whole::<u8>(50..=99))]
    confidence: u8,

    /// How it is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

fn index(text: &str) -> Result<f64, Mistyped> {
    let index = text.parse().ok().filter(|index| (0.001..=10.0).contains(index));
    index.ok_or_else(|| Mistyped(say!("it is an index, such as 0.1 or 0.25")))
}

/// What a program gets.
#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    as_of: String,
    outcome: Option<&'a str>,
    #[serde(flatten)]
    drift: &'a Drift,
}

/// Looks what has shifted.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[args.before.as_ref()])?;
    let asked = (args.outcome.as_deref(), None);
    let (rules, outcome) = match outcome::usable_if_known(args.over.rule_set(), asked, terminal)? {
        Ok(usable) => usable,
        Err(exit) => return Ok(exit),
    };
    let since = args.since(&rules)?;
    let mut gather = Gather::new(&rules);
    let data = args.over.once(&rules, terminal)?;
    let asked = (&rules, outcome.as_ref());
    let now = each(&data, asked, terminal, &mut |part| {
        let side = |row| since.map_or(Some(Side::Now), |since| since.side(&rules, part, row));
        gather.add(part, side);
    })?;
    let before = match &args.before {
        None => None,
        Some(path) => {
            let events = args.before_events.as_ref();
            let data = args.over.with_leads(path, events, args.before_as_of.as_ref()).once(&rules, terminal)?;
            Some(each(&data, asked, terminal, &mut |part| gather.add(part, |_| Some(Side::Before)))?)
        }
    };
    args.both_sides(gather.leads())?;
    if let Some(outcome) = &outcome {
        outcome::is_known(&outcome.text, &args.over.leads, &now)?;
    }
    for noticed in before.iter().chain([&now]) {
        remark_illegible(&noticed.illegible, terminal);
    }
    let settings = Settings { limit: args.limit, confidence: f64::from(args.confidence) / 100.0 };
    let read = before.as_ref().map(|before| [&before.leads, &now.leads]);
    let drift = gather.finish(settings, read);
    match args.format {
        Format::Text => {
            let sides = args.sides(&rules, since, drift.leads);
            say(&drift::render(&drift, &sides, terminal.out.style))?;
        }
        Format::Json => {
            let outcome = outcome.as_ref().map(|outcome| outcome.text.as_str());
            let as_of = format_instant(data.as_of);
            write_out(rounded(&Document { version: 1, as_of, outcome, drift: &drift }).as_bytes())?;
        }
    }
    Ok(if drift.drifted.is_empty() { Exit::Fine } else { Exit::TestFailed })
}

fn each(
    data: &Data,
    (rules, outcome): (&Rules, Option<&Outcome>),
    terminal: &Terminal,
    take: &mut dyn FnMut(&Part),
) -> Result<Noticed, Failure> {
    let request = data.request(rules);
    let wanted = Wanted { request, whom: Whom::Leads, outcome, at: None, asked: &[], draw: false, fields: Fields::All };
    let mut progress = Progress::new(terminal.err.is_terminal);
    let noticed = sample::each(&wanted, &mut |part| take(&part), &mut |step| progress.step(step));
    progress.clear();
    noticed.map_err(Failure::new)
}

impl Args {
    /// What parts the leads, where they come from one file.
    fn since(&self, rules: &Rules) -> Result<Option<Since>, Failure> {
        let Some(day) = &self.since else { return Ok(None) };
        let from = rules
            .zone
            .parse_time(day)
            .ok_or_else(|| Failure::new(say!("--since: `{day}` is no day; write it as 2026-10-01", day)))?;
        let field = self.came.as_deref().map(|name| day_field(rules, "--came", name)).transpose()?;
        Since::new(rules, field, from).map(Some).ok_or_else(|| {
            Failure::new(say!("--since: no date field says by its name when leads came; name one with --came"))
        })
    }

    /// Refused where there is nobody on a side.
    fn both_sides(&self, [before, now]: [u64; 2]) -> Result<(), Failure> {
        let path = shown(&self.over.leads);
        match (before, now, self.since.as_deref().map(day)) {
            (0, 0, Some(_)) => Err(Failure::new(say!("{path}: nothing says of any lead when it came", path))),
            (0, _, Some(day)) => {
                Err(Failure::new(say!("{path}: no lead came before {day}; name a later day", path, day)))
            }
            (_, 0, Some(day)) => {
                Err(Failure::new(say!("{path}: no lead came since {day}; name an earlier day", path, day)))
            }
            (0, _, None) => Err(Failure::new(say!("--before: there are no leads in it"))),
            (_, 0, None) => Err(Failure::new(say!("{path}: there are no leads in it", path))),
            _ => Ok(()),
        }
    }

    /// Which leads are held against which, for people.
    fn sides(&self, rules: &Rules, since: Option<Since>, [was, is]: [u64; 2]) -> Text {
        match (&self.before, since) {
            (None, Some(since)) => say!(
                "{leads} leads that came since {day}, held against {others} that came before (`{field}`)",
                leads = is,
                day = day(self.since.as_deref().unwrap_or_default()),
                others = was,
                field = &rules.field(since.field()).name
            ),
            (before, _) => say!(
                "{leads} leads of {file}, held against {others} of {before}",
                leads = is,
                file = shown(&self.over.leads),
                others = was,
                before = before.as_deref().map(shown).unwrap_or_default()
            ),
        }
    }
}

/// A day as it was typed: one by itself as the reader writes it.
fn day(typed: &str) -> Text {
    if typed.len() == "2026-10-01".len() { Text::moment(typed) } else { Text::verbatim(typed) }
}
