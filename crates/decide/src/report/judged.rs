//! The parts of the page about what became of leads and about who moves. In: a backtest, moves; out: what the template
//! shows.

use serde::Serialize;

use super::sentence::spoken;
use super::weekly::with_interval;
use crate::backtest::{Backtest, interval, percent};
use crate::diff::{Edited, Moves};
use leadrules_language::text::grouped;
use leadrules_language::words::Locale;

#[derive(Serialize)]
pub(super) struct BacktestPart {
    outcome: String,
    seen: String,
    rate: String,
    converted: String,
    leads: String,
    unknown: Option<String>,
    confidence: String,
    stages: Vec<Vec<String>>,
    scores: Vec<BacktestScore>,
    months: Vec<Vec<String>>,
    month_names: Vec<String>,
}

#[derive(Serialize)]
struct BacktestScore {
    name: String,
    auc: String,
    chart: String,
    bands: Vec<Vec<String>>,
}

#[derive(Serialize)]
pub(super) struct MovesPart {
    previous: String,
    stages: Vec<String>,
    rows: Vec<(String, Vec<Cell>)>,
    moved: String,
    edits: Vec<EditPart>,
    examples: Vec<[String; 3]>,
    more: Option<String>,
}

/// Something that was edited.
#[derive(Serialize)]
struct EditPart {
    what: String,
    kind: String,
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
pub(super) fn rule_judged(rule: &crate::backtest::RuleJudged) -> RuleJudged {
    RuleJudged {
        with: with_interval(rule.with),
        without: with_interval(rule.without),
        change: rule.auc_change.map_or_else(String::new, |change| crate::backtest::change(change).to_string()),
    }
}

/// The backtest.
pub(super) fn backtest_part(outcome: &str, seen: &str, backtest: &Backtest) -> BacktestPart {
    let cells = |name: &str, rate: crate::statistic::Rate, lift: Option<f64>| {
        vec![
            name.to_owned(),
            grouped(rate.leads),
            grouped(rate.conversions),
            percent(rate.rate).to_string(),
            interval(rate).to_string(),
            lift.map_or_else(String::new, |lift| format!("{lift:.2}")),
        ]
    };
    let scores = backtest.scores.iter().map(|score| {
        let auc = score.area.map_or_else(String::new, |area| {
            let interval = area.low.zip(area.high).map(|(low, high)| format!(" ({low:.3} to {high:.3})"));
            format!("AUC {:.3}{}", area.auc, interval.unwrap_or_default())
        });
        BacktestScore {
            name: spoken(&score.name),
            auc,
            chart: crate::backtest::plot(score, backtest.whom, Locale::English),
            bands: score.bands.iter().map(|band| cells(&band.name().to_string(), band.rate, band.lift)).collect(),
        }
    });
    BacktestPart {
        outcome: outcome.to_owned(),
        seen: seen.to_owned(),
        rate: with_interval(backtest.all),
        converted: grouped(backtest.all.conversions),
        leads: grouped(backtest.all.leads),
        unknown: (backtest.unknown > 0).then(|| grouped(backtest.unknown)),
        confidence: format!("{:.0} %", backtest.confidence * 100.0),
        stages: backtest.stages.iter().map(|stage| cells(&stage.name, stage.rate, stage.lift)).collect(),
        scores: scores.collect(),
        months: backtest
            .months
            .iter()
            .map(|month| {
                let areas =
                    month.areas.iter().map(|area| area.map_or_else(String::new, |area| format!("{:.3}", area.auc)));
                let first = [
                    month.month.clone(),
                    grouped(month.rate.leads),
                    grouped(month.rate.conversions),
                    with_interval(month.rate),
                ];
                first.into_iter().chain(areas).collect()
            })
            .collect(),
        month_names: backtest.scores.iter().map(|score| spoken(&score.name)).collect(),
    }
}

/// At most this many of the leads that move are named.
const MOVERS: usize = 100;

/// Who moves.
pub(super) fn moves_part(previous: &str, moves: &Moves) -> MovesPart {
    let stages: Vec<String> = moves.stages.iter().map(|volume| volume.stage.clone()).collect();
    let count = |was: &str, is: &str| {
        let flow = moves.matrix.iter().find(|flow| flow.before == was && flow.after == is);
        flow.map_or(0, |flow| flow.leads)
    };
    let rows = stages.iter().map(|was| {
        let cells = stages.iter().map(|is| {
            let count = count(was, is);
            Cell { count: if count == 0 { String::new() } else { grouped(count) }, stays: was == is }
        });
        (was.clone(), cells.collect())
    });
    let edits = moves.edits.iter().map(|edit| EditPart {
        what: if edit.what == Edited::Rule { spoken(&edit.named().to_string()) } else { edit.named().to_string() },
        kind: edit.kind.word().to_string(),
        before: edit.before.clone().filter(|_| edit.before != edit.after),
        after: edit.after.clone(),
        owner: edit.owner.clone().unwrap_or_default(),
        leads: edit.leads.map_or(String::new(), grouped),
        decides: grouped(edit.decides.iter().map(|flow| flow.leads).sum()),
    });
    let examples = moves.movers.iter().take(MOVERS).map(|mover| {
        let key = mover.key.clone().unwrap_or_else(|| format!("row {}", mover.row));
        [key, mover.before.clone(), mover.after.clone()]
    });
    let more = (moves.movers.len() as u64).saturating_sub(MOVERS as u64);
    MovesPart {
        previous: previous.to_owned(),
        rows: rows.collect(),
        moved: grouped(moves.moved),
        edits: edits.collect(),
        examples: examples.collect(),
        more: (more > 0).then(|| grouped(more)),
        stages,
    }
}
