//! How soon leads are called, as a person reads it.

use super::{Group, Response};
use crate::backtest::{interval, percent};
use crate::entry::{span, span_of_hours};
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::text::grouped;

/// At most this many of those that wait are named.
const NAMED: usize = 20;

/// The response as text; `touch` says what counts as a touch, `by` what leads are told apart by, `as_of` when now is; `keep` names the columns passed
/// on.
#[must_use]
pub fn render(
    response: &Response,
    touch: &str,
    by: Option<&str>,
    as_of: &str,
    keep: &[String],
    style: Style,
) -> String {
    let mut page = Page::new(style);
    let all = &response.all;
    let stage = &response.stage;
    page.head(&format!("from entering {stage} to the first `{touch}`, as of {as_of}"));
    let entered = grouped(all.entered);
    page.line(2, &format!("{entered} leads entered {stage} or a higher stage; fields are taken as they are today"));
    if all.unknown > 0 {
        page.line(2, &format!("of {} of them nothing says when: they are left out", grouped(all.unknown)));
    }
    if all.touched_before > 0 {
        page.line(2, &format!("{} had been touched before: they are left out", grouped(all.touched_before)));
    }
    page.gap();
    let with_promise = response.within_hours.is_some();
    let mut names = vec!["", "leads", "touched", "half within"];
    let mut columns = vec![Column::Left(0), Column::Right(7), Column::Right(8), Column::Right(12)];
    let promise = response.within_hours.map(|hours| format!("in {}", span_of_hours(hours)));
    let sure = format!("{:.0} % interval", response.confidence * 100.0);
    if let Some(promise) = &promise {
        names.extend([promise.as_str(), &sure]);
        columns.extend([Column::Right(9), Column::Right(16)]);
    }
    names.extend(["wait", if with_promise { "overdue" } else { "" }, "left"]);
    columns.extend([Column::Right(6), Column::Right(if with_promise { 8 } else { 0 }), Column::Right(6)]);
    let row = |group: &Group| {
        let leads = group.entered - group.unknown - group.touched_before;
        let half = group.median_hours.map_or_else(|| "–".to_owned(), span_of_hours);
        let name = if group.name.is_empty() { "all" } else { &group.name };
        let mut cells = vec![name.to_owned(), grouped(leads), grouped(group.touched), half];
        if let Some(in_time) = group.in_time {
            cells.extend([percent(in_time.rate), interval(in_time)]);
        }
        let overdue = if with_promise { grouped(group.overdue) } else { String::new() };
        cells.extend([grouped(group.waiting), overdue, grouped(group.left)]);
        Row::plain(cells)
    };
    let rows = std::iter::once(Row::names(names)).chain(response.groups.iter().map(row)).chain([row(all)]);
    page.table(2, &columns, &rows.collect::<Vec<_>>());
    if !response.waiting.is_empty() {
        page.head("who waits now, the longest first");
        let heads = std::iter::once("lead").chain(keep.iter().map(String::as_str));
        let mut rows = vec![Row::names(heads.chain(["stage", by.unwrap_or(""), "since", "for", ""]))];
        for lead in response.waiting.iter().take(NAMED) {
            let since = lead.since.get(..16).map_or_else(|| lead.since.clone(), |minute| minute.replace('T', " "));
            let overdue = if lead.is_overdue { "overdue" } else { "" };
            let group = lead.group.clone().unwrap_or_default();
            let kept = lead.kept.iter().map(|text| page.fit(text.as_deref().unwrap_or_default(), 30));
            let cells = [lead.stage.clone(), group, since, span(lead.micros), overdue.to_owned()];
            let cells: Vec<String> = std::iter::once(lead.key.clone()).chain(kept).chain(cells).collect();
            rows.push(Row::plain(cells));
        }
        let form = vec![Column::Left(0); keep.len()]
            .into_iter()
            .chain([0, 0, 0, 16].map(Column::Left))
            .chain([Column::Right(10), Column::Left(0)]);
        page.table(2, &form.collect::<Vec<_>>(), &rows);
        if response.waiting.len() > NAMED {
            page.line(
                2,
                &format!("and {} more; --format json names all", grouped((response.waiting.len() - NAMED) as u64)),
            );
        }
    }
    page.into_text()
}
