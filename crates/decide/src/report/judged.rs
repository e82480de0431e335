//! The parts of the page about what became of leads and about who moves. In: a backtest, moves; out: what the template
//! shows.

use serde::Serialize;

use super::answer::{in_words, with_interval};
use super::sentence::spoken;
use crate::backtest::{Backtest, interval, percent};
use crate::diff::{EditKind, Edited, Moves};
use crate::statistic::Rate;
use leadrules_language::words::{Locale, Text, say};

#[derive(Serialize)]
pub(super) struct BacktestPart {
    said: String,
    /// The head of the column of intervals.
    interval: String,
    /// What the charts show.
    caption: String,
    stages: Vec<Vec<String>>,
    scores: Vec<BacktestScore>,
    months: Vec<Vec<String>>,
    /// The heads of its columns of scores.
    month_heads: Vec<String>,
}

#[derive(Serialize)]
struct BacktestScore {
    name: String,
    auc: String,
    chart: String,
    /// What its bands are.
    points: String,
    bands: Vec<Vec<String>>,
}

#[derive(Serialize)]
pub(super) struct MovesPart {
    said: String,
    stages: Vec<String>,
    rows: Vec<(String, Vec<Cell>)>,
    edits: Vec<EditPart>,
    examples: Vec<[String; 3]>,
    more: Option<String>,
}

/// Something that was edited.
#[derive(Serialize)]
struct EditPart {
    what: String,
    kind: String,
    is_added: bool,
    before: Option<String>,
    after: Option<String>,
    owner: String,
    /// How many leads get different points, and how many moves it decides alone.
    leads: String,
    decides: String,
}

#[derive(Serialize)]
struct Cell {
    count: String,
    stays: bool,
}

/// What became of the leads that a rule fires for, and of the others.
#[derive(Serialize)]
pub(super) struct RuleJudged {
    with: String,
    without: String,
    /// How the score's AUC would change without it.
    change: String,
}

/// A rule as it was judged.
pub(super) fn rule_judged(rule: &crate::backtest::RuleJudged, locale: Locale) -> RuleJudged {
    let change = rule.auc_change.map_or_else(Text::empty, crate::backtest::change);
    RuleJudged {
        with: with_interval(rule.with).in_locale(locale),
        without: with_interval(rule.without).in_locale(locale),
        change: change.in_locale(locale),
    }
}

/// The backtest; `seen` is a sentence.
pub(super) fn backtest_part(outcome: &str, seen: &Text, backtest: &Backtest, locale: Locale) -> BacktestPart {
    let say = |text: Text| text.in_locale(locale);
    let cells = |name: Text, rate: Rate, lift: Option<f64>| {
        let cells = [
            name,
            Text::figure(rate.leads),
            Text::figure(rate.conversions),
            percent(rate.rate),
            interval(rate),
            lift.map_or_else(Text::empty, |lift| Text::rounded(lift, 2)),
        ];
        cells.into_iter().map(say).collect::<Vec<_>>()
    };
    let scores = backtest.scores.iter().map(|score| {
        let auc = score.area.map_or_else(Text::empty, |area| {
            let of = Text::rounded(area.auc, 3);
            match area.low.zip(area.high).map(|(low, high)| [low, high].map(|end| Text::rounded(end, 3))) {
                Some([low, high]) => say!("AUC {area} ({low} to {high})", area = of, low, high),
                None => say!("AUC {area}", area = of),
            }
        });
        let name = spoken(&score.name);
        BacktestScore {
            auc: say(auc),
            chart: crate::backtest::plot(score, backtest.whom, locale),
            points: say(say!("points of {score}", score = &name)),
            bands: score.bands.iter().map(|band| cells(band.name(), band.rate, band.lift)).collect(),
            name,
        }
    });
    let months = backtest.months.iter().map(|month| {
        let areas = month.areas.iter().map(|area| area.map_or_else(Text::empty, |area| Text::rounded(area.auc, 3)));
        let rate = month.rate;
        let first =
            [Text::moment(&month.month), Text::figure(rate.leads), Text::figure(rate.conversions), with_interval(rate)];
        first.into_iter().chain(areas).map(say).collect()
    });
    let all = backtest.all;
    let mut said = say!(
        "{outcome}: {converted} of {leads} leads, {rate}.",
        outcome,
        converted = all.conversions,
        leads = all.leads,
        rate = with_interval(all)
    );
    said = said.and_then(seen.clone());
    if backtest.unknown > 0 {
        said = said.and_then(say!("What became of {leads} others is unknown.", leads = backtest.unknown));
    }
    let confidence = Text::percent(backtest.confidence, 0);
    BacktestPart {
        said: say(said),
        interval: say(say!("{confidence} interval", confidence = &confidence)),
        caption: say(say!(
            "Bars: what share converted. Strokes: the interval that holds it with {confidence} certainty. Rings: what a smooth curve \
             through all leads expects.",
            confidence
        )),
        stages: backtest
            .stages
            .iter()
            .map(|stage| cells(Text::verbatim(stage.name.clone()), stage.rate, stage.lift))
            .collect(),
        scores: scores.collect(),
        months: months.collect(),
        month_heads: backtest
            .scores
            .iter()
            .map(|score| say(say!("AUC of {score}", score = spoken(&score.name))))
            .collect(),
    }
}

/// At most this many of the leads that move are named.
const MOVERS: usize = 100;

/// Who moves.
pub(super) fn moves_part(previous: &str, moves: &Moves, locale: Locale) -> MovesPart {
    let say = |text: Text| text.in_locale(locale);
    let stages: Vec<String> = moves.stages.iter().map(|volume| volume.stage.clone()).collect();
    let count = |was: &str, is: &str| {
        let flow = moves.matrix.iter().find(|flow| flow.before == was && flow.after == is);
        flow.map_or(0, |flow| flow.leads)
    };
    let rows = stages.iter().map(|was| {
        let cells = stages.iter().map(|is| {
            let count = count(was, is);
            Cell { count: if count == 0 { String::new() } else { say(Text::figure(count)) }, stays: was == is }
        });
        (was.clone(), cells.collect())
    });
    let edits = moves.edits.iter().map(|edit| {
        let named = edit.named();
        EditPart {
            what: say(if edit.what == Edited::Rule { in_words(&named, locale) } else { named }),
            kind: say(edit.kind.word()),
            is_added: edit.kind == EditKind::Added,
            before: edit.before.clone().filter(|_| edit.before != edit.after),
            after: edit.after.clone(),
            owner: edit.owner.clone().unwrap_or_default(),
            leads: edit.leads.map_or_else(String::new, |leads| say(Text::figure(leads))),
            decides: say(Text::figure(edit.decides.iter().map(|flow| flow.leads).sum::<u64>())),
        }
    });
    let examples = moves.movers.iter().take(MOVERS).map(|mover| {
        let row = || say(say!("row {row}", row = mover.row.to_string()));
        [mover.key.clone().unwrap_or_else(row), mover.before.clone(), mover.after.clone()]
    });
    let more = (moves.movers.len() as u64).saturating_sub(MOVERS as u64);
    MovesPart {
        said: say(say!(
            "{leads} leads have another stage than by {previous}, on the same data and as of the same instant.",
            leads = moves.moved,
            previous
        )),
        rows: rows.collect(),
        edits: edits.collect(),
        examples: examples.collect(),
        more: (more > 0).then(|| say(say!("and {count} more", count = more))),
        stages,
    }
}
