//! `leadrules test`: runs the tests that stand in rule files. In: files; out: what passed, what failed and why, and what
//! no test looked at.

use std::fmt::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use leadrules_language::explain::{Outcome, Piece};
use leadrules_language::testing::{self, Coverage, Report, TestOutcome};

use super::exit::{Exit, Failure, shown};
use super::rules::{self, Quiet};
use super::terminal::{Paint, Stream, Terminal, counted, say};
use super::{junit, world};

/// Run the tests that stand in rule files
///
/// Each `test` of a rule file makes one lead and says what must come of it. Shows those that failed with the points that
/// made the result, and which rules and which sides of conditions no test looked at.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules test my.leadrules
  leadrules test rules/ --coverage             list all that no test looked at
  leadrules test my.leadrules --filter ideal   tests whose title holds \"ideal\"
  leadrules test rules/ --junit report.xml     for a build server

Exit codes: 0 all passed, 1 could not run, 2 the rules have errors, 3 a test failed.")]
pub(super) struct Args {
    /// Rule files, or folders of them (`-` is standard input)
    #[arg(value_name = "RULES", required = true)]
    rules: Vec<PathBuf>,

    /// Run the tests whose title holds this text, in any case
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,

    /// List every rule and condition that no test looked at
    #[arg(long)]
    coverage: bool,

    #[arg(long, value_name = "FILE", help = "Also write a report in the form of JUnit")]
    junit: Option<PathBuf>,

    /// How results are shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// A form of results.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading
    #[default]
    Human,
    /// For programs
    Json,
}

/// Runs the tests.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let wanted = args.filter.as_deref().map(leadrules_language::text::fold);
    let filter =
        |title: &str| wanted.as_ref().is_none_or(|wanted| leadrules_language::text::fold(title).contains(wanted));
    let mut exit = Exit::Fine;
    let mut reports: Vec<(String, Report)> = Vec::new();
    for set in rules::read_all(&args.rules)? {
        let path = shown(&set.path);
        match set.if_usable(terminal, Quiet::Yes) {
            Ok(rules) => reports.push((path, testing::run(&rules, &filter))),
            Err(wrong) => exit = exit.max(wrong),
        }
    }
    if reports.iter().any(|(_, report)| !report.passed()) {
        exit = exit.max(Exit::TestFailed);
    }
    if let Some(path) = &args.junit {
        world::write_file(path, junit::report(&reports)?.as_bytes())?;
    }
    let text = match args.format {
        Format::Human => human(&reports, args, &terminal.out),
        Format::Json => json(&reports),
    };
    say(&text)?;
    Ok(exit)
}

fn json(reports: &[(String, Report)]) -> String {
    let files: Vec<serde_json::Value> =
        reports.iter().map(|(path, report)| serde_json::json!({ "path": path, "report": report })).collect();
    let mut text = serde_json::to_string_pretty(&files).expect("plain data becomes JSON");
    text.push('\n');
    text
}

fn human(reports: &[(String, Report)], args: &Args, out: &Stream) -> String {
    let mut page = Page { text: String::new(), out };
    let (mut passed, mut failed) = (0, 0);
    for (path, report) in reports {
        if report.tests.is_empty() {
            let none = if args.filter.is_some() { "no test with such a title" } else { "no tests" };
            page.line(0, &format!("{path}: {none}"));
            continue;
        }
        page.line(0, &out.paint(path, Paint::Head));
        for test in &report.tests {
            page.test(test);
        }
        page.coverage(&report.coverage, args.coverage);
        passed += report.tests.iter().filter(|test| test.passed()).count();
        failed += report.tests.iter().filter(|test| !test.passed()).count();
        page.text.push('\n');
    }
    if passed + failed > 0 {
        let result = if failed == 0 {
            out.paint(&format!("{} passed", counted(passed, "test", "tests")), Paint::Good)
        } else {
            let failed = out.paint(&format!("{} failed", counted(failed, "test", "tests")), Paint::Error);
            format!("{failed}, {passed} passed")
        };
        page.line(0, &result);
    }
    page.text
}

/// At most so many rules are named where the whole list is not asked for.
const NAMED: usize = 5;

struct Page<'a> {
    text: String,
    out: &'a Stream,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        let _ = writeln!(self.text, "{:width$}{text}", "", width = indent * 2);
    }

    fn mark(&self, outcome: Outcome) -> String {
        let (mark, ascii, paint) = match outcome {
            Outcome::Met => ("✓", "+", Paint::Good),
            Outcome::NotMet => ("✗", "x", Paint::Error),
            Outcome::NoData => ("?", "?", Paint::Warning),
        };
        self.out.paint(if self.out.style.unicode { mark } else { ascii }, paint)
    }

    fn test(&mut self, test: &TestOutcome) {
        let outcome = if test.passed() { Outcome::Met } else { Outcome::NotMet };
        self.line(1, &format!("{} {}", self.mark(outcome), test.title));
        for failure in &test.failures {
            let place = self.out.paint(&failure.place, Paint::Dim);
            self.line(3, &format!("expected {}  {place}", failure.expected));
            self.pieces(4, &failure.pieces);
        }
        for breach in &test.explanation.broken {
            let place = self.out.paint(&breach.place, Paint::Dim);
            self.line(3, &format!("breaks the promise \"{}\"  {place}", breach.promise));
        }
        if !test.passed() {
            let width = self.out.text_width().saturating_sub(6);
            let why = leadrules_language::explain::render(&test.explanation, width);
            for line in why.trim_end().lines() {
                self.line(if line.is_empty() { 0 } else { 3 }, line);
            }
        }
    }

    /// An expectation, or the parts that it is made of.
    fn pieces(&mut self, indent: usize, piece: &Piece) {
        if piece.parts.is_empty() {
            self.piece(indent, piece);
        }
        for part in &piece.parts {
            self.piece(indent, part);
        }
    }

    fn piece(&mut self, indent: usize, piece: &Piece) {
        let facts: Vec<String> = piece
            .facts
            .iter()
            .map(|fact| format!("{} is {}", fact.name, fact.value.as_deref().unwrap_or("unknown")))
            .collect();
        let came = if facts.is_empty() { String::new() } else { format!(": {}", facts.join(", ")) };
        self.line(indent, &format!("{} {}{came}", self.mark(piece.outcome), piece.text));
    }

    /// A text with its place behind it; the text is cut where both do not fit on a line.
    fn placed(&mut self, text: &str, after: &str, place: &str) {
        let taken = 6 + after.chars().count() + place.chars().count();
        let room = self.out.style.width.saturating_sub(taken).max(20);
        let dots = if self.out.style.unicode { "…" } else { "..." };
        let text = if text.chars().count() > room {
            text.chars().take(room - dots.chars().count()).chain(dots.chars()).collect()
        } else {
            text.to_owned()
        };
        let place = self.out.paint(place, Paint::Dim);
        self.line(2, &format!("{text}{after}  {place}"));
    }

    fn coverage(&mut self, coverage: &Coverage, whole: bool) {
        let (fired, rules) = coverage.rules_fired();
        let (seen, sides) = coverage.sides_seen();
        self.text.push('\n');
        self.line(
            1,
            &format!("{fired} of {rules} rules fired in a test; {seen} of {sides} sides of conditions were seen"),
        );
        let never: Vec<_> = coverage.rules.iter().filter(|rule| !rule.fired).collect();
        let shown = if whole { never.len() } else { NAMED };
        if !never.is_empty() {
            self.line(1, "rules that no test made fire:");
            for rule in never.iter().take(shown) {
                self.placed(&rule.title, "", &rule.place);
            }
            if never.len() > shown {
                self.line(2, &format!("and {} more; --coverage lists all", never.len() - shown));
            }
        }
        if whole {
            let some: Vec<_> = coverage.conditions.iter().filter(|cond| !cond.missing.is_empty()).collect();
            if !some.is_empty() {
                self.line(1, "sides of conditions that no test had:");
            }
            for condition in some {
                let missing: Vec<&str> = condition.missing.iter().map(|side| word(*side)).collect();
                self.placed(&condition.text, &format!(": {}", missing.join(", ")), &condition.place);
            }
        }
    }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not met",
        Outcome::NoData => "no data",
    }
}
