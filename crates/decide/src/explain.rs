//! Why a lead has its scores and its stage. In: a rule set, one lead, its events in the ledger; out: every rule with its
//! points, what caps took away, and each condition piece by piece. The sums add up exactly: nothing here is computed
//! again, all of it is what the engine noted.

mod pieces;
mod text;

use serde::Serialize;

use leadrules_engine::columns::{EXCLUDED_STAGE, Leads};
use leadrules_engine::engine::{Ledger, Plan, Trace};
use leadrules_language::calendar::format_instant;
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Group, LabelBody, Part, RowKind, Rule, Rules, Score, ScoreBody, StageId, Table};
use leadrules_language::source::Span;
use leadrules_language::types::Truth;

pub use pieces::{Fact, Piece};
pub(crate) use pieces::{Pieces, squeezed};
pub use text::render;

/// Whether a condition holds of a lead.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It holds.
    Met,
    /// It does not.
    NotMet,
    /// What it asks about is not known.
    NoData,
}

impl From<Truth> for Outcome {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::Met,
            Truth::False => Self::NotMet,
            Truth::Unknown => Self::NoData,
        }
    }
}

/// All about one lead.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// Its key; none where the data has none for it.
    pub key: Option<String>,
    /// The instant from which time is seen, ISO 8601 in UTC.
    pub as_of: String,
    /// Its stage.
    pub stage: String,
    /// Why it is set apart, if it is.
    pub excluded: Option<String>,
    /// What the rules look at, as far as it is known.
    pub fields: Vec<Fact>,
    /// In the order they stand.
    pub scores: Vec<ScoreExplained>,
    /// The conditions of `exclude`, in the order they stand.
    pub exclusions: Vec<StageExplained>,
    /// From the highest to the lowest.
    pub stages: Vec<StageExplained>,
    /// In the order they stand.
    pub labels: Vec<LabelExplained>,
    /// What the rules promise of every lead, and this one breaks.
    pub broken: Vec<Breach>,
}

/// A score of the lead.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreExplained {
    /// Its name.
    pub name: String,
    /// Who keeps it.
    pub owner: Option<String>,
    /// What it comes to; none where a computed score is unknown.
    pub points: Option<Amount>,
    /// The sum of its parts, before its range; none for a computed score.
    pub sum: Option<Amount>,
    /// What its range changed: `points - sum`.
    pub range_changed: Amount,
    /// The range, as written.
    pub range: Option<String>,
    /// How many of its rules are unknown of this lead.
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
    /// A table, of which one row at most counts.
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
        /// Whether only the part that gives most counts.
        best: bool,
        /// What its parts come to.
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
    pub outcome: Outcome,
    /// Whether today lies outside its dates.
    pub out_of_date: bool,
    /// Its points before its cap.
    pub raw: Amount,
    /// What its cap changed.
    pub cap_changed: Amount,
    /// What it gives: 0 if another row of its table or another part of its `best` group counts in its place.
    pub points: Amount,
    /// Whether it gave points that another in its `best` group outdid.
    pub outdone: bool,
    /// Who keeps it.
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
    pub outcome: Outcome,
    /// Its condition, piece by piece.
    pub condition: Piece,
}

/// A label of the lead.
#[derive(Clone, Debug, Serialize)]
pub struct LabelExplained {
    /// Its name.
    pub name: String,
    /// Its text, if it is known.
    pub value: Option<String>,
    /// The line that gave it; none for `otherwise`, an unknown label, or one that joins others.
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
    /// Each piece of its condition, with what came out.
    pub condition: Piece,
}

/// Points, written as an exact number.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount(pub Points);

impl Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hundredths = self.0.0;
        if hundredths % 100 == 0 {
            return serializer.serialize_i64(hundredths / 100);
        }
        // The nearest binary fraction to a number of two places is written back as those two places.
        let number: f64 = self.0.to_string().parse().expect("points are written as a number");
        serializer.serialize_f64(number)
    }
}

/// The file and line of a span.
pub(crate) fn place(rules: &Rules, span: leadrules_language::source::Span) -> String {
    let file = rules.sources.file(span.file);
    format!("{}:{}", file.path, file.line_column(span.start as usize).0)
}

/// Explains the lead in a row of a batch. The plan was made with the same rules, and the ledger is closed.
#[must_use]
pub fn explain(rules: &Rules, plan: &Plan, ledger: &Ledger, leads: &Leads, row: usize) -> Explanation {
    let trace = plan.trace(leads, ledger);
    let context = Context { rules, plan, trace: &trace, row, pieces: Pieces { rules, leads, trace: &trace, row } };
    context.explanation(leads)
}

struct Context<'a> {
    rules: &'a Rules,
    plan: &'a Plan,
    trace: &'a Trace,
    row: usize,
    pieces: Pieces<'a>,
}

impl Context<'_> {
    fn explanation(&self, leads: &Leads) -> Explanation {
        let Self { rules, trace, row, .. } = self;
        let results = &trace.results;
        let stage = match results.stages[*row] {
            EXCLUDED_STAGE => StageId::Excluded,
            0 => StageId::None,
            step => StageId::Step(step - 1),
        };
        let excluded = results.exclusions.iter().nth(*row).flatten();
        let mut groups = trace.groups.iter();
        Explanation {
            key: leads.keys.iter().nth(*row).flatten().map(str::to_owned),
            as_of: format_instant(self.plan.options().as_of),
            stage: rules.stages.name(stage).to_owned(),
            excluded: excluded.map(|line| rules.exclusions[usize::from(line)].reason.clone()),
            fields: self.pieces.fields(self.plan.needed()),
            scores: (0..).zip(&rules.scores).map(|(at, score)| self.score(at, score, &mut groups)).collect(),
            exclusions: rules.exclusions.iter().map(|line| self.stage(&line.reason, &line.condition)).collect(),
            stages: rules.stages.steps.iter().rev().map(|step| self.stage(&step.name, &step.condition)).collect(),
            labels: (0..).zip(&rules.labels).map(|(at, label)| self.label(at, label)).collect(),
            broken: self.broken(),
        }
    }

    fn broken(&self) -> Vec<Breach> {
        let lines =
            self.rules.promises.iter().flat_map(|promise| promise.lines.iter().map(move |line| (promise, line)));
        let breaks = |rows: &Vec<u32>| rows.iter().any(|row| *row as usize == self.row);
        let broken = lines.zip(&self.trace.results.broken).filter(|(_, rows)| breaks(rows));
        let breach =
            |((promise, line), _): ((&leadrules_language::ir::Promise, &leadrules_language::ir::PromiseLine), _)| {
                Breach {
                    promise: promise.title.clone(),
                    line: format!("{} {}", line.word(), squeezed(self.rules.text(line.condition.span))),
                    place: place(self.rules, line.condition.span),
                    condition: self.pieces.condition(&line.condition),
                }
            };
        broken.map(breach).collect()
    }

    fn stage(&self, name: &str, condition: &leadrules_language::ir::Cond) -> StageExplained {
        let condition = self.pieces.condition(condition);
        StageExplained { name: name.to_owned(), outcome: condition.outcome, condition }
    }

    fn label(&self, at: usize, label: &leadrules_language::ir::Label) -> LabelExplained {
        let column = &self.trace.results.labels[at];
        let value = column.values.iter().nth(self.row).flatten().map(|text| column.texts[usize::from(text)].clone());
        let line = match &label.body {
            LabelBody::Joined(_) => None,
            LabelBody::Lines { lines, .. } => lines
                .iter()
                .map(|(condition, _)| self.pieces.condition(condition))
                .find(|line| line.outcome == Outcome::Met),
        };
        LabelExplained { name: label.name.clone(), value, line }
    }

    fn score(&self, at: usize, score: &Score, groups: &mut Groups<'_>) -> ScoreExplained {
        let column = &self.trace.results.scores[at];
        let points = column.points.iter().nth(self.row).flatten().map(Points);
        let sum = self.trace.sums[at].get(self.row).copied().map(Points);
        let changed = points.zip(sum).map_or(0, |(points, sum)| points.0 - sum.0);
        let (formula, parts) = match &score.body {
            ScoreBody::Computed(quantity) => (Some(self.pieces.quantity(quantity)), Vec::new()),
            ScoreBody::Rules(parts) => (None, parts.iter().map(|part| self.part(part, groups)).collect()),
        };
        let end = |end: Option<Points>| end.map_or(String::new(), |end| end.to_string());
        let bounded = score.range.low.is_some() || score.range.high.is_some();
        ScoreExplained {
            name: score.name.clone(),
            owner: score.owner.clone(),
            points: points.map(Amount),
            sum: sum.map(Amount),
            range_changed: Amount(Points(changed)),
            range: bounded.then(|| format!("{}..{}", end(score.range.low), end(score.range.high))),
            unknown_rules: column.unknown_rules.get(self.row).copied().unwrap_or(0),
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
                // It asks only whether the subject is known; that another row took it is what a reader wants to know.
                let taken = rows.iter().any(|row| row.outcome == Outcome::Met);
                explained.outcome = if taken { Outcome::NotMet } else { explained.outcome };
            }
            rows.push(explained);
        }
        let points = rows.iter().map(|row| row.points.0.0).sum();
        PartExplained::Table { subject: squeezed(self.rules.text(table.span)), points: Amount(Points(points)), rows }
    }

    fn group(&self, group: &Group, groups: &mut Groups<'_>) -> PartExplained {
        let (before, after) = groups.next().expect("the engine notes every group");
        let (before, after) = (before[self.row], after[self.row]);
        PartExplained::Group {
            title: group.title.clone(),
            best: group.best,
            sum: Amount(Points(before)),
            cap_changed: Amount(Points(after - before)),
            points: Amount(Points(after)),
            parts: group.parts.iter().map(|part| self.part(part, groups)).collect(),
        }
    }

    fn rule(&self, rule: &Rule) -> RuleExplained {
        let record = &self.trace.rules[rule.id.0 as usize];
        let out_of_date = record.truth.is_empty();
        let note = |column: &[i64]| Points(column.get(self.row).copied().unwrap_or(0));
        let (raw, capped) = (note(&record.raw), note(&record.capped));
        let counted = self.trace.results.rules.as_ref().map_or(0, |rules| rules[rule.id.0 as usize][self.row]);
        let condition = self.pieces.condition(&rule.condition);
        let outcome = match record.truth.get(self.row) {
            Some(&truth) if truth == Truth::True as u8 => Outcome::Met,
            Some(&truth) if truth == Truth::Unknown as u8 => Outcome::NoData,
            _ => Outcome::NotMet,
        };
        let file = self.rules.sources.file(rule.span.file);
        let (line, _) = file.line_column(rule.span.start as usize);
        RuleExplained {
            title: rule.title.clone(),
            outcome_text: self.outcome_text(rule),
            outcome,
            out_of_date,
            raw: Amount(raw),
            cap_changed: Amount(Points(capped.0 - raw.0)),
            points: Amount(Points(counted)),
            outdone: capped.0 != counted,
            owner: rule.owner.clone(),
            because: rule.because.clone(),
            condition,
            place: format!("{}:{line}", file.path),
        }
    }

    /// What stands right of the arrow.
    fn outcome_text(&self, rule: &Rule) -> String {
        let right = self.rules.text(Span { start: rule.left.end, ..rule.span });
        squeezed(right.trim_start().trim_start_matches("=>"))
    }
}

type Groups<'a> = std::slice::Iter<'a, (Vec<i64>, Vec<i64>)>;
