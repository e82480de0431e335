//! What a draft declares, with the places of names and numbers: for notes beside the text, and for sliders that edit it.
//! In: rules and places; out: the outline.

use leadrules_decide::bars::bars;
use leadrules_language::decimal::{Amount, Decimal, Points};
use leadrules_language::ir::{Rules, ScoreBody};
use leadrules_language::source::Span;
use serde::Serialize;

use crate::place::{Place, Places};

/// What a draft declares.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outline {
    fields: Vec<Field>,
    events: Vec<Named>,
    scores: Vec<Score>,
    /// By rule id.
    rules: Vec<Rule>,
    /// The highest first.
    stages: Vec<Named>,
    /// Whether accounts are spoken of too.
    has_accounts: bool,
    bars: Vec<Bar>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Named {
    name: String,
    #[serde(flatten)]
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Field {
    name: String,
    #[serde(rename = "type")]
    ty: &'static str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Score {
    name: String,
    /// The points it stays within.
    least: Option<Amount>,
    most: Option<Amount>,
    #[serde(flatten)]
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Rule {
    score: String,
    title: String,
    owner: Option<String>,
    #[serde(flatten)]
    place: Place,
    points: Option<Written>,
}

/// A number as it stands in the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Written {
    #[serde(flatten)]
    place: Place,
    value: Amount,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Bar {
    stage: String,
    score: String,
    at: Amount,
    /// Whether its number isn't found in the text; the place is that of the condition then.
    is_fixed: bool,
    #[serde(flatten)]
    place: Place,
}

impl Outline {
    /// The outline of these rules.
    #[must_use]
    pub fn new(rules: &Rules, places: &Places) -> Self {
        let named = |name: &str, span: Span| Some(Named { name: name.to_owned(), place: places.of(span)? });
        let field = |field: &leadrules_language::ir::Field| {
            Some(Field { name: field.name.clone(), ty: field.ty.word(), place: places.of(field.span)? })
        };
        let score = |score: &leadrules_language::ir::Score| {
            let range = score.range;
            Some(Score {
                name: score.name.clone(),
                least: range.low.map(Amount),
                most: range.high.map(Amount),
                place: places.of(score.span)?,
            })
        };
        let rule = |(score, rule): &(&leadrules_language::ir::Score, &leadrules_language::ir::Rule)| {
            let points = rule.gain.points();
            Some(Rule {
                score: score.name.clone(),
                title: rule.title.clone(),
                owner: rule.owner.clone(),
                place: places.of(rule.span)?,
                points: points_of(rules, rule.span, rule.left)
                    .and_then(|span| Some(Written { place: places.of(span)?, value: Amount(points) })),
            })
        };
        let bar = |bar: leadrules_decide::bars::Bar| {
            let at = Points(bar.least);
            let number = number_of(rules, bar.span, at).and_then(|span| places.of(span));
            Some(Bar {
                stage: rules.stages.steps[bar.step].name.clone(),
                score: rules.score(bar.score).name.clone(),
                at: Amount(at),
                is_fixed: number.is_none(),
                place: number.or_else(|| places.of(bar.span))?,
            })
        };
        Self {
            fields: rules.declared().map(|(_, declared)| declared).filter_map(field).collect(),
            events: rules
                .log
                .iter()
                .flat_map(|log| &log.kinds)
                .filter_map(|kind| named(&kind.name, kind.span))
                .collect(),
            scores: rules.scores.iter().filter_map(score).collect(),
            rules: rules.rules().iter().filter_map(rule).collect(),
            stages: rules.stages.steps.iter().rev().filter_map(|step| named(&step.name, step.span)).collect(),
            has_accounts: rules.accounts.is_some(),
            bars: bars(rules).into_iter().filter_map(bar).collect(),
        }
    }
}

/// The names of the two scores that say the most of leads together: those that the stages ask for, or else the first.
#[must_use]
pub fn main_scores(rules: &Rules) -> Option<(usize, usize)> {
    let mut scores: Vec<usize> = Vec::new();
    let asked = bars(rules).into_iter().map(|bar| usize::from(bar.score.0));
    let made = |&at: &usize| matches!(rules.scores[at].body, ScoreBody::Rules(_));
    let all = 0..rules.scores.len();
    for at in asked.filter(made).chain(all.clone().filter(made)).chain(all) {
        if !scores.contains(&at) {
            scores.push(at);
        }
    }
    let [first, second, ..] = scores[..] else { return None };
    Some((first.min(second), first.max(second)))
}

/// Where a rule's points stand: after its `=>`.
fn points_of(rules: &Rules, whole: Span, left: Span) -> Option<Span> {
    let text = rules.text(whole);
    let after = left.end.checked_sub(whole.start)? as usize;
    let rest = text.get(after..)?;
    let arrow = after + rest.find("=>")? + 2;
    let start = arrow + text[arrow..].find(|c: char| !c.is_whitespace())?;
    let length =
        text[start..].find(|c: char| !(c.is_ascii_alphanumeric() || "+-._".contains(c))).unwrap_or(text.len() - start);
    (length > 0).then(|| within(whole, start, start + length))
}

/// Where the number of a bar stands.
fn number_of(rules: &Rules, whole: Span, least: Points) -> Option<Span> {
    let text = rules.text(whole);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let is_start = bytes[at].is_ascii_digit() && !at.checked_sub(1).is_some_and(|before| is_word(bytes[before]));
        if !is_start {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < bytes.len()
            && (is_word(bytes[end]) || (bytes[end] == b'.' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)))
        {
            end += 1;
        }
        end += usize::from(bytes.get(end) == Some(&b'%'));
        let start = at - usize::from(text[..at].ends_with('-'));
        // `> 20` is met from 20.01 on.
        let is_near = |number: Decimal| (number.0 - least.to_decimal().0).abs() <= Points(1).to_decimal().0;
        if Decimal::literal(&text[start..end]).is_ok_and(|(number, _)| is_near(number)) {
            return Some(within(whole, start, end));
        }
        at = end;
    }
    None
}

/// Whether a byte belongs to a name, those of letters outside ASCII included.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

fn within(whole: Span, from: usize, to: usize) -> Span {
    Span::new(whole.file, whole.start as usize + from, whole.start as usize + to)
}
