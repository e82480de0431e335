//! `leadrules timeline`: when a lead reached its stage, and when it will lose it; or the day on which each lead reached
//! each step. In: rules, leads, events; out: text, JSON, SVG or CSV. Nothing is replayed here.

use std::path::PathBuf;

use clap::ValueEnum;
use leadrules_decide::company::{Companies, Company, Who};
use leadrules_decide::replay::{Everybody, Extra};
use leadrules_decide::timeline::{self, ReachedDays, Span, Timeline};
use leadrules_engine::run::Request;
use leadrules_language::ir::Rules;
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::words::{Locale, Text, say};

use super::account;
use super::args::{Form, form, whole};
use super::data::OverLeads;
use super::exit::{Exit, Failure};
use super::json::json;
use super::lead;
use super::output::{Asked, Kind, Target, Writing};
use super::progress::Progress;
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, say_or_pass};

/// Say when a lead came to its scores and its stage, and when it will lose them
///
/// Replays what the lead did: each step with what brought it about and the rules that made the difference, whose points
/// add up exactly; then what will change if nothing more happens, as points fade and windows close. Fields are taken as
/// they are today. With --reached, for all leads: the day on which each first reached each step.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules timeline my.leadrules leads.csv --events events.csv --lead L1042
  leadrules timeline my.leadrules leads.csv --events events.csv --lead L1042 --format svg -o L1042.svg
  leadrules timeline my.leadrules leads.csv --events events.csv --reached -o reached.csv
  leadrules timeline my.leadrules leads.csv --events events.csv --accounts accounts.csv --account C17

Exit codes: 0 fine, 1 could not run (no such lead, for one), 2 the rules have errors.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// The key of the lead; without a key field, its row number
    #[arg(long, value_name = "KEY", required_unless_present_any = ["reached", "account"], conflicts_with = "reached")]
    lead: Option<String>,

    /// The key of an account: replays what all its leads did
    #[arg(long, value_name = "KEY", conflicts_with_all = ["lead", "reached"])]
    account: Option<String>,

    /// For all leads: the day on which each first reached each step
    #[arg(long)]
    reached: bool,

    /// With --reached: columns of the leads to pass on, with commas between them; can be given several times
    #[arg(long, value_name = "COLUMNS", requires = "reached")]
    keep: Vec<String>,

    /// Show nothing before this day or instant; without it all since the first event
    #[arg(long, value_name = "INSTANT", conflicts_with = "reached")]
    since: Option<String>,

    /// How many days to look ahead
    #[arg(long, value_name = "DAYS", default_value_t = 365, conflicts_with = "reached",
        value_parser = whole::<u32>(0..=3660))]
    ahead: u32,

    /// How it is shown
    #[arg(long, value_parser = form::<Further>(), value_name = "FORMAT")]
    format: Option<Format>,

    /// Where it goes; standard output without it
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,

    #[command(flatten)]
    writing: Writing,
}

/// A form of courses beside text and JSON.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Further {
    /// A drawing of one lead
    Svg,
    /// A row for each lead, with --reached
    Csv,
}

type Format = Form<Further>;

/// Replays the lead, or all.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let target = args.target()?;
    let format = args.format(target.as_ref());
    let rules = match RuleSet::usable_with_accounts(args.over.rule_set(), terminal, Quiet::Yes)? {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let rules = &rules;
    target.as_ref().map_or(Ok(()), |target| target.spares(&rules.sources))?;
    let data = args.over.held(&[rules], terminal)?.followed()?;
    let keep = args.over.kept(&args.keep);
    let request = Request { keep: &keep, ..data.request(rules) };
    let text = if args.reached {
        all(&request, format, args.style(terminal), terminal)?
    } else {
        args.shown(&args.one(&request, terminal)?, format, terminal)
    };
    match &target {
        Some(target) => target.write(text.as_bytes(), args.writing.quiet, terminal)?,
        None => say_or_pass(format == Format::Text, &text)?,
    }
    Ok(Exit::Fine)
}

/// The days for all leads.
fn all(request: &Request<'_>, format: Format, style: Style, terminal: &Terminal) -> Result<String, Failure> {
    let rules = request.rules;
    let mut progress = Progress::new(terminal.err.is_terminal);
    let all = Everybody::read(request, Extra::default(), &mut |step| progress.step(step));
    let all = all.map_err(Failure::new)?;
    let companies = Companies::of(request, &all, &mut |step| progress.step(step)).map_err(Failure::new)?;
    progress.clear();
    let days = timeline::follow(rules, &all, companies.as_ref(), request.as_of, |_, reached| reached);
    let days: Vec<ReachedDays> = days.collect();
    Ok(match format {
        Format::Further(Further::Csv) => csv(rules, request.keep, &days),
        Format::Json => json(&named(rules, request.keep, &days)),
        Format::Text | Format::Further(Further::Svg) => table(rules, request.keep, &days, style),
    })
}

impl Args {
    /// The course of one lead, or of an account.
    fn one(&self, request: &Request<'_>, terminal: &Terminal) -> Result<Timeline, Failure> {
        let rules = request.rules;
        let instant = |text: &String| {
            rules.zone.parse_time(text).ok_or_else(|| {
                Failure::new(say!("`{text}` is no instant for --since; write a day (2026-11-23) or a time", text))
            })
        };
        let since = self.since.as_ref().map(instant).transpose()?;
        let span = Span { since, as_of: request.as_of, ahead: self.ahead };
        let among = |company: &Company, who| {
            timeline::timeline_among(rules, company, who, span).expect("a company is found by rules about accounts")
        };
        let Some(key) = &self.lead else {
            let key = self.account.as_deref().unwrap_or_default();
            return Ok(among(&account::find(request, key, terminal)?, Who::Account));
        };
        let case = lead::find(request, &self.over.leads, key, terminal)?;
        Ok(match account::of_lead(request, &case)? {
            Some((company, place)) => among(&company, Who::Lead(place)),
            None => timeline::timeline(rules, &case, span),
        })
    }

    /// A course in the form that was asked for.
    fn shown(&self, timeline: &Timeline, format: Format, terminal: &Terminal) -> String {
        match format {
            Format::Further(Further::Svg) => timeline::svg(timeline, terminal.out.style.locale),
            Format::Json => json(timeline),
            Format::Text | Format::Further(Further::Csv) => timeline::render(timeline, self.style(terminal)),
        }
    }

    /// The file, if one was named, in a form that exists for what is asked.
    fn target(&self) -> Result<Option<Target>, Failure> {
        match self.format {
            Some(Format::Further(Further::Svg)) if self.reached => {
                return Err(Failure::new(say!("--reached has no drawing; take text, json or csv")));
            }
            Some(Format::Further(Further::Csv)) if !self.reached => {
                return Err(Failure::new(say!("one lead has no csv; take text, json or svg")));
            }
            Some(Format::Text | Format::Json | Format::Further(Further::Svg | Further::Csv)) | None => {}
        }
        let kinds =
            if self.reached { [Kind::Text, Kind::Csv, Kind::Json] } else { [Kind::Text, Kind::Svg, Kind::Json] };
        let format = self.format.map(|format| match format {
            Format::Text => Kind::Text,
            Format::Json => Kind::Json,
            Format::Further(Further::Svg) => Kind::Svg,
            Format::Further(Further::Csv) => Kind::Csv,
        });
        let asked = Asked { option: "-o", kinds: &kinds, format, force: self.writing.force };
        Target::new(self.output.as_deref(), asked, &self.over.read_files(None))
    }

    /// The form that was asked for, or else the one that the file's name says.
    fn format(&self, target: Option<&Target>) -> Format {
        match target.map(|target| target.kind) {
            None => self.format.unwrap_or(Format::Text),
            Some(Kind::Json) => Format::Json,
            Some(Kind::Svg) => Format::Further(Further::Svg),
            Some(Kind::Csv) => Format::Further(Further::Csv),
            Some(_) => Format::Text,
        }
    }

    /// What a text may use at its destination.
    fn style(&self, terminal: &Terminal) -> Style {
        let style = terminal.out.style;
        if self.output.is_some() { style.without_colour() } else { style }
    }
}

/// The steps by name, for programs.
fn named(rules: &Rules, keep: &[String], days: &[ReachedDays]) -> serde_json::Value {
    let steps = || rules.stages.steps.iter().map(|step| step.name.clone());
    let leads = days.iter().map(|lead| {
        let reached: serde_json::Map<String, serde_json::Value> =
            steps().zip(&lead.days).map(|(step, day)| (step, serde_json::json!(day))).collect();
        let mut lead_said = serde_json::json!({ "key": lead.key, "stage": lead.stage, "reached": reached });
        if !keep.is_empty() {
            let kept = keep.iter().zip(&lead.kept).map(|(name, text)| (name.clone(), serde_json::json!(text)));
            lead_said["kept"] = serde_json::Value::Object(kept.collect());
        }
        lead_said
    });
    serde_json::json!({ "note": timeline::note(rules), "leads": leads.collect::<Vec<_>>() })
}

/// The names of the columns, and the cells of each lead.
fn rows(rules: &Rules, keep: &[String], days: &[ReachedDays], locale: Locale) -> (Vec<String>, Vec<Vec<String>>) {
    let said = |text: Text| text.in_locale(locale);
    let key = rules.key.map_or_else(|| said(say!("row")), |id| rules.field(id).name.clone());
    let steps = rules.stages.steps.iter().map(|step| step.name.clone());
    let head = std::iter::once(key).chain(keep.iter().cloned()).chain(steps).chain([said(say!("stage"))]).collect();
    let row = |lead: &ReachedDays| {
        let days = lead.days.iter().map(|day| said(day.said()));
        let key = lead.key.clone().unwrap_or_default();
        let kept = lead.kept.iter().map(|text| text.clone().unwrap_or_default());
        std::iter::once(key).chain(kept).chain(days).chain([lead.stage.clone()]).collect()
    };
    (head, days.iter().map(row).collect())
}

fn csv(rules: &Rules, keep: &[String], days: &[ReachedDays]) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let (head, rows) = rows(rules, keep, days, Locale::English);
    let lines = std::iter::once(&head).chain(&rows);
    lines.map(|row| format!("{}\n", row.iter().map(quoted).collect::<Vec<_>>().join(","))).collect()
}

fn table(rules: &Rules, keep: &[String], days: &[ReachedDays], style: Style) -> String {
    let (head, rows) = rows(rules, keep, days, style.locale);
    let form = vec![Column::Left(0); head.len()];
    let rows: Vec<Row> = std::iter::once(head).chain(rows).map(Row::plain).collect();
    let mut page = Page::new(style);
    page.table(0, &form, &rows);
    page.gap();
    page.line(0, &page.say(&timeline::note(rules)));
    page.into_text()
}
