//! A backtest as a person reads it.

use super::{Backtest, RuleJudged, ScoreJudged, Share};
use crate::statistic::{Rate, factor};
use leadrules_language::page::{Column, Page, Row, Style, share};
use leadrules_language::text::grouped;

/// The backtest as text; `what` says for which outcome, `when` as of which instant.
#[must_use]
pub fn render(backtest: &Backtest, what: &str, when: &str, style: Style) -> String {
    let mut page = Page::new(style);
    let all = backtest.all;
    let (many, conversions, leads) = (backtest.whom.many(), grouped(all.conversions), grouped(all.leads));
    page.head(&format!("{what}: {conversions} of {leads} {many}, {}", percent(all.rate)));
    page.line(2, &format!("each {} seen {when}", backtest.whom.one()));
    if backtest.unknown > 0 {
        let (count, of) = (grouped(backtest.unknown), grouped(backtest.leads));
        page.line(2, &format!("{count} of {of} {many} left out: what became of them is unknown"));
    }
    if backtest.excluded > 0 {
        page.line(
            2,
            &format!("{} set apart by the rules: not in scores, rules and months", grouped(backtest.excluded)),
        );
    }
    if all.conversions == 0 || all.conversions == all.leads {
        page.notice(&format!("all {many} came to the same end, so there is nothing to tell apart"));
    }
    shares(&mut page, backtest, "stages", &backtest.stages);
    shares(
        &mut page,
        backtest,
        "the highest stage among the leads of an account: what leads alone say",
        &backtest.reached,
    );
    for score in &backtest.scores {
        self::score(&mut page, backtest, score);
    }
    rules(&mut page, backtest);
    months(&mut page, backtest);
    page.into_text()
}

/// `12.3 %`
pub(crate) fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0))
}

/// `+0.0123`; `0` if it is too small to show.
pub(crate) fn change(change: f64) -> String {
    let change = format!("{change:+.4}");
    if change == "-0.0000" || change == "+0.0000" { "0".to_owned() } else { change }
}

/// A factor as a person would say it.
fn odds(factor: f64) -> String {
    if factor > 1000.0 { "more than 1,000".to_owned() } else { format!("{factor:.2}") }
}

/// `30.1 to 35.9 %`; nothing of no leads.
pub(crate) fn interval(rate: Rate) -> String {
    rate.low
        .zip(rate.high)
        .map_or_else(String::new, |(low, high)| format!("{:.1} to {:.1} %", low * 100.0, high * 100.0))
}

fn times(lift: Option<f64>) -> String {
    lift.map_or_else(String::new, |lift| format!("{lift:.2}"))
}

/// The columns of a table of rates: what each rate is of, at least `least` columns wide, up to the last, which
/// `expected` names.
fn form(least: usize) -> [Column; 7] {
    let numbers = [9, 9, 7, 16, 5, 8].map(Column::Right);
    let [leads, converted, rate, interval, lift, expected] = numbers;
    [Column::Left(least), leads, converted, rate, interval, lift, expected]
}

fn names(backtest: &Backtest, first: &str, last: &str) -> Row {
    let sure = format!("{:.0} % interval", backtest.confidence * 100.0);
    Row::names([first, backtest.whom.many(), "converted", "rate", &sure, "lift", last])
}

fn row(name: &str, rate: Rate, lift: Option<f64>, last: String) -> Row {
    let (leads, converted) = (grouped(rate.leads), grouped(rate.conversions));
    Row::plain([name.to_owned(), leads, converted, percent(rate.rate), interval(rate), times(lift), last])
}

fn shares(page: &mut Page, backtest: &Backtest, head: &str, shares: &[Share]) {
    if shares.len() < 2 {
        return;
    }
    page.head(head);
    let stages = shares.iter().map(|Share { name, rate, lift }| row(name, *rate, *lift, String::new()));
    let rows: Vec<Row> = std::iter::once(names(backtest, "", "")).chain(stages).collect();
    page.table(2, &form(0), &rows);
}

fn score(page: &mut Page, backtest: &Backtest, score: &ScoreJudged) {
    let area = score.area.map_or_else(String::new, |area| {
        let interval = area.low.zip(area.high).map(|(low, high)| format!(" ({low:.3} to {high:.3})"));
        format!(": AUC {:.3}{}", area.auc, interval.unwrap_or_default())
    });
    page.head(&format!("score {}{area}", score.name));
    let last = if score.calibration.is_some() { "expected" } else { "" };
    let band = |band: &super::Band| {
        let expected = band.expected.map_or_else(String::new, |expected| percent(Some(expected)));
        row(&band.name(), band.rate, band.lift, expected)
    };
    let rows: Vec<Row> = std::iter::once(names(backtest, "points", last)).chain(score.bands.iter().map(band)).collect();
    page.table(2, &form(6), &rows);
    if let Some(calibration) = score.calibration {
        page.line(2, &format!(
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
    let many = backtest.whom.many();
    page.head(&format!(
        "rules: how often each fired, what became of {many} with and without it, and what dropping it does"
    ));
    let mut rows = vec![rule_names()];
    let mut score = "";
    for rule in &backtest.rules {
        if rule.score != score {
            rows.push(Row::Line(rule.score.clone()));
            score = &rule.score;
        }
        rows.push(rule_row(page, rule));
    }
    page.table(2, &RULE_COLUMNS, &rows);
}

/// The columns of what is said about a rule: how often it fired, the rates with and without it, what dropping it does
/// to the AUC, its points, its title.
pub(crate) const RULE_COLUMNS: [Column; 6] =
    [Column::Right(8), Column::Right(7), Column::Right(7), Column::Right(9), Column::Right(6), Column::Left(0)];

/// The names of these columns.
pub(crate) fn rule_names() -> Row {
    Row::names(["fired", "with", "without", "AUC"])
}

/// What is said about a rule.
pub(crate) fn rule_row(page: &Page, rule: &RuleJudged) -> Row {
    let fired = share(rule.with.leads, rule.with.leads + rule.without.leads);
    let change = rule.auc_change.map_or_else(String::new, change);
    let (with, without) = (percent(rule.with.rate), percent(rule.without.rate));
    Row::plain([fired, with, without, change, rule.points.0.signed(), page.fit(&rule.title, 50)])
}

fn months(page: &mut Page, backtest: &Backtest) {
    if backtest.months.is_empty() {
        return;
    }
    page.head("months: rate, and how well each score ranks");
    let names: Vec<&str> = backtest.scores.iter().map(|score| score.name.as_str()).collect();
    let heads = ["", backtest.whom.many(), "converted", "rate"].into_iter().chain(names.iter().copied());
    let mut rows = vec![Row::names(heads)];
    for month in &backtest.months {
        let areas =
            month.areas.iter().map(|area| area.map_or_else(|| "–".to_owned(), |area| format!("{:.3}", area.auc)));
        let (leads, converted) = (grouped(month.rate.leads), grouped(month.rate.conversions));
        let cells = [month.month.clone(), leads, converted, percent(month.rate.rate)];
        rows.push(Row::plain(cells.into_iter().chain(areas)));
    }
    let form = [Column::Left(7), Column::Right(9), Column::Right(9), Column::Right(7)];
    let form: Vec<Column> = form.into_iter().chain(names.iter().map(|_| Column::Right(6))).collect();
    page.table(2, &form, &rows);
}
