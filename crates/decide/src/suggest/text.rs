//! A suggestion as a person reads it: what changes, the new lines, and what they do to leads that nothing was learnt from.

use super::{Bar, Change, Leak, Period, Suggestion, Used, areas};
use crate::backtest::{Backtest, RULE_COLUMNS, rule_names, rule_row};
use leadrules_language::page::{Column, Page, Row, Style, columns, padded, widest};
use leadrules_language::words::{Text, Value, say};

/// The columns of the AUC over time: two days, how many leads, two areas, whether they were learnt from.
const COURSE_COLUMNS: [Column; 6] =
    [Column::Left(10), Column::Left(10), Column::Right(9), Column::Right(9), Column::Right(12), Column::Left(0)];

/// The suggestion as text; `before` and `after` judge the held-out leads by the existing rules and by the suggested
/// ones.
#[must_use]
pub fn render(suggestion: &Suggestion, before: &Backtest, after: &Backtest, style: Style) -> String {
    let mut page = Page::new(style);
    let title = say!(
        "score {score}: learnt from {learnt} leads, tried on {held_out} others",
        score = &suggestion.score,
        learnt = suggestion.learnt_from,
        held_out = suggestion.held_out
    );
    page.head(&page.say(&title));
    page.line(2, &page.say(&suggestion.which));
    leaks(&mut page, suggestion);
    ranks(&mut page, suggestion, before, after);
    course(&mut page, suggestion);
    if !suggestion.changes.is_empty() {
        page.head(&page.say(&say!("rules that are there")));
        for change in &suggestion.changes {
            let title = page.fit(&change.title, 20);
            page.line(2, &format!("{}  {title}", changed(&page, change)));
        }
    }
    if !suggestion.lines.is_empty() {
        page.head(&page.say(&say!("new rules")));
        for line in suggestion.lines.iter().flat_map(|line| line.lines()) {
            page.line(2, line);
        }
    }
    if let Some(range) = &suggestion.range {
        page.line(2, &page.say(&say!("and the score's range as {range}, so that nothing is cut off", range)));
    }
    if !suggestion.bars.is_empty() {
        page.head(&page.say(&say!("where stages begin")));
        for bar in &suggestion.bars {
            page.wrapped(2, 4, &page.say(&begins(bar)));
        }
    }
    effects(&mut page, suggestion, after);
    if !suggestion.bars.is_empty() {
        stages(&mut page, after);
    }
    if !suggestion.left_aside.is_empty() {
        page.head(&page.say(&say!("fields left aside")));
        for (field, why) in &suggestion.left_aside {
            page.wrapped(2, 4, &page.say(&say!("{what}: {note}", what = field, note = why)));
        }
    }
    page.into_text()
}

/// How well the score ranks the leads by the existing rules and by the suggested ones.
fn ranks(page: &mut Page, suggestion: &Suggestion, before: &Backtest, after: &Backtest) {
    page.head(&page.say(&say!("how well it ranks the leads it was tried on")));
    let names = [say!("as it is"), say!("as suggested")].map(|name| page.say(&name));
    let width = widest(names.iter().map(String::as_str));
    for (name, backtest) in names.iter().zip([before, after]) {
        let area = backtest.scores.iter().find(|score| score.name == suggestion.score).and_then(|score| score.area);
        let said = area.map(|area| {
            let auc = Text::rounded(area.auc, 3);
            match area.low.zip(area.high) {
                Some((low, high)) => {
                    say!("AUC {auc} ({low} to {high})", auc, low = Text::rounded(low, 3), high = Text::rounded(high, 3))
                }
                None => say!("AUC {auc}", auc),
            }
        });
        let said = said.map_or_else(|| "–".to_owned(), |said| page.say(&said));
        page.line(2, &format!("{}  {said}", padded(name, width)));
    }
    if suggestion.knew_too_much {
        page.notice(&page.say(&say!(
            "rules go that look at what is not to be used: as it is, the score may rank well because it knows the answer"
        )));
    } else if areas(&suggestion.score, before, after).is_some_and(|(before, after)| after <= before) {
        page.notice(
            &page.say(&say!("no better than it is: leave the rules as they are, or come back with more leads")),
        );
    }
}

/// `  +20 → +18 `
fn changed(page: &Page, change: &Change) -> String {
    let from = page.figure(Value::Signed(change.from.0));
    let from = format!("{}{from}", " ".repeat(5_usize.saturating_sub(columns(&from))));
    let text = match change.to {
        Some(to) => format!("{from} → {}", page.figure(Value::Signed(to.0))),
        None => page.say(&say!("{from} → gone", from = &from)),
    };
    padded(&text, columns(&from) + 8)
}

/// How the AUC changes over time.
fn course(page: &mut Page, suggestion: &Suggestion) {
    if suggestion.course.is_empty() {
        return;
    }
    page.head(&page.say(&say!("and over time")));
    let auc = |area: Option<f64>| area.map_or_else(|| page.dash().to_owned(), |area| page.say(&Text::rounded(area, 3)));
    let row = |period: &Period| {
        let which = if period.held_out { Text::empty() } else { say!("learnt from") };
        Row::plain([
            page.say(&Text::moment(&period.from)),
            page.say(&Text::moment(&period.to)),
            page.figure(period.leads),
            auc(period.before),
            auc(period.after),
            page.say(&which),
        ])
    };
    let names = [say!("from"), say!("to"), say!("leads"), say!("as it is"), say!("as suggested"), Text::empty()];
    let names = names.map(|name| page.say(&name));
    let names = Row::names(names.iter().map(String::as_str));
    let rows: Vec<Row> = std::iter::once(names).chain(suggestion.course.iter().map(row)).collect();
    page.table(2, &COURSE_COLUMNS, &rows);
}

/// Where a stage begins now.
fn begins(bar: &Bar) -> Text {
    let (stage, score, before, now) = (&bar.stage, &bar.score, bar.leads_before, bar.leads_after);
    let (from, to) = (bar.from.0.to_string(), bar.to.0.to_string());
    match &bar.remark {
        None => say!(
            "{stage}: {score} >= {from} → {to}; {before} leads were at this bar before, {now} would be",
            stage,
            score,
            from,
            to,
            before,
            now
        ),
        Some(remark) => say!(
            "{stage}: {score} >= {from} → {to}; {before} leads were at this bar before, {now} would be ({remark})",
            stage,
            score,
            from,
            to,
            before,
            now,
            remark
        ),
    }
}

/// What becomes of the held-out leads, by stage.
fn stages(page: &mut Page, after: &Backtest) {
    page.head(&page.say(&say!("stages of the leads it was tried on, as suggested")));
    for stage in &after.stages {
        let rate = stage.rate.rate.map_or_else(|| Text::verbatim("–"), |rate| Text::percent(rate, 1));
        let leads = stage.rate.leads;
        let said = page.say(&say!("{leads} leads, {rate} converted", leads, rate));
        // The number comes first in every language.
        let gap = " ".repeat(9_usize.saturating_sub(columns(&page.figure(leads))));
        page.line(2, &format!("{} {gap}{said}", padded(&page.fit(&stage.name, 40), 20)));
    }
}

/// The fields that tell too much, which come before everything that was learnt.
fn leaks(page: &mut Page, suggestion: &Suggestion) {
    if suggestion.leaks.is_empty() {
        return;
    }
    page.head(&page.say(&say!("suspicious: fields that alone tell leads apart too well")));
    for leak in &suggestion.leaks {
        page.wrapped(2, 4, &page.say(&suspicious(leak)));
    }
}

fn suspicious(leak: &Leak) -> Text {
    let (field, auc, why) = (&leak.field, Text::rounded(leak.auc, 3), &leak.why);
    match leak.used {
        Used::No => say!("{field}: AUC {auc} alone; {why} (left out; --trust {field} uses it)", field, auc, why),
        Used::ByRule => say!("{field}: AUC {auc} alone; {why} (a rule that is there looks at it)", field, auc, why),
        Used::Trusted => say!("{field}: AUC {auc} alone; {why} (used, since it is trusted)", field, auc, why),
    }
}

/// What each rule of the score does for the held-out leads.
fn effects(page: &mut Page, suggestion: &Suggestion, after: &Backtest) {
    page.head(&page.say(&say!(
        "each rule on the leads it was tried on: what became of them with and without it, what dropping it does"
    )));
    let rules = after.rules.iter().filter(|rule| rule.score == suggestion.score);
    let rows: Vec<Row> = std::iter::once(rule_names(page)).chain(rules.map(|rule| rule_row(page, rule))).collect();
    page.table(2, &RULE_COLUMNS, &rows);
}
