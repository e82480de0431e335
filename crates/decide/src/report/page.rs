//! The page itself. In: what was counted; out: HTML from a template, which escapes every text.

use std::cmp::Reverse;

use arrow_array::{Array, StringArray};
use minijinja::Environment;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::accounts::Companies;
use super::gather::Gatherer;
use super::judged::{BacktestPart, MovesPart, RuleJudged, backtest_part, moves_part, rule_judged};
use super::map;
use super::said::said;
use super::sentence::{Sentences, spoken};
use super::weekly::{Answer, answers};
use super::words::Words;
use crate::backtest::Backtest;
use crate::call_list::Called;
use crate::chart::{self, Bar};
use leadrules_engine::columns::{LabelColumn, Results, ScoreColumn};
use leadrules_language::decimal::{Points, divide_rounded};
use leadrules_language::ir::{DefinitionBody, LabelBody, Part, RowKind, Rule, Score, ScoreBody, StageId};
use leadrules_language::page::share;
use leadrules_language::text::{counted, grouped};
use leadrules_language::visible;

/// The template, which loads nothing from anywhere else.
const TEMPLATE: &str = include_str!("page.html");

/// The points of a score are divided into at most this many bars.
const BARS: i64 = 20;

#[derive(Serialize)]
struct Page {
    title: String,
    said: Vec<String>,
    source: String,
    as_of: String,
    agreed: Vec<String>,
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
    /// The fields of which there is something to say, and the others.
    fields: [Vec<FieldPart>; 2],
    /// The first leads, and those that are folded away.
    top: [Vec<TopPart>; 2],
    /// The score by which they are sorted.
    top_order: Option<String>,
    /// How many leads have an outcome, if any do.
    decided: Option<String>,
    kept: Vec<String>,
    score_names: Vec<String>,
    label_names: Vec<String>,
    answers: Vec<Answer>,
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
    owner: Option<String>,
    range: Option<String>,
    /// How many rules, for people.
    count: String,
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
    judged: Option<RuleJudged>,
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

/// A length in per cent, for a bar.
fn length(part: u64, whole: u64) -> String {
    let tenths = divide_rounded(i128::from(part) * 1000, i128::from(whole.max(1)));
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn line(name: &str, count: u64, whole: u64) -> Line {
    Line { name: name.to_owned(), count: grouped(count), share: share(count, whole), length: length(count, whole) }
}

/// The report as HTML.
#[must_use]
pub fn render(mut gathered: Gatherer<'_>, accounts: Option<Companies<'_>>, words: &Words<'_>) -> String {
    let called = gathered.calls.finish();
    let page = page(&gathered, &called, accounts, words);
    let mut environment = Environment::new();
    environment.add_template("page.html", TEMPLATE).expect("the template of ours is one");
    let template = environment.get_template("page.html").expect("it was added");
    let html = template.render(Value::from(Serde(&page))).expect("the template names what the page has");
    // A text that changes direction would also turn the text beside it.
    visible::lines(&html).into_owned()
}

fn page(gathered: &Gatherer<'_>, called: &Called, mut accounts: Option<Companies<'_>>, words: &Words<'_>) -> Page {
    let said_of_accounts = accounts.as_ref().and_then(Companies::said);
    let of_accounts = accounts.as_mut().map(Companies::shown);
    let (rules, counts) = (gathered.rules, &gathered.counts);
    let sentences = Sentences { rules };
    let names: Vec<String> = rules.rules().iter().map(|(_, rule)| sentences.name(rule)).collect();
    let mut stages: Vec<Line> = std::iter::once(&rules.stages.none)
        .chain(rules.stages.steps.iter().map(|step| &step.name))
        .zip(&counts.stages)
        .map(|(name, count)| line(name, *count, counts.leads))
        .collect();
    stages.reverse();
    if !rules.exclusions.is_empty() {
        stages.push(line(leadrules_language::ir::EXCLUDED, counts.excluded(), counts.leads));
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
    let (mut first, judged) = (called.results.iter().flat_map(|results| top(rules, results, &names)), words.backtest);
    let open: Vec<TopPart> = first.by_ref().take(OPEN).collect();
    let top = [open, first.collect()];
    let definition = |body: &DefinitionBody| match body {
        DefinitionBody::Cond(cond) => sentences.condition(cond),
        DefinitionBody::Quantity(quantity) => sentences.formula(quantity),
    };
    Page {
        title: words.title.to_owned(),
        said: said(gathered, words).into_iter().chain(said_of_accounts).collect(),
        source: words.source.to_owned(),
        as_of: words.as_of.to_owned(),
        agreed: words.agreed.lines().map(str::to_owned).collect(),
        leads: grouped(counts.leads),
        stages,
        reasons: reasons.map(|(exclusion, count)| line(&exclusion.reason, *count, counts.leads)).collect(),
        labels: labels.collect(),
        scores: scores(gathered),
        map: gathered.pair.and_then(|pair| map_part(gathered, pair)),
        rules: rules
            .scores
            .iter()
            .map(|score| rules_part(gathered, sentences, score, judged.map(|(_, _, backtest)| backtest)))
            .collect(),
        steps: rules
            .stages
            .steps
            .iter()
            .rev()
            .map(|step| {
                let kept = match (step.kept(), step.kept_while()) {
                    (Some(_), Some(condition)) => format!("; kept there while {}", sentences.condition(condition)),
                    (Some(_), None) => "; kept there for good".to_owned(),
                    (None, _) => String::new(),
                };
                [step.name.clone(), format!("{}{kept}", sentences.condition(step.own()))]
            })
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
        top,
        top_order: gathered.calls.order().first().map(|&at| spoken(&rules.scores[at].name)),
        decided: (gathered.decided > 0).then(|| grouped(gathered.decided)),
        kept: gathered.settings.keep.clone(),
        score_names: rules.scores.iter().map(|score| spoken(&score.name)).collect(),
        label_names: rules.labels.iter().map(|label| spoken(&label.name)).collect(),
        answers: of_accounts.into_iter().chain(answers(gathered, &words.weekly)).collect(),
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
                range: range(score),
                least: points(least),
                mean: points(mean),
                most: points(most),
                unknown: (unknown > 0).then(|| grouped(unknown)),
                chart: chart::counts(&title, "points", &bars(counts, least, most)),
            }
        })
        .collect()
}

/// The range of a score, `0 to 100`, or its one end; `None` if it has no ends.
fn range(score: &Score) -> Option<String> {
    match (score.range.low, score.range.high) {
        (Some(low), Some(high)) => Some(format!("{low} to {high}")),
        (Some(low), None) => Some(format!("from {low}")),
        (None, Some(high)) => Some(format!("up to {high}")),
        (None, None) => None,
    }
}

/// The points of a score, divided into at most [`BARS`] stretches of a round length.
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

fn map_part(gathered: &Gatherer<'_>, pair: [leadrules_language::ir::ScoreId; 2]) -> Option<MapPart> {
    let mut heat = map::map(gathered.rules, pair, &gathered.both)?;
    let [across, up] = [spoken(&heat.across), spoken(&heat.up)];
    heat.title = format!(
        "Heat map: how many leads have how many points of {across} (across) and of {up} (upwards), with lines where stages begin."
    );
    (heat.across, heat.up) = (across.clone(), up.clone());
    Some(MapPart { chart: chart::heat(&heat), across, up })
}

fn rules_part(
    gathered: &Gatherer<'_>,
    sentences: Sentences<'_>,
    score: &Score,
    backtest: Option<&Backtest>,
) -> RulesPart {
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
            judged: backtest.map(|backtest| rule_judged(&backtest.rules[id])),
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
    let count = groups.iter().map(|group| group.rules.len() as u64).sum();
    RulesPart {
        score: spoken(&score.name),
        owner: score.owner.clone(),
        range: range(score),
        count: counted(count, "rule", "rules"),
        formula,
        groups,
    }
}

/// The fields of which there is something to say, and the others.
fn fields(gathered: &Gatherer<'_>, words: &Words<'_>) -> [Vec<FieldPart>; 2] {
    let rows = words.data.rows;
    let parts = gathered.rules.fields.iter().zip(&words.data.fields).filter(|(_, report)| report.read);
    let (odd, plain) = parts
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
        .partition(|part| !part.invalid.is_empty() || !part.remark.is_empty());
    [odd, plain]
}

/// At most this many reasons are shown for a lead.
const REASONS: usize = 4;

/// How many of the first leads stand open; the others are folded away.
const OPEN: usize = 10;

fn top(rules: &leadrules_language::ir::Rules, results: &Results, names: &[String]) -> Vec<TopPart> {
    let text = |column: &StringArray, row: usize| column.is_valid(row).then(|| column.value(row).to_owned());
    let part = |row: usize| {
        let given = results.rules.iter().flatten().map(|points| points[row]).zip(names);
        let mut reasons: Vec<(i64, &String)> = given.filter(|(points, _)| *points != 0).collect();
        reasons.sort_by_key(|(points, _)| Reverse(points.abs()));
        let label = |label: &LabelColumn| {
            let value = label.values.is_valid(row).then(|| usize::from(label.values.value(row)));
            value.map_or_else(String::new, |value| label.texts[value].clone())
        };
        let score = |score: &ScoreColumn| {
            if score.points.is_valid(row) { points(score.points.value(row)) } else { String::new() }
        };
        TopPart {
            key: text(&results.keys, row).unwrap_or_default(),
            kept: results.kept.iter().map(|kept| text(kept, row).unwrap_or_default()).collect(),
            scores: results.scores.iter().map(score).collect(),
            labels: results.labels.iter().map(label).collect(),
            stage: rules.stages.name(StageId::of_number(results.stages[row])).to_owned(),
            more: reasons.len().saturating_sub(REASONS),
            reasons: reasons
                .into_iter()
                .take(REASONS)
                .map(|(given, name)| [name.clone(), Points(given).signed()])
                .collect(),
        }
    };
    (0..results.rows).map(part).collect()
}

/// Points as people read them.
fn points(hundredths: i64) -> String {
    Points(hundredths).to_string()
}
