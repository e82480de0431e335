//! `leadrules score`: leads in, scored leads out. The results go to a file or standard output, the summary to standard
//! error; nothing is scored here.

mod listed;

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use leadrules_decide::call_list;
use leadrules_decide::previous::{self, Previous};
use leadrules_decide::summary;
use leadrules_engine::columns::Results;
use leadrules_engine::data::write::{Encoded, Explain, Fit, Format, Layout, WriteError, Writer, encode};
use leadrules_engine::data::{self, ReadOptions};
use leadrules_engine::run::{self, Request, RunReport};
use leadrules_engine::survey;
use leadrules_language::calendar::Instant;
use leadrules_language::codes::Severity;
use leadrules_language::ir::Rules;
use leadrules_language::types::Truth;

use super::args::{Denied, Form, whole};
use super::data::OverLeads;
use super::exit::{Exit, Failure, shown};
use super::findings::{self, Counts, Found};
use super::input;
use super::output::{self, Asked, Kind};
use super::progress::Progress;
use super::rules::RuleSet;
use super::terminal::{self, Terminal, note};
use super::written::Atomic;
use listed::ListArgs;

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

    /// What an earlier run wrote: adds what changed since then (new, up, down, same, gone) and the stage of then
    #[arg(long, value_name = "LAST")]
    previous: Option<PathBuf>,

    /// With --previous: leave out the leads of which nothing changed
    #[arg(long, requires = "previous", conflicts_with = "ListArgs")]
    only_changes: bool,

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
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1..))]
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
    args.over.in_place(args.previous.as_ref())?;
    let target = Target::new(args, terminal)?;
    let mut set = RuleSet::read(args.over.rules(), args.over.allow())?;
    if let Some(rules) = set.checked.rules.as_ref().filter(|_| !args.denied.is_empty()) {
        let as_of = args.over.run.as_of(rules)?;
        set.checked.prove(as_of);
        set.checked.deny(|finding| args.denied.has(finding));
    }
    let loaded = set.checked.loaded.clone();
    let usable = set.if_usable(terminal, args.quiet.into());
    let known = usable.and_then(|rules| args.list.outcome(&loaded, args.over.rules(), rules, terminal));
    let (rules, known) = match known {
        Ok((rules, known)) => (rules, known),
        Err(exit) => return Ok(exit),
    };
    let rules = &rules;
    target.file.as_ref().map_or(Ok(()), |file| file.spares(&rules.sources))?;
    if let Some(threads) = args.threads {
        // It only fails if the threads are there already, and then those are used.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    let data = args.over.once(rules)?;
    let explain = match args.explain {
        None => Explain::No,
        Some(ExplainHow::List) => Explain::List,
        Some(ExplainHow::Columns) => Explain::Columns,
    };
    let keep = args.over.kept(&args.keep);
    let request = Request { keep: &keep, rule_points: explain != Explain::No, ..data.request(rules) };
    let mut layout = Layout::new(rules, &keep, explain);
    let mut previous = args.earlier(rules)?;
    if previous.is_some() {
        layout = layout.with_changes();
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
        let mut sink = Sink::open(&target, layout.with_reasons().about([("listed".to_owned(), remark.clone())]))?;
        if let Some(results) = called.results {
            sink.write(|writer| writer.write(results)).map_err(|error| target.write_failure(error))?;
        }
        return args.end(sink, &target, rules, (&outcome, previous.as_ref(), Some(&remark)), terminal);
    }
    let mut sink = Sink::open(&target, layout.clone())?;
    // Whether leads break a promise is only known from all of them, even if nobody reads on.
    sink.goes_on = !rules.promises.is_empty();
    // What is compared with an earlier run must come in order; everything else is prepared in parallel.
    let in_order = previous.is_some();
    let encode = |results| if in_order { Encoded::Rows(results) } else { encode(target.format, &layout, results) };
    let mut write = |mut encoded, first_row| {
        if let Encoded::Rows(results) = &mut encoded {
            results.first_row = first_row;
        }
        match (&mut previous, encoded) {
            (Some(previous), Encoded::Rows(mut results)) => {
                previous.hold(&mut results);
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
    if let Some(previous) = &mut previous {
        let gone = previous.gone(rules, keep.len(), request.rule_points);
        sink.write(|writer| writer.write(gone)).map_err(|error| target.write_failure(error))?;
    }
    args.end(sink, &target, rules, (&outcome, previous.as_ref(), None), terminal)
}

impl Args {
    /// Gives the file its name, and says what came of the run.
    fn end(
        &self,
        mut sink: Sink,
        target: &Target,
        rules: &Rules,
        (outcome, previous, remark): (&RunReport, Option<&Previous>, Option<&str>),
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
                note(&format!("{remark}\n"));
            }
            note(&summary::render(rules, outcome, terminal.err.style));
            if let (Some(previous), Some(path)) = (previous, &self.previous) {
                note(&summary::since(previous, &shown(path), terminal.err.style));
            }
            if self.over.run.events.is_some() && outcome.log.is_none() {
                note("\nthe rules look at no events, so the log was not read\n");
            }
            if let Some(file) = &target.file {
                note(&format!("\nwrote {}\n", shown(&file.path)));
            }
        }
        let broken = summary::broken(rules, &outcome.counts, terminal.err.style);
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
        names.extend(self.previous.as_deref().map(|previous| ("compared with", name(previous))));
        listed::about(&names, rules, as_of)
    }

    /// The earlier run, if one was named.
    fn earlier(&self, rules: &Rules) -> Result<Option<Previous>, Failure> {
        let Some(path) = &self.previous else { return Ok(None) };
        let read = Previous::read(rules, &input::held(path)?, &ReadOptions::default());
        read.map(Some).map_err(Failure::new)
    }

    /// Shows which of the data's findings are denied, if any; nothing is written then.
    fn shows_denied(&self, rules: &Rules, outcome: &RunReport, terminal: &Terminal) -> bool {
        if self.denied.is_empty() {
            return false;
        }
        let mut found = data::findings(rules, &outcome.leads, outcome.log.as_ref().map(|log| &log.report), None);
        found.extend(survey::findings(rules, &outcome.counts));
        found.retain(|finding| self.denied.has(finding));
        for finding in &mut found {
            finding.severity = Severity::Error;
        }
        if found.is_empty() {
            return false;
        }
        let shown_found = Found { sources: &rules.sources, findings: &found, undecided: &[] };
        note(&findings::write(Form::Text, &[shown_found], &terminal.err));
        note(&format!("{}: {}; nothing was written\n", shown(&self.over.leads), Counts::of(&found)));
        true
    }

    /// The leads that are to be shown.
    fn shown(&self, results: &Results) -> Results {
        if self.only_changes { previous::only_changes(results) } else { results.clone() }
    }
}

/// Where results go, and in which form.
struct Target {
    /// `None` for standard output.
    file: Option<output::Target>,
    format: Format,
    fit: Fit,
    /// Whether a person sees the results as they are written.
    is_shown: bool,
}

impl Target {
    fn new(args: &Args, terminal: &Terminal) -> Result<Self, Failure> {
        let kinds: Vec<Kind> = OutputFormat::value_variants().iter().map(|format| format.kind()).collect();
        let format = args.format.map(OutputFormat::kind);
        let asked = Asked { option: "-o", kinds: &kinds, format, force: args.force };
        let previous = args.previous.as_deref().map(|last| ("which is read as the earlier run", last));
        let file = output::Target::new(args.output.as_deref(), asked, &args.over.read_files(previous))?;
        let is_shown = file.is_none() && terminal.out.is_terminal;
        let by_name = file.as_ref().and_then(|file| OutputFormat::of(file.kind));
        let format = match by_name.or(args.format) {
            Some(format) => format.into(),
            None if args.for_whom.is_some() => Format::Csv,
            None if is_shown => Format::Table,
            None => Format::Csv,
        };
        if args.for_whom == Some(ForWhom::Excel) && format != Format::Csv {
            return Err(Failure::new("--for excel writes CSV: name a file that ends in .csv, or say --format csv"));
        }
        if is_shown && format.is_binary() {
            return Err(Failure::new("that format is not for reading; write it to a file with -o FILE"));
        }
        let style = terminal.out.style;
        let fit = Fit {
            width: is_shown.then_some(style.width),
            rows: is_shown.then(|| args.list.most().map_or(ROWS, |most| most.max(ROWS))),
            unicode: style.unicode,
            more: if is_shown { "; -o FILE writes all" } else { "" },
        };
        Ok(Self { file, format, fit, is_shown })
    }

    /// What the user is told if a run breaks off.
    fn failure(&self, error: run::Error) -> Failure {
        match error {
            run::Error::Write(error) => self.write_failure(error),
            run::Error::Read(_) | run::Error::NoEvents { .. } => Failure::new(error),
        }
    }

    fn write_failure(&self, error: WriteError) -> Failure {
        let path = self.file.as_ref().map(|file| file.path.as_path());
        match error {
            WriteError::Io(error) => match path {
                Some(path) => Failure::writing(path, &error),
                None if error.kind() == io::ErrorKind::BrokenPipe => Failure::Closed,
                None => Failure::new(format!("can't write to standard output: {error}")),
            },
            other => match path {
                Some(path) => Failure::new(format!("can't write {}: {other}", shown(path))),
                None => Failure::new(other),
            },
        }
    }
}

/// This many bytes of what goes to standard output wait until it is known that the data is what the rules are about.
const HELD_BACK: usize = 64 << 20;

/// Standard output, to which nothing goes before everything is read, unless that becomes too much to hold.
struct HeldBack {
    out: io::Stdout,
    waiting: Vec<u8>,
}

impl HeldBack {
    fn new(out: io::Stdout) -> Self {
        Self { out, waiting: Vec::new() }
    }

    fn let_go(&mut self) -> io::Result<()> {
        self.out.write_all(&std::mem::take(&mut self.waiting))
    }
}

impl Write for HeldBack {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() > HELD_BACK {
            self.let_go()?;
        }
        Ok(bytes.len())
    }

    /// Called at the end: a run that stops before it has written nothing.
    fn flush(&mut self) -> io::Result<()> {
        self.let_go()?;
        self.out.flush()
    }
}

/// The results on their way out. The header is written with the first of them, so that nothing is written if nothing
/// could be read; a file gets its name once it is complete.
struct Sink {
    format: Format,
    fit: Fit,
    file: Option<Atomic>,
    /// What the writer will be made from.
    parts: Option<(Layout, Box<dyn Write + Send>)>,
    writer: Option<Writer>,
    /// Whether the run goes on when nobody reads the results any more.
    goes_on: bool,
    /// Whether nobody reads them any more.
    is_closed: bool,
}

impl Sink {
    fn open(target: &Target, layout: Layout) -> Result<Self, Failure> {
        let file = target.file.as_ref().map(|file| Atomic::create(&file.path)).transpose()?;
        let out: Box<dyn Write + Send> = match &file {
            Some(file) => Box::new(BufWriter::with_capacity(1 << 20, file.handle()?)),
            None => Box::new(BufWriter::with_capacity(1 << 16, HeldBack::new(terminal::out()?))),
        };
        Ok(Self {
            format: target.format,
            fit: target.fit,
            file,
            parts: Some((layout, out)),
            writer: None,
            goes_on: false,
            is_closed: false,
        })
    }

    fn writer(&mut self) -> Result<&mut Writer, WriteError> {
        if let Some((layout, out)) = self.parts.take() {
            self.writer = Some(Writer::new(self.format, layout, out, self.fit)?);
        }
        // Without a header there was an error, which has ended the run.
        self.writer.as_mut().ok_or_else(|| WriteError::Format("the header could not be written".to_owned()))
    }

    /// Writes as long as somebody reads.
    fn write(&mut self, write: impl FnOnce(&mut Writer) -> Result<(), WriteError>) -> Result<(), WriteError> {
        if self.is_closed {
            return Ok(());
        }
        let done = self.writer().and_then(write);
        self.noticed(done)
    }

    /// The error, unless it only says that a pipe was closed.
    fn noticed(&mut self, done: Result<(), WriteError>) -> Result<(), WriteError> {
        match done {
            Err(WriteError::Io(error)) if self.goes_on && error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            done => done,
        }
    }

    fn finish(mut self) -> Result<(), WriteError> {
        self.write(|_| Ok(()))?;
        if self.is_closed {
            return Ok(());
        }
        let done = self.writer.take().map_or(Ok(()), Writer::finish);
        self.noticed(done)
    }
}
