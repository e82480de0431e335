//! Readable edits, not a black box. In: rules, leads and what became of them; out: whole-number points for the rules of a
//! score and new rules for fields that none looks at, as text of the language, with what they do to leads that nothing was
//! learnt from. A person decides; nothing here changes a file.

mod edit;
mod factor;
mod fit;
mod fuse;
mod lines;
mod points;
mod split;
mod text;

use leadrules_language::ir::StageId;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::backtest::Backtest;
use crate::outcome::Outcome;
use crate::sample::Part;
use leadrules_engine::columns::Leads;
use leadrules_language::decimal::Amount;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{FieldId, Rule, Rules, Score, ScoreBody};
use leadrules_language::load::Loaded;
use leadrules_language::types::Truth;

pub use edit::Edited;
pub use split::is_held_out;
pub use text::render;

use edit::Fate;
use factor::{Factor, Factors, Level, Of};

/// Of each kind, so many leads are needed to learn from.
const FEWEST: usize = 50;

/// How suggestions are made.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The score whose rules are looked at; the first that has rules, without it.
    pub score: Option<String>,
    /// Fields that are not to be used; rules that look at them are dropped.
    pub ignored: Vec<String>,
    /// How many rules the score may have.
    pub rules: usize,
    /// The share of the leads that nothing is learnt from, 0 to 1.
    pub holdout: f64,
    /// Which leads these are.
    pub seed: u64,
    /// Whether points of the rules there are keep their sign.
    pub keep_signs: bool,
    /// Titles of rules whose points keep their sign.
    pub signs_of: Vec<String>,
}

/// Why nothing can be suggested.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// No such score.
    #[error("there is no score `{0}` that is made of rules")]
    NoScore(String),
    /// No such field.
    #[error("there is no field `{0}` to ignore")]
    NoField(String),
    /// No such rule.
    #[error("there is no rule `{0}` in the score whose sign could be kept")]
    NoRule(String),
    /// Too few leads.
    #[error(
        "too few leads to learn from: {converted} that converted and {others} that did not, where {FEWEST} of each are \
         the least that says anything"
    )]
    TooFew {
        /// That converted.
        converted: usize,
        /// That did not.
        others: usize,
    },
    /// Nothing tells them apart.
    #[error(
        "nothing in the data tells leads that converted from the others for certain, so there is nothing to suggest"
    )]
    Nothing,
}

/// What is suggested.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion {
    /// The score.
    pub score: String,
    /// The seed of the split.
    pub seed: u64,
    /// How many leads were learnt from.
    pub learnt_from: usize,
    /// How many were held out.
    pub held_out: usize,
    /// What becomes of the rules that are there.
    pub changes: Vec<Change>,
    /// New rules and tables, as lines of the language.
    pub lines: Vec<String>,
    /// How many rules the new lines hold.
    pub new_rules: usize,
    /// The range of the score, where it has to change.
    pub range: Option<String>,
    /// Fields that were not looked at, and why.
    pub left_aside: Vec<(String, String)>,
    /// The file as it would be.
    #[serde(skip)]
    pub edited: Edited,
}

/// What becomes of a rule.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// Its title.
    pub title: String,
    /// What it gives.
    pub from: Amount,
    /// What it would give; none if it goes altogether.
    pub to: Option<Amount>,
}

/// Leads to learn from, gathered batch by batch.
#[derive(Debug)]
pub struct Learner<'a> {
    rules: &'a Rules,
    settings: Settings,
    score: &'a Score,
    batches: Vec<Leads>,
    learns: Vec<Vec<bool>>,
    converted: Vec<bool>,
    /// By lead to learn from, by rule of the score: how often it gave its points.
    fired: Vec<Vec<f32>>,
    held_out: usize,
}

impl<'a> Learner<'a> {
    /// Nothing learnt yet.
    ///
    /// # Errors
    /// When a score, field or rule that the settings name is not there.
    pub fn new(rules: &'a Rules, settings: Settings) -> Result<Self, Refused> {
        let has_rules = |score: &&Score| matches!(score.body, ScoreBody::Rules(_));
        let score = match &settings.score {
            Some(name) => rules.scores.iter().filter(has_rules).find(|score| score.name == *name),
            None => rules.scores.iter().find(has_rules),
        };
        let score = score.ok_or_else(|| Refused::NoScore(settings.score.clone().unwrap_or_default()))?;
        if let Some(name) = settings.ignored.iter().find(|name| rules.fields.iter().all(|field| field.name != **name)) {
            return Err(Refused::NoField(name.clone()));
        }
        let titles: Vec<&str> = rules_of(score).iter().map(|rule| rule.title.as_str()).collect();
        if let Some(title) = settings.signs_of.iter().find(|title| !titles.contains(&title.as_str())) {
            return Err(Refused::NoRule(title.clone()));
        }
        let (batches, learns, converted, fired) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Ok(Self { rules, settings, score, batches, learns, converted, fired, held_out: 0 })
    }

    /// Takes in a batch.
    pub fn add(&mut self, part: &Part) {
        let results = &part.trace.results;
        let rules = rules_of(self.score);
        let mut learns = vec![false; results.rows];
        for (row, learns) in learns.iter_mut().enumerate() {
            let converted = match part.outcome[row] {
                Truth::True => true,
                Truth::False => false,
                Truth::Unknown => continue,
            };
            if results.stages[row] == StageId::EXCLUDED_NUMBER {
                continue;
            }
            if self.is_held_out(&part.leads, row) {
                self.held_out += 1;
                continue;
            }
            *learns = true;
            self.converted.push(converted);
            self.fired.push(rules.iter().map(|rule| times(rule, part, row)).collect());
        }
        self.batches.push(part.leads.clone());
        self.learns.push(learns);
    }

    /// Whether a lead is held out.
    #[must_use]
    pub fn is_held_out(&self, leads: &Leads, row: usize) -> bool {
        use arrow_array::Array;
        let key = if leads.keys.is_valid(row) { leads.keys.value(row) } else { "" };
        is_held_out(key, self.settings.seed, self.settings.holdout)
    }

    /// What is suggested.
    ///
    /// # Errors
    /// When there are too few leads, or nothing tells them apart.
    pub fn finish(self, loaded: &Loaded, outcome: &Outcome) -> Result<Suggestion, Refused> {
        let converted = self.converted.iter().filter(|converted| **converted).count();
        let others = self.converted.len() - converted;
        if converted < FEWEST || others < FEWEST {
            return Err(Refused::TooFew { converted, others });
        }
        let (rules, score, settings) = (self.rules, self.score, &self.settings);
        let own = rules_of(score);
        let ignored: BTreeSet<FieldId> = (0..)
            .map(FieldId)
            .zip(&rules.fields)
            .filter(|(_, field)| settings.ignored.contains(&field.name))
            .map(|(id, _)| id)
            .collect();
        let barred: Vec<bool> =
            own.iter().map(|rule| !rules.dependencies_of_rule(rule).fields.is_disjoint(&ignored)).collect();
        let mut factors = Factors::default();
        for (at, _) in own.iter().enumerate().filter(|(at, _)| !barred[*at]) {
            factors.list.push(Factor { of: Of::Rule(at), levels: vec![Level::Unknown, Level::Rule], ordered: false });
        }
        let left_aside = self.add_fields(&mut factors, &ignored, outcome);
        self.add_values(&mut factors);
        let signs: Vec<Option<bool>> = factors.list.iter().map(|factor| self.sign(factor, &own)).collect();
        let limits = fuse::Limits { lines: settings.rules, signs: &signs };
        let grouped = fuse::fuse(&factors, &self.converted, &limits);
        let times = most_times(&factors);
        let high = score.range.high.map(|high| hundredths(high) / 100.0);
        let scaled = points::scale(&factors.list, &grouped, &times, high);
        let mut lines = Vec::new();
        let mut fates: Vec<(&Rule, Fate)> =
            own.iter().zip(&barred).filter(|(_, barred)| **barred).map(|(rule, _)| (*rule, Fate::Dropped)).collect();
        for ((factor, grouped), points) in factors.list.iter().zip(&grouped).zip(&scaled.points) {
            match factor.of {
                Of::Rule(at) => {
                    let is_alike = grouped.groups.len() == 1 && grouped.groups[0] == [1];
                    let given = grouped.groups.iter().zip(points).find(|(group, _)| group.contains(&1));
                    match given.filter(|_| !is_alike) {
                        // It counts for none of the leads, or for all of them alike: what it is worth can't be told.
                        None => {}
                        Some((_, 0)) => fates.push((own[at], Fate::Dropped)),
                        Some((_, points)) => fates.push((own[at], Fate::Points(*points))),
                    }
                }
                Of::Field(_) | Of::Entry(..) => lines.extend(lines::lines(rules, factor, grouped, points)),
            }
        }
        fates.retain(|(rule, fate)| *fate != Fate::Points(0) && !is_same(rule, fate));
        if lines.is_empty() && fates.is_empty() {
            return Err(Refused::Nothing);
        }
        let range = self.range(&scaled);
        let learnt = leadrules_language::text::grouped(self.converted.len() as u64);
        let remark =
            format!("# Proposed by `leadrules suggest` from what became of {learnt} leads (seed {}).", settings.seed);
        let edited =
            edit::edit(loaded, score, range.clone(), &fates, &lines, &remark).expect("the score stands in a file");
        fates.sort_by_key(|(rule, _)| rule.id);
        let change = |(rule, fate): &(&Rule, Fate)| Change {
            title: rule.title.clone(),
            from: Amount(rule.gain.points()),
            to: match fate {
                Fate::Points(points) => Some(Amount(Points(points * 100))),
                // A row of a table stays, for the leads that it takes.
                Fate::Dropped => (!stands_alone(score, rule)).then_some(Amount(Points::ZERO)),
            },
        };
        Ok(Suggestion {
            score: score.name.clone(),
            seed: settings.seed,
            learnt_from: self.converted.len(),
            held_out: self.held_out,
            changes: fates.iter().map(change).collect(),
            new_rules: lines::count(&lines),
            lines,
            range,
            left_aside,
            edited,
        })
    }

    /// Adds factors for the fields whose value nothing looks at; gives those that are left aside, and why.
    fn add_fields(
        &self,
        factors: &mut Factors,
        ignored: &BTreeSet<FieldId>,
        outcome: &Outcome,
    ) -> Vec<(String, String)> {
        let rules = self.rules;
        let mut used: BTreeSet<FieldId> = BTreeSet::new();
        for (_, rule) in rules.rules() {
            let looks = rules.dependencies_of_rule(rule);
            // A rule on a field to be ignored goes, and what else it looks at is free.
            if looks.fields.is_disjoint(ignored) {
                used.extend(looks.values);
            }
        }
        for score in &rules.scores {
            if let ScoreBody::Computed(quantity) = &score.body {
                used.extend(rules.dependencies_of_quantity(quantity).values);
            }
        }
        for line in &rules.exclusions {
            used.extend(rules.dependencies_of_condition(&line.condition).values);
        }
        let batches: Vec<&Leads> = self.batches.iter().collect();
        let mut left_aside = Vec::new();
        for (id, field) in (0..).map(FieldId).zip(&rules.fields) {
            let is_hidden = rules.key == Some(id) || field.outcome || outcome.fields.contains(&id);
            if is_hidden || used.contains(&id) || ignored.contains(&id) {
                continue;
            }
            match factor::is_usable(field) {
                Ok(()) => factors.list.extend(factor::of_field(id, field, &batches, &self.learns)),
                Err(why) => left_aside.push((field.name.clone(), why.to_owned())),
            }
        }
        left_aside
    }

    /// Fills in what each lead to learn from has of each factor.
    #[expect(clippy::cast_precision_loss, reason = "levels are few")]
    fn add_values(&self, factors: &mut Factors) {
        let mut fired = self.fired.iter();
        let mut values = Vec::with_capacity(self.fired.len());
        for (batch, learns) in self.batches.iter().zip(&self.learns) {
            for row in (0..batch.rows).filter(|row| learns[*row]) {
                let fired = fired.next().expect("a line for each lead to learn from");
                let value = |factor: &Factor| match factor.of {
                    Of::Rule(at) => fired[at],
                    Of::Field(_) | Of::Entry(..) => Factors::level(factor, batch, row) as f32,
                };
                values.push(factors.list.iter().map(value).collect());
            }
        }
        factors.values = values;
    }

    /// The sign that a rule's points are to keep.
    fn sign(&self, factor: &Factor, own: &[&Rule]) -> Option<bool> {
        let Of::Rule(at) = factor.of else { return None };
        let rule = own[at];
        let keeps = self.settings.keep_signs || self.settings.signs_of.contains(&rule.title);
        (keeps && rule.gain.points() != Points::ZERO).then(|| rule.gain.points() > Points::ZERO)
    }

    /// The range that the score needs so that nothing is cut off, where it has another.
    fn range(&self, scaled: &points::Scaled) -> Option<String> {
        let range = self.score.range;
        let least = scaled.least * 100;
        let cut = range.low.is_some_and(|low| low.0 > least);
        cut.then(|| {
            let high = range.high.map_or(String::new(), |high| high.to_string());
            let dots = if range.half_open { "..<" } else { ".." };
            format!("{}{dots}{high}", scaled.least)
        })
    }
}

/// How well a score ranks the held-out leads by the rules there are and by those suggested (AUC); none where either can't be
/// told.
#[must_use]
pub fn areas(score: &str, before: &Backtest, after: &Backtest) -> Option<(f64, f64)> {
    let of =
        |backtest: &Backtest| backtest.scores.iter().find(|judged| judged.name == score).and_then(|judged| judged.area);
    of(before).zip(of(after)).map(|(before, after)| (before.auc, after.auc))
}

/// The rules of a score, in the order of their ids.
fn rules_of(score: &Score) -> Vec<&Rule> {
    let mut rules: Vec<&Rule> = score.parts().iter().flat_map(leadrules_language::ir::Part::rules).collect();
    rules.sort_by_key(|rule| rule.id);
    rules
}

/// Whether a rule can go without harm to others.
fn stands_alone(score: &Score, rule: &Rule) -> bool {
    score.parts().iter().any(|part| matches!(part, leadrules_language::ir::Part::Rule(other) if other.id == rule.id))
}

/// How often a rule gave its points to a lead, decay and cap reckoned in; of a rule of no points, whether it fired.
#[expect(clippy::cast_possible_truncation, reason = "points of a rule, divided by what it gives once")]
fn times(rule: &Rule, part: &Part, row: usize) -> f32 {
    let id = rule.id.0 as usize;
    let declared = rule.gain.points();
    if declared == Points::ZERO {
        let fired = part.trace.rules[id].truth.get(row).is_some_and(|&truth| truth == Truth::True as u8);
        return f32::from(u8::from(fired));
    }
    let given = part.trace.results.rules.as_ref().map_or(0, |rules| rules[id][row]);
    (hundredths(Points(given)) / hundredths(declared)) as f32
}

#[expect(clippy::cast_precision_loss, reason = "points stay far under 2^52")]
fn hundredths(points: Points) -> f64 {
    points.0 as f64
}

/// By factor: how often it counts at most.
fn most_times(factors: &Factors) -> Vec<f64> {
    let mut most = vec![1.0; factors.list.len()];
    for values in &factors.values {
        for ((most, factor), &value) in most.iter_mut().zip(&factors.list).zip(values) {
            if matches!(factor.of, Of::Rule(_)) {
                *most = f64::max(*most, value.into());
            }
        }
    }
    most
}

fn is_same(rule: &Rule, fate: &Fate) -> bool {
    *fate == Fate::Points(rule.gain.points().0 / 100) && rule.gain.points().0 % 100 == 0
}
