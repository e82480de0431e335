//! A suggestion as a person reads it: what changes, the new lines, and what they do to leads that nothing was learnt from.

use super::{Period, Suggestion, Used, areas};
use crate::backtest::{Backtest, RULE_COLUMNS, percent, rule_names, rule_row};
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::text::grouped;

/// The columns of the AUC over time: two days, how many leads, two areas, whether they were learnt from.
const COURSE_COLUMNS: [Column; 6] =
    [Column::Left(10), Column::Left(10), Column::Right(9), Column::Right(9), Column::Right(12), Column::Left(0)];

/// The suggestion as text; `before` and `after` judge the held-out leads by the existing rules and by the suggested
/// ones.
#[must_use]
pub fn render(suggestion: &Suggestion, before: &Backtest, after: &Backtest, style: Style) -> String {
    let mut page = Page::new(style);
    let (learnt, held) = (grouped(suggestion.learnt_from as u64), grouped(suggestion.held_out as u64));
    page.head(&format!("score {}: learnt from {learnt} leads, tried on {held} others", suggestion.score));
    page.line(2, &suggestion.which);
    leaks(&mut page, suggestion);
    page.head("how well it ranks the leads it was tried on");
    for (what, backtest) in [("as it is", before), ("as suggested", after)] {
        let area = backtest.scores.iter().find(|score| score.name == suggestion.score).and_then(|score| score.area);
        let area = area.map_or_else(
            || "–".to_owned(),
            |area| {
                let interval = area.low.zip(area.high).map(|(low, high)| format!(" ({low:.3} to {high:.3})"));
                format!("AUC {:.3}{}", area.auc, interval.unwrap_or_default())
            },
        );
        page.line(2, &format!("{what:12}  {area}"));
    }
    if suggestion.knew_too_much {
        page.notice("rules go that look at what is not to be used: as it is, the score may rank well because it knows the answer");
    } else if areas(&suggestion.score, before, after).is_some_and(|(before, after)| after <= before) {
        page.notice("no better than it is: leave the rules as they are, or come back with more leads");
    }
    course(&mut page, suggestion);
    if !suggestion.changes.is_empty() {
        page.head("rules that are there");
        for change in &suggestion.changes {
            let from = change.from.0.signed();
            let to = change.to.map_or_else(|| "gone".to_owned(), |to| to.0.signed());
            let title = page.fit(&change.title, 20);
            page.line(2, &format!("{from:>5} → {to:<5}  {title}"));
        }
    }
    if !suggestion.lines.is_empty() {
        page.head("new rules");
        for line in suggestion.lines.iter().flat_map(|line| line.lines()) {
            page.line(2, line);
        }
    }
    if let Some(range) = &suggestion.range {
        page.line(2, &format!("and the score's range as {range}, so that nothing is cut off"));
    }
    bars(&mut page, suggestion);
    effects(&mut page, suggestion, after);
    if !suggestion.bars.is_empty() {
        stages(&mut page, after);
    }
    if !suggestion.left_aside.is_empty() {
        page.head("fields left aside");
        for (field, why) in &suggestion.left_aside {
            page.wrapped(2, 4, &format!("{field}: {why}"));
        }
    }
    page.into_text()
}

/// How the AUC changes over time.
fn course(page: &mut Page, suggestion: &Suggestion) {
    if suggestion.course.is_empty() {
        return;
    }
    page.head("and over time");
    let dash = page.dash();
    let auc = |area: Option<f64>| area.map_or_else(|| dash.to_owned(), |area| format!("{area:.3}"));
    let row = |period: &Period| {
        let which = if period.held_out { "" } else { "learnt from" };
        Row::plain([
            period.from.clone(),
            period.to.clone(),
            grouped(period.leads as u64),
            auc(period.before),
            auc(period.after),
            which.to_owned(),
        ])
    };
    let names = Row::names(["from", "to", "leads", "as it is", "as suggested", ""]);
    let rows: Vec<Row> = std::iter::once(names).chain(suggestion.course.iter().map(row)).collect();
    page.table(2, &COURSE_COLUMNS, &rows);
}

/// Where stages begin now.
fn bars(page: &mut Page, suggestion: &Suggestion) {
    if suggestion.bars.is_empty() {
        return;
    }
    page.head("where stages begin");
    for bar in &suggestion.bars {
        let (from, to) = (bar.from.0.to_string(), bar.to.0.to_string());
        let (before, now) = (grouped(bar.leads_before as u64), grouped(bar.leads_after as u64));
        let counts = format!("{before} leads were there before, {now} would be");
        let remark = bar.remark.as_ref().map_or(String::new(), |remark| format!(" ({remark})"));
        page.wrapped(2, 4, &format!("{}: {} >= {from} → {to}; {counts}{remark}", bar.stage, bar.score));
    }
}

/// What becomes of the held-out leads, by stage.
fn stages(page: &mut Page, after: &Backtest) {
    page.head("stages of the leads it was tried on, as suggested");
    for stage in &after.stages {
        let rate = percent(stage.rate.rate);
        let leads = grouped(stage.rate.leads);
        page.line(2, &format!("{:20} {leads:>9} leads, {rate} converted", page.fit(&stage.name, 40)));
    }
}

/// The fields that tell too much, which come before everything that was learnt.
fn leaks(page: &mut Page, suggestion: &Suggestion) {
    if suggestion.leaks.is_empty() {
        return;
    }
    page.head("suspicious: fields that alone tell leads apart too well");
    for leak in &suggestion.leaks {
        let used = match leak.used {
            Used::No => format!("left out; --trust {} uses it", leak.field),
            Used::ByRule => "a rule that is there looks at it".to_owned(),
            Used::Trusted => "used, since it is trusted".to_owned(),
        };
        page.wrapped(2, 4, &format!("{}: AUC {:.3} alone; {} ({used})", leak.field, leak.auc, leak.why));
    }
}

/// What each rule of the score does for the held-out leads.
fn effects(page: &mut Page, suggestion: &Suggestion, after: &Backtest) {
    page.head("each rule on the leads it was tried on: what became of them with and without it, what dropping it does");
    let rules = after.rules.iter().filter(|rule| rule.score == suggestion.score);
    let rows: Vec<Row> = std::iter::once(rule_names(page)).chain(rules.map(|rule| rule_row(page, rule))).collect();
    page.table(2, &RULE_COLUMNS, &rows);
}
