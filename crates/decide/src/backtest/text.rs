//! A backtest as a person reads it.

use super::{Backtest, Band, RuleJudged, ScoreJudged};
use crate::statistic::{Area, Rate, factor};
use crate::whom::Whom;
use leadrules_language::page::{Column, Page, Row, Style};
use leadrules_language::words::{Text, Value, say};

/// The backtest as text; `what` says for which outcome, `seen` as of which instant.
#[must_use]
pub fn render(backtest: &Backtest, what: &str, seen: &Text, style: Style) -> String {
    let mut page = Page::new(style);
    let whom = backtest.whom;
    head(&mut page, backtest, what, seen);
    let stages = backtest.stages.iter().map(|share| (Text::verbatim(share.name.as_str()), share.rate, share.lift));
    shares(&mut page, backtest, &say!("stages"), stages.collect());
    let reached = backtest.reached.iter().map(|share| (share.name.clone(), share.rate, share.lift));
    let of_leads = say!("the highest stage among the leads of an account: what leads alone say");
    shares(&mut page, backtest, &of_leads, reached.collect());
    for score in &backtest.scores {
        self::score(&mut page, backtest, score);
    }
    if !backtest.rules.is_empty() {
        page.head(&page.say(&whom.either(
            say!("rules: how often each fired, what became of leads with and without it, and what dropping it does"),
            say!("rules: how often each fired, what became of accounts with and without it, and what dropping it does"),
        )));
        rules(&mut page, backtest);
    }
    months(&mut page, backtest);
    page.into_text()
}

fn head(page: &mut Page, backtest: &Backtest, what: &str, seen: &Text) {
    let (whom, all) = (backtest.whom, backtest.all);
    page.head(&page.say(&all_converted(whom, what, all)));
    page.line(2, &page.say(seen));
    if backtest.unknown > 0 {
        let (unknown, all) = (backtest.unknown, backtest.leads);
        page.line(
            2,
            &page.say(&whom.either(
                say!("{unknown} of {all} leads left out: what became of them is unknown", unknown, all),
                say!("{unknown} of {all} accounts left out: what became of them is unknown", unknown, all),
            )),
        );
    }
    if backtest.excluded > 0 {
        let count = backtest.excluded;
        let text = if backtest.months.is_empty() {
            say!("{count} set apart by the rules: not in scores and rules", count)
        } else {
            say!("{count} set apart by the rules: not in scores, rules and months", count)
        };
        page.line(2, &page.say(&text));
    }
    if all.conversions == 0 || all.conversions == all.leads {
        page.notice(&page.say(&whom.either(
            say!("all leads came to the same end, so there is nothing to tell apart"),
            say!("all accounts came to the same end, so there is nothing to tell apart"),
        )));
    }
}

/// How many came to an outcome.
pub(crate) fn all_converted(whom: Whom, outcome: &str, all: Rate) -> Text {
    let (converted, count, rate) = (all.conversions, all.leads, percent(all.rate));
    match whom {
        Whom::Leads => say!("{outcome}: {converted} of {count} leads, {rate}", outcome, converted, count, rate),
        Whom::Accounts => say!("{outcome}: {converted} of {count} accounts, {rate}", outcome, converted, count, rate),
    }
}

/// `12.3 %`
pub(crate) fn percent(share: Option<f64>) -> Text {
    share.map_or_else(none, |share| Text::percent(share, 1))
}

/// Of what there is nothing.
fn none() -> Text {
    Text::verbatim("–")
}

/// `+0.0123`; `0` if it is too small to show.
pub(crate) fn change(change: f64) -> Text {
    let change = format!("{change:+.4}");
    Text::figure(Value::Rounded(if change == "-0.0000" || change == "+0.0000" { "0".to_owned() } else { change }))
}

/// A factor as a person would say it.
fn odds(factor: f64) -> Text {
    if factor > 1000.0 { say!("more than {factor}", factor = 1000_u32) } else { Text::rounded(factor, 2) }
}

/// `30.1 to 35.9 %`; nothing of no leads.
pub(crate) fn interval(rate: Rate) -> Text {
    let Some(ends) = rate.low.zip(rate.high) else { return Text::empty() };
    let (low, high) = (Text::rounded(ends.0 * 100.0, 1), Text::rounded(ends.1 * 100.0, 1));
    say!("{low} to {high} %", low, high)
}

/// The head of a column of intervals, by how sure they are, 0 to 1.
pub(crate) fn sure(confidence: f64) -> Text {
    say!("{sure} % interval", sure = Text::rounded(confidence * 100.0, 0))
}

fn times(lift: Option<f64>) -> Text {
    lift.map_or_else(Text::empty, |lift| Text::rounded(lift, 2))
}

/// How well a score ranks.
fn ranked(area: Option<Area>) -> Text {
    area.map_or_else(none, |area| Text::rounded(area.auc, 3))
}

/// The columns of a table of rates: what each rate is of, at least `least` columns wide, up to the last, which
/// `expected` names.
fn form(least: usize) -> [Column; 7] {
    let numbers = [9, 9, 7, 16, 5, 8].map(Column::Right);
    let [leads, converted, rate, interval, lift, expected] = numbers;
    [Column::Left(least), leads, converted, rate, interval, lift, expected]
}

/// The head of a column that counts.
pub(crate) fn many(whom: Whom) -> Text {
    whom.either(say!("leads"), say!("accounts"))
}

fn names(page: &Page, backtest: &Backtest, first: Text, last: Text) -> Row {
    let (many, sure) = (many(backtest.whom), sure(backtest.confidence));
    let names = [first, many, say!("converted"), say!("rate"), sure, say!("lift"), last].map(|name| page.say(&name));
    Row::names(names.iter().map(String::as_str))
}

fn row(page: &Page, name: &Text, rate: Rate, lift: Option<f64>, last: &Text) -> Row {
    let (leads, converted) = (page.figure(rate.leads), page.figure(rate.conversions));
    let [rate, interval, lift] = [percent(rate.rate), interval(rate), times(lift)].map(|text| page.say(&text));
    Row::plain([page.say(name), leads, converted, rate, interval, lift, page.say(last)])
}

fn shares(page: &mut Page, backtest: &Backtest, head: &Text, shares: Vec<(Text, Rate, Option<f64>)>) {
    if shares.len() < 2 {
        return;
    }
    page.head(&page.say(head));
    let names = names(page, backtest, Text::empty(), Text::empty());
    let shares = shares.iter().map(|(name, rate, lift)| row(page, name, *rate, *lift, &Text::empty()));
    let rows: Vec<Row> = std::iter::once(names).chain(shares).collect();
    page.table(2, &form(0), &rows);
}

fn score(page: &mut Page, backtest: &Backtest, score: &ScoreJudged) {
    let name = &score.name;
    let auc = ranked(score.area);
    let head = match score.area.map(|area| area.low.zip(area.high)) {
        None => say!("score {name}", name),
        Some(None) => say!("score {name}: AUC {auc}", name, auc),
        Some(Some((low, high))) => {
            let (low, high) = (Text::rounded(low, 3), Text::rounded(high, 3));
            say!("score {name}: AUC {auc} ({low} to {high})", name, auc, low, high)
        }
    };
    page.head(&page.say(&head));
    let last = if score.calibration.is_some() { say!("expected") } else { Text::empty() };
    let names = names(page, backtest, say!("points"), last);
    let band = |band: &Band| {
        let expected = band.expected.map_or_else(Text::empty, |expected| percent(Some(expected)));
        row(page, &band.name(), band.rate, band.lift, &expected)
    };
    let rows: Vec<Row> = std::iter::once(names).chain(score.bands.iter().map(band)).collect();
    page.table(2, &form(6), &rows);
    if let Some(calibration) = score.calibration {
        let text = say!(
            "ten points more multiply the odds by {odds}; bands lie {off} percentage points off that curve; Brier {brier}",
            odds = odds(factor(calibration.slope * 10.0)),
            off = Text::rounded(calibration.error * 100.0, 1),
            brier = Text::rounded(calibration.brier, 3)
        );
        page.line(2, &page.say(&text));
    }
}

fn rules(page: &mut Page, backtest: &Backtest) {
    let mut rows = vec![rule_names(page)];
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
pub(crate) fn rule_names(page: &Page) -> Row {
    let names = [say!("fired"), say!("with"), say!("without"), say!("AUC")].map(|name| page.say(&name));
    Row::names(names.iter().map(String::as_str))
}

/// What is said about a rule.
pub(crate) fn rule_row(page: &Page, rule: &RuleJudged) -> Row {
    let fired = page.share(rule.with.leads, rule.with.leads + rule.without.leads);
    let change = rule.auc_change.map_or_else(Text::empty, change);
    let [with, without, change] =
        [percent(rule.with.rate), percent(rule.without.rate), change].map(|text| page.say(&text));
    Row::plain([fired, with, without, change, page.figure(Value::Signed(rule.points.0)), page.fit(&rule.title, 50)])
}

fn months(page: &mut Page, backtest: &Backtest) {
    if backtest.months.is_empty() {
        return;
    }
    page.head(&page.say(&say!("months: rate, and how well each score ranks")));
    let scores = backtest.scores.iter().map(|score| score.name.as_str());
    let heads = [Text::empty(), many(backtest.whom), say!("converted"), say!("rate")].map(|head| page.say(&head));
    let mut rows = vec![Row::names(heads.iter().map(String::as_str).chain(scores))];
    for month in &backtest.months {
        let (leads, converted) = (page.figure(month.rate.leads), page.figure(month.rate.conversions));
        let cells = [page.say(&Text::moment(&month.month)), leads, converted, page.say(&percent(month.rate.rate))];
        let areas = month.areas.iter().map(|area| page.say(&ranked(*area)));
        rows.push(Row::plain(cells.into_iter().chain(areas)));
    }
    let form = [Column::Left(7), Column::Right(9), Column::Right(9), Column::Right(7)];
    let form: Vec<Column> = form.into_iter().chain(backtest.scores.iter().map(|_| Column::Right(6))).collect();
    page.table(2, &form, &rows);
}
