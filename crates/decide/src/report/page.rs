//! The page itself. In: what was counted; out: HTML from a template, which escapes every text.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use arrow_array::{Array, StringArray};
use minijinja::Environment;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::accounts::Companies;
use super::answer::{Answer, length, range, the_next};
use super::gather::Gatherer;
use super::judged::{BacktestPart, MovesPart, backtest_part, moves_part};
use super::labels::labels;
use super::map;
use super::rules::{RulesPart, rules_part};
use super::said::said;
use super::sentence::{Sentences, spoken};
use super::weekly::answers;
use super::words::Words;
use crate::call_list::Called;
use crate::chart::{self, Bar};
use leadrules_engine::columns::{LabelColumn, Results, ScoreColumn};
use leadrules_language::decimal::{Points, divide_rounded};
use leadrules_language::ir::{DefinitionBody, LabelBody, Rules, ScoreId, Stage, StageId};
use leadrules_language::visible;
use leadrules_language::words::{self, Locale, Text, say};

/// The template, which loads nothing from anywhere else.
const TEMPLATE: &str = include_str!("page.html");

/// The points of a score are divided into at most this many bars.
const BARS: i64 = 20;

#[derive(Serialize)]
struct Page {
    title: String,
    said: Vec<String>,
    /// `nl`
    language: &'static str,
    /// By English, the words that stand in the template.
    words: BTreeMap<String, String>,
    /// How many leads of which file, and when they were seen.
    intro: String,
    agreed: Vec<String>,
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
    /// What stands in the place of the others.
    fields_fit: String,
    /// The first leads, and those that are folded away.
    top: [Vec<TopPart>; 2],
    /// What stands in the place of the latter.
    top_next: String,
    /// In which order, and which are left out.
    top_said: String,
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
    caption: String,
    chart: String,
}

#[derive(Serialize)]
struct MapPart {
    chart: String,
    title: String,
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
    more: Option<String>,
}

fn line(name: &Text, count: u64, whole: u64, locale: Locale) -> Line {
    Line {
        name: name.in_locale(locale),
        count: Text::figure(count).in_locale(locale),
        share: Text::share(count, whole).in_locale(locale),
        length: length(count, whole),
    }
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
    let locale = words.locale;
    let say = |text: &Text| text.in_locale(locale);
    let said_of_accounts = accounts.as_ref().and_then(Companies::said);
    let of_accounts = accounts.as_mut().map(|accounts| accounts.shown(locale));
    let (rules, counts) = (gathered.rules, &gathered.counts);
    let sentences = Sentences { rules };
    let line = |name: Text, count: u64| line(&name, count, counts.leads, locale);
    let names: Vec<String> = rules.rules().iter().map(|(_, rule)| say(&sentences.name(rule))).collect();
    let mut stages: Vec<Line> = std::iter::once(&rules.stages.none)
        .chain(rules.stages.steps.iter().map(|step| &step.name))
        .zip(&counts.stages)
        .map(|(name, count)| line(Text::verbatim(name.as_str()), *count))
        .collect();
    stages.reverse();
    if !rules.exclusions.is_empty() {
        stages.push(line(Text::verbatim(leadrules_language::ir::EXCLUDED), counts.excluded()));
    }
    let reasons = rules.exclusions.iter().zip(&counts.exclusions).filter(|(_, count)| **count > 0);
    let labels_of_leads = rules.labels.iter().zip(&gathered.labels).map(|(label, texts)| {
        let mut texts: Vec<_> = texts.iter().collect();
        texts.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let name = |text: &Option<String>| text.as_deref().map_or_else(|| say!("unknown"), Text::verbatim);
        let lines = texts.iter().map(|(text, count)| line(name(text), **count));
        LabelPart { name: spoken(&label.name), lines: lines.collect() }
    });
    let label_lines = rules.labels.iter().map(|label| LabelLines {
        name: spoken(&label.name),
        lines: match &label.body {
            LabelBody::Joined(parts) => {
                let names = parts.iter().map(|id| Text::verbatim(spoken(&rules.label(*id).name)));
                let joined = names.reduce(|one, other| say!("{one} and then {other}", one, other));
                vec![[joined.as_ref().map_or_else(String::new, say), String::new()]]
            }
            LabelBody::Lines { lines, otherwise } => {
                let otherwise = otherwise.iter().map(|text| [text.clone(), say(&say!("otherwise"))]);
                let lines = lines.iter().map(|(cond, text)| [text.clone(), say(&sentences.condition(cond))]);
                lines.chain(otherwise).collect()
            }
        },
    });
    let mut first = called.results.iter().flat_map(|results| top(rules, results, &names, locale));
    let open: Vec<TopPart> = first.by_ref().take(OPEN).collect();
    let top = [open, first.collect()];
    let definition = |body: &DefinitionBody| match body {
        DefinitionBody::Cond(cond) => say(&sentences.condition(cond)),
        DefinitionBody::Quantity(quantity) => say(&sentences.quantity(quantity)),
    };
    let fields = fields(gathered, words);
    Page {
        title: words.title.to_owned(),
        language: locale.code(),
        words: labels(locale),
        said: said(gathered, words).iter().chain(&said_of_accounts).map(say).collect(),
        intro: say(&say!(
            "{leads} leads of {source}, as of {instant}",
            leads = counts.leads,
            source = words.source,
            instant = words.as_of
        )),
        agreed: words.agreed.lines().map(str::to_owned).collect(),
        stages,
        reasons: reasons.map(|(exclusion, count)| line(Text::verbatim(exclusion.reason.as_str()), *count)).collect(),
        labels: labels_of_leads.collect(),
        scores: scores(gathered, locale),
        map: gathered.pair.and_then(|pair| map_part(gathered, pair, locale)),
        rules: rules
            .scores
            .iter()
            .map(|score| {
                rules_part(gathered, sentences, score, words.backtest.map(|(_, _, backtest)| backtest), locale)
            })
            .collect(),
        steps: (rules.stages.steps.iter().rev()).map(|step| [step.name.clone(), say(&asks(sentences, step))]).collect(),
        exclusions: rules
            .exclusions
            .iter()
            .map(|line| [line.reason.clone(), say(&sentences.when(&line.condition))])
            .collect(),
        definitions: rules
            .definitions
            .iter()
            .filter(|definition| definition.name != crate::outcome::NAME)
            .map(|one| [spoken(&one.name), definition(&one.body)])
            .collect(),
        label_lines: label_lines.collect(),
        fields_fit: say(&say!("{fields} fields whose values all fit", fields = fields[1].len())),
        fields,
        top_next: say(&the_next(top[1].len())),
        top,
        top_said: say(&top_said(gathered)),
        kept: gathered.settings.keep.clone(),
        score_names: rules.scores.iter().map(|score| spoken(&score.name)).collect(),
        label_names: rules.labels.iter().map(|label| spoken(&label.name)).collect(),
        answers: of_accounts.into_iter().chain(answers(gathered, words)).collect(),
        backtest: words.backtest.map(|(outcome, seen, backtest)| backtest_part(outcome, seen, backtest, locale)),
        moves: words.previous.map(|(previous, moves)| moves_part(previous, moves, locale)),
    }
}

/// What a stage asks for, and how long leads are kept there.
fn asks(sentences: Sentences<'_>, step: &Stage) -> Text {
    let when = sentences.when(step.own());
    match (step.kept(), step.kept_while()) {
        (Some(_), Some(condition)) => {
            say!("{when}; kept there while {condition}", when, condition = sentences.condition(condition))
        }
        (Some(_), None) => say!("{when}; kept there for good", when),
        (None, _) => when,
    }
}

/// In which order the first leads stand, and which are left out.
fn top_said(gathered: &Gatherer<'_>) -> Text {
    let order = gathered.calls.order().first().map(|&at| spoken(&gathered.rules.scores[at].name));
    let order = match order {
        Some(score) => say!("The highest stage first, within a stage by {score}.", score),
        None => say!("The highest stage first."),
    };
    if gathered.decided == 0 {
        return order;
    }
    order.and_then(say!(
        "Leads of which it is known what became of them ({leads}) are left out where others are open; otherwise those that did not \
         convert are shown.",
        leads = gathered.decided
    ))
}

fn scores(gathered: &Gatherer<'_>, locale: Locale) -> Vec<ScorePart> {
    let leads = gathered.counts.leads;
    let say = |text: &Text| text.in_locale(locale);
    let parts = gathered.rules.scores.iter().zip(&gathered.counts.scores).zip(&gathered.spreads);
    parts
        .map(|((score, spread), counts)| {
            let known = i128::from(spread.known.max(1));
            let mean = Points(i64::try_from(divide_rounded(spread.sum, known)).unwrap_or(0));
            let [least, most] = [spread.least, spread.most].map(|end| Points(end.unwrap_or(0)));
            let name = spoken(&score.name);
            let title = say!(
                "Bar chart: how many leads have how many points of {score}; from {least} to {most}, on average {mean}.",
                score = &name,
                least,
                most,
                mean
            );
            let caption = match leads - spread.known {
                0 => say!("From {least} to {most}, on average {mean}.", least, most, mean),
                unknown => say!(
                    "From {least} to {most}, on average {mean}; unknown of {leads} leads.",
                    least,
                    most,
                    mean,
                    leads = unknown
                ),
            };
            let bars = bars(counts, (least.0, most.0), locale);
            ScorePart {
                owner: score.owner.as_ref().map(|owner| say(&say!("kept by {owner}", owner))),
                range: range(score).as_ref().map(say),
                caption: say(&caption),
                chart: chart::counts(&say(&title), &say(&say!("points")), &bars, locale),
                name,
            }
        })
        .collect()
}

/// The points of a score, divided into at most [`BARS`] stretches of a round length.
fn bars(counts: &BTreeMap<i64, u64>, (least, most): (i64, i64), locale: Locale) -> Vec<Bar> {
    let width = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000]
        .into_iter()
        .map(|points| points * 100)
        .find(|width| (most - least) / width < BARS)
        .unwrap_or(i64::MAX / 2);
    let first = least.div_euclid(width);
    let last = most.div_euclid(width);
    let name = |at: i64| Text::figure(Points(at.saturating_mul(width))).in_locale(locale);
    let mut bars: Vec<Bar> = (first..=last).map(|at| Bar { name: name(at), count: 0 }).collect();
    for (value, count) in counts {
        let at = usize::try_from(value.div_euclid(width) - first).unwrap_or(0);
        bars[at].count += count;
    }
    bars
}

fn map_part(gathered: &Gatherer<'_>, pair: [ScoreId; 2], locale: Locale) -> Option<MapPart> {
    let mut heat = map::map(gathered.rules, pair, &gathered.both)?;
    let [across, up] = [spoken(&heat.across), spoken(&heat.up)];
    let title = say!(
        "Heat map: how many leads have how many points of {across} (across) and of {up} (upwards), with lines where stages begin.",
        across = &across,
        up = &up
    );
    heat.title = title.in_locale(locale);
    let title = say!("{one} and {other}", one = &across, other = &up).in_locale(locale);
    (heat.across, heat.up) = (across, up);
    Some(MapPart { chart: chart::heat(&heat, locale), title })
}

/// The fields of which there is something to say, and the others.
fn fields(gathered: &Gatherer<'_>, words: &Words<'_>) -> [Vec<FieldPart>; 2] {
    let rows = words.data.rows;
    let say = |text: Text| text.in_locale(words.locale);
    let parts = gathered.rules.fields.iter().zip(&words.data.fields).filter(|(_, report)| report.read);
    let (odd, plain) = parts
        .map(|(field, report)| {
            let invalid = report.invalid.count;
            let examples = report.invalid.examples.iter().take(3);
            let examples =
                examples.map(|(place, misfit)| say!("“{text}” ({place})", text = &misfit.text, place = place.said()));
            let missing = words.data.missing_columns.iter().find(|missing| missing.name == field.name);
            let remark = match missing.map(|missing| &missing.near) {
                Some(Some(near)) => say!("the data has no such column; is it “{near}”?", near),
                Some(None) => say!("the data has no such column"),
                None => Text::row(examples.collect(), ", "),
            };
            FieldPart {
                name: spoken(&field.name),
                column: report.column.clone().unwrap_or_default(),
                kind: field.ty.word().to_owned(),
                known: say(Text::share(report.known, rows)),
                length: length(report.known, rows),
                invalid: if invalid > 0 { say(Text::figure(invalid)) } else { String::new() },
                remark: say(remark),
            }
        })
        .partition(|part| !part.invalid.is_empty() || !part.remark.is_empty());
    [odd, plain]
}

/// At most this many reasons are shown for a lead.
const REASONS: usize = 4;

/// How many of the first leads stand open; the others are folded away.
const OPEN: usize = 10;

fn top(rules: &Rules, results: &Results, names: &[String], locale: Locale) -> Vec<TopPart> {
    let figure = |value: words::Value| Text::figure(value).in_locale(locale);
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
            if score.points.is_valid(row) { figure(Points(score.points.value(row)).into()) } else { String::new() }
        };
        TopPart {
            key: text(&results.keys, row).unwrap_or_default(),
            kept: results.kept.iter().map(|kept| text(kept, row).unwrap_or_default()).collect(),
            scores: results.scores.iter().map(score).collect(),
            labels: results.labels.iter().map(label).collect(),
            stage: rules.stages.name(StageId::of_number(results.stages[row])).to_owned(),
            more: (reasons.len() > REASONS)
                .then(|| say!("and {count} more", count = reasons.len() - REASONS).in_locale(locale)),
            reasons: reasons
                .into_iter()
                .take(REASONS)
                .map(|(given, name)| [name.clone(), figure(words::Value::Signed(Points(given)))])
                .collect(),
        }
    };
    (0..results.rows).map(part).collect()
}
