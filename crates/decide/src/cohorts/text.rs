//! Cohorts as a person reads them.

use super::{Cohort, Cohorts, Onward};
use crate::backtest::{interval, percent};
use crate::entry::span_of_days;
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::text::grouped;

/// The cohorts as text; `what` says of which outcome, where there is one, and `as_of` when now is.
#[must_use]
pub fn render(cohorts: &Cohorts, what: Option<&str>, as_of: &str, style: Style) -> String {
    let mut page = Page::new(style);
    let stage = &cohorts.stage;
    page.head(&format!("leads by the month in which they entered {stage}, as of {as_of}"));
    page.line(2, "fields are taken as they are today");
    if cohorts.unknown > 0 {
        page.line(2, &format!("{} more entered it, and nothing says when", grouped(cohorts.unknown)));
    }
    if let Some(days) = cohorts.within_days {
        let early = grouped(cohorts.all.too_early);
        page.line(
            2,
            &format!("what came within {days:.0} days of entering; {early} entered later than that, and are left out"),
        );
    }
    let stages = cohorts.all.stages.len();
    for at in 0..stages {
        table(&mut page, cohorts, &cohorts.all.stages[at].name, &|cohort| cohort.stages.get(at));
    }
    if let Some(what) = what {
        table(&mut page, cohorts, what, &|cohort| cohort.outcome.as_ref());
    }
    if stages == 0 && what.is_none() {
        page.notice("there is no higher stage and no outcome to look for: name a lower stage, or --outcome");
    }
    page.into_text()
}

/// How many of each month got to one place.
fn table(page: &mut Page, cohorts: &Cohorts, name: &str, of: &dyn Fn(&Cohort) -> Option<&Onward>) {
    page.head(&format!("on to {name}"));
    let sure = format!("{:.0} % interval", cohorts.confidence * 100.0);
    let columns = [Column::Left(7)].into_iter().chain([9, 9, 9, 8, 16, 14].map(Column::Right)).collect::<Vec<_>>();
    let mut rows = vec![Row::names(["month", "entered", "known", "got there", "rate", &sure, "half of them in"])];
    for cohort in cohorts.months.iter().chain([&cohorts.all]) {
        let Some(onward) = of(cohort) else { continue };
        let month = if cohort.month.is_empty() { "all" } else { &cohort.month };
        let days = onward.median_days.map_or_else(String::new, span_of_days);
        rows.push(Row::plain([
            month.to_owned(),
            grouped(cohort.entered),
            grouped(onward.rate.leads),
            grouped(onward.rate.conversions),
            percent(onward.rate.rate),
            interval(onward.rate),
            days,
        ]));
    }
    page.table(2, &columns, &rows);
}
