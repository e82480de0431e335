//! `leadrules score`: leads in, scored leads out. The results go to a file or standard output, the summary to standard
//! error; nothing is scored here.

mod accounts;
mod listed;
mod reasons;
mod target;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules_decide::call_list;
use leadrules_decide::previous::{self, Previous};
use leadrules_decide::summary;
use leadrules_engine::columns::Results;
use leadrules_engine::data::write::{Encoded, Explain, Fit, Format, Layout, encode};
use leadrules_engine::data::{self, ReadOptions};
use leadrules_engine::run::{self, Request, RunReport};
use leadrules_engine::survey;
use leadrules_language::calendar::Instant;
use leadrules_language::codes::Severity;
use leadrules_language::ir::{About, Rules};
use leadrules_language::types::Truth;
use leadrules_language::visible;
use leadrules_language::words::{Text, say};

use super::args::{Denied, Form, whole};
use super::data::{OverLeads, say_if_unread};
use super::exit::{Exit, Failure, shown};
use super::findings::{self, Counts, Found};
use super::input;
use super::output::{self, Asked, Kind};
use super::progress::Progress;
use super::rules::RuleSet;
use super::terminal::{Terminal, note};
use super::written::Atomic;
use listed::ListArgs;
use target::{Sink, Target};

pub(super) use listed::score_of;

/// Score leads
///
/// Writes one row a lead, in the order of the data: its key, each score, each label, its stage, and why it is excluded if
/// it is. On a terminal the first rows are shown as a table; into a pipe goes CSV. A summary on standard error says how
/// many leads are at each stage, what could not be read, and how often each rule fired.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules score my.leadrules leads.csv                        look at the first rows
  leadrules score my.leadrules leads.csv -o scored.csv
  leadrules score my.leadrules leads.xlsx --events events.csv -o scored.xlsx
  leadrules score my.leadrules leads.csv --as-of 2026-09-30     as it was at the end of that day
  leadrules score my.leadrules leads.csv --previous last.csv --only-changes -o to-call.csv
  leadrules score my.leadrules leads.csv --explain --keep Name,Company -o why.csv
  cat leads.ndjson | leadrules score my.leadrules - --format ndjson | jq .stage

Exit codes: 0 fine, 1 could not run, 2 the rules have errors, 3 leads break a promise (the results are written all the same).")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub(super) struct Args {
    #[command(flatten)]
    over: OverLeads,

    /// Where the results go; the extension says the format
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,

    /// Where accounts go, if the rules say anything about them: one row an account; the extension says the format
    #[arg(long, value_name = "OUT", conflicts_with = "ListArgs")]
    accounts_output: Option<PathBuf>,

    /// The format of the results
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<OutputFormat>,

    /// Add what each rule gave: as a list in one column, or in a column for each rule
    #[arg(
        long,
        value_enum,
        value_name = "HOW",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "list"
    )]
    explain: Option<ExplainHow>,

    /// Columns of the input to pass on, with commas between them; can be given several times
    #[arg(long, value_name = "COLUMNS")]
    keep: Vec<String>,

    /// With --previous: leave out the leads of which nothing changed
    #[arg(long, requires = "last", conflicts_with = "ListArgs")]
    only_changes: bool,

    /// With --only-changes or a list: the instant of the earlier run (a day is its end); adds why each lead moved: what it did
    /// since, the passing of time, or other fields and rules
    #[arg(long, requires = "last", value_name = "INSTANT")]
    previous_as_of: Option<String>,

    #[command(flatten)]
    denied: Denied,

    /// In CSV, put an apostrophe before cells that a spreadsheet could take for a formula
    ///
    /// Those that begin with `=`, `+`, `-`, `@`, a tab or a carriage return and are no numbers. Other formats don't need it.
    #[arg(long)]
    csv_safe: bool,

    #[command(flatten)]
    list: ListArgs,

    /// For whom CSV is written
    #[arg(long = "for", value_enum, value_name = "WHOM")]
    for_whom: Option<ForWhom>,

    /// How many threads to use; as many as the machine has without it
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1..=256))]
    threads: Option<usize>,

    /// Write over a file of another kind, too; what is read is never written over
    #[arg(long, requires = "output")]
    force: bool,

    /// No summary, no progress
    #[arg(short, long)]
    quiet: bool,
}

/// A form of results.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum OutputFormat {
    // Comma-separated values
    Csv,
    // One object per line
    Ndjson,
    // One array of objects
    Json,
    // Apache Parquet
    Parquet,
    // An Excel workbook
    Xlsx,
    // A table for reading
    Table,
}

impl OutputFormat {
    fn kind(self) -> Kind {
        match self {
            Self::Csv => Kind::Csv,
            Self::Ndjson => Kind::Ndjson,
            Self::Json => Kind::Json,
            Self::Parquet => Kind::Parquet,
            Self::Xlsx => Kind::Xlsx,
            Self::Table => Kind::Table,
        }
    }

    /// The one in which this kind is written.
    fn of(kind: Kind) -> Option<Self> {
        Self::value_variants().iter().copied().find(|format| format.kind() == kind)
    }
}

impl From<OutputFormat> for Format {
    fn from(format: OutputFormat) -> Self {
        match format {
            OutputFormat::Csv => Self::Csv,
            OutputFormat::Ndjson => Self::Ndjson,
            OutputFormat::Json => Self::Json,
            OutputFormat::Parquet => Self::Parquet,
            OutputFormat::Xlsx => Self::Xlsx,
            OutputFormat::Table => Self::Table,
        }
    }
}

/// Who opens the results.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum ForWhom {
    /// An Excel of a country that writes 12,5: CSV with semicolons, decimal commas and a byte order mark
    Excel,
}

/// How rules' points are shown.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum ExplainHow {
    /// One column `why` with the rules that gave points
    List,
    /// One column for each rule
    Columns,
}

/// Rows of the table on a terminal.
const ROWS: usize = 20;

/// Scores the leads.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    args.over.in_place(&[])?;
    let target = args.target(terminal)?;
    let mut set = RuleSet::read(args.over.rules(), args.over.allow())?;
    if let Some(rules) = set.checked.rules.as_ref().filter(|_| !args.denied.is_empty()) {
        let as_of = args.over.run.as_of(rules)?;
        set.checked.prove(as_of);
        set.checked.deny(|finding| args.denied.has(finding));
    }
    if !args.quiet {
        set.say_agreed(|rules| args.over.run.as_of(rules), terminal)?;
    }
    let loaded = set.checked.loaded.clone();
    let usable = set.if_usable(terminal, args.quiet.into());
    let known = usable.and_then(|rules| args.list.outcome(&loaded, args.over.rules(), rules, terminal));
    let (rules, known) = match known {
        Ok((rules, known)) => (rules, known),
        Err(exit) => return Ok(exit),
    };
    let rules = &rules;
    let mut read = args.over.read_files(None);
    read.extend(args.output.as_deref().map(|output| (say!("where the leads go"), output)));
    let of_accounts = accounts::Target::new(args.accounts_output.as_deref(), args.force, &read, rules)?;
    target.file.as_ref().map_or(Ok(()), |file| file.spares(&rules.sources))?;
    if let Some(threads) = args.threads {
        // It only fails if the threads are there already, and then those are used.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    let data = if args.previous_as_of.is_some() {
        args.over.run.held(&args.over.leads, &args.over.read, &[rules])?
    } else {
        args.over.run.once(&args.over.leads, &args.over.read, rules)?
    };
    let explain = match args.explain {
        None => Explain::No,
        Some(ExplainHow::List) => Explain::List,
        Some(ExplainHow::Columns) => Explain::Columns,
    };
    let keep = args.over.kept(&args.keep);
    let request = Request { keep: &keep, rule_points: explain != Explain::No, ..data.request(rules) };
    let mut layout = Layout::new(rules, &keep, explain);
    let mut previous = args.earlier(rules)?;
    let then = args.then(rules, data.as_of)?;
    let locale = if target.format == Format::Table { terminal.out.style.locale } else { terminal.out.in_programs };
    if let Some(previous) = &previous {
        layout = layout.with_changes(previous.has_scores(), then.is_some());
    }
    if args.csv_safe {
        layout = layout.csv_safe();
    }
    if args.for_whom == Some(ForWhom::Excel) {
        layout = layout.for_excel();
    }
    layout = layout.about(args.about(rules, data.as_of));
    let mut progress = Progress::new(terminal.err.is_terminal && !args.quiet);
    if args.list.is_asked() {
        let mut list = args.list.list(rules)?;
        let mut take = |mut results: Results, outcome: Vec<Truth>| {
            if let Some(previous) = &mut previous {
                previous.hold(&mut results);
            }
            list.add(&results, |row| outcome[row]);
        };
        let outcome = call_list::score(&request, known.as_ref(), &mut take, &mut |step| progress.step(step));
        progress.clear();
        let outcome = outcome.map_err(|error| target.failure(error))?;
        if args.shows_denied(rules, &outcome, terminal) {
            return Ok(Exit::RulesWrong);
        }
        let called = list.finish();
        let remark = listed::remark(rules, &list, &called);
        let mut sink = Sink::open(&target, layout.with_reasons().about([("listed".to_owned(), remark.to_string())]))?;
        let mut listed: Vec<Results> = called.results.into_iter().collect();
        if let Some(then) = then {
            listed = reasons::with_reasons(&request, listed, (then, locale), &mut progress)?;
        }
        for results in listed {
            sink.write(|writer| writer.write(results)).map_err(|error| target.write_failure(error))?;
        }
        return args.end(sink, &target, rules, (&outcome, previous.as_ref(), Some(&remark)), terminal);
    }
    let mut sink = Sink::open(&target, layout.clone())?;
    // Whether leads break a promise is only known from all of them, even if nobody reads on.
    sink.goes_on = !rules.promises.is_empty();
    // What is compared with an earlier run must come in order; everything else is prepared in parallel.
    let in_order = previous.is_some();
    let mut held = Vec::new();
    let encode = |results| if in_order { Encoded::Rows(results) } else { encode(target.format, &layout, results) };
    let mut write = |mut encoded, first_row| {
        if let Encoded::Rows(results) = &mut encoded {
            results.first_row = first_row;
        }
        match (&mut previous, encoded) {
            (Some(previous), Encoded::Rows(mut results)) => {
                previous.hold(&mut results);
                if then.is_some() {
                    held.push(args.shown(&results));
                    return Ok(());
                }
                sink.write(|writer| writer.write(args.shown(&results)))
            }
            (_, encoded) => sink.write(|writer| writer.write_encoded(encoded)),
        }
    };
    let outcome = run::score(&request, &mut |step| progress.step(step))
        .and_then(|scoring| scoring.map(encode).for_each(&mut write, &mut |step| progress.step(step)));
    progress.clear();
    let outcome = outcome.map_err(|error| target.failure(error))?;
    if args.shows_denied(rules, &outcome, terminal) {
        return Ok(Exit::RulesWrong);
    }
    if let (Some(target), Some(accounts)) = (&of_accounts, &outcome.accounts) {
        target.write(rules, accounts, explain)?;
        if !args.quiet {
            note(&(terminal.remark(&say!("wrote {path}", path = target.path())) + "\n\n"));
        }
    }
    if let Some(then) = then {
        for results in reasons::with_reasons(&request, held, (then, locale), &mut progress)? {
            sink.write(|writer| writer.write(results)).map_err(|error| target.write_failure(error))?;
        }
    }
    if let Some(previous) = &mut previous {
        let gone = previous.gone(rules, keep.len(), request.rule_points);
        sink.write(|writer| writer.write(gone)).map_err(|error| target.write_failure(error))?;
    }
    args.end(sink, &target, rules, (&outcome, previous.as_ref(), None), terminal)
}

impl Args {
    /// Where results go.
    fn target(&self, terminal: &Terminal) -> Result<Target, Failure> {
        let kinds: Vec<Kind> = OutputFormat::value_variants().iter().map(|format| format.kind()).collect();
        let format = self.format.map(OutputFormat::kind);
        let asked = Asked { option: "-o", kinds: &kinds, format, force: self.force };
        let previous = self.over.run.previous.as_deref().map(|last| (say!("which is read as the earlier run"), last));
        let file = output::Target::new(self.output.as_deref(), asked, &self.over.read_files(previous))?;
        let is_shown = file.is_none() && terminal.out.is_terminal;
        let by_name = file.as_ref().and_then(|file| OutputFormat::of(file.kind));
        let format = match by_name.or(self.format) {
            Some(format) => format.into(),
            None if self.for_whom.is_some() => Format::Csv,
            None if is_shown => Format::Table,
            None => Format::Csv,
        };
        if self.for_whom == Some(ForWhom::Excel) && format != Format::Csv {
            return Err(Failure::new(say!(
                "--for excel writes CSV: name a file that ends in .csv, or say --format csv"
            )));
        }
        if is_shown && format.is_binary() {
            return Err(Failure::new(say!("that format is not for reading; write it to a file with -o FILE")));
        }
        let style = terminal.out.style;
        let fit = Fit {
            width: is_shown.then_some(style.width),
            rows: is_shown.then(|| self.list.most().map_or(ROWS, |most| most.max(ROWS))),
            unicode: style.unicode,
            locale: style.locale,
            says_how: is_shown,
        };
        Ok(Target { file, format, fit, is_shown })
    }

    /// Gives the file its name, and says what came of the run.
    fn end(
        &self,
        mut sink: Sink,
        target: &Target,
        rules: &Rules,
        (outcome, previous, remark): (&RunReport, Option<&Previous>, Option<&Text>),
        terminal: &Terminal,
    ) -> Result<Exit, Failure> {
        let file = sink.file.take();
        sink.finish().map_err(|error| target.write_failure(error))?;
        file.map_or(Ok(()), Atomic::finish)?;
        if !self.quiet {
            if target.is_shown {
                note("\n");
            }
            if let Some(remark) = remark {
                note(&(terminal.remark(remark) + "\n"));
            }
            note(&summary::render(rules, outcome, terminal.err.style));
            if let (Some(previous), Some(path)) = (previous, &self.over.run.previous) {
                note(&summary::since(previous, &shown(path), terminal.err.style));
            }
            if self.over.run.events.is_some() && outcome.log.is_none() && rules.log.is_some() {
                let text = say!("the rules look at no events, so the log was not read");
                note(&format!("\n{}\n", terminal.remark(&text)));
            }
            say_if_unread(self.over.run.events.as_deref(), &[rules], terminal);
            if let Some(file) = &target.file {
                note(&format!("\n{}\n", terminal.remark(&say!("wrote {path}", path = shown(&file.path)))));
            }
        }
        let broken = summary::broken(rules, outcome, terminal.err.style);
        if broken.is_empty() {
            return Ok(Exit::Fine);
        }
        note(&if self.quiet { broken } else { format!("\n{broken}") });
        Ok(Exit::TestFailed)
    }

    /// What a workbook says of the run.
    fn about(&self, rules: &Rules, as_of: Instant) -> Vec<(String, String)> {
        let name =
            |path: &Path| path.file_name().map_or_else(|| shown(path), |name| name.to_string_lossy().into_owned());
        let mut names = vec![("rules", name(self.over.rules())), ("leads from", name(&self.over.leads))];
        names.extend(self.over.run.events.as_deref().map(|events| ("events from", name(events))));
        names.extend(self.over.run.previous.as_deref().map(|previous| ("compared with", name(previous))));
        listed::about(&names, rules, as_of)
    }

    /// The instant of the earlier run, where reasons are wanted.
    fn then(&self, rules: &Rules, as_of: Instant) -> Result<Option<Instant>, Failure> {
        let Some(text) = &self.previous_as_of else { return Ok(None) };
        if !self.only_changes && !self.list.is_asked() {
            return Err(Failure::new(say!(
                "--previous-as-of says why leads moved; say --only-changes, or which leads with --top or --stage"
            )));
        }
        let then = rules.zone.parse_as_of(text).ok_or_else(|| {
            Failure::new(say!(
                "--previous-as-of: `{text}` is no instant; write a day (2026-11-16) or a time",
                text = visible::line(text).as_ref()
            ))
        })?;
        if then > as_of {
            return Err(Failure::new(say!(
                "--previous-as-of: {instant} is after the instant of this run",
                instant = visible::line(text).as_ref()
            )));
        }
        Ok(Some(then))
    }

    /// The earlier run, if one was named.
    fn earlier(&self, rules: &Rules) -> Result<Option<Previous>, Failure> {
        let Some(path) = &self.over.run.previous else { return Ok(None) };
        let read = Previous::read(rules, &input::held(path)?, &ReadOptions::default());
        read.map(Some).map_err(Failure::new)
    }

    /// Shows which of the data's findings are denied, if any; nothing is written then.
    fn shows_denied(&self, rules: &Rules, outcome: &RunReport, terminal: &Terminal) -> bool {
        if self.denied.is_empty() {
            return false;
        }
        let log = outcome.log.as_ref().map(|log| &log.report);
        let mut found = data::findings((rules, About::Lead), &outcome.leads, log, None);
        let of_accounts = outcome.accounts.as_ref().and_then(|accounts| accounts.report.as_ref());
        if let Some((accounts, report)) = rules.accounts.as_ref().zip(of_accounts) {
            found.extend(data::findings((&accounts.rules, About::Account), report, None, None));
        }
        found.extend(survey::findings(rules, outcome));
        found.retain(|finding| self.denied.has(finding));
        for finding in &mut found {
            finding.severity = Severity::Error;
        }
        if found.is_empty() {
            return false;
        }
        let shown_found = Found { sources: &rules.sources, findings: &found, undecided: &[] };
        note(&findings::write(Form::Text, &[shown_found], &terminal.err));
        let (path, errors) = (shown(&self.over.leads), Counts::of(&found).said());
        note(&(terminal.remark(&say!("{path}: {errors}; nothing was written", path, errors)) + "\n"));
        true
    }

    /// The leads that are to be shown.
    fn shown(&self, results: &Results) -> Results {
        if self.only_changes { previous::only_changes(results) } else { results.clone() }
    }
}
