//! `leadrules diff`: who moves when rules change; without data, which moves are possible at all. In: two rule files,
//! leads, events; out: moves as text, Markdown or JSON. Nothing is compared here.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules_decide::agreement;
use leadrules_decide::diff::{self, History, Moves};
use leadrules_decide::whom::Whom;
use leadrules_engine::run::{Error, Request};
use leadrules_language::ir::Rules;
use leadrules_language::words::{Locale, say};

use super::args::{Allow, Form, form, whole};
use super::data::{Data, RunArgs, say_if_unread};
use super::exit::{Exit, Failure};
use super::input::{self, ReadArgs};
use super::json::json;
use super::keep;
use super::mistyped::Mistyped;
use super::output::{Asked, Kind, ReadFile, Target, Writing};
use super::progress::Progress;
use super::rules::{Quiet, RuleSet};
use super::terminal::{Terminal, say_or_pass};

/// Say who moves when rules change
///
/// With --data, scores the same leads with two rule files, as of the same instant, and says how many go from which stage to
/// which, which leads these are, which rules made the difference (their points add up exactly), and whose edits decide it.
/// If both are about accounts, the same of these.
/// Without data, says which moves can be for any lead that could exist, each with a lead that shows it, or that both files
/// mean the same.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules diff old.leadrules new.leadrules                       what can move at all
  leadrules diff main:my.leadrules my.leadrules --data leads.csv --events events.csv
  leadrules diff old.leadrules new.leadrules --data leads.csv --events events.csv --capacity SQL=50
  leadrules diff old.leadrules new.leadrules --data leads.csv --events events.csv --since 2026-01-01   night by night
  leadrules diff old.leadrules new.leadrules --data leads.csv --no-events --format markdown > comment.md
  leadrules diff old.leadrules new.leadrules --data leads.csv --no-events --counts-only     where others read along
  leadrules diff old.leadrules new.leadrules --data leads.csv --accounts accounts.csv --events events.csv

Exit codes: 0 fine, 1 could not run, 2 the rules have errors, 3 more leads come to a stage than --capacity says.")]
pub(super) struct Args {
    /// The rule file as it was: a path, or `main:my.leadrules` for what a git revision has
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The rule file as it is to be
    #[arg(value_name = "NEW")]
    new: PathBuf,

    #[command(flatten)]
    allow: Allow,

    /// The leads (`-` is standard input)
    #[arg(long, value_name = "LEADS")]
    data: Option<PathBuf>,

    #[command(flatten)]
    run: RunArgs,

    /// Compare the two on every night from this day on, each from its own stage of the night before, instead of at one instant
    #[arg(long, value_name = "DAY", requires = "data", conflicts_with = "capacity")]
    since: Option<String>,

    /// How many leads (or accounts) of a stage can be handled: SQL=50; can be given several times
    #[arg(long, value_name = "STAGE=LEADS", value_parser = capacity, requires = "data")]
    capacity: Vec<(String, u64)>,

    /// Columns of the leads to show of those that move, with commas between them; can be given several times
    #[arg(long, value_name = "COLUMNS", requires = "data")]
    keep: Vec<String>,

    /// How many of the leads that move are listed
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = whole::<usize>(0..))]
    leads: usize,

    /// Say only how many: no key and no value of a lead, for pages and logs that others read
    #[arg(long, requires = "data", conflicts_with_all = ["keep", "leads"])]
    counts_only: bool,

    /// How the moves are shown
    #[arg(long, value_parser = form::<Further>(), value_name = "FORMAT")]
    format: Option<Form<Further>>,

    /// Where they go; standard output without it
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    read: ReadArgs,
}

/// A form of moves beside text and JSON, which lists all leads that move.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Further {
    /// For a pull request
    Markdown,
}

fn capacity(text: &str) -> Result<(String, u64), Mistyped> {
    let said = || Mistyped(say!("write the stage and a number of leads: SQL=50"));
    let (stage, leads) = text.rsplit_once('=').ok_or_else(said)?;
    let number = leads.trim().parse().ok();
    let leads = number.ok_or_else(|| Mistyped(say!("`{leads}` is no number of leads", leads)))?;
    Ok((stage.trim().to_owned(), leads))
}

/// Compares the two.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let run = &args.run;
    input::one_standard_input([
        Some(&args.old),
        Some(&args.new),
        args.data.as_ref(),
        run.events.as_ref(),
        run.of_accounts.accounts.as_ref(),
    ])?;
    for rules in [&args.old, &args.new] {
        input::in_place(rules, args.data.as_deref(), args.run.events.as_deref())?;
    }
    if args.data.is_none() && args.run.events.is_some() {
        return Err(Failure::new(say!(
            "--events goes with --data: without leads every event that could happen is looked at"
        )));
    }
    if args.data.is_none() && args.run.of_accounts.accounts.is_some() {
        return Err(Failure::new(say!(
            "--accounts goes with --data: which accounts there are, and what they did, leads say"
        )));
    }
    let target = args.target()?;
    let format = args.format(target.as_ref());
    let read = |path| Ok::<_, Failure>(RuleSet::read(path, &args.allow)?.if_usable(terminal, Quiet::Yes));
    let (old, new) = match (read(&args.old)?, read(&args.new)?) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(exit), _) | (_, Err(exit)) => return Ok(exit),
    };
    for rules in [&old, &new] {
        target.as_ref().map_or(Ok(()), |target| target.spares(&rules.sources))?;
        args.without_nights(rules)?;
    }
    args.known_stages(&old, &new)?;
    let style = terminal.out.style;
    let style = if target.is_some() { style.without_colour() } else { style };
    let mut is_exceeded = false;
    let text = if let (Some(data), Some(since)) = (&args.data, &args.since) {
        let history = args.history(data, since, &old, &new, terminal)?;
        match format {
            Form::Text => diff::render_history(&history, args.leads, style),
            Form::Further(Further::Markdown) => diff::markdown_history(&history, args.leads, style.locale),
            Form::Json => json(&history),
        }
    } else if let Some(data) = &args.data {
        let moves = args.moves(data, &old, &new, terminal)?;
        is_exceeded = moves.both().flat_map(|moves| &moves.stages).any(diff::Volume::is_exceeded);
        match format {
            Form::Text => diff::render(&moves, args.leads, style),
            Form::Further(Further::Markdown) => diff::markdown(&moves, args.leads, style.locale),
            Form::Json => json(&moves),
        }
    } else {
        let possible = diff::possible(&old, &new, args.run.as_of(&new)?);
        match format {
            Form::Text => diff::render_possible(&possible, style),
            Form::Further(Further::Markdown) => diff::markdown_possible(&possible, style.locale),
            Form::Json => json(&possible),
        }
    };
    let text = match format {
        Form::Further(Further::Markdown) => text + &args.agreements(&new, style.locale)?,
        Form::Text | Form::Json => text,
    };
    match &target {
        Some(target) => target.write(text.as_bytes(), args.writing.quiet, terminal)?,
        None => say_or_pass(format != Form::Json, &text)?,
    }
    Ok(if is_exceeded { Exit::TestFailed } else { Exit::Fine })
}

impl Args {
    /// Who must sign the new rules, and why.
    fn agreements(&self, new: &Rules, locale: Locale) -> Result<String, Failure> {
        if new.agreements.is_empty() {
            return Ok(String::new());
        }
        let statuses = RuleSet::agreed((&self.new, &self.allow), new, self.run.as_of(new)?)?;
        Ok(format!("\n{}", agreement::markdown(&statuses, locale)))
    }

    /// The file, if one was named.
    fn target(&self) -> Result<Option<Target>, Failure> {
        let format = self.format.map(|format| match format {
            Form::Text => Kind::Text,
            Form::Json => Kind::Json,
            Form::Further(Further::Markdown) => Kind::Markdown,
        });
        let kinds = [Kind::Text, Kind::Markdown, Kind::Json];
        let asked = Asked { option: "-o", kinds: &kinds, format, force: self.writing.force };
        let rules = [
            (say!("which is read as the old rules"), self.old.as_path()),
            (say!("which is read as the new rules"), &self.new),
        ];
        let data = self.data.as_deref().map(|leads| (say!("which is read as the leads"), leads));
        let events = self.run.events.as_deref().map(|events| (say!("which is read as the events"), events));
        let accounts =
            self.run.of_accounts.accounts.as_deref().map(|accounts| (say!("which is read as the accounts"), accounts));
        let read: Vec<ReadFile<'_>> = rules.into_iter().chain(data).chain(events).chain(accounts).collect();
        Target::new(self.output.as_deref(), asked, &read)
    }

    /// The form that was asked for, or else the one that the file's name says.
    fn format(&self, target: Option<&Target>) -> Form<Further> {
        match target.map(|target| target.kind) {
            None => self.format.unwrap_or(Form::Text),
            Some(Kind::Json) => Form::Json,
            Some(Kind::Markdown) => Form::Further(Further::Markdown),
            Some(_) => Form::Text,
        }
    }

    /// Checks that every stage with a capacity is a stage of the rules.
    fn known_stages(&self, old: &Rules, new: &Rules) -> Result<(), Failure> {
        let of = |rules: &'_ Rules| rules.stages.ids().map(|id| rules.stages.name(id).to_owned()).collect::<Vec<_>>();
        let names = |rules: &Rules| -> Vec<String> {
            [Whom::Leads, Whom::Accounts].iter().filter_map(|whom| whom.rules(rules)).flat_map(of).collect()
        };
        let (before, after) = (names(old), names(new));
        match self.capacity.iter().find(|(stage, _)| !before.contains(stage) && !after.contains(stage)) {
            None => Ok(()),
            Some((stage, _)) => {
                let stages = after.join(", ");
                Err(Failure::new(say!(
                    "--capacity: there is no stage `{stage}`; the stages are {stages}",
                    stage,
                    stages
                )))
            }
        }
    }

    /// Refuses to follow accounts night by night.
    fn without_nights(&self, rules: &Rules) -> Result<(), Failure> {
        if self.since.is_none() || rules.accounts.is_none() {
            return Ok(());
        }
        Err(Failure::new(say!(
            "--since: the rules are about accounts too, which are not followed night by night yet; leave it out to compare both \
             files at one instant"
        )))
    }

    /// What both say night by night.
    fn history(
        &self,
        data: &Path,
        since: &str,
        old: &Rules,
        new: &Rules,
        terminal: &Terminal,
    ) -> Result<History, Failure> {
        let keep = keep::of_file(&self.keep, data, &self.read);
        let data = self.held(data, &[new, old], terminal)?.followed()?;
        let request = |rules| Request { keep: &keep, ..data.request(rules) };
        let (old, new) = (request(old), request(new));
        let since =
            new.rules.zone.parse_time(since).ok_or_else(|| {
                Failure::new(say!("`{day}` is no day for --since; write it as 2026-11-23", day = since))
            })?;
        if since > new.as_of {
            return Err(Failure::new(say!("--since is later than --as-of: there is no night between them")));
        }
        let mut progress = Progress::new(terminal.err.is_terminal);
        let since = new.rules.zone.day_of(since);
        let history = diff::history(&old, &new, since, &mut |step| progress.step(step));
        progress.clear();
        let mut history = history.map_err(|error| self.unread(&error))?;
        if self.counts_only {
            history.movers.clear();
        }
        Ok(history)
    }

    /// The data, to be read several times.
    fn held(&self, data: &Path, rules: &[&Rules], terminal: &Terminal) -> Result<Data, Failure> {
        let held = self.run.held(data, &self.read, rules);
        say_if_unread(self.run.events.as_deref(), rules, terminal);
        if self.counts_only { held.map_err(|_| input::unsaid(data)) } else { held }
    }

    /// Why the data can't be read, as far as it may be said.
    fn unread(&self, error: &Error) -> Failure {
        if self.counts_only { input::unread(error) } else { Failure::new(error) }
    }

    fn moves(&self, data: &Path, old: &Rules, new: &Rules, terminal: &Terminal) -> Result<Moves, Failure> {
        let keep = keep::of_file(&self.keep, data, &self.read);
        let data = self.held(data, &[new, old], terminal)?;
        let request = |rules| Request { rule_points: true, keep: &keep, ..data.request(rules) };
        let mut progress = Progress::new(terminal.err.is_terminal);
        let moves = diff::moves(&request(old), &request(new), &self.capacity, &mut |step| progress.step(step));
        progress.clear();
        let moves = moves.map_err(|error| self.unread(&error))?;
        let moves = if self.counts_only { moves.without_movers() } else { moves };
        Ok(Moves { keep, ..moves })
    }
}
