//! `leadrules report`: one HTML file that can be mailed. In: rules, leads, and what else is to be in it; out: the file.
//! Nothing is counted or drawn here.

mod read;
mod weekly;

use std::path::PathBuf;

use leadrules_decide::agreement;
use leadrules_decide::backtest::{self, Judge};
use leadrules_decide::diff::{self, Moves};
use leadrules_decide::report::{self, Companies, Gatherer, Settings, Words};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::Request;
use leadrules_language::calendar::format_instant;
use leadrules_language::ir::Rules;
use leadrules_language::words::{Text, say};

use super::args::whole;
use super::backtest::remarks;
use super::data::{Data, OverLeads};
use super::exit::{Exit, Failure};
use super::outcome::{self, Judged, Of, OutcomeIfKnown, remark_illegible};
use super::output::{self, Kind, Target, Writing};
use super::progress::Progress;
use super::rules::{Quiet, RuleSet};
use super::score::score_of;
use super::terminal::{Terminal, write_out};
use read::{Asked, each, name};
use weekly::WeeklyArgs;

/// Write a report as one HTML file
///
/// The rules in plain sentences, where the leads are and how their points are spread, which rules fire and what they give,
/// how good the data is, and the first leads with their reasons; with an outcome also whether the rules were right, with
/// older rules also who moves. The file needs no network, and shows in light and dark and on paper.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules report my.leadrules leads.csv --events events.csv -o report.html
  leadrules report my.leadrules leads.csv --keep Company,Name --top 50 -o report.html
  leadrules report new.leadrules leads.csv --previous old.leadrules --outcome won -o report.html
  leadrules report my.leadrules leads.csv --events events.csv --since 2026-11-16 --touch called --within '2 days' \
    --capacity 50/week --by source -o week.html

Exit codes: 0 fine, 1 could not run, 2 the rules have errors or know the outcome.")]
#[command(mut_arg("last", |arg| arg.long("previous-run")))]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// Where the report goes; standard output without it
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Its title
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// How many leads are shown
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = whole::<u16>(0..=65_535))]
    top: u16,

    /// The score by which they stand in order within a stage; without it what the rules rank by
    #[arg(long, value_name = "SCORE")]
    order_by: Option<String>,

    /// Columns of the input to show of them
    #[arg(long, value_name = "COLUMNS")]
    keep: Vec<String>,

    #[command(flatten)]
    outcome: OutcomeIfKnown,

    /// Older rules: adds who moves from stage to stage
    #[arg(long = "previous", value_name = "RULES")]
    older: Option<PathBuf>,

    #[command(flatten)]
    weekly: WeeklyArgs,

    #[command(flatten)]
    writing: Writing,
}

/// Writes the report.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[args.older.as_ref(), args.weekly.before.as_ref()])?;
    let asked = output::Asked { option: "-o", kinds: &[Kind::Html], format: None, force: args.writing.force };
    let previous = args.older.as_deref().map(|path| (say!("which is read as the older rules"), path));
    let output = Target::new(args.output.as_deref(), asked, &args.over.read_files(previous))?;
    if output.is_none() && terminal.out.is_terminal {
        return Err(Failure::new(say!("a report is for a browser; write it to a file with -o report.html")));
    }
    let asked_outcome = (args.outcome.outcome.as_deref(), args.outcome.at.as_deref());
    let (rules, outcome) = match Judged::read(args.over.rule_set(), Of::Leads, asked_outcome, terminal)? {
        Ok(Judged { rules, outcome, .. }) => (rules, outcome),
        Err(exit) => return Ok(exit),
    };
    let previous = match &args.older {
        Some(path) => match RuleSet::read(path, args.over.allow())?.if_usable(terminal, Quiet::Yes) {
            Ok(rules) => Some((path, rules)),
            Err(exit) => return Ok(exit),
        },
        None => None,
    };
    for sources in [Some(&rules.sources), previous.as_ref().map(|(_, old)| &old.sources)].into_iter().flatten() {
        output.as_ref().map_or(Ok(()), |output| output.spares(sources))?;
    }
    let sets: Vec<&Rules> = std::iter::once(&rules).chain(previous.as_ref().map(|(_, old)| old)).collect();
    let data = args.over.held(&sets, terminal)?;
    let mut progress = Progress::new(terminal.err.is_terminal);
    let moves = match &previous {
        Some((_, old)) => Some(moves(&data, old, &rules, &mut progress)?),
        None => None,
    };
    let keep = args.over.kept(&args.keep);
    let order_by = args.order_by.as_deref().map(|name| score_of(&rules, name)).transpose()?;
    let at = args.outcome.at.as_deref();
    let mut gathering = args.weekly.gathering(&rules, &args.over, at)?;
    let conditions = gathering.asked();
    let settings = Settings { top: args.top.into(), order_by, keep: keep.clone(), by: gathering.by() };
    let mut gatherer = Gatherer::new(&rules, settings);
    let mut judge = Judge::new(&rules);
    let mut companies = Companies::new(&rules, args.top.into());
    let asked = Asked {
        rules: &rules,
        whom: Whom::Leads,
        keep: &keep,
        outcome: outcome.as_ref(),
        at: None,
        draw: args.outcome.draw_moments,
        conditions: &conditions,
        all: gathering.asks_all_fields(),
    };
    let noticed = each(&data, asked, &mut progress, &mut |part| {
        if at.is_none() {
            judge.add(&part);
            gathering.add_judged(&part);
        }
        gathering.add(&part);
        gatherer.add(&part);
        if let Some(companies) = &mut companies {
            companies.add_leads(&part);
        }
    })?;
    if let Some(companies) = &mut companies {
        let none: &[String] = &[];
        let asked =
            Asked { whom: Whom::Accounts, keep: none, outcome: None, at: None, conditions: &[], all: false, ..asked };
        each(&data, asked, &mut progress, &mut |part| companies.add(&part))?;
    }
    if at.is_some() {
        // Where the leads are is seen from today; whether the rules were right, from before the outcome was known.
        let asked = Asked { keep: &[], at, ..asked };
        let noticed = each(&data, asked, &mut progress, &mut |part| {
            judge.add(&part);
            gathering.add_judged(&part);
        })?;
        outcome::is_fair(at, &args.over.leads, &noticed)?;
        remarks(&noticed, terminal);
    }
    progress.clear();
    if at.is_none() {
        remark_illegible(&noticed.illegible, terminal);
    }
    if let Some(outcome) = &outcome {
        outcome::is_known(&outcome.text, &args.over.leads, &noticed)?;
    }
    let found = (args.weekly).find(
        gathering,
        &args.over,
        (&rules, &data, &keep),
        (outcome.as_ref(), at),
        &noticed,
        terminal,
    )?;
    let backtest = outcome.as_ref().map(|_| judge.finish(backtest::Settings::default()));
    // To the minute: whoever it is mailed to needs no more.
    let as_of = format_instant(data.as_of);
    let as_of = match as_of.get(..16).and_then(|minute| minute.split_once('T')) {
        Some((day, time)) => say!("{day} {time} UTC", day = Text::moment(day), time),
        None => Text::verbatim(as_of),
    };
    let seen = match at {
        Some(field) => say!("Each lead was seen as of the moment before its “{field}”.", field),
        None => say!("Each lead was seen as of {instant}.", instant = &as_of),
    };
    let rules_name = name(args.over.rules());
    let previous = previous.as_ref().map(|(path, _)| name(path));
    let statuses = RuleSet::agreed(args.over.rule_set(), &rules, data.as_of)?;
    let agreed =
        agreement::remark(&statuses).map_or_else(String::new, |remark| remark.in_locale(terminal.out.style.locale));
    let html = report::render(
        gatherer,
        companies,
        &Words {
            locale: terminal.out.style.locale,
            title: args.title.as_deref().unwrap_or(&rules_name),
            source: &name(&args.over.leads),
            as_of: &as_of,
            agreed: &agreed,
            data: &noticed.leads,
            backtest: outcome
                .as_ref()
                .zip(backtest.as_ref())
                .map(|(outcome, backtest)| (outcome.text.as_str(), &seen, backtest)),
            previous: previous.as_deref().zip(moves.as_ref()),
            weekly: found.words(outcome.as_ref().map(|outcome| outcome.text.as_str())),
        },
    );
    match output {
        Some(output) => output.write(html.as_bytes(), args.writing.quiet, terminal)?,
        None => write_out(html.as_bytes())?,
    }
    Ok(Exit::Fine)
}

/// Who moves from older rules to these.
fn moves(data: &Data, old: &Rules, new: &Rules, progress: &mut Progress) -> Result<Moves, Failure> {
    let request = |rules| Request { rule_points: true, ..data.request(rules) };
    diff::moves(&request(old), &request(new), &[], &mut |step| progress.step(step)).map_err(Failure::new)
}
