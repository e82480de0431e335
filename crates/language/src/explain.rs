//! Why a lead has its scores and its stage. In: a rule set, one lead and what it did; out: every rule with its points, what
//! caps took away, and each condition piece by piece. The sums add up exactly: everything is taken from the evaluation
//! itself.

mod answer;
mod company;
mod pieces;
mod text;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::calendar::{Instant, format_instant};
use crate::decimal::{Amount, Points};
use crate::ir::{self, Group, LabelBody, Part, RowKind, Rule, Rules, Score, ScoreBody, Subject, Table};
use crate::reference::{self, Evaluation, Event, Lead};
use crate::source::{Span, one_line};
use crate::types::Truth;

pub use answer::Answer;
pub use company::{AccountExplanation, Member, OverLeads, Taken, explain_account, render_account};
pub(crate) use pieces::Pieces;
pub use pieces::{Fact, Piece};
pub use text::{facts, mark, noted, page, render};

/// Everything about one lead.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// Its key; `None` if the data has none for it.
    pub key: Option<String>,
    /// The instant from which it is seen, as ISO 8601 in UTC.
    pub as_of: String,
    /// Its stage.
    pub stage: String,
    /// The stage of such a lead that was not there before, if that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage_if_new: Option<String>,
    /// Why it is excluded, if it is.
    pub excluded: Option<String>,
    /// What the rules look at, and its value where that is known.
    pub fields: Vec<Fact>,
    /// In the order they are written.
    pub scores: Vec<ScoreExplained>,
    /// The conditions of `exclude`, in the order they are written.
    pub exclusions: Vec<StageExplained>,
    /// From the highest to the lowest.
    pub stages: Vec<StageExplained>,
    /// In the order they are written.
    pub labels: Vec<LabelExplained>,
    /// What the rules promise of every lead and this one breaks.
    pub broken: Vec<Breach>,
}

/// A score of the lead.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreExplained {
    /// Its name.
    pub name: String,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Its points; `None` if it is computed and unknown.
    pub points: Option<Amount>,
    /// The sum of its parts, before its range; `None` for a computed score.
    pub sum: Option<Amount>,
    /// What its range changed: `points - sum`.
    pub range_changed: Amount,
    /// The range, as written.
    pub range: Option<String>,
    /// How many of its rules are unknown for this lead.
    pub unknown_rules: u32,
    /// The formula of a computed score, and what it is made of.
    pub formula: Option<Piece>,
    /// Its rules, tables and groups.
    pub parts: Vec<PartExplained>,
}

/// A part of a score.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PartExplained {
    /// A rule.
    Rule(RuleExplained),
    /// A table, of which at most one row counts.
    Table {
        /// Its subject.
        subject: String,
        /// What the row that counts gives.
        points: Amount,
        /// All rows.
        rows: Vec<RuleExplained>,
    },
    /// A group.
    Group {
        /// Its title.
        title: String,
        /// Whether only the part that gives the most counts.
        best: bool,
        /// The sum of its parts.
        sum: Amount,
        /// What its caps changed: `points - sum`.
        cap_changed: Amount,
        /// What it gives.
        points: Amount,
        /// Its rules and tables.
        parts: Vec<PartExplained>,
    },
}

impl PartExplained {
    /// What the part gives.
    #[must_use]
    pub fn points(&self) -> Points {
        match self {
            Self::Rule(rule) => rule.points.0,
            Self::Table { points, .. } | Self::Group { points, .. } => points.0,
        }
    }
}

/// A rule, or a row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct RuleExplained {
    /// Its title.
    pub title: String,
    /// Its outcome, as written.
    pub outcome_text: String,
    /// Whether it holds.
    pub outcome: Answer,
    /// Whether today lies outside its dates.
    pub out_of_date: bool,
    /// Its points before its cap.
    pub raw: Amount,
    /// What its cap changed.
    pub cap_changed: Amount,
    /// What it gives: 0 if another row of its table or another part of its `best` group counts in its place.
    pub points: Amount,
    /// Whether it would give points but another in its `best` group outdid them.
    pub outdone: bool,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Why it is there.
    pub because: Option<String>,
    /// Its condition, piece by piece.
    pub condition: Piece,
    /// Its file and line.
    pub place: String,
}

/// A stage, or a line of `exclude`.
#[derive(Clone, Debug, Serialize)]
pub struct StageExplained {
    /// Its name, or the reason.
    pub name: String,
    /// Whether its condition holds.
    pub outcome: Answer,
    /// Its condition, piece by piece.
    pub condition: Piece,
    /// What keeps leads there, if anything does: the lead is there if this or its condition holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<Piece>,
}

/// A label of the lead.
#[derive(Clone, Debug, Serialize)]
pub struct LabelExplained {
    /// Its name.
    pub name: String,
    /// Its text, if it is known.
    pub value: Option<String>,
    /// The line that gave it; `None` for `otherwise`, an unknown label, or one that joins others.
    pub line: Option<Piece>,
}

/// A line of a promise that a lead breaks.
#[derive(Clone, Debug, Serialize)]
pub struct Breach {
    /// The title of the promise.
    pub promise: String,
    /// The line, as written: `never …`.
    pub line: String,
    /// Its file and line.
    pub place: String,
    /// Each piece of its condition, with its outcome.
    pub condition: Piece,
}

/// Explains a lead, seen from an instant. `key` is what the explanation calls the lead; without `events` there is no
/// log.
#[must_use]
pub fn explain(
    rules: &Rules,
    as_of: Instant,
    key: Option<String>,
    lead: &Lead,
    events: Option<&[Event]>,
) -> Explanation {
    explain_evaluated(key, &Evaluation::new(rules, as_of, lead, events))
}

/// Explains a lead that has been evaluated.
pub(crate) fn explain_evaluated(key: Option<String>, evaluation: &Evaluation<'_>) -> Explanation {
    let outcome = evaluation.outcome();
    Context { rules: evaluation.rules(), outcome, evaluation, pieces: Pieces { evaluation } }.explanation(key)
}

struct Context<'a> {
    rules: &'a Rules,
    outcome: &'a reference::LeadOutcome,
    evaluation: &'a Evaluation<'a>,
    pieces: Pieces<'a>,
}

impl Context<'_> {
    fn explanation(&self, key: Option<String>) -> Explanation {
        let Self { rules, outcome, evaluation, .. } = self;
        let mut groups = outcome.groups.iter();
        Explanation {
            key,
            as_of: format_instant(evaluation.as_of()),
            stage: rules.stages.name(outcome.stage).to_owned(),
            stage_if_new: rules.before.and_then(|_| self.stage_if_new()),
            excluded: outcome.exclusion.map(|line| rules.exclusions[line].reason.clone()),
            fields: self.fields(),
            scores: rules
                .scores
                .iter()
                .zip(&outcome.scores)
                .map(|(score, outcome)| self.score(score, outcome, &mut groups))
                .collect(),
            exclusions: rules.exclusions.iter().map(|line| self.stage(&line.reason, &line.condition)).collect(),
            stages: rules.stages.steps.iter().rev().map(|step| self.step(step)).collect(),
            labels: rules.labels.iter().zip(&outcome.labels).map(|(label, value)| self.label(label, value)).collect(),
            broken: self.broken(),
        }
    }

    /// The fields that rules in force today look at.
    fn fields(&self) -> Vec<Fact> {
        let mut fields = BTreeSet::new();
        let rules = self.rules;
        let in_force = rules.rules().into_iter().filter(|(_, rule)| self.outcome.rules[rule.id.0 as usize].in_force);
        for (_, rule) in in_force {
            fields.extend(rules.dependencies_of_rule(rule).fields);
        }
        for score in &rules.scores {
            if let ScoreBody::Computed(quantity) = &score.body {
                fields.extend(rules.dependencies_of_quantity(quantity).fields);
            }
        }
        for label in &rules.labels {
            fields.extend(rules.dependencies_of_label(&label.body).fields);
        }
        let lines = rules.promises.iter().flat_map(|promise| &promise.lines);
        let conditions = rules
            .exclusions
            .iter()
            .map(|line| &line.condition)
            .chain(rules.stages.steps.iter().map(|step| &step.condition))
            .chain(lines.map(|line| &line.condition));
        for condition in conditions {
            fields.extend(rules.dependencies_of_condition(condition).fields);
        }
        fields.into_iter().map(|id| self.pieces.fact(Subject::Field(id))).collect()
    }

    fn broken(&self) -> Vec<Breach> {
        let kept = self.outcome.promises.iter().flatten();
        let lines =
            self.rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |line| (promise, line)));
        let broken = lines.zip(kept).filter(|(_, kept)| !**kept);
        let breach = |((promise, line), _): ((&ir::Promise, &ir::PromiseLine), _)| Breach {
            promise: promise.title.clone(),
            line: format!("{} {}", line.word(), one_line(self.rules.text(line.condition.span))),
            place: self.rules.sources.place(line.condition.span),
            condition: self.pieces.condition(&line.condition),
        };
        broken.map(breach).collect()
    }

    fn stage(&self, name: &str, condition: &ir::Cond) -> StageExplained {
        let condition = self.pieces.condition(condition);
        StageExplained { name: name.to_owned(), outcome: condition.outcome, condition, kept: None }
    }

    fn step(&self, step: &ir::Stage) -> StageExplained {
        StageExplained {
            outcome: self.evaluation.truth(&step.condition).into(),
            kept: step.kept().map(|kept| self.pieces.kept(kept)),
            ..self.stage(&step.name, step.own())
        }
    }

    /// The stage of such a lead without memory, if it is another one.
    fn stage_if_new(&self) -> Option<String> {
        let is_there = |step: &ir::Stage| self.evaluation.truth(step.own()) == Truth::True;
        let steps = &self.rules.stages.steps;
        let step = (0..steps.len()).rev().find(|&at| is_there(&steps[at]));
        let id = match (self.outcome.exclusion, step) {
            (Some(_), _) => ir::StageId::Excluded,
            (None, None) => ir::StageId::None,
            (None, Some(at)) => ir::StageId::Step(u16::try_from(at).unwrap_or(u16::MAX)),
        };
        (id != self.outcome.stage).then(|| self.rules.stages.name(id).to_owned())
    }

    fn label(&self, label: &ir::Label, value: &Option<String>) -> LabelExplained {
        let line = match &label.body {
            LabelBody::Joined(_) => None,
            LabelBody::Lines { lines, .. } => lines
                .iter()
                .map(|(condition, _)| self.pieces.condition(condition))
                .find(|line| line.outcome == Answer::Met),
        };
        LabelExplained { name: label.name.clone(), value: value.clone(), line }
    }

    fn score(&self, score: &Score, outcome: &reference::ScoreOutcome, groups: &mut Groups<'_>) -> ScoreExplained {
        let (formula, parts, sum) = match &score.body {
            ScoreBody::Computed(quantity) => (Some(self.pieces.quantity(quantity)), Vec::new(), None),
            ScoreBody::Rules(parts) => {
                (None, parts.iter().map(|part| self.part(part, groups)).collect(), outcome.uncut)
            }
        };
        let changed = outcome.points.zip(sum).map_or(0, |(points, sum)| points.0 - sum.0);
        let end = |end: Option<Points>| end.map_or(String::new(), |end| end.to_string());
        let bounded = score.range.low.is_some() || score.range.high.is_some();
        ScoreExplained {
            name: score.name.clone(),
            owner: score.owner.clone(),
            points: outcome.points.map(Amount),
            sum: sum.map(Amount),
            range_changed: Amount(Points(changed)),
            range: bounded.then(|| format!("{}..{}", end(score.range.low), end(score.range.high))),
            unknown_rules: outcome.unknown_rules,
            formula,
            parts,
        }
    }

    fn part(&self, part: &Part, groups: &mut Groups<'_>) -> PartExplained {
        match part {
            Part::Rule(rule) => PartExplained::Rule(self.rule(rule)),
            Part::Table(table) => self.table(table),
            Part::Group(group) => self.group(group, groups),
        }
    }

    fn table(&self, table: &Table) -> PartExplained {
        let mut rows: Vec<RuleExplained> = Vec::new();
        for row in &table.rows {
            let mut explained = self.rule(&row.rule);
            if row.kind == RowKind::Otherwise && explained.raw.0 == Points::ZERO {
                // The condition only asks whether the subject is known; a reader wants to know that another row was
                // taken.
                let taken = rows.iter().any(|row| row.outcome == Answer::Met);
                explained.outcome = if taken { Answer::NotMet } else { explained.outcome };
            }
            rows.push(explained);
        }
        let points = rows.iter().map(|row| row.points.0.0).sum();
        PartExplained::Table { subject: one_line(self.rules.text(table.span)), points: Amount(Points(points)), rows }
    }

    fn group(&self, group: &Group, groups: &mut Groups<'_>) -> PartExplained {
        let came = groups.next().expect("every group has an outcome");
        PartExplained::Group {
            title: group.title.clone(),
            best: group.best,
            sum: Amount(came.raw),
            cap_changed: Amount(Points(came.capped.0 - came.raw.0)),
            points: Amount(came.capped),
            parts: group.parts.iter().map(|part| self.part(part, groups)).collect(),
        }
    }

    fn rule(&self, rule: &Rule) -> RuleExplained {
        let came = &self.outcome.rules[rule.id.0 as usize];
        RuleExplained {
            title: rule.title.clone(),
            outcome_text: self.outcome_text(rule),
            outcome: if came.in_force { came.truth.into() } else { Answer::NotMet },
            out_of_date: !came.in_force,
            raw: Amount(came.raw),
            cap_changed: Amount(Points(came.capped.0 - came.raw.0)),
            points: Amount(came.counted),
            outdone: came.capped != came.counted,
            owner: rule.owner.clone(),
            because: rule.because.clone(),
            condition: self.pieces.condition(&rule.condition),
            place: self.rules.sources.place(rule.span),
        }
    }

    /// What is to the right of the arrow.
    fn outcome_text(&self, rule: &Rule) -> String {
        let right = self.rules.text(Span { start: rule.left.end, ..rule.span });
        one_line(right.trim_start().trim_start_matches("=>"))
    }
}

type Groups<'a> = std::slice::Iter<'a, reference::GroupOutcome>;
