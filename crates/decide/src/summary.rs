//! The outcome of a run, as a person reads it after the results. In: what the run counted; out: text. Nothing is
//! counted here.

mod data;

use crate::previous::Previous;
use leadrules_engine::columns::Change;
use leadrules_engine::data::ReadReport;
use leadrules_engine::run::{Counts, RunReport};
use leadrules_language::calendar::format_instant;
use leadrules_language::decimal::{Points, divide_rounded};
use leadrules_language::ir::{About, Rules};
use leadrules_language::page::{Column, Page, Row, Style, Tone, padded, widest};
use leadrules_language::source::one_line;
use leadrules_language::words::{Text, Value, say};

/// At most this many rules are listed one by one.
const RULES: usize = 40;

/// The summary of a run.
#[must_use]
pub fn render(rules: &Rules, outcome: &RunReport, style: Style) -> String {
    let mut page = Page::new(style);
    let counts = &outcome.counts;
    let as_of = Text::moment(&format_instant(outcome.as_of));
    page.head(&page.say(&say!("{leads} {leads|lead|leads} scored as of {as_of}", leads = counts.leads, as_of)));
    page.line(2, &page.say(&read_as(&outcome.leads)));
    if let Some(log) = &outcome.log {
        page.line(2, &page.say(&say!("events read as {form}", form = log.report.dialect.said())));
    }
    if outcome.without_events {
        page.notice(&page.say(&say!("without an event log: nothing is known of what leads did")));
    }
    if counts.leads > 0 {
        stages(&mut page, rules, counts);
        scores(&mut page, rules, counts);
    }
    accounts(&mut page, rules, outcome);
    data::leads(&mut page, rules, &outcome.leads, About::Lead);
    data::events(&mut page, rules, outcome);
    if counts.leads > 0 {
        fired(&mut page, rules, counts);
    }
    page.into_text()
}

/// How a file was read.
fn read_as(report: &ReadReport) -> Text {
    say!("read as {form}", form = report.dialect.said())
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
    page.head(&page.say(&say!("{accounts} {accounts|account|accounts}", accounts = counts.leads)));
    if let Some(report) = &accounts.report {
        page.line(2, &page.say(&read_as(report)));
    }
    if counts.leads > 0 {
        stages(page, rules, &counts);
        scores(page, rules, &counts);
    }
    if let Some(report) = &accounts.report {
        data::leads(page, rules, report, About::Account);
    }
}

/// The promises that leads and accounts break, with the first of these; empty if all are kept.
#[must_use]
pub fn broken(rules: &Rules, outcome: &RunReport, style: Style) -> String {
    let mut page = Page::new(style);
    broken_by(&mut page, rules, &outcome.counts, About::Lead);
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
        broken_by(page, &about.rules, &Counts::of_accounts(&about.rules, accounts), About::Account);
    }
}

fn broken_by(page: &mut Page, rules: &Rules, counts: &Counts, about: About) {
    if counts.breaks_promises() {
        page.head(&page.say(&match about {
            About::Lead => say!("promises that leads break"),
            About::Account => say!("promises that accounts break"),
        }));
    }
    let lines = rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |line| (promise, line)));
    for ((promise, line), breaches) in lines.zip(&counts.broken).filter(|(_, breaches)| breaches.leads > 0) {
        let (promise, named, count) = (&promise.title, breaches.named(), breaches.leads);
        let line = format!("{} {}", line.word(), one_line(rules.text(line.condition.span)));
        page.notice(&page.say(&match about {
            About::Lead => {
                say!("\"{promise}\": {line}, but {count} {count|lead|leads}: {named}", promise, line, count, named)
            }
            About::Account => {
                say!(
                    "\"{promise}\": {line}, but {count} {count|account|accounts}: {named}",
                    promise,
                    line,
                    count,
                    named
                )
            }
        }));
    }
}

/// A change in a word.
fn said(change: Change) -> Text {
    match change {
        Change::New => say!("new"),
        Change::Up => say!("up"),
        Change::Down => say!("down"),
        Change::Same => say!("same"),
        Change::Gone => say!("gone"),
    }
}

/// What has changed since an earlier run, which is in `file`.
#[must_use]
pub fn since(previous: &Previous, file: &str, style: Style) -> String {
    let mut page = Page::new(style);
    page.head(&page.say(&say!("since {file}", file)));
    let row = |(change, count): (&Change, u64)| Row::plain([page.say(&said(*change)), page.figure(count)]);
    let rows: Vec<Row> = Change::ALL.iter().zip(previous.counts).map(row).collect();
    page.table(2, &[Column::Left(4), Column::Right(9)], &rows);
    if previous.repeated > 0 {
        let rows = previous.repeated;
        page.notice(&page.say(&say!(
            "rows with a key that another row of {file} has: {rows}; the last counts",
            file,
            rows
        )));
    }
    let strangers = previous.strangers();
    if !strangers.is_empty() {
        let stages = strangers.join(", ");
        page.notice(&page.say(&say!("stages that these rules do not have, taken as the lowest: {stages}", stages)));
    }
    format!("\n{}", page.into_text())
}

/// How many leads are at each stage, the highest first.
fn stages(page: &mut Page, rules: &Rules, counts: &Counts) {
    page.head(&page.say(&say!("stages")));
    let mut rows: Vec<(&str, u64)> =
        rules.stages.steps.iter().map(|step| step.name.as_str()).zip(counts.stages[1..].iter().copied()).collect();
    rows.reverse();
    rows.push((&rules.stages.none, counts.stages[0]));
    if !rules.exclusions.is_empty() {
        rows.push((leadrules_language::ir::EXCLUDED, counts.excluded()));
    }
    let all = counts.leads;
    let row = |(name, count): (&str, u64)| {
        Row::plain([name.to_owned(), page.figure(count), page.share(count, all), page.bar(count, all)])
    };
    let width = widest(rows.iter().map(|(name, _)| *name));
    let rows: Vec<Row> = rows.into_iter().map(row).collect();
    page.table(2, &[Column::Left(0), Column::Right(9), Column::Right(6), Column::Left(0)], &rows);
    for (exclusion, &count) in rules.exclusions.iter().zip(&counts.exclusions).filter(|(_, count)| **count > 0) {
        page.line(2, &format!("{:width$}  {:>9}  {}", "", page.figure(count), exclusion.reason));
    }
}

/// The least, the mean and the most of each score.
fn scores(page: &mut Page, rules: &Rules, counts: &Counts) {
    if rules.scores.is_empty() {
        return;
    }
    page.head(&page.say(&say!("scores")));
    let names = [say!("least"), say!("mean"), say!("most")].map(|name| page.say(&name));
    let mut rows = vec![Row::names(["", &names[0], &names[1], &names[2]])];
    let width = widest(rules.scores.iter().map(|score| score.name.as_str()));
    for (score, spread) in rules.scores.iter().zip(&counts.scores) {
        let (Some(least), Some(most)) = (spread.least, spread.most) else {
            let unknown = page.say(&say!("unknown of every lead"));
            rows.push(Row::Line(format!("{}  {unknown}", padded(&score.name, width))));
            continue;
        };
        let mean = i64::try_from(divide_rounded(spread.sum, spread.known.into())).unwrap_or(i64::MAX);
        let unknown = counts.leads - spread.known;
        let note = match unknown {
            0 => String::new(),
            leads => page.say(&say!("unknown of {leads} leads", leads)),
        };
        let [least, mean, most] = [least, mean, most].map(|points| page.figure(Points(points)));
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
    page.head(&page.say(&say!("rules: share of leads for which each fired")));
    let mut score_name = "";
    let mut rows = Vec::new();
    for ((score, rule), &fired) in all.iter().zip(&counts.fired).take(RULES) {
        if score.name != score_name {
            rows.push(Row::Line(score.name.clone()));
            score_name = &score.name;
        }
        let points = page.figure(Value::Signed(rule.gain.points()));
        let tone = if fired == 0 { Tone::Dim } else { Tone::Plain };
        rows.push(Row::Cells(tone, vec![page.share(fired, counts.leads), points, page.fit(&rule.title, 30)]));
    }
    page.table(2, &[Column::Right(8), Column::Right(6), Column::Left(0)], &rows);
    if all.len() > RULES {
        let never = counts.fired[RULES..].iter().filter(|&&fired| fired == 0).count();
        let rules = all.len() - RULES;
        page.line(
            2,
            &page.say(&match never {
                0 => say!("and {rules} more rules", rules),
                never => say!("and {rules} more rules, {never} of which never fired", rules, never),
            }),
        );
    }
}
