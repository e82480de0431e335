//! `leadrules response`: are leads called in time. In: rules, leads with what they did, and what counts as a touch; out: how soon each
//! was touched after it entered a stage, as text or JSON. Nothing is judged here.

use leadrules_decide::entry::By;
use leadrules_decide::response::{self, Response, Settings, Touch};
use leadrules_engine::run::Request;
use leadrules_language::calendar::format_instant;
use leadrules_language::ir::{FieldId, KindId, Rules};
use leadrules_language::visible;
use leadrules_language::words::{Text, say};
use serde::Serialize;

use super::args::{Format, span, whole};
use super::data::OverLeads;
use super::entered;
use super::exit::{Exit, Failure};
use super::json::rounded;
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, say, write_out};

/// Say how soon leads are called once they are ready, and who waits
///
/// From entering a stage to the first touch: an event of a kind that the rules declare (`called`, `meeting`), or the day in a date
/// field (`first_contact`). Says within what time half of the leads are touched, how many of them in time where a time was
/// promised, and which leads wait now.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules response my.leadrules leads.csv --events events.csv --touch called
  leadrules response my.leadrules leads.csv --events events.csv --stage SQL --touch called,meeting --within '2 days' --by owner
  leadrules response my.leadrules leads.csv --events events.csv --touch first_contact --format json

Exit codes: 0 fine, 1 could not run, 2 the rules have errors.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// What counts as a touch: kinds of events, with commas between them, or a date field
    #[arg(long, value_name = "KINDS", value_delimiter = ',', required = true)]
    touch: Vec<String>,

    /// The stage whose entry counts; the highest without it
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,

    /// Within what time it was promised, as in `2 days`, `4h` or `30 minutes`
    #[arg(long, value_name = "TIME", value_parser = span)]
    within: Option<i64>,

    /// A label or field that tells leads apart, such as their owner
    #[arg(long, value_name = "LABEL")]
    by: Option<String>,

    /// Columns of the leads to show of those that wait, with commas between them; can be given several times
    #[arg(long, value_name = "COLUMNS")]
    keep: Vec<String>,

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
    touch: &'a str,
    by: Option<&'a str>,
    #[serde(flatten)]
    response: &'a Response,
}

/// Looks how soon leads were called.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let rules = match RuleSet::usable_with_accounts(args.over.rule_set(), terminal, Quiet::No)? {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let by = args.by.as_deref().map(|name| entered::by(&rules, name)).transpose()?;
    let touch = touch(&rules, &args.touch, &args.over)?;
    let step = entered::step(&rules, args.stage.as_deref())?;
    let data = args.over.held(&[&rules], terminal)?;
    let keep = args.over.kept(&args.keep);
    let request = Request { keep: &keep, ..data.request(&rules) };
    let (of_touch, kinds) = match &touch {
        Touch::Day(day) => (Some(*day), &[][..]),
        Touch::Events(kinds) => (None, kinds.as_slice()),
    };
    let of_group = match by {
        Some(By::Field(field)) => Some(field),
        Some(By::Label(_)) | None => None,
    };
    let asked: Vec<FieldId> = of_touch.into_iter().chain(of_group).collect();
    let (cases, reached) = entered::read(&request, None, &asked, Some(kinds), terminal)?;
    let settings = Settings {
        step,
        touch,
        within: args.within,
        by,
        confidence: f64::from(args.confidence) / 100.0,
        as_of: data.as_of,
    };
    let response = response::response(&rules, &cases, &reached, &settings);
    let as_of = format_instant(data.as_of);
    match args.format {
        Format::Text => {
            let touches = args.touch.iter().map(|touch| Text::verbatim(touch.as_str()));
            let touch = touches.reduce(|first, other| say!("{first} or {other}", first, other)).unwrap_or_default();
            say(&response::render(&response, &touch, args.by.as_deref(), &as_of, &keep, terminal.out.style))?;
        }
        Format::Json => {
            let (touch, by) = (args.touch.join(" or "), args.by.as_deref());
            write_out(rounded(&Document { version: 1, as_of, touch: &touch, by, response: &response }).as_bytes())?;
        }
    }
    Ok(Exit::Fine)
}

/// What counts as a touch.
pub(super) fn touch(rules: &Rules, names: &[String], over: &OverLeads) -> Result<Touch, Failure> {
    let log = rules.log.as_ref();
    let kind = |name: &String| {
        let place = log?.kinds.iter().position(|kind| kind.name == *name)?;
        u16::try_from(place).ok().map(KindId)
    };
    if let Some(kinds) = names.iter().map(kind).collect::<Option<Vec<KindId>>>() {
        if over.run.is_without_events() {
            return Err(Failure::new(say!(
                "--no-events: then nothing is known of what leads did, nor of touches that are events; name the log with \
                 --events, or a date field with --touch"
            )));
        }
        return Ok(Touch::Events(kinds));
    }
    if let [name] = names
        && let Ok(field) = entered::day_field(rules, "--touch", name)
    {
        return Ok(Touch::Day(field));
    }
    let unknown = names.iter().find(|name| kind(name).is_none()).expect("one of them is none");
    let name = visible::line(unknown).into_owned();
    let kinds: Vec<String> = log.iter().flat_map(|log| &log.kinds).map(|kind| format!("`{}`", kind.name)).collect();
    Err(Failure::new(if kinds.is_empty() {
        say!(
            "--touch: `{name}` is neither a kind of event nor a date field that the rules declare; they declare no events",
            name
        )
    } else {
        say!(
            "--touch: `{name}` is neither a kind of event nor a date field that the rules declare; there are {kinds}",
            name,
            kinds = kinds.join(", ")
        )
    }))
}
