//! Cohorts as a person reads them.

use super::{Cohort, Cohorts, Onward};
use crate::backtest::{interval, percent, sure};
use crate::entry::span_of_days;
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::words::{Text, say};

/// The cohorts as text; `what` says of which outcome, where there is one, and `as_of` when now is.
#[must_use]
pub fn render(cohorts: &Cohorts, what: Option<&str>, as_of: &str, style: Style) -> String {
    let mut page = Page::new(style);
    let (stage, as_of) = (&cohorts.stage, Text::moment(as_of));
    page.head(&page.say(&say!("leads by the month in which they entered {stage}, as of {as_of}", stage, as_of)));
    page.line(2, &page.say(&say!("fields are taken as they are today")));
    if cohorts.unknown > 0 {
        let text = say!("{leads} more entered it, and nothing says when", leads = cohorts.unknown);
        page.line(2, &page.say(&text));
    }
    if let Some(days) = cohorts.within_days {
        let text = say!(
            "what came within {days} days of entering; {early} entered later than that, and are left out",
            days = Text::rounded(days, 0),
            early = cohorts.all.too_early
        );
        page.line(2, &page.say(&text));
    }
    let stages = cohorts.all.stages.len();
    for at in 0..stages {
        let head = say!("on to {stage}", stage = &cohorts.all.stages[at].name);
        table(&mut page, cohorts, &head, &|cohort| cohort.stages.get(at));
    }
    if let Some(outcome) = what {
        table(&mut page, cohorts, &say!("on to {outcome}", outcome), &|cohort| cohort.outcome.as_ref());
    }
    if stages == 0 && what.is_none() {
        let text = say!("there is no higher stage and no outcome to look for: name a lower stage, or --outcome");
        page.notice(&page.say(&text));
    }
    page.into_text()
}

/// How many of each month got to one place.
fn table(page: &mut Page, cohorts: &Cohorts, head: &Text, of: &dyn Fn(&Cohort) -> Option<&Onward>) {
    page.head(&page.say(head));
    let columns = [Column::Left(7)].into_iter().chain([9, 9, 9, 8, 16, 14].map(Column::Right)).collect::<Vec<_>>();
    let (sure, half) = (sure(cohorts.confidence), say!("half of them in"));
    let names = [say!("month"), say!("entered"), say!("known"), say!("got there"), say!("rate"), sure, half];
    let names = names.map(|name| page.say(&name));
    let mut rows = vec![Row::names(names.iter().map(String::as_str))];
    for cohort in cohorts.months.iter().chain([&cohorts.all]) {
        let Some(onward) = of(cohort) else { continue };
        let month = if cohort.month.is_empty() { say!("all") } else { Text::moment(&cohort.month) };
        let days = onward.median_days.map_or_else(Text::empty, span_of_days);
        rows.push(Row::plain([
            page.say(&month),
            page.figure(cohort.entered),
            page.figure(onward.rate.leads),
            page.figure(onward.rate.conversions),
            page.say(&percent(onward.rate.rate)),
            page.say(&interval(onward.rate)),
            page.say(&days),
        ]));
    }
    page.table(2, &columns, &rows);
}
