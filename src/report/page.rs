//! The page itself. In: what was counted; out: HTML by a template, every text escaped by it.

use minijinja::Environment;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::sentence::{Sentences, spoken};
use super::{Gatherer, Words, map, points};
use crate::backtest::{Backtest, percent};
use crate::chart::{self, Bar};
use crate::decimal::divide_rounded;
use crate::ir::{DefinitionBody, LabelBody, Part, RowKind, Rule, ScoreBody};
use crate::moves::{Edited, Moves};
use crate::summary::page::share;
use crate::text::grouped;

/// The template; it takes nothing from anywhere else.
const TEMPLATE: &str = include_str!("page.html");

/// At most into so many bars the points of a score are parted.
const BARS: i64 = 20;

#[derive(Serialize)]
struct Page {
    title: String,
    source: String,
    as_of: String,
    leads: String,
    stages: Vec<Line>,
    reasons: Vec<Line>,
    labels: Vec<LabelPart>,
    scores: Vec<ScorePart>,
    map: Option<MapPart>,
    rules: Vec<RulesPart>,
    steps: Vec<[String; 2]>,
    exclusions: Vec<[String; 2]>,
    definitions: Vec<[String; 2]>,
    label_lines: Vec<LabelLines>,
    fields: Vec<FieldPart>,
    top: Vec<TopPart>,
    kept: Vec<String>,
    score_names: Vec<String>,
    label_names: Vec<String>,
    backtest: Option<BacktestPart>,
    moves: Option<MovesPart>,
}

/// A name, how many leads, their share, and the share as a length.
#[derive(Serialize)]
struct Line {
    name: String,
    count: String,
    share: String,
    length: String,
}

#[derive(Serialize)]
struct LabelPart {
    name: String,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct LabelLines {
    name: String,
    lines: Vec<[String; 2]>,
}

#[derive(Serialize)]
struct ScorePart {
    name: String,
    owner: Option<String>,
    range: Option<String>,
    least: String,
    mean: String,
    most: String,
    unknown: Option<String>,
    chart: String,
}

#[derive(Serialize)]
struct MapPart {
    chart: String,
    across: String,
    up: String,
}

#[derive(Serialize)]
struct RulesPart {
    score: String,
    formula: Option<String>,
    groups: Vec<GroupPart>,
}

#[derive(Serialize)]
struct GroupPart {
    head: Option<String>,
    rules: Vec<RulePart>,
}

#[derive(Serialize)]
struct RulePart {
    title: Option<String>,
    when: String,
    points: String,
    because: Option<String>,
    fired: String,
    length: String,
    mean: String,
}

#[derive(Serialize)]
struct FieldPart {
    name: String,
    column: String,
    kind: String,
    known: String,
    length: String,
    invalid: String,
    remark: String,
}

#[derive(Serialize)]
struct TopPart {
    key: String,
    kept: Vec<String>,
    scores: Vec<String>,
    labels: Vec<String>,
    stage: String,
    reasons: Vec<[String; 2]>,
    more: usize,
}

#[derive(Serialize)]
struct BacktestPart {
    outcome: String,
    seen: String,
    rate: String,
    converted: String,
    leads: String,
    unknown: Option<String>,
    confidence: String,
    stages: Vec<Vec<String>>,
    scores: Vec<BacktestScore>,
    rules: Vec<Vec<String>>,
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
struct MovesPart {
    previous: String,
    stages: Vec<String>,
    rows: Vec<(String, Vec<Cell>)>,
    moved: String,
    /// How it differs, the rule, its owner, leads that get other points, moves it decides.
    edits: Vec<[String; 5]>,
    examples: Vec<[String; 3]>,
    more: Option<String>,
}

#[derive(Serialize)]
struct Cell {
    count: String,
    stays: bool,
}

/// A length in percent, for a bar.
fn length(part: u64, whole: u64) -> String {
    let tenths = divide_rounded(i128::from(part) * 1000, i128::from(whole.max(1)));
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn line(name: &str, count: u64, whole: u64) -> Line {
    Line { name: name.to_owned(), count: grouped(count), share: share(count, whole), length: length(count, whole) }
}

/// The report.
pub(super) fn render(gathered: &Gatherer<'_>, words: &Words<'_>) -> String {
    let page = page(gathered, words);
    let mut environment = Environment::new();
    environment.add_template("page.html", TEMPLATE).expect("the template of ours is one");
    let template = environment.get_template("page.html").expect("it was added");
    template.render(Value::from(Serde(&page))).expect("the template names what the page has")
}

fn page(gathered: &Gatherer<'_>, words: &Words<'_>) -> Page {
    let (rules, counts) = (gathered.rules, &gathered.counts);
    let sentences = Sentences { rules };
    let mut stages: Vec<Line> = std::iter::once(&rules.stages.none)
        .chain(rules.stages.steps.iter().map(|step| &step.name))
        .zip(&counts.stages)
        .map(|(name, count)| line(name, *count, counts.leads))
        .collect();
    stages.reverse();
    if !rules.exclusions.is_empty() {
        stages.push(line(crate::ir::EXCLUDED, counts.excluded(), counts.leads));
    }
    let reasons = rules.exclusions.iter().zip(&counts.exclusions).filter(|(_, count)| **count > 0);
    let labels = rules.labels.iter().zip(&gathered.labels).map(|(label, texts)| {
        let mut texts: Vec<_> = texts.iter().collect();
        texts.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let lines = texts.iter().map(|(text, count)| line(text.as_deref().unwrap_or("unknown"), **count, counts.leads));
        LabelPart { name: spoken(&label.name), lines: lines.collect() }
    });
    let label_lines = rules.labels.iter().map(|label| LabelLines {
        name: spoken(&label.name),
        lines: match &label.body {
            LabelBody::Joined(parts) => {
                let names: Vec<String> = parts.iter().map(|id| spoken(&rules.label(*id).name)).collect();
                vec![[names.join(" and then "), String::new()]]
            }
            LabelBody::Lines { lines, otherwise } => {
                let otherwise = otherwise.iter().map(|text| [text.clone(), "otherwise".to_owned()]);
                lines.iter().map(|(cond, text)| [text.clone(), sentences.condition(cond)]).chain(otherwise).collect()
            }
        },
    });
    let definition = |body: &DefinitionBody| match body {
        DefinitionBody::Cond(cond) => sentences.condition(cond),
        DefinitionBody::Quantity(quantity) => sentences.formula(quantity),
    };
    Page {
        title: words.title.to_owned(),
        source: words.source.to_owned(),
        as_of: words.as_of.to_owned(),
        leads: grouped(counts.leads),
        stages,
        reasons: reasons.map(|(exclusion, count)| line(&exclusion.reason, *count, counts.leads)).collect(),
        labels: labels.collect(),
        scores: scores(gathered),
        map: gathered.pair.and_then(|pair| map_part(gathered, pair)),
        rules: rules.scores.iter().map(|score| rules_part(gathered, sentences, score)).collect(),
        steps: rules
            .stages
            .steps
            .iter()
            .rev()
            .map(|step| [step.name.clone(), sentences.condition(&step.condition)])
            .collect(),
        exclusions: rules
            .exclusions
            .iter()
            .map(|line| [line.reason.clone(), sentences.condition(&line.condition)])
            .collect(),
        definitions: rules
            .definitions
            .iter()
            .filter(|definition| definition.name != crate::outcome::NAME)
            .map(|one| [spoken(&one.name), definition(&one.body)])
            .collect(),
        label_lines: label_lines.collect(),
        fields: fields(gathered, words),
        top: top(gathered),
        kept: gathered.settings.keep.clone(),
        score_names: rules.scores.iter().map(|score| spoken(&score.name)).collect(),
        label_names: rules.labels.iter().map(|label| spoken(&label.name)).collect(),
        backtest: words.backtest.map(|(outcome, seen, backtest)| backtest_part(outcome, seen, backtest)),
        moves: words.previous.map(|(previous, moves)| moves_part(previous, moves)),
    }
}

fn scores(gathered: &Gatherer<'_>) -> Vec<ScorePart> {
    let leads = gathered.counts.leads;
    let parts = gathered.rules.scores.iter().zip(&gathered.counts.scores).zip(&gathered.spreads);
    parts
        .map(|((score, spread), counts)| {
            let known = i128::from(spread.known.max(1));
            let mean = i64::try_from(divide_rounded(spread.sum, known)).unwrap_or(0);
            let (least, most) = (spread.least.unwrap_or(0), spread.most.unwrap_or(0));
            let end = |end: Option<crate::decimal::Points>| end.map_or_else(String::new, |end| end.to_string());
            let is_bounded = score.range.low.is_some() || score.range.high.is_some();
            let title = format!(
                "Bar chart: how many leads have how many points of {}; from {} to {}, on average {}.",
                spoken(&score.name),
                points(least),
                points(most),
                points(mean)
            );
            let unknown = leads - spread.known;
            ScorePart {
                name: spoken(&score.name),
                owner: score.owner.clone(),
                range: is_bounded.then(|| format!("{} to {}", end(score.range.low), end(score.range.high))),
                least: points(least),
                mean: points(mean),
                most: points(most),
                unknown: (unknown > 0).then(|| grouped(unknown)),
                chart: chart::counts(&title, "points", &bars(counts, least, most)),
            }
        })
        .collect()
}

/// The points of a score in at most [`BARS`] stretches of a round length.
fn bars(counts: &std::collections::BTreeMap<i64, u64>, least: i64, most: i64) -> Vec<Bar> {
    let width = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000]
        .into_iter()
        .map(|points| points * 100)
        .find(|width| (most - least) / width < BARS)
        .unwrap_or(i64::MAX / 2);
    let first = least.div_euclid(width);
    let last = most.div_euclid(width);
    let mut bars: Vec<Bar> =
        (first..=last).map(|at| Bar { name: points(at.saturating_mul(width)), count: 0 }).collect();
    for (value, count) in counts {
        let at = usize::try_from(value.div_euclid(width) - first).unwrap_or(0);
        bars[at].count += count;
    }
    bars
}

fn map_part(gathered: &Gatherer<'_>, pair: [crate::ir::ScoreId; 2]) -> Option<MapPart> {
    let mut heat = map::map(gathered.rules, pair, &gathered.both)?;
    let [across, up] = [spoken(&heat.across), spoken(&heat.up)];
    heat.title = format!(
        "Heat map: how many leads have how many points of {across} (across) and of {up} (upwards), with lines where stages begin."
    );
    (heat.across, heat.up) = (across.clone(), up.clone());
    Some(MapPart { chart: chart::heat(&heat), across, up })
}

fn rules_part(gathered: &Gatherer<'_>, sentences: Sentences<'_>, score: &crate::ir::Score) -> RulesPart {
    let leads = gathered.counts.leads;
    let rule = |rule: &Rule, kind: RowKind| {
        let id = rule.id.0 as usize;
        let (when, given) = sentences.rule(rule);
        let when = if kind == RowKind::Otherwise { format!("{when}, and no other row holds") } else { when };
        let fired = gathered.counts.fired[id];
        let mean = i64::try_from(divide_rounded(gathered.given[id], i128::from(leads.max(1)))).unwrap_or(0);
        RulePart {
            title: rule.titled.then(|| rule.title.clone()),
            when,
            points: given,
            because: rule.because.clone(),
            fired: share(fired, leads),
            length: length(fired, leads),
            mean: points(mean),
        }
    };
    let mut groups: Vec<GroupPart> = Vec::new();
    let alone = |rule: RulePart, groups: &mut Vec<GroupPart>| match groups.last_mut() {
        Some(GroupPart { head: None, rules }) => rules.push(rule),
        _ => groups.push(GroupPart { head: None, rules: vec![rule] }),
    };
    let rows = |part: &Part| -> Vec<RulePart> {
        match part {
            Part::Rule(one) => vec![rule(one, RowKind::Values)],
            Part::Table(table) => table.rows.iter().map(|row| rule(&row.rule, row.kind)).collect(),
            Part::Group(_) => Vec::new(),
        }
    };
    let formula = match &score.body {
        ScoreBody::Computed(quantity) => Some(sentences.formula(quantity)),
        ScoreBody::Rules(parts) => {
            for part in parts {
                match part {
                    Part::Rule(one) => alone(rule(one, RowKind::Values), &mut groups),
                    Part::Table(table) => groups.push(GroupPart {
                        head: Some(format!("At most one of these, by {}", spoken(gathered.rules.text(table.span)))),
                        rules: rows(part),
                    }),
                    Part::Group(group) => {
                        let mut head = format!("“{}”", group.title);
                        if group.best {
                            head += ": only what gives most counts";
                        }
                        for (cap, word) in [(group.up_to, "at most"), (group.down_to, "at least")] {
                            if let Some(cap) = cap {
                                head += &format!(", {word} {cap} in all");
                            }
                        }
                        let rules = group.parts.iter().flat_map(rows).collect();
                        groups.push(GroupPart { head: Some(head), rules });
                    }
                }
            }
            None
        }
    };
    RulesPart { score: spoken(&score.name), formula, groups }
}

fn fields(gathered: &Gatherer<'_>, words: &Words<'_>) -> Vec<FieldPart> {
    let rows = words.data.rows;
    let parts = gathered.rules.fields.iter().zip(&words.data.fields).filter(|(_, report)| report.read);
    parts
        .map(|(field, report)| {
            let invalid = report.invalid.count;
            let examples: Vec<String> = report
                .invalid
                .examples
                .iter()
                .take(3)
                .map(|(place, misfit)| format!("“{}” ({place})", misfit.text))
                .collect();
            let missing = words.data.missing_columns.iter().find(|missing| missing.name == field.name);
            let remark = match missing {
                Some(missing) => {
                    let near = missing.near.as_ref().map_or_else(String::new, |near| format!("; is it “{near}”?"));
                    format!("the data has no such column{near}")
                }
                None => examples.join(", "),
            };
            FieldPart {
                name: spoken(&field.name),
                column: report.column.clone().unwrap_or_default(),
                kind: field.ty.word().to_owned(),
                known: share(report.known, rows),
                length: length(report.known, rows),
                invalid: if invalid > 0 { grouped(invalid) } else { String::new() },
                remark,
            }
        })
        .collect()
}

/// So many reasons are shown of a lead.
const REASONS: usize = 6;

fn top(gathered: &Gatherer<'_>) -> Vec<TopPart> {
    let part = |lead: &super::Top| TopPart {
        key: lead.key.clone(),
        kept: lead.kept.clone(),
        scores: lead.scores.iter().map(|score| score.map_or_else(String::new, points)).collect(),
        labels: lead.labels.iter().map(|label| label.clone().unwrap_or_default()).collect(),
        stage: lead.stage.clone(),
        reasons: lead
            .reasons
            .iter()
            .take(REASONS)
            .map(|(title, given)| [title.clone(), crate::decimal::Points(*given).signed()])
            .collect(),
        more: lead.reasons.len().saturating_sub(REASONS),
    };
    gathered.top.iter().map(part).collect()
}

fn backtest_part(outcome: &str, seen: &str, backtest: &Backtest) -> BacktestPart {
    let between = |rate: crate::statistic::Rate| {
        rate.low
            .zip(rate.high)
            .map_or_else(String::new, |(low, high)| format!("{:.1} to {:.1} %", low * 100.0, high * 100.0))
    };
    let cells = |name: &str, rate: crate::statistic::Rate, lift: Option<f64>| {
        vec![
            name.to_owned(),
            grouped(rate.leads),
            grouped(rate.conversions),
            percent(rate.rate),
            between(rate),
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
            chart: crate::backtest::plot(score),
            bands: score.bands.iter().map(|band| cells(&band.name(), band.rate, band.lift)).collect(),
        }
    });
    BacktestPart {
        outcome: outcome.to_owned(),
        seen: seen.to_owned(),
        rate: percent(backtest.all.rate),
        converted: grouped(backtest.all.conversions),
        leads: grouped(backtest.all.leads),
        unknown: (backtest.unknown > 0).then(|| grouped(backtest.unknown)),
        confidence: format!("{:.0} %", backtest.confidence * 100.0),
        stages: backtest.stages.iter().map(|stage| cells(&stage.name, stage.rate, stage.lift)).collect(),
        scores: scores.collect(),
        rules: backtest
            .rules
            .iter()
            .map(|rule| {
                vec![
                    spoken(&rule.score),
                    rule.title.clone(),
                    rule.points.0.signed(),
                    share(rule.with.leads, rule.with.leads + rule.without.leads),
                    percent(rule.with.rate),
                    percent(rule.without.rate),
                    rule.auc_change.map_or_else(String::new, crate::backtest::change),
                ]
            })
            .collect(),
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
                    percent(month.rate.rate),
                ];
                first.into_iter().chain(areas).collect()
            })
            .collect(),
        month_names: backtest.scores.iter().map(|score| spoken(&score.name)).collect(),
    }
}

/// So many leads that move are named.
const MOVERS: usize = 100;

fn moves_part(previous: &str, moves: &Moves) -> MovesPart {
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
    let edits = moves.edits.iter().map(|edit| {
        let decides: u64 = edit.decides.iter().map(|flow| flow.leads).sum();
        let owner = edit.owner.clone().unwrap_or_default();
        let title = if edit.what == Edited::Rule { edit.title.clone() } else { edit.named() };
        let leads = edit.leads.map_or(String::new(), grouped);
        [edit.kind.word().to_owned(), title, owner, leads, grouped(decides)]
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
