//! A backtest as a person reads it.

use super::{Backtest, ScoreJudged, Share};
use crate::statistic::{Rate, factor};
use crate::summary::page::Page;
use leadrules_language::diagnostic::Style;
use leadrules_language::text::grouped;

/// The backtest as text; `what` says of which outcome, `when` as of which instant.
#[must_use]
pub fn render(backtest: &Backtest, what: &str, when: &str, style: Style) -> String {
    let mut page = Page::new(style);
    let all = backtest.all;
    page.head(&format!("{what}: {} of {} leads, {}", grouped(all.conversions), grouped(all.leads), percent(all.rate)));
    page.line(&format!("each lead seen {when}"));
    if backtest.unknown > 0 {
        let (count, of) = (grouped(backtest.unknown), grouped(backtest.leads));
        page.line(&format!("{count} of {of} leads left out: what became of them is unknown"));
    }
    if backtest.excluded > 0 {
        page.line(&format!("{} set apart by the rules: not in scores, rules and months", grouped(backtest.excluded)));
    }
    if all.conversions == 0 || all.conversions == all.leads {
        page.warn("all leads came to the same end, so there is nothing to tell apart");
    }
    stages(&mut page, backtest);
    for score in &backtest.scores {
        self::score(&mut page, backtest, score);
    }
    rules(&mut page, backtest);
    months(&mut page, backtest);
    page.text
}

/// `12.3 %`
pub(crate) fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0))
}

/// `+0.0123`; what is too small to show is `0`.
pub(crate) fn change(change: f64) -> String {
    let change = format!("{change:+.4}");
    if change == "-0.0000" || change == "+0.0000" { "0".to_owned() } else { change }
}

/// A factor as a person says it.
fn odds(factor: f64) -> String {
    if factor > 1000.0 { "more than 1,000".to_owned() } else { format!("{factor:.2}") }
}

fn interval(rate: Rate) -> String {
    rate.low
        .zip(rate.high)
        .map_or_else(String::new, |(low, high)| format!("{:.1} to {:.1} %", low * 100.0, high * 100.0))
}

fn times(lift: Option<f64>) -> String {
    lift.map_or_else(String::new, |lift| format!("{lift:.2}"))
}

fn columns(page: &mut Page, backtest: &Backtest, first: &str, width: usize, last: &str) {
    let sure = format!("{:.0} % interval", backtest.confidence * 100.0);
    let line = format!("{first:width$}  {:>9}  {:>9}  {:>7}  {sure:>16}  {:>5}", "leads", "converted", "rate", "lift");
    page.dim(&format!("{line}  {last}"));
}

fn row(name: &str, width: usize, rate: Rate, lift: Option<f64>) -> String {
    format!(
        "{name:width$}  {:>9}  {:>9}  {:>7}  {:>16}  {:>5}",
        grouped(rate.leads),
        grouped(rate.conversions),
        percent(rate.rate),
        interval(rate),
        times(lift)
    )
}

fn stages(page: &mut Page, backtest: &Backtest) {
    if backtest.stages.len() < 2 {
        return;
    }
    page.head("stages");
    let width = backtest.stages.iter().map(|stage| stage.name.chars().count()).max().unwrap_or(0);
    columns(page, backtest, "", width, "");
    for Share { name, rate, lift } in &backtest.stages {
        page.line(&row(name, width, *rate, *lift));
    }
}

fn score(page: &mut Page, backtest: &Backtest, score: &ScoreJudged) {
    let area = score.area.map_or_else(String::new, |area| {
        let interval = area.low.zip(area.high).map(|(low, high)| format!(" ({low:.3} to {high:.3})"));
        format!(": AUC {:.3}{}", area.auc, interval.unwrap_or_default())
    });
    page.head(&format!("score {}{area}", score.name));
    let names: Vec<String> = score.bands.iter().map(super::Band::name).collect();
    let width = names.iter().map(String::len).max().unwrap_or(0).max(6);
    let last = if score.calibration.is_some() { "expected" } else { "" };
    columns(page, backtest, "points", width, last);
    for (name, band) in names.iter().zip(&score.bands) {
        let expected = band.expected.map_or_else(String::new, |expected| percent(Some(expected)));
        page.line(&format!("{}  {expected:>8}", row(name, width, band.rate, band.lift)));
    }
    if let Some(calibration) = score.calibration {
        page.line(&format!(
            "ten points more multiply the odds by {}; bands lie {:.1} percentage points off that curve; Brier {:.3}",
            odds(factor(calibration.slope * 10.0)),
            calibration.error * 100.0,
            calibration.brier
        ));
    }
}

fn rules(page: &mut Page, backtest: &Backtest) {
    if backtest.rules.is_empty() {
        return;
    }
    page.head("rules: how often each fired, what became of leads with and without it, and what dropping it does");
    page.dim(&format!("{:>8}  {:>7}  {:>7}  {:>9}", "fired", "with", "without", "AUC"));
    let mut score = "";
    for rule in &backtest.rules {
        if rule.score != score {
            page.line(&rule.score);
            score = &rule.score;
        }
        let fired = rate_of(rule.with.leads, rule.with.leads + rule.without.leads);
        let change = rule.auc_change.map_or_else(String::new, change);
        let numbers = format!(
            "{fired:>8}  {:>7}  {:>7}  {change:>9}  {:>6}",
            percent(rule.with.rate),
            percent(rule.without.rate),
            rule.points.0.signed()
        );
        let title = page.fit(&rule.title, 50);
        page.line(&format!("{numbers}  {title}"));
    }
}

fn rate_of(part: u64, whole: u64) -> String {
    crate::summary::page::share(part, whole)
}

fn months(page: &mut Page, backtest: &Backtest) {
    if backtest.months.is_empty() {
        return;
    }
    page.head("months: rate, and how well each score ranks");
    let names: Vec<&str> = backtest.scores.iter().map(|score| score.name.as_str()).collect();
    let heads: String = names.iter().map(|name| format!("  {name:>6}")).collect();
    page.dim(&format!("{:7}  {:>9}  {:>9}  {:>7}{heads}", "", "leads", "converted", "rate"));
    for month in &backtest.months {
        let areas = month.areas.iter().zip(&names).map(|(area, name)| {
            let area = area.map_or_else(|| "–".to_owned(), |area| format!("{:.3}", area.auc));
            format!("  {area:>width$}", width = name.chars().count().max(6))
        });
        let areas: String = areas.collect();
        let (leads, converted) = (grouped(month.rate.leads), grouped(month.rate.conversions));
        page.line(&format!("{}  {leads:>9}  {converted:>9}  {:>7}{areas}", month.month, percent(month.rate.rate)));
    }
}
