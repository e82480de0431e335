//! `leadrules test`: runs the tests in rule files. In: files; out: what passed, what failed and why, and what no test
//! looked at.

use std::path::PathBuf;

use leadrules_language::explain::{self, Answer, Piece, mark};
use leadrules_language::page::{Page, Style, Tone, columns};
use leadrules_language::testing::{self, Coverage, Report, TestOutcome};
use leadrules_language::words::{Locale, Text, say};

use super::args::{Form, Github, RuleFiles, form};
use super::exit::{Exit, Failure, shown};
use super::findings::github;
use super::output::{Asked, Kind, ReadFile, Target};
use super::rules::{self, Quiet};
use super::terminal::{Terminal, say_or_pass};
use super::{json, junit};

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
  leadrules test rules/ --format github        in a workflow

Exit codes: 0 all passed, 1 could not run, 2 the rules have errors, 3 a test failed.")]
pub(super) struct Args {
    #[command(flatten)]
    files: RuleFiles,

    /// Run the tests whose title holds this text, in any case
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,

    /// List every rule and condition that no test looked at
    #[arg(long)]
    coverage: bool,

    #[arg(long, value_name = "FILE", help = "Also write a report in the form of JUnit")]
    junit: Option<PathBuf>,

    /// Write the report over a file of another kind, too
    #[arg(long, requires = "junit")]
    force: bool,

    /// How results are shown
    #[arg(long, value_parser = form::<Github>(), default_value = "text", value_name = "FORMAT")]
    format: Form<Github>,
}

/// Runs the tests.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let wanted = args.filter.as_deref().map(leadrules_language::text::fold);
    let filter =
        |title: &str| wanted.as_ref().is_none_or(|wanted| leadrules_language::text::fold(title).contains(wanted));
    let asked = Asked { option: "--junit", kinds: &[Kind::Junit], format: None, force: args.force };
    let files = rules::files(&args.files.rules)?;
    let read: Vec<ReadFile<'_>> = files.iter().map(|file| (say!("which is read as rules"), file.as_path())).collect();
    let junit = Target::new(args.junit.as_deref(), asked, &read)?;
    let mut exit = Exit::Fine;
    let mut reports: Vec<(String, Report)> = Vec::new();
    for set in rules::read_all(&args.files)? {
        junit.as_ref().map_or(Ok(()), |junit| junit.spares(set.checked.sources()))?;
        let path = shown(&set.path);
        match set.if_usable(terminal, Quiet::Yes) {
            Ok(rules) => reports.push((path, testing::run(&rules, &filter))),
            Err(wrong) => exit = exit.max(wrong),
        }
    }
    if reports.iter().any(|(_, report)| !report.passed()) {
        exit = exit.max(Exit::TestFailed);
    }
    // A slip in a title should not pass for tests that passed.
    if args.filter.is_some() && reports.iter().all(|(_, report)| report.tests.is_empty()) {
        exit = exit.max(Exit::CouldNotRun);
    }
    if let Some(junit) = &junit {
        junit.write(junit::report(&reports)?.as_bytes(), false, terminal)?;
    }
    let text = match args.format {
        Form::Text => text(&reports, args, terminal.out.style),
        Form::Json => all(&reports),
        Form::Further(Github::Github) => annotated(&reports, terminal.out.style.locale),
    };
    say_or_pass(args.format != Form::Json, &text)?;
    Ok(exit)
}

fn all(reports: &[(String, Report)]) -> String {
    let files: Vec<serde_json::Value> =
        reports.iter().map(|(path, report)| serde_json::json!({ "path": path, "report": report })).collect();
    json::json(&files)
}

/// A line for each test that failed, where it stands.
fn annotated(reports: &[(String, Report)], locale: Locale) -> String {
    let failed = reports.iter().flat_map(|(_, report)| report.tests.iter().filter(|test| !test.passed()));
    let one = |test: &TestOutcome| {
        let expected = test.failures.iter().map(|failure| {
            say!("expected {condition}; {came}", condition = &failure.expected, came = Text::row(failure.came(), ", "))
        });
        let promised = test.broken().map(|breach| say!("breaks the promise \"{promise}\"", promise = &breach.promise));
        let message = Text::row(expected.chain(promised).collect(), "\n").in_locale(locale);
        let (path, line) = test.place.rsplit_once(':').unwrap_or((&test.place, "1"));
        github::error(path, line, &say!("the test \"{test}\" failed", test = &test.title).in_locale(locale), &message)
    };
    failed.map(one).collect()
}

fn text(reports: &[(String, Report)], args: &Args, style: Style) -> String {
    let say = |text: Text| text.in_locale(style.locale);
    let mut page = Page::new(style);
    let (mut passed, mut failed) = (0_usize, 0_usize);
    for (path, report) in reports {
        if report.tests.is_empty() {
            page.line(
                0,
                &say(match &args.filter {
                    Some(_) => say!("{path}: no test with such a title", path),
                    None => say!("{path}: no tests", path),
                }),
            );
            continue;
        }
        page.toned(Tone::Head, 0, path);
        for test in &report.tests {
            one(&mut page, test);
        }
        coverage(&mut page, &report.coverage, args);
        passed += report.tests.iter().filter(|test| test.passed()).count();
        failed += report.tests.iter().filter(|test| !test.passed()).count();
        page.gap();
    }
    if passed + failed > 0 {
        let result = if failed == 0 {
            style.tint(Tone::Good, &say(say!("{passed} {passed|test|tests} passed", passed)))
        } else {
            let failed = style.tint(Tone::Error, &say(say!("{failed} {failed|test|tests} failed", failed)));
            say(say!("{failed}, {passed} passed", failed, passed))
        };
        page.line(0, &result);
    }
    page.into_text()
}

/// At most this many rules are named if the whole list was not asked for.
const NAMED: usize = 5;

fn one(page: &mut Page, test: &TestOutcome) {
    let outcome = if test.passed() { Answer::Met } else { Answer::NotMet };
    page.line(2, &format!("{} {}", mark(outcome, page.style()), test.title));
    for failure in &test.failures {
        let place = page.style().tint(Tone::Dim, &failure.place);
        let expected = say(page, &say!("expected {condition}", condition = &failure.expected));
        page.line(6, &format!("{expected}  {place}"));
        pieces(page, 8, &failure.pieces);
    }
    for breach in test.broken() {
        let place = page.style().tint(Tone::Dim, &breach.place);
        let broken = say(page, &say!("breaks the promise \"{promise}\"", promise = &breach.promise));
        page.line(6, &format!("{broken}  {place}"));
    }
    if !test.passed() {
        let style = Style { width: page.style().text_width() - 6, ..page.style() };
        page.take_in(6, explain::page(&test.explanation, style));
        for lead in &test.leads {
            page.take_in(6, explain::page(lead, style));
        }
    }
}

/// An expectation, or the parts that it consists of.
fn pieces(page: &mut Page, indent: usize, whole: &Piece) {
    if whole.parts.is_empty() {
        piece(page, indent, whole);
    }
    whole.parts.iter().for_each(|part| piece(page, indent, part));
}

fn piece(page: &mut Page, indent: usize, piece: &Piece) {
    let line = explain::noted(&piece.text, &explain::facts(piece)).in_locale(page.style().locale);
    page.line(indent, &format!("{} {line}", mark(piece.outcome, page.style())));
}

/// A text followed by its place; the text is cut if both do not fit on a line.
fn placed(page: &mut Page, text: &str, after: &str, place: &str) {
    let style = page.style();
    let room = style.width.saturating_sub(6 + columns(after) + columns(place)).max(20);
    let (text, place) = (style.cut(text, room), style.tint(Tone::Dim, place));
    page.line(4, &format!("{text}{after}  {place}"));
}

fn coverage(page: &mut Page, coverage: &Coverage, args: &Args) {
    let (fired, rules) = coverage.rules_fired();
    let (seen, sides) = coverage.sides_seen();
    page.gap();
    let text = say!(
        "{fired} of {rules} rules fired in a test; {seen} of {sides} sides of conditions were seen",
        fired,
        rules,
        seen,
        sides
    );
    page.line(2, &say(page, &text));
    let never: Vec<_> = coverage.rules.iter().filter(|rule| !rule.fired).collect();
    let shown = if args.coverage { never.len() } else { NAMED };
    if !never.is_empty() {
        page.line(2, &say(page, &say!("rules that no test made fire:")));
        for rule in never.iter().take(shown) {
            placed(page, &rule.title, "", &rule.place);
        }
        if never.len() > shown {
            let more = never.len() - shown;
            page.line(4, &say(page, &say!("and {more} more; --coverage lists all", more)));
        }
    }
    if args.coverage {
        let some: Vec<_> = coverage.conditions.iter().filter(|cond| !cond.missing.is_empty()).collect();
        if !some.is_empty() {
            page.line(2, &say(page, &say!("sides of conditions that no test had:")));
        }
        for condition in some {
            let missing = say(page, &Text::row(condition.missing.iter().map(|side| word(*side)).collect(), ", "));
            placed(page, &condition.text, &format!(": {missing}"), &condition.place);
        }
    }
}

fn word(outcome: Answer) -> Text {
    match outcome {
        Answer::Met => say!("met"),
        Answer::NotMet => say!("not met"),
        Answer::NoData => say!("no data"),
    }
}

fn say(page: &Page, text: &Text) -> String {
    text.in_locale(page.style().locale)
}
