//! `leadrules backtest`: were the rules right. In: rules, leads and what became of them; out: how well the rules
//! foretold it, as text or JSON. Nothing is judged here.

use std::path::PathBuf;

use leadrules_decide::backtest::{self, Backtest, Judge, Settings};
use leadrules_decide::chart;
use leadrules_decide::sample::{self, Noticed, Wanted};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::Fields;
use leadrules_language::calendar::{Instant, format_instant};
use leadrules_language::ir::{Cond, Rules};
use leadrules_language::source::one_line;
use leadrules_language::words::{Text, say};
use serde::Serialize;

use super::args::{Format, whole};
use super::data::OverLeads;
use super::exit::{Exit, Failure};
use super::json::rounded;
use super::outcome::{self, Judged, Of, OutcomeArgs, remark_illegible};
use super::output::{Asked, Kind, Target};
use super::progress::Progress;
use super::terminal::{Terminal, note, say, write_out};

/// Say whether the rules were right
///
/// Scores leads whose outcome is known and compares: for each stage and each band of points how many converted, with an
/// interval; how well each score ranks (AUC) and whether its points keep their meaning; for each rule how often it fired,
/// what became of leads with and without it, and what dropping it would do. A rule that looks at the outcome is refused.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules backtest my.leadrules leads.csv --outcome won
  leadrules backtest my.leadrules leads.csv --outcome 'status is \"customer\"' --at \"Closed on\" --events events.csv
  leadrules backtest my.leadrules leads.csv --outcome won --format json
  leadrules backtest my.leadrules leads.csv --accounts accounts.csv --events events.csv --of accounts --outcome deal

Exit codes: 0 fine, 1 could not run, 2 the rules have errors or know the outcome.")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    #[command(flatten)]
    outcome: OutcomeArgs,

    /// Who is judged: leads, or accounts, with an outcome that is theirs (`deal`) or their leads' (`any lead where (won)`)
    #[arg(long, value_enum, default_value_t, value_name = "WHOM")]
    of: Of,

    /// Into how many bands of about as many leads the points are parted
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = whole::<u8>(2..=50))]
    bands: u8,

    /// How sure the intervals are, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 95, value_parser = whole::<u8>(50..=99))]
    confidence: u8,

    /// A folder for a chart (SVG) of each score
    #[arg(long, value_name = "FOLDER")]
    plots: Option<PathBuf>,

    /// Write charts over files of another kind, too
    #[arg(long, requires = "plots")]
    force: bool,

    /// How it is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// What is given to a program.
#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    /// Who is counted, if not leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    outcome: &'a str,
    as_of: String,
    at: Option<&'a str>,
    #[serde(flatten)]
    backtest: &'a Backtest,
}

/// Judges the rules.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let (condition, at) = args.outcome.asked();
    let judged = match Judged::read(args.over.rule_set(), args.of, (Some(condition), at), terminal)? {
        Ok(judged) => judged,
        Err(exit) => return Ok(exit),
    };
    let (rules, about) = (&judged.rules, judged.about());
    let (stages, reached): (Vec<&str>, Vec<Cond>) =
        judged.reached.iter().map(|(stage, condition)| (stage.as_str(), condition.clone())).unzip();
    let plots = args.plots(about)?;
    let data = args.over.once(rules, terminal)?;
    let as_of = data.as_of;
    let wanted = Wanted {
        request: data.request(rules),
        whom: judged.whom,
        outcome: judged.outcome.as_ref(),
        at,
        asked: &reached,
        draw: args.outcome.draw_moments,
        fields: Fields::Needed,
    };
    let mut progress = Progress::new(terminal.err.is_terminal);
    let mut judge = match judged.whom {
        Whom::Leads => Judge::new(about),
        Whom::Accounts => Judge::of_accounts(about, stages.into_iter()),
    };
    let noticed = sample::each(&wanted, &mut |part| judge.add(&part), &mut |step| progress.step(step));
    progress.clear();
    let noticed = noticed.map_err(Failure::new)?;
    let path = args.over.data_of(judged.whom);
    outcome::is_known(condition, path, &noticed)?;
    outcome::is_fair(at, path, &noticed)?;
    let settings = Settings { confidence: f64::from(args.confidence) / 100.0, bands: args.bands.into() };
    let backtest = judge.finish(settings);
    remarks(&noticed, terminal);
    match args.format {
        Format::Text => {
            let seen = seen(judged.whom, at, as_of);
            say(&backtest::render(&backtest, &one_line(condition), &seen, terminal.out.style))?;
        }
        Format::Json => {
            let (outcome, as_of) = (one_line(condition), format_instant(as_of));
            let of = (judged.whom == Whom::Accounts).then_some(judged.whom.many());
            let document = Document { version: 1, of, outcome: &outcome, as_of, at, backtest: &backtest };
            write_out(rounded(&document).as_bytes())?;
        }
    }
    if let Some(folder) = &args.plots {
        std::fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, &error))?;
        for score in backtest.scores.iter().filter(|score| !score.bands.is_empty()) {
            let Some((_, target)) = plots.iter().find(|(name, _)| *name == score.name) else { continue };
            target.write(
                chart::on_white(&backtest::plot(score, judged.whom, terminal.out.style.locale)).as_bytes(),
                false,
                terminal,
            )?;
        }
    }
    Ok(Exit::Fine)
}

impl Args {
    /// The files that charts can go to, by the names of scores.
    fn plots(&self, rules: &Rules) -> Result<Vec<(String, Target)>, Failure> {
        let asked = Asked { option: "--plots", kinds: &[Kind::Svg], format: None, force: self.force };
        let mut plots = Vec::new();
        for (folder, score) in
            self.plots.iter().flat_map(|folder| rules.scores.iter().map(move |score| (folder, score)))
        {
            let path = folder.join(format!("{}.svg", score.name));
            let target = Target::new(Some(&path), asked, &self.over.read_files(None))?;
            if let Some(target) = target {
                target.spares(&rules.sources)?;
                plots.push((score.name.clone(), target));
            }
        }
        Ok(plots)
    }
}

/// As of which instant those that are judged are seen: before that of their `at`, or that of the run.
pub(super) fn seen(whom: Whom, at: Option<&str>, as_of: Instant) -> Text {
    if let Some(at) = at {
        whom.either(
            say!("each lead seen as of the moment before its `{at}`", at),
            say!("each account seen as of the moment before its `{at}`", at),
        )
    } else {
        let as_of = Text::moment(&format_instant(as_of));
        whom.either(
            say!("each lead seen as of {as_of}", as_of = &as_of),
            say!("each account seen as of {as_of}", as_of = &as_of),
        )
    }
}

/// What was odd about the outcome and the moments.
pub(super) fn remarks(noticed: &Noticed, terminal: &Terminal) {
    let whom = noticed.whom;
    let remark = |text: &Text| note(&(terminal.remark(text) + "\n"));
    remark_illegible(&noticed.illegible, terminal);
    if noticed.drawn > 0 {
        let count = noticed.drawn;
        remark(&whom.either(
            say!(
                "{count} {count|lead without a moment got one|leads without a moment got one each}, drawn from those of the \
                 others",
                count
            ),
            say!(
                "{count} {count|account without a moment got one|accounts without a moment got one each}, drawn from those \
                 of the others",
                count
            ),
        ));
    } else if noticed.without_moment > 0 {
        let count = noticed.without_moment;
        remark(&whom.either(
            say!(
                "{count} {count|lead has|leads have} no moment: seen as of the instant of the run, in no month",
                count
            ),
            say!(
                "{count} {count|account has|accounts have} no moment: seen as of the instant of the run, in no month",
                count
            ),
        ));
    }
    let (count, examples) = &noticed.odd_moments;
    if *count > 0 {
        let (count, examples) = (*count, examples.join("\", \""));
        remark(&match whom {
            Whom::Leads => say!(
                "{count} leads have a moment that can't be read (\"{examples}\"): write it as 2026-11-23 or \
                 2026-11-23T12:00Z, or declare it as a date with its form; they are seen as of the instant of the run",
                count,
                examples
            ),
            Whom::Accounts => say!(
                "{count} accounts have a moment that can't be read (\"{examples}\"): write it as 2026-11-23 or \
                 2026-11-23T12:00Z, or declare it as a date with its form; they are seen as of the instant of the run",
                count,
                examples
            ),
        });
    }
}
