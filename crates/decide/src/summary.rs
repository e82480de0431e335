//! The outcome of a run, as a person reads it after the results. In: what the run counted; out: text. Nothing is
//! counted here.

mod data;

use crate::previous::Previous;
use leadrules_engine::columns::Change;
use leadrules_engine::run::{Counts, RunReport};
use leadrules_language::calendar::format_instant;
use leadrules_language::decimal::{Points, divide_rounded};
use leadrules_language::ir::Rules;
use leadrules_language::page::{Column, Page, Row, Style, Tone, padded, share, widest};
use leadrules_language::source::one_line;
use leadrules_language::text::{counted, grouped};

/// At most this many rules are listed one by one.
const RULES: usize = 40;

/// The summary of a run.
#[must_use]
pub fn render(rules: &Rules, outcome: &RunReport, style: Style) -> String {
    let mut page = Page::new(style);
    let counts = &outcome.counts;
    let leads = counted(counts.leads, "lead", "leads");
    page.head(&format!("{leads} scored as of {}", format_instant(outcome.as_of)));
    page.line(2, &format!("read as {}", outcome.leads.dialect));
    if let Some(log) = &outcome.log {
        page.line(2, &format!("events read as {}", log.report.dialect));
    }
    if outcome.without_events {
        page.notice("without an event log: nothing is known of what leads did");
    }
    if counts.leads > 0 {
        stages(&mut page, rules, counts);
        scores(&mut page, rules, counts);
    }
    accounts(&mut page, rules, outcome);
    data::leads(&mut page, rules, &outcome.leads, ("lead", "leads"));
    data::events(&mut page, rules, outcome);
    if counts.leads > 0 {
        fired(&mut page, rules, counts);
    }
    page.into_text()
}

/// The part of a run's summary that is about accounts; empty if rules say nothing about them.
#[must_use]
pub fn of_accounts(rules: &Rules, outcome: &RunReport, style: Style) -> String {
    let mut page = Page::new(style);
    accounts(&mut page, rules, outcome);
    page.into_text()
}

/// How many accounts are at each stage, and how their scores are spread.
fn accounts(page: &mut Page, rules: &Rules, outcome: &RunReport) {
    let Some((about, accounts)) = rules.accounts.as_ref().zip(outcome.accounts.as_ref()) else { return };
    let rules = &about.rules;
    let counts = Counts::of_accounts(rules, accounts);
    page.head(&counted(counts.leads, "account", "accounts"));
    if let Some(report) = &accounts.report {
        page.line(2, &format!("read as {}", report.dialect));
    }
    if counts.leads > 0 {
        stages(page, rules, &counts);
        scores(page, rules, &counts);
    }
    if let Some(report) = &accounts.report {
        data::leads(page, rules, report, ("account", "accounts"));
    }
}

/// The promises that leads and accounts break, with the first of these; empty if all are kept.
#[must_use]
pub fn broken(rules: &Rules, outcome: &RunReport, style: Style) -> String {
    let mut page = Page::new(style);
    broken_by(&mut page, rules, &outcome.counts, ("lead", "leads"));
    by_accounts(&mut page, rules, outcome);
    page.into_text()
}

/// Those that accounts break.
#[must_use]
pub fn broken_by_accounts(rules: &Rules, outcome: &RunReport, style: Style) -> String {
    let mut page = Page::new(style);
    by_accounts(&mut page, rules, outcome);
    page.into_text()
}

fn by_accounts(page: &mut Page, rules: &Rules, outcome: &RunReport) {
    if let Some((about, accounts)) = rules.accounts.as_ref().zip(outcome.accounts.as_ref()) {
        broken_by(page, &about.rules, &Counts::of_accounts(&about.rules, accounts), ("account", "accounts"));
    }
}

fn broken_by(page: &mut Page, rules: &Rules, counts: &Counts, (one, many): (&str, &str)) {
    if counts.breaks_promises() {
        page.head(&format!("promises that {many} break"));
    }
    let lines = rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |line| (promise, line)));
    for ((promise, line), breaches) in lines.zip(&counts.broken).filter(|(_, breaches)| breaches.leads > 0) {
        let leads = counted(breaches.leads, one, many);
        let says = format!("\"{}\": {} {}", promise.title, line.word(), one_line(rules.text(line.condition.span)));
        page.notice(&format!("{says}, but {leads}: {}", breaches.named()));
    }
}

/// What has changed since an earlier run, which is in `file`.
#[must_use]
pub fn since(previous: &Previous, file: &str, style: Style) -> String {
    let mut page = Page::new(style);
    page.head(&format!("since {file}"));
    let row = |(change, count): (&Change, u64)| Row::plain([change.word().to_owned(), grouped(count)]);
    let rows: Vec<Row> = Change::ALL.iter().zip(previous.counts).map(row).collect();
    page.table(2, &[Column::Left(4), Column::Right(9)], &rows);
    if previous.repeated > 0 {
        page.notice(&format!("rows with a key that another row of {file} has: {}; the last counts", previous.repeated));
    }
    let strangers = previous.strangers();
    if !strangers.is_empty() {
        page.notice(&format!("stages that these rules do not have, taken as the lowest: {}", strangers.join(", ")));
    }
    format!("\n{}", page.into_text())
}

/// How many leads are at each stage, the highest first.
fn stages(page: &mut Page, rules: &Rules, counts: &Counts) {
    page.head("stages");
    let mut rows: Vec<(&str, u64)> =
        rules.stages.steps.iter().map(|step| step.name.as_str()).zip(counts.stages[1..].iter().copied()).collect();
    rows.reverse();
    rows.push((&rules.stages.none, counts.stages[0]));
    if !rules.exclusions.is_empty() {
        rows.push((leadrules_language::ir::EXCLUDED, counts.excluded()));
    }
    let all = counts.leads;
    let row = |(name, count): (&str, u64)| {
        Row::plain([name.to_owned(), grouped(count), share(count, all), page.bar(count, all)])
    };
    let width = widest(rows.iter().map(|(name, _)| *name));
    let rows: Vec<Row> = rows.into_iter().map(row).collect();
    page.table(2, &[Column::Left(0), Column::Right(9), Column::Right(6), Column::Left(0)], &rows);
    for (exclusion, &count) in rules.exclusions.iter().zip(&counts.exclusions).filter(|(_, count)| **count > 0) {
        page.line(2, &format!("{:width$}  {:>9}  {}", "", grouped(count), exclusion.reason));
    }
}

/// The least, the mean and the most of each score.
fn scores(page: &mut Page, rules: &Rules, counts: &Counts) {
    if rules.scores.is_empty() {
        return;
    }
    page.head("scores");
    let mut rows = vec![Row::names(["", "least", "mean", "most"])];
    let width = widest(rules.scores.iter().map(|score| score.name.as_str()));
    for (score, spread) in rules.scores.iter().zip(&counts.scores) {
        let (Some(least), Some(most)) = (spread.least, spread.most) else {
            rows.push(Row::Line(format!("{}  unknown of every lead", padded(&score.name, width))));
            continue;
        };
        let mean = i64::try_from(divide_rounded(spread.sum, spread.known.into())).unwrap_or(i64::MAX);
        let unknown = counts.leads - spread.known;
        let note = if unknown > 0 { format!("unknown of {} leads", grouped(unknown)) } else { String::new() };
        let [least, mean, most] = [least, mean, most].map(|points| Points(points).to_string());
        rows.push(Row::plain([score.name.clone(), least, mean, most, note]));
    }
    let form = [Column::Left(width), Column::Right(9), Column::Right(9), Column::Right(9), Column::Left(0)];
    page.table(2, &form, &rows);
}

/// For each rule, the share of the leads for which it fired.
fn fired(page: &mut Page, rules: &Rules, counts: &Counts) {
    let all = rules.rules();
    if all.is_empty() {
        return;
    }
    page.head("rules: share of leads for which each fired");
    let mut score_name = "";
    let mut rows = Vec::new();
    for ((score, rule), &fired) in all.iter().zip(&counts.fired).take(RULES) {
        if score.name != score_name {
            rows.push(Row::Line(score.name.clone()));
            score_name = &score.name;
        }
        let points = rule.gain.points().signed();
        let tone = if fired == 0 { Tone::Dim } else { Tone::Plain };
        rows.push(Row::Cells(tone, vec![share(fired, counts.leads), points, page.fit(&rule.title, 30)]));
    }
    page.table(2, &[Column::Right(8), Column::Right(6), Column::Left(0)], &rows);
    if all.len() > RULES {
        let never = counts.fired[RULES..].iter().filter(|&&fired| fired == 0).count();
        let never = if never > 0 { format!(", {never} of which never fired") } else { String::new() };
        page.line(2, &format!("and {} more rules{never}", all.len() - RULES));
    }
}
