//! How soon leads are called, as a person reads it.

use super::{Group, Response};
use crate::backtest::{interval, percent, sure};
use crate::entry::{span, span_of_hours};
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::words::{Text, say};

/// At most this many of those that wait are named.
const NAMED: usize = 20;

/// The response as text; `touch` says what counts as a touch, `by` what leads are told apart by, `as_of` when now is; `keep` names the columns passed
/// on.
#[must_use]
pub fn render(
    response: &Response,
    touch: &Text,
    by: Option<&str>,
    as_of: &str,
    keep: &[String],
    style: Style,
) -> String {
    let mut page = Page::new(style);
    let (all, stage) = (&response.all, &response.stage);
    let as_of = Text::moment(as_of);
    page.head(&page.say(&say!("from entering {stage} to the first `{touch}`, as of {as_of}", stage, touch, as_of)));
    let text = say!(
        "{leads} leads entered {stage} or a higher stage; fields are taken as they are today",
        leads = all.entered,
        stage
    );
    page.line(2, &page.say(&text));
    if all.unknown > 0 {
        let text = say!("of {leads} of them nothing says when: they are left out", leads = all.unknown);
        page.line(2, &page.say(&text));
    }
    if all.touched_before > 0 {
        let text = say!("{leads} had been touched before: they are left out", leads = all.touched_before);
        page.line(2, &page.say(&text));
    }
    page.gap();
    groups(&mut page, response);
    if !response.waiting.is_empty() {
        waiting(&mut page, response, by, keep);
    }
    page.into_text()
}

/// All leads, and the groups that they are told apart by.
fn groups(page: &mut Page, response: &Response) {
    let with_promise = response.within_hours.is_some();
    let mut names = vec![Text::empty(), say!("leads"), say!("touched"), say!("half within")];
    let mut columns = vec![Column::Left(0), Column::Right(7), Column::Right(8), Column::Right(12)];
    if let Some(hours) = response.within_hours {
        names.extend([say!("in {time}", time = span_of_hours(hours)), sure(response.confidence)]);
        columns.extend([Column::Right(9), Column::Right(16)]);
    }
    names.extend([say!("wait"), if with_promise { say!("overdue") } else { Text::empty() }, say!("left")]);
    columns.extend([Column::Right(6), Column::Right(if with_promise { 8 } else { 0 }), Column::Right(6)]);
    let row = |group: &Group| {
        let leads = group.entered - group.unknown - group.touched_before;
        let half = group.median_hours.map_or_else(|| Text::verbatim("–"), span_of_hours);
        let name = if group.name.is_empty() { &say!("all") } else { &group.name };
        let mut cells = vec![page.say(name), page.figure(leads), page.figure(group.touched), page.say(&half)];
        if let Some(in_time) = group.in_time {
            cells.extend([page.say(&percent(in_time.rate)), page.say(&interval(in_time))]);
        }
        let overdue = if with_promise { page.figure(group.overdue) } else { String::new() };
        cells.extend([page.figure(group.waiting), overdue, page.figure(group.left)]);
        Row::plain(cells)
    };
    let names: Vec<String> = names.iter().map(|name| page.say(name)).collect();
    let names = Row::names(names.iter().map(String::as_str));
    let rows = std::iter::once(names).chain(response.groups.iter().map(row)).chain([row(&response.all)]);
    page.table(2, &columns, &rows.collect::<Vec<_>>());
}

/// Who waits, the longest first.
fn waiting(page: &mut Page, response: &Response, by: Option<&str>, keep: &[String]) {
    page.head(&page.say(&say!("who waits now, the longest first")));
    let [lead, stage, since, time] =
        [say!("lead"), say!("stage"), say!("since"), say!("for")].map(|head| page.say(&head));
    let heads = std::iter::once(lead.as_str()).chain(keep.iter().map(String::as_str));
    let mut rows = vec![Row::names(heads.chain([stage.as_str(), by.unwrap_or(""), &since, &time, ""]))];
    for lead in response.waiting.iter().take(NAMED) {
        let overdue = if lead.is_overdue { say!("overdue") } else { Text::empty() };
        let group = lead.group.clone().unwrap_or_default();
        let kept = lead.kept.iter().map(|text| page.fit(text.as_deref().unwrap_or_default(), 30));
        let cells = [Text::verbatim(lead.stage.as_str()), group, minute(&lead.since), span(lead.micros), overdue];
        let cells = cells.map(|cell| page.say(&cell));
        rows.push(Row::plain(std::iter::once(page.say(&lead.key)).chain(kept).chain(cells)));
    }
    let form = vec![Column::Left(0); keep.len()]
        .into_iter()
        .chain([0, 0, 0, 16].map(Column::Left))
        .chain([Column::Right(10), Column::Left(0)]);
    page.table(2, &form.collect::<Vec<_>>(), &rows);
    if response.waiting.len() > NAMED {
        let text = say!("and {leads} more; --format json names all", leads = response.waiting.len() - NAMED);
        page.line(2, &page.say(&text));
    }
}

/// An instant in UTC to the minute.
fn minute(iso: &str) -> Text {
    match (iso.get(..10), iso.get(11..16)) {
        (Some(day), Some(time)) => Text::row(vec![Text::moment(day), Text::verbatim(time)], " "),
        _ => Text::verbatim(iso),
    }
}
